"""Temporary proximity: closed forms against brute force, what a reader discovers, and true sentences in every state."""

from __future__ import annotations

import doctest
import importlib
import itertools
import json
import math
import pkgutil
import random
import zlib
from collections import Counter
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course_utils.concepts import temporary_proximity as temporary
from course_utils.concepts.temporary_proximity import Terms, decide, meetings, move_limit, rent_limit, travel_limit
from course_utils.concepts.temporary_proximity.borders import Borders
from course_utils.concepts.temporary_proximity.figure import zones
from course_utils.concepts.temporary_proximity.model import MODES, learnt, travelling
from course_utils.concepts.temporary_proximity.phases import PHASES, WORTH, project, terms_of
from course_utils.concepts.temporary_proximity.sentences import modes
from course_utils.concepts.temporary_proximity.towns import centres, from_home, great_circle
from course_utils.concepts.temporary_proximity.whole import (
    whole_meetings,
    whole_move_limit,
    whole_rent_limit,
    whole_travel_limit,
    whole_travelling,
)
from course_utils.datasets import load, territories
from course_utils.explorer import Explorer, Territory, explorers, static

NAMES = tuple(f"temporary_proximity{suffix}" for suffix in ("", ".limits", ".towns", ".trips"))
DESIGN = Terms(16.0)
TERMS = st.builds(Terms, st.floats(0, 30), st.floats(0.03, 1), st.floats(0.05, 2), st.floats(0.0003, 0.01))
FAR = st.floats(0, 3000)


@pytest.fixture(scope="module")
def built() -> dict[str, Explorer]:
    return {name: explorers()[name]() for name in NAMES}


def test_examples_hold() -> None:
    ran = [
        doctest.testmod(importlib.import_module(f"{temporary.__name__}.{module.name}"))
        for module in pkgutil.iter_modules(temporary.__path__)
    ]
    assert sum(one.attempted for one in ran) >= 25 and sum(one.failed for one in ran) == 0


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: Terms(-1), r"worth must not be negative, got -1"),
        (lambda: Terms(1, pace=0), r"pace must be above 0, got 0"),
        (lambda: Terms(1, fixed=math.nan), r"fixed must not be negative, got nan"),
        (lambda: DESIGN.cost(-5), r"distance must not be negative, got -5"),
        (lambda: decide(DESIGN, 0, -1), r"rent must not be negative, got -1"),
        (lambda: terms_of("lunch"), r"phase must be one of idea.*'lunch'"),
        (lambda: whole_meetings(Terms(1, fixed=0), 0), r"cost must be above 0"),
    ],
)
def test_bad_values_are_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


# --- oracles: the closed forms against brute force ---------------------------------------------------------------


@given(TERMS, FAR)
@settings(max_examples=100, deadline=None)
def test_the_best_number_of_meetings(terms: Terms, distance: float) -> None:
    cost, often = terms.cost(distance), meetings(terms, distance)
    tried = np.linspace(0, max(2 * often, 5), 20_001)
    left = terms.worth * (1 - np.exp(-terms.pace * tried)) - cost * tried
    best = int(left.argmax())
    assert abs(tried[best] - often) <= tried[1] * 1.01
    assert travelling(terms, distance) == pytest.approx(left[best], abs=1e-5)
    assert learnt(terms, often) - cost * often == pytest.approx(travelling(terms, distance), abs=1e-9)


@given(TERMS, FAR)
@settings(max_examples=100, deadline=None)
def test_the_best_whole_number(terms: Terms, distance: float) -> None:
    cost, whole = terms.cost(distance), whole_meetings(terms, distance)
    left = [learnt(terms, n) - cost * n for n in range(int(meetings(terms, distance)) + 4)]
    assert left[whole] == pytest.approx(max(left), abs=1e-9)
    assert abs(whole - meetings(terms, distance)) < 1 + 1e-9
    assert whole_travelling(terms, distance) <= travelling(terms, distance) + 1e-9


@given(TERMS, FAR, st.floats(0, 40))
@settings(max_examples=150, deadline=None)
def test_the_decision_is_the_largest_of_three(terms: Terms, distance: float, rent: float) -> None:
    found = decide(terms, distance, rent)
    tried = np.linspace(0, max(2 * found.meetings, 5), 4001)
    trips = max(learnt(terms, float(n)) - terms.cost(distance) * float(n) for n in tried)
    left = {"remote": 0.0, "temporary": trips, "permanent": terms.worth - rent}
    assert found.best == pytest.approx(max(left.values()), abs=1e-3)
    assert left[found.mode] == pytest.approx(found.best, abs=1e-3)


