"""The short run of the core-periphery model: oracles, properties, the wage subsidy, refusals."""

from __future__ import annotations

import doctest
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import measures
from course_utils.measures import _checks, _roots, core_periphery, footloose, footloose_capital, spatial_economy

SIGMA, MU = 5.0, 0.4
ECONOMIES = st.tuples(st.floats(1, 4), st.floats(1.2, 12), st.floats(0.05, 0.95), st.floats(0, 1))


def test_names_are_reexported_and_examples_hold() -> None:
    assert measures.core_periphery is spatial_economy.core_periphery
    assert measures.ShortRun is spatial_economy.ShortRun
    assert measures.footloose_capital is footloose.footloose_capital
    for module, examples in ((spatial_economy, 4), (footloose, 2), (_roots, 1), (_checks, 4)):
        ran = doctest.testmod(module)
        assert ran.attempted >= examples and ran.failed == 0


def by_iteration(T: float, sigma: float, mu: float, share: float) -> tuple[float, float, float, float]:
    """Nominal wages and real wages by damped iteration of the equations as the book prints them."""
    w1 = w2 = 1.0
    for _ in range(4000):
        y1, y2 = mu * share * w1 + (1 - mu) / 2, mu * (1 - share) * w2 + (1 - mu) / 2
        g1 = (share * w1 ** (1 - sigma) + (1 - share) * (w2 * T) ** (1 - sigma)) ** (1 / (1 - sigma))
        g2 = (share * (w1 * T) ** (1 - sigma) + (1 - share) * w2 ** (1 - sigma)) ** (1 / (1 - sigma))
        new1 = (y1 * g1 ** (sigma - 1) + y2 * T ** (1 - sigma) * g2 ** (sigma - 1)) ** (1 / sigma)
        new2 = (y1 * T ** (1 - sigma) * g1 ** (sigma - 1) + y2 * g2 ** (sigma - 1)) ** (1 / sigma)
        w1, w2 = (w1 + new1) / 2, (w2 + new2) / 2
    return w1, w2, w1 * g1**-mu, w2 * g2**-mu


# --- oracles -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("T", [1.2, 1.7, 2.5])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.8, 1.0])
def test_the_printed_equations_iterate_to_the_same_wages(T: float, share: float) -> None:
    found = core_periphery(T, SIGMA, MU, share)
    expected = by_iteration(T, SIGMA, MU, share)
    assert (found.w1, found.w2, found.omega1, found.omega2) == pytest.approx(expected, abs=1e-10)


def test_a_full_core_in_closed_form() -> None:
    """w1 = 1, incomes (1 +- mu)/2, prices 1 and T; w2^sigma = Y1 T^(1-sigma) + Y2 T^(sigma-1)."""
    found = core_periphery(1.7, SIGMA, MU, 1.0)
    assert (found.w1, found.price1, found.omega1) == pytest.approx((1, 1, 1))
    assert (found.income1, found.income2, found.price2) == pytest.approx((0.7, 0.3, 1.7))
    assert found.w2 == pytest.approx((0.7 * 1.7**-4 + 0.3 * 1.7**4) ** 0.2)
    assert found.omega2 == pytest.approx(found.w2 * 1.7**-0.4) and found.tax == 0


def test_no_transport_cost_makes_places_alike() -> None:
    found = core_periphery(1.0, SIGMA, MU, [0.0, 0.3, 1.0])
    assert found.w1 == pytest.approx([1, 1, 1]) and found.gap == pytest.approx([0, 0, 0], abs=1e-14)


@pytest.mark.parametrize(("T", "slope"), [(1.62, 1), (1.63, -1), (2.5, -1), (1.1, 1)])
def test_balance_is_left_below_the_break_point(T: float, slope: int) -> None:
    assert np.sign(core_periphery(T, SIGMA, MU, 0.501).gap) == slope


# --- properties ----------------------------------------------------------------------------------------------------


@given(ECONOMIES)
@settings(max_examples=150, deadline=None)
def test_demand_meets_supply_in_both_places(economy: tuple[float, float, float, float]) -> None:
    T, sigma, mu, share = economy
    s = core_periphery(T, sigma, mu, share)
    freeness = T ** (1 - sigma)
    a, b = s.income1 * s.price1 ** (sigma - 1), s.income2 * s.price2 ** (sigma - 1)
    assert s.w1**sigma == pytest.approx(a + freeness * b, rel=1e-9)
    assert s.w2**sigma == pytest.approx(freeness * a + b, rel=1e-9)
    assert s.income1 + s.income2 == pytest.approx(1) and share * s.w1 + (1 - share) * s.w2 == pytest.approx(1)


