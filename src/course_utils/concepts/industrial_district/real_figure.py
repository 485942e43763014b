"""Pictures of two real tables: French départements at the first step, Moroccan provinces at two, cases on a line."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.concepts.industrial_district.examples import french_towns
from course_utils.concepts.industrial_district.real import France, Home, Morocco, provinces
from course_utils.datasets import geometry
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]

CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
OUTLINES = "morocco_establishments"
TOP = 2.0
MARGIN = 0.03
#: Names that fit into a figure on a phone.
SHORT = {"Vallée de l'Arve": "Arve", "Oyonnax - Plastics Vallée": "Oyonnax"}
#: Colours of the three fates of a province: pale, brown, dark blue.
FATES = ("#c9ced4", style.color(1), style.color(0))


def france_figure(found: France, **_values: Any) -> Figure:
    """Draw the quotient of industry where it passes, grey where it does not, and three towns of districts."""
    values = [float(q) if ok else None for q, ok in zip(found.quotients, found.passed, strict=True)]
    passed = {
        "type": "choropleth",
        "name": _("Quotient of industry, where it passes"),
        "geojson": "departements",
        "locations": list(found.codes),
        "z": values,
        "text": list(found.names),
        "hovertemplate": "%{text}: %{z:.2f}<extra></extra>",
        "colorscale": style.SEQUENTIAL,
        "zmin": 0.5,
        "zmax": TOP,
        "colorbar": _below(_("Quotient of industry (out: not coloured)")),
        "marker": {"line": {"width": 0.5, "color": style.MUTED}},
        "meta": {"columns": ["text", "z"]},
    }
    layout = {"geo": style.france(), "margin": {"t": 0, "b": 50}}
    return {"data": [passed, _towns()], "layout": layout}


def _below(title: str) -> dict[str, Any]:
    place = {"orientation": "h", "thickness": 12, "y": -0.05, "yanchor": "top"}
    return {"title": {"text": title, "side": "top"}} | place


def _towns() -> Figure:
    towns = french_towns()
    marker = {"size": 11, "symbol": "diamond", "color": style.color(1), "line": {"width": 1, "color": "#ffffff"}}
    return {
        "type": "scattergeo",
        "mode": "markers",
        "name": _("Districts of the table"),
        "lon": towns["longitude"].tolist(),
        "lat": towns["latitude"].tolist(),
        "text": [f"{p}: {s}" for p, s in zip(towns["place"], towns["speciality"], strict=True)],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": marker,
        "showlegend": True,
        "meta": {"columns": ["text"]},
    }


def home_trace(_found: object, territory: str) -> Figure:
    """Outline the reader's département."""
    look = {"colorscale": CLEAR, "showscale": False, "marker": {"line": {"width": 3, "color": style.color(3)}}}
    place = {"type": "choropleth", "name": _("Your département"), "geojson": "departements", "locations": [territory]}
    return place | look | {"z": [1.0], "hoverinfo": "skip"}


def fates() -> tuple[str, str, str]:
    """What becomes of a province, in words."""
    return _("Out at step 1"), _("Out at step 2: large businesses"), _("Passes both")


def morocco_figure(found: Morocco, **_values: Any) -> Figure:
    """Draw what becomes of each province at two steps; the three fates have a trace of their own each."""
    table, reached = found.table, found.reached
    data = [_fate(fate, reached, table) for fate in range(3)]
    layout = {"geo": morocco_frame(), "margin": {"t": 0, "b": 8}, "legend": {"itemsizing": "constant"}}
    return {"data": data, "layout": layout}


def _fate(fate: int, reached: NDArray[np.intp], table: pd.DataFrame) -> Figure:
    mine = (reached == fate).tolist()
    line = {"width": 2.0 if fate == 2 else 0.5, "color": style.MUTED}
    return {
        "type": "choropleth",
        "name": fates()[fate],
        "geojson": OUTLINES,
        "locations": list(table.index),
        "z": [float(fate) if own else None for own in mine],
        "text": _texts(),
        "hovertemplate": "%{text}<extra></extra>",
        "colorscale": [[0, FATES[fate]], [1, FATES[fate]]],
        "showscale": False,
        "showlegend": True,
        "marker": {"line": line},
        "meta": {"columns": ["text", "z"]},
    }


