"""Oracles, properties and refusals of the inequality measures."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course_utils import measures
from course_utils.measures import gini, inequality, lorenz, primacy, rank_size

SIZES = st.lists(st.floats(0.01, 1e6), min_size=2, max_size=40)


@pytest.mark.parametrize("name", ["RankSize", "gini", "lorenz", "primacy", "rank_size"])
def test_names_are_reached_from_measures(name: str) -> None:
    assert getattr(measures, name) is getattr(inequality, name)


# --- rank-size ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [5, 100, 5000])
def test_sizes_that_follow_zipf_return_one_by_least_squares(n: int) -> None:
    fit = rank_size(1e7 / np.arange(1, n + 1), method="ols")
    assert fit.exponent == pytest.approx(1.0, abs=1e-12) and fit.n == n


@pytest.mark.parametrize("n", [5, 100, 5000])
def test_sizes_shifted_by_a_half_return_one_by_gabaix_ibragimov(n: int) -> None:
    fit = rank_size(1e7 / (np.arange(1, n + 1) - 0.5))
    assert fit.exponent == pytest.approx(1.0, abs=1e-12)
    assert fit.standard_error == pytest.approx(np.sqrt(2 / n))


@pytest.mark.parametrize("exponent", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("method", ["ols", "gabaix-ibragimov"])
def test_any_power_law_is_recovered(exponent: float, method: str) -> None:
    shift = 0.5 if method == "gabaix-ibragimov" else 0.0
    sizes = (np.arange(1, 201) - shift) ** (-1 / exponent)
    assert rank_size(sizes, method=method).exponent == pytest.approx(exponent)


def test_hill_by_hand() -> None:
    # ln(4/1) + ln(2/1) = ln 8 over three sizes, of which two exceed the smallest
    fit = rank_size([4.0, 1.0, 2.0], method="hill")
    assert fit.exponent == pytest.approx(2 / np.log(8))
    assert fit.standard_error == pytest.approx(fit.exponent / np.sqrt(2))


@pytest.mark.parametrize("method", ["gabaix-ibragimov", "hill"])
def test_standard_error_is_what_repeated_samples_show(method: str) -> None:
    rng = np.random.default_rng(20)
    fits = [rank_size(1 + rng.pareto(1.2, 400), method=method) for _ in range(400)]
    exponents = np.array([fit.exponent for fit in fits])
    assert exponents.mean() == pytest.approx(1.2, abs=0.03)
    assert exponents.std() == pytest.approx(np.mean([fit.standard_error for fit in fits]), rel=0.12)


def test_the_half_removes_the_small_sample_bias_of_plain_least_squares() -> None:
    rng = np.random.default_rng(4)
    samples = [1 + rng.pareto(1.0, 50) for _ in range(600)]
    plain = np.mean([rank_size(s, method="ols").exponent for s in samples])
    shifted = np.mean([rank_size(s).exponent for s in samples])
    assert abs(shifted - 1) < 0.03 < 0.07 < 1 - plain


@pytest.mark.parametrize("method", ["ols", "hill", "gabaix-ibragimov"])
@given(sizes=SIZES, factor=st.floats(0.01, 1000))
@settings(deadline=None)
def test_rank_size_ignores_the_unit_and_the_order(method: str, sizes: list[float], factor: float) -> None:
    assume(max(sizes) > 1.001 * min(sizes))
    fit, again = rank_size(sizes, method=method), rank_size(factor * np.array(sizes[::-1]), method=method)
    assert again.exponent == pytest.approx(fit.exponent, rel=1e-6)
    assert again.n == len(sizes)


# --- Lorenz and Gini -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [1, 2, 7, 100])
def test_gini_of_the_first_integers(n: int) -> None:
    assert gini(np.arange(1, n + 1)) == pytest.approx((n - 1) / (3 * n))


def test_gini_extremes() -> None:
    assert gini([5, 5, 5]) == pytest.approx(0)
    assert gini([0, 0, 0, 9]) == pytest.approx(3 / 4)


@given(SIZES)
@settings(deadline=None)
def test_gini_is_half_the_relative_mean_difference(values: list[float]) -> None:
    x = np.array(values)
    assert gini(x) == pytest.approx(np.abs(x[:, None] - x).mean() / (2 * x.mean()), abs=1e-9)


@given(SIZES)
@settings(deadline=None)
def test_lorenz_runs_from_corner_to_corner_below_the_diagonal(values: list[float]) -> None:
    curve = lorenz(values)
    assert curve.shape == (len(values) + 1, 2)
    assert curve[0].tolist() == [0, 0] and curve[-1].tolist() == [1, 1]
    slopes = np.diff(curve[:, 1]) / np.diff(curve[:, 0])
    assert (np.diff(slopes) >= -1e-9).all()
    assert (curve[:, 1] <= curve[:, 0] + 1e-12).all()


@given(st.lists(st.tuples(st.floats(0.01, 1e5), st.integers(1, 5)), min_size=1, max_size=20))
@settings(deadline=None)
def test_a_weight_is_a_repetition(pairs: list[tuple[float, int]]) -> None:
    values, weights = zip(*pairs, strict=True)
    assert gini(values, weights) == pytest.approx(gini(np.repeat(values, weights)), abs=1e-9)
    curve, repeated = lorenz(values, weights), lorenz(np.repeat(values, weights))
    assert np.interp(curve[:, 0], *repeated.T) == pytest.approx(curve[:, 1], abs=1e-9)


@given(SIZES, st.floats(0.001, 1e4))
@settings(deadline=None)
def test_gini_ignores_the_unit(values: list[float], factor: float) -> None:
    assert gini(np.array(values) * factor) == pytest.approx(gini(values), abs=1e-9)


def test_a_zero_weight_counts_for_nothing() -> None:
    assert gini([1, 2, 50], [1, 1, 0]) == pytest.approx(gini([1, 2]))
    assert len(lorenz([1, 2, 50], [1, 1, 0])) == 3


# --- primacy -------------------------------------------------------------------------------------------------------


def test_primacy_compares_the_largest_with_those_that_follow() -> None:
    sizes = [200, 1200, 400, 600]
    assert primacy(sizes) == pytest.approx(2)
    assert primacy(sizes, k=2) == pytest.approx(1.2)
    assert primacy(sizes, k=3) == pytest.approx(1)


@pytest.mark.parametrize("k", [1, 3])
def test_primacy_of_zipf_sizes(k: int) -> None:
    expected = 1 / sum(1 / i for i in range(2, k + 2))
    assert primacy(1 / np.arange(1.0, 50), k=k) == pytest.approx(expected)


# --- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: rank_size([3, 0, 1]), r"sizes.*0"),
        (lambda: rank_size([3, -2, 1]), r"sizes.*-2"),
        (lambda: rank_size([3, np.nan]), r"sizes.*nan"),
        (lambda: rank_size([[3, 1]]), r"sizes.*\(1, 2\)"),
        (lambda: rank_size([3]), r"sizes.*1"),
        (lambda: rank_size([3, 3, 3]), r"sizes.*equal 3"),
        (lambda: rank_size([3, 1], method="zipf"), r"method.*'zipf'"),
        (lambda: gini([]), r"values.*empty"),
        (lambda: gini([1, -4]), r"values.*-4"),
        (lambda: gini([1, np.inf]), r"values.*inf"),
        (lambda: gini([0, 0]), r"values.*0"),
        (lambda: gini([1, 2], [1]), r"weights.*2 values.*got 1"),
        (lambda: gini([1, 2], [1, -1]), r"weights.*-1"),
        (lambda: gini([1, 2], [0, 0]), r"weights.*0"),
        (lambda: lorenz([1, "a"]), r"values"),
        (lambda: primacy([2, 1], k=2), r"k.*2"),
        (lambda: primacy([2, 1], k=0), r"k.*0"),
        (lambda: primacy([2, 0], k=1), r"sizes.*0"),
    ],
)
def test_bad_input_is_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
