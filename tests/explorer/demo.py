"""A small explorer with every kind of control, for the tests of the explorer package."""

from __future__ import annotations

import numpy as np

from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Territory, Toggle
from course_utils.words import number, percent, say

X = np.linspace(0, 1, 30)


def curve(power: float, size: float, shape: str) -> np.ndarray:
    y = size * X**power
    return y if shape == "rising" else y[::-1]


def curve_figure(y: np.ndarray, power: float, size: float, shape: str) -> dict:
    return {
        "data": [{"type": "scatter", "x": X, "y": y, "name": "falling" if shape == "falling" else "rising"}],
        "layout": {"xaxis": {"title": {"text": "x"}}, "yaxis": {"title": {"text": "y (units)"}, "range": [0, 10]}},
    }


def bars(gap: bool, size: float) -> list[float | None]:
    return [size, None if gap else size / 2, 3.0]


def sentence(y: np.ndarray, power: float, size: float, shape: str):
    return say(
        "Half way the curve stands at {middle} of {size}, or {share} of its top." if shape == "rising" else "It falls from {size}.",
        middle=number(y[15], 2),
        size=number(size, 1),
        share=percent(y[15] / size, 1),
    )


def place(territory: str, gap: bool) -> float | None:
    return None if gap and territory == "2A" else float(int(territory.replace("A", "1").replace("B", "2")) % 17)


def explorer() -> Explorer:
    return Explorer(
        name="demo",
        title="A demonstration",
        caption="Nothing here is about the world.",
        note="Synthetic.",
        controls={
            "shape": Choice("Shape", {"rising": "Rising", "falling": "Falling"}, "rising"),
            "power": Slider("Power", 0.5, 3.0, 1.0, points=26),
            "size": Slider("Size", 1.0, 10.0, 4.0, points=2, interpolate=True, decimals=1),
            "gap": Toggle("Leave a gap"),
            "place": Territory("My territory", "departement", "38", sets={"size": {"38": 4.0, "01": 7.5}}),
        },
        panels=[
            Panel("curve", curve, curve_figure, ("power", "size", "shape"), alt="A curve", title="Curve"),
            Panel(
                "bars",
                bars,
                lambda v, gap, size: {"data": [{"type": "bar", "x": ["a", "b", "c"], "y": v}], "layout": {}},
                ("gap", "size"),
                alt="Three bars",
                overlay=Overlay(
                    lambda place, gap: _row(place, gap),
                    lambda v, **_k: {"type": "scatter", "mode": "markers", "x": ["a"], "y": [v[1]], "name": v[0]},
                    ("gap", "place"),
                    sentence=lambda v, **_k: say("{place} counts {n}.", place=v[0], n=number(v[1] or 0)),
                ),
            ),
        ],
        reading=Reading(curve, sentence, ("power", "size", "shape")),
    )


def _row(code: str, gap: bool) -> tuple[str, float | None]:
    from course_utils.explorer.lattice import place_name

    return place_name(code), place(code, gap)