@cache
def _texts() -> list[str]:
    """What is told of each province when it is pointed at."""
    table = provinces()
    rows = zip(table["name"], table["quotient"], table["size"], strict=True)
    told = _("{name}: industry {q}, size {s}")
    return [str(say(told, name=name, q=number(quotient, 2), s=number(size, 2))) for name, quotient, size in rows]


@cache
def morocco_frame() -> dict[str, Any]:
    """``geo`` of a map of the provinces: the frame is that of the outlines."""
    points = np.array([p for f in geometry(OUTLINES)["features"] for p in _points(f["geometry"])])
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    across, up = MARGIN * (east - west), MARGIN * (north - south)
    frame = {"lonaxis": {"range": [west - across, east + across]}, "lataxis": {"range": [south - up, north + up]}}
    return {"visible": False, "projection": {"type": "mercator"}} | frame


def _points(shape: dict[str, Any]) -> list[list[float]]:
    parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return [point for rings in parts for ring in rings for point in ring]


def sectors_figure(_found: None, **_values: Any) -> Figure:
    """Draw the line that the bars of the reader's département are compared with: the whole country."""
    names = list(sector_names().values())
    rule = {"color": style.MUTED, "dash": "dot", "width": 2}
    line = {"x": [1] * len(names), "y": names, "line": rule, "hoverinfo": "skip", "meta": {"columns": []}}
    axes = {
        "xaxis": {"title": {"text": _("Location quotient")}, "rangemode": "tozero"},
        "yaxis": {"autorange": "reversed"},
    }
    return {"data": [{"type": "scatter", "mode": "lines", "name": _("As in France")} | line], "layout": axes}


def sectors_trace(found: Home, **_values: Any) -> Figure:
    """Draw the seven quotients of the reader's département."""
    names = sector_names()
    bars = {"type": "bar", "orientation": "h", "name": _("Your département"), "y": list(names.values())}
    marker = {"color": style.color(3), "opacity": 0.85}
    return bars | {"x": [found.quotients[s] for s in names], "marker": marker, "hovertemplate": "%{y}: %{x:.2f}"}


def sector_names() -> dict[str, str]:
    """Name of each of the seven sectors."""
    return {
        "agriculture": _("Agriculture"),
        "industry": _("Industry"),
        "construction": _("Construction"),
        "trade_transport_hospitality_ict": _("Trade, transport, ICT"),
        "finance_realestate_business": _("Finance, business"),
        "public_admin_education_health": _("Public services"),
        "arts_household_other_services": _("Arts, households, other"),
    }


def cases_figure(found: pd.DataFrame, **_values: Any) -> Figure:
    """Draw firms against jobs of the districts, in logarithms, with lines of equal size."""
    sizes = [(5, "dot"), (20, "dash"), (100, "dashdot")]
    data = [_equal(size, dash) for size, dash in sizes]
    names = [f"{SHORT.get(place, place)} {year}" for place, year in zip(found["place"], found["year"], strict=True)]
    points = {
        "type": "scatter",
        "mode": "markers+text",
        "name": _("Districts"),
        "x": np.log10(found["firms"]).tolist(),
        "y": np.log10(found["jobs"]).tolist(),
        "text": names,
        "textposition": ["top center", "top center", "middle right", "bottom center", "middle right"],
        "textfont": {"size": 11},
        "marker": {"size": 12, "symbol": "diamond", "color": style.color(0)},
        "meta": {"powers": ["x", "y"], "columns": ["text", "x", "y"]},
        "hovertemplate": "%{text}<extra></extra>",
    }
    axes = {
        "xaxis": {"title": {"text": _("Firms (logarithmic scale)")}, "range": [1.6, 4.5]}
        | {"tickvals": [2, 3, 4], "ticktext": ["100", "1,000", "10,000"]},
        "yaxis": {"title": {"text": _("Jobs (logarithmic scale)")}, "range": [3.8, 4.9]}
        | {"tickvals": [4, math.log10(20_000), math.log10(50_000)], "ticktext": ["10,000", "20,000", "50,000"]},
        "hovermode": "closest",
    }
    return {"data": [*data, points], "layout": axes}


def _equal(size: int, dash: str) -> Figure:
    x = [1.6, 4.5]
    y = [v + math.log10(size) for v in x]
    line = {"width": 1.5, "dash": dash, "color": style.MUTED}
    look = {"line": line, "hoverinfo": "skip", "meta": {"columns": []}}
    name = str(say(_("{n} jobs a firm"), n=number(size)))
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y} | look
