"""Phase diagrams of footloose firms, and the path of region 1 as trade gets freer."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.globalisation import footloose
from course_utils.concepts.globalisation.footloose import Array
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

FREENESS = np.round(np.linspace(0.02, 0.98, 33), 2)
PATH = np.round(np.linspace(0.02, 0.98, 97), 2)
SHARES = np.round(np.linspace(0.2, 0.9, 36), 2)
GAPS = np.round(np.linspace(0.0, 0.25, 26), 2)


def by_share(gap: float) -> Array:
    """Share of firms in region 1 over freeness and market share."""
    return footloose.firms(SHARES[:, None], FREENESS, gap)


def by_gap(share: float) -> Array:
    """Share of firms in region 1 over freeness and wage gap."""
    return footloose.firms(share, FREENESS, GAPS[:, None])


def share_figure(found: Array, gap: str) -> Figure:
    """Draw who has the firms over freeness and market share, with the two lines at which a region is empty."""
    low, high = footloose.emptying_share(PATH, float(gap)), footloose.gathering_share(PATH, float(gap))
    lines = [_limit(_("Region 1 empty below"), 100 * low, "dash"), _limit(_("Region 2 empty above"), 100 * high, "dot")]
    up = {"title": {"text": _("Region 1's share of the market (%)")}, "range": [20, 90]}
    return _phases(100 * found, 100 * SHARES, lines, up)


def gap_figure(found: Array, share: str) -> Figure:
    """Draw who has the firms over freeness and wage gap."""
    low = footloose.emptying_gap(float(share), PATH)
    high = footloose.gathering_gap(float(share), PATH)
    lines = [
        _limit(_("Region 1 empty above"), _seen(low), "dash"),
        _limit(_("Region 2 empty below"), _seen(high), "dot"),
    ]
    up = {"title": {"text": _("Wages in region 2 lower by (%)")}, "range": [0, 25]}
    return _phases(100 * found, 100 * GAPS, lines, up)


def _seen(gap: Array) -> Array:
    return np.where((gap >= 0) & (gap <= GAPS[-1]), 100 * gap, np.nan)


def _phases(z: Array, y: Array, lines: list[Figure], up: Figure) -> Figure:
    bar = {"title": {"text": _("Firms in region 1 (%)"), "side": "top"}, "orientation": "h", "thickness": 12}
    field = {
        "type": "heatmap",
        "name": _("Firms in region 1 (%)"),
        "x": FREENESS,
        "y": y,
        "z": z,
        "zmin": 0,
        "zmax": 100,
        "colorscale": style.DIVERGING,
        "colorbar": bar | {"y": -0.2, "yanchor": "top"},
        "hovertemplate": "%{x:.2f}, %{y:.0f}: %{z:.0f} %<extra></extra>",
    }
    axes = {"xaxis": {"title": {"text": _("Freeness of trade")}, "range": [0, 1]}, "yaxis": up}
    return {"data": [field, *lines], "layout": axes | {"margin": {"b": 80}}}


def _limit(name: str, y: Array, dash: str) -> Figure:
    line = {"color": style.MUTED, "width": 3, "dash": dash}
    base = {"type": "scatter", "mode": "lines", "name": name, "x": PATH, "y": y, "line": line}
    return base | {"hoverinfo": "skip"}


def path_figure(found: Array, **_values: Any) -> Figure:
    """Draw region 1's share of the firms as trade gets freer, with its share of the market."""
    line = {"type": "scatter", "mode": "lines", "name": _("Firms in region 1"), "x": PATH, "y": 100 * found}
    line |= {"line": {"color": style.color(0), "width": 3}, "hovertemplate": "%{x:.2f}: %{y:.0f} %"}
    axes = {
        "xaxis": {"title": {"text": _("Freeness of trade")}, "range": [0, 1]},
        "yaxis": {"title": {"text": _("Share of all firms (%)")}, "range": [-4, 104]},
    }
    return {"data": [line], "layout": axes}


def market_line(_result: None, *, share: str) -> Figure:
    """Draw the share of the market, for comparison."""
    line = {"color": style.MUTED, "width": 2, "dash": "dash"}
    base = {"type": "scatter", "mode": "lines", "name": _("Its share of the market"), "x": [0, 1]}
    return base | {"y": [100 * float(share)] * 2, "line": line, "hoverinfo": "skip"}


def you(x: float, y: float) -> Figure:
    """Mark where the reader is."""
    dot = {"symbol": "diamond", "size": 14, "color": style.color(3), "line": {"width": 2, "color": "#ffffff"}}
    mark = {"type": "scatter", "mode": "markers", "name": _("You"), "x": [x], "y": [y], "marker": dot}
    return mark | {"hovertemplate": "%{x:.2f}, %{y:.0f}"}
