"""Oracles, properties and refusals of the Cournot market, and what the model says of mergers."""

from __future__ import annotations

import doctest
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import measures
from course_utils.measures import cournot, market

MARKETS = st.tuples(st.floats(1, 1000), st.lists(st.floats(0, 1.5), min_size=1, max_size=8)).filter(
    lambda m: min(m[1]) < 0.99
)


def test_names_are_reexported_and_examples_hold() -> None:
    for name in ("Oligopoly", "cournot"):
        assert getattr(measures, name) is getattr(market, name)
    ran = doctest.testmod(market)
    assert ran.attempted >= 3 and ran.failed == 0


# --- oracles -------------------------------------------------------------------------------------------------------


def test_four_equal_firms() -> None:
    found = cournot(100, [20] * 4)
    assert found.quantities.tolist() == [16] * 4 and found.price == 36
    assert found.profits.tolist() == [256] * 4
    assert found.consumer_surplus == 2048 and found.hhi == 2500


def test_an_unequal_duopoly_by_hand() -> None:
    """P = (100 + 10 + 40)/3 = 50: the firms sell 40 and 10, HHI = 80^2 + 20^2."""
    found = cournot(100, [10, 40], fixed=[100, 150])
    assert found.price == pytest.approx(50) and found.quantities == pytest.approx([40, 10])
    assert found.profits == pytest.approx([1500, -50])
    assert found.consumer_surplus == pytest.approx(1250) and found.hhi == pytest.approx(6800)


@pytest.mark.parametrize("n", [1, 2, 5, 50])
def test_equal_firms_in_any_number(n: int) -> None:
    found = cournot(100, [20] * n, fixed=7)
    assert found.quantities == pytest.approx(np.full(n, 80 / (n + 1)))
    assert found.hhi == pytest.approx(10_000 / n) and found.profits == pytest.approx((80 / (n + 1)) ** 2 - 7)


def test_a_firm_that_cannot_sell_leaves_and_pays_nothing() -> None:
    """At 60 the dear firm would sell less than nothing; without it the price is 40."""
    found = cournot(100, [10, 60, 10], fixed=5)
    assert found.price == pytest.approx(40) and found.quantities == pytest.approx([30, 0, 30])
    assert found.profits == pytest.approx([895, 0, 895])
    assert found.hhi == pytest.approx(5000)


def test_a_firm_at_the_price_itself_sells_nothing() -> None:
    found = cournot(100, [10, 10, 40])
    assert found.quantities == pytest.approx([30, 30, 0], abs=1e-12)


def test_a_fixed_cost_changes_who_earns_but_not_who_sells() -> None:
    free, dear = cournot(100, [20, 30]), cournot(100, [20, 30], fixed=1e6)
    assert free.quantities.tolist() == dear.quantities.tolist()
    assert (dear.profits < 0).all()


# --- properties ----------------------------------------------------------------------------------------------------


@given(MARKETS)
@settings(max_examples=100, deadline=None)
def test_first_order_conditions_hold(drawn: tuple[float, list[float]]) -> None:
    a, relative = drawn
    costs = a * np.array(relative)
    found = cournot(a, costs)
    assert found.price == pytest.approx(a - found.quantities.sum())
    selling = found.quantities > 0
    assert found.quantities[selling] == pytest.approx(found.price - costs[selling], abs=1e-9 * a)
    assert (costs[~selling] >= found.price - 1e-9 * a).all() and (found.quantities >= 0).all()


@given(MARKETS)
@settings(max_examples=60, deadline=None)
def test_nobody_gains_by_selling_another_quantity(drawn: tuple[float, list[float]]) -> None:
    a, relative = drawn
    costs = a * np.array(relative)
    found = cournot(a, costs)
    others = found.quantities.sum() - found.quantities
    tried = np.linspace(0, a, 401)
    earned = (np.maximum(a - others[:, None] - tried, 0) - costs[:, None]) * tried
    assert (earned.max(axis=1) <= found.profits + 1e-9 * a**2).all()


@given(MARKETS, st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_firms_does_not_matter(drawn: tuple[float, list[float]], random) -> None:
    a, relative = drawn
    costs = a * np.array(relative)
    order = list(range(len(costs)))
    random.shuffle(order)
    found, again = cournot(a, costs, fixed=costs), cournot(a, costs[order], fixed=costs[order])
    assert again.quantities == pytest.approx(found.quantities[order], abs=1e-9 * a)
    assert again.profits == pytest.approx(found.profits[order], abs=1e-9 * a**2)
    assert again.price == pytest.approx(found.price) and again.hhi == pytest.approx(found.hhi)


@given(MARKETS, st.floats(0.01, 100))
@settings(max_examples=60, deadline=None)
def test_the_unit_of_money_only_scales(drawn: tuple[float, list[float]], unit: float) -> None:
    a, relative = drawn
    found, scaled = cournot(a, a * np.array(relative)), cournot(a * unit, a * unit * np.array(relative))
    assert scaled.price == pytest.approx(unit * found.price)
    assert scaled.consumer_surplus == pytest.approx(unit**2 * found.consumer_surplus)
    assert scaled.hhi == pytest.approx(found.hhi)


# --- what the model says of a merger of 2 out of 4 (a = 100, c = 20) ----------------------------------------------


def after_merger(gain: float) -> tuple[float, float, float]:
    """Change in price, in consumer surplus plus all profits, and in the partners' profit."""
    before, after = cournot(100, [20] * 4), cournot(100, [20 - gain, 20, 20])
    welfare = after.consumer_surplus + after.profits.sum() - before.consumer_surplus - before.profits.sum()
    return after.price - before.price, welfare, after.profits[0] - before.profits[:2].sum()


@pytest.mark.parametrize(("which", "threshold"), [(0, 16.0), (1, 2.6744), (2, 3.5032)])
def test_thresholds_of_the_scale_gain(which: int, threshold: float) -> None:
    sign = -1 if which == 0 else 1
    below, above = after_merger(threshold - 1e-3)[which], after_merger(threshold + 1e-3)[which]
    assert sign * below < 0 < sign * above
    gains = np.linspace(0, 20, 201)
    signs = np.sign([after_merger(gain)[which] for gain in gains if abs(gain - threshold) > 1e-3])
    assert (np.diff(signs) != 0).sum() == 1  # one threshold and no other


def test_between_two_thresholds_the_nation_gains_from_what_no_firm_wants() -> None:
    _price, welfare, partners = after_merger(3.0)
    assert welfare > 0 > partners


# --- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: cournot(0, [0]), r"a must lie in \(0, inf\), got 0"),
        (lambda: cournot(np.nan, [0]), r"a.*nan"),
        (lambda: cournot([100, 90], [20]), r"a must be one number.*\(2,\)"),
        (lambda: cournot("dear", [20]), r"a must hold numbers"),
        (lambda: cournot(100, []), r"costs.*empty"),
        (lambda: cournot(100, 20), r"costs.*\(\)"),
        (lambda: cournot(100, [20, -1]), r"costs.*-1"),
        (lambda: cournot(100, [20, np.nan]), r"costs.*nan"),
        (lambda: cournot(100, [100, 120]), r"costs.*below a = 100.*got 100"),
        (lambda: cournot(100, [20], fixed=-1), r"fixed.*-1"),
        (lambda: cournot(100, [20, 30], fixed=[1, 2, 3]), r"fixed must hold 2 values.*3"),
        (lambda: cournot(100, [20], fixed=np.inf), r"fixed.*inf"),
    ],
)
def test_bad_input_is_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
