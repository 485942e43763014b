"""Participation: what a reader discovers holds, the courts' limit is exact, and every control does something."""

from __future__ import annotations

import doctest
import itertools
import json
import re
import zlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import load
from course_utils.concepts import participation as pa
from course_utils.concepts.participation import (
    court,
    debates,
    figure,
    payment,
    points,
    price_figure,
    sentences,
    siting,
)
from course_utils.concepts.participation.ladder_explorer import rungs
from course_utils.explorer import static
from course_utils.explorer.registry import explore

NAMES = ["participation", *(f"participation.{part}" for part in ("court", "ladder", "price"))]
SAMPLE = ("44", "38", "69", "59", "2A", "974", "15")
CHANCES = st.integers(0, 20).map(lambda n: n / 20)
calm = settings(max_examples=60, deadline=None)


def test_examples_hold_and_names_are_public() -> None:
    for module in (points, siting, payment, court, debates):
        ran = doctest.testmod(module)
        assert ran.attempted >= 1 and ran.failed == 0, module.__name__
    assert all(hasattr(pa, name) for name in pa.__all__)


# --- places ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [*SAMPLE, "75", "90"])
def test_everybody_is_counted_once(code: str) -> None:
    own = load("communes").dropna(subset=["longitude"]).astype({"departement": str}).query("departement == @code")
    home = pa.places(code)
    assert home.people.sum() == own["population_2026"].sum() and home.people.min() > 0
    assert set(home.names) <= set(own["name"]) and len(home.names) == min(points.MOST, len(own))
    assert home.distances == pytest.approx(home.distances.T) and home.distances.min() == points.NEAREST
    (west, east), (south, north) = points.frame(code)
    assert (west < home.longitude).all() and (home.longitude < east).all()
    assert (south < home.latitude).all() and (home.latitude < north).all()


def test_distances_are_those_of_the_earth() -> None:
    lon, lat = np.array([2.35, -1.55]), np.array([48.86, 47.22])  # Paris and Nantes, about 343 km
    assert points._distances(lon, lat)[0, 1] == pytest.approx(343, abs=3)


def test_sensitivities_are_as_likely_as_they_are_said_to_be() -> None:
    drawn = np.concatenate([pa.places(code).sensitivity for code in siting.departements()])
    assert set(drawn) == set(points.SENSITIVITIES) and drawn.mean() == pytest.approx(1, abs=0.03)


# --- what a reader discovers: the site --------------------------------------------------------------------------------


def share_apart(reach: str, benefit: str = "30") -> float:
    pairs = zip(pa.everywhere(reach, benefit, "majority"), pa.everywhere(reach, benefit, "early"), strict=True)
    return float(np.mean([a.place != b.place for a, b in pairs]))


def mean(rule: str, reach: str, benefit: str, what: str = "worth") -> float:
    return float(np.mean([getattr(one, what) for one in pa.everywhere(reach, benefit, rule)]))


def test_majority_and_planner_disagree_where_harm_is_concentrated() -> None:
    assert min(share_apart(reach) for reach in ("3", "6", "12")) > 0.8 > share_apart("24")
    for reach in siting.REACHES:
        assert mean("majority", reach, "240") < mean("early", reach, "240") - 9
        assert mean("majority", reach, "240", "losing") > mean("early", reach, "240", "losing")
    assert mean("majority", "3", "30") < 0 < mean("early", "3", "30")  # the vote costs more than the facility is worth


def test_the_loss_is_largest_at_a_short_reach_but_does_not_fall_all_the_way() -> None:
    """Reported: the cost of the vote is no monotone function of the reach."""
    lost = [mean("early", reach, "240") - mean("majority", reach, "240") for reach in siting.REACHES]
    assert max(lost) == lost[0] and lost[0] > 1.5 * lost[-1]


def test_a_majority_builds_what_costs_more_than_it_brings() -> None:
    assert sum(d.outcome.built for d in pa.everywhere("12", "30", "planner")) == 0
    assert sum(d.outcome.built for d in pa.everywhere("12", "30", "majority")) > 50


@pytest.mark.parametrize(("reach", "benefit"), list(itertools.product(siting.REACHES, siting.BENEFITS)))
def test_rules_in_order(reach: str, benefit: str) -> None:
    for code in SAMPLE:
        found = {rule: pa.decide(code, reach, benefit, rule) for rule in siting.RULES}
        best = found["early"]
        assert best.outcome.mean >= max(own.outcome.mean for own in found.values()) - 1e-9
        assert found["compensation"].place == best.place and found["compensation"].losing == 0
        assert found["compensation"].worth == pytest.approx(best.worth) and found["veto"].losing == 0
        assert (found["veto"].worth >= 0) and (best.worth >= found["planner"].worth - 1e-9)
        for own in found.values():
            assert own.losing == pytest.approx(
                pa.places(code).people[own.costs > own.benefit + 1e-6].sum() / pa.places(code).people.sum()
                if own.outcome.built
                else 0
            )


