"""Pictures of the pôles' home towns: distances between them, how fast knowledge fades, and the reader's nearest."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.proximity.figure import outlines
from course_utils.concepts.proximity.model import half_distance
from course_utils.concepts.proximity.places import in_the_metropole
from course_utils.concepts.proximity.towns import ALL, EDGES, Home, Spread, landmarks
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]

MIDDLES = (EDGES[1:] + EDGES[:-1]) / 2
KILOMETRES = np.arange(0.0, 1101.0, 25.0)
#: The model's weights that are drawn beside the studies.
TIMES = (2, 8, 30)


def theme_names() -> dict[str, str]:
    """Names of the groups of themes."""
    return {
        ALL: _("all themes"),
        "consumer goods and services": _("consumer goods and services"),
        "digital": _("digital"),
        "energy": _("energy"),
        "food": _("food"),
        "health": _("health"),
        "materials, chemistry, textiles": _("materials, chemistry, textiles"),
        "mobility and logistics": _("mobility and logistics"),
        "photonics": _("photonics"),
    }


def spread_figure(found: Spread, **_values: str) -> Figure:
    """Share of the pairs by distance: the theme as bars, all pôles as a stepped line."""
    bars = {"type": "bar", "name": _("Pôles of the theme"), "x": MIDDLES, "y": 100 * found.own, "width": 46}
    bars |= {"marker": {"color": style.color(0)}, "hovertemplate": "%{x:.0f} km: %{y:.1f} %<extra></extra>"}
    line = {"width": 2.5, "color": style.color(1), "shape": "hvh"}
    every = {"type": "scatter", "mode": "lines", "name": _("All pôles"), "x": MIDDLES, "y": 100 * found.every}
    every |= {"line": line, "hoverinfo": "skip"}
    axes = {
        "xaxis": {"title": {"text": _("Distance between home towns (km)")}, "range": [0, 1100]},
        "yaxis": {"title": {"text": _("Share of the pairs (%)")}, "rangemode": "tozero"},
        "bargap": 0,
    }
    return {"data": [bars, every], "layout": axes}


def decay_figure(found: Spread, **_values: str) -> Figure:
    """What is left of spillovers with distance, in two studies and for three weights of the model."""
    world, europe = landmarks()
    low, high = np.array([europe.kept(km) for km in KILOMETRES]).T
    edge = {"type": "scatter", "mode": "lines", "x": KILOMETRES, "hoverinfo": "skip"}
    thin = {"width": 0.5, "color": style.color(1)}
    data = [
        edge | {"name": _("Europe: least"), "y": 100 * low, "line": thin, "showlegend": False},
        edge
        | {"name": _("Regions of Europe (2013)"), "y": 100 * high, "line": thin, "fill": "tonexty"}
        | {"fillcolor": "rgba(162,97,33,0.35)"},
        edge
        | {"name": _("Countries (2002)"), "y": [100 * world.kept(km)[0] for km in KILOMETRES]}
        | {"line": {"width": 3, "color": style.color(2)}},
    ]
    for times, dash in zip(TIMES, ("longdash", "dash", "dot"), strict=True):
        name = say(_("Model: next door × {n}"), n=number(times))
        kept = 100 * 2 ** (-KILOMETRES / half_distance(times))
        data.append(edge | {"name": name, "y": kept, "line": {"width": 2, "dash": dash, "color": style.color(0)}})
    mark = {"type": "scatter", "mode": "lines", "name": _("Half of the pairs are closer"), "hoverinfo": "skip"}
    data.append(mark | {"x": [found.median] * 2, "y": [0, 100], "line": {"width": 2, "color": style.color(3)}})
    axes = {
        "xaxis": {"title": {"text": _("Distance (km)")}, "range": [0, 1100]},
        "yaxis": {"title": {"text": _("Left of what it is next door (%)")}, "range": [0, 102]},
        "legend": {"orientation": "h", "x": 0, "y": -0.28, "yanchor": "top"},
        "margin": {"b": 130, "t": 10},
    }
    return {"data": data, "layout": axes}


def map_figure(found: Spread, **_values: str) -> Figure:
    """Home towns of the pôles, those of the theme filled."""
    table = in_the_metropole()
    chosen = table["theme"].to_numpy() == found.theme if found.theme != ALL else np.ones(len(table), dtype=bool)
    told = _("{town}: {pole}")
    text = [say(told, town=town, pole=pole) for town, pole in zip(table["town"], table["name"], strict=True)]
    marker = {
        "symbol": "circle",
        "size": np.where(chosen, 11, 5),
        "color": style.color(0),
        "opacity": 0.8,
        "line": {"width": 1, "color": "#ffffff"},
    }
    towns: Figure = {"type": "scattergeo", "mode": "markers", "name": _("Pôle (large: of the theme)")}
    towns |= {"lon": table["longitude"], "lat": table["latitude"], "marker": marker, "showlegend": True}
    towns |= {"text": text, "hovertemplate": "%{text}<extra></extra>", "meta": {"columns": ["text"]}}
    return {"data": [outlines(), towns], "layout": {"geo": style.france(), "margin": {"t": 30, "b": 0}}}


def home_trace(found: Home, **_values: str) -> Figure:
    """Lines from the reader's largest town to the five nearest home towns of pôles."""
    longitude, latitude = found.place
    ends = np.full((len(found.towns), 3, 2), np.nan)
    ends[:, 0], ends[:, 1] = (longitude, latitude), found.places
    told = _("{town}, {km}")
    text: list[str | None] = []
    for town, km in zip(found.towns, found.kilometres, strict=True):
        text += [say(told, town=town, km=number(km, 0, "km")), None, None]
    look = {"line": {"width": 2.5, "color": style.color(3)}, "showlegend": True, "hoverinfo": "skip"}
    place = {"lon": ends[:, :, 0].ravel(), "lat": ends[:, :, 1].ravel(), "text": text}
    trace = {"type": "scattergeo", "mode": "lines", "name": _("From you to the nearest")}
    return trace | place | look | {"meta": {"columns": ["text"]}}
