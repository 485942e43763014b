"""The picture of what the bound does: many histories for each bound, and which of them the best site wins."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

from course_utils.concepts.industrial_district import model
from course_utils.concepts.industrial_district.figure import BOUNDS, NONE_AT, Figure
from course_utils.concepts.industrial_district.model import Ends
from course_utils.explorer import style
from course_utils.words import _


@cache
def along(strength: float, places: int, seed: int = model.SEED) -> tuple[Ends, ...]:
    """Many histories for each of `BOUNDS`, and last without a bound."""
    return tuple(model.ends(strength, (*BOUNDS, math.inf), places, seed))


def at(bound: float) -> float:
    """Where a bound stands on the axis."""
    return NONE_AT if math.isinf(bound) else bound


def bounds_figure(found: tuple[Ends, ...], **_values: Any) -> Figure:
    """Draw the winner's share, mean and the middle 80 %, and how often the best site wins."""
    x = [*BOUNDS, NONE_AT]
    mean, low, high = ([100 * value for value in column] for column in zip(*(e.band() for e in found), strict=True))
    best = [100 * ends.best for ends in found]
    edge = {"type": "scatter", "mode": "lines", "x": x, "line": {"width": 0}, "hoverinfo": "skip"}
    data = [
        edge | {"name": _("One in ten below"), "y": low, "showlegend": False},
        edge | {"name": _("Eight in ten histories"), "y": high, "fill": "tonexty", "fillcolor": faint(0)},
        _line(_("Final share of the largest place, mean"), x, mean, 0, "solid"),
        _line(_("Histories that A wins"), x, best, 1, "dash"),
        _spread(),
    ]
    ticks = {"tickvals": [0, 0.5, 1, 1.5, 2, NONE_AT], "ticktext": ["0", "0.5", "1", "1.5", "2", _("none")]}
    axes = {
        "xaxis": {"title": {"text": _("Bound of the benefit (spreads of tastes)")}, "range": [-0.05, 2.35]} | ticks,
        "yaxis": {"title": {"text": _("Percent")}, "range": [0, 104]},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def _line(name: str, x: list[float], y: list[float], colour: int, dash: str) -> Figure:
    line = {"color": style.color(colour), "width": 3, "dash": dash}
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "line": line} | {
        "hovertemplate": "%{y:.0f} %"
    }


def _spread() -> Figure:
    line = {"width": 2, "dash": "dot", "color": style.MUTED}
    ends = {"x": [model.SPREAD] * 2, "y": [0, 100], "line": line, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines", "name": _("Spread of tastes")} | ends


def faint(colour: int) -> str:
    """Return colour of the palette, mostly transparent, for bands."""
    red, green, blue = (int(style.color(colour)[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.22)"


def bound_trace(found: float, **_values: Any) -> Figure:
    """Mark the bound chosen with a triangle on the axis."""
    marker = {"size": 14, "symbol": "triangle-up", "color": style.color(3)}
    mark = {"x": [found], "y": [2], "marker": marker, "meta": {"columns": ["x"]}, "hoverinfo": "skip"}
    return {"type": "scatter", "mode": "markers", "name": _("Your bound")} | mark
