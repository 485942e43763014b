"""Beyond high technology: what a reader discovers holds in the synthetic table, and every control does something."""

from __future__ import annotations

import doctest
import itertools
import json
import zlib
from typing import Any

import numpy as np
import pandas as pd
import pytest

from course_utils import load, load_table
from course_utils.concepts import beyond_high_tech
from course_utils.concepts.beyond_high_tech import (
    entries,
    fields,
    figure,
    hits,
    layout,
    next_for,
    path,
    product_space,
    space,
    space_at,
    steps,
    synthetic,
    themes,
    wide,
)
from course_utils.concepts.beyond_high_tech.explorer import THRESHOLDS
from course_utils.explorer import Explorer, static
from course_utils.explorer.registry import explore
from course_utils.measures import economic_complexity, proximity, relatedness_density, revealed_advantage

LEVELS = [float(t) for t in THRESHOLDS]
PLACES = space_at(1.0).places


@pytest.fixture(scope="module")
def built() -> Explorer:
    return explore("beyond_high_tech")


def test_examples_hold() -> None:
    for module in (space, steps, synthetic, layout, themes):
        ran = doctest.testmod(module)
        assert ran.attempted >= 1 and ran.failed == 0, module.__name__


# --- the model is made of the measures ---------------------------------------------------------------------------


@pytest.mark.parametrize("threshold", LEVELS)
def test_the_space_is_what_the_measures_give(threshold: float) -> None:
    found, M = space_at(threshold), revealed_advantage(synthetic.jobs(0).to_numpy(), threshold)
    assert np.array_equal(found.held, M)
    assert found.near == pytest.approx(proximity(M) - np.eye(40))
    assert found.density(found.held) == pytest.approx(relatedness_density(M))
    assert found.complexity.eci == pytest.approx(economic_complexity(M).eci)


def test_the_synthetic_table_is_sixty_by_forty_and_says_that_it_is_synthetic() -> None:
    assert synthetic.jobs(0).shape == synthetic.jobs(10).shape == (60, 40)
    assert list(synthetic.jobs(0).columns) == list(synthetic.activities().index) == list(space_at(1.0).activities)
    built = explore("beyond_high_tech")
    said = [built.title, built.caption, built.note, *(p.title for p in built.panels)]
    assert all("ynthetic" in text for text in said)
    assert "ynthetic" in static.sources(built.data) and "nvented territory" in built.read()


def test_wide_adds_up_and_refuses_two_years() -> None:
    rows = pd.DataFrame({"territory": list("AAB"), "sector": list("xxy"), "employment": [1, 2, 4], "year": [1, 1, 1]})
    assert wide(rows).to_numpy().tolist() == [[3, 0], [0, 4]]
    with pytest.raises(ValueError, match=r"one year, got \[1, 2\]"):
        wide(rows.assign(year=[1, 2, 2]))
    with pytest.raises(KeyError, match="no place 'Nowhere'"):
        path(space_at(1.0), "Nowhere")


def test_the_readers_own_table_goes_the_same_way(tmp_path: Any) -> None:
    """As in the notebook: written to disk, read by load_table, the same neighbours come out."""
    rows = load("synthetic_activities").query("year == 0").rename(columns={"activity": "sector"})
    rows.assign(year=2000).to_csv(tmp_path / "mine.csv", index=False)
    mine = product_space(wide(load_table(tmp_path / "mine.csv", like="employment_by_territory")))
    for place in ("Territory 05", "Territory 20"):
        assert next_for(mine, place).to_dict() == pytest.approx(next_for(space_at(1.0), place).to_dict())


def test_columns_of_the_live_tables_fit() -> None:
    """`live` gives the columns of employment_departements."""
    rows = load("employment_departements").query("year == 2018")
    broad = product_space(wide(rows, place="departement"))
    assert "38" in broad.places and len(broad.activities) == 7


def test_seven_sectors_carry_no_relatedness() -> None:
    rows = load("employment_departements").query("year == 2018")
    broad = product_space(wide(rows, place="departement"))
    near = dict(zip(broad.activities, broad.near[broad.activities.index("agriculture")], strict=True))
    assert max(near, key=lambda sector: near[sector]) == "public_admin_education_health"


