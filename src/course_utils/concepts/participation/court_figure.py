"""Pictures of a conflict: the range of a settlement, who goes to court, and what the stake does."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.participation.court import PROCEDURES, STAKE, STAKES, Conflict, Threshold
from course_utils.explorer import style
from course_utils.words import _, number

Figure = dict[str, Any]

ENDS = (-25.0, 165.0)


def range_figure(found: Conflict, **_values: Any) -> Figure:
    """Draw what each side would accept, and where they meet."""
    rows = [_("Neighbours take"), _("Developer gives"), _("Both agree")]
    meet = found.outcome in ("settle", "delay")
    both: list[float | None] = [max(found.low, 0.0), found.high] if meet else [None, None]
    data = [
        _span(_("from this sum on"), rows[0], [found.low, ENDS[1]], style.color(0), ["line-ns", "triangle-right"]),
        _span(_("up to this sum"), rows[1], [ENDS[0], found.high], style.color(1), ["triangle-left", "line-ns"]),
        _span(_("sums that suit both"), rows[2], both, style.color(2), ["line-ns", "line-ns"]),
    ]
    deal = {"type": "scatter", "mode": "markers", "name": _("half-way (Nash)"), "y": [rows[2]]}
    mark = {"symbol": "diamond", "size": 15, "color": style.color(3)}
    data.append(deal | {"x": [found.payment if meet else None], "marker": mark})
    axes = {
        "xaxis": {"title": {"text": _("Payment, thousand €")}, "range": list(ENDS)},
        "yaxis": {"autorange": "reversed", "type": "category", "categoryarray": rows, "categoryorder": "array"},
        "margin": {"t": 60},
    }
    return {"data": data, "layout": axes}


def _span(name: str, row: str, x: list[Any], colour: str, symbols: list[str]) -> Figure:
    line = {"type": "scatter", "mode": "lines+markers", "name": name, "x": x, "y": [row, row]}
    marker = {"symbol": symbols, "size": 14, "color": colour, "line": {"width": 3, "color": colour}}
    return line | {"line": {"width": 7, "color": colour}, "marker": marker}


def plane_figure(margin: float, *, procedure: str) -> Figure:
    """Draw which pairs of opinions end in court, in a settlement, or nowhere."""
    cost = PROCEDURES[procedure]
    floor = max(cost.neighbours - cost.respite, 0.0) / STAKE
    start = max(margin, floor)
    corner = _area(_("trial"), [0, start - margin, 1 - margin, 0], [start, start, 1, 1], style.color(3), "/")
    idle = _area(_("nobody sues"), [0, 1, 1, 0], [0, 0, floor, floor], style.MUTED, ".")
    same: Figure = {"type": "scatter", "mode": "lines", "name": _("same opinion"), "x": [0, 100], "y": [0, 100]}
    same |= {"line": {"color": style.MUTED, "width": 1.5, "dash": "dot"}}
    bound: Figure = {"type": "scatter", "mode": "lines", "name": _("limit: gap × stake = costs")}
    bound |= {"x": [0, 100 * (1 - margin)], "y": [100 * margin, 100], "line": {"color": style.color(3), "width": 3}}
    axes = {
        "xaxis": {"title": {"text": _("Chance, says developer (%)")}, "range": [-3, 103]},
        "yaxis": {"title": {"text": _("Chance, say neighbours (%)")}, "range": [-3, 103]},
        "hovermode": "closest",
    }
    return {"data": [corner, idle, same, bound], "layout": axes}


def _area(name: str, x: list[float], y: list[float], colour: str, shape: str) -> Figure:
    closed = {"x": [100 * v for v in [*x, x[0]]], "y": [100 * v for v in [*y, y[0]]]}
    fill = {"fill": "toself", "fillpattern": {"shape": shape, "fgcolor": colour, "size": 7}, "hoverinfo": "skip"}
    return {"type": "scatter", "mode": "lines", "name": name, "line": {"width": 0, "color": colour}} | closed | fill


def point_trace(found: Conflict, *, neighbours: float, developer: float) -> Figure:
    """Mark the two opinions."""
    mark = {"type": "scatter", "mode": "markers", "name": _("you are here"), "x": [100 * developer]}
    look = {"symbol": "star", "size": 17, "color": style.color(0)}
    return mark | {"y": [100 * neighbours], "marker": look}


def stake_figure(_found: None) -> Figure:
    """Draw the axes: stakes by their logarithm, limits in per cent of the stake."""
    values = (20, 50, 100, 200, 500, 1000)
    ticks = {"tickvals": [float(np.log10(v)) for v in values], "ticktext": [str(number(v)) for v in values]}
    axes = {
        "xaxis": {"title": {"text": _("Stake, thousand € (log scale)")}, "range": [1.28, 3.02]} | ticks,
        "yaxis": {"title": {"text": _("In % of the stake")}, "range": [-60, 210]},
    }
    now = {"type": "scatter", "mode": "lines", "name": _("stake above"), "x": [2.0, 2.0], "y": [-60, 210]}
    line = {"line": {"color": style.MUTED, "width": 1.5, "dash": "dot"}, "meta": {"columns": []}}
    return {"data": [now | line], "layout": axes}


def low_trace(found: Any, **_values: Any) -> Figure:
    """Draw the least that the neighbours take."""
    return _limit(_("neighbours take"), found[0], {"color": style.color(0), "width": 3})


def high_trace(found: Any, **_values: Any) -> Figure:
    """Draw the most that the developer gives."""
    return _limit(_("developer gives"), found[1], {"color": style.color(1), "width": 3, "dash": "dash"})


def _limit(name: str, y: Any, line: dict[str, Any]) -> Figure:
    x = [float(v) for v in np.log10(STAKES)]
    base = {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": [round(100 * float(v), 1) for v in y]}
    return base | {"line": line, "meta": {"powers": ["x"]}}


def threshold_trace(found: Threshold, **_values: Any) -> Figure:
    """Mark the stake above which they go to court."""
    shown = STAKES[0] <= found.stake <= STAKES[-1]
    mark = {"type": "scatter", "mode": "markers", "name": _("from here on, trial")}
    at = {"x": [float(np.log10(found.stake)) if shown else None], "y": [100 * found.limit if shown else None]}
    look = {"symbol": "x", "size": 13, "color": style.color(3)}
    return mark | at | {"marker": look, "meta": {"powers": ["x"]}}
