"""Open innovation: closed forms against brute force, what a reader discovers, flows that balance, true sentences."""

from __future__ import annotations

import doctest
import importlib
import json
import math
import pkgutil
import random
import zlib
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.concepts import open_innovation as oi
from course_utils.concepts.open_innovation.breadth import MOST
from course_utils.concepts.open_innovation.funnel import BAR, PLACES, RUNS, inside_ideas
from course_utils.concepts.open_innovation.funnel_figure import flows
from course_utils.concepts.open_innovation.model import DIFFICULTIES, SPILLOVERS
from course_utils.datasets import load
from course_utils.explorer import Explorer, Territory, explorers, static

NAMES = tuple(f"open_innovation{suffix}" for suffix in ("", ".breadth", ".doors", ".funnel"))
GAMMA, COST = st.floats(0, 1), st.floats(0.02, 0.5)


@pytest.fixture(scope="module")
def built() -> dict[str, Explorer]:
    return {name: explorers()[name]() for name in NAMES}


def test_examples_hold() -> None:
    ran = [
        doctest.testmod(importlib.import_module(f"{oi.__name__}.{module.name}"))
        for module in pkgutil.iter_modules(oi.__path__)
    ]
    assert sum(one.attempted for one in ran) >= 18 and sum(one.failed for one in ran) == 0


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: oi.capacity("huge"), r"lab must be one of none, small.*'huge'"),
        (lambda: oi.best_idea(-1), r"partners must not be negative, got -1"),
        (lambda: oi.best_breadth(0.5, 0), r"cost must be above 0, got 0"),
        (lambda: oi.funnel("none", 21), r"partners must lie between 0 and 20, got 21"),
        (lambda: oi.way("99"), r"code must be that of a département, got '99'"),
        (lambda: oi.cost(10, "free"), r"price must be one of low, middle, high, got 'free'"),
    ],
)
def test_bad_values_are_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


# --- what a reader discovers: two rivals ---------------------------------------------------------------------------


def test_spillovers_cut_research_where_learning_is_easy_and_raise_it_where_it_is_hard() -> None:
    for beta in (0.0, 0.025, 0.05, 0.075):
        assert all(np.diff(oi.curve(beta)) < 0)
    for beta in DIFFICULTIES[4:]:
        assert oi.curve(beta)[-1] > oi.curve(beta)[0]
    for beta in DIFFICULTIES[5:]:
        assert all(np.diff(oi.curve(beta)) > 0)
    assert [round(oi.curve(beta)[-1], 3) for beta in (0.0, 0.05, 0.2)] == [0.087, 0.152, 0.191]
    assert {round(oi.curve(beta)[0], 3) for beta in DIFFICULTIES} == {0.174}


def test_the_border_is_where_a_little_spillover_changes_nothing() -> None:
    at = oi.border()
    small = 1e-4
    assert oi.game(small, at).research == pytest.approx(oi.game(0.0, at).research, abs=1e-9)
    assert oi.game(small, at * 0.9).research < oi.game(0.0, at).research < oi.game(small, at * 1.1).research


def test_very_hard_learning_brings_back_the_plain_game() -> None:
    """The rise is greatest in between: what nobody can learn is not worth preparing for."""
    rise = [oi.game(1.0, beta).research for beta in (0.2, 0.5, 2.0, 50.0)]
    assert rise[1] == max(rise) and rise[-1] == pytest.approx(4 / 23, abs=2e-3)


def test_without_own_research_there_is_nothing_to_combine_with() -> None:
    for theta in SPILLOVERS[::5]:
        for beta in DIFFICULTIES[1::4]:
            for outside in (0.0, 0.1, 0.3):
                found = oi.hinge(theta, beta, outside)
                assert found.knowledge[1] == 0 and found.without == 0
                assert found.profit[0] > found.profit[1]
    free = oi.hinge(1.0, 0.0)
    assert free.knowledge[1] == pytest.approx(free.rival[0]) and free.without == 1


def test_a_closed_laboratory_never_pays_even_where_learning_is_free() -> None:
    for theta in SPILLOVERS:
        assert oi.hinge(theta, 0.0).profit[0] > oi.hinge(theta, 0.0).profit[1]


def test_outside_knowledge_raises_own_research() -> None:
    for beta in DIFFICULTIES:
        assert oi.game(0.5, beta, 0.3).research > oi.game(0.5, beta, 0.1).research > oi.game(0.5, beta).research


# --- search breadth ------------------------------------------------------------------------------------------------


def test_the_best_idea_is_a_harmonic_number() -> None:
    worth = np.random.default_rng(6).exponential(size=(40_000, 16))
    for n in (1, 3, 9, 16):
        assert worth[:, :n].max(axis=1).mean() == pytest.approx(oi.best_idea(n), abs=0.03)


