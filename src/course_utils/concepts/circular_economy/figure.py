"""Pictures of the trap: in and out, growth against lifetime, longer lives, and the day growth stops."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.circular_economy import model
from course_utils.concepts.circular_economy.model import InOut, Lives
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

IN, OUT, BACK, READER = style.color(0), style.color(3), style.color(2), style.color(1)
#: Grid of the map: lifetimes in years, growth in % a year.
LIFETIMES = np.arange(5, 66, 3.0)
GROWTHS = np.linspace(0, 4.2, 22)
CURVE = np.arange(10, 66, 2.5)


def in_out_figure(found: InOut, *, lifetime: float, **_values: Any) -> Figure:
    """Draw sales, discards and what is recycled, and how today's discards were sold a lifetime ago."""
    out, back = found.today
    data = [
        _line(_("Sold"), model.PAST, found.sales, IN, "solid"),
        _line(_("Comes out"), model.PAST, found.discards, OUT, "dash"),
        _line(_("Recycled"), model.PAST, found.recycled, BACK, "dot"),
        _segment(_("A lifetime"), [-lifetime, 0], [out, out], style.MUTED, 1.5),
        _segment(_("New today"), [0, 0], [back, 100], READER, 7),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Years before today")}, "range": [-62, 3], "zeroline": False},
        "yaxis": {"title": {"text": _("Tonnes (sold today: 100)")}, "range": [0, 106]},
    }
    return {"data": data, "layout": axes}


def _line(name: str, x: Any, y: Any, colour: str, dash: str) -> Figure:
    line = {"color": colour, "dash": dash, "width": 3}
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "line": line}


def _segment(name: str, x: list[float], y: list[float], colour: str, width: float) -> Figure:
    look = {"mode": "lines+markers", "line": {"color": colour, "width": width}, "meta": {"columns": []}}
    mark = {"marker": {"symbol": "diamond-open", "size": 8, "color": colour, "line": {"width": 2}}}
    return {"type": "scatter", "name": name, "x": x, "y": y, "hoverinfo": "skip"} | look | mark


def map_figure(share: np.ndarray, **_values: Any) -> Figure:
    """Draw the circular share over lifetimes and growth."""
    bar = {"title": {"text": _("Share (%)")}, "thickness": 12, "tickvals": [0, 20, 40, 60, 80, 100]}
    trace: Figure = {
        "type": "contour",
        "name": _("Circular share (%)"),
        "x": LIFETIMES,
        "y": GROWTHS.round(1),
        "z": share,
    }
    trace |= {"zmin": 0.0, "zmax": 100.0, "colorscale": style.SEQUENTIAL, "colorbar": bar}
    trace |= {"contours": {"start": 10, "end": 90, "size": 10}, "line": {"width": 1, "color": style.MUTED}}
    axes = {
        "xaxis": {"title": {"text": _("Years that things last")}, "range": [5, 65]},
        "yaxis": {"title": {"text": _("Growth (% a year)")}, "range": [0, 4.2]},
    }
    return {"data": [trace], "layout": axes}


def your_point(_result: None, *, growth: float, lifetime: float) -> Figure:
    """Mark the reader's economy on the map."""
    mark = {"symbol": "diamond", "size": 14, "color": READER, "line": {"width": 2, "color": "#ffffff"}}
    at = {"x": [lifetime], "y": [100 * growth], "meta": {"columns": []}}
    return {"type": "scatter", "mode": "markers", "name": _("Yours"), "marker": mark} | at


def same_share(_result: None, *, growth: float, lifetime: float) -> Figure:
    """Draw all economies on the map that have the share of the reader's."""
    rates = 100 * growth * lifetime / CURVE
    path = {"x": CURVE, "y": np.where(rates <= GROWTHS[-1], rates, np.nan), "connectgaps": False}
    line = {"color": READER, "width": 3, "dash": "dash"}
    return {"type": "scatter", "mode": "lines", "name": _("Same share as yours"), "line": line} | path


def lives_figure(found: tuple[Lives, Lives], **_values: Any) -> Figure:
    """Draw what a year takes before and after things last longer."""
    places = [_("before"), _("after")]
    data = [
        _stack(_("Recycled"), places, [year.recycled for year in found], BACK, "/"),
        _stack(_("New"), places, [year.virgin for year in found], READER, ""),
    ]
    axes = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("Tonnes a year (before: 100)")}, "range": [0, 108]},
        "yaxis": {"autorange": "reversed"},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def _stack(name: str, places: list[str], values: list[float], colour: str, pattern: str) -> Figure:
    marker = {"color": colour, "pattern": {"shape": pattern, "fillmode": "overlay", "solidity": 0.15}}
    text = {"texttemplate": "%{x:.0f}", "textposition": "inside", "insidetextanchor": "middle", "textangle": 0}
    return {"type": "bar", "orientation": "h", "name": name, "y": places, "x": values, "marker": marker} | text


def stop_figure(found: dict[str, np.ndarray], **_values: Any) -> Figure:
    """Draw the circular share from the day on that sales stop growing, for three kinds of lives."""
    looks = {
        "fixed": (_("All last equally long"), IN, "solid"),
        "spread": (_("Lives spread out"), OUT, "dash"),
        "exponential": (_("Exponential lives"), BACK, "dot"),
    }
    data = [_line(name, model.AHEAD, 100 * found[kind], colour, dash) for kind, (name, colour, dash) in looks.items()]
    axes = {
        "xaxis": {"title": {"text": _("Years after growth stops")}},
        "yaxis": {"title": {"text": _("Circular share (%)")}, "range": [0, 104]},
    }
    return {"data": data, "layout": axes}
