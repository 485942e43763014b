"""Maps of stars, the yardsticks behind them, and how many stars each threshold leaves."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from course_utils.concepts.porter_cluster.diamond import Array
from course_utils.concepts.porter_cluster.places import table
from course_utils.concepts.porter_cluster.stars import Stars, stars
from course_utils.datasets import geometry
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]
#: Four steps, one for each number of stars.
STEPS = ("#e3e9ef", "#9cc3e3", "#2f74b5", "#0d3b66")
SCALE = [[edge / 4, color] for n, color in enumerate(STEPS) for edge in (n, n + 1)]
CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
MARGIN = 0.03
#: Quotients along the figure that counts stars, those of the slider.
QUOTIENTS = np.round(np.linspace(1.0, 3.0, 21), 10)
OUTLINES = {"france": "departements", "morocco": "morocco_establishments", "businesses": "morocco_establishments"}


def star_map(country: str, found: Stars) -> Figure:
    """Colour places by their number of stars."""
    places = table(country)
    trace = {
        "type": "choropleth",
        "name": _("Stars"),
        "geojson": OUTLINES[country],
        "locations": list(places.codes),
        "z": found.count,
        "text": list(places.names),
        "hovertemplate": str(_("%{text}: stars %{z}")) + "<extra></extra>",
        "colorscale": SCALE,
        "zmin": -0.5,
        "zmax": 3.5,
        "colorbar": {
            "title": {"text": _("Stars"), "side": "top"},
            "orientation": "h",
            "thickness": 12,
            "y": -0.05,
            "yanchor": "top",
            "tickvals": [0, 1, 2, 3],
            "ticktext": [_("none"), "★", "★★", "★★★"],
        },
        "marker": {"line": {"width": 0.5, "color": style.MUTED}},
        "meta": {"columns": ["text", "z"]},
    }
    return {"data": [trace], "layout": {"geo": frame(OUTLINES[country]), "margin": {"t": 0, "b": 56}}}


@cache
def frame(outlines: str) -> Figure:
    """``geo`` of a map: the frame is given, since plotly's own fit halves the map."""
    if outlines == "departements":
        return style.france()
    points = np.array([p for feature in geometry(outlines)["features"] for p in _points(feature["geometry"])])
    ends: Figure = {}
    for axis, values in zip(("lonaxis", "lataxis"), points.T, strict=True):
        low, high = float(values.min()), float(values.max())
        ends[axis] = {"range": [low - MARGIN * (high - low), high + MARGIN * (high - low)]}
    return {"visible": False, "projection": {"type": "mercator"}} | ends


def _points(shape: Figure) -> list[list[float]]:
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return [point[:2] for polygon in polygons for ring in polygon for point in ring]


def outline(name: str, codes: list[str], color: str, width: float = 3.0) -> Figure:
    """Outline some départements."""
    look = {"colorscale": CLEAR, "showscale": False, "hoverinfo": "skip", "meta": {"columns": []}}
    base = {"type": "choropleth", "name": name, "geojson": "departements", "locations": codes, "z": [1.0] * len(codes)}
    return base | look | {"marker": {"line": {"width": width, "color": color}}}


def yardsticks(country: str, found: Stars) -> Figure:
    """Draw every place by its size and its quotient; the thresholds are drawn upon it."""
    texts = [
        str(say(_("{name}: {n}, quotient {q}"), name=name, n=number(jobs), q=number(quotient, 2)))
        for name, jobs, quotient in zip(table(country).names, found.jobs, found.quotient, strict=True)
    ]
    points = {"x": logs(found.jobs), "y": found.quotient, "text": texts, "hovertemplate": "%{text}<extra></extra>"}
    marker = {"size": 7, "color": style.color(0), "opacity": 0.75}
    meta = {"meta": {"columns": ["text"]}}
    data = {"type": "scatter", "mode": "markers", "name": _("Places"), "marker": marker} | points | meta
    known = found.jobs[found.jobs > 0]
    ends = [float(np.log10(known.min()) - 0.1), float(np.log10(known.max()) + 0.15)]
    ticks = [str(number(10**power)) for power in range(1, 7)]
    size = _("Businesses (logarithmic scale)") if country == "businesses" else _size()
    axes = {
        "xaxis": {"title": {"text": size}, "tickvals": list(range(1, 7)), "ticktext": ticks, "range": ends},
        "yaxis": {"title": {"text": _("Location quotient")}, "range": [0, top(found)]},
        "legend": {"traceorder": "normal"},
    }
    return {"data": [data], "layout": axes}


def _size() -> str:
    return _("People at work (logarithmic scale)")


def top(found: Stars) -> float:
    """Upper end of the quotients drawn."""
    return max(2.6, 1.1 * float(found.quotient.max()))


def logs(values: Array) -> list[float | None]:
    """Decimal logarithms; nothing where there is nobody."""
    return [float(np.log10(value)) if value > 0 else None for value in values]


def line(name: str, ends: list[float | None], level: list[float | None], color: int, dash: str) -> Figure:
    """Draw a threshold."""
    look = {"color": style.color(color), "width": 2.5, "dash": dash}
    guide = {"hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines", "name": name, "x": ends, "y": level, "line": look} | guide


def specialisation_line(quotient: float) -> Figure:
    """Draw the quotient that is asked for."""
    return line(_("Specialisation"), [0, 7], [quotient, quotient], 1, "dash")


def focus_line(found: Stars) -> Figure:
    """Draw the quotient that the asked share amounts to, if it can be reached by anybody drawn."""
    level = found.focus_quotient if found.focus_quotient < top(found) else None
    return line(_("Focus"), [0, 7], [level, level], 3, "dot")


def size_line(found: Stars) -> Figure:
    """Draw the size that is asked for."""
    at = float(np.log10(found.size_cut))
    return line(_("Size"), [at, at], [0, 10], 2, "solid")


def counts(country: str, sector: str, size: float, focus: float) -> Array:
    """Places with at least one, two and three stars, for each of `QUOTIENTS`.

    Returns
    -------
    ndarray, shape (3, 21)

    Examples
    --------
    >>> counts("morocco", "industry", 0.1, 0.1)[2, [0, 10, 20]].tolist()
    [2, 2, 0]
    """
    found = np.array([stars(country, sector, float(q), size, focus).count for q in QUOTIENTS])
    return np.array([(found >= n).sum(axis=1) for n in (1, 2, 3)])


def counts_figure(found: Array, **_values: Any) -> Figure:
    """Draw how many places keep their stars as the quotient asked for rises."""
    looks = ((_("At least one star"), 5, "dot"), (_("At least two"), 0, "dash"), (_("Three stars"), 1, "solid"))
    data = [
        {"type": "scatter", "mode": "lines", "name": name, "x": QUOTIENTS, "y": row}
        | {"line": {"color": style.color(color), "width": 3, "dash": dash, "shape": "hv"}}
        for row, (name, color, dash) in zip(found, looks, strict=True)
    ]
    axes = {
        "xaxis": {"title": {"text": _("Location quotient asked for")}},
        "yaxis": {"title": {"text": _("Places")}, "rangemode": "tozero"},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def asked_line(quotient: float) -> Figure:
    """Mark the quotient asked for on the axis."""
    marker = {"symbol": "triangle-up", "size": 14, "color": style.color(3)}
    at = {"type": "scatter", "mode": "markers", "name": _("Your threshold"), "x": [quotient], "y": [0]}
    return at | {"marker": marker, "cliponaxis": False}
