"""Who should decide: the three arrangements, the frontier, groups, and what the explorers say of them."""

from __future__ import annotations

import itertools
import json
import zlib
from typing import Any

import numpy as np
import pytest

from course_utils.concepts import decentralisation
from course_utils.concepts.decentralisation import groups, groups_sentences, intercommunal, model
from course_utils.concepts.decentralisation.groups import AREA, PLACES, RECIPES, SIZES
from course_utils.concepts.decentralisation.threshold import break_even, threshold
from course_utils.explorer import static
from course_utils.explorer.registry import explore

NAMES = ("", ".competences", ".groups", ".map")
RANDOM = np.random.default_rng(1972)
THETA = 1 + 0.5 * (RANDOM.random(12) - 0.5)
AREAS = np.array([0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2])
each_kappa = pytest.mark.parametrize("kappa", [0.0, 0.15, 0.4, 0.8])


# --- the model ---------------------------------------------------------------------------------------------------


@each_kappa
def test_no_place_alone_gains_by_another_level(kappa: float) -> None:
    own = model.local(THETA, kappa, AREAS)
    before = model.utility(own, THETA, kappa, AREAS)
    for place, step in itertools.product(range(12), (-0.05, 0.05)):
        other = own.copy()
        other[place] += step
        assert model.utility(other, THETA, kappa, AREAS)[place] < before[place]


@each_kappa
def test_no_group_gains_by_another_level(kappa: float) -> None:
    labels = np.array([0, 1, 2] * 4)
    own = model.grouped(THETA, kappa, labels, AREAS)
    before = model.utility(own, THETA, kappa, AREAS)
    for group, step in itertools.product(range(3), (-0.05, 0.05)):
        inside = labels == group
        after = model.utility(own + step * inside, THETA, kappa, AREAS)
        assert after[inside].sum() < before[inside].sum()


@each_kappa
def test_nothing_beats_the_planner_and_no_other_single_level_the_state(kappa: float) -> None:
    best = model.utility(model.first_best(THETA, kappa, AREAS), THETA, kappa, AREAS).mean()
    for _ in range(50):
        other = model.first_best(THETA, kappa, AREAS) + 0.1 * RANDOM.normal(size=12)
        assert model.utility(other, THETA, kappa, AREAS).mean() < best
    state = model.central(THETA)
    for step in (-0.02, 0.02):
        assert model.loss(state + step, THETA, kappa, AREAS) > model.loss(state, THETA, kappa, AREAS)


@each_kappa
def test_the_loss_is_the_mean_square_of_what_is_missed(kappa: float) -> None:
    for levels in (model.central(THETA), model.local(THETA, kappa, AREAS), THETA**2):
        gap = levels - model.first_best(THETA, kappa, AREAS)
        assert model.loss(levels, THETA, kappa, AREAS) == pytest.approx(100 * (gap**2).mean())


def test_without_spillover_each_place_alone_is_the_first_best() -> None:
    for n, spread in itertools.product((2, 4, 36), (0.0, 0.3, 0.8)):
        found = model.outcome(n, spread, 0.0)
        assert found.places == pytest.approx(found.best)
        assert found.places_loss == pytest.approx(0, abs=1e-12)
        assert found.state_loss >= 0 and (found.state_loss > 0) == (spread > 0)


@pytest.mark.parametrize("n", [2, 4, 12, 36, 500])
@pytest.mark.parametrize("spread", [0.0, 0.4, 0.8])
def test_tastes_have_the_mean_and_the_variation_asked_for(n: int, spread: float) -> None:
    theta = model.tastes(n, spread)
    assert theta.mean() == pytest.approx(1) and theta.std() == pytest.approx(spread)
    assert theta.min() > 0 and (np.diff(theta) >= 0).all()


def test_wrong_input_is_named() -> None:
    for call, words in (
        (lambda: model.tastes(1, 0.3), "n must be at least 2, got 1"),
        (lambda: model.tastes(4, 1.3), "spread must lie between 0 and 0.9, got 1.3"),
        (lambda: threshold(1.0), "kappa must lie between 0 and 1"),
        (lambda: threshold(0.2, n=1), "n must be at least 2, got 1"),
        (lambda: threshold(0.2, fixed=-1), "fixed must not be negative, got -1"),
        (lambda: break_even(-0.1), "spread must not be negative, got -0.1"),
        (lambda: decentralisation.spread_of("38", "size"), "trait must be one of.*got 'size'"),
    ):
        with pytest.raises(ValueError, match=words):
            call()


# --- the frontier ------------------------------------------------------------------------------------------------


