"""Oracles, properties and refusals of the measures of disparities between places."""

from __future__ import annotations

import doctest
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import measures
from course_utils.measures import disparities, theil, williamson

PLACES = st.lists(
    st.tuples(st.floats(0.01, 1e6), st.floats(0.1, 1e6), st.sampled_from("abcd")), min_size=1, max_size=30
)


def columns(places: list[tuple[float, float, str]]) -> tuple[np.ndarray, np.ndarray, list[str]]:
    values, weights, groups = zip(*places, strict=True)
    return np.array(values), np.array(weights), list(groups)


def test_names_are_reexported_and_examples_hold() -> None:
    for name in ("Theil", "theil", "williamson"):
        assert getattr(measures, name) is getattr(disparities, name)
    ran = doctest.testmod(disparities)
    assert ran.attempted >= 4 and ran.failed == 0


# --- Theil ---------------------------------------------------------------------------------------------------------


def test_theil_by_hand() -> None:
    """Shares of income 1/4 and 3/4 of two equal populations: 1/4 ln(1/2) + 3/4 ln(3/2)."""
    found = theil([1, 3])
    assert found.total == pytest.approx(0.25 * np.log(0.5) + 0.75 * np.log(1.5))
    assert found.within == found.total and found.between == 0


def test_values_are_per_head_and_weights_people() -> None:
    """Incomes 10 x 100 and 30 x 300 make 1,000 and 9,000 of 10,000, of 100 and 300 people of 400."""
    assert theil([10, 30], [100, 300]).total == pytest.approx(0.1 * np.log(0.1 / 0.25) + 0.9 * np.log(0.9 / 0.75))


def test_within_and_between_by_hand() -> None:
    """Means 2 and 6 about 4; inside the south, which has 3/4 of the total, 3 and 9 are as unequal as 2 and 6."""
    found = theil([2, 2, 3, 9], groups=["north", "north", "south", "south"])
    pair = 0.25 * np.log(0.5) + 0.75 * np.log(1.5)
    assert found.between == pytest.approx(pair) and found.within == pytest.approx(0.75 * pair)


def test_a_value_of_zero_is_allowed() -> None:
    """One of n holds everything: ln n."""
    assert theil([0, 0, 0, 8]).total == pytest.approx(np.log(4))
    found = theil([0, 0, 8, 8], groups=[1, 1, 2, 2])  # a whole group without income
    assert found.within == 0 and found.between == pytest.approx(np.log(2))


@given(PLACES)
@settings(deadline=None)
def test_theil_is_additive_and_bounded(places: list[tuple[float, float, str]]) -> None:
    values, weights, groups = columns(places)
    found = theil(values, weights, groups)
    assert found.total == found.within + found.between
    assert found.within >= 0 and found.between >= 0
    assert found.total == pytest.approx(theil(values, weights).total, abs=1e-12)
    assert found.total <= np.log(weights.sum() / weights.min()) + 1e-9


@given(PLACES)
@settings(deadline=None)
def test_groups_of_one_leave_all_between_them_and_one_group_all_within(places) -> None:
    values, weights, _groups = columns(places)
    alone, together = theil(values, weights, range(len(values))), theil(values, weights, ["all"] * len(values))
    assert alone.within == pytest.approx(0, abs=1e-12) and together.between == pytest.approx(0, abs=1e-12)
    assert alone.between == pytest.approx(together.within, abs=1e-12)


@given(PLACES)
@settings(deadline=None)
def test_between_is_the_theil_of_the_groups(places: list[tuple[float, float, str]]) -> None:
    values, weights, groups = columns(places)
    names = sorted(set(groups))
    member = np.array([[g == name for g in groups] for name in names], dtype=float)
    people = member @ weights
    assert theil(values, weights, groups).between == pytest.approx(
        theil(member @ (values * weights) / people, people).total, abs=1e-12
    )


@given(PLACES, st.floats(0.001, 1e4), st.floats(0.001, 1e4))
@settings(deadline=None)
def test_units_do_not_matter(places: list[tuple[float, float, str]], money: float, people: float) -> None:
    values, weights, groups = columns(places)
    found, again = theil(values, weights, groups), theil(money * values, people * weights, groups)
    assert again.between == pytest.approx(found.between, abs=1e-12)
    assert again.within == pytest.approx(found.within, abs=1e-12)
    assert williamson(money * values, people * weights) == pytest.approx(williamson(values, weights), abs=1e-9)


def test_very_large_numbers_do_not_overflow() -> None:
    assert theil([1e308, 3e307], [1e308, 1e308]).total == pytest.approx(theil([10, 3]).total)
    assert williamson([1e308, 3e307], [1e308, 1e308]) == pytest.approx(williamson([10, 3], [1, 1]))


@given(st.lists(st.tuples(st.floats(0.01, 1e5), st.integers(1, 5)), min_size=1, max_size=20))
@settings(deadline=None)
def test_a_weight_is_a_repetition(pairs: list[tuple[float, int]]) -> None:
    values, weights = zip(*pairs, strict=True)
    repeated = np.repeat(values, weights)
    assert theil(values, weights).total == pytest.approx(theil(repeated).total, abs=1e-12)
    assert williamson(values, weights) == pytest.approx(repeated.std() / repeated.mean(), abs=1e-9)


def test_a_place_without_people_counts_for_nothing() -> None:
    assert theil([1, 3, 500], [1, 1, 0], groups="aab").total == pytest.approx(theil([1, 3]).total)
    assert williamson([1, 3, 500], [1, 1, 0]) == pytest.approx(0.5)


# --- Williamson ----------------------------------------------------------------------------------------------------


def test_williamson_by_hand() -> None:
    """Mean 25, deviations -15 and 5 for 1/4 and 3/4 of the people: sqrt(75)/25."""
    assert williamson([10, 30], [100, 300]) == pytest.approx(np.sqrt(0.25 * 225 + 0.75 * 25) / 25)
    assert williamson([7, 7, 7], [1, 2, 3]) == 0


# --- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: theil([]), r"values.*empty"),
        (lambda: theil([1, -4]), r"values.*-4"),
        (lambda: theil([1, np.nan]), r"values.*nan"),
        (lambda: theil([0, 0]), r"values.*all be 0"),
        (lambda: theil([0, 5], [1, 0]), r"values.*all be 0"),
        (lambda: theil([1, 2], [1]), r"weights.*2 values.*got 1"),
        (lambda: theil([1, 2], [1, -1]), r"weights.*-1"),
        (lambda: theil([1, 2], [0, 0]), r"weights.*all be 0"),
        (lambda: theil([1, 2], groups=["a"]), r"groups.*2 values.*got 1"),
        (lambda: theil([1, 2], groups=["a", None]), r"groups.*None.*1"),
        (lambda: theil([1, 2], groups=[np.nan, "a"]), r"groups.*nan.*0"),
        (lambda: theil([1, 2], groups=[["a"], ["b"]]), r"groups.*unhashable"),
        (lambda: theil([1, 2], groups=["a", pd.NA]), r"groups.*NA"),
        (lambda: williamson([1, -4], [1, 1]), r"values.*-4"),
        (lambda: williamson([1, 2], [1, 2, 3]), r"population.*2 values.*got 3"),
        (lambda: williamson([1, 2], [0, 0]), r"population.*all be 0"),
        (lambda: williamson([0, 0], [1, 1]), r"values.*all be 0"),
    ],
)
def test_bad_input_is_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
