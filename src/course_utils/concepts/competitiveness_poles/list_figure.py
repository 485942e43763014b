"""Pictures of the list: where the pôles are, and how long each kept its label."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from course_utils.concepts.competitiveness_poles.labels import (
    MOMENTS,
    PHASES,
    STATES,
    departements,
    poles,
    state,
)
from course_utils.concepts.competitiveness_poles.sentences import state_names
from course_utils.datasets import load
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]
CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
PALE = [[0.0, "rgba(140,145,151,0)"], [1.0, "rgba(140,145,151,0.75)"]]
LOOKS = {"own": ("circle", 0, 10), "merged": ("diamond", 1, 9), "unknown": ("circle-open", 5, 9), "ended": ("x", 3, 9)}
#: Rows that carry a name; more would lie upon one another.
NAMED, LETTERS = 14, 15
FIRST, LAST = 2004.5, 2025.0


@cache
def _sited() -> pd.DataFrame:
    return poles().dropna(subset=["longitude"])


@cache
def unsited() -> dict[str, tuple[str, ...]]:
    """Old régions (codes) of each pôle whose town no source gives."""
    rows = load("poles_competitivite", "regions").astype(str)
    old = rows[rows["map"].str.startswith("22") & ~rows["pole"].isin(_sited().index)]
    return {str(pole): tuple(codes) for pole, codes in old.groupby("pole")["region_code"]}


def map_figure(result: pd.DataFrame, *, moment: str, **_values: Any) -> Figure:
    """Draw towns by what is known of their pôles, and shade régions where a town is missing."""
    now = state(moment)
    here = _sited()
    data = [_gaps(result, now)]
    for name in STATES:
        symbol, colour, size = LOOKS[name]
        shown = here.index.isin(result.index) & (now[here.index] == name).to_numpy()
        data.append(
            {
                "type": "scattergeo",
                "mode": "markers",
                "name": state_names()[name],
                "lon": here["longitude"].tolist(),
                "lat": [lat if on else None for lat, on in zip(here["latitude"], shown, strict=True)],
                "text": here.index.tolist(),
                "hovertemplate": "%{text}<extra>%{fullData.name}</extra>",
                "marker": {"symbol": symbol, "size": size, "color": style.color(colour), "line": {"width": 1.5}},
            }
        )
    return {"data": data, "layout": {"geo": style.france(), "margin": {"t": 60, "b": 50}}}


def _gaps(table: pd.DataFrame, now: pd.Series) -> Figure:
    """Pôles of each région, not ended, that can be put nowhere on the map."""
    places = departements()
    counts: dict[str, int] = {}
    for pole, codes in unsited().items():
        if pole in table.index and now[pole] in ("own", "merged", "unknown"):
            counts |= {code: counts.get(code, 0) + 1 for code in codes}
    return {
        "type": "choropleth",
        "name": _("Town not known"),
        "geojson": "departements",
        "locations": places.index.tolist(),
        "z": [counts.get(code, 0) for code in places["old_region"]],
        "text": places["old_region_name"].tolist(),
        "hovertemplate": "%{text}: %{z}<extra>" + _("town not known") + "</extra>",
        "colorscale": PALE,
        "zmin": 0,
        "zmax": 8,
        "colorbar": {
            "title": {"text": _("Pôles without a known town"), "side": "top"},
            "orientation": "h",
            "thickness": 12,
            "y": -0.05,
            "yanchor": "top",
        },
        "marker": {"line": {"width": 0.4, "color": style.MUTED}},
    }


def home_trace(_result: Any, *, territory: str, **_values: Any) -> Figure:
    """Outline the reader's département."""
    look = {"colorscale": CLEAR, "showscale": False, "hoverinfo": "skip", "meta": {"columns": []}}
    outline = {"marker": {"line": {"width": 3, "color": style.color(3)}}}
    place = {"geojson": "departements", "locations": [territory], "z": [1.0]}
    return {"type": "choropleth", "name": _("Your département"), "showlegend": False} | place | look | outline