# --- steps -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", PLACES[::7])
def test_a_step_takes_the_highest_density(place: str) -> None:
    found = space_at(1.0)
    for n in range(5):
        before, after = path(found, place, n), path(found, place, n + 1)
        assert after.entered == (*before.entered, before.nearest[0])
        assert after.at[-1] == before.density[before.nearest[0]] == max(before.density[list(before.nearest)])
        basket = before.start.copy()
        basket[list(before.entered)] = 1
        assert before.density == pytest.approx(found.density(basket))
        assert (after.density >= before.density - 1e-12).all(), "nobody gets further away"
    assert next_for(found, place).is_monotonic_decreasing


def test_a_walk_ends_when_nothing_is_left() -> None:
    found = path(space_at(1.0), "Territory 05", 99)
    assert len(found.entered) == 31 and found.nearest == () and found.start.sum() == 9


# --- what a reader discovers -------------------------------------------------------------------------------------


@pytest.mark.parametrize("threshold", LEVELS)
def test_places_enter_what_is_close_to_what_they_do(threshold: float) -> None:
    found = entries(threshold)
    assert found.rates[-1] >= 2.5 * found.rates[0]
    assert found.rates[3:].mean() > 1.5 * found.rates[:2].mean()
    density, M = space_at(threshold).density(space_at(threshold).held), space_at(threshold).held
    later = synthetic.later(threshold)
    new, stayed = (M == 0) & (later == 1), (M == 0) & (later == 0)
    assert density[new].mean() > 1.3 * density[stayed].mean()
    assert hits(threshold) > 2.5 * found.overall
    assert found.taken.sum() == new.sum() and found.tried.sum() == (M == 0).sum()


def test_entries_rise_band_by_band_and_still_most_stay_away() -> None:
    for threshold in (0.5, 1.0):
        rates = entries(threshold).rates
        assert (np.diff(rates) > 0).all() and rates[-1] < 0.11
    assert entries(1.0).rates[-1] / entries(1.0).rates[0] == pytest.approx(12.3, abs=0.1)


def test_it_is_no_artefact_of_the_large() -> None:
    """Territories with many activities have high densities: within one territory, too, the near comes first."""
    found, later = space_at(1.0), synthetic.later(1.0)
    density, places = found.density(found.held), []
    for row, own in enumerate(found.held):
        lacking = np.flatnonzero(own == 0)
        ranks = density[row, lacking].argsort().argsort() / (len(lacking) - 1)
        places += list(ranks[later[row, lacking] == 1])
    assert np.mean(places) > 0.63 and len(places) == 90


@pytest.mark.parametrize("threshold", LEVELS)
def test_low_technology_has_dense_neighbourhoods_too(threshold: float) -> None:
    near = fields(threshold).groupby("technology")["near"]
    assert near.mean()["low"] > 0.97 * near.mean()["high"]
    assert near.median()["low"] > 0.9 * near.median()["high"]
    top = fields(threshold)["near"].nlargest(10).index
    assert (fields(threshold).loc[top, "technology"] == "low").sum() >= 2


def test_low_fields_are_entered_as_often_and_for_the_same_reason() -> None:
    low, high = entries(1.0, "low"), entries(1.0, "high")
    assert low.overall == pytest.approx(high.overall, rel=0.1)
    assert low.rates[-1] > 5 * low.rates[0]
    parts = [entries(1.0, level).taken for level in synthetic.LEVELS]
    assert np.array_equal(sum(parts), entries(1.0).taken)


def test_complexity_is_neither_technology_nor_diversity() -> None:
    pci = fields(1.0)["pci"]
    assert pci["Glassware"] == pytest.approx(pci["Video games"], abs=0.05)
    eci, diversity = space_at(1.0).complexity.eci, space_at(1.0).held.sum(axis=1)
    assert 0 < np.corrcoef(eci, diversity)[0, 1] < 0.3
    assert eci[diversity <= 4].max() > eci[diversity >= 15].min()


def test_a_territory_of_the_third_move_exists() -> None:
    """Its nearest is low technology, its nearest high technology in eighth place or later."""
    found = []
    for place in PLACES:
        kinds = [figure.levels()[i] for i in path(space_at(1.0), place).nearest]
        if kinds[0] == "low" and kinds.index("high") >= 7:
            found.append(place)
    assert len(found) >= 2


# --- the themes --------------------------------------------------------------------------------------------------


def test_the_first_day() -> None:
    shares = {label_class: themes.labels("2005", label_class) for label_class in themes.CLASSES}
    assert {k: (len(v), int(v["high"].sum())) for k, v in shares.items()} == {
        "all": (66, 16),
        "mondial": (6, 6),
        "à vocation mondiale": (9, 3),
        "national": (51, 7),
    }


