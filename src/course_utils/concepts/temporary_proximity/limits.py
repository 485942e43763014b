"""The explorer ``temporary_proximity.limits``: what cheaper travel and more tacit knowledge do to the borders."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.temporary_proximity import sentences
from course_utils.concepts.temporary_proximity.borders import Borders
from course_utils.concepts.temporary_proximity.figure import FAR, curve, diagram
from course_utils.concepts.temporary_proximity.model import Terms
from course_utils.concepts.temporary_proximity.whole import whole_rent_limit
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, style
from course_utils.words import _, number

Figure = dict[str, Any]

ALL = ("per_km", "worth", "fixed")
#: Rent that the reading takes for its example, thousand euros.
RENT = 9.0
#: Points of a border: the page carries 1,323 of these pictures.
POINTS = 14


def limits_explorer() -> Explorer:
    """Return the explorer ``temporary_proximity.limits``."""
    return Explorer(
        name="temporary_proximity.limits",
        controls={
            "per_km": Slider(_("t: price of a kilometre between the teams"), 0.4, 4.4, 2.0, 21, decimals=1, unit="€"),
            "worth": Slider(_("B: worth of all there is to learn, thousand €"), 1, 16, 16, 21, decimals=2),
            "fixed": Choice(_("f: what any trip costs"), _fixed(), "0.4"),
        },
        panels=[_map()],
        reading=Reading(_borders, sentences.limits_reading, ALL),
        title=_("What moves the borders?"),
        caption=_(
            "Each meeting brings 18 % of what is still unknown. The dotted line is the border with whole trips only."
        ),
        note=_("A stylised model: every euro of it was made up."),
    )


def _fixed() -> dict[str, str]:
    return {key: str(number(1000 * float(key), unit="€")) for key in ("0.1", "0.4", "1")}


def _map() -> Panel:
    return Panel(
        "map",
        _borders,
        limits_figure,
        ALL,
        title=_("Three zones, and where they meet"),
        alt=_(
            "The zones of staying remote, travelling and sharing one place over distance and rent, a dotted line for"
            " whole trips, a level line at the rent of the example and a star where it meets the border."
        ),
        height=430,
        overlay=Overlay(_borders, example_mark, ALL),
    )


def limits_figure(found: Borders, **_values: Any) -> Figure:
    """Draw the zones, the border with whole trips, and the rent of the example."""
    terms = found.terms
    drawn = diagram(terms, POINTS)
    x, _y = curve(terms, POINTS)
    whole: Figure = {"type": "scatter", "mode": "lines", "name": _("Border with whole trips"), "x": x}
    whole |= {
        "y": [whole_rent_limit(terms, d) for d in x],
        "line": {"color": style.color(4), "dash": "dot", "width": 3},
    }
    level: Figure = {
        "type": "scatter",
        "mode": "lines",
        "name": _("Rent of the example"),
        "x": [0, FAR],
        "y": [RENT, RENT],
    }
    level |= {"line": {"color": style.color(3), "dash": "dash", "width": 1.5}, "meta": {"columns": []}}
    return {"data": [*drawn["data"], whole, level | {"hoverinfo": "skip"}], "layout": drawn["layout"]}


def example_mark(found: Borders, **_values: Any) -> Figure:
    """Mark where travelling ends at the rent of the example, if something does end there."""
    shown = found.move if 0 < found.move < FAR else None
    marker = {"symbol": "star", "size": 15, "color": style.color(3), "line": {"width": 1, "color": "#ffffff"}}
    where = {"x": [shown], "y": [None if shown is None else found.rent], "marker": marker}
    return {"type": "scatter", "mode": "markers", "name": _("From here on: share")} | where


def _borders(per_km: float, worth: float, fixed: str) -> Borders:
    return Borders(Terms(worth, per_km=per_km / 1000, fixed=float(fixed)), RENT)
