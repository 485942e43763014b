"""Pictures of the synthetic product space: the network, and which activity lies next."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from course_utils.concepts.beyond_high_tech import layout, synthetic
from course_utils.concepts.beyond_high_tech.steps import Path
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

SHAPES = {"low": "circle", "medium": "square", "high": "diamond"}
EDGE = 55  # of 100 from the middle: beyond it a long name would leave a narrow figure
HELD, TAKEN, NEXT = style.color(0), style.color(1), style.color(3)
STEPS = tuple(str(n) for n in range(6))
#: Candidates shown, the nearest first.
SHOWN = 8


def level_names() -> dict[str, str]:
    """Name of each level of technology."""
    return {"low": _("Low technology"), "medium": _("Medium technology"), "high": _("High technology")}


def shades() -> dict[str, str]:
    """Colour of each level of technology, none of them that of what lies next."""
    return {"low": style.color(0), "medium": style.color(2), "high": style.color(4)}


@cache
def names() -> tuple[str, ...]:
    """Names of the activities, in the order of the table."""
    return tuple(synthetic.activities().index)


@cache
def levels() -> tuple[str, ...]:
    """Level of technology of each activity."""
    return tuple(synthetic.activities()["technology"])


def percentage(density: float) -> float:
    """A density as it is drawn: a whole percentage."""
    return float(round(100 * float(density)))


def network(result: Path, *, threshold: str, **_values: Any) -> Figure:
    """Draw all activities, what the territory has, what it took up on the way, and what lies next."""
    at = layout.places()
    data = [_links(threshold), *(_kind(level) for level in SHAPES)]
    data += [_held(result, at), _taken(result, at), _next(result, at)]
    hidden = {"visible": False, "range": [-118, 118], "fixedrange": True}
    return {"data": data, "layout": {"xaxis": hidden, "yaxis": hidden, "hovermode": "closest", "margin": {"b": 0}}}


@cache
def _links(threshold: str) -> Figure:
    at, pairs = layout.places(), layout.links(float(threshold))
    ends: dict[str, list[float | None]] = {
        axis: [v for i, j in pairs for v in (float(at[i, k]), float(at[j, k]), None)] for k, axis in enumerate("xy")
    }
    look = {"mode": "lines", "name": _("Near one another"), "line": {"width": 1, "color": style.MUTED}, "opacity": 0.5}
    return {"type": "scatter", "hoverinfo": "skip", "meta": {"columns": []}} | look | ends


@cache
def _kind(level: str) -> Figure:
    at = layout.places()
    own = [i for i, kind in enumerate(levels()) if kind == level]
    marker = {"symbol": SHAPES[level], "size": 11, "color": style.MUTED, "opacity": 0.55}
    text = [names()[i] for i in own]
    place = {"x": at[own, 0], "y": at[own, 1], "text": text, "meta": {"columns": ["text"]}}
    hover = {"hovertemplate": "%{text}<extra>%{fullData.name}</extra>"}
    return {"type": "scatter", "mode": "markers", "name": level_names()[level], "marker": marker} | place | hover


def beside(x: float) -> str:
    """Where a name stands by its mark: turned inward near an edge, or a phone cuts it off."""
    return f"bottom {'right' if x < -EDGE else 'left' if x > EDGE else 'center'}"


def _held(result: Path, at: np.ndarray) -> Figure:
    has = result.start > 0
    marker = {"symbol": [SHAPES[level] for level in levels()], "size": 13, "color": HELD}
    place = {"x": at[:, 0], "y": np.where(has, at[:, 1], np.nan)}
    label = {
        "text": [name if flag else None for name, flag in zip(names(), has, strict=True)],
        "meta": {"columns": ["text"]},
        "hovertemplate": "%{text}<extra></extra>",
    }
    return {"type": "scatter", "mode": "markers", "name": _("Has at the start"), "marker": marker} | place | label


def _taken(result: Path, at: np.ndarray) -> Figure:
    return _spots(
        _("Taken up on the way"),
        list(result.entered),
        len(STEPS) - 1,
        at,
        {"symbol": "star", "size": 17, "color": TAKEN},
    )


def _next(result: Path, at: np.ndarray) -> Figure:
    ring = {"symbol": "circle-open", "size": 22, "color": NEXT, "line": {"width": 3}}
    return _spots(_("Next"), list(result.nearest[:1]), 1, at, ring)


def _spots(name: str, own: list[int], room: int, at: np.ndarray, marker: Figure) -> Figure:
    gap: list[None] = [None] * (room - len(own))
    sides = [beside(at[i, 0]) for i in own] + ["bottom center"] * len(gap)
    place = {"x": [float(at[i, 0]) for i in own] + gap, "y": [float(at[i, 1]) for i in own] + gap}
    label = {
        "text": [names()[i] for i in own] + gap,
        "textposition": sides,
        "textfont": {"size": 11, "color": marker["color"]},
        "meta": {"columns": ["text"]},
        "hovertemplate": "%{text}<extra></extra>",
    }
    return {"type": "scatter", "mode": "markers+text", "name": name, "marker": marker} | place | label


def candidates(result: Path, *, territory: str, threshold: str, **_values: Any) -> Figure:
    """Draw what the territory lacks, the nearest first, by level of technology; a star where it was taken up."""
    own = list(result.nearest[:SHOWN])
    density = [percentage(result.density[i]) for i in own]
    kinds = [levels()[i] for i in own]
    later = synthetic.later(float(threshold))[synthetic.space_at(float(threshold)).places.index(territory)]
    gap, rows = SHOWN - len(own), list(range(SHOWN))
    data = [
        _bars(level, rows, [d if k == level else None for d, k in zip(density, kinds, strict=True)], gap)
        for level in SHAPES
    ]
    data.append(_came(rows, [d + 3 if later[i] else None for i, d in zip(own, density, strict=True)], gap))
    axes = {
        "barmode": "overlay",
        "xaxis": {"title": {"text": _("Density, %")}, "range": [0, 100]},
        "yaxis": {
            "tickvals": rows,
            "ticktext": [names()[i] for i in own] + [""] * gap,
            "range": [SHOWN - 0.4, -0.6],
            "title": {"text": _("Activity")},
        },
    }
    return {"data": data, "layout": axes}


def _bars(level: str, rows: list[int], values: list[float | None], gap: int) -> Figure:
    marker = {"color": shades()[level], "pattern": {"shape": {"low": "", "medium": "/", "high": "x"}[level]}}
    bars = {"type": "bar", "orientation": "h", "name": level_names()[level], "y": rows, "marker": marker}
    bars |= {"x": [*values, *[None] * gap]}
    return bars | {"hovertemplate": "%{x} %<extra>%{fullData.name}</extra>"}


def _came(rows: list[int], values: list[float | None], gap: int) -> Figure:
    star = {"symbol": "star", "size": 13, "color": TAKEN}
    place = {"x": [*values, *[None] * gap], "y": rows, "marker": star, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "markers", "name": _("Taken up within ten years")} | place