def test_the_share_beyond_does_not_rise() -> None:
    shares = [1 - themes.labels(year)["high"].mean() for year in themes.YEARS]
    assert shares[0] == max(shares) and min(shares) > 0.72


def test_own_labels_of_known_years_agree_with_the_counts_of_decisions() -> None:
    """66 in 2005 and 2006, 71 in 2007 and 2010: what the card of poles_competitivite says that the names give."""
    own = {year: int((themes.state(year) == "own").sum()) for year in ("2005", "2006", "2007", "2010")}
    assert own == {"2005": 66, "2006": 66, "2007": 71, "2010": 71}


def test_every_pole_is_in_one_state_and_ends_stay_ended() -> None:
    before: pd.Series | None = None
    for year in themes.YEARS:
        now = themes.state(year)
        assert now.isin(["before", "own", "merged", "unknown", "ended"]).all() and len(now) == 83
        if before is not None:
            assert (now[before == "ended"] == "ended").all()
            assert not (now[before != "before"] == "before").any()
        assert len(themes.labels(year)) == int(themes.counts(year).to_numpy().sum())
        before = now


def test_what_was_withdrawn() -> None:
    found = themes.withdrawn()
    assert len(found) == 9 and int((~found["high"]).sum()) == 8
    may = found[found["exit_latest"] == pd.Timestamp("2010-05-11")]
    assert len(may) == 6 and not may["high"].any() and (may["exit"] == "label withdrawn").all()


def test_homes_and_map_agree() -> None:
    columns, _table = themes.cover()
    for code, year in itertools.product(("38", "14", "75", "2A", "974", "976"), ("2005", "2016", "2023")):
        home = themes.home(code, year)
        assert themes.on_map(year, "all", "all")[columns[code]] == len(home.high) + len(home.beyond)
        assert themes.on_map(year, "all", "beyond")[columns[code]] == len(home.beyond)
    assert themes.home("14").beyond == ("Filière équine", "Normandy Motor Valley")


def test_themes_of_the_text() -> None:
    poles = themes.poles()
    for word in ("horse", "cereal", "ceram", "seafood", "children"):
        assert poles["theme"].str.contains(word).any()
    assert set(themes.HIGH) < set(themes.groups()) and len(themes.groups()) == 14
    assert themes.groups()[:4] == tuple(sorted(themes.HIGH, key=lambda g: themes.groups().index(g)))
    assert (load("poles_competitivite")["class_basis"].astype(str).str.contains("derived")).sum() == 37
    assert poles.loc["Céréales Vallée", "exit_latest"].year == 2019


# --- explorers ---------------------------------------------------------------------------------------------------


def test_every_network_has_the_same_links_and_joins_all() -> None:
    for threshold in LEVELS:
        drawn = layout.links(threshold)
        assert len(drawn) == layout.LINKS == len(set(drawn))
        assert {node for edge in drawn for node in edge} == set(range(40))
    at = layout.places()
    assert at.shape == (40, 2) and np.abs(at).max() == 100 and np.array_equal(at, np.round(at))
    gaps = np.hypot(*(at[:, None] - at[None]).T) + 99 * np.eye(40)
    assert gaps.min() > 12, "no activity hides another"


@pytest.mark.parametrize("steps", ["0", "3", "5"])
def test_the_network_shows_the_path(built: Explorer, steps: str) -> None:
    drawn = built.evaluate(territory="Territory 20", steps=steps)[0]["data"]
    found = path(space_at(1.0), "Territory 20", int(steps))
    names = figure.names()
    held, taken, following = drawn[4], drawn[5], drawn[6]
    assert {t for t in held["text"] if t} == {names[i] for i in np.flatnonzero(found.start)}
    assert [t for t in taken["text"] if t] == [names[i] for i in found.entered] and len(taken["x"]) == 5
    assert following["text"] == [names[found.nearest[0]]]


def test_bars_are_densities_and_stars_are_what_came(built: Explorer) -> None:
    drawn = built.evaluate(territory="Territory 12")[1]
    found = next_for(space_at(1.0), "Territory 12")
    names = drawn["layout"]["yaxis"]["ticktext"]
    assert names == list(found.index[:8])
    for row, name in enumerate(names):
        bars = [trace["x"][row] for trace in drawn["data"][:3] if trace["x"][row] is not None]
        assert bars == [pytest.approx(100 * found[name], abs=0.5)]
        came = synthetic.later(1.0)[PLACES.index("Territory 12"), figure.names().index(name)]
        assert (drawn["data"][3]["x"][row] is not None) == bool(came)


