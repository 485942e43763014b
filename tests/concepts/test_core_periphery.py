"""Core and periphery: what a reader discovers holds in the model, and every control of the explorers does something."""

from __future__ import annotations

import doctest
import itertools
import json
import math
import zlib
from typing import Any

import numpy as np
import pytest

from course_utils.concepts import core_periphery
from course_utils.concepts.core_periphery import (
    branches,
    destination,
    disparities,
    figure,
    history,
    incomes,
    last_call,
    model,
    myrdal,
    places,
    resting_ratio,
    story,
    thresholds,
    tomahawk,
    transport_cost,
)
from course_utils.concepts.core_periphery.explorer import SUBSIDIES
from course_utils.concepts.core_periphery.history_explorer import LENGTHS, RATES
from course_utils.explorer import Explorer, static
from course_utils.explorer.registry import explore
from course_utils.measures import (
    break_point,
    long_run_equilibria,
    migrate,
    sustain_point,
    sustain_subsidy,
)
from course_utils.measures import core_periphery as short_run

COSTS = np.linspace(1.1, 2.1, 21)
ECONOMIES = list(itertools.product((4, 5, 6), (0.3, 0.4, 0.5)))
T_BREAK, T_SUSTAIN = break_point(5, 0.4), sustain_point(5, 0.4)


@pytest.fixture(scope="module")
def built() -> Explorer:
    return explore("core_periphery")


@pytest.fixture(scope="module")
def planner() -> Explorer:
    return explore("core_periphery.history")


def test_examples_hold() -> None:
    for module in (model, tomahawk, history, myrdal, places, disparities):
        ran = doctest.testmod(module)
        assert ran.attempted >= 1 and ran.failed == 0, module.__name__


# --- the model: oracles ------------------------------------------------------------------------------------------


def test_the_textbook_points() -> None:
    assert break_point(5, 0.4) == pytest.approx(1.6266, abs=5e-5)
    assert sustain_point(5, 0.4) == pytest.approx(1.8073, abs=5e-5)
    rho, mu = 0.8, 0.4
    freeness = (rho - mu) * (1 - mu) / ((rho + mu) * (1 + mu))
    assert break_point(5, 0.4) == pytest.approx(freeness ** (1 / (1 - 5)))


def test_the_threshold_of_the_syllabus() -> None:
    def by_formula(T: float, sigma: float = 5, mu: float = 0.4) -> float:
        inside = (1 + mu) / 2 * T ** (1 - sigma) + (1 - mu) / 2 * T ** (sigma - 1)
        return float(inside ** (-1 / sigma) * T**mu - 1)

    found = thresholds(COSTS).sustain
    assert found == pytest.approx([max(by_formula(T), 0) for T in COSTS])
    assert thresholds(1.3).sustain == pytest.approx(0.089, abs=5e-4)
    assert by_formula(1.0) == 0 and by_formula(T_SUSTAIN) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(("sigma", "mu"), ECONOMIES)
def test_branches_are_the_long_run_equilibria(sigma: float, mu: float) -> None:
    for T, subsidy in itertools.product((1.2, 1.45, 1.7, 1.9), (0.0, 0.01, 0.1)):
        found = branches(T, sigma, mu, subsidy)
        rests = [found.core2[0], found.lower[0], found.settled[0], found.upper[0], found.core1[0]]
        stable = [True, False, True, False, True]
        listed = [(rest, kind) for rest, kind in zip(rests, stable, strict=True) if math.isfinite(rest)]
        known = long_run_equilibria(T, sigma, mu, subsidy)
        assert [rest for rest, _kind in listed] == pytest.approx(known.shares, abs=1e-3)
        assert [kind for _rest, kind in listed] == known.stable.tolist()


def test_the_tomahawk_ends_at_the_textbook_points() -> None:
    found = tomahawk.tomahawk(5, 0.4, 0.0)
    assert (np.diff(found.T) >= 0).all()
    assert found.T[np.isfinite(found.settled)].min() == pytest.approx(T_BREAK, abs=2e-4)
    assert found.T[np.isfinite(found.core1)].max() == pytest.approx(T_SUSTAIN, abs=2e-4)
    lower = found.lower[np.isfinite(found.lower)]
    assert lower.max() > 0.45 and lower.min() < 0.01  # the dashed line joins the others


@pytest.mark.parametrize(("sigma", "mu", "subsidy"), [(4, 0.4, 0.0), (5, 0.4, 0.02), (6, 0.5, 0.05), (4, 0.5, 0.15)])
def test_every_tomahawk_has_the_same_length(sigma: float, mu: float, subsidy: float) -> None:
    assert tomahawk.tomahawk(sigma, mu, subsidy).T.size == tomahawk.EVEN.size + 5 * tomahawk.NEAR.size


