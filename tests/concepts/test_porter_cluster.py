"""Porter's cluster: the cap of complements, the gain from copying, stars and their thresholds."""

from __future__ import annotations

import doctest
import importlib
import itertools
import json
import math
import zlib
from typing import Any

import numpy as np
import pytest

from course_utils import load
from course_utils.concepts import porter_cluster
from course_utils.concepts.porter_cluster import (
    cap,
    copying,
    counts,
    growth,
    programme,
    standing,
    stars,
    strength,
    table,
)
from course_utils.concepts.porter_cluster.diamond import CORNERS, EVEN, EXPONENTS, MODEL
from course_utils.concepts.porter_cluster.programme import (
    BUDGETS,
    RULES,
    STARTS,
    draws,
    evenly,
    to_strongest,
    to_weakest,
)
from course_utils.concepts.porter_cluster.stars import ranks
from course_utils.explorer import Explorer, static
from course_utils.explorer.registry import explore
from course_utils.measures import location_quotient
from course_utils.words import number

NAMES = ("porter_cluster", "porter_cluster.programme", "porter_cluster.stars", "porter_cluster.morocco")
RANDOM = np.random.default_rng(31)
LEVELS = RANDOM.uniform(1, 100, (300, 4))
WEIGHTS = RANDOM.dirichlet([2, 2, 2, 2], 300)
MODULES = ("diamond", "programme", "places", "stars", "figure", "maps", "star_sentences", "stars_explorer")


@pytest.fixture(scope="module")
def built() -> Explorer:
    return explore("porter_cluster")


@pytest.fixture(scope="module")
def french() -> Explorer:
    return explore("porter_cluster.stars")


def test_examples_hold() -> None:
    for name in MODULES:
        ran = doctest.testmod(importlib.import_module(f"course_utils.concepts.porter_cluster.{name}"))
        assert ran.attempted >= 1 and ran.failed == 0, name


# --- the diamond: oracles ----------------------------------------------------------------------------------------


def test_means_that_everybody_knows() -> None:
    x = np.array([25.0, 50.0, 100.0, 80.0])
    assert strength(x, 1) == pytest.approx(x.mean())
    assert strength(x, 0) == pytest.approx(np.prod(x) ** 0.25)
    assert strength(x, -1) == pytest.approx(4 / (1 / x).sum())
    assert strength(x, -math.inf) == 25
    assert strength(x, -500) == pytest.approx(25, rel=0.01)
    assert strength(x, 1e-7) == pytest.approx(strength(x, 0), rel=1e-5)
    assert strength([30] * 4, -4) == pytest.approx(30)


def test_a_corner_at_zero() -> None:
    assert [float(strength([0, 50, 50, 50], r)) for r in (1, 0, -4)] == pytest.approx([37.5, 0, 0])


def test_strength_is_homogeneous_monotone_and_grows_with_r() -> None:
    for r in (1, 0.5, 0, -1, -4):
        assert strength(3 * LEVELS, r) == pytest.approx(3 * strength(LEVELS, r))
        assert (strength(LEVELS + np.eye(4)[0], r) > strength(LEVELS, r)).all()
    by_r = np.stack([strength(LEVELS, r) for r in (-9, -4, -1, 0, 0.5, 1)])
    assert (np.diff(by_r, axis=0) >= -1e-9).all()