@given(TERMS, st.floats(0.1, 40))
@settings(max_examples=150, deadline=None)
def test_borders_separate_the_ways(terms: Terms, rent: float) -> None:
    found = Borders(terms, rent)
    distances = [0.0, *np.geomspace(1, 20_000, 60)]
    edges = [e for e in (found.travel, found.move) if math.isfinite(e)]
    kept = [d for d in distances if all(abs(d - e) > 1e-6 * max(e, 1) for e in edges)]
    assert found.modes(kept) == [decide(terms, float(d), rent).mode for d in kept]


def test_the_formulas_of_the_syllabus() -> None:
    for distance in (0, 100, 700):
        c = 0.4 + 0.002 * distance
        assert meetings(DESIGN, distance) == pytest.approx(math.log(16 * 0.2 / c) / 0.2)
        assert rent_limit(DESIGN, distance) == pytest.approx(c / 0.2 * (1 + math.log(16 * 0.2 / c)))
    assert travel_limit(DESIGN) == pytest.approx((16 * 0.2 - 0.4) / 0.002)
    assert rent_limit(DESIGN, travel_limit(DESIGN)) == pytest.approx(16)
    assert rent_limit(DESIGN, move_limit(DESIGN, 9)) == pytest.approx(9)
    assert math.isinf(travel_limit(Terms(16, per_km=0))) and math.isinf(move_limit(Terms(16, per_km=0), 9))
    assert math.isinf(whole_travel_limit(Terms(16, per_km=0))) and math.isinf(whole_move_limit(Terms(16, per_km=0), 9))
    free = Terms(16, fixed=0)
    assert math.isinf(meetings(free, 0)) and rent_limit(free, 0) == 0


# --- what a reader discovers -------------------------------------------------------------------------------------


@given(TERMS, FAR, st.floats(0, 40))
@settings(max_examples=200, deadline=None)
def test_co_locate_if_and_only_if_the_rent_is_below_the_limit(terms: Terms, distance: float, rent: float) -> None:
    assume(terms.worth * terms.pace > terms.cost(distance) and rent < terms.worth)
    assert (decide(terms, distance, rent).mode == "permanent") == (rent < rent_limit(terms, distance))


@given(TERMS, st.floats(0.1, 40))
@settings(max_examples=100, deadline=None)
def test_travel_to_the_near_move_to_the_far(terms: Terms, rent: float) -> None:
    """With R < B the border R*(d) rises with distance: no pair shares a place that is nearer than one that travels."""
    assume(rent < terms.worth)
    found = [decide(terms, float(d), rent).mode for d in np.linspace(0, 5000, 60)]
    assert found == sorted(found, reverse=True) and set(found) <= {"temporary", "permanent"}
    limits = [rent_limit(terms, float(d)) for d in np.linspace(0, 5000, 60)]
    assert (np.diff(limits) >= -1e-9).all()


@given(TERMS, st.floats(0, 20))
@settings(max_examples=100, deadline=None)
def test_with_a_dear_rent_travel_until_the_limit_and_then_stay_remote(terms: Terms, more: float) -> None:
    stop = travel_limit(terms)
    for share in (0.0, 0.5, 0.99, 1.01, 3.0):
        mode = decide(terms, share * stop, terms.worth + more).mode
        assert mode == ("temporary" if share < 1 and stop > 0 else "remote")


@given(TERMS, st.floats(0.1, 40), st.floats(0.1, 0.9))
@settings(max_examples=100, deadline=None)
def test_cheaper_travel_pushes_either_limit_outward(terms: Terms, rent: float, factor: float) -> None:
    cheaper = Terms(terms.worth, terms.pace, terms.fixed, terms.per_km * factor)
    for limit in (travel_limit, lambda t: move_limit(t, rent)):
        before, after = limit(terms), limit(cheaper)
        if 0 < before < math.inf:  # each lies at one cost of a trip
            assert after == pytest.approx(before / factor, rel=1e-6) and after > before
        else:
            assert after == before
    smaller = Terms(terms.worth, terms.pace, terms.fixed * factor, terms.per_km)
    assert travel_limit(smaller) >= travel_limit(terms) and move_limit(smaller, rent) >= move_limit(terms, rent) - 1e-6