def test_the_frontier_goes_to_kappa_over_one_minus_kappa() -> None:
    kappa = np.linspace(0, 0.8, 17)
    limit = kappa / (1 - kappa)
    gaps = [np.abs(threshold(kappa, n) - limit).max() for n in (10, 100, 1_000, 100_000)]
    assert gaps == sorted(gaps, reverse=True) and gaps[-1] < 1e-3
    assert threshold(kappa) == pytest.approx(limit)


@pytest.mark.parametrize("n", [2, 4, 12, 36, 400])
def test_the_frontier_is_where_the_losses_are_equal(n: int) -> None:
    for kappa, fixed, spread in itertools.product((0.05, 0.2, 0.35), (0.0, 0.05), np.linspace(0, 0.85, 18)):
        found = model.outcome(n, float(spread), kappa)
        ahead = found.state_loss + 100 * fixed / n - found.places_loss - 100 * fixed
        assert np.sign(ahead) == np.sign(spread - float(threshold(kappa, n, fixed))) or abs(ahead) < 1e-9


def test_for_many_places_only_mean_and_deviation_count() -> None:
    """Drawn from two other distributions, the verdict is that of the limit."""
    for kappa, shape in itertools.product((0.1, 0.2, 0.3), (2.0, 8.0, 40.0)):
        for theta in (RANDOM.gamma(shape, size=4000), RANDOM.uniform(0.2, 1, size=4000)):
            variation = theta.std() / theta.mean()
            if abs(variation - kappa / (1 - kappa)) < 0.01:
                continue
            alone, state = (
                model.loss(model.local(theta, kappa), theta, kappa),
                model.loss(model.central(theta), theta, kappa),
            )
            assert (alone < state) == (variation > kappa / (1 - kappa))


def test_diversity_argues_for_places_and_spillovers_against() -> None:
    ahead = [[model.outcome(36, s, k) for k in (0.0, 0.1, 0.2, 0.3, 0.4)] for s in (0.1, 0.3, 0.5, 0.7)]
    gain = np.array([[o.state_loss - o.places_loss for o in row] for row in ahead])
    assert (np.diff(gain, axis=0) > 0).all() and (np.diff(gain, axis=1) < 0).all()


def test_a_fixed_cost_raises_the_frontier_and_few_places_lower_it() -> None:
    kappa = np.linspace(0.02, 0.5, 13)
    assert (threshold(kappa, 12, 0.05) > threshold(kappa, 12)).all()
    assert (threshold(kappa, 4) < threshold(kappa, 12)).all() and (threshold(kappa, 12) < threshold(kappa)).all()


def test_break_even_turns_the_frontier_round() -> None:
    for spread, n in itertools.product((0.05, 0.3, 1.0, 2.0), (3, 18, np.inf)):
        assert float(threshold(break_even(spread, n), n)) == pytest.approx(spread, rel=1e-6)
    assert break_even(0.5) == pytest.approx(0.5 / 1.5)