@pytest.mark.parametrize(
    ("corners", "r", "weights", "said"),
    [
        ([-1, 1, 1, 1], 0, EVEN, "corners"),
        ([math.nan, 1, 1, 1], 0, EVEN, "corners"),
        ([1, 1, 1, 1], 2, EVEN, "r must be at most 1, got 2"),
        ([1, 1, 1, 1], math.nan, EVEN, "r must be"),
        ([1, 1, 1, 1], 0, (0.5, 0.5, 0.5, 0.5), "weights"),
        ([1, 1, 1, 1], 0, (0, 0.5, 0.25, 0.25), "weights"),
    ],
)
def test_what_makes_no_diamond_is_refused(corners: list[float], r: float, weights: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        strength(corners, r, weights)


# --- the diamond: what a reader discovers ------------------------------------------------------------------------


@pytest.mark.parametrize("r", [-0.25, -1, -4, -9, -math.inf])
def test_the_weakest_corner_caps_the_cluster(r: float) -> None:
    """y <= x_i a_i^(1/r) for every corner, so y <= min(x) a^(1/r) for equal weights."""
    for x, a in zip(LEVELS, WEIGHTS, strict=True):
        assert strength(x, r, a) <= cap(x, r, a) * (1 + 1e-12)
        assert strength(x, r) <= cap(x, r) * (1 + 1e-12)
        assert cap(x, r) == pytest.approx(x.min() * (1 if math.isinf(r) else 0.25 ** (1 / r)))


def test_the_cap_is_reached_in_the_limit_and_only_there() -> None:
    near = strength([25, 1e9, 1e9, 1e9], -4)
    assert near == pytest.approx(cap([25, 100, 100, 100], -4), rel=1e-9)
    assert strength([25, 200, 200, 200], -4) < near


def test_with_substitutes_there_is_no_cap() -> None:
    for r in (0.0, 0.5, 1.0):
        assert cap([25, 100, 100, 100], r) == math.inf
        assert strength([25, 1e9, 1e9, 1e9], r) > 1000


@pytest.mark.parametrize("r", [-1, -4, -9])
def test_the_gain_from_copying_a_strong_corner_is_bounded(r: float) -> None:
    """Whatever the other cluster is, as long as the copied corner is not the weakest of ours."""
    for x in LEVELS[:100]:
        found = copying(x, r, model=(1e6, 1e6, 1e6, 1e6))
        others = [i for i in range(4) if i != found.weakest]
        assert found.weakest == x.argmin()
        assert (found.now + found.gains[others] <= found.cap * (1 + 1e-9)).all()


def test_copying_is_changing_one_corner() -> None:
    x = np.array([75.0, 50.0, 25.0, 50.0])
    for r in EXPONENTS:
        found = copying(x, r)
        for i in range(4):
            y = x.copy()
            y[i] = max(x[i], MODEL[i])
            assert found.gains[i] == pytest.approx(float(strength(y, r)) - found.now, abs=1e-9)


def test_the_famous_corner_is_mostly_not_the_one_to_copy() -> None:
    """With strong complements; with substitutes it mostly is."""
    marks = list(itertools.product((25.0, 50.0, 75.0, 100.0), repeat=4))
    famous = CORNERS.index("factors")
    best = {r: [copying(x, r).gains for x in marks] for r in (1, -4)}
    share = {r: np.mean([g.max() > 0.05 and g[famous] == g.max() for g in gains]) for r, gains in best.items()}
    assert share[-4] < 0.45 < 0.55 < share[1]
    assert copying((75, 50, 25, 50), -4).best == CORNERS.index("support")


# --- government and chance ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("start", STARTS)
def test_a_programme_spends_its_budget_and_no_more(rule: str, start: str) -> None:
    x = np.array(STARTS[start])
    for budget in BUDGETS:
        after = RULES[rule](x, budget)
        spent = (after - x).sum()
        assert (after >= x).all() and after.max() <= 100 and spent <= budget + 1e-9
        assert spent == pytest.approx(budget) or after.max() == 100


def test_the_rules_by_hand() -> None:
    x = np.array([35.0, 50.0, 65.0, 80.0])
    assert to_strongest(x, 30).tolist() == [35, 50, 75, 100]
    assert evenly(x, 20).tolist() == [40, 55, 70, 85]
    assert to_weakest(x, 15).tolist() == [50, 50, 65, 80]
    assert to_weakest(x, 25).tolist() == [55, 55, 65, 80]


def test_lifting_the_weakest_is_never_worse() -> None:
    for start, r in itertools.product(STARTS, np.linspace(-9, 1, 21)):
        found = programme(start, float(r), 0.0).mean
        for other in ("strongest", "even"):
            assert (found["weakest"] >= found[other] - 1e-9).all()
    one = programme("one_gap", 1.0, 0.0).mean
    assert one["weakest"] == pytest.approx(one["strongest"]) == one["even"]


def test_chance_is_fair_to_corners_and_unkind_to_complements() -> None:
    assert draws().shape == (16, 4) and (draws().mean(axis=0) == 0).all()
    assert len({tuple(row) for row in draws()}) == 16
    assert programme("even", 1.0, 20.0).mean["even"][0] == pytest.approx(50)
    for start in STARTS:
        fair, hit = ([programme(start, r, c).mean["even"][0] for r in (1.0, 0.0, -1.0, -4.0)] for c in (0.0, 10.0))
        assert hit[0] == pytest.approx(fair[0]) and (np.array(hit[1:]) < np.array(fair[1:])).all()


def test_few_points_on_the_gap_do_more_than_all_on_the_strongest() -> None:
    found = programme("one_gap", -4.0, 0.0)
    assert found.enough == 5
    at = list(BUDGETS).index(5)
    assert found.mean["weakest"][at] > found.mean["strongest"][-1] > found.mean["weakest"][at - 1]


# --- stars: oracles ----------------------------------------------------------------------------------------------


def test_quotients_are_those_of_the_measures() -> None:
    for country in ("france", "morocco", "businesses"):
        found = table(country)
        quotients = location_quotient(found.jobs)
        for k, sector in enumerate(found.sectors):
            assert stars(country, sector).quotient == pytest.approx(quotients[:, k])
        weights = found.jobs.sum(axis=1) / found.jobs.sum()
        assert weights @ quotients == pytest.approx(1)


def test_stars_by_hand() -> None:
    found = stars("morocco", "industry", quotient=1.5, size=0.2, focus=0.05)
    rows = load("morocco_employment").query("level == 'province'").astype({"sector": str})
    wide = rows.pivot(index="code", columns="sector", values="employment").sort_index().astype(float)
    share = wide.div(wide.sum(axis=1), axis=0)
    by_hand = (
        (wide["industry"] >= wide["industry"].quantile(0.8)).astype(int)
        + (share["industry"] / (wide["industry"].sum() / wide.to_numpy().sum()) >= 1.5)
        + (share["industry"] >= np.quantile(share.to_numpy(), 0.95))
    )
    assert found.count.tolist() == by_hand.tolist()


def test_the_top_tenth_is_a_tenth() -> None:
    for country, sector in (("france", "industry"), ("morocco", "industry"), ("businesses", "services")):
        n = len(table(country).codes)
        assert stars(country, sector).size.sum() == pytest.approx(n / 10, abs=1.1)
    found = table("morocco")
    cells = sum(stars("morocco", sector).focused.sum() for sector in found.sectors)
    assert cells == pytest.approx(found.jobs.size / 10, abs=1.1)


@pytest.mark.parametrize("values", [{"size": 0}, {"size": 1.0}, {"focus": -0.1}, {"quotient": 0}])
def test_a_threshold_that_is_none_is_refused(values: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=f"{next(iter(values))} must"):
        stars("france", "industry", **values)


def test_names_that_are_not_there() -> None:
    with pytest.raises(ValueError, match=r"sector must be one of .*got 'wine'"):
        stars("france", "wine")
    with pytest.raises(ValueError, match=r"country must be one of .*got 'spain'"):
        stars("spain", "industry")


def test_the_tables_are_those_of_the_data() -> None:
    jobs = load("employment_departements").query("year == 2018")
    assert table("france").jobs.sum() == jobs["employment"].sum() and len(table("france").codes) == 101
    rows = load("morocco_establishments").query("level == 'country'")
    firms = rows[[f"sector_{s}" for s in ("industry", "construction", "commerce", "services")]].sum().sum()
    assert table("businesses").jobs.sum() == firms


def test_growth_by_hand() -> None:
    rows = load("employment_departements").astype({"departement": str}).query("sector == 'industry'")
    wide = rows.pivot(index="departement", columns="year", values="employment")
    known = wide.dropna()
    expected = wide[2018] / wide[2008] - known[2018].sum() / known[2008].sum()
    found = dict(zip(table("france").codes, growth("industry"), strict=True))
    assert found["85"] == pytest.approx(expected["85"]) and found["38"] == pytest.approx(expected["38"])
    assert math.isnan(found["976"])


def test_ranks_share_ties() -> None:
    assert np.nan_to_num(ranks(np.array([np.nan, 4, 4, 9])), nan=-1).tolist() == [-1, 2, 2, 1]


# --- stars: what a reader discovers ------------------------------------------------------------------------------


def test_one_threshold_changes_the_map() -> None:
    """The quotient alone, and each of the two others alone."""
    industry = [stars("france", "industry", quotient=q) for q in (2.0, 1.5, 1.2, 1.0)]
    assert [f.specialised.sum() for f in industry] == [0, 17, 48, 66]
    assert (industry[0].count != industry[1].count).sum() == 17
    public = [stars("france", "public_admin_education_health", focus=f).places_with(2) for f in (0.05, 0.1, 0.2)]
    assert len(set(public)) > 1
    sizes = [stars("morocco", "industry", size=s).places_with(3) for s in (0.05, 0.1, 0.2)]
    assert len(set(sizes)) > 1
    for q in (1.5, 1.0):
        assert stars("morocco", "agriculture", q).places_with(3) > stars("morocco", "agriculture", 2.0).places_with(3)


def test_focus_is_specialisation_with_another_threshold() -> None:
    for country in ("france", "morocco", "businesses"):
        for sector in table(country).sectors:
            for top in (0.05, 0.1, 0.2):
                found = stars(country, sector, focus=top)
                by_quotient = found.quotient >= found.focus_quotient * (1 - 1e-12)
                assert (found.focused == by_quotient).all()


def test_what_the_chapter_says_of_france_and_morocco() -> None:
    assert stars("france", "industry").quotient.max() == pytest.approx(1.84, abs=0.005)
    assert stars("france", "agriculture").focus_quotient > stars("france", "agriculture").quotient.max()
    named = [table("morocco").names[i] for i in np.flatnonzero(stars("morocco", "industry").count == 3)]
    assert named == ["Tanger-Assilah", "Mohammadia"]
    assert stars("businesses", "industry").places_with(3) == 0


def test_counts_fall_as_more_is_asked() -> None:
    for country, sector in (("france", "finance_realestate_business"), ("morocco", "construction")):
        found = counts(country, sector, 0.1, 0.1)
        assert (np.diff(found, axis=1) <= 0).all() and (np.diff(found, axis=0) <= 0).all()
        assert found[2, 10] == stars(country, sector).places_with(3)


# --- the explorers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "values", "bytes_"),
    [(NAMES[0], 60_000, 40_000), (NAMES[1], 30_000, 40_000), (NAMES[2], 170_000, 50_000), (NAMES[3], 130_000, 40_000)],
)
def test_states_values_and_bytes_are_within_the_budgets(name: str, values: int, bytes_: int) -> None:
    payload = static.payload(explore(name))
    assert payload["values"] <= values and len(zlib.compress(json.dumps(payload).encode(), 9)) <= bytes_


