"""The explorer ``temporary_proximity.trips``: how often to meet, and what changes if only whole trips exist."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.temporary_proximity import sentences
from course_utils.concepts.temporary_proximity.model import Terms, learnt, meetings, travelling
from course_utils.concepts.temporary_proximity.whole import whole_meetings, whole_travelling
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, style
from course_utils.words import _, number

Figure = dict[str, Any]

MOST = 20
STEPS = [float(n) for n in np.linspace(0, MOST, 41)]
WHOLE = [float(n) for n in range(MOST + 1)]
ALL = ("pace", "distance", "worth")


def trips_explorer() -> Explorer:
    """Return the explorer ``temporary_proximity.trips``."""
    return Explorer(
        name="temporary_proximity.trips",
        controls={
            "pace": Slider(_("λ: how much each meeting brings"), 0.05, 0.55, 0.2, 21, decimals=3),
            "distance": Slider(_("Distance between the teams"), 0, 1500, 500, 31, decimals=0, unit="km"),
            "worth": Choice(_("B: worth of all there is to learn"), _worths(), "16"),
        },
        panels=[_curve(), _net()],
        reading=Reading(_found, sentences.whole_reading, ALL),
        title=_("How often to meet?"),
        caption=_("A trip costs €400 and €2 for each kilometre between the teams. Dots are whole numbers of trips."),
        note=_("A stylised model: every euro of it was made up."),
    )


def _worths() -> dict[str, str]:
    return {key: str(number(1000 * float(key), unit="€")) for key in ("4", "16")}


def _curve() -> Panel:
    return Panel(
        "curve",
        _terms,
        curve_figure,
        ("pace", "worth"),
        title=_("What meetings bring, and what they cost"),
        alt=_("Knowledge won against the number of meetings, a curve that flattens, and the straight line of costs."),
        height=350,
        overlay=(Overlay(_nothing, cost_line, ("distance",)), Overlay(_priced, gap_mark, ALL)),
    )


def _net() -> Panel:
    return Panel(
        "net",
        _priced,
        net_figure,
        ALL,
        title=_("What is left after n trips"),
        alt=_(
            "What is left after paying n trips: a hump, with a diamond at its top, dots at whole numbers and a ring"
            " around the best of them."
        ),
        height=330,
    )


def curve_figure(terms: Terms, **_values: Any) -> Figure:
    """Draw what n meetings bring."""
    trace: Figure = {"type": "scatter", "mode": "lines", "name": _("Knowledge won"), "x": STEPS}
    trace |= {"y": [learnt(terms, n) for n in STEPS], "line": {"color": style.color(0), "width": 3}}
    return {"data": [trace], "layout": _axes(_("Thousand € a period"), [0, 18])}


def cost_line(_result: None, *, distance: float) -> Figure:
    """Draw what n trips cost, as far as the picture goes."""
    cost = Terms(0).cost(distance)
    line = {"color": style.color(1), "width": 3, "dash": "dash"}
    return {"type": "scatter", "mode": "lines", "name": _("Cost of the trips"), "x": STEPS, "line": line} | {
        "y": [cost * n for n in STEPS]
    }


def gap_mark(terms: Terms, *, distance: float, **_values: Any) -> Figure:
    """Span the gap between both at n*, where it is widest."""
    often = meetings(terms, distance)
    y = [terms.cost(distance) * often, learnt(terms, often)]
    look: Figure = {
        "line": {"color": style.color(3), "width": 2, "dash": "dot"},
        "marker": {"symbol": "diamond", "size": 9},
    }
    look["marker"]["color"] = style.color(3)
    return {"type": "scatter", "mode": "lines+markers", "name": _("Widest gap"), "x": [often] * 2, "y": y} | look


def net_figure(terms: Terms, *, distance: float, **_values: Any) -> Figure:
    """Draw what is left after n trips, the best number and the best whole number."""
    cost, often, whole = terms.cost(distance), meetings(terms, distance), whole_meetings(terms, distance)
    net = {n: learnt(terms, n) - cost * n for n in STEPS}
    smooth: Figure = {"type": "scatter", "mode": "lines", "name": _("Any number"), "x": STEPS, "y": list(net.values())}
    dots: Figure = {
        "type": "scatter",
        "mode": "markers",
        "name": _("Whole numbers"),
        "x": WHOLE,
        "y": [net[n] for n in WHOLE],
    }
    data = [
        smooth | {"line": {"color": style.MUTED, "width": 2}},
        dots | {"marker": {"color": style.color(0), "size": 7}},
        _mark(_("Best number"), often, travelling(terms, distance), "diamond", style.color(3), 12),
        _mark(_("Best whole number"), whole, whole_travelling(terms, distance), "circle-open", style.color(1), 17),
    ]
    lowest = -max(2.0, terms.worth / 3)
    return {"data": data, "layout": _axes(_("Left, thousand € a period"), [lowest, terms.worth])}


def _mark(name: str, x: float, y: float, symbol: str, colour: str, size: int) -> Figure:
    marker = {"symbol": symbol, "color": colour, "size": size, "line": {"width": 2}}
    return {"type": "scatter", "mode": "markers", "name": name, "x": [x], "y": [y], "marker": marker}


def _axes(title: str, span: list[float]) -> Figure:
    across = {"title": {"text": _("Number of meetings n")}, "range": [-0.5, MOST + 0.5], "dtick": 5}
    return {"xaxis": across, "yaxis": {"title": {"text": title}, "range": span}}


def _terms(pace: float, worth: str) -> Terms:
    return Terms(float(worth), pace)


def _priced(pace: float, distance: float, worth: str) -> Terms:
    return Terms(float(worth), pace)


def _found(pace: float, distance: float, worth: str) -> tuple[float, int, float, float]:
    terms = Terms(float(worth), pace)
    often, whole = meetings(terms, distance), whole_meetings(terms, distance)
    return often, whole, travelling(terms, distance), whole_travelling(terms, distance)


def _nothing(**_values: Any) -> None:
    """The line of costs needs the distance alone."""
