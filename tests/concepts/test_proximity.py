"""Proximity: what a reader discovers holds in the model, and every control of every explorer does something."""

from __future__ import annotations

import doctest
import itertools
import json
import zlib
from typing import Any

import numpy as np
import pytest

from course_utils import load
from course_utils.concepts import proximity
from course_utils.concepts.proximity import crowd, five, learning, model, picture, places, towns
from course_utils.concepts.proximity.crowd import KINDS
from course_utils.concepts.proximity.picture import BELONGING, NEARNESS, SIMILARITY, SORTS
from course_utils.concepts.proximity.population import ACTORS, ORGANISATIONS, PAIRS, TOWNS
from course_utils.explorer import Explorer, static
from course_utils.explorer.registry import explore

NAMES = ("proximity", "proximity.learning", "proximity.five", "proximity.towns")
NEAR_ORGANISED, NEAR_STRANGE, FAR_ORGANISED, FAR_STRANGE = range(4)
LATTICE = list(itertools.product(NEARNESS, BELONGING, SIMILARITY))


@pytest.fixture(scope="module")
def built() -> Explorer:
    return explore("proximity")


def test_examples_hold() -> None:
    import importlib

    import course_utils.concepts.proximity.figure as figure

    population_module = importlib.import_module("course_utils.concepts.proximity.population")
    for module in (model, places, population_module, crowd, figure, learning, five, towns):
        ran = doctest.testmod(module)
        assert ran.attempted >= 1 and ran.failed == 0, module.__name__


# --- oracles ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("base", [0.001, 0.01, 0.3])
def test_all_weights_zero_give_the_base_density(base: float) -> None:
    table = np.random.default_rng(1).normal(size=(200, 3))
    assert model.link_probability(table, [0, 0, 0], base) == pytest.approx(base)


@pytest.mark.parametrize("spread", TOWNS)
def test_and_so_do_populations(spread: int) -> None:
    found = crowd.kinds(1, 1, 1, spread)
    assert found.mean == pytest.approx(model.BASE)
    many = crowd.crowd(spread, 5)
    assert (many.luck < model.BASE).mean() == pytest.approx(model.BASE, abs=0.001)


def test_marginal_effects_have_the_sign_of_their_weight() -> None:
    random = np.random.default_rng(2)
    for _run in range(200):
        point, weights = random.normal(size=3), random.normal(size=3) * (random.random(3) < 0.8)
        effects = model.marginal_effects(point, weights)
        assert np.array_equal(np.sign(effects), np.sign(weights))
        step = 1e-6 * np.eye(3)
        slope = (model.link_probability(point + step, weights) - model.link_probability(point - step, weights)) / 2e-6
        assert effects == pytest.approx(slope, abs=1e-6)


def test_odds_multiply() -> None:
    p = model.link_probability([1, 1, 0], np.log([8, 10, 7]))
    assert p / (1 - p) == pytest.approx(80 / 99)