# --- what a reader discovers -------------------------------------------------------------------------------------


def test_falling_transport_cost_makes_a_core_where_there_was_balance() -> None:
    ends = [destination(0.51, T) for T in (2.1, 1.9, T_BREAK + 0.05, T_BREAK - 0.05, 1.3)]
    assert ends[:3] == pytest.approx([0.5] * 3, abs=1e-6) and ends[3:] == [1.0, 1.0]


@pytest.mark.parametrize("T", [1.65, 1.7, 1.75, 1.8])
def test_between_the_two_points_history_decides(T: float) -> None:
    assert T_BREAK < T < T_SUSTAIN
    assert [round(destination(share, T), 6) for share in (0.001, 0.5, 0.55, 0.999)] == [0.0, 0.5, 0.5, 1.0]


def test_outside_the_two_points_history_decides_nothing_or_only_the_side() -> None:
    assert {round(destination(share, 2.0), 6) for share in (0.01, 0.3, 0.7, 0.99)} == {0.5}
    assert [destination(share, 1.4) for share in (0.01, 0.49, 0.51, 0.99)] == [0.0, 0.0, 1.0, 1.0]


def test_infrastructure_empties_the_region_that_it_was_meant_to_help() -> None:
    """Region 2, smaller at the start, is level before the motorway and empty after it."""
    assert destination(0.55, 1.9) == pytest.approx(0.5) and destination(0.55, 1.5) == 1.0
    gap = short_run(1.5, 5, 0.4, 0.55).gap
    assert gap > 0 > short_run(1.9, 5, 0.4, 0.55).gap  # each who leaves gains


@pytest.mark.parametrize("T", [1.1, 1.3, 1.5, 1.7, 1.79])
def test_a_subsidy_does_nothing_below_its_threshold(T: float) -> None:
    needed = float(sustain_subsidy(T, 5, 0.4))
    for part in (0.0, 0.5, 0.99):
        assert destination(1.0, T, subsidy=part * needed) == 1.0
        assert short_run(T, 5, 0.4, 1.0, part * needed).tax == 0  # and costs nothing


@pytest.mark.parametrize("T", [1.1, 1.3, 1.5, 1.65, 1.7])
def test_past_its_threshold_the_core_moves_as_a_whole(T: float) -> None:
    needed = float(sustain_subsidy(T, 5, 0.4))
    for times in (1.02, 1.5, 3):
        assert destination(1.0, T, subsidy=times * needed) == 0.0
    found = thresholds(T)
    assert found.move == pytest.approx(found.sustain, abs=1e-4)


@pytest.mark.parametrize(("T", "subsidy"), [(1.76, 0.011), (1.79, 0.01), (1.8, 0.01), (1.8, 0.02)])
def test_near_the_sustain_point_it_spreads(T: float, subsidy: float) -> None:
    found = thresholds(T)
    assert found.sustain[0] < subsidy < found.move[0]
    assert 0.3 < destination(1.0, T, subsidy=subsidy) < 0.5
    assert destination(1.0, T, subsidy=1.05 * found.move[0]) == 0.0


@pytest.mark.parametrize(("sigma", "mu"), ECONOMIES)
def test_in_every_economy_the_room_for_spreading_is_close_below_the_sustain_point(sigma: float, mu: float) -> None:
    end, start = sustain_point(sigma, mu), break_point(sigma, mu)
    costs = np.linspace(1.02, end - 1e-3, 60)
    found = thresholds(costs, sigma, mu)
    spreads = costs[found.move > found.sustain + 1e-3]
    assert spreads.min() > start + 0.4 * (end - start)
    assert found.move[costs < start] == pytest.approx(found.sustain[costs < start], abs=2e-3)


@pytest.mark.parametrize(("sigma", "mu"), ECONOMIES)
def test_the_threshold_is_a_hump(sigma: float, mu: float) -> None:
    needed = np.asarray(sustain_subsidy(np.linspace(1, sustain_point(sigma, mu), 60), sigma, mu))
    assert needed[[0, -1]] == pytest.approx([0, 0], abs=1e-9)
    top = int(needed.argmax())
    assert 0 < top < 59 and (np.diff(needed[: top + 1]) > 0).all() and (np.diff(needed[top:]) < 0).all()


@pytest.mark.parametrize(("sigma", "mu"), ECONOMIES)
def test_from_the_move_subsidy_on_nobody_stays(sigma: float, mu: float) -> None:
    for T in (1.2, 1.5, 1.9):
        move = float(thresholds(T, sigma, mu).move[0])
        assert (np.asarray(short_run(T, sigma, mu, np.linspace(0.01, 1, 100), move * 1.01 + 1e-4).gap) < 0).all()
        if move > 1e-3:
            assert (np.asarray(short_run(T, sigma, mu, model.SHARES, move * 0.97).gap) > 0).any()


