"""The limits of the environment: every rule is somebody's injustice, trading moves the money and not the land."""

from __future__ import annotations

import doctest
import json
import math
import sys
import zlib
from typing import Any

import numpy as np
import pytest

from course_utils import load
from course_utils.concepts import environmental_limits as el
from course_utils.concepts.environmental_limits import figure, market, pathway, rules, two, two_figure
from course_utils.concepts.environmental_limits import sentences as told
from course_utils.datasets import geometry, territories
from course_utils.explorer import static
from course_utils.explorer.registry import explore
from course_utils.measures import going_without, trade

NAMES = ["environmental_limits", "environmental_limits.path", "environmental_limits.two"]
ALL = [str(code) for code in territories().index]
FEW = ["38", "23", "75", "94", "33", "974", "972", "2A"]
PLACES = sys.modules["course_utils.concepts.environmental_limits.places"]  # the package has a function of that name


def test_examples_hold_and_names_are_public() -> None:
    for module in (PLACES, rules, market, pathway, two, told):
        ran = doctest.testmod(module)
        assert ran.attempted >= 1 and ran.failed == 0, module.__name__
    assert all(hasattr(el, name) for name in el.__all__)


# --- the places ------------------------------------------------------------------------------------------------------


def test_every_intercommunality_is_shared_with_once() -> None:
    seen = [code for d in ALL if d not in PLACES.GRAND_PARIS for code in el.places(d).codes]
    assert len(seen) == len(set(seen)) == 1252  # all but the métropole du Grand Paris
    outlines = {name: {f["id"] for f in geometry(name)["features"]} for name in ("epci", "departements")}
    for departement in ALL:
        own = el.places(departement)
        assert set(own.codes) <= outlines[own.outlines] and len(own.codes) <= figure.MOST
        assert (np.diff(own.past) <= 0).all() and own.past.sum() == pytest.approx(100)
    with pytest.raises(KeyError, match="no département '20'"):
        el.places("20")


def test_claims_are_those_of_the_data() -> None:
    own, homes = el.places("38"), load("age_housing", "epci").set_index("code")
    grenoble = homes.loc["200040715"]
    communes = load("communes").query("epci == '200040715'")
    assert own.claims[:, 0].tolist() == [
        grenoble["houses"],
        communes["population_2026"].sum(),
        communes["population_2026"].sum() - communes["population_2019"].sum(),
        grenoble["age_0_19"] / 2 - grenoble["dwellings_vacant"],
        49,
    ]
    assert el.places("976").missing == ("past", "growth", "need", "vacant") and el.places("23").missing == ("growth",)


# --- what a reader discovers -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("departement", ALL)
def test_allocations_sum_to_the_budget(departement: str) -> None:
    for rule in el.RULES:
        found = el.shared(departement, rule, 2040)
        assert found.allowances.sum() == pytest.approx(el.pace(2040))
        assert 0 <= found.gini < 1 and 0 <= found.winners <= 1


@pytest.mark.parametrize("departement", ALL)
def test_every_rule_is_somebodys_injustice(departement: str) -> None:
    own = el.places(departement)
    shares = own.claims / own.claims.sum(axis=1, keepdims=True)
    for row in shares:
        better = [(other > row + 1e-12).any() for other in shares if not np.allclose(other, row)]
        assert better and all(better)  # by any other rule some place would get more
    assert (el.choices(departement).best < 1).all()  # and no rule is everybody's best
    assert el.choices(departement).best.sum() == pytest.approx(1) == el.choices(departement).worst.sum()


def test_past_use_is_nobodys_worst_rule_in_isere() -> None:
    assert el.choices("38").worst[0] == 0
    gains = np.array([el.shared("38", rule).gain for rule in el.RULES[1:5]])
    assert (gains < 0).all(axis=0).any()  # some place is brown by every other rule
    assert not (gains > 0).all(axis=0).any()  # and none is blue by all


@pytest.mark.parametrize("departement", FEW)
@pytest.mark.parametrize("year", [2026, 2046])
def test_with_trading_who_builds_does_not_depend_on_the_rule_who_pays_does(departement: str, year: int) -> None:
    ends = [el.settled(departement, rule, year) for rule in el.RULES]
    steep, past = el.slopes(departement), el.places(departement).past
    for end in ends:
        assert end.built == pytest.approx(ends[0].built, abs=1e-6) and end.price == pytest.approx(ends[0].price)
        inside = end.built > 1e-9
        assert (steep * (past - end.built))[inside] == pytest.approx(end.price)
        assert end.paid.sum() == pytest.approx(0, abs=1e-6)
        assert end.net.sum() == pytest.approx(ends[0].net.sum())
    assert np.ptp([end.paid for end in ends], axis=0).max() > 0.1


