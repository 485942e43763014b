"""Circularity: what turns in a web, what growth keeps from turning, and an account of stocks that always closes."""

from __future__ import annotations

import doctest
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import measures
from course_utils.measures import (
    circular_share,
    circularity,
    finn_cycling_index,
    lifetime_shares,
    returning,
    sales_for,
    stock_account,
    stocks,
    virgin_input,
)

HOMES = {
    circularity: ("circular_share", "finn_cycling_index", "returning", "virgin_input"),
    stocks: ("StockAccount", "lifetime_shares", "sales_for", "stock_account"),
}
calm = settings(max_examples=30, deadline=None)
RATES, YEARS, SHARES = st.floats(1e-4, 0.1), st.floats(0.5, 100), st.floats(0, 1)


@pytest.mark.parametrize("module", HOMES, ids=lambda module: module.__name__)
def test_names_are_reexported_and_examples_hold(module: ModuleType) -> None:
    for name in HOMES[module]:
        assert getattr(measures, name) is getattr(module, name)
    ran = doctest.testmod(module)
    assert ran.attempted >= 1 and ran.failed == 0


# --- the Finn index --------------------------------------------------------------------------------------------------


@given(st.floats(0, 0.99), st.floats(0.1, 1e6))
@calm
def test_the_two_node_loop_cycles_what_it_sends_back(share: float, size: float) -> None:
    flows = [[0, size], [share * size, 0]]
    assert finn_cycling_index(flows, [(1 - share) * size, 0]) == pytest.approx(share, abs=1e-9)


@given(st.integers(2, 9), st.floats(0.01, 0.99))
@calm
def test_a_ring_cycles_what_is_left_after_a_lap(firms: int, passed: float) -> None:
    through = passed ** np.arange(firms) / (1 - passed**firms)
    flows = np.zeros((firms, firms))
    flows[np.arange(firms), (np.arange(firms) + 1) % firms] = passed * through
    inputs = np.eye(firms)[0]
    assert finn_cycling_index(flows, inputs) == pytest.approx(passed**firms, abs=1e-9)


