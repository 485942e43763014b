"""The long run of the core-periphery model: thresholds, equilibria, migration, and what a subsidy does."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from types import ModuleType

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course_utils import measures
from course_utils.measures import (
    agglomeration,
    break_point,
    core_periphery,
    long_run_equilibria,
    migrate,
    sustain_point,
    sustain_subsidy,
    thresholds,
)

SIGMA, MU = 5.0, 0.4
PARAMETERS = st.tuples(st.floats(1.5, 12), st.floats(0.05, 0.9)).filter(lambda p: (p[0] - 1) / p[0] > p[1] + 0.02)


HOMES = {
    agglomeration: ("LongRun", "long_run_equilibria", "migrate"),
    thresholds: ("break_point", "sustain_point", "sustain_subsidy"),
}


@pytest.mark.parametrize("module", HOMES, ids=lambda module: module.__name__)
def test_names_are_reexported_and_examples_hold(module: ModuleType) -> None:
    for name in HOMES[module]:
        assert getattr(measures, name) is getattr(module, name)
    ran = doctest.testmod(module)
    assert ran.attempted >= 3 and ran.failed == 0


# --- break and sustain points --------------------------------------------------------------------------------------


def test_published_thresholds() -> None:
    """Fujita, Krugman and Venables (1999) print 1.63 and 1.81."""
    assert break_point(SIGMA, MU) == pytest.approx(1.6266, abs=5e-5)
    assert sustain_point(SIGMA, MU) == pytest.approx(1.8073, abs=5e-5)


@given(PARAMETERS)
@settings(max_examples=60, deadline=None)
def test_the_gap_turns_at_both_points(parameters: tuple[float, float]) -> None:
    sigma, mu = parameters
    leave, keep = break_point(sigma, mu), sustain_point(sigma, mu)
    assert 1 < leave < keep
    assume(leave ** (sigma - 1) < 1e6)  # beyond, the gap itself is lost in rounding
    for T, sign in ((1 + (leave - 1) * 0.98, 1), (leave * 1.02, -1)):
        assert np.sign(core_periphery(T, sigma, mu, 0.5001).gap) == sign
    for T, sign in ((1 + (keep - 1) * 0.98, 1), (keep * 1.02, -1)):
        assert np.sign(core_periphery(T, sigma, mu, 1.0).gap) == sign


@pytest.mark.parametrize("function", [break_point, sustain_point])
@pytest.mark.parametrize(("sigma", "mu"), [(5, 0.8), (5, 0.95), (2, 0.5), (1.5, 0.4)])
def test_a_black_hole_has_no_thresholds(function: Callable[..., float], sigma: float, mu: float) -> None:
    with pytest.raises(ValueError, match=rf"mu must be below \(sigma - 1\) / sigma = .* got {mu}"):
        function(sigma, mu)


def test_in_a_black_hole_no_transport_cost_spreads_the_core() -> None:
    for T in (1.2, 3.0, 50.0):
        found = long_run_equilibria(T, 5, 0.85)
        assert found.shares == pytest.approx([0, 0.5, 1]) and found.stable.tolist() == [True, False, True]


# --- long-run equilibria -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("T", "shares", "stable"),
    [
        (1.5, [0, 0.5, 1], [True, False, True]),
        (1.7, [0, 0.1652, 0.5, 0.8348, 1], [True, False, True, False, True]),
        (2.1, [0.5], [True]),
    ],
)
def test_the_three_shapes_of_the_tomahawk(T: float, shares: list[float], stable: list[bool]) -> None:
    found = long_run_equilibria(T, SIGMA, MU)
    assert found.shares == pytest.approx(shares, abs=1e-4) and found.stable.tolist() == stable


@pytest.mark.parametrize(("step", "number"), [(-1e-3, 3), (1e-3, 5)])
def test_branches_are_born_at_the_break_point(step: float, number: int) -> None:
    assert len(long_run_equilibria(break_point(SIGMA, MU) + step, SIGMA, MU).shares) == number


@pytest.mark.parametrize(("step", "number"), [(-1e-3, 5), (1e-3, 1)])
def test_branches_end_at_the_sustain_point(step: float, number: int) -> None:
    assert len(long_run_equilibria(sustain_point(SIGMA, MU) + step, SIGMA, MU).shares) == number


@given(PARAMETERS, st.floats(1.01, 4), st.sampled_from([0.0, 0.0, 0.01, 0.1]))
@settings(max_examples=60, deadline=None)
def test_equilibria_are_equilibria_and_alternate(parameters, T: float, subsidy: float) -> None:
    sigma, mu = parameters
    assume(T ** (sigma - 1) < 1e6)
    found = long_run_equilibria(T, sigma, mu, subsidy)
    inside = found.shares[(found.shares > 0) & (found.shares < 1)]
    if inside.size:
        assert core_periphery(T, sigma, mu, inside, subsidy).gap == pytest.approx(0, abs=1e-10)
    assert found.stable.any() and (np.diff(found.stable.astype(int)) != 0).all()
    if not subsidy:
        assert found.shares == pytest.approx(1 - found.shares[::-1], abs=1e-6) and len(found.shares) <= 5


# --- migration -----------------------------------------------------------------------------------------------------


def settle(T: float, share: float, subsidy: float = 0.0) -> float:
    """Where workers end up from a starting share."""
    for _ in range(2000):
        before, share = share, migrate(T, SIGMA, MU, share, subsidy, speed=3.0)
        if abs(share - before) < 1e-9:
            return share
    raise AssertionError(f"still moving at {share}")


def test_a_step_follows_the_gap_and_stays_in_bounds() -> None:
    shares = np.array([0.0, 0.3, 0.5, 0.7, 1.0])
    gap = core_periphery(1.5, SIGMA, MU, shares).gap
    assert migrate(1.5, SIGMA, MU, shares, speed=0.1) == pytest.approx(np.clip(shares + 0.1 * gap, 0, 1))
    assert migrate(1.5, SIGMA, MU, 0.9, speed=1e6) == 1 and migrate(1.5, SIGMA, MU, 0.1, speed=1e6) == 0


def test_between_the_two_points_history_decides() -> None:
    assert settle(1.7, 0.60) == pytest.approx(0.5, abs=1e-6)
    assert settle(1.7, 0.86) == 1
    assert settle(1.7, 0.14) == 0


def test_better_roads_empty_the_place_that_they_were_to_help() -> None:
    """A place with 48% keeps its workers at T = 2; when T falls to 1.5 it loses them all."""
    assert settle(2.0, 0.52) == pytest.approx(0.5, abs=1e-6)
    assert settle(1.5, 0.52) == 1


# --- the subsidy ---------------------------------------------------------------------------------------------------


def test_the_sustain_subsidy_is_zero_without_distance_and_at_the_sustain_point() -> None:
    ends = sustain_subsidy([1.0, sustain_point(SIGMA, MU)], SIGMA, MU)
    assert ends == pytest.approx([0, 0], abs=1e-12)
    assert sustain_subsidy(1.3, SIGMA, MU) == pytest.approx(0.0893, abs=5e-5)
    assert sustain_subsidy(2.0, SIGMA, MU) < 0


def test_it_rises_and_then_falls() -> None:
    costs = np.linspace(1, sustain_point(SIGMA, MU), 401)
    needed = sustain_subsidy(costs, SIGMA, MU)
    peak = needed.argmax()
    assert (np.diff(needed[: peak + 1]) > 0).all() and (np.diff(needed[peak:]) < 0).all()
    assert costs[peak] == pytest.approx(7**0.125, abs=0.003)


@given(PARAMETERS, st.floats(0.02, 0.98))
@settings(max_examples=80, deadline=None)
def test_at_the_core_a_worker_is_indifferent_exactly_at_the_sustain_subsidy(parameters, where: float) -> None:
    sigma, mu = parameters
    T = sustain_point(sigma, mu) ** where
    assume(T ** (sigma - 1) < 1e6)
    needed = sustain_subsidy(T, sigma, mu)
    assert needed > 0
    assert core_periphery(T, sigma, mu, 1.0, needed).gap == pytest.approx(0, abs=1e-11)
    assert (
        core_periphery(T, sigma, mu, 1.0, 0.99 * needed).gap > 0 > core_periphery(T, sigma, mu, 1.0, 1.01 * needed).gap
    )


@pytest.mark.parametrize("T", [1.05, 1.3, 1.6, 1.7, 1.79])
def test_a_subsidy_below_the_threshold_moves_nobody_and_costs_nothing(T: float) -> None:
    subsidy = 0.99 * sustain_subsidy(T, SIGMA, MU)
    assert settle(T, 1.0, subsidy) == 1
    assert core_periphery(T, SIGMA, MU, 1.0, subsidy).tax == 0


@pytest.mark.parametrize("T", [1.05, 1.3, 1.5, 1.6, 1.65, 1.7])
def test_past_the_threshold_the_core_moves_as_a_whole(T: float) -> None:
    subsidy = 1.01 * sustain_subsidy(T, SIGMA, MU)
    found = long_run_equilibria(T, SIGMA, MU, subsidy)
    assert found.shares.tolist() == [0] and found.stable.tolist() == [True]
    assert settle(T, 1.0, subsidy) == 0
    assert settle(T, 0.0) == 0  # and stays when the subsidy ends


@pytest.mark.parametrize(("T", "share"), [(1.75, 0.348), (1.79, 0.472), (1.80, 0.489)])
def test_only_near_the_sustain_point_does_it_spread(T: float, share: float) -> None:
    subsidy = 1.01 * sustain_subsidy(T, SIGMA, MU)
    assert settle(T, 1.0, subsidy) == pytest.approx(share, abs=1e-3)


# --- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: break_point(1, 0.4), r"sigma.*1"),
        (lambda: break_point(5, [0.4, 0.5]), r"mu must be one number.*\(2,\)"),
        (lambda: sustain_point(5, np.nan), r"mu.*nan"),
        (lambda: sustain_point(5, 0.7999), r"mu.*0.7999.*too large"),
        (lambda: sustain_subsidy(0.5, 5, 0.4), r"T.*0.5"),
        (lambda: sustain_subsidy(1.5, 5, 1), r"mu.*1"),
        (lambda: long_run_equilibria(1, 5, 0.4), r"T.*without transport cost.*every share"),
        (lambda: long_run_equilibria([1.5, 1.6], 5, 0.4), r"T must be one number.*\(2,\)"),
        (lambda: long_run_equilibria(1.5, 5, 0.4, -0.1), r"subsidy.*-0.1"),
        (lambda: migrate(1.5, 5, 0.4, 0.5, speed=-1), r"speed.*-1"),
        (lambda: migrate(1.5, 5, 0.4, 1.5), r"share.*1.5"),
    ],
)
def test_bad_input_is_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
