"""Oracles, axioms and refusals of the commons: the laboratory's game by hand, Ostrom's herders."""

from __future__ import annotations

import doctest
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import measures
from course_utils.measures import (
    commons,
    contract_gain,
    harvest_equilibrium,
    harvest_gains,
    harvest_optimum,
    herders_equilibrium,
    herders_game,
    herders_threshold,
)

NUMBERS, WORTHS, CROWDINGS = st.integers(1, 30), st.floats(0.1, 100), st.floats(0.01, 10)
calm = settings(max_examples=100, deadline=None)


def test_names_are_reexported_and_examples_hold() -> None:
    for name in ("Harvest", "contract_gain", "harvest_equilibrium", "harvest_gains", "harvest_optimum"):
        assert getattr(measures, name) is getattr(commons, name)
    ran = doctest.testmod(commons)
    assert ran.attempted >= 7 and ran.failed == 0


def test_the_game_of_the_laboratory() -> None:
    """Eight users, 23 X - 0.25 X^2, 5 elsewhere: 64 tokens against 36, and 39.5 % of the rent (Ostrom et al. 1994)."""
    equilibrium, optimum = harvest_equilibrium(8, 23 - 5, 0.25), harvest_optimum(8, 23 - 5, 0.25)
    assert (equilibrium.each, equilibrium.total, optimum.total) == (8, 64, 36)
    assert equilibrium.rent / optimum.rent == pytest.approx(128 / 324)


def test_four_herders_by_hand() -> None:
    """max x (10 - (x + others) / 4): x = 20 - others / 2, so 8 each; max X (10 - X / 4): 20."""
    assert harvest_equilibrium(4, 10, 0.25) == commons.Harvest(8, 32, 64)
    assert harvest_optimum(4, 10, 0.25) == commons.Harvest(5, 20, 100)


@given(NUMBERS, WORTHS, CROWDINGS)
@calm
def test_nobody_gains_by_leaving_the_equilibrium_nor_all_by_leaving_the_optimum(n: int, a: float, b: float) -> None:
    equilibrium, optimum = harvest_equilibrium(n, a, b), harvest_optimum(n, a, b)
    takes = np.full(n, equilibrium.each)
    stays = harvest_gains(takes, a, b)[0]
    for factor in (0.5, 0.9, 1.1, 2):
        assert harvest_gains([factor * takes[0], *takes[1:]], a, b)[0] <= stays + 1e-9
        assert harvest_gains(np.full(n, factor * optimum.each), a, b).sum() <= optimum.rent + 1e-9
    assert equilibrium.rent / optimum.rent == pytest.approx(4 * n / (n + 1) ** 2)
    assert equilibrium.total >= optimum.total - 1e-9


def test_the_games_of_the_book() -> None:
    assert herders_game().tolist() == [[10, -1], [11, 0]]
    assert herders_game(1).tolist() == [[10, -1], [9, -2]]
    assert herders_game(0.7, 0.3) == pytest.approx(np.array([[9.4, -1.6], [9.6, -1.4]]))
    assert [herders_equilibrium(herders_game(y, 1 - y)) for y in (0.7, 0.75, 0.8)] == ["exceed", "either", "keep"]


@given(st.floats(0, 1), st.floats(0, 50))
@calm
def test_the_state_keeps_the_limit_if_and_only_if_it_is_right_often_enough(right: float, fine: float) -> None:
    least, found = herders_threshold(fine), herders_equilibrium(herders_game(right, 1 - right, fine))
    if math.isnan(least):
        assert fine < 1 and (found == "exceed" or 1 - fine < 1e-6)  # a fine of 1 leaves a State that never errs at ease
    elif abs(right - least) > 1e-6 and fine > 0.01:
        assert (found == "keep") == (right > least)


def test_thresholds() -> None:
    assert herders_threshold(2) == 0.75 and herders_threshold(4) == 0.625
    assert herders_threshold(1e9) == pytest.approx(0.5)


@given(st.floats(0, 20), st.floats(0.7501, 1))
@calm
def test_a_contract_beats_a_state_that_works_if_it_is_cheap(cost: float, right: float) -> None:
    state = herders_game(right, 1 - right)[0, 0]
    if abs(cost - 4 * (1 - right)) > 1e-9:
        assert (contract_gain(cost) > state) == (cost < 4 * (1 - right))


@pytest.mark.parametrize(
    ("call", "match"),
    [
        (lambda: harvest_gains([-1], 1, 1), "takes must be at least 0, got -1"),
        (lambda: harvest_gains([1], 0, 1), r"worth must lie in \(0, inf\), got 0"),
        (lambda: harvest_equilibrium(0, 1, 1), "n must be a whole number of at least 1, got 0"),
        (lambda: harvest_optimum(2, 1, -1), "crowding must lie in"),
        (lambda: herders_game(1.2), r"caught must lie in \[0, 1\], got 1.2"),
        (lambda: herders_game(0, -0.1), "wrongly must lie in"),
        (lambda: herders_threshold(-1), "fine must lie in"),
        (lambda: contract_gain(-1), "cost must lie in"),
    ],
)
def test_what_is_wrong_is_named(call: Any, match: str) -> None:
    with pytest.raises(ValueError, match=match):
        call()