def timeline_figure(result: pd.DataFrame, **_values: Any) -> Figure:
    """Draw each label as a line as long as it is known to last, a dotted part for what is not known, and its end."""
    y = -np.arange(len(result), dtype=float)
    known = _segments(result["start"], result["earliest"], y, np.ones(len(result), dtype=bool))
    loose = (result["cause"] != "none").to_numpy() & (result["latest"] > result["earliest"]).to_numpy()
    unsure = _segments(result["earliest"], result["latest"], y, loose)
    thin, dots = {"color": style.MUTED, "width": 2}, {"color": style.color(1), "width": 3, "dash": "dot"}
    data = [
        _lines(_("Label known"), known, len(poles()), thin),
        _lines(_("Ended some time here"), unsure, 22, dots),
        _marks(_("Merged"), result, y, "merged", ("diamond", 1, 8), 24),
        _marks(_("Ended otherwise"), result, y, "other", ("x", 3, 8), 9),
        _marks(_("Last seen"), result, y, "none", ("circle-open", 0, 6), 50),
    ]
    return {"data": data, "layout": _years_and_names(result.index)}


def _years_and_names(index: pd.Index) -> Figure:
    """Axes of the timeline: names where there are few lines, phases behind them."""
    names = [_short(str(name)) for name in index] if len(index) <= NAMED else []
    gap, rows = NAMED - len(names), max(len(index), 4)
    return {
        "xaxis": {"title": {"text": _("Year")}, "range": [FIRST, LAST], "dtick": 5, "tickformat": "d"},
        "yaxis": {
            "title": {"text": _("One line a pôle")},
            "tickvals": [-n for n in range(len(names))] + [99 + n for n in range(gap)],
            "ticktext": names + [""] * gap,
            "tickfont": {"size": 10},
            "range": [-rows, 0.055 * rows + 1],
            "showgrid": False,
            "zeroline": False,
        },
        "shapes": [_band(n, *years) for n, years in enumerate(PHASES.values())],
        "annotations": [_phase(name, *years) for name, years in PHASES.items()],
        "hovermode": "closest",
    }


def _short(name: str) -> str:
    plain = name.split(" (")[0].split(" - ")[0]
    return plain if len(plain) <= LETTERS else plain[: LETTERS - 1] + "…"


def _segments(first: pd.Series, last: pd.Series, y: Any, kept: Any) -> list[tuple[Any, Any, Any, str]]:
    rows = zip(first, last, y, first.index, kept, strict=True)
    return [(round(a, 2), round(b, 2), height, str(name)) for a, b, height, name, keep in rows if keep]


def _lines(name: str, parts: list[Any], most: int, line: Figure) -> Figure:
    x = [value for a, b, _y, _n in parts for value in (a, b, None)] + [None] * (3 * (most - len(parts)))
    y = [value for _a, _b, height, _n in parts for value in (height, height, None)] + [None] * (3 * (most - len(parts)))
    look = {"mode": "lines", "line": line, "connectgaps": False, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "name": name, "x": x, "y": y} | look


def _marks(name: str, table: pd.DataFrame, y: Any, cause: str, look: tuple[str, int, int], most: int) -> Figure:
    own = (table["cause"] == cause).to_numpy()
    days = table["earliest"] if cause == "none" else table["latest"]
    gap = [None] * (most - int(own.sum()))
    symbol, colour, size = look
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": days[own].round(2).tolist() + gap,
        "y": y[own].tolist() + gap,
        "text": [str(pole) for pole in table.index[own]] + [""] * len(gap),
        "hovertemplate": "%{text}, %{x:.1f}<extra>%{fullData.name}</extra>",
        "marker": {"symbol": symbol, "size": size, "color": style.color(colour)},
        "meta": {"columns": ["text", "x"]},
    }


def _band(place: int, first: int, last: int) -> Figure:
    box = {"type": "rect", "yref": "paper", "x0": first, "x1": last + 1, "y0": 0, "y1": 1, "layer": "below"}
    return box | {"line": {"width": 0}, "fillcolor": "rgba(140,145,151,0.16)" if place % 2 == 0 else "rgba(0,0,0,0)"}


def _phase(name: str, first: int, last: int) -> Figure:
    middle = min((first + last + 1) / 2, LAST - 0.8)
    return {"x": middle, "y": 1, "yref": "paper", "yanchor": "top", "text": name, "showarrow": False}


def moment_line(_result: Any, *, moment: str, **_values: Any) -> Figure:
    """A vertical line at the moment that the map shows."""
    year = pd.Timestamp(MOMENTS[moment])
    at = round(year.year + year.day_of_year / 366, 2)
    line = {"width": 1.5, "color": style.color(4), "dash": "dash"}
    still = {"hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines", "name": _("Map"), "x": [at, at], "y": [-83, 7], "line": line} | still
