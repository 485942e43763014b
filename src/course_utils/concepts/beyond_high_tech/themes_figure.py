"""Pictures of the themes of the pôles: bars by theme, a map, and the years."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.beyond_high_tech import themes
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]
CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
TOP = 12
#: Names, among the themes of the map, of what is not high technology and of what is.
KIND = ("beyond", "high")


def group_names() -> dict[str, str]:
    """Name of each group of themes, high technology first."""
    known = {
        "aerospace": _("Aerospace"),
        "health": _("Health"),
        "digital": _("Digital"),
        "photonics": _("Photonics"),
        "mobility and logistics": _("Mobility, logistics"),
        "food": _("Food"),
        "plants and bio-resources": _("Plants"),
        "materials, chemistry, textiles": _("Materials, textiles"),
        "mechanics and microtechnology": _("Mechanics"),
        "energy": _("Energy"),
        "water, waste, risks": _("Water, waste, risks"),
        "sea": _("Sea"),
        "building and city": _("Building, city"),
        "consumer goods and services": _("Goods, services"),
    }
    return {group: known[group] for group in themes.groups()}


def year_names() -> dict[str, str]:
    """What is shown for each year."""
    return {year: year for year in themes.YEARS[:-1]} | {themes.YEARS[-1]: _("March 2023")}


def state_names() -> dict[str, str]:
    """What is known of a pôle."""
    return {"own": _("own label"), "merged": _("in a merged label"), "unknown": _("not known")}


def _traces() -> list[tuple[bool | None, str, str, dict[str, Any]]]:
    """High or not, state, name and look of each trace: colour says of what, hatching whose label or how sure."""
    kinds = ((True, _("High technology"), 0), (False, _("Beyond"), 1))
    found: list[tuple[bool | None, str, str, dict[str, Any]]] = []
    for high, name, place in kinds:
        for state, shape in (("own", ""), ("merged", "/")):
            label = f"{name}, {state_names()[state]}"
            found.append((high, state, label, {"color": style.color(place), "pattern": {"shape": shape}}))
    found.append((None, "unknown", _("Not known"), {"color": style.MUTED, "pattern": {"shape": "."}}))
    return found


def themes_figure(result: pd.DataFrame, **_values: Any) -> Figure:
    """Bars of the labels of each group of themes."""
    rows = [group_names()[group] for group in result.index]
    data = []
    for high, state, name, marker in _traces():
        own = [
            int(count) if high is None or (group in themes.HIGH) == high else 0
            for group, count in result[state].items()
        ]
        bars = {"type": "bar", "orientation": "h", "name": name, "y": rows, "x": own, "marker": marker}
        data.append(bars | {"hovertemplate": "%{y}: %{x}<extra>%{fullData.name}</extra>"})
    axes = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("Pôles")}, "range": [0, 11], "dtick": 2},
        "yaxis": {"autorange": "reversed", "title": {"text": _("Theme")}, "tickfont": {"size": 11}},
    }
    return {"data": data, "layout": axes}


def theme_mark(_result: int, *, theme: str, **_values: Any) -> Figure:
    """A triangle beside each theme that the map shows."""
    shown = [theme == group or theme == "all" or theme == KIND[group in themes.HIGH] for group in group_names()]
    marker = {"symbol": "triangle-right", "size": 11, "color": style.color(3)}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _("On the map"),
        "x": [0.15 if flag else None for flag in shown],
        "y": list(group_names().values()),
        "marker": marker,
        "hoverinfo": "skip",
        "meta": {"columns": []},
    }


def years_figure(result: pd.DataFrame, **_values: Any) -> Figure:
    """Stacked bars of labels through the years."""
    data = []
    for high, state, name, marker in _traces():
        column = "unknown" if high is None else f"{'high' if high else 'beyond'} {state}"
        bars = {"type": "bar", "name": name, "x": result.index.tolist(), "y": result[column], "marker": marker}
        data.append(bars | {"hovertemplate": "%{x}: %{y}<extra>%{fullData.name}</extra>"})
    axes = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("End of the year; March in 2023")}, "type": "category", "tickangle": -90},
        "yaxis": {"title": {"text": _("Pôles")}, "rangemode": "tozero"},
    }
    return {"data": data, "layout": axes}


def year_mark(result: None, *, year: str) -> Figure:
    """A triangle under the year that the other figures show."""
    marker = {"symbol": "triangle-up", "size": 14, "color": style.color(3)}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _("Year shown"),
        "x": [year],
        "y": [1.5],
        "marker": marker,
        "hoverinfo": "skip",
        "meta": {"columns": []},
    }


def map_figure(result: Any, **_values: Any) -> Figure:
    """Départements coloured by the pôles that their région of the label has."""
    places = themes.departements()
    trace = {
        "type": "choropleth",
        "name": _("Pôles of the région"),
        "geojson": "departements",
        "locations": places.index.tolist(),
        "z": result,
        "text": places["old_region_name"].tolist(),
        "hovertemplate": "%{text}: %{z}<extra></extra>",
        "colorscale": style.SEQUENTIAL,
        "zmin": 0,
        "zmax": TOP,
        "colorbar": {
            "title": {"text": _("Pôles of the région"), "side": "top"},
            "orientation": "h",
            "thickness": 12,
            "y": -0.05,
            "yanchor": "top",
        },
        "marker": {"line": {"width": 0.4, "color": style.MUTED}},
    }
    return {"data": [trace], "layout": {"geo": style.france(), "margin": {"t": 0, "b": 50}}}


def home_trace(result: themes.Home, *, territory: str, **_values: Any) -> Figure:
    """Outline the reader's département."""
    look = {
        "colorscale": CLEAR,
        "showscale": False,
        "marker": {"line": {"width": 3, "color": style.color(3)}},
        "hoverinfo": "skip",
    }
    place = {"geojson": "departements", "locations": [territory], "z": [1.0]}
    return {"type": "choropleth", "name": _("Your département")} | place | look
