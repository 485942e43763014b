"""Urban hierarchy: what the data say, what a reader discovers, and what every control does."""

from __future__ import annotations

import itertools
from dataclasses import asdict
from typing import Any

import numpy as np
import pytest

from course_utils import load
from course_utils.concepts.urban_hierarchy import explorer, model, territories
from course_utils.concepts.urban_hierarchy.places import UNITS, home_of, metropolises, places
from course_utils.explorer import Explorer, Territory
from course_utils.measures import gini, primacy, rank_size

GRENOBLE = "200040715"
COUNTS = {"commune": (34_800, 34_875), "epci": (1_253, 1_253), "departement": (101, 101), "region": (18, 18)}


@pytest.fixture(scope="module")
def built() -> Explorer:
    return explorer()


# --- the data --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", UNITS)
def test_places_are_all_there_and_in_order(unit: str) -> None:
    ordered = places(unit, "2026")
    low, high = COUNTS[unit]
    assert low <= len(ordered) <= high
    assert (np.diff(ordered.sizes) <= 0).all() and ordered.sizes[-1] > 0
    assert ordered.ranks[ordered.codes[7]] == 8


@pytest.mark.parametrize("year", model.VINTAGES)
def test_the_same_people_are_counted_at_every_scale(year: str) -> None:
    total = load("communes")[f"population_{year}"].sum()
    sums = {unit: places(unit, year).sizes.sum() for unit in UNITS}
    assert sums["commune"] == sums["departement"] == sums["region"] == total
    assert 0 < total - sums["epci"] < 10_000  # four islands belong to no EPCI


@pytest.mark.parametrize(("unit", "name"), [("departement", "departements"), ("region", "regions")])
def test_upper_scales_agree_with_their_own_tables(unit: str, name: str) -> None:
    table = load(name).set_index("code")["population_2026"]
    ordered = places(unit, "2026")
    assert dict(zip(ordered.codes, ordered.sizes, strict=True)) == table.astype(float).to_dict()


def test_epci_agree_with_the_published_table() -> None:
    table = load("epci").query("year == 2026").set_index("epci")["population"]
    ordered = places("epci", "2026")
    assert dict(zip(ordered.codes, ordered.sizes, strict=True)) == table.astype(float).to_dict()


def test_bad_unit_and_year_are_named() -> None:
    with pytest.raises(ValueError, match=r"unit.*'city'"):
        places("city", "2026")
    with pytest.raises(ValueError, match=r"year.*'1954'"):
        places("commune", "1954")


# --- the model -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("estimator", model.ESTIMATORS)
def test_fit_is_the_measure_on_the_places_kept(estimator: str) -> None:
    sizes = places("commune", "2026").sizes
    fit = model.fit("commune", "2026", 464.159, estimator)
    rule = rank_size(sizes[:464], method=estimator)
    assert (fit.exponent, fit.standard_error, fit.n) == (rule.exponent, rule.standard_error, 464)
    assert fit.primacy == primacy(sizes) == sizes[0] / sizes[1]
    assert fit.sizes == (sizes[463], sizes[0])


@pytest.mark.parametrize("estimator", model.ESTIMATORS)
def test_the_drawn_line_has_the_slope_of_the_exponent(estimator: str) -> None:
    fit = model.fit("epci", "2026", 100, estimator)
    slope = np.diff(np.log(fit.ranks)) / np.diff(np.log(fit.sizes))
    assert slope[0] == pytest.approx(-fit.exponent)
    assert fit.ranks[0] == pytest.approx(100, rel=0.35)  # near the curve where it ends


def test_a_cut_off_beyond_the_last_place_keeps_them_all() -> None:
    assert model.fit("region", "2026", 31_622.8, "ols") == model.fit("region", "2026", 18, "ols")


def test_curve_is_decimated_and_passes_through_true_places() -> None:
    sizes = places("commune", "2026").sizes
    curve = model.curve("commune", "2026")
    drawn = np.isfinite(curve.sizes)
    assert 100 < drawn.sum() < 200
    assert (curve.sizes[drawn] == sizes[model.RANKS[drawn] - 1]).all()
    assert list(model.RANKS[:10]) == list(range(1, 11))
    # Between two drawn ranks no place is further off the straight line than a tenth of the larger size.
    between = np.interp(np.log(np.arange(1, 10_001)), np.log(model.RANKS[drawn]), np.log(curve.sizes[drawn]))
    assert np.abs(between - np.log(sizes[:10_000])).max() < 0.1


def test_lorenz_curves_enclose_the_gini() -> None:
    for unit, found in model.inequalities("2026").items():
        assert found.gini == gini(places(unit, "2026").sizes)
        area = np.diff(model.SHARES) @ (found.held[1:] + found.held[:-1])
        assert 1 - area == pytest.approx(found.gini, abs=0.01)
        assert found.held[0] == 0 and found.held[-1] == pytest.approx(1)


