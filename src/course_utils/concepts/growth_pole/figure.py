"""Pictures of the growth pole: what size and local supply do to the leak, and what the money does."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.growth_pole.model import Array, Pull
from course_utils.concepts.growth_pole.sectors import motor_names, names
from course_utils.concepts.growth_pole.tables import KeySectors
from course_utils.explorer import style
from course_utils.words import _, percent

Figure = dict[str, Any]

REGION, ELSEWHERE = style.color(0), style.color(1)
#: Region sizes at which the curve is computed, and those written on its axis.
SIZES = np.logspace(-3, 0, 31)
TICKS = (0.001, 0.01, 0.1, 1.0)


def faint(colour: str) -> str:
    """Return a colour of the palette as one that lets through what lies under it."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.45)"


def leak_curves(curves: tuple[Array, Array], **_values: Any) -> Figure:
    """Draw the leak against region size, with local supply left alone and raised."""
    alone, raised = curves
    data = [
        _curve(alone, _("As it is"), {"color": style.MUTED, "dash": "dot"}),
        _curve(raised, _("Local supply raised"), {"color": REGION}),
    ]
    ticks = {
        "tickvals": [float(np.log10(t)) for t in TICKS],
        "ticktext": [str(percent(t, 1 if t < 0.01 else 0)) for t in TICKS],
    }
    axes = {
        "xaxis": {"title": {"text": _("Share of national jobs")}, "range": [-3.05, 0.12]} | ticks,
        "yaxis": {"title": {"text": _("Leak, % of indirect")}, "range": [0, 103]},
    }
    return {"data": data, "layout": axes}


def _curve(leak: Array, name: str, line: dict[str, str]) -> Figure:
    # Powers of ten on a linear axis: the reader's place on it then moves linearly with the slider.
    shown = [str(percent(s, 2)) for s in SIZES]
    curve = {"type": "scatter", "mode": "lines", "name": name, "line": line, "x": np.log10(SIZES), "y": 100 * leak}
    return curve | {
        "text": shown,
        "hovertemplate": "%{text}: %{y:.0f} %",
        "meta": {"powers": ["x"], "columns": ["x", "y"]},
    }


def reader_place(found: Pull, *, share: float, **_values: Any) -> Figure:
    """Mark the reader's region on the curve."""
    mark = {"type": "scatter", "mode": "markers", "name": _("Your region"), "x": [float(np.log10(share))]}
    look = {"marker": {"color": ELSEWHERE, "size": 13}, "hovertemplate": "%{y:.0f} %", "meta": {"powers": ["x"]}}
    return mark | {"y": [100 * found.leak]} | look


def balance(pulls: list[Pull], **_values: Any) -> Figure:
    """Draw what stays and what leaks for each motor sector, in million reais."""
    labels = list(motor_names().values())
    kept = [float(p.regional.sum()) for p in pulls]
    leaked = [float(p.leaked.sum()) for p in pulls]
    data = [_bars(labels, kept, _("Stays"), REGION), _bars(labels, leaked, _("Leaks"), ELSEWHERE)]
    axes = {
        "barmode": "stack",
        "legend": {"traceorder": "normal"},
        "xaxis": {"title": {"text": _("Million reais")}, "range": [-100, 2700]},
        "yaxis": {"autorange": "reversed"},
    }
    return {"data": data, "layout": axes}


def _bars(labels: list[str], values: list[float], name: str, colour: str) -> Figure:
    return {"type": "bar", "orientation": "h", "name": name, "y": labels, "x": values, "marker": {"color": colour}}


def chosen(_found: Pull, *, sector: str, **_values: Any) -> Figure:
    """Point at the chosen motor sector among the bars."""
    mark = {"type": "scatter", "mode": "markers", "name": _("Chosen"), "x": [-50], "y": [motor_names()[sector]]}
    return mark | {
        "marker": {"symbol": "triangle-right", "size": 12, "color": style.MUTED},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def linkage_map(found: KeySectors, **_values: Any) -> Figure:
    """Draw backward against forward linkages: nation hollow, region filled, the nation's key sectors in colour."""
    colours = [ELSEWHERE if key else style.MUTED for key in found.nation]
    shapes = ["diamond" if key else "circle" for key in found.nation]
    hollow = [f"{shape}-open" for shape in shapes]
    nation, region = found.means
    data = [
        _points(found.nation_backward, found.nation_forward, _("Nation"), {"color": colours, "symbol": hollow}),
        _points(found.backward, found.forward, _("Region"), {"color": colours, "symbol": shapes}),
        _cross(nation, _("Nation's average"), "solid"),
        _cross(region, _("Region's own average"), "dot"),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Backward linkage (reais)")}, "range": [0.95, 2.6]},
        "yaxis": {
            "title": {"text": _("Forward linkage (reais)")},
            "range": [0.8, 6.8],
        },
    }
    return {"data": data, "layout": axes}


def _points(backward: Array, forward: Array, name: str, marker: dict[str, Any]) -> Figure:
    dots = {"type": "scatter", "mode": "markers", "name": name, "x": backward, "y": forward, "text": names()}
    return dots | {"marker": marker | {"size": 7}, "hovertemplate": "%{text}<br>%{x:.2f}, %{y:.2f}"}


def _cross(mean: float, name: str, dash: str) -> Figure:
    line = {"type": "scatter", "mode": "lines", "name": name, "line": {"color": style.MUTED, "dash": dash, "width": 1}}
    return line | {"x": [mean, mean, None, 0.95, 2.6], "y": [0.8, 6.8, None, mean, mean], "hoverinfo": "skip"}