@pytest.mark.parametrize(("name", "control"), [(name, control) for name in NAMES for control in explore(name).controls])
def test_every_control_changes_the_figures(name: str, control: str) -> None:
    explorer = explore(name)
    nodes = explorer.controls[control].nodes()
    one, other = ({control: node} for node in (nodes[0], nodes[-1]))
    assert explorer.evaluate(**one) != explorer.evaluate(**other)
    assert explorer.read(**one) != explorer.read(**other)


def test_the_sentence_of_the_diamond_is_true(built: Explorer) -> None:
    random = np.random.default_rng(5)
    for _ in range(60):
        values = {name: own.nodes()[random.integers(len(own.nodes()))] for name, own in built.controls.items()}
        own = tuple(float(values[corner]) for corner in CORNERS)
        found = copying(own, float(values["r"]))
        said = built.read(**values)
        assert f"strength of {number(found.now, 1)}" in said
        assert ("no cap" in said) == (found.cap == math.inf)
        assert ("no other corner can lift" in said) == (found.cap <= 140 and len(set(own)) > 1)
        if found.gains.max() >= 0.05:
            assert any(n.value == pytest.approx(found.gains[CORNERS.index("factors")]) for n in said.numbers)


def test_the_panels_of_the_diamond_show_the_model(built: Explorer) -> None:
    values = {"strategy": 75.0, "demand": 50.0, "support": 25.0, "factors": 50.0, "r": "-4"}
    drawn, bars, reach = built.evaluate(**values)
    found = copying((75, 50, 25, 50), -4)
    mine, model, ring = drawn["data"]
    assert mine["x"] == [0, 50, 0, -50, 0] and mine["y"] == [75, 0, -25, 0, 75]
    assert model["y"][0] == MODEL[0] and -model["x"][3] == MODEL[3]
    assert ring["y"][0] == pytest.approx(found.now) and ring["x"][3] == pytest.approx(-found.now)
    assert bars["data"][1]["x"] == pytest.approx(found.gains) and bars["data"][2]["x"] == pytest.approx([found.cap] * 2)
    assert reach["data"][-1]["y"] == [pytest.approx(found.now)]
    strong = reach["data"][3]
    assert strong["y"][-1] == pytest.approx(float(strength((75, 50, 25, 200), -4)))
    assert built.evaluate(**values | {"r": "1"})[1]["data"][2]["x"] == [None, None]


