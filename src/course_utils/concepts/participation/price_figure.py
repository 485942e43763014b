"""Pictures of compensation: in how many départements a site is accepted, and by whom."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.participation.payment import PAID, Price
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
#: From half of the people to all: the last step, everybody, has a colour of its own.
SCALE = [[0.0, "#f3d9c4"], [0.99, "#a8480c"], [0.99, "#0d3b66"], [1.0, "#0d3b66"]]


def curve_figure(found: Price, **_values: Any) -> Figure:
    """Draw the départements in which everybody, or half of the people, accept, by share of harm paid."""
    x = np.round(100 * PAID)
    everybody = {"color": style.color(0), "width": 3}
    half = {"color": style.color(1), "width": 2, "dash": "dash"}
    worth = {"color": style.MUTED, "width": 2, "dash": "dot"}
    data = [
        _line(_("everybody accepts"), x, found.everybody, everybody),
        _line(_("half of them accept"), x, found.majority, half),
        _line(_("worth building"), x, np.full(x.size, found.worth), worth),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Share of the harm paid (%)")}, "range": [-2, 102]},
        "yaxis": {"title": {"text": _("Départements (of 100)")}, "range": [-4, 106]},
    }
    return {"data": data, "layout": axes}


def _line(name: str, x: Any, y: Any, line: dict[str, Any]) -> Figure:
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": [int(v) for v in y], "line": line}


def paid_trace(found: Price, *, paid: float, **_values: Any) -> Figure:
    """Mark the share that is paid."""
    at = int(np.abs(PAID - paid).argmin())
    mark = {"type": "scatter", "mode": "markers", "name": _("paid now"), "x": [round(100 * float(PAID[at]))]}
    look = {"symbol": "diamond", "size": 14, "color": style.color(3)}
    return mark | {"y": [int(found.everybody[at])], "marker": look}


def map_figure(found: Price, **_values: Any) -> Figure:
    """Colour the départements by the share of people who accept."""
    ticks = {"tickvals": [50, 75, 100], "ticktext": [_("half"), _("75 %"), _("all")]}
    bar = {"orientation": "h", "thickness": 12, "y": -0.02, "yanchor": "top", "len": 0.9} | ticks
    trace = {
        "type": "choropleth",
        "name": _("People who accept (%)"),
        "geojson": "departements",
        "locations": list(found.codes),
        "z": [float(np.floor(100 * v + 1e-7)) for v in found.accepting],
        "zmin": 50,
        "zmax": 100,
        "colorscale": SCALE,
        "colorbar": bar | {"title": {"text": _("People who do not lose"), "side": "top"}},
        "hovertemplate": "%{location}: %{z} %<extra></extra>",
        "marker": {"line": {"width": 0.5, "color": style.MUTED}},
    }
    return {"data": [trace], "layout": {"geo": style.france(), "margin": {"t": 0, "b": 70}}}


def home_trace(_found: Any, *, territory: str, **_values: Any) -> Figure:
    """Outline the reader's département."""
    look = {"colorscale": CLEAR, "showscale": False, "hoverinfo": "skip", "meta": {"columns": []}}
    outline = {"marker": {"line": {"width": 3, "color": style.color(2)}}}
    base = {"type": "choropleth", "name": _("Your territory"), "geojson": "departements", "locations": [territory]}
    return base | {"z": [1.0]} | look | outline
