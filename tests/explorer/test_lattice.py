"""Lattices: budgets, the measured error of interpolation, tables of places."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from course_utils.explorer import BudgetError, Explorer, Panel, Reading, Slider, Toggle
from course_utils.explorer.lattice import SAMPLES, Layer, place_name
from course_utils.explorer.packing import Blob
from course_utils.words import say
from tests.explorer import demo as demonstration
from tests.explorer.decoder import trees, unpack


def one(controls: dict[str, Any], function: Callable[..., Any] = lambda **_values: 0.0) -> Explorer:
    """An explorer of one panel on all its controls whose only leaf is what `function` gives."""
    names = tuple(controls)

    def figure(result: Any, **_values: Any) -> dict[str, Any]:
        return {"data": [{"type": "bar", "y": result if isinstance(result, list) else [result]}], "layout": {}}

    panel = Panel("only", function, figure, names, alt="")
    return Explorer("one", controls, [panel], Reading(lambda: None, lambda _result: say("Still.")))


def pack(explorer: Explorer) -> tuple[dict[str, Any], bytes, Layer]:
    panel, blob = explorer.panels[0], Blob()
    layer = Layer.of(explorer, panel.key, panel.controls, panel.base)
    return layer.pack(blob), unpack(blob.text()), layer


def between(points: int = 2, **changes: Any) -> Slider:
    return Slider("x", **({"min": 0.0, "max": 1.0, "value": 0.0, "points": points, "interpolate": True} | changes))


def test_states_come_in_c_order(demo: Explorer) -> None:
    layer = Layer.of(demo, "curve", ("shape", "gap"), lambda values: values)
    assert layer.shape == (2, 2)
    assert [tuple(s.values()) for s in layer.states()] == list(itertools.product(["rising", "falling"], [False, True]))


def test_a_panel_reads_back_as_it_was_drawn(demo: Explorer) -> None:
    panel, blob = demo.panels[2], Blob()
    layer = Layer.of(demo, panel.key, panel.controls, panel.base)
    packed, raw = layer.pack(blob), unpack(blob.text())
    for state, read in zip(layer.states(), trees(packed, raw, layer.shape), strict=True):
        drawn = panel.base(state)
        assert read["data"][1]["y"] == drawn["data"][1]["y"]  # whole numbers, wide
        rows = zip(read["data"][0]["z"], drawn["data"][0]["z"], strict=True)
        assert all(abs(a - b) <= 3e7 / 65534 for r, d in rows for a, b in zip(r, d, strict=True))


def test_too_many_states_are_refused_with_the_numbers() -> None:
    controls = {"a": Slider("a", 0.0, 1.0, 0.0, points=40), "b": Slider("b", 0.0, 1.0, 0.0, points=38)}
    with pytest.raises(
        BudgetError, match=r"one: 1,520 states of a lattice are over the budget of 1,500 \(a 40, b 38\)"
    ):
        pack(one(controls, lambda a, b: a * b))


def test_as_many_states_as_the_budget_are_fine() -> None:
    controls = {"a": Slider("a", 0.0, 1.0, 0.0, points=50), "b": Slider("b", 0.0, 1.0, 0.0, points=30)}
    assert pack(one(controls, lambda a, b: a * b))[2].shape == (50, 30)


def test_places_are_a_table_and_no_states(demo: Explorer) -> None:
    names, nodes = demo.axes(("gap", "place", "power"))
    assert names == ["place", "gap", "power"]  # a table has a row a place
    assert len(nodes[0]) > 100 and len(nodes[0]) * 2 * 26 > 1500


@settings(deadline=None, max_examples=60)
# No subnormal slope: 5e-324 times a position has no digits left, so that nothing is linear in it.
@given(st.floats(-1e3, 1e3, allow_subnormal=False), st.floats(-1e3, 1e3), st.sampled_from(["linear", "log"]))
@example(slope=1.8e-12, start=600.0, scale="linear")  # a range of the size of rounding
def test_a_linear_quantity_needs_two_points(slope: float, start: float, scale: str) -> None:
    slider = between(min=0.1, max=10.0, value=0.1, scale=scale)
    pack(one({"x": slider}, lambda x: start + slope * slider.position(x)))


@pytest.mark.parametrize(("points", "fits"), [(2, False), (4, False), (21, True)])
def test_a_curved_quantity_needs_more(points: int, fits: bool) -> None:
    explorer = one({"x": between(points)}, lambda x: x * x)
    if fits:
        pack(explorer)
        return
    with pytest.raises(
        BudgetError, match=r"one, only: data.0.y at {'x': 0\.\d+}: .*errs by (\d+\.\d)% of the range; at most 1%"
    ):
        pack(explorer)


def test_interpolation_is_measured_between_other_controls_too() -> None:
    controls = {"bent": Toggle("bent"), "x": between(), "n": Slider("n", 0.0, 1.0, 0.0, points=3)}
    pack(one(controls, lambda bent, x, n: x * n))
    with pytest.raises(BudgetError, match="'bent': True"):
        pack(one(controls, lambda bent, x, n: x * n + (0.3 * x * (1 - x) if bent else 0)))


def test_two_interpolated_sliders_are_bilinear() -> None:
    controls = {"x": between(), "y": between(3)}
    pack(one(controls, lambda x, y: 1 + 2 * x - y + 3 * x * y))
    with pytest.raises(BudgetError):
        pack(one(controls, lambda x, y: (x * y) ** 2))


def test_what_is_constant_on_the_nodes_is_measured_between_them() -> None:
    """A bump between two nodes of one height would be drawn flat."""
    with pytest.raises(BudgetError, match="errs by"):
        pack(one({"x": between()}, lambda x: x * (1 - x)))


def test_gaps_that_move_are_refused() -> None:
    with pytest.raises(BudgetError, match="gaps .null. differ between nodes"):
        pack(one({"x": between()}, lambda x: [1.0, None if x > 0.5 else 2.0]))


def test_gaps_between_full_nodes_are_refused() -> None:
    with pytest.raises(BudgetError, match="gaps .null. differ between nodes"):
        pack(one({"x": between()}, lambda x: [1.0, None if 0.2 < x < 0.8 else 2.0]))


def test_gaps_that_stay_are_fine() -> None:
    packed, raw, layer = pack(one({"x": between()}, lambda x: [x, None, 2 * x]))
    assert [t["data"][0]["y"] for t in trees(packed, raw, layer.shape)] == [[0.0, None, 0.0], [1.0, None, 2.0]]


def test_nothing_is_measured_where_nothing_is_interpolated() -> None:
    runs: list[float] = []
    pack(one({"n": Slider("n", 0.0, 1.0, 0.0, points=5)}, lambda n: runs.append(n) or n * n))
    assert runs == [0.0, 0.25, 0.5, 0.75, 1.0]


def test_a_figure_that_changes_between_nodes_is_refused() -> None:
    with pytest.raises(BudgetError):
        pack(one({"x": between()}, lambda x: [x] * (2 if x in (0, 1) else 3)))


def test_a_seeded_sample_is_measured() -> None:
    runs: list[float] = []
    pack(one({"x": between()}, lambda x: runs.append(x) or x))
    assert len(runs) == 2 + SAMPLES and len(set(runs)) == len(runs)
    again: list[float] = []
    pack(one({"x": between()}, lambda x: again.append(x) or x))
    assert again == runs


def test_names_of_places_are_shipped_once(demo: Explorer) -> None:
    overlay = demo.panels[1].overlays[0]
    blob = Blob()
    packed = Layer.of(demo, "bars", overlay.controls, overlay.draw).pack(blob)
    assert packed["controls"] == ["place", "gap"]
    assert packed["base"]["name"] == "{@place}" and packed["words"] == []
    assert place_name("38") == "Isère"


def test_a_name_is_replaced_wherever_it_stands(demo: Explorer) -> None:
    layer = Layer.of(demo, "bars", ("place",), lambda values: values)
    found = layer.nameless({"a": ["In Ain", 1, None], "b": {"c": "Ain: Ain"}}, {"place": "01"})
    assert found == {"a": ["In {@place}", 1, None], "b": {"c": "{@place}: {@place}"}}
    assert Layer.of(demo, "bars", ("gap",), lambda values: values).nameless("Ain", {"gap": True}) == "Ain"


def test_the_demonstration_is_no_heavier_than_it_looks(payload: dict[str, Any]) -> None:
    """A curve of 30 points over 26 powers and two shapes, twice for the size, and a few small tables."""
    curve = 30 * 26 * 2 * 2
    assert curve < payload["values"] < curve + 1500
    assert demonstration.explorer().axes(("power", "size", "shape"))[1][1] == [1.0, 10.0]