@given(TERMS, FAR, st.floats(1.01, 3))
@settings(max_examples=100, deadline=None)
def test_tacit_phases_pull_together_and_routine_ones_apart(terms: Terms, distance: float, factor: float) -> None:
    more = Terms(terms.worth * factor, terms.pace, terms.fixed, terms.per_km)
    assert rent_limit(more, distance) >= rent_limit(terms, distance)
    slower = Terms(terms.worth, terms.pace / factor, terms.fixed, terms.per_km)
    assert rent_limit(slower, distance) >= rent_limit(terms, distance) - 1e-9


def test_the_project_comes_together_and_parts_again() -> None:
    found = [one.mode for one in project(480, 9).decisions.values()]
    assert found == ["remote", "permanent", "permanent", "remote", "remote"]
    near = {phase: move_limit(terms_of(phase), 9) for phase in PHASES}
    assert near["design"] < near["prototype"] < near["idea"] == near["tests"] == near["series"] == math.inf
    ranked = sorted(PHASES, key=WORTH.__getitem__)
    for distance, rent in itertools.product((0, 100, 480, 1200), (3, 9, 17)):
        whole = project(distance, rent)
        together = [whole.decisions[phase].mode == "permanent" for phase in ranked]
        assert together == sorted(together)  # the more tacit phases are those that share a place
        assert whole.mixed >= max(whole.together, whole.apart) - 1e-9 and whole.periods == sum(together)
    assert project(480, 9).mixed == pytest.approx(8) and project(480, 9).together == pytest.approx(-7.5)


@given(TERMS, FAR, st.floats(0.1, 40))
@settings(max_examples=100, deadline=None)
def test_whole_trips_narrow_the_zone_of_travel(terms: Terms, distance: float, rent: float) -> None:
    assert whole_rent_limit(terms, distance) >= rent_limit(terms, distance) - 1e-9
    assert whole_travel_limit(terms) <= travel_limit(terms)
    assert whole_move_limit(terms, rent) <= move_limit(terms, rent) + 1e-6


def test_the_bet() -> None:
    near, far = decide(DESIGN, 120, 9), decide(DESIGN, 480, 9)
    assert (near.mode, far.mode) == ("temporary", "permanent") and near.temporary > near.permanent > far.temporary


# --- towns and fairs ---------------------------------------------------------------------------------------------


def test_distances_on_the_globe() -> None:
    assert great_circle(0, 0, 90, 0) == pytest.approx(6371 * math.pi / 2)
    assert great_circle(0, 90, 123, -90) == pytest.approx(6371 * math.pi)
    assert great_circle([0, 2], 45, 2, 45).shape == (2,) and great_circle([0, 2], 45, 2, 45)[1] == 0
    start, end = temporary.home("38"), temporary.poles()["lyonbiopole"].town
    assert temporary.kilometres(start, end) == pytest.approx(94, abs=1) == temporary.kilometres(end, start)


def test_every_territory_has_a_town_and_49_poles_have_one() -> None:
    assert set(temporary.capitals()) == set(territories("departement").index)
    assert set(territories("epci").index) <= set(centres())
    assert temporary.home("200040715").name == "Grenoble"
    known = load("poles_competitivite").dropna(subset=["longitude"])
    assert len(temporary.poles()) == len(known) == 49
    assert {pole.name for pole in temporary.poles().values()} == set(known["name"])
    with pytest.raises(KeyError, match="'nowhere'"):
        temporary.home("nowhere")


def test_the_map_is_what_each_town_decides() -> None:
    for pole, phase, rent in (("minalogic", "design", "9"), ("aquimer", "idea", "5"), ("qualitropic", "tests", "17")):
        found = temporary.modes_of(pole, phase, rent)
        for code in ("38", "29", "2A", "974", "75"):
            far = temporary.kilometres(temporary.home(code), temporary.poles()[pole].town)
            assert found[code] == decide(terms_of(phase), far, float(rent)).mode
    assert Counter(Borders(DESIGN, 9).modes(from_home("38").values())) == {"temporary": 9, "permanent": 40}


def test_fairs_are_those_of_the_dataset() -> None:
    found = temporary.exhibitors()
    assert found.index[0] == "China" and found.loc["China", "change"] == pytest.approx(-0.7)
    assert (found["change"] < 0).all() and found["2022"].sum() == 28_400
    assert found.loc["Netherlands", "change"] < found.loc["Italy", "change"]