@pytest.mark.parametrize("departement", FEW)
def test_trading_costs_least_and_leaves_nobody_worse(departement: str) -> None:
    for rule in el.RULES:
        free, alone = el.settled(departement, rule), el.settled(departement, rule, trading=False)
        assert free.net.sum() <= alone.net.sum() + 1e-9
        assert (free.net <= alone.net + 1e-6).all()
    assert el.settled(departement, "past").price == pytest.approx(1)


def test_the_limit_is_an_income_for_who_has_room() -> None:
    assert el.settled("38", "people").net[0] < -10 and el.settled("38", "people").built[0] == pytest.approx(0)
    assert el.settled("38", "people", trading=False).net.min() >= 0


def test_the_scarcer_the_land_the_dearer() -> None:
    prices = [el.settled("38", "people", year).price for year in (2026, 2036, 2046)]
    assert prices == sorted(prices) and el.pace(2050) == 0
    with pytest.raises(ValueError, match="nothing is left"):
        el.shared("38", "past", 2050)
    with pytest.raises(ValueError, match="rule must be one of"):
        el.shared("38", "luck")


def test_mean_envy_is_the_gini_index() -> None:
    found, people = el.shared("38", "communes"), el.places("38").people
    mean = 1e5 * found.allowances.sum() / people.sum()
    assert found.envy @ people / people.sum() == pytest.approx(found.gini * mean)


def test_what_the_chapter_says_of_france() -> None:
    counts, n = el.favourites()
    assert n == 1247 and counts.argmax() == 4 and counts[4] > n / 2
    assert len(load("communes")) / el.BUDGET == pytest.approx(0.29, abs=0.005)
    assert [round(el.shared("38", rule).gini, 2) for rule in ("past", "communes")] == [0.26, 0.46]


# --- town and valley -------------------------------------------------------------------------------------------------


def test_montgomery_by_hand() -> None:
    for share in np.linspace(0, 1, 11):
        found = el.deal(float(share))
        assert found.market.used == pytest.approx([22.5, 27.5]) and found.market.price == pytest.approx(37.5)
    assert el.deal(1.0).market.paid[0] < 0 < el.deal(0.0).market.paid[0]


def test_with_a_fee_the_rule_decides_on_the_land() -> None:
    built = [el.deal(share, 0.5, 10).market.used[0] for share in (0.0, 1.0)]
    assert built[1] - built[0] == pytest.approx(5)


def test_a_limit_rewards_learning_but_not_a_large_seller() -> None:
    assert el.worth_of_learning(0.6, 1.0, 0.5) == (0, 0)
    worth = [el.worth_of_learning(0.6, left, 0.5) for left in (0.75, 0.5, 0.25)]
    assert worth == sorted(worth)
    assert el.worth_of_learning(1.0, 0.5, 0.5)[1] < 0 < el.worth_of_learning(1.0, 0.5, 0.5)[0]
    assert el.worth_of_learning(0.6, 0.5, 0.5)[1] > el.worth_of_learning(0.6, 0.5, 0.5)[0]


# --- the path --------------------------------------------------------------------------------------------------------


def test_a_target_is_not_a_budget() -> None:
    assert sum(pathway.SEEN.values()) / el.BUDGET == pytest.approx(0.507, abs=5e-4)
    straight, late = el.path(19_000), el.path(19_000, "late")
    assert int(straight.used_up) == 2027 and straight.yearly[-1] == late.yearly[-1] == 0
    assert late.total / straight.total == pytest.approx(1.25, abs=0.01)
    assert math.isnan(el.path(8_450).used_up) and el.path(8_450).decade == pytest.approx(el.BUDGET, rel=1e-4)
    for bad in (lambda: el.path(1, "up"), lambda: el.path(-1)):
        with pytest.raises(ValueError, match="must be"):
            bad()


