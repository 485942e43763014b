"""What the tax does step by step: tonnes landfilled, and which exchange runs at which tax."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.industrial_symbiosis.firms import MATCHES, match_name, waste_names
from course_utils.concepts.industrial_symbiosis.model import (
    TAXES,
    WASTE_KEYS,
    Plan,
    distances,
    heat_matches,
    heat_wastes,
)
from course_utils.concepts.industrial_symbiosis.places import coast
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]
Ladder = tuple[Plan, ...]

PATTERNS = ("", "/", ".", "x", "-")
TAX_AXIS = {"range": [-3, 103], "dtick": 25, "tickangle": 0}
CLEAR_TO_BLUE = [[0.0, "rgba(57,104,167,0.08)"], *style.SEQUENTIAL[1:]]


def tax_title() -> str:
    """Title of the axis of taxes."""
    return _("Tax (€ a tonne)")


def landfill_figure(result: Ladder, **_values: Any) -> Figure:
    """Stack what each waste leaves in the landfill, tax by tax."""
    names = waste_names()
    own = [key for key, heat in zip(WASTE_KEYS, heat_wastes(), strict=True) if not heat]
    data = []
    for at, key in enumerate(own):
        left = [float(plan.dumped[WASTE_KEYS.index(key)]) for plan in result]
        marker = {"color": style.color(at), "pattern": {"shape": PATTERNS[at]}}
        data.append({"type": "bar", "name": names[key], "x": list(TAXES), "y": left, "marker": marker})
    axes = {
        "xaxis": {"title": {"text": tax_title()}} | TAX_AXIS,
        "yaxis": {"title": {"text": _("Landfilled (1,000 t a year)")}, "range": [0, 640]},
        "barmode": "stack",
        "bargap": 0.15,
    }
    return {"data": data, "layout": axes}


def your_tax_bar(_result: None, *, tax: float) -> Figure:
    """Point at the reader's tax from above."""
    marker = {"symbol": "triangle-down", "size": 15, "color": style.color(3)}
    own = {"type": "scatter", "mode": "markers", "name": _("Your tax"), "x": [tax], "y": [625.0], "marker": marker}
    return own | {"hoverinfo": "skip", "meta": {"columns": ["x"]}}


def who_figure(result: Ladder, **_values: Any) -> Figure:
    """One row an exchange of materials, one column a tax: dark where much is carried."""
    rows = [i for i, heat in enumerate(heat_matches()) if not heat][::-1]
    z = np.array([[plan.flows[i] for plan in result] for i in rows])
    trace = {
        "type": "heatmap",
        "name": _("Taken (1,000 t a year)"),
        "x": list(TAXES),
        "y": [match_name(MATCHES[i]) for i in rows],
        "z": z,
        "zmin": 0,
        "zmax": 200,
        "colorscale": CLEAR_TO_BLUE,
        "colorbar": {
            "title": {"text": _("1,000 t"), "side": "right"},
            "orientation": "h",
            "tickvals": [0, 100, 200],
            "tickangle": 0,
            "thickness": 10,
            "y": 1.0,
        }
        | {"yanchor": "bottom"},
        "xgap": 1,
        "ygap": 3,
        "hovertemplate": "%{y}, %{x}: %{z:.0f}<extra></extra>",
    }
    axes = {"xaxis": {"title": {"text": tax_title()}} | TAX_AXIS, "yaxis": {"fixedrange": True}}
    return {"data": [trace], "layout": axes | {"margin": {"t": 44}}}


def your_tax_column(_result: None, *, tax: float) -> Figure:
    """Frame the reader's tax."""
    edges = [tax - 2.5, tax - 2.5, tax + 2.5, tax + 2.5, tax - 2.5]
    line = {"color": style.color(3), "width": 2}
    rows = [match_name(match) for match in MATCHES if not match.heat]
    ends = [rows[-1], rows[0], rows[0], rows[-1], rows[-1]]
    own = {"type": "scatter", "mode": "lines", "name": _("Your tax"), "x": edges, "y": ends}
    return own | {"line": line, "hoverinfo": "skip", "showlegend": False, "meta": {"columns": []}}


def reach_figure(result: np.ndarray, **_values: Any) -> Figure:
    """Compare how far each exchange could go with how far it has to."""
    names = [match_name(match) for match in MATCHES]
    far = [None if km < 1 else float(np.log10(km)) for km in result]
    base = {"type": "scatter", "mode": "markers", "y": names}
    data = [
        base
        | {"name": _("Pays up to"), "x": far}
        | _mark("diamond", [style.color(3) if heat else style.color(0) for heat in heat_matches()]),
        base
        | {"name": _("Distance on the map"), "x": np.log10(distances(coast()))}
        | _mark("line-ns-open", [style.MUTED] * len(MATCHES)),
    ]
    ticks = {"tickvals": [0, 1, 2, 3], "ticktext": ["1", "10", "100", "1,000"], "range": [-0.2, 3.3], "tickangle": 0}
    axes = {
        "xaxis": {"title": {"text": _("km (log scale)")}} | ticks,
        "yaxis": {"autorange": "reversed"},
        "hovermode": "closest",
    }
    return {"data": data, "layout": axes}


def _mark(symbol: str, colours: list[str]) -> Figure:
    marker = {"symbol": symbol, "size": 12, "color": colours, "line": {"width": 3, "color": colours}}
    return {"marker": marker, "meta": {"powers": ["x"], "columns": ["y", "x"]}}