def test_local_primacy_and_growth_by_hand() -> None:
    haute_garonne = load("communes").query("departement == '31'")["population_2026"].nlargest(2).to_numpy()
    found = territories.departement_map("primacy", "2026")
    assert found.values[found.codes.index("31")] == pytest.approx(haute_garonne[0] / haute_garonne[1])
    assert np.isnan(found.values[found.codes.index("75")])  # Paris is one commune
    row = load("departements").set_index("code").loc["38"]
    grown = territories.departement_map("growth", "2026")
    assert grown.values[grown.codes.index("38")] == pytest.approx(row["population_2026"] / row["population_2019"] - 1)
    assert np.isnan(grown.values[grown.codes.index("976")])
    assert territories.departement_map("share", "2020").values.sum() == pytest.approx(1)


# --- what a reader discovers -----------------------------------------------------------------------------------------


def test_the_exponent_depends_on_the_cut_off() -> None:
    by_cutoff = {c: model.fit("commune", "2026", c, "gabaix-ibragimov") for c in (100, 1_000, 10_000, 31_622.8)}
    exponents = [fit.exponent for fit in by_cutoff.values()]
    assert exponents == sorted(exponents, reverse=True)
    assert exponents[0] > 1.5 and exponents[-1] < 0.9
    # Not by chance: the ranges of two standard errors do not even touch.
    assert by_cutoff[1_000].interval[0] > by_cutoff[10_000].interval[1]


def test_some_cut_off_gives_zipf_and_most_do_not() -> None:
    fits = [model.fit("commune", "2026", c, "gabaix-ibragimov") for c in model.CUTOFFS if c >= 100]
    ruled_out = [not fit.interval[0] <= 1 <= fit.interval[1] for fit in fits]
    assert not all(ruled_out) and sum(ruled_out) >= len(fits) - 2


def test_the_exponent_depends_on_what_a_city_is() -> None:
    found = {unit: model.fit(unit, "2026", 100, "gabaix-ibragimov").exponent for unit in UNITS}
    assert found["commune"] > found["epci"] > found["departement"] > found["region"]
    everything = {unit: model.fit(unit, "2026", 31_622.8, "gabaix-ibragimov") for unit in ("commune", "epci")}
    assert everything["commune"].interval[1] < 1 < everything["epci"].interval[1]


def test_the_estimators_disagree_most_where_few_places_are_kept() -> None:
    def spread(cutoff: float) -> float:
        found = [model.fit("commune", "2026", cutoff, e).exponent for e in ("ols", "gabaix-ibragimov")]
        return found[1] - found[0]

    assert spread(10) > 0.25 > 0.05 > spread(1_000) > 0


def test_primacy_grows_from_commune_to_intercommunality() -> None:
    found = model.primacies("2026")
    assert found["commune"].largest == "Paris" and found["commune"].over_second == pytest.approx(2.4, abs=0.05)
    assert found["epci"].over_second == pytest.approx(3.7, abs=0.05)
    # One step up the same Paris is second: the capital is a single commune of its département's own name.
    assert (found["departement"].largest, found["departement"].second) == ("Nord", "Paris")
    assert found["region"].over_second < 2


@pytest.mark.parametrize("unit", ["commune", "epci"])
def test_paris_loses_ground_to_the_second_while_people_gather(unit: str) -> None:
    before, after = (model.primacies(year)[unit].over_second for year in ("2019", "2026"))
    assert after < before
    assert model.inequalities("2026")[unit].gini > model.inequalities("2019")[unit].gini


def test_epci_are_administrative_not_agglomerations() -> None:
    redrawn = territories.redrawn()
    assert redrawn.gone >= 20 and redrawn.new >= 10 and len(redrawn.moved) >= 50
    assert max(redrawn.moved.values()) > 1.3 and min(redrawn.moved.values()) < 0.75
    # The agglomeration of Paris is cut up: five more of the 25 largest EPCI lie around the first.
    around = load("communes").drop_duplicates("epci").set_index("epci")["region"].astype(str)
    assert sum(around[code] == "11" for code in places("epci", "2026").codes[1:25]) == 5


def test_seven_of_the_eight_balancing_metropolises_follow_paris() -> None:
    ranks = {name: place.rank for name, place in metropolises("epci", "2026").items()}
    assert len(ranks) == 8
    assert sorted(ranks.values())[:7] == [2, 3, 4, 5, 6, 7, 9]  # Nice, number 8, was associated later
    assert max(ranks, key=lambda name: ranks[name]) == "Nancy-Metz-Thionville" and ranks["Nancy-Metz-Thionville"] > 30
    lorraine = {unit: metropolises(unit, "2026")["Nancy-Metz-Thionville"].name for unit in ("commune", "epci")}
    assert lorraine == {"commune": "Metz", "epci": "Métropole du Grand Nancy"}


# --- the reader's place ----------------------------------------------------------------------------------------------


