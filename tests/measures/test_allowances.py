"""Allowances: budgets that add up, envy that is Gini's index, markets that end where Montgomery says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.measures import allocate, envy, gini, going_without, trade

FEW = settings(max_examples=60, deadline=None)


@st.composite
def places(draw: Any) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Baselines, slopes, and two ways to share one budget that is smaller than the baselines."""
    n = draw(st.integers(2, 7))
    numbers = lambda low, high: np.array(draw(st.lists(st.floats(low, high), min_size=n, max_size=n)))  # noqa: E731
    free, steep = numbers(0.1, 100), numbers(0.05, 20)
    budget = draw(st.floats(0.02, 0.98)) * free.sum()
    return free, steep, allocate(budget, numbers(0.01, 1)), allocate(budget, numbers(0.01, 1))


@FEW
@given(st.floats(0, 1e4), st.lists(st.lists(st.floats(0.01, 1e3), min_size=4, max_size=4), min_size=1, max_size=5))
def test_allowances_sum_to_the_budget_and_keep_the_order_of_claims(budget: float, claims: list[list[float]]) -> None:
    found = allocate(budget, claims, np.arange(1, len(claims) + 1))
    assert found.sum() == pytest.approx(budget) and (found >= 0).all()
    alone = allocate(budget, claims[0])
    assert (np.diff(alone[np.argsort(claims[0])]) >= -1e-9 * budget).all()


@FEW
@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.5, 50)), min_size=2, max_size=9))
def test_mean_envy_is_the_gini_index_times_the_mean(rows: list[tuple[float, float]]) -> None:
    given_, people = np.array(rows).T
    if given_.sum() == 0:
        return
    mean = given_.sum() / people.sum()
    found = envy(given_, people) @ people / people.sum()
    assert found == pytest.approx(gini(given_ / people, people) * mean, rel=1e-6, abs=1e-9)


def test_nobody_envies_the_same_a_head() -> None:
    assert envy([2, 4, 6], [1, 2, 3]).tolist() == [0, 0, 0]


@FEW
@given(places())
def test_after_trading_marginal_costs_are_equal_and_all_is_used(case: tuple[np.ndarray, ...]) -> None:
    free, steep, start, _ = case
    found = trade(free, steep, start)
    marginal = steep * (free - found.used)
    assert found.used.sum() == pytest.approx(start.sum(), rel=1e-6)
    assert found.bought.sum() == pytest.approx(0, abs=1e-6 * free.sum())
    inside = found.used > 1e-9
    assert marginal[inside] == pytest.approx(found.price, rel=1e-6)
    assert (marginal[~inside] <= found.price * (1 + 1e-6)).all()  # who builds nothing would not pay the price


@FEW
@given(places())
def test_who_builds_does_not_depend_on_the_rule_who_pays_does(case: tuple[np.ndarray, ...]) -> None:
    free, steep, one, other = case
    first, second = trade(free, steep, one), trade(free, steep, other)
    assert first.used == pytest.approx(second.used, rel=1e-5, abs=1e-6)
    assert first.price == pytest.approx(second.price, rel=1e-6)
    assert first.paid - second.paid == pytest.approx(first.price * (other - one), rel=1e-4, abs=1e-5)


@FEW
@given(places(), st.integers(0, 1000))
def test_total_cost_is_the_least_that_the_budget_allows(case: tuple[np.ndarray, ...], seed: int) -> None:
    free, steep, start, other = case
    least = trade(free, steep, start).cost.sum()
    draw = np.random.default_rng(seed)
    for way in (start, other, *(allocate(start.sum(), draw.dirichlet(np.ones(len(free))) + 1e-9) for _ in range(20))):
        assert least <= going_without(free, steep, way).sum() * (1 + 1e-7) + 1e-9


@FEW
@given(places())
def test_nobody_loses_by_trading(case: tuple[np.ndarray, ...]) -> None:
    free, steep, start, _ = case
    found = trade(free, steep, start)
    assert (found.cost + found.paid <= going_without(free, steep, start) * (1 + 1e-6) + 1e-6).all()


@FEW
@given(places(), st.floats(0, 50))
def test_a_fee_leaves_a_gap_no_wider_than_itself(case: tuple[np.ndarray, ...], fee: float) -> None:
    free, steep, start, _ = case
    found = trade(free, steep, start, fee)
    marginal = steep * (free - found.used)
    tight = 1e-6 * (1 + (steep * free).max())
    assert found.used.sum() <= start.sum() * (1 + 1e-6)
    assert (marginal[found.bought > 1e-7] <= found.price + fee + tight).all()
    free_trade = trade(free, steep, start)
    assert np.abs(found.bought).sum() <= np.abs(free_trade.bought).sum() + 1e-6


def test_by_hand() -> None:
    found = trade([10, 10], [1, 3], [5, 5])
    assert found.price == pytest.approx(7.5) and found.used == pytest.approx([2.5, 7.5])
    assert found.paid == pytest.approx([-18.75, 18.75]) and found.cost.sum() == pytest.approx(37.5)
    assert going_without([10, 10], [1, 3], [5, 5]).sum() == 50


def test_a_fee_brings_the_first_owner_back_in() -> None:
    one, other = (trade([10, 10], [1, 3], start, 4) for start in ([10, 0], [0, 10]))
    assert one.used == pytest.approx([3.5, 6.5]) and other.used == pytest.approx([1.5, 8.5])
    assert trade([10, 10], [1, 3], [5, 5], 100).used == pytest.approx([5, 5])


def test_a_corner_and_a_budget_that_binds_nobody() -> None:
    found = trade([1, 10], [0.1, 3], [1, 1])
    assert found.used == pytest.approx([0, 2]) and found.price == pytest.approx(24)
    loose = trade([5, 5], [1, 1], [20, 0])
    assert loose.price == 0 and loose.used == pytest.approx([5, 5]) and loose.paid.tolist() == [0, 0]


def test_the_value_of_all_permits_is_largest_when_half_is_left() -> None:
    """It holds where nobody is priced out on the way: here both would pay 30 for their last unit."""
    worth = [budget * trade([30, 10], [1, 3], [budget, 0]).price for budget in np.linspace(0, 40, 41)]
    assert int(np.argmax(worth)) == 20


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: allocate(-1, [1]), "budget must lie in"),
        (lambda: allocate(1, [0, 0]), "claims must not all be 0"),
        (lambda: allocate(1, [1, -2]), "claims must be at least 0, got -2"),
        (lambda: allocate(1, [[1, 2]], [1, 1]), "weights must hold 1"),
        (lambda: envy([1, 2], [1, 0]), "people must lie in"),
        (lambda: trade([1], [0], [1]), "slopes must lie in"),
        (lambda: trade([1, 2], [1, 1], [1]), "allowances must hold 2"),
        (lambda: trade([1], [1], [1], -1), "fee must lie in"),
        (lambda: going_without([1], [1], [np.nan]), "used must be finite"),
    ],
)
def test_bad_input_is_named(call: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        call()
