"""The bootstrap of a share without drawing: against scipy's distribution and against draws."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from course_utils import measures
from course_utils.measures import chance_at_least, resampled_range, resampling

CASES = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(0, n + 3)))

calm = settings(deadline=None, max_examples=60)  # the first call may be slow on a busy machine


@pytest.mark.parametrize("name", ["chance_at_least", "resampled_range"])
def test_names_are_reached_from_measures(name: str) -> None:
    assert getattr(measures, name) is getattr(resampling, name)


@given(CASES)
@calm
def test_it_is_the_upper_tail_of_a_binomial(case: tuple[int, int, int]) -> None:
    n, held, least = case
    assert chance_at_least(least, held, n) == pytest.approx(stats.binom.sf(least - 1, n, held / n), abs=1e-9)


@given(CASES, st.floats(0.5, 0.99))
@calm
def test_the_range_holds_its_level_and_no_more_than_it_must(case: tuple[int, int, int], level: float) -> None:
    n, held, _least = case
    low, high = (round(float(end) * n) for end in resampled_range(held, n, level))
    law, tail = stats.binom(n, held / n), (1 - level) / 2
    assert low <= high and law.cdf(high) - law.cdf(low - 1) >= level - 1e-9
    assert law.cdf(low - 1) <= tail + 1e-9 and law.sf(high) <= tail + 1e-9


def test_a_bootstrap_of_many_draws_comes_to_the_same() -> None:
    random = np.random.default_rng(2016)
    things = np.repeat([1, 0], [12, 28])
    drawn = random.choice(things, size=(20_000, things.size)).sum(axis=1)  # with replacement, one by one
    for least in (8, 12, 15, 18):
        exact = float(chance_at_least(least, 12, 40))
        error = np.sqrt(exact * (1 - exact) / 20_000)
        assert (drawn >= least).mean() == pytest.approx(exact, abs=4 * error)


def test_ends_and_empty_places() -> None:
    assert chance_at_least([0, 1, 6], [0, 0, 5], [5, 5, 5]).tolist() == [1.0, 0.0, 0.0]
    assert chance_at_least(5, 5, 5) == 1.0  # a place with nothing else is drawn again as itself
    assert np.isnan(chance_at_least(1, 0, 0))
    assert chance_at_least(2.4, 3, 10) == chance_at_least(3, 3, 10)  # only whole things are drawn


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: chance_at_least(1, 6, 5), "counts must not exceed totals, got 6 of 5"),
        (lambda: chance_at_least(-1, 0, 5), r"least must lie in \[0, inf\), got -1"),
        (lambda: chance_at_least(1, np.nan, 5), "counts must be finite, got nan"),
        (lambda: chance_at_least([1, 2], [1, 2, 3], 5), "shapes do not fit"),
        (lambda: resampled_range(0, 0), r"totals must lie in \(0, inf\), got 0"),
        (lambda: resampled_range(1, 2, 1.0), r"level must lie in \(0, 1\), got 1"),
    ],
)
def test_bad_input_is_named_with_its_value(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
