"""Controls: their nodes, what they accept, and what they say of what they refuse."""

from __future__ import annotations

import itertools
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.datasets import territories
from course_utils.explorer import Choice, Slider, Territory, Toggle
from course_utils.explorer.controls import places

size = st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 6))


@st.composite
def sliders(draw: Any) -> Slider:
    """Linear and logarithmic, interpolated and not, of every size."""
    log = draw(st.booleans())
    low = draw(st.floats(1e-6, 1e6)) if log else draw(size)
    high = low * draw(st.floats(1.5, 1e6)) if log else low + draw(st.floats(1e-3, 1e6))
    points, between = draw(st.integers(2, 60)), draw(st.booleans())
    return Slider("s", low, high, low, points, between, scale="log" if log else "linear")


@settings(deadline=None, max_examples=60)
@given(sliders())
def test_nodes_run_from_bound_to_bound(slider: Slider) -> None:
    nodes = slider.nodes()
    assert (nodes[0], nodes[-1], len(nodes)) == (slider.min, slider.max, slider.points)
    assert all(a < b for a, b in itertools.pairwise(nodes))


@settings(deadline=None, max_examples=60)
@given(sliders())
def test_nodes_are_equally_spaced_on_the_slider(slider: Slider) -> None:
    gaps = np.diff([slider.position(n) for n in slider.nodes()])
    slack = 1e-5 if slider.scale == "log" else 3e-10 + 1e-12 * abs(slider.max)
    assert np.ptp(gaps) <= slack + 1e-9 * abs(gaps).max()


@settings(deadline=None, max_examples=60)
@given(sliders())
def test_every_node_is_accepted_as_it_is(slider: Slider) -> None:
    assert [slider.accept(n) for n in slider.nodes()] == slider.nodes()


@settings(deadline=None, max_examples=60)
@given(sliders(), st.floats(0, 1))
def test_what_lies_between_the_bounds_is_accepted(slider: Slider, fraction: float) -> None:
    value = slider.min + fraction * (slider.max - slider.min)
    accepted = slider.accept(value)
    assert slider.min <= accepted <= slider.max
    assert accepted == min(value, slider.max) if slider.interpolate else accepted in slider.nodes()


def test_a_slider_that_is_not_interpolated_snaps_to_the_nearest_position() -> None:
    assert Slider("s", 0.0, 1.0, 0.0, points=11).accept(0.449) == 0.4
    log = Slider("s", 1.0, 100.0, 1.0, points=3, scale="log")
    assert (log.accept(3.1), log.accept(3.3), log.accept(40)) == (1.0, 10.0, 100.0)


def test_added_up_steps_may_overshoot_a_bound() -> None:
    slider = Slider("s", 0.0, 0.3, 0.0, interpolate=True)
    assert slider.accept(0.1 + 0.2) == 0.3
    assert slider.accept(-1e-17) == 0.0


def test_logarithmic_nodes_are_readable_and_bounds_are_kept() -> None:
    assert Slider("s", 1.0, 1000.0, 1.0, points=4, scale="log").nodes() == [1.0, 10.0, 100.0, 1000.0]
    odd = Slider("s", 1.0, 1234567.0, 1.0, points=3, scale="log")
    assert odd.nodes() == [1.0, 1111.11, 1234567.0]


@pytest.mark.parametrize("value", [True, "0.3", None, math.nan, math.inf, -0.1, 1.1, [0.5], np.array([0.5])])
def test_a_slider_names_its_range_and_the_value(value: Any) -> None:
    with pytest.raises(ValueError, match="takes a number from 0 to 1, got") as caught:
        Slider("s", 0.0, 1.0, 0.0).accept(value)
    assert repr(value) in str(caught.value)


@pytest.mark.parametrize("value", [1, np.int64(1), np.float32(1.0)])
def test_a_slider_takes_any_number(value: Any) -> None:
    accepted = Slider("s", 0.0, 1.0, 0.0).accept(value)
    assert accepted == 1.0 and type(accepted) is float


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"max": 0.0}, "bounds 0.0 to 0.0 make no linear slider"),
        ({"scale": "log"}, "bounds 0.0 to 1.0 make no log slider"),
        ({"points": 1}, "points must be at least 2, got 1"),
        ({"scale": "square"}, "scale must be 'linear' or 'log', got 'square'"),
        ({"value": 2.0}, "takes a number from 0 to 1, got 2.0"),
        ({"value": 0.03}, "default 0.03 is not one of its nodes"),
        ({"step": 0.1}, "a step, 0.1, must be positive and needs interpolate=True"),
        ({"step": 0.0, "interpolate": True}, "a step, 0.0, must be positive"),
    ],
)
def test_a_slider_that_makes_no_sense(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Slider(**({"label": "s", "min": 0.0, "max": 1.0, "value": 0.0} | changes))


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        ({}, 0.5),
        ({"points": 41}, 0.25),
        ({"points": 2, "interpolate": True}, 0.5),
        ({"points": 41, "interpolate": True}, 0.25),
        ({"points": 2, "interpolate": True, "step": 0.1}, 0.1),
    ],
)
def test_the_reader_steps_from_node_to_node_or_at_least_twenty_times(changes: dict[str, Any], step: float) -> None:
    assert Slider("s", **({"min": 0.0, "max": 10.0, "value": 0.0} | changes)).step_size() == pytest.approx(step)


def test_steps_of_a_logarithmic_slider_are_in_decades() -> None:
    assert Slider("s", 1.0, 100.0, 1.0, points=21, scale="log").step_size() == pytest.approx(0.1)


def test_choice() -> None:
    choice = Choice("c", {"a": "First", "b": "Second"}, "b")
    assert choice.nodes() == ["a", "b"] and choice.accept("a") == "a"
    for wrong in ("c", "First", 1, None, ["a"]):
        with pytest.raises(ValueError, match="takes one of 'a', 'b', got"):
            choice.accept(wrong)
    with pytest.raises(ValueError, match="takes one of 'a', got 'z'"):
        Choice("c", {"a": "First"}, "z")
    with pytest.raises(ValueError, match="one option alone, 'a', cannot be played"):
        Choice("c", {"a": "First"}, "a", play=True)


def test_toggle() -> None:
    toggle = Toggle("t")
    assert toggle.nodes() == [False, True]
    assert toggle.accept(np.True_) is True
    for wrong in (1, 0, "true", None):
        with pytest.raises(ValueError, match="takes True or False, got"):
            toggle.accept(wrong)


@pytest.mark.parametrize(("level", "codes"), [("departement", ["38", "2A", "976"]), ("epci", ["200040715"])])
def test_territory_takes_the_codes_of_its_level(level: str, codes: list[str]) -> None:
    control = Territory("t", level, codes[0])
    assert [control.accept(code) for code in codes] == codes
    assert sorted(control.nodes()) == sorted(territories(level).index)
    for wrong in ("Isère", "99", None, 1):
        with pytest.raises(ValueError, match=f"takes the code of one {level} .*territories\\('{level}'\\)"):
            control.accept(wrong)


def test_a_number_may_stand_for_a_code_that_looks_like_one() -> None:
    assert Territory("t").accept(38) == "38"


@pytest.mark.parametrize("level", ["departement", "epci"])
def test_places_come_by_population(level: str) -> None:
    population = territories(level).loc[list(places(level)), "population"].to_numpy()
    assert (np.diff(population) <= 0).all()