# --- the explorers -----------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize("name", NAMES)
def test_sliders_have_enough_positions(built: dict[str, Explorer], name: str) -> None:
    assert all(len(c.nodes()) >= 21 for c in built[name].controls.values() if hasattr(c, "points"))


def sampled(explorer: Explorer, count: int) -> list[dict[str, object]]:
    draw = random.Random(2008)
    return [{key: draw.choice(control.nodes()) for key, control in explorer.controls.items()} for _n in range(count)]


def test_the_reading_says_what_is_best(built: dict[str, Explorer]) -> None:
    explorer = built["temporary_proximity"]
    heads = {"remote": ": stay remote;", "temporary": ": travel ", "permanent": ": share one place,"}
    seen = set()
    for state in sampled(explorer, 150):
        said, found = explorer.read(**state), explorer.result("reading", **state)[0]
        seen.add(found.mode)
        assert all((head in said) == (mode == found.mode) for mode, head in heads.items())
        numbers = [round(n.value, 6) for n in said.numbers]
        assert round(project(state["distance"], float(state["rent"]), float(state["per_km"])).mixed, 6) in numbers
        terms, rent = terms_of(state["phase"], float(state["per_km"])), float(state["rent"])
        assert ("nobody moves" in said) == (rent >= terms.worth and travel_limit(terms) > 0)
        assert ("inf" not in said) and ("n/a" not in said)
    assert seen == set(MODES)


@pytest.mark.parametrize("name", NAMES[1:])
def test_other_readings_have_finite_numbers(built: dict[str, Explorer], name: str) -> None:
    for state in sampled(built[name], 60):
        said = built[name].read(**state)
        assert said and all(math.isfinite(n.value) for n in said.numbers), said
        if name.endswith("trips"):
            terms = Terms(float(state["worth"]), state["pace"])
            assert ("do not travel" in said) == (
                whole_meetings(terms, state["distance"]) == 0 < meetings(terms, state["distance"])
            )
        if name.endswith("limits"):
            found = Borders(Terms(state["worth"], 0.2, float(state["fixed"]), state["per_km"] / 1000), 9.0)
            assert (found.travel in [n.value for n in said.numbers]) or found.travel == 0
            assert ("nobody travels" in said) == (found.travel == 0)


def inside(corners: tuple[list[float], list[float]] | None, x: float, y: float) -> bool:
    """Whether a point lies in a polygon: a ray to the right crosses its sides an odd number of times."""
    if corners is None:
        return False
    sides = list(zip(*corners, strict=True))
    crossed = [
        (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
        for (x1, y1), (x2, y2) in itertools.pairwise([*sides, sides[0]])
    ]
    return sum(crossed) % 2 == 1


def test_the_zones_drawn_are_those_of_the_model() -> None:
    draw, wrong = np.random.default_rng(8), 0
    for terms in (DESIGN, Terms(6), Terms(1.5), Terms(10, 0.1, 0.4, 0.001), Terms(4, 0.5, 1, 0.004)):
        found = zones(terms)
        for x, y in draw.uniform((1, 0.05), (1499, 17.9), (200, 2)):
            wrong += [mode for mode in MODES if inside(found[mode], x, y)] != [decide(terms, x, y).mode]
    assert wrong <= 2  # a point may lie between a curve and its chord


def test_figures_show_the_model(built: dict[str, Explorer]) -> None:
    diagram, ways, phases = built["temporary_proximity"].evaluate(distance=480.0)
    names = list(modes().values())
    assert [trace["name"] for trace in diagram["data"][:3]] == names
    assert diagram["data"][3]["x"] == [480.0] and diagram["data"][3]["y"] == [9.0]
    assert ways["data"][3]["y"] == [7.0] and set(ways["data"][2]["y"]) == {7.0}
    assert phases["data"][2]["y"] == pytest.approx([WORTH[phase] - 9 for phase in PHASES])
    assert phases["data"][3]["y"] == pytest.approx([0, 7, 1, 0, 0])
    strip = built["temporary_proximity.towns"].evaluate(territory="38")[1]
    assert sum(x is not None for x in strip["data"][3]["x"]) == 48  # Qualitropic is in La Réunion
    line = built["temporary_proximity.towns"].evaluate(territory="974")[0]["data"][1]
    assert line["lon"][0] is None and line["lon"][1] == pytest.approx(1.432)