# --- the story ---------------------------------------------------------------------------------------------------


def test_the_story_is_migration_with_a_small_advantage() -> None:
    found, costs = story(start=40, rate=0.02, length=20), transport_cost()
    for year in (0, 39, 40, 45, 55):
        paid = 0.02 if 40 <= year < 60 else 0.0
        expected = migrate(costs[year], 5, 0.4, found.share[year], paid, speed=history.PACE)
        after = min(max(float(expected) + history.PACE * history.ADVANTAGE, 0), 1)
        assert found.share[year + 1] == pytest.approx(after, abs=2e-4)
        spent = short_run(costs[year], 5, 0.4, found.share[year], paid).tax
        assert found.cost[year + 1] - found.cost[year] == pytest.approx(spent, abs=2e-4)


def test_doing_nothing_empties_region_2_once_the_break_point_is_passed() -> None:
    for speed in ("medium", "fast"):
        path, costs = story(speed=speed).share, transport_cost(speed)
        assert path[costs > T_SUSTAIN].max() < 0.52 and path[-1] == 1.0
    assert story().bill == 0


def test_early_is_cheap_and_late_is_refused_or_dear() -> None:
    early, late, large = story(50, 0.02, 10), story(90, 0.02, 10), story(90, 0.10, 20)
    assert (early.end, late.end, large.end) == (0.0, 1.0, 0.0)
    assert late.bill < 1e-9 and large.bill > 5 * early.bill > 0.2


def test_the_later_the_larger_the_rate_that_still_works() -> None:
    calls = [last_call(rate, 10) for rate in RATES]
    assert calls == sorted(calls) and calls[0] >= 50
    assert last_call(0.02, 10) == 65


def test_almost_every_policy_moves_or_fails_few_keep_both() -> None:
    """At medium and fast pace, at the end of the story."""
    ends = [
        story(s, r, n, speed).end
        for s in range(0, 101, 5)
        for r in RATES
        for n in LENGTHS
        for speed in ("medium", "fast")
    ]
    assert np.mean([0.1 < end < 0.9 for end in ends]) < 0.01


def test_a_wrong_pace_is_named() -> None:
    with pytest.raises(ValueError, match=r"speed.*slow, medium, fast.*'never'"):
        transport_cost("never")


# --- Myrdal ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("backwash", "spread"), [(0.01, 0.0), (0.01, 0.01), (0.01, 0.015), (0.01, 0.02), (0.01, 0.04)])
def test_the_two_lines_end_where_spread_over_backwash_says(backwash: float, spread: float) -> None:
    """In years without end; equal shares are approached slowly, so a tolerance."""
    assert incomes(backwash, spread, 0.7, years=4000).ratio == pytest.approx(resting_ratio(backwash, spread), abs=0.03)


def test_the_two_lines_are_linear() -> None:
    once, twice = incomes(0.01, 0.012, 0.5, 10), incomes(0.01, 0.012, 0.5, 10)
    step = np.array([[1.02 + 0.01, -0.01], [0.002, 1.02 - 0.002]])
    end = np.linalg.matrix_power(step, 10) @ [100, 50]
    assert [once.core[-1], once.periphery[-1]] == pytest.approx(end)
    assert twice.ratio == once.ratio


def test_equal_places_stay_equal() -> None:
    assert incomes(0.02, 0.0, 1.0).ratio == 1


# --- the explorers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "values", "bytes_"),
    [("history", 170_000, 60_000), ("disparities", 10_000, 30_000), ("myrdal", 50_000, 45_000)],
)
def test_states_values_and_bytes_are_within_the_budgets(name: str, values: int, bytes_: int) -> None:
    payload = static.payload(explore(f"core_periphery.{name}"))
    assert payload["values"] <= values and len(zlib.compress(json.dumps(payload).encode(), 9)) <= bytes_


def test_the_first_explorer_is_within_the_budgets(built: Explorer) -> None:
    payload = static.payload(built)
    assert payload["values"] <= 200_000 and len(zlib.compress(json.dumps(payload).encode(), 9)) <= 100_000


def _ends(explorer: Explorer, control: str) -> list[dict[str, Any]]:
    nodes = explorer.controls[control].nodes()
    return [{control: node} for node in (nodes[0], nodes[-1])]


@pytest.mark.parametrize(
    ("name", "control"),
    [(f"core_periphery{part}", control) for part in ("", ".history", ".disparities", ".myrdal")
     for control in explore(f"core_periphery{part}").controls],
)  # fmt: skip
def test_every_control_changes_figure_and_reading(name: str, control: str) -> None:
    explorer = explore(name)
    one, other = _ends(explorer, control)
    assert explorer.evaluate(**one) != explorer.evaluate(**other)
    assert explorer.read(**one) != explorer.read(**other)