@pytest.mark.parametrize("route", pathway.ROUTES)
@pytest.mark.parametrize("after", [0.0, 8_000.0, 24_000.0])
def test_a_budget_is_used_up_when_the_sums_say_so(route: str, after: float) -> None:
    found = el.path(after, route)
    assert found.total == pytest.approx(found.yearly.sum()) and (np.diff(found.yearly[9:]) <= 0).all()
    if found.decade > el.BUDGET:
        whole = int(found.used_up) - 2021
        part = (found.used_up - int(found.used_up)) * found.yearly[whole]
        assert found.yearly[:whole].sum() + part == pytest.approx(el.BUDGET)


# --- the explorers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "values", "bytes_"), [(NAMES[0], 85_000, 145_000), (NAMES[1], 12_000, 12_000), (NAMES[2], 15_000, 20_000)]
)
def test_states_values_and_bytes_are_within_the_budgets(name: str, values: int, bytes_: int) -> None:
    payload = static.payload(explore(name))
    assert payload["values"] <= values and len(zlib.compress(json.dumps(payload).encode(), 9)) <= bytes_


@pytest.mark.parametrize(("name", "control"), [(n, c) for n in NAMES for c in explore(n).controls])
def test_every_control_changes_figure_and_reading(name: str, control: str) -> None:
    explorer = explore(name)
    nodes = explorer.controls[control].nodes()
    one, other = ({control: node} for node in (nodes[0], nodes[-1]))
    assert explorer.evaluate(**one) != explorer.evaluate(**other)
    assert explorer.read(**one) != explorer.read(**other)


def test_the_sentence_is_true_in_states_drawn_at_random() -> None:
    explorer, draw = explore(NAMES[0]), np.random.default_rng(3)
    for _ in range(60):
        state: dict[str, Any] = {n: c.nodes()[draw.integers(len(c.nodes()))] for n, c in explorer.controls.items()}
        said = [n.value for n in explorer.reading.say(explorer.values(**state)).numbers]
        own, year = el.places(state["territory"]), int(state["year"])
        given = el.shared(state["territory"], state["rule"], year).allowances
        steep = el.slopes(state["territory"])
        assert said[0] == el.pace(year)
        if state["trading"]:
            end = trade(own.past, steep, given)
            earns = own.people[end.cost + end.paid < -1e-9].sum() / own.people.sum()
            assert said[1:] == pytest.approx([np.abs(end.bought).sum() / 2, end.price, end.cost.sum(), earns], abs=1e-9)
        else:
            assert said[1] == pytest.approx(going_without(own.past, steep, given).sum())


@pytest.mark.parametrize("departement", ALL)
def test_the_panels_show_the_model(departement: str) -> None:
    state: dict[str, Any] = {"territory": departement, "rule": "communes", "trading": True}
    map_, land, cost, choices = explore(NAMES[0]).evaluate(**state)
    own, end = el.places(departement), el.settled(departement, "communes")
    n = len(own.codes)
    assert map_["data"][1]["locations"] == [*own.codes, *[None] * (figure.MOST - n)]
    assert map_["data"][1]["z"][:n] == pytest.approx(100 * el.shared(departement, "communes").gain, abs=0.5)
    for drawn, whole in ((land["data"][1], 50), (land["data"][2], 100), (land["data"][3], 50)):
        assert sum(v for v in drawn["x"] if v is not None) == pytest.approx(whole, abs=0.05)
    assert sum(v for v in cost["data"][1]["x"] if v is not None) == pytest.approx(end.net.sum(), abs=0.05)
    assert sum(choices["data"][0]["x"]) == pytest.approx(100, abs=0.5)
    shown = [label for label in cost["data"][1]["y"] if label is not None]
    assert len(set(shown)) == len(shown) <= figure.ROWS and max(map(len, shown)) <= told.LETTERS


def test_the_diamonds_stay_where_they_are() -> None:
    drawn = [explore(NAMES[0]).evaluate(rule=rule, trading=True)[1]["data"][3]["x"] for rule in el.RULES]
    assert all(x == drawn[0] for x in drawn)
    assert set(explore(NAMES[0]).evaluate(trading=False)[1]["data"][3]["x"]) == {None}


def test_the_two_lines_meet_where_the_trading_ends() -> None:
    explorer = explore(NAMES[2])
    for left in ("0.75", "0.5", "0.25"):
        data = explorer.evaluate(left=left)[0]["data"]
        built = data[2]["x"][1]
        town, valley = (
            np.interp(built, two_figure.HECTARES, [np.nan if y is None else y for y in t["y"]]) for t in data[:2]
        )
        assert town == pytest.approx(valley, abs=1e-6)
