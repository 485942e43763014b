"""The short chain: at its break-even distance and volume the round brings as much as the wholesaler."""

from __future__ import annotations

import doctest
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.measures import break_even_distance, break_even_volume, short_chain, short_chain_gain

GAP, LOAD, WAY, COST = st.floats(0.05, 3), st.floats(1, 2000), st.floats(0, 400), st.floats(0.1, 3)
MANY = st.integers(1, 6)
calm = settings(max_examples=60, deadline=None)


def test_examples_hold() -> None:
    assert doctest.testmod(short_chain).failed == 0


@given(GAP, LOAD, COST, MANY)
@calm
def test_at_the_break_even_distance_nothing_is_gained(gap: float, load: float, cost: float, many: int) -> None:
    terms: dict[str, Any] = {"fixed": 60.0, "per_km": cost, "demand": 500.0, "sharing": many}
    reach = float(break_even_distance(gap, load, **terms))
    if reach >= 0:
        assert float(short_chain_gain(gap, load, reach, **terms)) == pytest.approx(0, abs=1e-6)
        assert float(short_chain_gain(gap, load, reach + 1, **terms)) < 0
    else:
        assert float(short_chain_gain(gap, load, 0, **terms)) < 0


@given(GAP, WAY, COST, MANY)
@calm
def test_at_the_break_even_volume_nothing_is_gained(gap: float, way: float, cost: float, many: int) -> None:
    terms: dict[str, Any] = {"fixed": 60.0, "per_km": cost, "demand": 500.0, "sharing": many}
    load = float(break_even_volume(gap, way, **terms))
    if np.isfinite(load):
        assert float(short_chain_gain(gap, load, way, **terms)) == pytest.approx(0, abs=1e-6)
        assert float(break_even_distance(gap, load, **terms)) == pytest.approx(way, abs=1e-6)
    else:
        assert float(short_chain_gain(gap, 1e6, way, **terms)) < 1e-9


@given(GAP, LOAD, WAY)
@calm
def test_more_gap_and_company_help_and_distance_hurts(gap: float, load: float, way: float) -> None:
    terms: dict[str, Any] = {"fixed": 60.0, "per_km": 0.9, "demand": 500.0}
    own = float(short_chain_gain(gap, load, way, **terms))
    assert float(short_chain_gain(2 * gap, load, way, **terms)) > own
    assert float(short_chain_gain(gap, load, way, sharing=2, **terms)) > own
    assert float(short_chain_gain(gap, load, way + 1, **terms)) < own
    assert float(short_chain_gain(gap, max(load, 500), way, **terms)) == float(short_chain_gain(gap, 500, way, **terms))


def test_without_a_gap_no_volume_is_enough() -> None:
    assert break_even_volume([0, -1], 10, fixed=1, per_km=1).tolist() == [np.inf, np.inf]
    assert float(break_even_distance(0, 100, fixed=20, per_km=1)) == -10


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"fixed": -1}, "fixed must lie in .0, inf., got -1"),
        ({"per_km": 0}, "per_km must lie in .0, inf., got 0"),
        ({"demand": 0}, "demand must be more than 0, got 0"),
        ({"sharing": 0}, "sharing must be a whole number of at least 1, got 0"),
        ({"sharing": 1.5}, "sharing must be a whole number of at least 1, got 1.5"),
    ],
)
def test_bad_input_is_named(change: dict[str, float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        break_even_distance(0.5, 10, **({"fixed": 1.0, "per_km": 1.0} | change))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="volume must lie in"):
        short_chain_gain(0.5, -1, 1, fixed=1, per_km=1)
