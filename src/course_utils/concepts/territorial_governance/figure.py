"""Pictures of the choice: who counts, who wins by which method, and what chance makes of it."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.territorial_governance import lottery, names
from course_utils.concepts.territorial_governance.lottery import Decided
from course_utils.concepts.territorial_governance.voices import GROUPS, METHODS, PATHS, Verdict
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

READER = style.color(1)
#: Colour and pattern of each path; the last is for no winner.
LOOKS = [(style.color(i), p) for i, p in enumerate(("", "/", "x", ".", "\\"))] + [(style.MUTED, "-")]


def weight_figure(parts: np.ndarray, **_values: Any) -> Figure:
    """Draw the weight of each group, stacked by what gives it; shape (4, 7), the last row if nothing counts."""
    labels = (_("Power"), _("Legitimacy"), _("Urgency"), _("One group, one voice"))
    data = [
        _bar(label, 100 * part, list(names.groups().values()), (style.color(look), pattern))
        for label, part, look, pattern in zip(labels, parts, (0, 2, 3, 5), ("", "/", "x", "."), strict=True)
    ]
    axes = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("Weight (%)")}, "range": [0, 62]},
        "yaxis": {"autorange": "reversed"},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def _bar(name: str, x: Any, y: list[str], look: tuple[str, str]) -> Figure:
    pattern = {"shape": look[1], "fillmode": "overlay", "solidity": 0.2}
    marker = {"color": look[0], "pattern": pattern}
    return {"type": "bar", "orientation": "h", "name": name, "x": x, "y": y, "marker": marker}


def winner_figure(found: dict[str, Verdict], **_values: Any) -> Figure:
    """Draw how each path does by each method, from its last (0) to its first (100), a star where it wins."""
    columns, rows = list(names.paths().values()), list(names.methods().values())
    points = np.array([found[method].points for method in METHODS])
    least, most = points.min(axis=1, keepdims=True), points.max(axis=1, keepdims=True)
    grid = 100 * (points - least) / np.maximum(most - least, 1e-9)
    heat = {
        "type": "heatmap",
        "name": _("Last 0, first 100"),
        "x": columns,
        "y": rows,
        "z": grid,
        "zmin": 0,
        "zmax": 100,
    }
    heat |= {"colorscale": style.SEQUENTIAL, "showscale": False, "xgap": 3, "ygap": 3}
    pairs = [(path, method) for method in METHODS for path in PATHS]
    x = [names.paths()[path] for path, _method in pairs]
    y = [names.methods()[method] if path in found[method].winners else None for path, method in pairs]
    mark = {"symbol": "star", "size": 19, "color": READER, "line": {"width": 1.5, "color": "#ffffff"}}
    stars = {"type": "scatter", "mode": "markers", "name": _("Wins"), "x": x, "y": y, "marker": mark}
    axes: Figure = {
        "yaxis": {"autorange": "reversed", "type": "category"},
        "xaxis": {"type": "category", "side": "top"},
    }
    axes["legend"] = {"y": -0.02, "yanchor": "top"}
    return {"data": [heat, stars | {"showlegend": True}], "layout": axes | {"margin": {"t": 8, "b": 8}}}


def points_figure(found: Verdict, **_values: Any) -> Figure:
    """Draw the points of the method chosen."""
    wins = [path in found.winners for path in PATHS]
    marker = {
        "color": [READER if win else style.color(0) for win in wins],
        "pattern": {"shape": ["/" if win else "" for win in wins], "fillmode": "overlay", "solidity": 0.2},
    }
    bars = {"type": "bar", "orientation": "h", "name": _("Points"), "x": found.points, "marker": marker}
    bars |= {"y": list(names.paths().values()), "texttemplate": "%{x:.1f}", "textposition": "outside"}
    axes = {
        "xaxis": {"title": {"text": _("Points (0-100)")}, "range": [0, 112]},
        "yaxis": {"autorange": "reversed"},
        "showlegend": False,
    }
    return {"data": [bars | {"cliponaxis": False}], "layout": axes}


def lottery_figure(found: Decided, **_values: Any) -> Figure:
    """Draw in which share of the weightings each path wins by each method."""
    labels = [*names.paths().values(), _("Nobody")]
    rows = list(names.methods().values())
    data = [_bar(label, 100 * found.shares[:, at], rows, LOOKS[at]) for at, label in enumerate(labels)]
    axes = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("Share of weightings (%)")}, "range": [0, 101]},
        "yaxis": {"autorange": "reversed"},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def cycle_figure(found: dict[int, list[float]], **_values: Any) -> Figure:
    """Draw how often no option beats all others, by the number of voters, with two standard errors."""
    looks = {3: (style.color(0), "circle", "solid"), 4: (style.color(3), "square", "dot")}
    voters = [str(n) for n in lottery.VOTERS]
    data: list[Figure] = []
    for options, shares in found.items():
        colour, symbol, dash = looks[options]
        bars = {"type": "data", "array": [100 * lottery.error(share) for share in shares], "width": 4}
        name = _("3 options") if options == 3 else _("4 options")
        line = {"type": "scatter", "mode": "lines+markers", "name": name, "x": voters, "y": [100 * s for s in shares]}
        mark = {"marker": {"symbol": symbol, "size": 9, "color": colour}, "line": {"dash": dash, "color": colour}}
        data.append(line | mark | {"error_y": bars | {"color": colour}})
    limit: Figure = {
        "type": "scatter",
        "mode": "lines",
        "name": _("Limit, 3 options"),
        "x": voters,
        "hoverinfo": "skip",
    }
    limit |= {"y": [100 * lottery.LIMIT] * len(voters), "line": {"color": style.MUTED, "dash": "dash"}}
    axes = {
        "xaxis": {"title": {"text": _("Voters")}, "type": "category"},
        "yaxis": {"title": {"text": _("No winner (% of elections)")}, "range": [-0.5, 19]},
    }
    return {"data": [*data, limit | {"meta": {"columns": []}}], "layout": axes}


def no_trace(_found: Any, **_values: Any) -> Figure:
    """Add nothing to the picture: the overlay is there for its sentence."""
    empty = {"type": "scatter", "mode": "markers", "name": _("nothing"), "x": [None], "y": [None]}
    return empty | {"showlegend": False, "hoverinfo": "skip", "meta": {"columns": []}}


def parts(power: float, legitimacy: float, urgency: float) -> np.ndarray:
    """Split the weights of the groups by what gives them, shape (4, 7)."""
    own = np.array(list(GROUPS.values()), dtype=float).T * np.array([[power], [legitimacy], [urgency]])
    alike = np.full((1, len(GROUPS)), 0.0 if own.any() else 1.0)
    stacked = np.vstack([own, alike])
    return np.asarray(stacked / stacked.sum())