def test_units_of_proximity() -> None:
    """1 is next door, 0 an average pair: of pôles, and of two numbers drawn at random."""
    assert float(towns.distances().mean()) == pytest.approx(model.MEAN_KM, rel=0.01)
    assert float((learning.DENSITY * learning.STEPS).mean()) == pytest.approx(model.MEAN_GAP, abs=1e-4)
    for times in (2, 8, 30):
        half = model.half_distance(times)
        odds = [times ** float(model.nearness(km)) for km in (0, half)]
        assert odds[1] / odds[0] == pytest.approx(0.5) and model.multiplier(half) == pytest.approx(times)
    assert model.half_distance(1) == np.inf


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: model.link_probability([1, 1], [1, 1], base=0), "base must be a probability .* got 0"),
        (lambda: model.link_probability([1, 1, 1], [1, 1]), "weights must be one for each proximity"),
        (lambda: model.learned(0.1, reach=0), "reach must be positive, got 0"),
        (lambda: proximity.population(1, 7), "spread must divide 30 actors evenly, got 7"),
        (lambda: proximity.population(1, 30, 4), "organisations must divide 30 actors evenly, got 4"),
    ],
)
def test_bad_input_is_refused(call: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


# --- the population -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("spread", "organisations"), list(itertools.product(TOWNS, ORGANISATIONS)))
def test_a_population_is_shared_out_evenly(spread: int, organisations: int) -> None:
    found = proximity.population(3, spread, organisations)
    assert len(set(found.town)) == spread and set(found.town) <= set(places.towns().index)
    assert np.bincount(found.organisation).tolist() == [ACTORS // organisations] * organisations
    assert sorted(found.knowledge) == pytest.approx((np.arange(ACTORS) + 0.5) / ACTORS)
    table = places.communes()
    for town, commune in zip(found.town, found.commune, strict=True):
        one, other = table.loc[town], table.loc[commune]
        km = places.kilometres([one["longitude"]], [one["latitude"]], ([other["longitude"]], [other["latitude"]]))
        assert km.item() <= 15.0
    assert found.distance == pytest.approx(found.distance) and found.distance.shape == (435,)


def test_the_same_draws_in_every_state() -> None:
    """Common random numbers: luck, places and knowledge stay while weights and organisations move."""
    one, other = (proximity.population(1, 30, n) for n in (5, 15))
    assert np.array_equal(one.luck, other.luck) and one.commune == other.commune
    assert np.array_equal(one.knowledge, other.knowledge)
    assert (other.same <= one.same).all()  # fifteen organisations are parts of the five
    before = one.linked(1, 1, 1)
    for belong in BELONGING[1:]:
        after = one.linked(1, belong, 1)
        assert (after >= before).all() and not (after & ~before & ~one.same).any()
        before = after


def test_another_seed_gives_another_population() -> None:
    assert not np.array_equal(proximity.population(1).luck, proximity.population(2).luck)


# --- discover -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("spread", TOWNS)
def test_a_short_distance_is_not_sufficient(spread: int) -> None:
    """Without organised proximity neighbours stay strangers, at the strongest weight of distance."""
    found = crowd.kinds(max(NEARNESS), 1, 1, spread)
    assert found.mean[NEAR_STRANGE] < 0.25
    assert found.mean[NEAR_STRANGE] == pytest.approx(found.mean[NEAR_ORGANISED], abs=0.005)


@pytest.mark.parametrize("spread", TOWNS)
def test_nor_is_it_necessary(spread: int) -> None:
    """With organised proximity and distance idle links cross the map as pairs do."""
    found = crowd.kinds(1, 30, 30, spread)
    assert found.mean[FAR_ORGANISED] > 10 * found.mean[FAR_STRANGE] > 0
    assert found.mean[FAR_ORGANISED] == pytest.approx(found.mean[NEAR_ORGANISED], abs=0.02)
    many = crowd.crowd(spread, 5)
    far = many.proximities[:, :, 0] < model.nearness(200.0)
    p = model.link_probability(many.proximities, np.log([1, 30, 30]))
    assert (p * far).sum() / p.sum() == pytest.approx(far.mean(), abs=0.02)


def test_together_they_do_what_neither_does_alone() -> None:
    both = crowd.kinds(30, 30, 30, 6).mean[NEAR_ORGANISED]
    assert both > 0.7 > 0.3 > crowd.kinds(1, 30, 30, 6).mean[NEAR_ORGANISED]
    assert crowd.kinds(30, 1, 1, 6).mean[NEAR_ORGANISED] < 0.3


def test_the_same_and_the_too_different_learn_little() -> None:
    for reach in (0.2, 0.5, 1.0):
        assert model.learned([0, reach, 1.0], reach) == pytest.approx([0, 0, 0], abs=1e-12)
        gaps = np.linspace(0, 1, 1001)
        assert gaps[model.learned(gaps, reach).argmax()] == pytest.approx(reach / 2, abs=1e-3)
        assert model.learned(reach / 2, reach) == pytest.approx(1)


def test_learning_where_similarity_is_idle() -> None:
    """Mean of 4 x (1 - x) under the density 2 (1 - x): 2/3; with reach m: integrals in closed form."""
    assert learning.taught(1.0).each == pytest.approx(2 / 3, abs=1e-4)
    assert learning.taught(1.0).links == pytest.approx(100 * model.BASE)
    for m in (0.3, 0.6):
        assert learning.taught(1.0, m).each == pytest.approx(8 * (m / 6 - m**2 / 12), abs=2e-3)


def test_the_paradox() -> None:
    """More similarity: more links, and each teaches less, where everybody is understood."""
    found = learning.curves(1.0)
    assert all(b.links > a.links and b.each < a.each and b.gap < a.gap for a, b in itertools.pairwise(found))


def test_the_paradox_starts_late_where_few_are_understood() -> None:
    for reach in (0.4, 0.6):
        each = np.array([one.each for one in learning.curves(reach)])
        top = int(each.argmax())
        assert 0 < top < len(each) - 1 and each[-1] < each[top] - 0.05
        assert (np.diff(each[: top + 1]) > 0).all() and (np.diff(each[top:]) < 0).all()
    few = [one.each for one in learning.curves(0.3)]
    assert max(few) - few[-1] < 0.01  # and hardly at all where fewer still are understood


def test_the_sum_need_not_fall() -> None:
    """What does not hold: all learning together dips, then grows with similarity."""
    total = [one.total for one in learning.curves(1.0)]
    assert min(total) < total[0] < total[-1]


def test_two_sets_of_seeds_agree() -> None:
    for near, belong, similar in ((30, 1, 1), (1, 30, 30), (30, 30, 30)):
        for spread in TOWNS:
            one = crowd.kinds(near, belong, similar, spread)
            other = crowd.kinds(near, belong, similar, spread, first=1001)
            assert one.mean == pytest.approx(other.mean, abs=0.012)
            assert (one.low <= one.mean + 1e-9).all() and (one.mean <= one.high + 1e-9).all()


# --- five yardsticks ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("truth", [(8, 10, 10, 1), (1, 30, 3, 10), (30, 1, 1, 3), (1, 1, 1, 1)])
def test_five_yardsticks_give_the_truth_back(truth: tuple[float, float, float, float]) -> None:
    found = five.readings(*truth)
    assert found.five == pytest.approx([*truth, 1.0], rel=1e-6)
    if truth[3] == 1:
        assert found.three[:3] == pytest.approx(truth[:3], rel=1e-6)


def test_alone_a_region_takes_the_credit_of_distance() -> None:
    one, other = five.readings(8, 10, 10, 1), five.readings(8, 10, 10, 1, first=501)
    assert one.alone[4] > 2.5 and one.five[4] == pytest.approx(1)
    assert one.alone == pytest.approx(other.alone, rel=0.12)
    assert five.readings(1, 10, 10, 1).alone[4] == pytest.approx(1, abs=0.1)


def test_left_out_school_ties_are_credited_to_distance() -> None:
    found = five.readings(8, 10, 10, 10)
    assert found.three[0] > 12 and found.five[0] == pytest.approx(8, rel=1e-6)


# --- towns --------------------------------------------------------------------------------------------------------


def test_distances_of_towns() -> None:
    paris, grenoble = (places.communes().loc[code] for code in ("75056", "38185"))
    to = ([grenoble["longitude"]], [grenoble["latitude"]])
    assert places.kilometres([paris["longitude"]], [paris["latitude"]], to).item() == pytest.approx(482, abs=3)
    assert len(places.poles()) == 49 and len(places.in_the_metropole()) == 48 and len(towns.distances()) == 48 * 47 // 2
    assert len(load("poles_competitivite")) - 49 == 34  # said in the caption
    own, every = (towns.spread("food"), towns.spread())
    assert own.own.sum() == pytest.approx(1) and np.array_equal(every.own, every.every)


def test_landmarks_are_those_of_the_dataset() -> None:
    keller, europe = towns.landmarks()
    assert keller.kept(1200) == pytest.approx((0.5, 0.5))
    assert europe.kept(500) == pytest.approx((0.3, 0.45))
    assert 1.2 < model.multiplier(keller.slow) < model.multiplier(europe.slow) < model.multiplier(europe.fast) < 3


def test_home_is_seen_from_the_largest_commune() -> None:
    found = proximity.home("974")
    assert found.commune == "Saint-Denis" and found.kilometres[0] < 20 and found.kilometres[1] > 8500
    assert found.close == 1
    for code in ("2A", "69", "976"):
        one = proximity.home(code)
        assert (np.diff(one.kilometres) >= 0).all() and len(set(one.towns)) == 5


# --- explorers ----------------------------------------------------------------------------------------------------


def test_both_pictures_show_the_same_links(built: Explorer) -> None:
    for state in ({}, {"near": "1", "belong": "30", "similar": "30", "spread": "30"}, {"organisations": "15"}):
        values = built.values(**state)
        shown, kind, _bars = built.evaluate(**values)
        found = picture.links(**values)
        total = 0
        for sort, left, right in zip(SORTS, shown["data"][1:5], kind["data"][:4], strict=True):
            drawn = [sum(v is not None for v in t[key]) // 2 for t, key in ((left, "lat"), (right, "y"))]
            assert drawn[0] == drawn[1] == int((picture.sorts(found.found)[sort] & found.linked).sum())
            total += drawn[0]
        assert total == found.linked.sum() == sum(shown["data"][5]["customdata"]) // 2
        assert built.read(**values).numbers[0].value == total


def test_the_reading_says_what_the_bars_show(built: Explorer) -> None:
    for state in ({}, {"belong": "30"}, {"near": "1", "similar": "10", "spread": "30"}):
        bars = built.evaluate(**state)[2]["data"][0]["x"]
        said = [n.shown for n in built.read(**state).numbers[-4:]]
        assert said == pytest.approx([bars[i] for i in (NEAR_STRANGE, NEAR_ORGANISED, FAR_STRANGE, FAR_ORGANISED)])
    assert len(KINDS) == 4


def test_near_and_far_are_told_apart_in_the_picture() -> None:
    for spread, organisations in itertools.product(TOWNS, ORGANISATIONS):
        found = proximity.population(picture.DRAWN, spread, organisations)
        marks = picture.sorts(found)
        assert sum(mark.astype(int) for mark in marks.values()).tolist() == [1] * len(PAIRS[0])
        for near, belong, similar in LATTICE[::7]:
            linked = found.linked(near, belong, similar)
            for sort, own in picture.candidates(spread, organisations).items():
                assert set(np.flatnonzero(linked & marks[sort])) <= set(own)


@pytest.mark.parametrize("name", NAMES)
def test_every_control_matters(name: str) -> None:
    made = explore(name)
    for control, kind in made.controls.items():
        nodes = kind.nodes()
        other = next(value for value in (nodes[-1], nodes[0]) if value != made.defaults()[control])
        state: dict[str, Any] = {"belong": "10"} if name == "proximity" and control == "organisations" else {}
        drawn = [json.dumps(made.evaluate(**(state | extra))) for extra in ({}, {control: other})]
        said = [made.read(**(state | extra)) for extra in ({}, {control: other})]
        assert drawn[0] != drawn[1] or said[0] != said[1], control


@pytest.mark.parametrize("name", NAMES)
def test_it_fits_on_a_page(name: str) -> None:
    packed = static.payload(explore(name))
    assert packed["values"] <= 300_000
    assert len(zlib.compress(json.dumps(packed, ensure_ascii=False).encode(), 9)) <= 150_000


def test_sentences_of_the_others() -> None:
    learn = explore("proximity.learning")
    assert "idle; the best partner is 0.20" in learn.read(similar=1.0, reach=0.4)
    assert "Where similarity is idle" in learn.read(similar=10.0, reach=1.0)
    read = explore("proximity.five").read
    assert "enough" in read(school="1") and "Without the school" in read(school="10")
    away = explore("proximity.towns").read
    assert "From Grenoble, 6 pôles" in away(territory="38") and "of all pôles, 440" in away(theme="food")


def test_names_are_public() -> None:
    assert all(hasattr(proximity, name) for name in proximity.__all__)
