"""Pictures of what turns: the web of Kalundborg, its index beside others, and 100 t handed round a loop."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.circular_economy import web
from course_utils.concepts.circular_economy.france import balance
from course_utils.concepts.circular_economy.web import Web
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

TURNS, ONCE, READER = style.color(2), style.MUTED, style.color(1)
#: Room between the two directions of one link, and from the middle of a node to the tip of an arrow.
BESIDE, CLEAR = 0.07, 0.2
#: Where each node stands, and where its name.
PLACES = {
    "Lake Tissø": (0.0, 2.0, "bottom center"),
    "Kalundborg refinery": (1.2, 3.3, "top left"),
    "Asnæs power station": (1.55, 2.05, "top left"),
    "Novo Nordisk and Novozymes": (1.2, 0.6, "bottom center"),
    "reuse basin": (2.05, 1.2, "bottom center"),
    "Gyproc": (2.9, 3.4, "middle right"),
    "Dangødning": (2.4, 4.0, "middle right"),
    "cement industry": (2.9, 2.7, "middle right"),
    "fish farm": (2.9, 2.05, "middle right"),
    "Municipality of Kalundborg": (2.9, 1.0, "middle right"),
    "Soilrem": (2.9, 0.25, "middle right"),
    "farms": (2.3, -0.2, "middle right"),
}


def short_names() -> dict[str, str]:
    """Names that fit beside the nodes."""
    return {
        "Lake Tissø": _("Lake"),
        "Kalundborg refinery": _("Refinery"),
        "Asnæs power station": _("Power"),
        "Novo Nordisk and Novozymes": _("Novo"),
        "reuse basin": _("Basin"),
        "Gyproc": _("Gypsum board"),
        "Dangødning": _("Fertiliser"),
        "cement industry": _("Cement"),
        "fish farm": _("Fish farm"),
        "Municipality of Kalundborg": _("Town"),
        "Soilrem": _("Soil cleaning"),
        "farms": _("Farms"),
    }


def web_figure(found: Web, **_values: Any) -> Figure:
    """Draw who sends to whom; links that are part of a cycle are thick."""
    round_ = web.turning(found)
    data = [
        _links(_("Passes once"), found, (found.flows > 0) & ~round_, ONCE, "dot", 1.5),
        _links(_("Part of a cycle"), found, round_, TURNS, "solid", 3.5),
        _nodes(found),
    ]
    blank = {"visible": False, "fixedrange": True}
    axes = {"xaxis": blank | {"range": [-0.45, 4.85]}, "yaxis": blank | {"range": [-0.6, 4.4]}, "hovermode": "closest"}
    return {"data": data, "layout": axes}


def _links(name: str, found: Web, drawn: np.ndarray, colour: str, dash: str, width: float) -> Figure:
    x: list[float | None] = []
    y: list[float | None] = []
    for i, j in zip(*np.nonzero(drawn), strict=True):
        start, end = (np.array(PLACES[found.names[at]][:2]) for at in (i, j))
        along = (end - start) / np.linalg.norm(end - start)
        aside = BESIDE * np.array([-along[1], along[0]]) if found.flows[j, i] else np.zeros(2)
        (x0, y0), (x1, y1) = start + CLEAR * along + aside, end - CLEAR * along + aside
        x, y = [*x, float(x0), float(x1), None], [*y, float(y0), float(y1), None]
    size = [11 if at % 3 == 1 else 0 for at in range(len(x))]
    marker = {"symbol": "arrow", "angleref": "previous", "size": size, "color": colour, "line": {"width": 0}}
    look = {"line": {"dash": dash, "color": colour, "width": width}, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines+markers", "name": name, "x": x, "y": y, "marker": marker} | look


def _nodes(found: Web) -> Figure:
    at = [PLACES[name] for name in found.names]
    sides = [side for _x, _y, side in at]
    mass = found.through / 1000
    size = 4.5 * np.log10(np.maximum(found.through, 1)) - 8
    marker = {"size": size, "color": style.color(0), "symbol": "circle", "line": {"width": 1, "color": style.MUTED}}
    text = {"text": [short_names()[name] for name in found.names], "textposition": sides}
    hover = {"customdata": mass, "hovertemplate": "%{text}: %{customdata:,.0f} kt<extra></extra>"}
    look = {"textfont": {"size": 11}, "meta": {"columns": ["text", "customdata"]}}
    ends = {"x": [one[0] for one in at], "y": [two[1] for two in at]}
    name = {"name": _("Throughflow (1,000 t)"), "showlegend": False}
    return {"type": "scatter", "mode": "markers+text", "marker": marker} | ends | text | hover | look | name


def index_figure(found: Web, **_values: Any) -> Figure:
    """Draw the index of Kalundborg as the reader counts it, beside other counts and France."""
    values = {
        _("Kalundborg, yours"): found.finn,
        _("Kalundborg, links"): web.kalundborg(count="links").finn,
        _("Its materials alone"): web.kalundborg(kind="material").finn,
        _("France, 2016"): balance().finn,
    }
    marker: Figure = {
        "color": [READER, *[style.color(0)] * 3],
        "pattern": {"shape": ["/", "", "", ""], "fillmode": "overlay", "solidity": 0.2},
    }
    bars: Figure = {"type": "bar", "orientation": "h", "name": _("Finn index (%)"), "y": list(values), "marker": marker}
    bars |= {"x": [100 * value for value in values.values()], "texttemplate": "%{x:.1f}", "textposition": "outside"}
    axes = {
        "xaxis": {"title": {"text": _("Finn index (%)")}, "range": [0, 108]},
        "yaxis": {"autorange": "reversed"},
        "showlegend": False,
    }
    return {"data": [bars | {"cliponaxis": False}], "layout": axes}


def loop_bar(found: Web, **_values: Any) -> Figure:
    """Add the bar of the loop that is made up."""
    marker = {"color": style.color(2), "pattern": {"shape": "x"}}
    bar = {"type": "bar", "orientation": "h", "name": _("Invented loop (%)"), "marker": marker, "cliponaxis": False}
    text = {"texttemplate": "%{x:.1f}", "textposition": "outside"}
    return bar | text | {"x": [100 * found.finn], "y": [_("Invented loop")]}


def left_figure(left: np.ndarray, *, firms: float, **_values: Any) -> Figure:
    """Draw what is left of 100 t after each handover, and at the end of each lap."""
    steps = list(range(len(left)))
    ends = [float(t) if step % int(firms) == 0 else None for step, t in zip(steps, left, strict=True)]
    line = {"color": style.color(0), "width": 2, "dash": "dot"}
    mark = {"symbol": "diamond", "size": 12, "color": READER}
    data = [
        {"type": "scatter", "mode": "lines", "name": _("After each handover"), "x": steps, "y": left, "line": line},
        {"type": "scatter", "mode": "markers", "name": _("Lap complete"), "x": steps, "y": ends, "marker": mark},
    ]
    axes = {
        "xaxis": {"title": {"text": _("Handovers")}, "range": [-0.7, 24.7]},
        "yaxis": {"title": {"text": _("Left of 100 t")}, "range": [0, 106]},
    }
    return {"data": data, "layout": axes}
