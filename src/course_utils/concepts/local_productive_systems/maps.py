"""Maps of France and of Morocco, coloured by how certain a place is of its list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from course_utils.datasets import geometry
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]
CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
MARGIN = 0.03
#: Name of the outlines of the Moroccan provinces.
MOROCCO = "morocco_establishments"


def map_of(
    outlines: str, codes: Sequence[str], values: Any, texts: Sequence[str], top: float, title: str, told: str
) -> Figure:
    """Draw a map from pale (0) to dark (`top`); `told` is what a touched place says after its text."""
    trace = {
        "type": "choropleth",
        "name": title,
        "geojson": outlines,
        "locations": list(codes),
        "z": np.round(np.asarray(values, dtype=float)),
        "text": list(texts),
        "hovertemplate": f"%{{text}}<br>{told}<extra></extra>",
        "colorscale": style.SEQUENTIAL,
        "zmin": 0.0,
        "zmax": top,
        "colorbar": {
            "title": {"text": title, "side": "top"},
            "orientation": "h",
            "thickness": 12,
            "y": -0.05,
            "yanchor": "top",
        },
        "marker": {"line": {"width": 0.5, "color": style.MUTED}},
        "meta": {"columns": ["text", "z"]},
    }
    return {"data": [trace], "layout": {"geo": frame(outlines), "margin": {"t": 0, "b": 56}}}


def home_trace(_result: None, territory: str) -> Figure:
    """Outline the reader's département."""
    look = {"colorscale": CLEAR, "showscale": False, "hoverinfo": "skip", "meta": {"columns": []}}
    outline = {"marker": {"line": {"width": 3, "color": style.color(3)}}}
    base = {"type": "choropleth", "name": _("Your département"), "geojson": "departements", "locations": [territory]}
    return base | {"z": [1.0]} | look | outline


@cache
def frame(outlines: str) -> Figure:
    """``geo`` of a map: the frame is given, since plotly's own fit halves the map."""
    if outlines == "departements":
        return style.france()
    points = [p for feature in geometry(outlines)["features"] for p in _points(feature["geometry"])]
    ends: Figure = {}
    for axis, values in zip(("lonaxis", "lataxis"), np.array(points).T, strict=True):
        low, high = float(values.min()), float(values.max())
        ends[axis] = {"range": [low - MARGIN * (high - low), high + MARGIN * (high - low)]}
    return {"visible": False, "projection": {"type": "mercator"}} | ends


def _points(shape: Figure) -> list[list[float]]:
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return [point[:2] for polygon in polygons for ring in polygon for point in ring]
