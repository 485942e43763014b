"""How the map of a picture is drawn: outlines that all pages share, coloured by a number or by a few words."""

from __future__ import annotations

import functools
import math
import textwrap
from collections.abc import Iterator
from typing import Any

from course_utils.datasets import geometry
from course_utils.explorer import style
from course_utils.sphinx_ext.axes import number_format, powers_of_ten
from course_utils.sphinx_ext.rules import COLOURS, PictureError
from course_utils.sphinx_ext.selection import Selection

#: Outlines for which the course knows the frame; of others it is taken from the outlines.
OF_FRANCE = ("departements", "regions", "epci")
MARGIN = 0.03
#: A longer title of the colours runs over lines: it must fit on a phone.
WIDTH = 44


def maps(drawn: Selection) -> dict[str, Any]:
    """Draw a map."""
    names = _names(drawn)
    values = drawn.values("value")
    colours = isinstance(values[0], (int, float)) and not drawn.spec.get("bare")
    traces = [_by_number(drawn, names)] if colours else _by_words(drawn, names)
    below = {"margin": {"t": 8, "b": 56 if colours else 8}}
    return {"data": traces, "layout": {"geo": _frame(drawn.spec["outlines"]), "height": 460} | below}


def _names(drawn: Selection) -> list[str]:
    """Name of each place; a code without outlines would be left out without a word."""
    known = _known(drawn.spec["outlines"])
    if lost := [code for code in drawn.values("place") if code not in known]:
        raise PictureError(f"{drawn.dataset}: no outlines {lost[:5]} in {drawn.spec['outlines']!r}")
    return [known[code] for code in drawn.values("place")]


@functools.cache
def _known(outlines: str) -> dict[str, str]:
    features = geometry(outlines)["features"]
    return {str(f["id"]): str(f["properties"].get("name", f["id"])) for f in features}


def _trace(drawn: Selection, name: str, codes: list[str], names: list[str]) -> dict[str, Any]:
    outlines = drawn.spec["outlines"]
    line = {"width": 0.5 if len(_known(outlines)) < 300 else 0, "color": style.MUTED}
    places = {"geojson": outlines, "locations": codes, "text": names, "meta": {"columns": ["text", "z"]}}
    return {"type": "choropleth", "name": name, "marker": {"line": line}} | places


def _by_number(drawn: Selection, names: list[str]) -> dict[str, Any]:
    """Colour by a number: from pale to dark, or to both sides of zero."""
    values = [float(value) for value in drawn.values("value")]
    top = max(map(abs, values))
    both = {"colorscale": style.DIVERGING, "zmin": -top, "zmax": top}
    title = "<br>".join(textwrap.wrap(drawn.label("value"), WIDTH))
    place = {"orientation": "h", "thickness": 12, "y": -0.02, "yanchor": "top", "len": 0.9}
    look = {
        "z": values,
        "hovertemplate": "%{text}: %{z:,}<extra></extra>",
        "colorbar": {"title": {"text": title, "side": "top"}, "tickformat": number_format(drawn, "value")} | place,
    }
    scale = both if min(values) < 0 < max(values) else {"colorscale": style.SEQUENTIAL}
    trace = _trace(drawn, drawn.label("value"), drawn.values("place"), names) | look | scale
    return _by_logarithm(trace) if "value" in drawn.spec.get("log", []) else trace


def _by_logarithm(trace: dict[str, Any]) -> dict[str, Any]:
    """Colour by the logarithm, where one place would leave all others pale; the value itself is told and tabled."""
    powers = powers_of_ten(min(trace["z"]), max(trace["z"]))
    told = [f"{name}: {value:,g}" for name, value in zip(trace["text"], trace["z"], strict=True)]
    ticks = {"tickvals": [math.log10(p) for p in powers], "ticktext": [f"{p:,g}" for p in powers]}
    return trace | {
        "z": [math.log10(value) for value in trace["z"]],
        "meta": trace["meta"] | {"powers": ["z"]},
        "hovertext": told,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "colorbar": trace["colorbar"] | ticks,
    }


def _by_words(drawn: Selection, names: list[str]) -> list[dict[str, Any]]:
    """Colour by a few words, one trace each, so that the legend names them."""
    bare = drawn.spec.get("bare")
    values = [""] * len(names) if bare else drawn.values("value")
    kinds = [""] if bare else drawn.kinds("value")
    if len(kinds) > COLOURS:
        raise PictureError(f"{drawn.dataset}: a map by {len(kinds)} words: colours are told apart up to {COLOURS}")
    traces = []
    for i, kind in enumerate(kinds):
        own = [j for j, value in enumerate(values) if value == kind]
        codes = drawn.values("place")
        trace = _trace(drawn, kind, [codes[j] for j in own], [names[j] for j in own])
        look = {"colorscale": [[0, style.color(i)], [1, style.color(i)]], "showscale": False, "showlegend": True}
        hover = {"hovertemplate": f"%{{text}}{f': {kind}' if kind else ''}<extra></extra>"}
        traces.append(trace | look | hover | {"z": [1] * len(own), "meta": {"columns": ["text"]}})
    return traces


@functools.cache
def _frame(outlines: str) -> dict[str, Any]:
    """``geo`` of the map: its frame is given, since plotly's own fit halves the map."""
    if outlines in OF_FRANCE:
        return style.france()
    points = [point for feature in geometry(outlines)["features"] for point in _points(feature["geometry"])]
    ranges = {}
    for axis, at in (("lonaxis", 0), ("lataxis", 1)):
        low, high = min(p[at] for p in points), max(p[at] for p in points)
        ranges[axis] = {"range": [low - MARGIN * (high - low), high + MARGIN * (high - low)]}
    return {"visible": False, "projection": {"type": "mercator"}} | ranges


def _points(shape: dict[str, Any]) -> Iterator[list[float]]:
    rings = shape["coordinates"] if shape["type"] == "Polygon" else [r for part in shape["coordinates"] for r in part]
    for ring in rings:
        yield from ring
