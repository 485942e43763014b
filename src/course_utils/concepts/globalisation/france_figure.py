"""Pictures of French places: a map of one term, mix against local term, and the reader's bars."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.globalisation import places, wording
from course_utils.concepts.globalisation.france import BARS, Home, Picture
from course_utils.concepts.globalisation.model import Array
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
#: Every map has the same scale, so that a pale map says something; beyond its ends places are drawn alike.
REACH = 12.0
SPAN = ((-4.5, 5.5), (-14.0, 17.0))
MOST = 101


def map_figure(found: Picture, level: str, period: str, weights: str, part: str) -> Figure:
    """Draw one term by département; those of a région are drawn alike."""
    value = dict(zip(found.codes, getattr(found, part), strict=True))
    home = places.home_of(level)
    codes = list(places.jobs().index)
    held = np.array([value.get(home[code], np.nan) for code in codes])
    trace = {
        "type": "choropleth",
        "name": wording.parts()[part],
        "geojson": "departements",
        "locations": codes,
        "z": held,
        "text": [places.names()[code] for code in codes],
        "hovertemplate": "%{text}: %{z:.1f} %<extra></extra>",
        "colorscale": style.DIVERGING,
        "zmin": -REACH,
        "zmax": REACH,
        "colorbar": _scale(),
        "marker": {"line": {"width": 0.5, "color": style.MUTED}},
        "meta": {"columns": ["text", "z"]},
    }
    return {"data": [trace], "layout": {"geo": style.france(), "margin": {"t": 0, "b": 64}}}


def _scale() -> Figure:
    title = {"text": _("% of the first year's jobs"), "side": "top"}
    place = {"orientation": "h", "thickness": 12, "y": -0.03, "yanchor": "top", "title": title}
    return place | {"tickvals": [-12, -6, 0, 6, 12], "ticktext": ["−12", "−6", "0", "+6", "+12"]}


def home_outline(_result: None, *, territory: str) -> Figure:
    """Outline the reader's département."""
    look = {"colorscale": CLEAR, "showscale": False, "hoverinfo": "skip", "meta": {"columns": []}}
    outline = {"marker": {"line": {"width": 3, "color": style.color(3)}}}
    base = {"type": "choropleth", "name": _("Your département"), "geojson": "departements", "locations": [territory]}
    return base | {"z": [1.0]} | look | outline


def scatter_figure(found: Picture, **_values: Any) -> Figure:
    """Draw the mix of each place against its local term; on the dashed line a place grows as the whole does."""
    gap = [None] * (MOST - len(found.codes))
    cloud = {
        "type": "scatter",
        "mode": "markers",
        "name": _("Places"),
        "x": [*found.mix, *gap],
        "y": [*found.local, *gap],
        "text": [*found.names, *gap],
        "marker": {"size": 8, "color": style.color(0), "opacity": 0.55},
        "hovertemplate": "%{text}: %{x:.1f}, %{y:.1f}<extra></extra>",
        "meta": {"columns": ["text", "x", "y"]},
    }
    line: Figure = {"type": "scatter", "mode": "lines", "name": _("As the whole"), "x": [-4.5, 5.5], "y": [4.5, -5.5]}
    line |= {"line": {"color": style.MUTED, "dash": "dash"}, "hoverinfo": "skip", "meta": {"columns": []}}
    across, up = SPAN
    axes = {
        "xaxis": {"title": {"text": _("Industry mix (%)")}, "range": list(across)},
        "yaxis": {"title": {"text": _("Local term (%)")}, "range": list(up)},
    }
    return {"data": [cloud, line], "layout": axes}


def home_point(found: tuple[float, float], **_values: Any) -> Figure:
    """Mark the reader's place."""
    dot = {"symbol": "diamond", "size": 13, "color": style.color(3), "line": {"width": 1, "color": "#ffffff"}}
    base = {"type": "scatter", "mode": "markers", "name": _("Yours"), "x": [found[0]], "y": [found[1]]}
    return base | {"marker": dot, "hovertemplate": "%{x:.1f}, %{y:.1f}<extra></extra>"}


def terms_figure(whole: float, **_values: Any) -> Figure:
    """Draw the terms of France as a whole: mix and local term are nothing."""
    axes = {
        "barmode": "group",
        "yaxis": {"title": {"text": _("% of the jobs of the start")}},
        "xaxis": {"title": {"text": ""}},
    }
    bars = _bars(_("France"), np.array([whole, whole, 0.0, 0.0]), style.MUTED, "")
    return {"data": [bars], "layout": axes}


def home_bars(found: Home, **_values: Any) -> Figure:
    """Draw the terms of the reader's département."""
    return _bars(_("Your département"), found.own, style.color(3), "")


def peer_bars(found: Home, **_values: Any) -> Figure:
    """Draw the terms of its peers."""
    return _bars(_("Its five peers"), found.peers, style.color(0), "/")


def _bars(name: str, values: Array, colour: str, pattern: str) -> Figure:
    across = [wording.parts()[part] for part in BARS]
    marker = {"color": colour, "pattern": {"shape": pattern}}
    bars = {"type": "bar", "name": name, "x": across, "y": values, "marker": marker}
    return bars | {"hovertemplate": "%{x}: %{y:.1f} %"}


def sectors_figure(growth: Array, **_values: Any) -> Figure:
    """Draw the growth of each sector in France."""
    axes = {
        "barmode": "group",
        "xaxis": {"title": {"text": _("Growth (%)")}, "range": [-60, 60]},
        "yaxis": {"autorange": "reversed"},
        "legend": {"traceorder": "normal"},
    }
    return {"data": [_across(_("France"), growth, style.MUTED, "")], "layout": axes}


def home_sectors(growth: Array, **_values: Any) -> Figure:
    """Draw the growth of each sector in the reader's département."""
    return _across(_("Your département"), growth, style.color(3), "/")


def _across(name: str, values: Array, colour: str, pattern: str) -> Figure:
    marker = {"color": colour, "pattern": {"shape": pattern}}
    bars = {"type": "bar", "orientation": "h", "name": name, "y": list(places.sectors().values()), "x": values}
    return bars | {"marker": marker, "hovertemplate": "%{y}: %{x:.1f} %"}