@given(ECONOMIES)
@settings(max_examples=150, deadline=None)
def test_a_mirror_swaps_the_places(economy: tuple[float, float, float, float]) -> None:
    T, sigma, mu, share = economy
    here, there = core_periphery(T, sigma, mu, share), core_periphery(T, sigma, mu, 1 - share)
    assert here.gap == pytest.approx(-there.gap, abs=1e-11)
    assert (here.w1, here.price1, here.income1) == pytest.approx((there.w2, there.price2, there.income2), rel=1e-10)


@given(ECONOMIES)
@settings(max_examples=60, deadline=None)
def test_balance_is_an_equilibrium(economy: tuple[float, float, float, float]) -> None:
    T, sigma, mu, _share = economy
    assert core_periphery(T, sigma, mu, 0.5).gap == pytest.approx(0, abs=1e-12)


def test_arrays_give_what_scalars_give() -> None:
    shares, costs = np.linspace(0, 1, 5), np.array([[1.1], [1.7], [3.0]])
    table = core_periphery(costs, SIGMA, MU, shares, 0.05)
    assert table.gap.shape == (3, 5)
    for i, T in enumerate(costs[:, 0]):
        for j, share in enumerate(shares):
            alone = core_periphery(T, SIGMA, MU, share, 0.05)
            assert isinstance(alone.gap, float)
            assert table.gap[i, j] == pytest.approx(alone.gap, abs=1e-11)
            assert table.tax[i, j] == pytest.approx(alone.tax, abs=1e-11)


@pytest.mark.parametrize(("T", "sigma", "mu"), [(1e6, 5, 0.4), (1.001, 60, 0.9), (20, 30, 0.01), (3, 1.01, 0.99)])
def test_extreme_parameters_are_solved(T: float, sigma: float, mu: float) -> None:
    found = core_periphery(T, sigma, mu, np.linspace(0, 1, 21))
    assert np.isfinite(found.gap).all() and found.gap == pytest.approx(-found.gap[::-1], abs=1e-9)


# --- the subsidy ---------------------------------------------------------------------------------------------------


@given(ECONOMIES, st.floats(0, 0.3))
@settings(max_examples=100, deadline=None)
def test_the_tax_pays_the_subsidy_and_income_is_conserved(economy, subsidy: float) -> None:
    T, sigma, mu, share = economy
    s = core_periphery(T, sigma, mu, share, subsidy)
    assert s.tax == pytest.approx(subsidy * mu * (1 - share) * s.w2)
    assert s.income1 == pytest.approx(mu * share * (s.w1 - s.tax) + (1 - mu) / 2 * (1 - s.tax))
    assert s.income1 + s.income2 == pytest.approx(1)
    assert s.omega1 == pytest.approx((s.w1 - s.tax) * s.price1**-mu)
    assert s.omega2 == pytest.approx(((1 + subsidy) * s.w2 - s.tax) * s.price2**-mu)


@pytest.mark.parametrize("T", [1.05, 1.3, 1.7])
def test_a_subsidy_draws_workers_towards_the_place_that_has_it(T: float) -> None:
    shares = np.linspace(0.05, 0.95, 10)
    gaps = [core_periphery(T, SIGMA, MU, shares, s).gap for s in (0, 0.02, 0.1)]
    assert (gaps[0] > gaps[1]).all() and (gaps[1] > gaps[2]).all()


# --- footloose capital ---------------------------------------------------------------------------------------------


def test_footloose_oracles() -> None:
    assert footloose_capital(0.55, [0.5, 0.8]) == pytest.approx([0.65, 0.95])
    assert footloose_capital(0.55, 0.0) == pytest.approx(0.55)
    assert footloose_capital(0.55, 0.9) == 1 and footloose_capital(0.45, 0.9) == 0