def web(seed: int, n: int, acyclic: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """Some flows and the least inputs that balance them."""
    draw = np.random.default_rng(seed)
    flows = draw.random((n, n)) * (draw.random((n, n)) < 0.4)
    if acyclic:
        flows = np.triu(flows, 1)
    inputs = np.maximum(flows.sum(axis=1) - flows.sum(axis=0), 0) + 0.1 * (0.1 + draw.random(n))
    return flows, inputs


@given(st.integers(0, 10**6), st.integers(2, 9))
@calm
def test_where_nothing_comes_back_the_index_is_nought(seed: int, n: int) -> None:
    flows, inputs = web(seed, n, acyclic=True)
    order = np.random.default_rng(seed).permutation(n)
    assert finn_cycling_index(flows[np.ix_(order, order)], inputs[order]) == pytest.approx(0, abs=1e-12)


@given(st.integers(0, 10**6), st.integers(2, 9), st.floats(0.01, 100))
@calm
def test_it_has_no_unit_and_no_order_and_more_straight_flow_never_raises_it(seed: int, n: int, size: float) -> None:
    flows, inputs = web(seed, n)
    found = finn_cycling_index(flows, inputs)
    order = np.random.default_rng(seed).permutation(n)
    assert 0 <= found < 1
    assert finn_cycling_index(size * flows, size * inputs) == pytest.approx(found, abs=1e-9)
    assert finn_cycling_index(flows[np.ix_(order, order)], inputs[order]) == pytest.approx(found, abs=1e-9)
    through = inputs + size * np.random.default_rng(seed).random(n)
    assert finn_cycling_index(flows, through) <= found + 1e-12


@given(st.integers(0, 10**6), st.integers(2, 6))
@calm
def test_it_is_the_share_of_visits_that_are_not_the_first(seed: int, n: int) -> None:
    """Another way to compute it: follow what enters step by step, and what of it comes back to each node."""
    flows, inputs = web(seed, n)
    through = flows.sum(axis=0) + inputs
    onward = flows / through[:, None]
    again = np.zeros(n)
    for node in range(n):
        start = np.eye(n)[node]
        while start.sum() > 1e-9:
            start = start @ onward
            again[node] += start[node]  # returns for the first time: the mass stops there
            start[node] = 0
    assert finn_cycling_index(flows, inputs) == pytest.approx((through * again).sum() / through.sum(), abs=1e-6)


@pytest.mark.parametrize(
    ("flows", "inputs", "outputs", "message"),
    [
        ([[0, 10], [6, 0]], [3, 0], None, "node 0 more leaves than enters, by 1"),
        ([[0, 10], [6, 0]], [4, 0], [0, 5], "node 1 what enters and what leaves differ, by 1"),
        ([[0, 1], [1, 0]], [0, 0], None, "closed loop"),
        ([[0, -1], [1, 0]], [1, 0], None, "flows must be at least 0, got -1"),
        ([[0, 1]], [1], None, r"flows must be square, got shape \(1, 2\)"),
        ([[0, 1], [0, 0]], [1], None, "inputs must hold 2 values as flows does, got 1"),
        ([[0, 1], [0, 0]], [1, float("nan")], None, "inputs must be finite"),
        ([[0, 0], [0, 0]], [0, 0], None, "must not all be 0"),
        ([[0, 1], [0, 0]], [1, 0], [0], "outputs must hold 2 values"),
    ],
)
def test_a_web_that_makes_no_account_is_named(flows: object, inputs: object, outputs: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        finn_cycling_index(flows, inputs, outputs)  # type: ignore[arg-type]


def test_an_account_that_closes_is_taken_and_idle_nodes_do_not_count() -> None:
    assert finn_cycling_index([[0, 10], [6, 0]], [4, 0], [0, 4]) == pytest.approx(0.6)
    assert finn_cycling_index([[0, 10, 0], [6, 0, 0], [0, 0, 0]], [4, 0, 0]) == pytest.approx(0.6)


# --- the growth trap -------------------------------------------------------------------------------------------------


def test_the_numbers_of_the_syllabus() -> None:
    assert circular_share(0.02, 30, 1) == pytest.approx(0.5488, abs=5e-5)
    assert circular_share(0.02, 10, 1) == pytest.approx(0.8187, abs=5e-5)
    assert circular_share(0.02, 30, 1, shape=1) == pytest.approx(0.625, abs=1e-12)


@given(RATES, YEARS, SHARES)
@calm
def test_only_growth_times_lifetime_counts(growth: float, lifetime: float, recovery: float) -> None:
    found = circular_share(growth, lifetime, recovery)
    assert found == pytest.approx(recovery * np.exp(-growth * lifetime))
    assert circular_share(growth / 2, 2 * lifetime, recovery) == pytest.approx(found)
    assert found <= circular_share(growth / 2, lifetime, recovery) <= recovery


@given(RATES, YEARS, st.floats(0.2, 200))
@calm
def test_unequal_lives_return_more_and_a_narrow_gamma_is_a_fixed_life(
    growth: float, years: float, shape: float
) -> None:
    fixed = float(returning(growth, years))
    assert fixed <= float(returning(growth, years, shape)) + 1e-12
    assert float(returning(growth, years, 1)) == pytest.approx(1 / (1 + growth * years))
    assert float(returning(growth, years, 1e7)) == pytest.approx(fixed, abs=1e-4)


@given(RATES, YEARS, SHARES)
@calm
def test_virgin_input_is_growth_and_losses(growth: float, lifetime: float, recovery: float) -> None:
    u = float(np.exp(-growth * lifetime))
    found = virgin_input(growth, lifetime, recovery)
    assert found == pytest.approx(growth * (1 - recovery * u) / (1 - u), rel=1e-6)
    assert found == pytest.approx(growth + (1 - recovery) * growth * u / (1 - u), rel=1e-6)
    assert virgin_input(growth, lifetime, 1) == pytest.approx(growth, rel=1e-9)


def test_without_growth_only_losses_are_mined() -> None:
    assert virgin_input(0, 30, 0.7) == pytest.approx(virgin_input(1e-9, 30, 0.7), rel=1e-4)
    assert circular_share(0, 30, 0.7) == 0.7 and virgin_input(0, 30, 1) == 0


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ((-0.01, 30, 1), "growth must lie in .*got -0.01"),
        ((0.02, 0, 1), "lifetime must lie in .*got 0"),
        ((0.02, 30, 1.2), "recovery must lie in .*got 1.2"),
        ((0.02, 30, 1, 0), "shape must lie in .*got 0"),
        (([0.02, 0.03], 30, 1), "growth must be one number"),
    ],
)
def test_what_is_out_of_range_is_named(values: tuple[float, ...], message: str) -> None:
    for function in (circular_share, virgin_input):
        with pytest.raises(ValueError, match=message):
            function(*values)


