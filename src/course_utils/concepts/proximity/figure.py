"""Pictures of a population: the map, the space of organisations and knowledge, and how often pairs are linked."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from course_utils.concepts.proximity import picture
from course_utils.concepts.proximity.crowd import Kinds
from course_utils.concepts.proximity.picture import Links
from course_utils.concepts.proximity.places import Array, communes
from course_utils.concepts.proximity.population import PAIRS
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]


def looks() -> dict[str, tuple[str, str, str]]:
    """Name, colour and dash of each sort of link."""
    return {
        "near_same": (_("Neighbours, same organisation"), style.color(1), "solid"),
        "near_other": (_("Neighbours, two organisations"), style.color(1), "dot"),
        "far_same": (_("Far apart, same organisation"), style.color(0), "solid"),
        "far_other": (_("Far apart, two organisations"), style.color(0), "dot"),
    }


def letter(organisation: int) -> str:
    """Letter of an organisation.

    Examples
    --------
    >>> letter(2)
    'C'
    """
    return chr(ord("A") + int(organisation))


def _actors(state: Links) -> Figure:
    """Actors by name: what both pictures share."""
    found, names = state.found, _names()
    told = _("{place}, organisation {letter}, knowledge {k}")
    text = [
        say(told, place=names[code], letter=letter(organisation), k=number(k, 2))
        for code, organisation, k in zip(found.commune, found.organisation, found.knowledge, strict=True)
    ]
    marker = {"size": 10, "color": style.color(2), "line": {"width": 1, "color": "#ffffff"}}
    hover = {"text": text, "hovertemplate": "%{text}<extra></extra>", "meta": {"columns": ["text"]}}
    return {"mode": "markers", "name": _("Synthetic actor"), "marker": marker} | hover


@cache
def _names() -> dict[str, str]:
    return dict(communes()["name"])


def _edges(state: Links, places: Array, keys: tuple[str, str]) -> list[Figure]:
    """One trace a sort of link: one coordinate stands still, the other is left out where there is no link."""
    traces = []
    for sort, (name, colour, dash) in looks().items():
        own = picture.candidates(state.spread, state.organisations)[sort]
        ends = np.full((picture.room()[sort], 3, 2), np.nan)
        ends[: len(own), :2] = places[np.column_stack([side[own] for side in PAIRS])]
        ends[: len(own), :, 1][~state.linked[own]] = np.nan
        line = {"color": colour, "dash": dash, "width": 1.8}
        trace = {"mode": "lines", "name": name, "line": line, "hoverinfo": "skip", "meta": {"columns": []}}
        traces.append(trace | {key: ends[:, :, i].ravel() for i, key in enumerate(keys)})
    return traces


def map_figure(state: Links, **_values: Any) -> Figure:
    """Draw actors and links on the map of France."""
    places = picture.on_the_map(state.spread)
    kind = {"type": "scattergeo", "showlegend": True}
    data = [outlines(), *(kind | trace for trace in _edges(state, places, ("lon", "lat")))]
    actors = _actors(state) | {"lon": places[:, 0], "lat": places[:, 1], "customdata": state.degrees}
    actors["marker"] = actors["marker"] | {"size": 8 + np.minimum(state.degrees, 10)}
    told = {"hovertemplate": _("%{text}; links: %{customdata}<extra></extra>")}
    data.append(kind | actors | told | {"meta": {"columns": ["text", "customdata"]}})
    return {"data": data, "layout": {"geo": style.france(), "margin": {"t": 30, "b": 0}}}


def outlines() -> Figure:
    """Outlines of the départements, without any value."""
    codes = _metropolitan()
    clear = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
    look = {"colorscale": clear, "showscale": False, "hoverinfo": "skip", "showlegend": False, "meta": {"columns": []}}
    line = {"marker": {"line": {"width": 0.4, "color": style.MUTED}}}
    base = {"type": "choropleth", "name": _("Départements"), "geojson": "departements", "locations": codes}
    return base | {"z": [1.0] * len(codes)} | look | line


@cache
def _metropolitan() -> list[str]:
    return sorted(code for code in communes()["departement"].unique() if len(code) == 2)


def kind_figure(state: Links, **_values: Any) -> Figure:
    """Draw the same links by organisation and knowledge."""
    places = picture.by_kind(state.organisations)
    kind = {"type": "scatter", "showlegend": False}
    data = [kind | trace for trace in _edges(state, places, ("x", "y"))]
    data.append(kind | _actors(state) | {"x": places[:, 0], "y": places[:, 1]})
    most = list(range(max(picture.ORGANISATIONS)))  # as many ticks in all states: those out of range are not seen
    axes = {
        "xaxis": {"title": {"text": _("Knowledge base (0 to 1)")}, "range": [-0.03, 1.03], "zeroline": False},
        "yaxis": {
            "title": {"text": _("Organisation")},
            "tickvals": most,
            "ticktext": [letter(row) for row in most],
            "range": [state.organisations - 0.5, -0.5],
            "zeroline": False,
        },
        "hovermode": "closest",
    }
    return {"data": data, "layout": axes}


def kind_names() -> list[str]:
    """Names of the kinds of pairs, in the order of `KINDS`."""
    return [
        _("Neighbours, organised"),
        _("Neighbours, nothing shared"),
        _("Far, organised"),
        _("Far, nothing shared"),
    ]


def kinds_figure(found: Kinds, **_values: Any) -> Figure:
    """Bars: share of the pairs of each kind that is linked."""
    marker = {
        "color": [style.color(i) for i in (1, 1, 0, 0)],
        "pattern": {"shape": ["", "/", "", "/"], "fgcolor": "#ffffff", "fgopacity": 0.8},
    }
    above, below = found.high - found.mean, found.mean - found.low
    error = {"type": "data", "symmetric": False, "array": 100 * above.clip(0), "arrayminus": 100 * below.clip(0)}
    bars = {
        "type": "bar",
        "orientation": "h",
        "name": _("Pairs that are linked"),
        "y": kind_names(),
        "x": 100 * found.mean,
        "error_x": error | {"color": style.MUTED, "thickness": 2},
        "marker": marker,
        "hovertemplate": "%{y}: %{x:.1f} %<extra></extra>",
        "meta": {"columns": ["y", "x"]},
    }
    axes = {
        "xaxis": {"title": {"text": _("Of 100 pairs, linked")}, "range": [0, 104]},
        "yaxis": {"autorange": "reversed"},
    }
    return {"data": [bars], "layout": axes}