@given(GAMMA, COST)
@settings(max_examples=150, deadline=None)
def test_opening_pays_up_to_a_point(absorbed: float, cost: float) -> None:
    found = [oi.left(n, absorbed, cost) for n in range(61)]
    best = oi.best_breadth(absorbed, cost, 60)
    assert found[best] == pytest.approx(max(found), abs=1e-9)
    steps = np.diff(found)
    assert (np.diff(steps) < 1e-12).all()  # one hump
    assert (steps[best:] < 1e-9).all() and (steps[:best] > -1e-9).all()


@given(COST)
@settings(deadline=None)
def test_without_own_research_nobody_is_asked(cost: float) -> None:
    assert oi.best_breadth(oi.capacity("none"), cost) == 0
    assert all(oi.left(n, 0.0, cost) == -cost * n for n in range(9))


def test_tops_of_all_firms_only_rise() -> None:
    for cost in (0.04, 0.06, 0.12, 0.24):
        tops = [y for y in oi.peaks(cost) if y is not None]
        assert all(np.diff(tops) > 0) and len(tops) == min(MOST, int(1 / cost + 1e-9))
        for n, top in enumerate(tops, 1):
            assert top == pytest.approx(max(oi.left(k, n * cost, cost) for k in range(40)))


# --- the funnel ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lab", oi.LABS)
@pytest.mark.parametrize("outward", [False, True])
def test_flows_conserve_ideas_in_every_state(lab: str, outward: bool) -> None:
    for partners in range(21):
        found = oi.funnel(lab, partners, outward)
        assert found.counts.sum(axis=1) == pytest.approx([inside_ideas(lab), 5 * partners])
        into, out = np.zeros(9), np.zeros(9)
        for source, target, _side, ideas in flows(found):
            assert ideas >= 0
            out[source] += ideas
            into[target] += ideas
        assert into[2:4] == pytest.approx(out[2:4]) and out[:2].sum() == pytest.approx(100)
        assert into[4:].sum() == pytest.approx(100)
        assert found.counts[:, 3:].sum() <= PLACES + 1e-9


def test_the_funnel_needs_a_laboratory() -> None:
    for partners in range(21):
        found = oi.funnel("none", partners)
        assert found.counts[1, 0] == 5 * partners and found.launched == oi.funnel("none", 0).launched
    gain = {lab: oi.funnel(lab, 8).left(0.35) - oi.funnel(lab, 0).left(0.35) for lab in oi.LABS}
    assert gain["none"] == pytest.approx(-8 * 0.35) and min(gain["small"], gain["medium"], gain["large"]) > 0.8
    assert oi.funnel("small", 0).left(0.35) < oi.funnel("none", 0).left(0.35)  # a laboratory alone may not pay
    assert oi.funnel("small", 8).left(0.35) > oi.funnel("none", 0).left(0.35) + 1


def test_opening_the_funnel_pays_up_to_a_point() -> None:
    for lab in ("small", "medium", "large"):
        for cost in (0.35, 0.5):
            best = oi.best_partners(lab, cost)
            assert 0 < best < 20 and oi.funnel(lab, best).left(cost) > oi.funnel(lab, 20).left(cost) + 0.3
        launches = [oi.funnel(lab, n).launched for n in range(0, 21, 4)]
        assert all(np.diff(launches) > 0) and all(np.diff(launches, 2) < 0)
        assert oi.funnel(lab, 20).outside > 0.6 and oi.best_partners(lab, 1.0) == 0


def test_expected_worth_of_what_is_launched_from_the_workshop() -> None:
    """Four ideas, all developed: each is launched with probability exp(-2) and is then worth 3 on average."""
    found = oi.funnel("none", 0)
    assert found.launched == pytest.approx(4 * math.exp(-BAR), abs=0.02)
    assert found.earned.mean() == pytest.approx(4 * math.exp(-BAR) * (BAR + 1) - 2, abs=0.06)


def test_licences_only_add() -> None:
    for lab in oi.LABS:
        shut, opened = oi.funnel(lab, 8), oi.funnel(lab, 8, True)
        assert opened.left(0.35) >= shut.left(0.35) and opened.launched == shut.launched
        assert opened.counts[0, 1] + opened.counts[0, 2] == pytest.approx(shut.counts[0, 1])


def test_two_seeds_give_the_same_reading(built: dict[str, Explorer]) -> None:
    for lab in oi.LABS:
        for partners in (0, 3, 8, 15, 20):
            one, two = (oi.funnel(lab, partners, True, seed=seed) for seed in (2003, 1990))
            assert one.runs == RUNS and one.launched == pytest.approx(two.launched, abs=0.06)
            assert one.outside == pytest.approx(two.outside, abs=0.01)
            assert one.left(0.35) == pytest.approx(two.left(0.35), abs=0.25)
            assert one.band(0.35) == pytest.approx(two.band(0.35), abs=0.5)


