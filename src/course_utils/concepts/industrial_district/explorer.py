"""The explorer ``industrial_district``: one history at a time on a map, and a thousand of them in numbers."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.industrial_district import bounds_figure, figure, model, sentences
from course_utils.concepts.industrial_district.figure import Moment
from course_utils.concepts.industrial_district.model import Ends
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.words import _, number

WORLD = ("strength", "bound", "places")
HISTORIES = 8
STEPS = (0, 5, 10, 20, 40, 80, 120, 200, 300, 400)
STRENGTHS, BOUNDS, PLACES = ("0", "0.02", "0.1"), ("0.5", "1.5", "inf"), ("3", "6")


def explorer() -> Explorer:
    """Return a fresh explorer of Arthur's model."""
    return Explorer(
        name="industrial_district",
        controls={
            "firms": Choice(_("Firms that have come"), {str(n): str(number(n)) for n in STEPS}, "400", play=True),
            "history": Slider(_("History number"), 1, HISTORIES, 1, points=HISTORIES, decimals=0),
            "strength": Choice(_("A neighbour is worth"), _strengths(), "0.1"),
            "bound": Choice(_("All neighbours are worth at most"), _bounds(), "inf"),
            "places": Choice(_("Places"), {n: n for n in PLACES}, "6"),
        },
        panels=[_map(), _paths(), _winners(), _along()],
        reading=Reading(_everything, sentences.reading, (*WORLD, "history", "firms")),
        title=_("The same land, another history"),
        caption=_(
            "Firms come one by one and never move. Each takes the place where its own taste, the site and the"
            " neighbours add up to most. Tastes are spread evenly over a range of 1, the unit of everything here; the"
            " site of A is worth 0.1 more to everyone. Histories with the same number have the same firms in the same"
            " order, whatever you change."
        ),
        note=_(
            "A stylised model: no real place, no year; distances on the map mean nothing. Averages are over 1,000"
            " histories (seed 1990); bands hold the middle eight in ten, intervals are 95 %."
        ),
    )


def _strengths() -> dict[str, str]:
    return {"0": _("nothing"), "0.02": _("0.02 of the spread of tastes"), "0.1": _("0.1 of the spread of tastes")}


def _bounds() -> dict[str, str]:
    return {"0.5": _("half the spread"), "1.5": _("one and a half spreads"), "inf": _("no bound")}


def _map() -> Panel:
    return Panel(
        "map",
        _moment,
        figure.map_figure,
        (*WORLD, "history", "firms"),
        title=_("Where the firms are"),
        alt=_("A drawn map with a river and lettered places: bubbles grow with the firms that have settled there."),
        height=420,
    )


def _paths() -> Panel:
    return Panel(
        "paths",
        _history,
        figure.paths_figure,
        (*WORLD, "history"),
        title=_("The history, firm by firm"),
        alt=_("Lines of the share of each place as firms arrive: wild at first, then settled."),
        height=340,
        overlay=Overlay(lambda firms: int(firms), figure.moment_trace, ("firms",)),
    )


def _winners() -> Panel:
    return Panel(
        "winners",
        _ends,
        figure.winners_figure,
        WORLD,
        title=_("A thousand histories: what the largest place ends with"),
        alt=_("Bars: how many histories end with the largest place at 0-10 %, 10-20 % and so on."),
        height=320,
    )


def _along() -> Panel:
    return Panel(
        "bounds",
        lambda strength, places: bounds_figure.along(float(strength), int(places)),
        bounds_figure.bounds_figure,
        ("strength", "places"),
        title=_("A thousand histories for every bound"),
        alt=_("The winner's share rises with the bound of the benefit, steeply about the spread of tastes."),
        height=360,
        overlay=Overlay(lambda bound: bounds_figure.at(float(bound)), bounds_figure.bound_trace, ("bound",)),
    )


def _history(strength: str, bound: str, places: str, history: float) -> NDArray[np.int32]:
    return model.history(float(strength), float(bound), int(places), int(history))


def _moment(strength: str, bound: str, places: str, history: float, firms: str) -> Moment:
    return Moment(_history(strength, bound, places, history), int(firms))


def _ends(strength: str, bound: str, places: str) -> Ends:
    found = bounds_figure.along(float(strength), int(places))
    return found[-1] if math.isinf(float(bound)) else found[figure.BOUNDS.index(float(bound))]


def _everything(strength: str, bound: str, places: str, history: float, firms: str) -> tuple[Moment, Ends]:
    return _moment(strength, bound, places, history, firms), _ends(strength, bound, places)