def test_the_sentence_is_true_in_every_state(built: Explorer) -> None:
    """Whoever starts a little to either side of a watershed that it names ends where it says."""
    random = np.random.default_rng(4)
    for _ in range(40):
        values = {name: own.nodes()[random.integers(len(own.nodes()))] for name, own in built.controls.items()}
        T, sigma, mu, subsidy = (float(values[name]) for name in ("T", "sigma", "mu", "subsidy"))
        said = built.read(**values)
        ends = {round(destination(share, T, sigma, mu, subsidy), 3) for share in np.linspace(0.005, 0.995, 66)}
        assert ("all workers end in region 1" in said) == (1.0 in ends)
        assert ("end in region 2" in said) == (0.0 in ends)
        assert ("settles at" in said) == bool(ends - {0.0, 1.0})
        resists = sustain_subsidy(T, sigma, mu)
        assert ("no full core holds here" in said) == (resists <= 0)
        assert any(number.value == pytest.approx(break_point(sigma, mu)) for number in said.numbers)


def test_at_most_one_resting_point_lies_inside(built: Explorer) -> None:
    """What the diagram can carry: one stable share inside, one watershed above it, one below."""
    for (sigma, mu), subsidy, T in itertools.product(ECONOMIES, SUBSIDIES, COSTS[::4]):
        gaps = np.asarray(short_run(T, sigma, mu, model.SHARES, subsidy).gap) >= 0
        turns = gaps[:-1] != gaps[1:]
        assert turns.sum() <= 3 and (gaps[:-1] & turns).sum() <= 1


def test_panels_show_the_model(built: Explorer) -> None:
    values = {"T": 1.8, "share": 0.9, "subsidy": "0.01", "sigma": "5", "mu": "0.4"}
    wiggle, tomahawk_, limits = built.evaluate(**values)
    curve, stable, unstable, start = wiggle["data"]
    found = short_run(1.8, 5, 0.4, 0.5, 0.01)
    assert curve["y"][20] == pytest.approx(100 * (found.omega1 / found.omega2 - 1))
    rests = long_run_equilibria(1.8, 5, 0.4, 0.01)
    drawn = sorted(x for x in stable["x"] + unstable["x"] if x is not None)
    assert drawn == pytest.approx(100 * rests.shares, abs=0.1)
    assert start["x"] == [90] and tomahawk_["data"][-1]["x"] == [1.8] and tomahawk_["data"][-1]["y"] == [90]
    up, down = tomahawk_["data"][5:7]
    assert all((u is None) != (d is None) for u, d in zip(up["y"], down["y"], strict=True))
    for share, upwards in zip(figure.ARROWS, up["y"], strict=True):
        assert (upwards is not None) == (short_run(1.8, 5, 0.4, share, 0.01).gap > 0)
    assert limits["data"][-1]["y"] == [1] and limits["data"][-1]["x"] == [1.8]


def test_every_wiggle_is_seen(built: Explorer) -> None:
    """Gaps over 16 % are not drawn: some of the curve always is, and all that lies about a resting point."""
    for T, sigma, mu, subsidy in itertools.product(
        (1.1, 1.5, 2.1), ("4", "5", "6"), ("0.3", "0.4", "0.5"), ("0", "0.15")
    ):
        drawn = built.panels[0].draw(built.values(T=T, sigma=sigma, mu=mu, subsidy=subsidy))["data"][0]["y"]
        assert sum(y is not None for y in drawn) >= 10


def test_the_planners_sentence_says_the_storys_numbers(planner: Explorer) -> None:
    values = {"start": 70.0, "rate": "0.1", "length": "20", "speed": "fast"}
    found, said = story(70, 0.1, 20, "fast"), planner.read(**values)
    shown = [number.value for number in said.numbers]
    assert shown[:3] == [70, 20, 0.1] and shown[3] == found.bill and shown[5] == 1 - found.end
    share, cost, needed, fall = planner.evaluate(**values)
    assert share["data"][0]["y"][-1] == 100 * found.end and cost["data"][0]["y"][-1] == 100 * found.bill
    assert share["data"][2]["x"] == [70, 90] and needed["data"][1]["y"] == [10, 10]
    assert fall["data"][0]["y"][0] == pytest.approx(2.1)
    late = planner.read(start=100, length="120")
    assert "for 20\u202fyears" in late or "for 20 years" in late  # the story ends in year 120


def test_names_are_public() -> None:
    assert all(hasattr(core_periphery, name) for name in core_periphery.__all__)
