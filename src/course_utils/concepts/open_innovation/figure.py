"""Pictures of two rivals: research against spillover, where it falls and rises, and a firm without its laboratory."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.open_innovation.model import DIFFICULTIES, SPILLOVERS, Array, Hinge, curve
from course_utils.explorer import style
from course_utils.measures import ResearchGame
from course_utils.words import _, number, say

Figure = dict[str, Any]

#: Difficulties that are drawn for comparison, with their dashes.
COMPARED = {0.0: "dot", 0.05: "dashdot", 0.2: "dash"}
#: End of the axis of knowledge, by knowledge outside both firms.
WIDEST = {"0": 0.32, "0.1": 0.45, "0.3": 0.7}
PERCENT = [100 * theta for theta in SPILLOVERS]


def research(own: tuple[float, ...], *, outside: str, **_values: Any) -> Figure:
    """Draw research against spillover: easy and hard learning, and the reader's difficulty."""
    told = _("β = {beta}")
    data = []
    for beta, dash in COMPARED.items():
        name = say(told, beta=number(beta, 2))
        line: Figure = {"type": "scatter", "mode": "lines", "name": name, "x": PERCENT}
        line |= {"y": list(curve(beta, float(outside))), "line": {"color": style.MUTED, "dash": dash, "width": 2}}
        data.append(line | {"hovertemplate": "%{x:.0f} %: %{y:.3f}"})
    mine: Figure = {"type": "scatter", "mode": "lines", "name": _("Your β"), "x": PERCENT, "y": list(own)}
    data.append(mine | {"line": {"color": style.color(0), "width": 4}, "hovertemplate": "%{x:.0f} %: %{y:.3f}"})
    top = 0.24 if outside == "0" else 0.34
    axes = {
        "xaxis": {"title": {"text": _("Spillover θ (%)")}, "range": [-3, 103]},
        "yaxis": {"title": {"text": _("Own research M")}, "range": [0, top]},
    }
    return {"data": data, "layout": axes}


def star(found: ResearchGame, *, spillover: float, **_values: Any) -> Figure:
    """Mark the reader's two firms."""
    return _star([100 * spillover], [found.research], _("Your two firms"))


def _star(x: list[float], y: list[float], name: str) -> Figure:
    marker = {"symbol": "star", "size": 16, "color": style.color(3), "line": {"width": 1, "color": "#ffffff"}}
    mark: Figure = {"type": "scatter", "mode": "markers", "name": name, "x": x, "y": y, "marker": marker}
    return mark | {"cliponaxis": False, "hovertemplate": "%{y:.3f}<extra></extra>"}


def regions(found: Array, **_values: Any) -> Figure:
    """Draw by how much spillovers change research, over spillover and difficulty; a line where they do not."""
    z = np.round(100 * found, 3)
    both: Figure = {"type": "contour", "x": PERCENT, "y": list(DIFFICULTIES), "z": z}
    scale = {"colorscale": style.DIVERGING, "zmin": -50, "zmid": 0, "zmax": 50}
    levels = {"start": -40, "end": 10, "size": 10, "showlabels": True, "labelfont": {"size": 12, "color": "#222832"}}
    levels |= {"coloring": "heatmap"}
    filled = both | scale | {"name": _("Change of research"), "contours": levels, "line": {"width": 0.5}}
    filled |= {"colorbar": {"title": {"text": "%"}, "thickness": 12}, "hovertemplate": "%{z:.1f} %<extra></extra>"}
    nought = {"start": 0, "end": 0, "size": 1, "coloring": "none"}
    beyond = np.where(np.arange(z.shape[1]) == 0, np.nan, z)  # without spillover nothing changes at any difficulty
    line = both | {"z": beyond} | {"name": _("No change"), "contours": nought, "showscale": False, "hoverinfo": "skip"}
    line |= {"line": {"width": 3, "color": style.color(3), "dash": "dash"}, "meta": {"columns": []}, "showlegend": True}
    axes = {
        "xaxis": {"title": {"text": _("Spillover θ (%)")}, "range": [0, 100]},
        "yaxis": {"title": {"text": _("Difficulty of learning β")}, "range": [0, 0.5]},
        "legend": {"itemsizing": "constant"},
    }
    return {"data": [filled, line], "layout": axes}


def here(_result: None, *, spillover: float, difficulty: float) -> Figure:
    """Mark the reader's place on the map."""
    return _star([100 * spillover], [difficulty], _("You are here"))


def hinge(found: Hinge, *, outside: str, **_values: Any) -> Figure:
    """Stack what a firm knows by origin, with its laboratory and without."""
    parts = (
        (_("Own research"), found.own, style.color(0), ""),
        (_("From the rival"), found.rival, style.color(1), "/"),
        (_("From outside"), found.outside, style.color(2), "."),
    )
    names = [_("with laboratory"), _("without")]
    data = []
    for name, values, colour, shape in parts:
        marker: Figure = {"color": colour, "pattern": {"shape": shape, "solidity": 0.3}}
        bar: Figure = {"type": "bar", "orientation": "h", "name": name, "y": names, "x": list(values)}
        data.append(bar | {"marker": marker, "hovertemplate": "%{x:.3f}"})
    axes = {
        "barmode": "stack",
        "legend": {"traceorder": "normal"},
        "xaxis": {"title": {"text": _("What the firm knows, z")}, "range": [0, WIDEST[outside]]},
        "yaxis": {"autorange": "reversed"},
    }
    return {"data": data, "layout": axes}
