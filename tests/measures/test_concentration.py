"""Oracles, identities and refusals of the measures of concentration."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from course_utils import measures
from course_utils.measures import concentration, concentration_ratio, herfindahl, krugman_index, location_quotient

NAMES = ("concentration_ratio", "herfindahl", "krugman_index", "location_quotient")
TABLES = hnp.arrays(
    float, st.tuples(st.integers(1, 8), st.integers(1, 8)), elements=st.integers(0, 10_000).map(float)
).filter(lambda t: t.sum(axis=0).all() and t.sum(axis=1).all())
AMOUNTS = hnp.arrays(float, st.integers(1, 12), elements=st.integers(0, 10_000).map(float)).filter(np.any)

calm = settings(deadline=None, max_examples=60)  # the first call may be slow on a busy machine


@pytest.mark.parametrize("name", NAMES)
def test_names_are_reached_from_measures(name: str) -> None:
    assert getattr(measures, name) is getattr(concentration, name)


# --- location quotient -------------------------------------------------------------------------------------------


def test_three_regions_by_hand() -> None:
    table = [[20, 10, 10], [10, 30, 20], [10, 20, 70]]
    by_hand = [  # shares in the region over the shares 40/200, 60/200 and 100/200 of the whole
        [(20 / 40) / (40 / 200), (10 / 40) / (60 / 200), (10 / 40) / (100 / 200)],
        [(10 / 60) / (40 / 200), (30 / 60) / (60 / 200), (20 / 60) / (100 / 200)],
        [(10 / 100) / (40 / 200), (20 / 100) / (60 / 200), (70 / 100) / (100 / 200)],
    ]
    assert location_quotient(table) == pytest.approx(np.array(by_hand))
    assert location_quotient(table)[0].tolist() == pytest.approx([2.5, 5 / 6, 0.5])


def test_a_published_example() -> None:
    """Farhauer and Kröll (2013), as the R package REAT prints it: 1,714 of 79,006 against 879,213 of 15,593,224."""
    region, whole = np.array([1_714, 79_006 - 1_714]), np.array([879_213, 15_593_224 - 879_213])
    assert location_quotient([region, whole - region])[0, 0] == pytest.approx(0.3847623, abs=5e-8)


@given(TABLES)
@calm
def test_the_mean_weighted_by_the_size_of_regions_is_one(table: np.ndarray) -> None:
    weights = table.sum(axis=1) / table.sum()
    assert weights @ location_quotient(table) == pytest.approx(np.ones(table.shape[1]), rel=1e-9)


@given(TABLES)
@calm
def test_the_mean_weighted_by_the_size_of_sectors_is_one(table: np.ndarray) -> None:
    weights = table.sum(axis=0) / table.sum()
    assert location_quotient(table) @ weights == pytest.approx(np.ones(table.shape[0]), rel=1e-9)


@given(TABLES, st.floats(0.01, 1000))
@calm
def test_unit_order_and_orientation_do_not_matter(table: np.ndarray, factor: float) -> None:
    found = location_quotient(table)
    assert location_quotient(factor * table) == pytest.approx(found, rel=1e-9)
    assert location_quotient(table[::-1]) == pytest.approx(found[::-1], rel=1e-9)
    assert location_quotient(table.T) == pytest.approx(found.T, rel=1e-9)  # share of the region in the sector


@given(AMOUNTS.filter(lambda a: (a > 0).all()), AMOUNTS.filter(lambda a: (a > 0).all()))
@calm
def test_regions_with_one_mix_have_quotients_of_one(sizes: np.ndarray, mix: np.ndarray) -> None:
    assert location_quotient(np.outer(sizes, mix)) == pytest.approx(1.0, rel=1e-9)


def test_an_empty_region_and_an_absent_sector_are_nan_alone_and_named() -> None:
    with pytest.warns(UserWarning, match=r"regions without any activity .* number 1$"):
        found = location_quotient([[1, 3], [0, 0], [3, 1]])
    assert np.isnan(found[1]).all() and found[[0, 2]] == pytest.approx(location_quotient([[1, 3], [3, 1]]))
    with pytest.warns(UserWarning, match=r"sectors without any activity .* number 0$"):
        found = location_quotient([[0, 3], [0, 1]])
    assert np.isnan(found[:, 0]).all() and found[:, 1] == pytest.approx(1.0)


def test_no_warning_without_cause_and_the_argument_stays_as_it_is() -> None:
    table = np.array([[1.0, 2.0], [3.0, 4.0]])
    table.setflags(write=False)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        location_quotient(table)


# --- shares ------------------------------------------------------------------------------------------------------


@given(AMOUNTS)
@calm
def test_herfindahl_lies_between_equality_and_one_holder(amounts: np.ndarray) -> None:
    index = herfindahl(amounts / amounts.sum())
    assert 1 / amounts.size - 1e-12 <= index <= 1 + 1e-12


@pytest.mark.parametrize("n", [1, 4, 250])
def test_herfindahl_of_equal_shares_is_one_over_their_number(n: int) -> None:
    assert herfindahl(np.full(n, 1 / n)) == pytest.approx(1 / n)


def test_herfindahl_is_that_of_a_cournot_market_in_another_unit() -> None:
    market = measures.cournot(100, [10, 20, 30])
    assert 10_000 * herfindahl(market.quantities / market.quantities.sum()) == pytest.approx(market.hhi)


@given(AMOUNTS)
@calm
def test_concentration_ratios_rise_to_one(amounts: np.ndarray) -> None:
    shares = amounts / amounts.sum()
    ratios = [concentration_ratio(shares, k) for k in range(1, shares.size + 1)]
    assert ratios[0] == pytest.approx(shares.max()) and ratios[-1] == pytest.approx(1)
    assert (np.diff(ratios) >= -1e-12).all() and (np.diff(ratios, 2) <= 1e-12).all()


@st.composite
def three_mixes(draw: st.DrawFn) -> list[np.ndarray]:
    n = draw(st.integers(1, 8))
    mixes = [draw(hnp.arrays(float, n, elements=st.integers(0, 1000).map(float))) for _ in range(3)]
    assume(all(mix.any() for mix in mixes))
    return [mix / mix.sum() for mix in mixes]


@given(three_mixes())
@calm
def test_the_krugman_index_is_a_distance_from_0_to_2(mixes: list[np.ndarray]) -> None:
    a, b, c = mixes
    assert krugman_index(a, a) == 0
    assert krugman_index(a, b) == pytest.approx(krugman_index(b, a))
    assert -1e-12 <= krugman_index(a, b) <= 2 + 1e-12
    assert krugman_index(a, c) <= krugman_index(a, b) + krugman_index(b, c) + 1e-12


def test_the_krugman_index_is_a_mean_of_quotients_less_one() -> None:
    """Sum of |s - t| is the mean of |LQ - 1| over sectors, weighted by their shares t in the whole."""
    table = np.array([[20.0, 10, 10], [10, 30, 20], [10, 20, 70]])
    whole = table.sum(axis=0) / table.sum()
    for row, quotients in zip(table, location_quotient(table), strict=True):
        assert krugman_index(row / row.sum(), whole) == pytest.approx(whole @ np.abs(quotients - 1))


# --- refusals ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: location_quotient([[1, -2]]), "table must be at least 0, got -2"),
        (lambda: location_quotient([[1, np.nan]]), "table must be finite, got nan"),
        (lambda: location_quotient([1, 2]), r"table must have 2 dimensions, got shape \(2,\)"),
        (lambda: location_quotient([[0, 0]]), "table must not all be 0"),
        (lambda: location_quotient([[]]), "table is empty"),
        (lambda: herfindahl([0.5, 0.6]), "shares must add up to 1, got 1.1"),
        (lambda: herfindahl([1.5, -0.5]), "shares must be at least 0, got -0.5"),
        (lambda: concentration_ratio([1.0], 2), "k must be a whole number between 1 and 1 .*, got 2"),
        (lambda: concentration_ratio([0.5, 0.5], 0), "got 0"),
        (lambda: concentration_ratio([0.5, 0.5], 1.5), "got 1.5"),
        (lambda: krugman_index([1.0], [0.5, 0.5]), "b must hold 1 values as a does, got 2"),
        (lambda: krugman_index([0.4, 0.4], [0.5, 0.5]), "a must add up to 1, got 0.8"),
    ],
)
def test_bad_input_is_named_with_its_value(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
