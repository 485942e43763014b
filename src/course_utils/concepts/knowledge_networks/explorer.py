"""The explorer ``knowledge_networks``: a ring of firms, a few far links, and knowledge that is bartered on them."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.knowledge_networks import curves, figure, sentences
from course_utils.concepts.knowledge_networks.figure import Screen
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading
from course_utils.words import _, percent

STATE = ("degree", "rule", "experts")
ALL = ("degree", "share", "rule", "experts")


def rules() -> dict[str, str]:
    """Rules of exchange and what they say."""
    return {
        "one": _("Barter: one field for one field"),
        "gift": _("Gift: nothing asked in return"),
    }


def explorer() -> Explorer:
    """Return the explorer ``knowledge_networks``."""
    return Explorer(
        name="knowledge_networks",
        controls=_controls(),
        panels=[_screen_panel(), _gap_panel()],
        reading=Reading(_with_share, sentences.reading, ALL),
        title=_("How many pipelines does a cluster need?"),
        caption=_(
            "500 firms stand in a ring, each linked to its nearest neighbours. A share of the links is moved to firms"
            " anywhere. Above: how clustered and how short the network is. Below: what firms know after forty rounds."
        ),
        note=_(
            "A stylised model (Watts and Strogatz 1998; Cowan and Jonard 2004), with our own numbers: five fields, 30 %"
            " of a gap learnt at a time, every link meeting once a round. No place and no year is meant."
        ),
    )


def _controls() -> dict[str, Any]:
    shares = {f"{share:g}": str(percent(share)) for share in curves.SHARES}
    experts = {"0": _("none"), "2": _("two a field"), "10": _("ten a field")}
    return {
        "share": Choice(_("Share of pipelines"), shares, "0.1", play=True),
        "degree": Choice(_("Links a firm"), {str(degree): str(degree) for degree in curves.DEGREES}, "10"),
        "rule": Choice(_("Rule of exchange"), rules(), "one"),
        "experts": Choice(_("Experts"), experts, "2"),
    }


def _screen_panel() -> Panel:
    return Panel(
        "screen",
        _screen,
        figure.screen_figure,
        STATE,
        title=_("A small world, and what is learnt in it"),
        alt=_(
            "Two pictures over the same shares of pipelines. Above, clustering and path length in percent of the ring"
            " without pipelines: length falls at once, clustering late. Below, mean knowledge of firms with a band of"
            " two standard errors. Rings mark your share."
        ),
        height=520,
        overlay=(
            Overlay(_world, figure.your_world, ("degree", "share")),
            Overlay(_with_share, figure.your_share, ALL),
        ),
    )


def _gap_panel() -> Panel:
    return Panel(
        "gaps",
        _diffusion,
        figure.gap_figure,
        STATE,
        title=_("How unequal are firms?"),
        alt=_(
            "Two curves along the share of pipelines: the standard deviation of knowledge between firms, and that"
            " deviation over the mean, each in percent of its widest. Rings mark your share."
        ),
        height=320,
        overlay=Overlay(_with_share_gap, figure.your_gap, ALL),
    )


def _diffusion(degree: str, rule: str, experts: str) -> curves.Diffusion:
    return curves.diffusion(int(degree), int(experts), rule)


def _screen(degree: str, rule: str, experts: str) -> Screen:
    return Screen(curves.world(int(degree)), _diffusion(degree, rule, experts))


def _with_share(degree: str, share: str, rule: str, experts: str) -> Screen:
    return _screen(degree, rule, experts)


def _with_share_gap(degree: str, share: str, rule: str, experts: str) -> curves.Diffusion:
    return _diffusion(degree, rule, experts)


def _world(degree: str, share: str) -> curves.World:
    return curves.world(int(degree))
