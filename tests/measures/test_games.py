"""Oracles, axioms and refusals of the games: Shapley, Nash, and settling out of court."""

from __future__ import annotations

import doctest
import itertools
import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import measures
from course_utils.measures import games, nash_bargaining, settlement_range, shapley

WORTHS = st.integers(1, 6).flatmap(
    lambda n: st.lists(st.floats(-100, 100), min_size=2**n - 1, max_size=2**n - 1).map(lambda v: (n, [0.0, *v]))
)


def test_names_are_reexported_and_examples_hold() -> None:
    for name in ("Bargain", "Settlement", "nash_bargaining", "settlement_range", "shapley"):
        assert getattr(measures, name) is getattr(games, name)
    ran = doctest.testmod(games)
    assert ran.attempted >= 6 and ran.failed == 0


# --- Shapley: oracles ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [1, 2, 4, 7, 11])
def test_a_keystone_with_n_unit_complementors_takes_half(n: int) -> None:
    found = shapley(n + 1, lambda firms: len(firms) - 1 if 0 in firms else 0)
    assert found[0] == pytest.approx(n / 2) and found[1:] == pytest.approx(np.full(n, 0.5))


def test_by_hand() -> None:
    """The example in the documentation of coopgt, and a glove game: one left glove, two right ones."""
    worth = {(): 0, (0,): 6, (1,): 12, (2,): 42, (0, 1): 12, (0, 2): 42, (1, 2): 42, (0, 1, 2): 42}
    assert shapley(3, lambda own: worth[tuple(sorted(own))]) == pytest.approx([2, 5, 35])
    gloves = shapley(3, lambda own: float(0 in own and len(own) > 1))
    assert gloves == pytest.approx([4 / 6, 1 / 6, 1 / 6])


@pytest.mark.parametrize("n", [1, 2, 3, 5])
def test_it_is_the_mean_over_all_orders(n: int) -> None:
    worth = np.random.default_rng(n).normal(size=2**n)
    worth[0] = 0
    mean = np.zeros(n)
    for order in itertools.permutations(range(n)):
        here = 0
        for player in order:
            mean[player] += worth[here | 1 << player] - worth[here]
            here |= 1 << player
    assert shapley(n, worth) == pytest.approx(mean / math.factorial(n))
    assert shapley(n, lambda own: worth[sum(1 << player for player in own)]) == pytest.approx(shapley(n, worth))


def test_large_games_are_exact_and_fast() -> None:
    """Unanimity among the first 5 of 18 players: a fifth each."""
    index = np.arange(2**18)
    assert shapley(18, (index & 31) == 31) == pytest.approx([0.2] * 5 + [0.0] * 13)


# --- Shapley: axioms -----------------------------------------------------------------------------------------------


@given(WORTHS)
@settings(max_examples=80, deadline=None)
def test_efficiency(game: tuple[int, list[float]]) -> None:
    n, worth = game
    assert shapley(n, worth).sum() == pytest.approx(worth[-1], abs=1e-9)


@given(WORTHS, st.data())
@settings(max_examples=60, deadline=None)
def test_symmetry(game: tuple[int, list[float]], data: st.DataObject) -> None:
    """Renaming the players renames what they get; two who add the same to everyone get the same."""
    n, worth = game
    order = data.draw(st.permutations(range(n)))
    renamed = [worth[sum(1 << order[i] for i in range(n) if own >> i & 1)] for own in range(2**n)]
    assert shapley(n, renamed) == pytest.approx(shapley(n, worth)[order], abs=1e-9)
    twins = [worth[own] + worth[swapped(own)] for own in range(2**n)] if n > 1 else worth
    if n > 1:
        assert shapley(n, twins)[0] == pytest.approx(shapley(n, twins)[1], abs=1e-9)


def swapped(own: int) -> int:
    return own & ~3 | (own & 1) << 1 | (own >> 1) & 1


@given(WORTHS)
@settings(max_examples=60, deadline=None)
def test_a_null_player_gets_nothing_and_changes_nothing(game: tuple[int, list[float]]) -> None:
    n, worth = game
    found = shapley(n + 1, worth + worth)
    assert found[n] == pytest.approx(0, abs=1e-9) and found[:n] == pytest.approx(shapley(n, worth), abs=1e-9)