def test_where_does_not_depend_on_the_benefit() -> None:
    for code, reach, rule in itertools.product(SAMPLE, siting.REACHES, siting.RULES):
        assert len({pa.decide(code, reach, benefit, rule).place for benefit in siting.BENEFITS}) == 1


def test_listening_first_is_worth_something() -> None:
    for reach in ("3", "6"):
        assert mean("early", reach, "30") > 1.1 * mean("planner", reach, "30")


def test_veto_blocks_and_payment_unblocks() -> None:
    assert sum(d.outcome.built for d in pa.everywhere("6", "30", "veto")) == 0
    assert sum(d.outcome.built for d in pa.everywhere("6", "30", "compensation")) > 90


# --- compensation ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("reach", "benefit"), list(itertools.product(siting.REACHES, siting.BENEFITS)))
def test_full_payment_makes_the_efficient_site_acceptable(reach: str, benefit: str) -> None:
    found = pa.price(reach, benefit, 1.0)
    assert found.everybody[-1] == found.worth and (np.diff(found.everybody) >= 0).all()
    assert (found.everybody <= found.majority).all()


def test_half_measures_win_nobody() -> None:
    found = pa.price("6", "30", 0.5)
    assert found.everybody[10] == 0 and found.everybody[15] <= 1 and found.everybody[-1] == 95
    assert 0.85 < found.middle < 0.92


def test_the_accepting_are_those_who_do_not_lose() -> None:
    for code, paid in itertools.product(SAMPLE, (0.25, 0.75)):
        best, people = pa.decide(code, "6", "30", "early"), pa.places(code).people
        harm = best.shared - best.outcome.payoffs
        after = best.shared - (1 - paid) * harm - paid * (harm @ people) / people.sum()
        found = pa.price("6", "30", paid)
        at = found.codes.index(code)
        assert found.accepting[at] == pytest.approx(people[after >= -1e-9].sum() / people.sum())


# --- the court -------------------------------------------------------------------------------------------------------


@given(CHANCES, CHANCES, st.sampled_from(list(court.PROCEDURES)), st.floats(1, 2000))
@calm
def test_no_settlement_if_and_only_if_the_gap_is_worth_more_than_the_costs(
    ours: float, theirs: float, kind: str, stake: float
) -> None:
    cost = court.PROCEDURES[kind]
    joint = cost.neighbours + cost.developer + cost.waiting - cost.respite
    found = pa.conflict(ours, theirs, kind, stake)
    if found.outcome != "nothing" and abs((ours - theirs) * stake - joint) > 1e-6:
        assert (found.outcome == "court") == ((ours - theirs) * stake > joint)
    if found.outcome in ("settle", "delay"):
        assert found.payment == pytest.approx((found.low + found.high) / 2)
        assert found.low - 1e-9 <= found.payment <= found.high + 1e-9
    if found.outcome == "nothing":
        assert ours * stake + cost.respite <= cost.neighbours + 1e-6


@pytest.mark.parametrize("kind", list(court.PROCEDURES))
def test_a_wrong_on_which_both_agree_never_goes_to_court(kind: str) -> None:
    ends = [pa.conflict(chance / 20, chance / 20, kind) for chance in range(21)]
    assert "court" not in {end.outcome for end in ends}
    assert [end.payment for end in ends] == sorted(end.payment for end in ends)


def test_one_sided_optimism_suffices() -> None:
    sober = 0.3
    assert pa.conflict(0.8, sober, "dear").outcome == "court"  # only the neighbours dream
    assert pa.conflict(0.7, 0.2, "dear").outcome == "court"  # only the developer does
    assert pa.conflict(sober, 0.8, "dear").outcome == "settle"  # pessimists always meet


def test_a_hopeless_suit_is_brought_for_the_time_it_wins() -> None:
    assert pa.conflict(0.05, 0.05, "slow").outcome == "delay" and pa.conflict(0.05, 0.05, "dear").outcome == "nothing"


@given(CHANCES, CHANCES, st.sampled_from(list(court.PROCEDURES)))
@calm
def test_the_threshold_stake_is_where_they_part(ours: float, theirs: float, kind: str) -> None:
    found = pa.threshold(ours, theirs, kind)
    if not np.isfinite(found.stake):
        assert ours <= theirs and pa.conflict(ours, theirs, kind, 1e6).outcome != "court"
        return
    assert pa.conflict(ours, theirs, kind, 1.01 * found.stake).outcome in ("court", "nothing")
    assert pa.conflict(ours, theirs, kind, 0.99 * found.stake).outcome != "court"
    low, high = court.limits(ours, kind)[0], court.limits(theirs, kind)[1]
    above = found.stake < court.STAKES
    assert ((low > high) == above).all() or np.isclose(found.stake, court.STAKES).any()


# --- ladder and facts ------------------------------------------------------------------------------------------------