def test_shapes_that_do_not_fit_are_named() -> None:
    with pytest.raises(ValueError, match=r"growth \(2,\), lifetime \(3,\)"):
        returning([0.01, 0.02], [1, 2, 3])


# --- stocks, year by year --------------------------------------------------------------------------------------------


@given(st.integers(0, 10**6), st.integers(1, 60), st.sampled_from([0.7, 1.0, 4.0, np.inf]), st.floats(1, 40))
@calm
def test_the_account_closes_every_year(seed: int, years: int, shape: float, lifetime: float) -> None:
    sales = np.random.default_rng(seed).random(years)
    found = stock_account(sales, lifetime_shares(lifetime, 60, shape))
    assert np.diff(found.stock, prepend=0) == pytest.approx(found.sales - found.discards, abs=1e-12)
    assert found.stock.min() >= -1e-12 and found.discards.sum() <= sales.sum() + 1e-12


@given(st.integers(0, 10**6), st.integers(1, 40), st.sampled_from([1.0, 4.0, np.inf]), st.floats(1, 20))
@calm
def test_sales_for_a_stock_give_that_stock(seed: int, years: int, shape: float, lifetime: float) -> None:
    draw = np.random.default_rng(seed)
    ages, before = lifetime_shares(lifetime, 40, shape), draw.random(draw.integers(0, 20))
    wanted = before.sum() + np.cumsum(draw.random(years)) + 1
    sold = sales_for(wanted, ages, before)
    whole = np.concatenate([before, sold])
    discards = np.convolve(whole, ages)[: whole.size]
    assert np.cumsum(whole - discards)[before.size :] == pytest.approx(wanted)


@given(st.floats(0.0, 0.05), st.integers(2, 60), st.sampled_from([1.0, 4.0, np.inf]))
@calm
def test_after_long_steady_growth_the_account_agrees_with_the_formula(growth: float, life: int, shape: float) -> None:
    sales = np.exp(growth * np.arange(-1200, 1))
    found = stock_account(sales, lifetime_shares(life, 1200, shape))
    assert found.discards[-1] == pytest.approx(float(returning(growth, life, shape)), abs=2e-3)
    assert found.share(0.8)[-1] == pytest.approx(circular_share(growth, life, 0.8, shape), abs=2e-3)
    if shape == np.inf:
        assert found.discards[-1] == pytest.approx(np.exp(-growth * life), rel=1e-9)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stock_account([1, -1], [0, 1]), "sales must be at least 0, got -1"),
        (lambda: stock_account([1, 1], [0.6, 0.6]), "ages must add up to at most 1, got 1.2"),
        (lambda: sales_for([1, 1], [1.0]), "in the year of its sale"),
        (lambda: lifetime_shares(0, 3), "lifetime must lie in"),
        (lambda: lifetime_shares(3, 0), "years must be at least 1, got 0"),
        (lambda: lifetime_shares(3, 5, -1), "shape must lie in"),
        (lambda: stock_account([1], [0, 1]).share(2), "recovery must lie in"),
    ],
)
def test_an_account_that_cannot_be_kept_is_named(call: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()  # type: ignore[operator]


def test_years_without_sales_have_no_share() -> None:
    assert np.isnan(stock_account([1.0, 0.0], [0, 1]).share(1)[1])