def test_inside_a_living_area_the_rule_starts_again() -> None:
    """Areas that are groups against communes: the frontier of m places, with the variation inside the area."""
    for kappa, spread in itertools.product((0.1, 0.2, 0.35), (0.05, 0.2, 0.5)):
        theta = np.tile(model.tastes(AREA, spread), PLACES // AREA)
        area = np.arange(PLACES) // AREA
        together, alone = (model.loss(own, theta, kappa, area) for own in (
            model.grouped(theta, kappa, area, area), model.local(theta, kappa, area)
        ))  # fmt: skip
        assert (alone < together) == (spread > float(threshold(kappa, AREA)))


def test_living_areas_never_do_worse_than_the_state() -> None:
    for _ in range(100):
        theta, kappa = RANDOM.gamma(4, size=12), RANDOM.random()
        together = model.loss(model.grouped(theta, kappa, AREAS, AREAS), theta, kappa, AREAS)
        assert together <= model.loss(model.central(theta), theta, kappa, AREAS) + 1e-9


# --- groups ------------------------------------------------------------------------------------------------------


def by_hand(map: str, spread: float, kappa: float, draws: int) -> np.ndarray:
    """Mean losses by the model itself, draw by draw, with the same draws."""
    random = np.random.default_rng(7)
    z = groups.arrange(map, draws, random)
    area, total = np.arange(PLACES) // AREA, np.zeros((3, 10))
    for row, recipe in enumerate(RECIPES):
        order = groups.seats(recipe, z, random)
        for column, size in enumerate(SIZES):
            for d in range(draws):
                label = np.empty(PLACES, dtype=int)
                label[order[d]] = np.arange(PLACES) // size
                theta = 1 + spread * z[d]
                total[row, column] += model.loss(model.grouped(theta, kappa, label, area), theta, kappa, area) / draws
    return total


@pytest.mark.parametrize("map", list(groups.MAPS))
def test_the_losses_of_groups_are_those_of_the_model(map: str) -> None:
    for spread, kappa in ((0.4, 0.3), (0.2, 0.1)):
        found = groups.losses(map, spread, kappa, draws=5, seed=7).mean
        assert found == pytest.approx(by_hand(map, spread, kappa, 5), rel=1e-9)


def test_groups_of_one_and_of_all_are_communes_and_state() -> None:
    found = groups.losses("leaning", 0.4, 0.3, 0.02)
    assert np.ptp(found.mean[:, 0]) == pytest.approx(0) and np.ptp(found.mean[:, -1]) == pytest.approx(0)
    free = groups.losses("leaning", 0.4, 0.3)
    assert found.mean - free.mean == pytest.approx(np.tile(2 / np.array(SIZES), (3, 1)))


def test_random_groups_gather_what_chance_gives() -> None:
    found = groups.moments("mixed", groups.DRAWS, groups.SEED)
    sizes = np.array(SIZES)
    assert found.inside[2] == pytest.approx(PLACES * (sizes - 1) / ((PLACES - 1) * sizes), abs=0.004)
    assert found.gathered[2] == pytest.approx((1 + (AREA - 1) * (sizes - 1) / (PLACES - 1)) / AREA, abs=0.002)


def test_groups_win_when_they_gather_the_spillover_and_similar_tastes() -> None:
    at = SIZES.index(AREA)
    for kappa in (0.2, 0.3, 0.4):  # below, tastes inside an area vary more than so little sharing is worth
        found = groups.losses("sorted", 0.4, kappa).mean[0]
        assert found[at] < min(found[0], found[-1])
    mixed = groups.losses("mixed", 0.4, 0.2).mean[0]  # the spillover, but not similar tastes
    assert mixed[0] < mixed[at] < mixed[-1]
    alike = groups.losses("mixed", 0.4, 0.3).mean[1]  # similar tastes, but not the spillover: little is gained
    area = groups.losses("sorted", 0.4, 0.3).mean[0]
    assert alike[0] - alike[at] < 0.1 * (area[0] - area[at])


def test_random_groups_can_do_worse_than_both() -> None:
    worse = 0
    for map, spread, kappa in itertools.product(groups.MAPS, (0.2, 0.4, 0.6), (0.1, 0.2, 0.3, 0.4)):
        found = groups.losses(map, spread, kappa).mean
        worse += found[2, SIZES.index(AREA)] > max(found[2, 0], found[2, -1])
    assert worse > 20  # of 36
    found = groups.losses("leaning", 0.4, 0.3).mean[2]
    assert (found[1:-1] > max(found[0], found[-1])).all()


def test_two_seeds_give_the_same_reading() -> None:
    """Printed as whole numbers; what two seeds differ by is far below half of one."""
    case: dict[str, Any] = {"map": "leaning", "spread": "0.4", "kappa": 0.3, "fixed": "0"}
    said = []
    for seed in (groups.SEED, 7, 8):
        found = groups.losses("leaning", 0.4, 0.3, seed=seed)
        said.append(groups_sentences.reading(found, **case).replace(f"seed {seed}.", ""))
    assert said[0] == said[1] == said[2]
    for map, spread, kappa in itertools.product(groups.MAPS, (0.2, 0.6), (0.1, 0.4)):
        one, other = (groups.losses(map, spread, kappa, seed=seed) for seed in (groups.SEED, 7))
        assert np.abs(one.mean - other.mean).max() < 0.25
        at = SIZES.index(AREA)
        verdicts = [groups_sentences.verdict(f.mean[0, at], f.mean[0, 0], f.mean[0, -1]) for f in (one, other)]
        assert verdicts[0] == verdicts[1]


def test_the_reading_names_runs_and_seed() -> None:
    said = explore("decentralisation.groups").read()
    assert "4,000 draws" in said and "seed 2016" in said


# --- data --------------------------------------------------------------------------------------------------------


def test_classes_of_intercommunalities() -> None:
    table = intercommunal.compared()
    for map in intercommunal.MAPS:
        found = intercommunal.classes(map)
        assert found.counts.sum() == (found.member >= 0).sum() and len(found.codes) == 1253
    people = intercommunal.classes("people")
    assert people.counts[0] == (table["population"] < 15_000).sum() == 360
    assert intercommunal.classes("tax").counts.sum() == table["tax"].notna().sum()
    both = table.dropna(subset=["tax", "tax_then"])
    assert ((both["tax_then"] == "FPU") & (both["tax"] == "FA")).sum() == 0  # said in the notebook: none went back
    assert ((both["tax_then"] == "FA") & (both["tax"] == "FPU")).sum() == 23


def test_communes_since_1943() -> None:
    counts = decentralisation.counts()
    waves = [counts.loc[a] - counts.loc[b] for a, b in ((1964, 1975), (1975, 2012), (2015, 2019))]
    assert waves[0] > 1_000 and waves[1] < 0 and waves[2] > 1_500


def test_the_state_handed_over_in_1982_and_1983() -> None:
    held = {
        year: sum(decentralisation.holder(own, year) == "state" for own in decentralisation.histories())
        for year in range(1975, 2027)
    }
    falls = {year: held[year - 1] - held[year] for year in range(1976, 2027)}
    assert falls[1982] + falls[1983] >= 0.7 * (max(held.values()) - min(held.values()))
    assert held[2018] > held[2017]  # apprenticeship came back


def test_the_spread_of_a_departement() -> None:
    assert np.isnan(decentralisation.spread_of("75", "old").spread)  # one intercommunality
    found = decentralisation.spreads("flats")
    assert found["38"] == pytest.approx(decentralisation.spread_of("38", "flats").spread)
    assert float(found.max()) < 1.1  # the diagram's axis holds them all


def test_sources_show_every_step_and_address() -> None:
    shown = decentralisation.sources()._repr_html_()
    assert shown.count("<li>") == 36 and shown.count("<details>") == 22 and shown.count('href="http') > 36


# --- the explorers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "values", "bytes_"),
    [("", 150_000, 90_000), (".groups", 60_000, 80_000), (".map", 20_000, 120_000), (".competences", 20_000, 20_000)],
)
def test_states_values_and_bytes_are_within_the_budgets(name: str, values: int, bytes_: int) -> None:
    payload = static.payload(explore(f"decentralisation{name}"))
    assert payload["values"] <= values and len(zlib.compress(json.dumps(payload).encode(), 9)) <= bytes_