# --- doors ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["38", "75", "29", "2A", "974", "976"])
def test_doors_worth_the_way(code: str) -> None:
    found = oi.way(code)
    assert len(oi.doors()) == 49 == load("poles_competitivite")["longitude"].notna().sum()
    assert (np.diff(found.kilometres) >= 0).all() and sorted(found.order) == list(range(49))
    for lab in oi.LABS:
        for price in oi.PRICES:
            net = np.cumsum(
                [oi.capacity(lab) / n - oi.cost(found.kilometres[n - 1], price) for n in range(1, MOST + 1)]
            )
            best = int(np.argmax([0.0, *net]))
            assert oi.knocked(code, lab, price) == best
        counts = [oi.knocked(code, lab, price) for price in ("low", "middle", "high")]
        assert counts == sorted(counts, reverse=True)
    assert oi.knocked(code, "none", "low") == 0


def test_a_better_laboratory_goes_further() -> None:
    for code in ("38", "29", "75"):
        counts = [oi.knocked(code, lab, "middle") for lab in oi.LABS]
        assert counts == sorted(counts) and counts[0] < counts[-1]


# --- the explorers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_states_values_and_bytes_are_within_the_budgets(built: dict[str, Explorer], name: str) -> None:
    payload = static.payload(built[name])
    assert payload["values"] <= 250_000 and len(zlib.compress(json.dumps(payload).encode(), 9)) <= 100_000


@pytest.mark.parametrize("name", NAMES)
def test_every_control_changes_figure_and_reading(built: dict[str, Explorer], name: str) -> None:
    explorer = built[name]
    for key, control in explorer.controls.items():
        nodes = ["38", "29"] if isinstance(control, Territory) else control.nodes()
        one, other = ({key: node} for node in (nodes[0], nodes[-1]))
        assert explorer.evaluate(**one) != explorer.evaluate(**other), key
        assert explorer.read(**one) != explorer.read(**other), key


def sampled(explorer: Explorer, count: int) -> list[dict[str, object]]:
    draw = random.Random(2003)
    return [{key: draw.choice(control.nodes()) for key, control in explorer.controls.items()} for _n in range(count)]


def test_readings_of_the_rivals_are_true(built: dict[str, Explorer]) -> None:
    explorer = built["open_innovation"]
    for state in sampled(explorer, 150):
        said = explorer.read(**state)
        now, alone, hinge = explorer.result("reading", **state)
        share = now.research / alone.research - 1
        assert ("less than if" in said) == (share <= -0.005)
        assert (" more than if" in said) == (share >= 0.005)
        assert ("Learning is free" in said) == (state["difficulty"] == 0)
        assert hinge.profit[1] in [n.value for n in said.numbers]


def test_readings_of_the_search_are_true(built: dict[str, Explorer]) -> None:
    explorer = built["open_innovation.breadth"]
    for state in sampled(explorer, 200):
        said = explorer.read(**state)
        gamma, n = oi.capacity(state["lab"]), int(state["partners"])
        tried = [oi.left(k, gamma, state["cost"]) for k in range(MOST + 1)]
        assert ("Without a laboratory" in said) == (state["lab"] == "none")
        if gamma:
            best = max(range(MOST + 1), key=lambda k: (round(tried[k], 9), k))
            assert ("ask more" in said) == (n < best) and ("too many" in said) == (n > best)


def test_readings_of_the_funnel_are_true(built: dict[str, Explorer]) -> None:
    explorer = built["open_innovation.funnel"]
    for state in sampled(explorer, 120):
        said = explorer.read(**state)
        found = oi.funnel(state["lab"], int(state["partners"]), state["outward"])
        assert ("nobody outside" in said) == (state["partners"] == 0)
        assert ("all from the workshop" in said) == (state["lab"] == "none" and state["partners"] > 0)
        assert "12,000 runs, seed 2003" in said
        assert found.left(float(state["cost"])) in [n.value for n in said.numbers]


def test_readings_of_the_doors_are_true(built: dict[str, Explorer]) -> None:
    explorer = built["open_innovation.doors"]
    for state in sampled(explorer, 120):
        said = explorer.read(**state)
        count = oi.knocked(state["territory"], state["lab"], state["price"])
        assert ("asks none" in said) == (count == 0) and oi.way(state["territory"]).town in said
        assert count == 0 or float(count) in [n.value for n in said.numbers]


def test_figures_show_the_model(built: dict[str, Explorer]) -> None:
    research, regions, hinge = built["open_innovation"].evaluate(spillover=1.0, difficulty=0.2)
    assert research["data"][3]["y"] == pytest.approx(oi.curve(0.2))
    assert research["data"][4]["y"] == [pytest.approx(0.191, abs=5e-4)]
    assert np.shape(regions["data"][0]["z"]) == (21, 21)
    assert [trace["x"][1] for trace in hinge["data"]] == [0, 0, 0]
    sankey, money = built["open_innovation.funnel"].evaluate(lab="none", partners=16.0)
    assert min(sankey["data"][0]["link"]["value"]) > 0
    assert money["data"][2]["y"] == pytest.approx(money["data"][3]["y"])
