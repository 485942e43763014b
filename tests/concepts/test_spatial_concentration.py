"""Darts and clusters on the communes of France: what the chapter says one finds out must hold in the model."""

from __future__ import annotations

import json
import math
import time
import zlib
from typing import Any

import numpy as np
import pytest

from course_utils.concepts import spatial_concentration as space
from course_utils.concepts.spatial_concentration import chance, industries, places, plants, poles, quotients
from course_utils.concepts.spatial_concentration.explorer import PLANTS, SCALES, STRENGTHS
from course_utils.concepts.spatial_concentration.places import A_SITE, board, communes, plane
from course_utils.datasets import load, territories
from course_utils.explorer import static
from course_utils.explorer.registry import explore
from course_utils.measures import ellison_glaeser, k_density, locational_gini

NAMES = ("spatial_concentration", "spatial_concentration.quotients", "spatial_concentration.industries")
SIZES = tuple(plants.EXPONENTS)
DRAWS = range(1, 7)
GINI, GINI_REGION, GAMMA, GAMMA_REGION, GAMMA_MS = range(5)


# --- the dartboard -----------------------------------------------------------------------------------------------


def test_distances_on_the_plane_are_those_on_the_globe() -> None:
    table = communes().iloc[:: len(communes()) // 300]
    flat = plane(table["longitude"], table["latitude"])
    lon, lat = np.radians(table[["longitude", "latitude"]].to_numpy(float)).T
    cosine = np.sin(lat) * np.sin(lat[:, None]) + np.cos(lat) * np.cos(lat[:, None]) * np.cos(lon - lon[:, None])
    globe = 6371 * np.arccos(np.clip(cosine, -1, 1))
    apart = np.hypot(*(flat[:, None] - flat).T)
    far = globe > 5
    assert np.abs(apart[far] / globe[far] - 1).max() < 4e-3


def test_there_is_a_site_for_every_200_inhabitants() -> None:
    table, counts = communes(), np.bincount(board().sites)
    people = table["population"].to_numpy()
    assert (counts == np.maximum(np.ceil(people / A_SITE), 1)).all() and counts.min() == 1
    assert set(board().codes["departement"]) == {c for c in load("departements")["code"].astype(str) if len(c) == 2}
    for level in places.LEVELS:
        assert board().shares[level].sum() == pytest.approx(1)
        people_of = np.bincount(board().member[level], people)
        assert board().shares[level] == pytest.approx(people_of / people_of.sum(), rel=0.4)
    assert space.site_share("38") == board().shares["departement"][board().codes["departement"].index("38")]
    assert space.site_share("976") == 0


def test_darts_land_where_people_are() -> None:
    thrown = np.concatenate([plants._darts(draw) for draw in range(1, 201)])
    share = np.bincount(board().member["departement"][thrown], minlength=96) / len(thrown)
    error = np.sqrt(board().shares["departement"] / len(thrown))
    assert np.abs((share - board().shares["departement"]) / error).max() < 4.5


# --- plants ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", PLANTS)
def test_sizes_grow_unequal(n: int) -> None:
    shares = [space.sizes(n, key) for key in SIZES]
    assert all(s.sum() == pytest.approx(1) and s.size == n for s in shares)
    lumps = [float(s @ s) for s in shares]
    assert lumps[0] == pytest.approx(1 / n) and lumps == sorted(lumps) and lumps[2] > 0.2


def test_drawn_plants_are_as_large_as_the_others() -> None:
    """Or else the strength would move the lumps as well."""
    for n in PLANTS:
        jobs = space.sizes(n, "uneven")
        assert np.median(jobs[: n // 2]) == pytest.approx(np.median(jobs[n // 2 :]), rel=0.5)


def test_a_throw_keeps_its_darts_as_plants_are_added_or_drawn() -> None:
    few, many, drawn = space.throw(60), space.throw(200), space.throw(200, 0.4, 40.0)
    assert np.array_equal(few.communes, many.communes[:60]) and drawn.drawn == 80
    assert np.array_equal(drawn.communes[80:], many.communes[80:])
    assert not np.array_equal(space.throw(60, draw=2).communes, few.communes)


@pytest.mark.parametrize("scale", SCALES)
def test_drawn_plants_lie_about_as_near_their_towns_as_told(scale: int) -> None:
    for draw in DRAWS:
        drawn = space.throw(200, 0.8, scale, draw).places[:160]
        towns = np.flatnonzero(communes()["population"] >= plants.TOWN)
        near = np.random.default_rng([plants.SEED, draw, 1]).choice(towns, 2, replace=False)
        away = np.hypot(*(drawn[:, None] - board().places[near]).T).min(axis=0)
        assert 0.5 * scale < np.median(away) < 1.5 * scale


@pytest.mark.parametrize("bad", [{"n": 1}, {"n": 201}, {"strength": 1.2}, {"strength": -0.1}, {"scale": 0.0}])
def test_a_wrong_throw_is_named(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"n must lie in \[2, 200\]"):
        space.throw(**{"n": 20} | bad)


# --- Discover: lumps, gamma, distances ---------------------------------------------------------------------------


@pytest.mark.parametrize("n", PLANTS)
def test_lumpy_darts_look_more_concentrated_than_a_true_cluster_of_equal_plants(n: int) -> None:
    """A raw Gini cries cluster where darts would land; gamma does not."""
    lumpy, alike = space.of_darts(n, "lumpy"), space.of_darts(n, "equal")
    assert lumpy.low[GINI] > alike.high[GINI] and lumpy.mean[GINI] > 0.4
    cluster = np.mean([space.of_throw(200, "equal", 0.4, 40.0, draw) for draw in DRAWS], axis=0)
    assert lumpy.low[GINI] > cluster[GINI]
    assert abs(lumpy.mean[GAMMA]) < 0.004 < 0.015 < cluster[GAMMA]


@pytest.mark.parametrize("n", PLANTS)
@pytest.mark.parametrize("inequality", SIZES)
def test_under_random_location_mean_gamma_is_zero_whatever_the_plants(n: int, inequality: str) -> None:
    darts = space.of_darts(n, inequality)
    for row in (GAMMA, GAMMA_REGION, GAMMA_MS):
        spread = (darts.high[row] - darts.low[row]) / 3.29  # as of a normal law
        assert abs(darts.mean[row]) < 5 * spread / math.sqrt(chance.THROWS)
        assert darts.low[row] < 0 < darts.high[row]


@pytest.mark.parametrize("seed", [7, 8])
def test_another_seed_gives_the_same_reading(seed: int) -> None:
    for n, inequality in ((20, "lumpy"), (60, "uneven"), (200, "equal")):
        one, other = space.of_darts(n, inequality), chance.of_darts(n, inequality, seed)
        assert one.low[GINI] == pytest.approx(other.low[GINI], abs=0.006)
        assert one.high[GINI] == pytest.approx(other.high[GINI], abs=0.006)
        assert one.high[GAMMA] == pytest.approx(other.high[GAMMA], abs=0.008)
        fresh = chance.false_alarms(n, inequality, 200, seed)
        assert fresh == pytest.approx(chance.false_alarms(n, inequality, 200), abs=0.03)


def test_the_fewer_the_plants_the_wider_gamma_may_stray() -> None:
    for inequality in SIZES:
        widths = [np.ptp([d.low[GAMMA], d.high[GAMMA]]) for d in (space.of_darts(n, inequality) for n in (20, 60, 200))]
        assert widths == sorted(widths, reverse=True)
    lumpy, alike = (space.of_darts(60, key) for key in ("lumpy", "equal"))
    assert lumpy.high[GAMMA] - lumpy.low[GAMMA] > 4 * (alike.high[GAMMA] - alike.low[GAMMA])


def test_larger_units_see_less_of_the_same_plants() -> None:
    for inequality in SIZES:
        for draw in DRAWS:
            found = space.of_throw(200, inequality, 0.0, 40.0, draw)
            assert found[GINI] > found[GINI_REGION]


def test_gamma_grows_with_the_strength_and_fades_as_clusters_spill_over_borders() -> None:
    def mean(strength: float, scale: float) -> float:
        return float(np.mean([space.of_throw(200, "equal", strength, scale, draw)[GAMMA] for draw in DRAWS]))

    by_strength = [mean(s, 40.0) for s in STRENGTHS]
    by_scale = [mean(0.8, float(km)) for km in SCALES]
    assert by_strength == sorted(by_strength) and abs(by_strength[0]) < 0.002
    assert by_scale == sorted(by_scale, reverse=True) and by_scale[2] < by_scale[0] / 5


def test_the_k_density_tells_at_which_distance() -> None:
    """In every throw the excess ends further out as the same two clusters widen."""
    for draw in DRAWS:
        ends = [space.localised(200, "equal", 0.8, float(km), draw)[1] for km in SCALES]
        assert ends == sorted(ends) and ends[0] < ends[2]
    one = [space.localised(200, "equal", 0.8, float(km), 2) for km in SCALES]
    assert one[0][0] == one[1][0] == 0 < one[2][0]


def test_darts_do_not_leave_the_global_band_more_than_promised() -> None:
    for inequality in SIZES:
        for n in PLANTS:
            alarms = [space.false_alarms(n, inequality, times) for times in (20, 200, 1000)]
            assert alarms[0] > 0.15 and 0.02 < alarms[1] < 0.12 and 0.02 < alarms[2] < 0.09


def test_more_plants_show_a_cluster_better() -> None:
    found = {n: sum(not math.isnan(space.localised(n, "equal", 0.4, 40.0, d)[0]) for d in DRAWS) for n in (20, 60, 200)}
    assert found[200] == len(DRAWS) and found[20] < found[200]


def test_the_measures_are_those_of_the_core() -> None:
    found, jobs = space.throw(60, 0.4, 40.0, 3), space.sizes(60, "uneven")
    values = space.of_throw(60, "uneven", 0.4, 40.0, 3)
    where, shares = found.regions("region"), board().shares["region"]
    held = np.bincount(where, jobs, 13)
    assert values[GINI_REGION] == pytest.approx(float(locational_gini(held[:, None], shares)[0]))
    assert values[GAMMA_REGION] == pytest.approx(ellison_glaeser(jobs, where, shares).gamma)
    width = chance.bandwidth(60)
    assert space.curve(60, "uneven", 0.4, 40.0, 3) == pytest.approx(
        k_density(found.places, space.RADII, weights=jobs, bandwidth=width)
    )


def test_the_bandwidth_is_that_of_darts_and_the_axis_holds_half_of_their_pairs() -> None:
    random = np.random.default_rng(5)
    own = []
    for _throw in range(20):
        darts = board().places[random.choice(board().sites, 200, replace=False)]
        d = np.hypot(*(darts[:, None] - darts).T)[np.triu_indices(200, 1)]
        own.append((0.9 * d.std() * len(d) ** -0.2, np.median(d)))
    assert chance.bandwidth(200) == pytest.approx(np.mean(own, axis=0)[0], rel=0.05)
    assert np.mean(own, axis=0)[1] == pytest.approx(space.RADII[-1], rel=0.06)


def test_two_hundred_permutations_take_less_than_three_seconds() -> None:
    """Of processor time, for the largest state of the live explorer, nothing kept from before."""
    board(), chance.bandwidth(200)
    start = time.process_time()
    chance.bands.__wrapped__(200, "uneven", 200)
    chance.curve.__wrapped__(200, "uneven", 0.4, 40.0, 1)
    assert time.process_time() - start < 3  # 0.3 on a machine that does nothing else


# --- quotients, Morocco, the pôles, the bombs --------------------------------------------------------------------


def test_small_places_win_stars_by_chance() -> None:
    for n in (20, 60, 200):
        stars = [space.chance_quotients(n, "equal", draw).stars for draw in DRAWS]
        assert min(stars) >= 7
    assert max(space.chance_quotients(1000, "equal", draw).stars for draw in DRAWS) <= 8


def test_the_odds_are_binomial_for_plants_that_are_alike() -> None:
    share = board().shares["departement"]
    star, none = space.odds(200, "equal")
    assert none == pytest.approx((1 - share) ** 200, abs=0.03)
    exact = []
    for x in share:
        chances = np.cumprod([(1 - x) ** 200, *((200 - k) / (k + 1) * x / (1 - x) for k in range(200))])
        exact.append(chances[np.arange(201) / 200 / x >= 2].sum())
    assert star == pytest.approx(exact, abs=0.03)
    other = quotients.odds(200, "uneven", seed=5)
    assert np.abs(space.odds(200, "uneven") - other).max() < 0.04


def test_a_quotient_is_a_share_over_a_share() -> None:
    found = space.chance_quotients(60, "uneven", 2)
    assert found.values @ board().shares["departement"] == pytest.approx(1)
    assert found.stars == (found.values >= 2).sum() and found.empty == (found.values == 0).sum()


def test_every_sector_of_morocco_is_beyond_chance_and_hardly_concentrated() -> None:
    for sector in industries.SECTORS:
        for level in industries.LEVELS:
            for against in industries.AGAINST:
                found = space.industry(sector, level, against)
                assert 50 * found.high < found.gamma < 0.006 and found.low < 0 < found.high
    by_level = [space.industry("industry", level, "people").gamma for level in industries.LEVELS]
    assert len({round(gamma, 4) for gamma in by_level}) == 3
    ginis = [space.industry("industry", level, "people").gini for level in industries.LEVELS]
    assert ginis == sorted(ginis, reverse=True)


def test_the_range_of_the_darts_is_that_of_the_index() -> None:
    shares = industries.counts("region")["people"].to_numpy()
    shares = shares / shares.sum()
    low, high = industries.darts(500, shares)
    random = np.random.default_rng(industries.SEED)
    draws = random.multinomial(500, shares, size=industries.THROWS)[:150]
    gammas = [ellison_glaeser(np.ones(500), np.repeat(np.arange(12), held), shares).gamma for held in draws]
    assert np.mean(np.array(gammas) < low) == pytest.approx(0.05, abs=0.05)
    assert np.mean(np.array(gammas) > high) == pytest.approx(0.05, abs=0.05)
    found = space.industry("construction", "region")
    assert found.curve[-1] == pytest.approx([1, 1]) and np.trapezoid(found.curve[:, 1], found.curve[:, 0]) < 0.5
    assert found.gini == pytest.approx(0.5 - np.trapezoid(found.curve[:, 1], found.curve[:, 0]))


def test_morocco_is_counted_whole() -> None:
    for level in industries.LEVELS:
        assert industries.counts(level)["industry"].sum() == 154_979


def test_the_poles_sit_where_people_sit() -> None:
    table = load("poles_competitivite")
    assert table["longitude"].isna().sum() == 34 and len(table) == 83 and len(space.pole_towns()) == 48
    for seed in (1, 2):
        found = poles.pole_bands(500, seed)
        assert not (found.observed > found.global_[1]).any() and not (found.observed < found.global_[0]).any()


def test_the_bombs_are_those_of_the_page_of_1946() -> None:
    found = space.flying_bombs()
    assert found["counted"].sum() == 576 and found["by_chance"].sum() == pytest.approx(576)
    assert found["by_chance"].round(2).tolist() == [226.74, 211.39, 98.54, 30.62, 7.14, 1.57]


# --- the explorers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "values", "bytes_"), list(zip(NAMES, (220_000, 15_000, 3_000), (100_000, 30_000, 10_000), strict=True))
)
def test_values_and_bytes_are_within_the_budgets(name: str, values: int, bytes_: int) -> None:
    payload = static.payload(explore(name))
    assert payload["values"] <= values and len(zlib.compress(json.dumps(payload).encode(), 9)) <= bytes_


def test_nothing_is_interpolated() -> None:
    for name in NAMES:
        built = explore(name)
        assert built.interpolated(list(built.controls)) == []


@pytest.mark.parametrize(("name", "control"), [(name, control) for name in NAMES for control in explore(name).controls])
def test_every_control_changes_figure_and_reading(name: str, control: str) -> None:
    built = explore(name)
    nodes = built.controls[control].nodes()
    start = {"strength": "0.8"} if name == NAMES[0] else {}
    one, other = start | {control: nodes[0]}, start | {control: nodes[-1] if control != "territory" else "2A"}
    assert built.evaluate(**one) != built.evaluate(**other) and built.read(**one) != built.read(**other)


def states(name: str, count: int) -> list[dict[str, Any]]:
    built, random = explore(name), np.random.default_rng(6)
    return [
        {control: own.nodes()[random.integers(len(own.nodes()))] for control, own in built.controls.items()}
        for _ in range(count)
    ]


def test_the_sentence_is_true_in_every_state() -> None:
    built = explore("spatial_concentration")
    for values in states("spatial_concentration", 60):
        said = str(built.read(**values))
        n, kind, times = int(values["n"]), values["inequality"], int(values["simulations"])
        state = (n, kind, float(values["strength"]), float(values["scale"]), int(values["draw"]))
        own, darts = space.of_throw(*state), space.of_darts(n, kind)
        assert ("says nothing" in said) == (darts.low[GINI] <= own[GINI] <= darts.high[GINI])
        assert ("beyond what darts give" in said) == (own[GAMMA] > darts.high[GAMMA])
        assert ("all of them darts" in said) == (values["strength"] == "0")
        start, end = space.localised(*state, times)
        assert ("localised" in said) == (not math.isnan(start))
        assert math.isnan(end) or f"{end:.0f}" in said
        assert f"{100 * space.sizes(n, kind).max():.1f}" in said


def test_panels_show_the_throw() -> None:
    values = {"n": "60", "inequality": "uneven", "strength": "0.4", "scale": "10", "draw": "3", "simulations": "20"}
    where, seen, far = explore("spatial_concentration").evaluate(**values)
    found = space.throw(60, 0.4, 10.0, 3)
    darts, drawn = where["data"][1:]
    assert [v for v in drawn["lon"] if v is not None] == pytest.approx(found.degrees[:24, 0].tolist())
    assert [v for v in darts["lat"] if v is not None] == pytest.approx(found.degrees[24:, 1].tolist())
    assert len(darts["lon"]) == 200 and len(drawn["lon"]) == 160
    largest = int(np.argmax(space.sizes(60, "uneven")))
    assert np.argmax(darts["marker"]["size"]) == largest
    assert seen["data"][2]["x"] == pytest.approx(space.of_throw(60, "uneven", 0.4, 10.0, 3).tolist())
    assert far["data"][4]["y"] == pytest.approx((1000 * space.curve(60, "uneven", 0.4, 10.0, 3)).tolist())
    band = space.bands(60, "uneven", 20)
    above = [x for x in far["data"][5]["x"] if x is not None]
    assert above == space.RADII[space.curve(60, "uneven", 0.4, 10.0, 3) > band.global_[1]].tolist()


def test_everything_lies_within_the_axes() -> None:
    for values in states("spatial_concentration", 80):
        _where, seen, far = explore("spatial_concentration").evaluate(**values)
        low, high = seen["layout"]["xaxis"]["range"]
        assert all(low <= x <= high for trace in seen["data"] for x in trace["x"] if x is not None)
        assert "range" not in far["layout"]["yaxis"]  # a narrow cluster is far higher than any band
        assert all(y >= 0 for trace in far["data"] for y in trace["y"] if y is not None)


def test_the_quotients_say_their_numbers() -> None:
    built = explore("spatial_concentration.quotients")
    for values in states("spatial_concentration.quotients", 20):
        said = built.read(**values)
        found = space.chance_quotients(int(values["n"]), values["inequality"], int(values["draw"]))
        assert [number.value for number in said.numbers][1:3] == [found.stars, found.empty]
    assert "not on this dartboard" in str(built.read(territory="976"))
    assert len(territories("departement")) == 101


def test_run_count_and_seed_are_printed() -> None:
    shown = [str(explore(name).caption) for name in NAMES]
    assert all("1,000 throws" in text or "4,000 throws" in text for text in shown)
    assert all("seed" in text for text in shown)
    assert f"seed {quotients.SEED}" in shown[1] and f"{quotients.THROWS:,}" in shown[1]
    assert f"seed {industries.SEED}" in shown[2] and f"{industries.THROWS:,}" in shown[2]


def test_names_are_public() -> None:
    assert all(hasattr(space, name) for name in space.__all__)