@pytest.mark.parametrize(
    ("name", "control"),
    [(f"decentralisation{part}", c) for part in NAMES for c in explore(f"decentralisation{part}").controls],
)
def test_every_control_changes_figure_and_reading(name: str, control: str) -> None:
    explorer = explore(name)
    nodes = explorer.controls[control].nodes()
    one, other = ({control: node} for node in (nodes[0], nodes[len(nodes) // 2]))
    assert explorer.evaluate(**one) != explorer.evaluate(**other)
    assert explorer.read(**one) != explorer.read(**other)


def test_the_sentence_names_the_right_winner() -> None:
    explorer = explore("decentralisation")
    for spread, kappa, n in itertools.product((0.0, 0.12, 0.24, 0.4, 0.8), (0.0, 0.1, 0.2, 0.4), ("4", "12", "36")):
        said, limit = explorer.read(spread=spread, kappa=kappa, n=n), float(threshold(kappa, int(n)))
        if abs(spread - limit) > 0.02:
            assert ("Places alone come closer" in said) == (spread > limit)
            assert ("The State comes closer" in said) == (spread < limit)


def test_the_point_lies_on_the_side_that_the_sentence_says() -> None:
    explorer = explore("decentralisation")
    figure = explorer.evaluate(spread=0.4, kappa=0.2, n="36", fixed="0.1")[2]
    names = [trace["name"] for trace in figure["data"]]
    yours = figure["data"][names.index("Your case")]
    mark = figure["data"][names.index("Threshold at your spillover")]
    assert yours["x"] == mark["x"] == [pytest.approx(0.25)] and yours["y"] == [0.4]
    assert mark["y"] == [pytest.approx(float(threshold(0.2, 36, 0.1)))] and mark["y"][0] > yours["y"][0]


def test_panels_show_the_model() -> None:
    places, losses, _frontier = explore("decentralisation").evaluate(spread=0.4, kappa=0.2, n="12")
    found = model.outcome(12, 0.4, 0.2)
    drawn = [[y for y in trace["y"] if y is not None] for trace in places["data"]]
    assert drawn[0] == pytest.approx(found.best) and drawn[1] == pytest.approx(found.places)
    assert losses["data"][0]["x"] == pytest.approx([found.state_loss, found.places_loss])
    assert max(model.tastes(36, 0.8)) < 4.2  # the axis holds every place


def test_names_are_public() -> None:
    assert all(hasattr(decentralisation, name) for name in decentralisation.__all__)