def test_the_reader_is_followed_to_every_scale() -> None:
    names = {unit: territories.reader(GRENOBLE, unit).last.name for unit in UNITS}
    assert names == {
        "commune": "Grenoble",
        "epci": "Grenoble-Alpes-Métropole",
        "departement": "Isère",
        "region": "Auvergne-Rhône-Alpes",
    }
    assert home_of("38185")["epci"] == GRENOBLE and territories.departement_of(GRENOBLE) == "38"
    last = territories.reader(GRENOBLE, "epci").last
    assert places("epci", "2026").sizes[int(last.rank) - 1] == last.size


def test_every_intercommunality_has_a_place_on_every_curve(built: Explorer) -> None:
    for code, unit in itertools.product(built.controls["territory"].nodes(), UNITS):
        found = territories.reader(str(code), unit)
        assert 1 <= found.last.rank <= found.last.total and found.last.size > 0


# --- the explorer ----------------------------------------------------------------------------------------------------


def test_it_is_registered_and_stays_within_the_states(built: Explorer) -> None:
    assert built.name == "urban_hierarchy" and built.panels[0].key == "rank_size"
    for part in [*built.panels, *(o for p in built.panels for o in p.overlays), built.reading]:
        built.axes(part.controls)  # raises over 1,500 states


def test_the_cut_off_is_discrete(built: Explorer) -> None:
    cutoff = built.controls["cutoff"]
    assert not cutoff.interpolate and cutoff.scale == "log" and cutoff.points >= 21  # type: ignore[union-attr]
    assert cutoff.nodes() == pytest.approx(list(model.CUTOFFS), rel=1e-5)


CHANGED: dict[str, Any] = {
    "unit": "epci",
    "vintage": "2019",
    "cutoff": 1_000.0,
    "estimator": "hill",
    "map": "share",
    "territory": "243500139",
}


def test_every_control_is_tried(built: Explorer) -> None:
    assert CHANGED.keys() == built.controls.keys()


@pytest.mark.parametrize("control", CHANGED)
def test_every_control_changes_the_figures_and_the_reading(built: Explorer, control: str) -> None:
    moved = {control: CHANGED[control]}
    assert built.evaluate(**moved) != built.evaluate()
    assert built.read(**moved) != built.read()


def test_the_structure_is_the_same_in_every_state(built: Explorer) -> None:
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(below) for key, below in value.items()}
        return (len(value), {type(v) for v in value} & {list, dict}) if isinstance(value, list) else None

    expected = [shape(figure) for figure in built.evaluate()]
    rng = np.random.default_rng(1964)
    for _ in range(25):
        names = [n for n, c in built.controls.items() if not isinstance(c, Territory)]
        values = {name: rng.choice(built.controls[name].nodes()).item() for name in names}
        assert [shape(figure) for figure in built.evaluate(**values)] == expected


STATES = [
    {},
    {"unit": "epci", "cutoff": 31_622.8, "map": "primacy"},
    {"unit": "region", "estimator": "hill", "map": "share", "vintage": "2019"},
    {"unit": "departement", "cutoff": 10.0, "estimator": "ols"},
]


@pytest.mark.parametrize("values", STATES)
def test_the_numbers_read_are_the_models(built: Explorer, values: dict[str, Any]) -> None:
    own = built.values(**values)
    unit, year = str(own["unit"]), str(own["vintage"])
    rule = model.fit(unit, year, float(own["cutoff"]), str(own["estimator"]))
    shown = territories.departement_map(str(own["map"]), year)
    reader = territories.reader(GRENOBLE, unit)
    expected = [rule.n, rule.exponent, 2 * rule.standard_error, rule.primacy]
    expected += [reader.last.rank, reader.last.total, reader.last.size / 1000, reader.first.rank]
    expected += [abs(shown.values[shown.highest]), abs(shown.values[shown.lowest])]
    assert [number.value for number in built.read(**values).numbers] == pytest.approx(expected)


def test_the_reading_says_whether_zipf_holds(built: Explorer) -> None:
    assert "closer to one another than" in built.read(cutoff=100.0)
    assert "further apart than" in built.read(cutoff=31_622.8)
    assert "cannot be ruled out" in built.read(unit="epci", cutoff=31_622.8)
    assert built.read(unit="epci", cutoff=31_622.8).startswith("All 1,253 ")


def test_growth_falls_somewhere(built: Explorer) -> None:
    """The sentence of the map says "lost": true as long as the lowest value is a loss."""
    grown = territories.departement_map("growth", "2026")
    assert grown.values[grown.lowest] < 0 < grown.values[grown.highest]


def test_drawn_points_are_logarithms_of_the_model(built: Explorer) -> None:
    figure = built.evaluate(unit="epci")[0]
    curve, marks, rule = figure["data"][:3]
    result = model.curve("epci", "2026")
    drawn = [x for x in curve["x"] if x is not None]
    assert drawn == pytest.approx(np.log10(result.sizes[np.isfinite(result.sizes)]))
    assert marks["y"] == pytest.approx([np.log10(place.rank) for place in result.metropolises.values()])
    fit = asdict(model.fit("epci", "2026", 100, "gabaix-ibragimov"))
    assert rule["x"] == pytest.approx(np.log10(fit["sizes"])) and rule["y"] == pytest.approx(np.log10(fit["ranks"]))