@given(st.floats(0.01, 0.99), st.floats(0, 0.98), st.floats(0.3, 3))
@settings(max_examples=150, deadline=None)
def test_inside_capital_earns_the_same_in_both_places(market: float, freeness: float, chi: float) -> None:
    share = footloose_capital(market, freeness, chi=chi)
    assert 0 <= share <= 1
    one, two = share + freeness * chi * (1 - share), freeness * share + chi * (1 - share)
    if one > 1e-9 and two > 1e-9:
        here = market / one + freeness * (1 - market) / two
        there = chi * (freeness * market / one + (1 - market) / two)
        earnings = here - there
        assert {0: earnings <= 1e-6, 1: earnings >= -1e-6}.get(share, abs(earnings) < 1e-6 * (here + there))


@given(st.floats(0, 1), st.floats(0, 0.98), st.floats(0.3, 3))
@settings(max_examples=100, deadline=None)
def test_footloose_mirror(market: float, freeness: float, chi: float) -> None:
    if freeness < 0.99 * min(chi, 1 / chi):
        mirror = 1 - footloose_capital(1 - market, freeness, chi=1 / chi)
        assert footloose_capital(market, freeness, chi=chi) == pytest.approx(mirror, abs=1e-9)


def test_the_freer_the_trade_the_smaller_the_wage_gap_that_moves_all() -> None:
    for freeness in (0.2, 0.5, 0.9):
        edge = 1 / freeness
        assert footloose_capital(0.5, freeness, chi=edge * 1.001) == 0
        assert footloose_capital(0.5, freeness, chi=1 / (edge * 1.001)) == 1
    moved = [0.5 - footloose_capital(0.5, freeness, chi=1.02) for freeness in (0.2, 0.5, 0.8, 0.9)]
    assert (np.diff(moved) > 0).all()


# --- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: core_periphery(0.9, 5, 0.4, 0.5), r"T must lie in \[1, inf\), got 0.9"),
        (lambda: core_periphery(np.inf, 5, 0.4, 0.5), r"T.*inf"),
        (lambda: core_periphery(1.7, 1, 0.4, 0.5), r"sigma must lie in \(1, inf\), got 1"),
        (lambda: core_periphery(1.7, 5, 0, 0.5), r"mu must lie in \(0, 1\), got 0"),
        (lambda: core_periphery(1.7, 5, 1.2, 0.5), r"mu.*1.2"),
        (lambda: core_periphery(1.7, 5, 0.4, [0.5, 1.01]), r"share must lie in \[0, 1\], got 1.01"),
        (lambda: core_periphery(1.7, 5, 0.4, np.nan), r"share.*nan"),
        (lambda: core_periphery(1.7, 5, 0.4, []), r"share is empty"),
        (lambda: core_periphery(1.7, 5, 0.4, "half"), r"share must hold numbers"),
        (lambda: core_periphery(1.7, 5, 0.4, 0.5, -0.1), r"subsidy must lie in \[0, inf\), got -0.1"),
        (lambda: core_periphery(1.7, 5, 0.4, 0.2, 50), r"subsidy.*50"),
        (lambda: core_periphery([1.7, 1.8], 5, 0.4, [0.1, 0.2, 0.3]), r"shapes.*\(2,\).*\(3,\)"),
        (lambda: core_periphery(100, 80, 0.4, 0.5), r"T \*\* \(1 - sigma\)"),
        (lambda: footloose_capital(1.2, 0.5), r"market_share.*1.2"),
        (lambda: footloose_capital(0.5, 1.0), r"freeness must lie in \[0, 1\), got 1"),
        (lambda: footloose_capital(0.5, -0.1), r"freeness.*-0.1"),
        (lambda: footloose_capital(0.5, 0.5, chi=0), r"chi must lie in \(0, inf\), got 0"),
        (lambda: footloose_capital([0.5, 0.6], [0.1, 0.2, 0.3]), r"shapes.*\(2,\).*\(3,\)"),
    ],
)
def test_bad_input_is_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


def test_a_search_without_a_root_says_so() -> None:
    with pytest.raises(RuntimeError, match=r"no root between 0 and 1"):
        _roots.bracketed(lambda x: 1 + x**2, np.array([0.0]), np.array([1.0]))


def test_a_search_closes_on_a_jump_and_on_an_end() -> None:
    ends = np.zeros(2), np.ones(2)
    assert _roots.bracketed(lambda x: np.where(x < 0.3, -0.5, 1.0), *ends) == pytest.approx([0.3, 0.3])
    assert _roots.bracketed(lambda x: x * np.array([1.0, -2.0]), *ends) == pytest.approx([0, 0])
