"""The map of départements, its extremes and the reader's own."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.urban_hierarchy.places import names_of
from course_utils.concepts.urban_hierarchy.sentences import maps
from course_utils.concepts.urban_hierarchy.territories import DepartementMap
from course_utils.explorer import style
from course_utils.words import _

CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
#: Above this the largest commune is shown alike: Toulouse alone would leave all others pale.
PRIMACY_TOP = 6.0


def map_figure(result: DepartementMap, map: str, vintage: str) -> dict[str, Any]:
    """Départements coloured by the value chosen."""
    scale = 1.0 if map == "primacy" else 100.0
    values = scale * result.values
    low, high = _range(map, values)
    unit = _("times; 6 and more alike") if map == "primacy" else "%"
    trace = {
        "type": "choropleth",
        "name": maps()[map],
        "geojson": "departements",
        "locations": list(result.codes),
        "z": values,
        "text": [names_of("departement")[code] for code in result.codes],
        "hovertemplate": "%{text}: %{z:.2f}<extra></extra>",
        "colorscale": style.DIVERGING if map == "growth" else style.SEQUENTIAL,
        "zmin": low,
        "zmax": high,
        "colorbar": {
            "title": {"text": unit, "side": "top"},
            "orientation": "h",
            "thickness": 12,
            "y": -0.05,
            "yanchor": "top",
        },
        "marker": {"line": {"width": 0.5, "color": style.MUTED}},
    }
    return {"data": [trace], "layout": {"geo": style.france(), "margin": {"t": 0, "b": 50}}}


def _range(map: str, values: np.ndarray) -> tuple[float, float]:
    if map == "primacy":
        return 1.0, PRIMACY_TOP
    top = float(np.nanmax(np.abs(values)))
    return (-top if map == "growth" else 0.0), top


def extremes_trace(result: DepartementMap, map: str, vintage: str) -> dict[str, Any]:
    """Outline the départements of the highest and of the lowest value."""
    return _outline(
        _("Highest and lowest"), [result.codes[result.highest], result.codes[result.lowest]], style.color(1)
    )


def home_trace(result: str, territory: str) -> dict[str, Any]:
    """Outline the reader's département."""
    return _outline(_("Your département"), [result], style.color(3))


def _outline(name: str, codes: list[str], color: str) -> dict[str, Any]:
    look = {
        "colorscale": CLEAR,
        "showscale": False,
        "marker": {"line": {"width": 3, "color": color}},
        "hoverinfo": "skip",
    }
    return {
        "type": "choropleth",
        "name": name,
        "geojson": "departements",
        "locations": codes,
        "z": [1.0] * len(codes),
    } | look
