"""The explorer ``business_ecosystem.loss``: an ecosystem loses members, at random or its hubs first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.business_ecosystem import loss_figure, sentences
from course_utils.concepts.business_ecosystem.loss import HUBS, NICHE, OVERLAPS, RUNS, SEED, SHARES, Loss, loss, one_run
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading
from course_utils.words import _, number, percent, say

ALL = ("hubs", "overlap", "share", "how")


def loss_explorer() -> Explorer:
    """Return the explorer ``business_ecosystem.loss``."""
    return Explorer(
        name="business_ecosystem.loss",
        controls={
            "hubs": Choice(_("Hubs"), {str(many): str(number(many)) for many in HUBS}, "1"),
            "overlap": Choice(_("Niche players with two hubs"), _percents(OVERLAPS), "0.5"),
            "share": Choice(_("Members lost"), _percents(SHARES), "0.1", play=True),
            "how": Choice(_("Who goes"), {"random": _("Anybody, at random"), "targeted": _("Hubs first")}, "random"),
        },
        panels=[_curves(), _network()],
        reading=Reading(_loss, sentences.lost, ALL),
        title=_("Does the network survive?"),
        caption=_(
            "Hubs and niche players, each tied to its hub and some to a second one. Members are lost at random, or the"
            " best connected first. What counts is the largest part that still hangs together, out of all at the start."
        ),
        note=str(
            say(
                _("Invented: {niche} niche players; random loss: {runs} runs, seed {seed}."),
                niche=number(NICHE),
                runs=number(RUNS),
                seed=str(SEED),
            )
        ),
    )


def _percents(values: tuple[float, ...]) -> dict[str, str]:
    return {f"{value:g}": str(percent(value)) for value in values}


def _curves() -> Panel:
    return Panel(
        "curves",
        _along,
        loss_figure.curves_figure,
        ("hubs", "overlap"),
        title=_("What still hangs together"),
        alt=_(
            "Two curves along the share of members lost: at random, with a band, it falls slowly; with the hubs first"
            " it drops at once. A ring marks your loss."
        ),
        overlay=Overlay(_loss, loss_figure.your_loss, ALL),
    )


def _network() -> Panel:
    return Panel(
        "network",
        _gone,
        loss_figure.network_figure,
        ALL,
        title=_("One such network"),
        alt=_(
            "Hubs in the middle, niche players around them, lines between those that work together, crosses for who is"
            " gone: in a random loss, those of the run in the middle of all runs."
        ),
        height=400,
    )


def _along(hubs: str, overlap: str) -> Loss:
    return loss(int(hubs), float(overlap))


def _loss(hubs: str, overlap: str, share: str, how: str) -> Loss:
    return _along(hubs, overlap)


def _gone(hubs: str, overlap: str, share: str, how: str) -> NDArray[np.int64]:
    return one_run(int(hubs), float(overlap), float(share), how)