@pytest.mark.parametrize(("place", "threshold", "steps"), [("Territory 05", "1", "0"), ("Territory 20", "3", "4")])
def test_the_reading_says_the_models_numbers(built: Explorer, place: str, threshold: str, steps: str) -> None:
    said = built.read(territory=place, threshold=threshold, steps=steps)
    found, shares = path(space_at(float(threshold)), place, int(steps)), entries(float(threshold))
    nearest = found.density[found.nearest[0]]
    values = [number.value for number in said.numbers]
    assert values[:3] == pytest.approx([found.start.sum(), 40, nearest])
    assert shares.rates[shares.band(nearest)] in values and shares.rates[0] in values
    assert figure.names()[found.nearest[0]] in said
    kept = sum(synthetic.later(float(threshold))[PLACES.index(place), i] for i in found.entered)
    assert ([int(steps), kept] == values[-5:-3]) == (steps != "0")
    medians = synthetic.fields(float(threshold)).groupby("technology")["near"].median()
    assert values[-3:] == pytest.approx([medians[level] for level in ("low", "medium", "high")])


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_every_state_is_drawn_inside_its_axes(built: Explorer, threshold: str) -> None:
    for place, steps_ in itertools.product(PLACES[::11], ("0", "5")):
        network, bars, shares, strip = built.evaluate(territory=place, threshold=threshold, steps=steps_)
        assert all(0 <= x <= 100 for trace in bars["data"] for x in trace["x"] if x is not None)
        assert max(y for y in shares["data"][0]["y"]) < shares["layout"]["yaxis"]["range"][1]
        assert len(network["data"]) == 7 and len(strip["data"]) == 4
    for yardstick in ("near", "pci"):
        strip = built.evaluate(threshold=threshold, yardstick=yardstick)[3]
        low, high = strip["layout"]["xaxis"]["range"]
        assert all(low <= x <= high for trace in strip["data"] for x in trace["x"] if x is not None)


@pytest.mark.parametrize("name", ["beyond_high_tech", "beyond_high_tech.themes"])
def test_every_control_matters(name: str) -> None:
    explorer = explore(name)
    start = (json.dumps(explorer.evaluate()), str(explorer.read()))
    for key, control in explorer.controls.items():
        other = next(node for node in control.nodes() if node != control.value)
        moved = (json.dumps(explorer.evaluate(**{key: other})), str(explorer.read(**{key: other})))
        assert moved != start, key


def test_themes_sentences(built: Explorer) -> None:
    explorer = explore("beyond_high_tech.themes")
    said = explorer.read(year="2005", label_class="national", territory="14")
    assert [n.value for n in said.numbers][:6] == pytest.approx([66, 50, 50 / 66, 51, 44, 44 / 51])
    assert "Basse-Normandie" in said and "Filière équine" in said
    assert "has none" in explorer.read(territory="976")
    for year, label_class in itertools.product(themes.YEARS, themes.CLASSES):
        assert "n/a" not in explorer.read(year=year, label_class=label_class)


def test_bars_of_themes_add_up_to_the_years() -> None:
    explorer = explore("beyond_high_tech.themes")
    for year, label_class in (("2005", "all"), ("2019", "national"), ("2023", "all")):
        bars, years, _map = explorer.evaluate(year=year, label_class=label_class)
        at = years["data"][0]["x"].index(year)
        *rows, mark = bars["data"]
        for bar, column in zip(rows, years["data"], strict=False):
            assert sum(bar["x"]) == column["y"][at], bar["name"]
        assert max(map(sum, zip(*(bar["x"] for bar in rows), strict=True))) <= 11
        assert [x is not None for x in mark["x"]] == [group not in themes.HIGH for group in themes.groups()]
        assert years["data"][-1]["x"] == [year]
    assert np.max([themes.on_map(y, "all", "all").max() for y in themes.YEARS]) <= 16


@pytest.mark.parametrize(
    ("name", "values", "kilobytes"), [("beyond_high_tech", 110_000, 110), ("beyond_high_tech.themes", 160_000, 30)]
)
def test_budgets(name: str, values: int, kilobytes: int) -> None:
    payload = static.payload(explore(name))
    assert payload["values"] <= values
    assert len(zlib.compress(json.dumps(payload).encode(), 9)) <= 1000 * kilobytes


def test_names_are_public() -> None:
    assert all(hasattr(beyond_high_tech, name) for name in beyond_high_tech.__all__)
