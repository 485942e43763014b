"""Pictures of disparities: Theil's two parts, a map, and the weight of each région through time."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from course_utils.concepts.core_periphery.disparities import YEARS, Home, Map
from course_utils.concepts.core_periphery.places import departements
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]

CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
#: Growth since 1831 is drawn as a power of two: half and double lie equally far from no change.
TICKS = (0.25, 0.5, 1, 2, 4)
GROWTH_ENDS = (-2.2, 2.2)
#: Régions other than Île-de-France, before 2016.
MOST = 21


def maps() -> dict[str, str]:
    """Name of each map."""
    return {
        "since_1831": _("Inhabitants of 2023 for each of 1831"),
        "all": _("Jobs per 100 inhabitants"),
        "industry": _("Jobs in industry per 100 inhabitants"),
        "business": _("Jobs in finance, property, business services per 100"),
        "public": _("Jobs in public services per 100 inhabitants"),
    }


def theil_figure(found: pd.DataFrame, **_values: Any) -> Figure:
    """Draw within and between as stacked bars, one for each count."""
    rows = [_row(*key) for key in found.index]
    data = [
        _bar(_("Within régions"), rows, found["within"], {"color": style.color(0)}),
        _bar(_("Between régions"), rows, found["between"], {"color": style.color(1), "pattern": {"shape": "/"}}),
    ]
    axes = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("Theil index")}, "range": [0, 0.46]},
        "yaxis": {"autorange": "reversed"},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def _row(what: str, units: int, year: int) -> str:
    name = {"people": _("People {year} ({units})"), "jobs": _("Jobs {year} ({units})")}[what]
    return str(say(name, year=str(year), units=number(units)))


def _bar(name: str, rows: list[str], values: pd.Series, marker: dict[str, Any]) -> Figure:
    bars = {"type": "bar", "orientation": "h", "name": name, "y": rows, "x": values.to_numpy(), "marker": marker}
    return bars | {"hovertemplate": "%{y}: %{x:.3f}"}


def map_figure(found: Map, map: str) -> Figure:
    """Draw a map: growth since 1831 in powers of two, jobs per 100 inhabitants as they are."""
    growth = map == "since_1831"
    shown = np.log2(found.values) if growth else 100 * found.values
    ends = GROWTH_ENDS if growth else (float(np.nanmin(shown)), float(np.nanpercentile(shown, 97)))
    texts = [_told(*pair) for pair in zip(found.names, (1 if growth else 100) * found.values, strict=True)]
    trace = {
        "type": "choropleth",
        "name": maps()[map],
        "geojson": "departements",
        "locations": list(found.codes),
        "z": shown,
        "text": texts,
        "hovertemplate": "%{text}<extra></extra>",
        "colorscale": style.DIVERGING if growth else style.SEQUENTIAL,
        "zmin": ends[0],
        "zmax": ends[1],
        "colorbar": _scale(growth, *ends),
        "marker": {"line": {"width": 0.5, "color": style.MUTED}},
        "meta": {"columns": ["text"]},
    }
    return {"data": [trace], "layout": {"geo": style.france(), "margin": {"t": 0, "b": 50}}}


def _scale(growth: bool, low: float, high: float) -> dict[str, Any]:
    values = [float(np.log2(t)) for t in TICKS] if growth else np.linspace(low, high, len(TICKS)).round(1).tolist()
    texts = [str(number(t, 2 if t < 0.5 else 1 if t < 1 else 0)) for t in TICKS] if growth else _round(values)
    place = {"orientation": "h", "thickness": 12, "y": -0.05, "yanchor": "top"}
    return place | {"tickvals": values, "ticktext": texts}


def _round(values: list[float]) -> list[str]:
    return [str(number(value, 1)) for value in values]


def _told(name: str, value: float) -> str:
    return str(say(_("{name}: {value}"), name=name, value=number(value, 1)))


def home_trace(_result: None, *, territory: str) -> Figure:
    """Outline the reader's département."""
    codes = [territory if territory in departements().index else "75"]
    width = 3 if territory in departements().index else 0
    look = {"colorscale": CLEAR, "showscale": False, "hoverinfo": "skip", "meta": {"columns": []}}
    outline = {"marker": {"line": {"width": width, "color": style.color(3)}}}
    base = {"type": "choropleth", "name": _("Your département"), "geojson": "departements", "locations": codes}
    return base | {"z": [1.0]} | look | outline


def shares_figure(found: pd.DataFrame, **_values: Any) -> Figure:
    """Draw the share of each région in the country's population, Île-de-France apart."""
    paris = 100 * found.loc["11"].to_numpy(dtype=float)
    others = found.drop(index="11").to_numpy(dtype=float)
    x: list[int | None] = []
    y: list[float | None] = []
    for row in others:  # one trace, its lines parted by gaps
        x += [*map(int, YEARS), None]
        y += [*(100 * row), None]
    gap = [None] * (MOST * (len(YEARS) + 1) - len(x))
    thin = {"color": style.MUTED, "width": 1}
    data = [
        _line(_("The other régions"), x + gap, y + gap, thin) | {"mode": "lines", "connectgaps": False},
        _line(_("Île-de-France"), [int(year) for year in YEARS], paris, {"color": style.color(0), "width": 3}),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Year")}, "range": [1826, 2028]},
        "yaxis": {"title": {"text": _("Share of the population (%)")}, "rangemode": "tozero"},
    }
    return {"data": data, "layout": axes}


def _line(name: str, x: Any, y: Any, line: dict[str, Any]) -> Figure:
    return {"type": "scatter", "mode": "lines+markers", "name": name, "x": x, "y": y, "line": line}


def home_shares(found: Home, **_values: Any) -> Figure:
    """Draw the share of the reader's région."""
    line = {"color": style.color(3), "width": 3, "dash": "dash"}
    own = _line(_("Your région"), [int(year) for year in YEARS], 100 * found.shares, line)
    return own | {"marker": {"symbol": "diamond", "size": 8, "color": style.color(3)}}
