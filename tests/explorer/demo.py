"""A small explorer with every kind of control and of packed leaf, for the tests of the explorer package."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.datasets import territory as place_of
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Territory, Toggle
from course_utils.words import Sentence, number, percent, say

X = np.linspace(0, 1, 30)
#: What a careless label could hold.
HOSTILE = "<!--<script></script> & \"b\" 'c'"


def curve(power: float, size: float, shape: str) -> np.ndarray:
    y = size * X**power
    return y if shape == "rising" else y[::-1]


def curve_figure(y: np.ndarray, power: float, size: float, shape: str) -> dict[str, Any]:
    return {
        "data": [{"type": "scatter", "x": X, "y": y, "name": shape}],
        "layout": {"xaxis": {"title": {"text": "x"}}, "yaxis": {"title": {"text": "y (units)"}, "range": [0, 10]}},
    }


def sentence(y: np.ndarray, power: float, size: float, shape: str) -> Sentence:
    rising = "Half way the curve stands at {middle} of {size}, or {share} of its top."
    return say(
        rising if shape == "rising" else "It falls from {size}.",
        middle=number(y[15], 2),
        size=number(size, 1),
        share=percent(y[15] / size, 1),
    )


def bars(gap: bool, size: float) -> list[float | None]:
    return [size, None if gap else size / 2, 3.0]


def bars_figure(heights: list[float | None], gap: bool, size: float) -> dict[str, Any]:
    return {"data": [{"type": "bar", "x": ["a", HOSTILE, "c"], "y": heights}], "layout": {}}


def grid(scale: float) -> np.ndarray:
    return np.outer([1.0, 2.0, 3.0], [scale, 100_000 * scale])


def grid_figure(z: np.ndarray, scale: float) -> dict[str, Any]:
    whole = {"type": "bar", "x": ["all"], "y": [np.round(z.sum())]}
    return {"data": [{"type": "heatmap", "x": ["p", "q"], "y": ["r", "s", "t"], "z": z}, whole], "layout": {}}


def row(place: str, gap: bool) -> tuple[str, float | None]:
    """A place's name and a number, none for one place in one state."""
    none = gap and place == "2A"
    return str(place_of(place)["name"]), None if none else float(place_of(place)["population"])


def row_trace(result: tuple[str, float | None], **_values: Any) -> dict[str, Any]:
    return {"type": "scatter", "mode": "markers", "x": ["a"], "y": [result[1]], "name": result[0]}


def row_sentence(result: tuple[str, float | None], **_values: Any) -> Sentence:
    value = float("nan") if result[1] is None else result[1]
    return say("{place} counts {n}.", place=result[0], n=number(value))


def controls() -> dict[str, Any]:
    return {
        "shape": Choice("Shape", {"rising": "Rising", "falling": "Falling"}, "rising", play=True),
        "power": Slider("Power", 0.5, 3.0, 1.0, points=26),
        "size": Slider("Size", 1.0, 10.0, 4.0, points=2, interpolate=True, decimals=1, unit="m", play=True),
        "scale": Slider("Scale", 0.01, 100.0, 1.0, points=5, scale="log", play=True),
        "gap": Toggle("Leave a gap"),
        "place": Territory("My territory", "departement", "38", sets={"size": {"38": 4.0, "01": 7.5}}),
    }


def explorer(**changes: Any) -> Explorer:
    """Make the demonstration, with other arguments where they are given."""
    own = Overlay(row, row_trace, ("gap", "place"), sentence=row_sentence)
    given: dict[str, Any] = {
        "name": "demo",
        "title": "A demonstration",
        "caption": "Nothing here is about the world.",
        "note": "Synthetic.",
        "data": ("departements",),
        "controls": controls(),
        "panels": [
            Panel("curve", curve, curve_figure, ("power", "size", "shape"), alt="A curve", title="Curve"),
            Panel("bars", bars, bars_figure, ("gap", "size"), alt="Three bars", overlay=own),
            Panel("grid", grid, grid_figure, ("scale",), alt="A grid", title="Grid", height=300),
        ],
        "reading": Reading(curve, sentence, ("power", "size", "shape")),
    }
    return Explorer(**(given | changes))