@given(WORTHS, st.floats(-3, 3), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_additivity(game: tuple[int, list[float]], factor: float, random) -> None:
    n, worth = game
    other = [0.0] + [random.uniform(-9, 9) for _own in worth[1:]]
    both = factor * np.array(worth) + other
    assert shapley(n, both) == pytest.approx(factor * shapley(n, worth) + shapley(n, other), abs=1e-8)


# --- Nash ----------------------------------------------------------------------------------------------------------


@given(st.floats(-100, 100), st.floats(-50, 50), st.floats(-50, 50), st.floats(0, 1))
@settings(max_examples=100, deadline=None)
def test_nash_divides_the_surplus(total: float, mine: float, yours: float, power: float) -> None:
    found = nash_bargaining(total, (mine, yours), power)
    assert found.surplus == pytest.approx(total - mine - yours, abs=1e-9)
    assert (found.payoffs >= np.array([mine, yours]) - 1e-9).all()
    if found.agreement:
        assert found.payoffs.sum() == pytest.approx(total, abs=1e-9)
        assert found.payoffs[0] - mine == pytest.approx(power * found.surplus, abs=1e-9)
    else:
        assert found.payoffs.tolist() == [mine, yours] and found.surplus < 0


@given(st.floats(0.1, 50), st.floats(-5, 5), st.floats(-5, 5), st.floats(0.05, 0.95))
@settings(max_examples=60, deadline=None)
def test_nash_maximises_the_product_of_gains(surplus: float, mine: float, yours: float, power: float) -> None:
    found = nash_bargaining(mine + yours + surplus, (mine, yours), power)
    tried = np.linspace(0, surplus, 501)
    product = tried**power * (surplus - tried) ** (1 - power)
    gain = found.payoffs - [mine, yours]
    assert gain[0] ** power * gain[1] ** (1 - power) >= product.max() - 1e-9


# --- out of court --------------------------------------------------------------------------------------------------


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1000), st.floats(0, 500), st.floats(0, 500))
@settings(max_examples=200, deadline=None)
def test_no_settlement_if_and_only_if(p: float, q: float, judgment: float, own: float, other: float) -> None:
    found = settlement_range(p, q, judgment, own, other)
    assert found.settles == (not (p - q) * judgment > own + other)
    assert found.surplus == pytest.approx(found.high - found.low, abs=1e-9)
    assert found.low == pytest.approx(p * judgment - own) and found.high == pytest.approx(q * judgment + other)
    assert math.isnan(found.middle) != found.settles


def test_optimism_of_one_side_is_enough() -> None:
    assert settlement_range(0.5, 0.5, 100, 10, 10).settles
    assert not settlement_range(0.8, 0.5, 100, 10, 10).settles  # the plaintiff's
    assert not settlement_range(0.5, 0.2, 100, 10, 10).settles  # the defendant's
    assert settlement_range(0.5, 0.9, 100, 10, 10).settles  # pessimists settle


@given(st.floats(0, 1), st.floats(0, 1000), st.floats(0, 500), st.floats(0, 500))
@settings(max_examples=60, deadline=None)
def test_who_agrees_on_the_odds_settles_and_the_middle_is_nash(p: float, j: float, own: float, other: float) -> None:
    found = settlement_range(p, p, j, own, other)
    assert found.settles
    nash = nash_bargaining(0, (p * j - own, -p * j - other))
    assert nash.payoffs[0] == pytest.approx(found.middle, abs=1e-6)


# --- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: shapley(0, [0]), r"n must be a whole number from 1 to 20, got 0"),
        (lambda: shapley(21, len), r"n must.*21"),
        (lambda: shapley(2.0, len), r"n must.*2.0"),
        (lambda: shapley(True, len), r"n must.*True"),
        (lambda: shapley(2, [0, 1, 2]), r"value must hold 4 numbers for n = 2 players, got 3"),
        (lambda: shapley(2, lambda own: 1), r"value must be 0 for the empty coalition, got 1"),
        (lambda: shapley(2, lambda own: math.nan), r"value must be finite, got nan"),
        (lambda: shapley(2, lambda own: "much"), r"value must hold numbers"),
        (lambda: nash_bargaining(math.inf), r"total.*inf"),
        (lambda: nash_bargaining(1, (0, 0, 0)), r"fallbacks must hold 2 numbers, got 3"),
        (lambda: nash_bargaining(1, (0, math.nan)), r"fallbacks.*nan"),
        (lambda: nash_bargaining(1, power=1.5), r"power must lie in \[0, 1\], got 1.5"),
        (lambda: settlement_range(1.2, 0, 1, 0, 0), r"p_plaintiff.*1.2"),
        (lambda: settlement_range(0, -0.1, 1, 0, 0), r"p_defendant.*-0.1"),
        (lambda: settlement_range(0, 0, -1, 0, 0), r"judgment.*-1"),
        (lambda: settlement_range(0, 0, 1, -2, 0), r"cost_plaintiff.*-2"),
        (lambda: settlement_range(0, 0, 1, 0, math.nan), r"cost_defendant.*nan"),
    ],
)
def test_bad_input_is_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
