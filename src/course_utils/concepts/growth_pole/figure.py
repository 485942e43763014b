"""Pictures of the growth pole: rounds of spending, where they land, and what size and local supply do to the leak."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course_utils.concepts.growth_pole.model import Array, Pull
from course_utils.concepts.growth_pole.sectors import BROAD, broad_names, motor_names, names
from course_utils.concepts.growth_pole.tables import KeySectors
from course_utils.explorer import style
from course_utils.words import _, percent

Figure = dict[str, Any]

REGION, ELSEWHERE = style.color(0), style.color(1)
TOP = 5
#: Room between two nodes, as a share of the height.
GAP = 0.05
#: Of 100. Plotly drops a node without any flow, and the places given to the others would then be its neighbours'.
LEAST_FLOW = 0.001
#: Region sizes at which the curve is computed, and those written on its axis.
SIZES = np.logspace(-3, 0, 31)
TICKS = (0.001, 0.01, 0.1, 1.0)


def nation_rounds(nation: Array, **_values: Any) -> Figure:
    """Draw production added up by round, in the whole country."""
    trace = _path(nation, _("Whole country"), style.MUTED) | {"marker": {"symbol": "circle-open", "color": style.MUTED}}
    axes = {
        "xaxis": {"title": {"text": _("Round of purchases")}, "dtick": 1, "range": [-0.2, len(nation) - 0.8]},
        "yaxis": {"title": {"text": _("Indirect production")}, "range": [0, 140]},
    }
    return {"data": [trace], "layout": axes}


def region_rounds(region: Array, **_values: Any) -> Figure:
    """Draw production added up by round, in the region, as one more trace."""
    return _path(region, _("Region"), REGION)


def _path(path: Array, name: str, colour: str) -> Figure:
    line = {"type": "scatter", "mode": "lines+markers", "name": name, "x": list(range(len(path))), "y": path}
    return line | {"line": {"color": colour}, "marker": {"color": colour}}


def landing(found: Pull, **_values: Any) -> Figure:
    """Draw where indirect production lands: in the region or elsewhere, then in which broad sectors."""
    national, regional, elsewhere = (
        _broad(part) * 100 / found.national.sum() for part in (found.national, found.regional, found.leaked)
    )
    top = np.argsort(-national, kind="stable")[:TOP].tolist()
    kept, leaked = (_largest(part, top) for part in (regional, elsewhere))
    known = list(broad_names().values())
    labels = [_("Motor firm"), _("Region"), _("Elsewhere"), *(known[i] for i in top), _("All others")]
    ends = list(range(3, 4 + TOP))
    link = {
        "source": [0, 0, *[1] * len(ends), *[2] * len(ends)],
        "target": [1, 2, *ends, *ends],
        "value": [max(flow, LEAST_FLOW) for flow in (sum(kept), sum(leaked), *kept, *leaked)],
        "color": [_faint(c) for c in (REGION, ELSEWHERE, *[REGION] * len(ends), *[ELSEWHERE] * len(ends))],
    }
    node: dict[str, Any] = {"label": labels, "pad": 10, "thickness": 14}
    node["color"] = [style.MUTED, REGION, ELSEWHERE, *[style.MUTED] * len(ends)]
    # Places are given, so that no node jumps while a slider moves, and a phone has room for both rows of labels.
    node["x"] = [0.001, 0.33, 0.33, *[0.999] * len(ends)]
    node["y"] = [0.5, *_middles([sum(kept), sum(leaked)]), *_middles(np.add(kept, leaked))]
    return {"data": [{"type": "sankey", "arrangement": "fixed", "node": node, "link": link}], "layout": {}}


def _broad(production: Array) -> Array:
    return np.array([production[list(places)].sum() for places in BROAD.values()])


def _largest(part: Array, top: list[int]) -> list[float]:
    return [*(float(part[i]) for i in top), float(np.delete(part, top).sum())]


def _middles(flows: ArrayLike) -> list[float]:
    """Return the middle of each node of a column, from 0 (top) to 1; the longest column fills it."""
    heights = np.asarray(flows) * (1 - TOP * GAP) / 100
    tops = np.cumsum(heights + GAP) - heights - GAP
    spare = 1 - heights.sum() - GAP * (len(heights) - 1)
    return [float(middle) for middle in spare / 2 + tops + heights / 2]


def _faint(colour: str) -> str:
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