def test_the_sentence_of_the_stars_is_true(french: Explorer) -> None:
    for explorer in (french, explore("porter_cluster.morocco")):
        for sector in explorer.controls["sector"].nodes():
            for q in (1.0, 1.5, 2.0, 3.0):
                country, _colon, name = str(sector).rpartition(":")
                found, said = stars(country or "france", name, q), explorer.read(sector=sector, quotient=q)
                three, two, one = (found.places_with(n) for n in (3, 2, 1))
                assert f"{three} have three stars, {two} two, {one} one" in said
                drawn = explorer.evaluate(sector=sector, quotient=q)[0]["data"][0]
                assert drawn["z"] == found.count.tolist()


def test_the_readers_departement(french: Explorer) -> None:
    for code in ("38", "75", "2A", "85", "976"):
        own, said = standing(code, "industry"), french.read(territory=code)
        at = table("france").codes.index(code)
        assert own.name in said and f"number {own.rank} of 101" in said
        assert own.quotient == stars("france", "industry").quotient[at]
        assert ("not known" in said) == (code == "976")
        assert ("more than in the country" in said) == (own.growth > 0)
        maps = french.evaluate(territory=code)[0]["data"]
        assert maps[-1]["locations"] == [code]


def test_the_fastest_are_outlined_when_asked(french: Explorer) -> None:
    shown, hidden = (french.evaluate(growth=asked)[0]["data"][1] for asked in (True, False))
    assert shown["marker"]["line"]["width"] > 0 == hidden["marker"]["line"]["width"]
    slowest = min(growth("industry")[table("france").codes.index(code)] for code in shown["locations"])
    by_code = zip(table("france").codes, growth("industry"), strict=True)
    rest = [g for code, g in by_code if code not in shown["locations"]]
    assert slowest >= np.nanmax(rest)


def test_lines_stand_where_stars_begin(french: Explorer) -> None:
    points, asked, focus, size, _own = french.evaluate(sector="public_admin_education_health")[1]["data"]
    found = stars("france", "public_admin_education_health")
    assert asked["y"] == [2, 2] and focus["y"] == pytest.approx([found.focus_quotient] * 2)
    assert sum(x >= size["x"][0] - 1e-9 for x in points["x"]) == found.size.sum()


def test_names_are_public() -> None:
    assert all(hasattr(porter_cluster, name) for name in porter_cluster.__all__)
