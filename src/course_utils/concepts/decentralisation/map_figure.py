"""Pictures of intercommunality: the map by class, the change by type, and communes since 1943."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pandas as pd

from course_utils.concepts.decentralisation.communes import counts
from course_utils.concepts.decentralisation.intercommunal import COMMUNES, PEOPLE, TYPES, Classes
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]

CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
RAMP = ("#d9e8f5", "#9cc3e3", "#5a9bd0", "#2568a6", "#0d3b66")
PALE = "#d5d9de"
COLOURS = {
    "type": (RAMP[1], style.color(1), style.color(4), style.color(2)),
    "people": (style.color(1), *RAMP[1:]),
    "communes": RAMP,
    "tax": (style.color(0), style.color(1)),
    "change": (style.color(2), style.color(4), style.color(1), style.color(0), RAMP[1], PALE),
}
#: Classes of the map that has most.
MOST = max(map(len, COLOURS.values()))
#: Colours of the types as lines: those of the map, the palest darker.
LINES = (style.color(0), *COLOURS["type"][1:])
SYMBOLS = ("circle", "square", "diamond", "x")


def type_names() -> dict[str, str]:
    """Name of each type."""
    return {
        "CC": _("communauté de communes"),
        "CA": _("communauté d'agglomération"),
        "CU": _("communauté urbaine"),
        "METRO": _("métropole"),
    }


def maps() -> dict[str, str]:
    """Name of each map."""
    return {
        "type": _("type"),
        "people": _("inhabitants"),
        "communes": _("number of communes"),
        "tax": _("tax regime (2025)"),
        "change": _("what changed since 2019"),
    }


def class_names(map: str) -> list[str]:
    """Name of each class of a map."""
    if map in ("people", "communes"):
        return _steps(PEOPLE if map == "people" else COMMUNES)
    return {
        "type": list(type_names().values()),
        "tax": [_("one business tax, the group's"), _("taxes beside the communes'")],
        "change": [
            _("new, or a new code"),
            _("other type"),
            _("other tax regime"),
            _("more communes"),
            _("fewer communes"),
            _("none of these"),
        ],
    }[map]


def _steps(ends: tuple[int, ...]) -> list[str]:
    first = str(say(_("under {n}"), n=number(ends[1])))
    last = str(say(_("{n} and more"), n=number(ends[-1])))
    pairs = itertools.pairwise(ends[1:])
    return [first, *(str(say(_("{a} to {b}"), a=number(a), b=number(b - 1))) for a, b in pairs), last]


def map_figure(found: Classes, map: str) -> Figure:
    """Colour the intercommunalities of 2026 by class."""
    names, colours = class_names(map), COLOURS[map]
    shown = np.where(found.member >= 0, found.member, np.nan)
    unknown = _("not known")
    texts = [
        f"{name}: {names[own] if own >= 0 else unknown}" for name, own in zip(found.names, found.member, strict=True)
    ]
    trace = {
        "type": "choropleth",
        "name": maps()[map],
        "geojson": "epci",
        "locations": list(found.codes),
        "z": shown,
        "text": texts,
        "hovertemplate": "%{text}<extra></extra>",
        "zmin": -0.5,
        "zmax": MOST - 0.5,
        "colorscale": _bands(colours),
        "showscale": False,
        "marker": {"line": {"width": 0}},
        "meta": {"columns": ["text"]},
    }
    return {"data": [trace], "layout": {"geo": style.france(), "margin": {"t": 0, "b": 0}}}


def _bands(colours: tuple[str, ...]) -> list[list[Any]]:
    padded = [*colours, *([PALE] * (MOST - len(colours)))]
    return [[edge / MOST, colour] for i, colour in enumerate(padded) for edge in (i, i + 1)]


def key_figure(found: Classes, map: str) -> Figure:
    """Draw how many there are of each class, in the colours of the map: its key."""
    names, colours = class_names(map), COLOURS[map]
    gap = MOST - len(names)
    rows = [*names, *([None] * gap)]
    bars = {"type": "bar", "orientation": "h", "name": _("intercommunalities"), "y": rows}
    texts = [str(number(own)) for own in found.counts] + [None] * gap
    look = {
        "x": [*found.counts.tolist(), *([None] * gap)],
        "text": texts,
        "textposition": "outside",
        "cliponaxis": False,
    }
    look |= {"marker": {"color": [*colours, *([PALE] * gap)]}, "showlegend": False, "meta": {"columns": ["y", "x"]}}
    axes = {
        "xaxis": {"title": {"text": _("Groups in 2026")}, "range": [0, 1400]},
        "yaxis": {"autorange": "reversed", "type": "category"},
    }
    return {"data": [bars | look], "layout": axes}


def home_trace(_result: None, *, territory: str) -> Figure:
    """Outline the reader's intercommunality."""
    look = {"colorscale": CLEAR, "showscale": False, "hoverinfo": "skip", "meta": {"columns": []}}
    outline = {"marker": {"line": {"width": 2, "color": style.color(3)}}}
    base = {"type": "choropleth", "name": _("Your territory"), "geojson": "epci", "locations": [territory]}
    return base | {"z": [1.0]} | look | outline


def change_figure(found: pd.DataFrame, **_values: Any) -> Figure:
    """Draw the change since 2019 of each type."""
    data = []
    for row, own in enumerate(TYPES):
        look = {"line": {"color": LINES[row], "width": 3}, "marker": {"symbol": SYMBOLS[row], "size": 8}}
        base = {"type": "scatter", "mode": "lines+markers", "name": type_names()[own], "x": list(map(int, found.index))}
        data.append(base | {"y": found[own].round(2)} | look)
    axes = {
        "xaxis": {"title": {"text": _("1 January")}, "dtick": 1, "tickformat": "d"},
        "yaxis": {"title": {"text": _("Change since 2019 (%)")}},
    }
    return {"data": data, "layout": axes}


def communes_figure(_result: None) -> Figure:
    """Draw the number of communes since 1943."""
    years = [int(year) for year in counts().index]
    line = {"type": "scatter", "mode": "lines+markers", "name": _("communes"), "x": years, "y": counts().tolist()}
    look = {"line": {"color": style.color(0), "width": 3}, "marker": {"size": 4}}
    axes = {"xaxis": _years(), "yaxis": {"title": {"text": _("Communes on 1 January")}, "tickformat": ","}}
    return {"data": [line | look], "layout": axes}


def most_trace(found: pd.Series, **_values: Any) -> Figure:
    """Mark the year in which events of the kind chosen changed the number most."""
    year = int(found.abs().idxmax())
    mark = {"type": "scatter", "mode": "markers", "name": _("largest change of the kind chosen"), "x": [year]}
    look = {"symbol": "diamond", "size": 12, "color": style.color(3)}
    return mark | {"y": [int(counts().loc[year])], "marker": look}


def events_figure(found: pd.Series, **_values: Any) -> Figure:
    """Draw what events did to the number of communes."""
    bars = {"type": "bar", "name": _("change in the year"), "x": list(map(int, found.index)), "y": found.tolist()}
    axes = {"xaxis": _years(), "yaxis": {"title": {"text": _("Communes more or fewer")}}}
    return {"data": [bars | {"marker": {"color": style.color(1)}}], "layout": axes}


def _years() -> dict[str, Any]:
    return {"title": {"text": _("Year")}, "range": [1940, 2029], "dtick": 10, "tickformat": "d"}
