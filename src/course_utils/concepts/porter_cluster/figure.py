"""The diamond itself, what copying each corner brings, and how far one corner alone can carry."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from course_utils.concepts.porter_cluster.diamond import CORNERS, EXPONENTS, MODEL, Array, Copying, strength
from course_utils.concepts.porter_cluster.words_of import corners, exponents, short
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]
#: Directions of the corners, clockwise from the top.
TURNS = ((0.0, 1.0), (1.0, 0.0), (0.0, -1.0), (-1.0, 0.0))
#: Caps above this are not drawn: no corner reaches so far.
FAR = 140.0
#: Levels of one corner along the third figure: up to twice the best in the world.
LEVELS = np.linspace(5, 200, 40)
DASHES = ("dot", "dashdot", "dash", "solid", "longdash")


def _closed(levels: Sequence[float]) -> tuple[list[float | None], list[float | None]]:
    far = [level if level <= FAR else None for level in map(float, levels)]
    points = [(None, None) if v is None else (v * x, v * y) for v, (x, y) in zip(far, TURNS, strict=True)]
    x, y = zip(*points, points[0], strict=True)
    return list(x), list(y)


def _ring(name: str, levels: Sequence[float], line: Figure, **more: Any) -> Figure:
    x, y = _closed(levels)
    texts = [_level(corner, level) for corner, level in zip(CORNERS, levels, strict=True)]
    ring = {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "text": [*texts, texts[0]]}
    return ring | {"line": line, "hovertemplate": "%{text}<extra></extra>", "meta": {"columns": ["text"]}} | more


def _level(corner: str, level: float) -> str:
    return str(say(_("{corner}: {level}"), corner=corners()[corner], level=number(level)))


def diamond_figure(_result: None, **levels: float) -> Figure:
    """Draw the reader's diamond over that of the model cluster."""
    own = [levels[corner] for corner in CORNERS]
    model = _ring(_("Model cluster"), MODEL, {"color": style.color(1), "width": 2, "dash": "dash"})
    mine = _ring(_("Yours"), own, {"color": style.color(0), "width": 3}, fill="toself")
    mine |= {"mode": "lines+markers", "marker": {"size": 10, "symbol": "diamond"}, "hoveron": "points"}
    axis = {"visible": False, "fixedrange": True}
    layout = {
        "xaxis": axis | {"range": [-160, 160]},  # nearly square on a desk and on a phone
        "yaxis": axis | {"range": [-124, 124]},
        "annotations": _labels(),
        "shapes": [_spoke(0, 1), _spoke(1, 0)],
        "margin": {"l": 4, "r": 4},
    }
    return {"data": [mine, model], "layout": layout}


def _labels() -> list[Figure]:
    """Name the corners: above, below, and on the sides inside the picture, so that a phone shows them whole."""
    places = ((0, 112, "center"), (122, 13, "right"), (0, -112, "center"), (-122, 13, "left"))
    names = corners() | {"demand": _("Demand"), "factors": _("Factors")}
    return [
        {"x": x, "y": y, "text": names[corner], "showarrow": False, "xanchor": anchor}
        for corner, (x, y, anchor) in zip(CORNERS, places, strict=True)
    ]


def _spoke(x: int, y: int) -> Figure:
    line = {"color": style.MUTED, "width": 1}
    return {"type": "line", "x0": -100 * x, "x1": 100 * x, "y0": -100 * y, "y1": 100 * y, "line": line}


def strength_ring(found: Copying, **_values: Any) -> Figure:
    """Draw the even diamond that would be as strong."""
    line = {"color": style.color(2), "width": 3, "dash": "dot"}
    ring = _ring(_("Its strength"), [found.now] * 4, line)
    return ring | {"hoverinfo": "skip", "meta": {"columns": []}}


def copy_figure(found: Copying, **_values: Any) -> Figure:
    """Draw the strength that each copied corner would bring: what is there now, and what is added."""
    rows = [short()[corner] for corner in CORNERS]
    base = {"type": "bar", "orientation": "h", "y": rows}
    now = {"name": _("Now"), "x": [found.now] * 4, "marker": {"color": style.MUTED}, "hovertemplate": "%{x:.1f}"}
    pattern = {"color": style.color(1), "pattern": {"shape": "/"}}
    added = {"name": _("Added by copying it"), "x": found.gains, "marker": pattern, "hovertemplate": "+%{x:.1f}"}
    limit = found.cap if found.cap <= FAR else None
    line = {"color": style.color(3), "width": 3, "dash": "dash"}
    cap = {"type": "scatter", "mode": "lines", "name": _("Cap, the weakest corner left as it is"), "line": line}
    axes = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("Strength (best = 100)")}, "range": [0, 105]},
        "yaxis": {"title": {"text": _("Corner copied")}, "autorange": "reversed"},
        "legend": {"traceorder": "normal"},
    }
    return {"data": [base | now, base | added, cap | {"x": [limit, limit], "y": [rows[0], rows[-1]]}], "layout": axes}


def reach_figure(found: Array, **_values: Any) -> Figure:
    """Draw strength along one corner alone, one line an exponent."""
    lines = []
    for row, dash, n, name in zip(found, DASHES, range(5), exponents().values(), strict=True):
        line = {"color": style.color(n), "width": 2.5, "dash": dash}
        lines.append({"type": "scatter", "mode": "lines", "name": name, "x": LEVELS, "y": row, "line": line})
    best = {"x": [100, 100], "y": [0, 125], "line": {"color": style.MUTED, "width": 1, "dash": "dot"}}
    guide = {"type": "scatter", "mode": "lines", "name": _("Best in the world"), "meta": {"columns": []}} | best
    axes = {
        "xaxis": {"title": {"text": _("Factor conditions (best = 100)")}, "range": [0, 200]},
        "yaxis": {"title": {"text": _("Strength of the cluster")}, "range": [0, 125]},
        "legend": {"traceorder": "normal"},
    }
    return {"data": [*lines, guide], "layout": axes}


def reach(strategy: float, demand: float, support: float) -> Array:
    """Strength along `LEVELS` of factor conditions, one row an exponent of the explorer.

    Examples
    --------
    >>> reach(50, 50, 50).shape
    (5, 40)
    """
    along = np.stack([np.full_like(LEVELS, level) for level in (strategy, demand, support)] + [LEVELS], axis=1)
    return np.stack([strength(along, r) for r in EXPONENTS])


def place_on_reach(found: Copying, *, r: str, factors: float, **_values: Any) -> Figure:
    """Mark where the reader's cluster stands."""
    color = style.color(EXPONENTS.index(-math.inf if r == "-inf" else float(r)))
    marker = {"size": 13, "symbol": "circle-open", "line": {"width": 3}, "color": color}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _("Yours"),
        "x": [factors],
        "y": [found.now],
        "marker": marker,
    }
