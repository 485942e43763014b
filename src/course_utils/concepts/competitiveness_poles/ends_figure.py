"""Pictures of how many labels there were, and how they ended."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.competitiveness_poles.incidence import GRID, Ends
from course_utils.concepts.competitiveness_poles.labels import MOMENTS, STATES, counted, decimal
from course_utils.concepts.competitiveness_poles.list_figure import FIRST, LAST, LOOKS, Figure
from course_utils.concepts.competitiveness_poles.sentences import moment_names, state_names
from course_utils.datasets import load
from course_utils.explorer import style
from course_utils.words import _

CAUSE_LOOKS = {"merged": (1, "rgba(162,97,33,0.25)", "solid"), "other": (3, "rgba(194,62,98,0.25)", "dash")}
HATCHES = {"own": "", "merged": "/", "unknown": ".", "ended": "x"}


def status_figure(result: pd.DataFrame, **_values: Any) -> Figure:
    """Stacked bars of what is known of the pôles at each moment."""
    data = []
    for name in STATES:
        marker = {"color": style.color(LOOKS[name][1]), "pattern": {"shape": HATCHES[name], "fillmode": "overlay"}}
        bars = {"type": "bar", "name": state_names()[name], "x": list(moment_names().values())}
        data.append(bars | {"y": result[name].tolist(), "marker": marker})
    axes = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("Year's end; March 2023, February 2024")}, "type": "category"},
        "yaxis": {"title": {"text": _("Pôles")}, "rangemode": "tozero"},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def status_mark(_result: Any, *, moment: str, **_values: Any) -> Figure:
    """A triangle in the bar of the moment that the map shows."""
    marker = {"symbol": "triangle-up", "size": 13, "color": style.color(4)}
    still = {"hoverinfo": "skip", "meta": {"columns": []}}
    base = {"type": "scatter", "mode": "markers", "name": _("Map"), "x": [moment_names()[moment]], "y": [0.3]}
    return base | {"marker": marker} | still


def incidence_figure(result: Ends, **_values: Any) -> Figure:
    """Draw the cumulative incidence of each cause as a band between its bounds."""
    names = {"merged": _("Merged"), "other": _("Withdrawn, not renewed, closed")}
    data = []
    for cause, (colour, fill, dash) in CAUSE_LOOKS.items():
        line = {"color": style.color(colour), "width": 2, "dash": dash, "shape": "hv"}
        x = {"type": "scatter", "mode": "lines", "x": GRID, "line": line, "connectgaps": False}
        low = x | {"name": _("At least"), "y": 100 * result.low[cause], "showlegend": False}
        high = x | {"name": names[cause], "y": 100 * result.high[cause], "fill": "tonexty", "fillcolor": fill}
        data += [low, high]
    top = max(20.0, *(100 * float(pd.Series(curve).max(skipna=True) or 0) * 1.1 for curve in result.high.values()))
    axes = {
        "xaxis": {"title": {"text": _("Years since the label")}, "range": [0, 18], "dtick": 3},
        "yaxis": {"title": {"text": _("Share of labels that ended (%)")}, "range": [0, top]},
    }
    return {"data": data, "layout": axes}


def counts_figure(result: pd.DataFrame, **_values: Any) -> Figure:
    """Draw what sources count, their second counts, and what the named list gives."""
    table = load("poles_by_year")
    at = ((decimal(table["start"]) + decimal(table["end"])) / 2).round(2)
    line = {"color": style.MUTED, "width": 1, "shape": "hv"}
    base = {"type": "scatter", "mode": "lines", "x": result["year"].round(2).tolist(), "line": line}
    named = _("Named list, between its bounds")
    data = [
        base | {"name": _("At least"), "y": result["low"].tolist(), "showlegend": False},
        base | {"name": named, "y": result["high"].tolist(), "fill": "tonexty", "fillcolor": "rgba(140,145,151,0.45)"},
    ]
    kinds = {
        "decision": (_("Decision"), "circle", 0),
        "evaluation": (_("Evaluation"), "square", 2),
        "stock quoted": (_("Quoted in a text"), "diamond", 1),
    }
    for kind, (name, symbol, colour) in kinds.items():
        data.append(_dots(name, at, table["labelled_total"].where(table["row_kind"] == kind), symbol, colour))
    data.append(_dots(_("Another source says"), at, table["other_total"], "x-thin-open", 3))
    axes = {
        "xaxis": {"title": {"text": _("Year")}, "range": [FIRST, LAST], "dtick": 5, "tickformat": "d"},
        "yaxis": {"title": {"text": _("Labels")}, "range": [50, 75]},
    }
    return {"data": data, "layout": axes}


def _dots(name: str, x: pd.Series, y: pd.Series, symbol: str, colour: int) -> Figure:
    marker = {"symbol": symbol, "size": 9, "color": style.color(colour), "line": {"width": 2}}
    kept = y.notna()
    points = {"x": x[kept].tolist(), "y": y[kept].astype(float).tolist()}
    return {"type": "scatter", "mode": "markers", "name": name, "marker": marker} | points


def all_counts() -> pd.DataFrame:
    """Return the counts of the named list."""
    return counted()


def moments() -> tuple[str, ...]:
    """Return the moments of the map."""
    return tuple(MOMENTS)