def test_the_ladder_and_the_facts_are_those_of_the_data() -> None:
    assert len(pa.ladder()) == 8 and list(pa.ladder()["item"]) == list(rungs())
    outcomes = pa.facts("outcomes")
    assert outcomes == {"given_up": 3, "changed": 62, "other": 39} and sum(outcomes.values()) == 104
    assert pa.facts("since") == {"debates": 104, "consultations": 360, "advice": 47}
    assert list(pa.facts("guarantors")) == ["2020", "2021", "2022", "2023"]
    assert pa.standing("majority").many > pa.standing("majority").hosts  # asked, and outvoted
    assert pa.standing("veto").hosts > pa.standing("veto").many


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: pa.decide("44", "3", "30", "lot"), "rule must be one of .*'lot'"),
        (lambda: pa.conflict(0.5, 0.5, "quick"), "procedure must be one of .*'quick'"),
        (lambda: pa.facts("all"), "what must be one of .*'all'"),
        (lambda: pa.standing("king"), "rule must be one of .*'king'"),
    ],
)
def test_a_wrong_name_is_named(call: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        call()


# --- explorers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_control_moves_the_reading_and_a_figure(name: str) -> None:
    explorer = explore(name)
    start, said = explorer.evaluate(), explorer.read()
    for control, kind in explorer.controls.items():
        changed = [
            (explorer.read(**{control: node}) != said, explorer.evaluate(**{control: node}) != start)
            for node in kind.nodes()[:12]
        ]
        assert any(a for a, _b in changed) and any(b for _a, b in changed), control


@pytest.mark.parametrize("name", NAMES)
def test_every_panel_is_changed_by_some_control(name: str) -> None:
    explorer = explore(name)
    start = explorer.evaluate()
    moved = [explorer.evaluate(**{c: node}) for c, kind in explorer.controls.items() for node in kind.nodes()[:8]]
    for at, panel in enumerate(explorer.panels):
        assert any(figures[at] != start[at] for figures in moved), panel.key


def test_the_sentences_are_true() -> None:
    explorer = explore("participation")
    for code, reach, benefit, rule in itertools.product(SAMPLE[:4], ("3", "12"), ("30", "120"), siting.RULES):
        said = explorer.read(territory=code, reach=reach, benefit=benefit, rule=rule).replace("\u202f", " ")
        found = pa.decide(code, reach, benefit, rule)
        assert found.name in said
        assert said.startswith("Built") == found.outcome.built
        assert (f"{100 * found.outcome.harmed:.1f} %" in said) == ("of the people" in said)
        assert ("lose by it" in said) == (found.losing > 0)


def test_the_court_says_what_happens() -> None:
    explorer = explore("participation.court")
    starts = {"nothing": "Nobody sues", "settle": "They settle", "delay": "A chance of", "court": "To court"}
    for ours, theirs, kind in itertools.product((0.05, 0.5, 1.0), (0.0, 0.5, 0.95), court.PROCEDURES):
        found = pa.conflict(ours, theirs, kind)
        assert explorer.read(neighbours=ours, developer=theirs, procedure=kind).startswith(starts[found.outcome])


def test_colours_tell_the_truth_about_who_loses() -> None:
    for code, reach, benefit, rule in itertools.product(SAMPLE, ("3", "24"), siting.BENEFITS, siting.RULES):
        home, found = pa.places(code), pa.decide(code, reach, benefit, rule)
        trace = figure.places_trace((home, found), benefit=benefit)
        shown = np.array(trace["marker"]["color"][: len(home.names)]) > float(benefit)
        unclear = np.abs(found.costs - float(benefit)) < 1e-6
        assert ((shown == (found.costs > float(benefit))) | unclear).all()
        assert len(trace["lon"]) == points.MOST


def test_paris_is_told_as_one_place() -> None:
    assert len(pa.places("75").names) == 1 and "75" not in siting.departements()
    said = explore("participation.price").read(territory="75")
    assert "Paris" in said and "no payment" in said


def test_labels_are_short() -> None:
    assert max(map(len, [*sentences.rules().values(), *rungs().values()])) <= 27


@pytest.mark.parametrize(("name", "weight", "values"), [(n, 60_000, 60_000) for n in NAMES[1:]])
def test_the_small_explorers_are_within_budget(name: str, weight: int, values: int) -> None:
    packed = static.payload(explore(name))
    assert packed["values"] <= values
    assert len(zlib.compress(json.dumps(packed, ensure_ascii=False).encode(), 6)) <= weight


def test_axis_titles_are_short() -> None:
    for name in NAMES:
        for drawn in explore(name).evaluate():
            for key, axis in drawn["layout"].items():
                if re.match(r"[xy]axis", key) and isinstance(axis, dict):
                    assert len((axis.get("title") or {}).get("text", "")) <= 32, key


def test_only_where_nobody_loses_is_the_map_dark_blue() -> None:
    step = price_figure.SCALE[1][0]
    for paid in (0.0, 0.5, 0.9, 1.0):
        found = pa.price("6", "30", paid)
        shown = np.array(price_figure.map_figure(found)["data"][0]["z"])
        assert ((shown - 50) / 50 >= step).tolist() == (found.accepting >= 1 - 1e-9).tolist()
