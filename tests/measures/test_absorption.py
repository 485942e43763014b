"""Oracles, properties and refusals of absorptive capacity and of the research of two rivals."""

from __future__ import annotations

import doctest
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import measures
from course_utils.measures import absorption, absorptive_capacity, cournot, research_equilibrium, research_profit

SHARE, HARD, KNOWN = st.floats(0, 1), st.floats(0, 2), st.floats(0, 1)
SIZE, PRICE = st.floats(0.1, 50), st.floats(2.5, 20)
NAMES = ("ResearchGame", "absorptive_capacity", "research_equilibrium", "research_profit")


def test_names_are_reexported_and_examples_hold() -> None:
    for name in NAMES:
        assert getattr(measures, name) is getattr(absorption, name)
    ran = doctest.testmod(absorption)
    assert ran.attempted >= 5 and ran.failed == 0


# --- oracles -------------------------------------------------------------------------------------------------------


def test_the_numbers_of_the_syllabus() -> None:
    found = {beta: [research_equilibrium(theta, beta).research for theta in (0, 1)] for beta in (0, 0.05, 0.2)}
    assert found[0] == pytest.approx([0.174, 0.087], abs=5e-4)
    assert found[0.05] == pytest.approx([0.174, 0.152], abs=5e-4)
    assert found[0.2] == pytest.approx([0.174, 0.191], abs=5e-4)


@given(st.floats(1e-6, 10))
@settings(deadline=None)
def test_nothing_is_absorbed_without_research(difficulty: float) -> None:
    assert absorptive_capacity(0, difficulty) == 0


@given(HARD, SIZE, PRICE)
@settings(max_examples=60, deadline=None)
def test_without_spillover_it_is_the_plain_game(difficulty: float, size: float, price: float) -> None:
    """4 (a - c) / (9 k - 4), whatever the difficulty of learning, since there is nothing to learn."""
    found = research_equilibrium(0, difficulty, market=size, cost=price)
    assert found.research == pytest.approx(4 * size / (9 * price - 4))
    assert found.knowledge == pytest.approx(found.research) and found.from_rival == found.from_outside == 0


@given(SHARE, SIZE, PRICE)
@settings(max_examples=60, deadline=None)
def test_free_learning_is_the_game_of_daspremont_and_jacquemin(theta: float, size: float, price: float) -> None:
    found = research_equilibrium(theta, 0, market=size, cost=price)
    assert found.research == pytest.approx(2 * size * (2 - theta) / (9 * price - 2 * (2 - theta) * (1 + theta)))
    assert found.absorbed == 1


@given(SHARE, HARD, KNOWN)
@settings(max_examples=60, deadline=None)
def test_quantities_are_those_of_cournot(theta: float, beta: float, known: float) -> None:
    found = research_equilibrium(theta, beta, known)
    market = cournot(10.0, [9.0 - found.knowledge] * 2)
    assert market.quantities[0] == pytest.approx(found.quantity)
    assert found.profit == pytest.approx(float(market.profits[0]) - 1.5 * found.research**2)


# --- properties ----------------------------------------------------------------------------------------------------


@given(st.floats(0, 5), st.floats(0.01, 5), st.floats(0.001, 5))
@settings(deadline=None)
def test_absorption_rises_with_research_and_falls_with_difficulty(m: float, beta: float, more: float) -> None:
    gamma = float(absorptive_capacity(m, beta))
    assert 0 <= gamma < 1 and absorptive_capacity(m + more, beta) > gamma >= absorptive_capacity(m, beta + more)
    assert absorptive_capacity(beta, beta) == 0.5


@given(SHARE, HARD, KNOWN, PRICE)
@settings(max_examples=80, deadline=None)
def test_nobody_gains_by_doing_otherwise(theta: float, beta: float, known: float, price: float) -> None:
    found = research_equilibrium(theta, beta, known, cost=price)
    tried = np.linspace(0, 4 * found.research + 1, 3001)
    other = research_profit(tried, found.research, theta, beta, known, cost=price)
    assert other.max() <= found.profit + 1e-8
    assert float(research_profit(found.research, found.research, theta, beta, known, cost=price)) == found.profit


@given(SHARE, HARD, KNOWN)
@settings(max_examples=60, deadline=None)
def test_knowledge_adds_up(theta: float, beta: float, known: float) -> None:
    found = research_equilibrium(theta, beta, known)
    assert found.knowledge == pytest.approx(found.research + found.from_rival + found.from_outside)
    assert found.from_rival == pytest.approx(found.absorbed * theta * found.research)
    assert found.research > 0


@given(SHARE, HARD, KNOWN, st.floats(0.1, 20))
@settings(max_examples=60, deadline=None)
def test_units_do_not_matter(theta: float, beta: float, known: float, unit: float) -> None:
    one, other = (research_equilibrium(theta, beta * u, known * u, market=u) for u in (1.0, unit))
    assert other.research == pytest.approx(unit * one.research) and other.absorbed == pytest.approx(one.absorbed)


def test_a_firm_that_is_left_behind_sells_nothing() -> None:
    """The rival does research 5 and sells (1 + 5) / 2; the other, without research, would sell less than nothing."""
    assert research_profit(0, 5, 0, 0.2) == 0
    assert research_profit(5, 0, 0, 0.2) == pytest.approx(9 - 37.5)


# --- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: absorptive_capacity(-0.1, 1), r"research must lie in \[0, inf\), got -0.1"),
        (lambda: absorptive_capacity(1, np.nan), r"difficulty must be finite, got nan"),
        (lambda: research_equilibrium(1.2, 0), r"spillover must lie in \[0, 1\], got 1.2"),
        (lambda: research_equilibrium(1, 0, -1), r"outside must lie in \[0, inf\), got -1"),
        (lambda: research_equilibrium(1, 0, market=0), r"market must lie in \(0, inf\), got 0"),
        (lambda: research_equilibrium(1, 0, cost=1), r"cost must lie in \(1, inf\), got 1"),
        (lambda: research_equilibrium([0, 1], 0), r"spillover must be one number"),
        (lambda: research_profit(1, -2, 0, 0), r"rival must lie in \[0, inf\), got -2"),
        (lambda: research_equilibrium(0, 1, 3, cost=1.5), r"no equilibrium between equals at spillover 0"),
    ],
)
def test_bad_values_are_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
