"""Disparities of French territories: who is compared with whom, and what the indices add up to."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils import load
from course_utils.concepts.core_periphery import (
    disparities,
    home,
    jobs_per_inhabitant,
    old_regions,
    places,
    region_shares,
    since_1831,
    spread,
    values_of,
)
from course_utils.datasets import territories
from course_utils.explorer.registry import explore
from course_utils.measures import theil, williamson


def test_the_same_people_are_counted_once() -> None:
    past, today = load("departements_1830").set_index("code")["population_1831"], places.departements()
    found = since_1831()
    assert len(found) == 84
    assert found["then"].sum() == past.sum() - past["83"]
    everywhere = today["2023"].sum()
    assert found["now"].sum() == everywhere - today.loc[["83", "06", "73", "74"], "2023"].sum()
    assert found.loc["54", "then"] == past["54"] + past["57"]


def test_each_departement_of_today_belongs_to_one_territory_of_then() -> None:
    units = places.unit_of()
    assert len(units) == 92 and set(places.departements().index) - units.keys() == {"06", "73", "74", "83"}
    assert {units[code] for code in ("75", "92", "93", "94")} == {"75"}
    assert [places.name_then(code) for code in ("57", "2A", "06")] == ["Meurthe", "Corse", ""]


def test_territories_that_can_be_followed_are_those_that_the_data_room_follows() -> None:
    """Its own column links a territory with one département of today where that is all there is to it."""
    linked = load("departements_1830").dropna(subset=["departement"]).set_index("code")["departement"].astype(str)
    assert all(places.unit_of()[code] == then for then, code in linked.items())


def test_theil_is_additive_and_is_that_of_the_measures() -> None:
    for groups in disparities.GROUPS:
        table = spread(groups)
        assert table["total"].to_numpy() == pytest.approx((table["within"] + table["between"]).to_numpy(), abs=1e-15)
    today = places.departements()
    for year in (2016, 2023):
        found = theil(today[str(year)], groups=today["region"])
        assert spread().loc[("people", 96, year)].tolist() == [found.total, found.within, found.between]


def test_smaller_regions_leave_less_within() -> None:
    coarse, fine = spread("region"), spread("old_region")
    assert coarse["total"].to_numpy() == pytest.approx(fine["total"].to_numpy())
    assert (fine["within"] < coarse["within"]).all()


def test_what_the_chapter_says_of_people_and_jobs() -> None:
    table = spread("region")
    assert table.loc[("people", 84, 1831), "total"] == pytest.approx(0.076, abs=5e-4)
    assert table.loc[("people", 84, 2023), "total"] == pytest.approx(0.435, abs=5e-4)
    assert table.loc[("people", 96, 2023), "total"] == pytest.approx(0.263, abs=5e-4)
    before, after = table.loc[("people", 96, 2016)], table.loc[("people", 96, 2023)]
    assert (
        after["between"] < before["between"] and after["within"] > before["within"] and after["total"] > before["total"]
    )
    jobs = table.xs("jobs")["total"]
    assert (np.diff(jobs) > 0).all() and jobs.min() > after["total"]
    for part in ("within", "between"):
        assert table.loc[("people", 84, 2023), part] > 4 * table.loc[("people", 84, 1831), part]


def test_what_the_chapter_says_of_ile_de_france() -> None:
    shares = region_shares("region").loc["11"]
    assert shares["1831"] == pytest.approx(0.052, abs=5e-4)
    assert shares["1990"] == pytest.approx(0.188, abs=5e-4) == shares["2023"]
    assert abs(shares["2023"] - shares["1990"]) < 0.001
    assert since_1831()["now"].sum() / since_1831()["then"].sum() == pytest.approx(1.94, abs=0.01)
    assert values_of("since_1831").fewer == 26


def test_region_shares_add_up_for_both_maps() -> None:
    fine, coarse = region_shares("old_region"), region_shares("region")
    assert (len(fine), len(coarse)) == (22, 13)
    assert fine.sum().to_numpy() == pytest.approx(1) and coarse.sum().to_numpy() == pytest.approx(1)
    assert coarse.loc["84"].to_numpy() == pytest.approx((fine.loc["82"] + fine.loc["83"]).to_numpy())


def test_old_regions_agree_with_the_census_and_with_1831() -> None:
    table = old_regions()
    census = load("population_old_regions").query("year == 1999").set_index("old_region")["population"]
    assert all(table.loc[code, "1999"] == census[code] for code in table.index)
    assert table["1831"].sum() == load("departements_1830")["population_1831"].sum()
    assert table["2023"].sum() == places.departements()["2023"].sum()


def test_jobs_per_inhabitant_and_williamson() -> None:
    people = places.departements()["2018"]
    for sector in places.SECTORS:
        found = jobs_per_inhabitant(sector)
        assert found.notna().all() and values_of(sector).williamson == williamson(found, people)
    assert values_of("all").williamson == pytest.approx(0.278, abs=5e-4)
    business, public = values_of("business").williamson, values_of("public").williamson
    assert business == pytest.approx(4 * public, rel=0.01)
    assert jobs_per_inhabitant()["75"] == pytest.approx(0.95, abs=0.005)


def test_home_of_every_departement() -> None:
    for code in territories("departement").index:
        found = home(str(code), "old_region")
        outside = len(str(code)) > 2
        assert np.isnan(found.jobs) == outside == np.isnan(found.shares).all()
        assert np.isnan(found.growth) == (outside or code in {"06", "73", "74", "83"})


@pytest.mark.parametrize("code", ["38", "75", "2A", "06", "974"])
def test_the_sentence_on_the_readers_departement(code: str) -> None:
    explorer, found = explore("core_periphery.disparities"), home(code)
    said = explorer.read(territory=code)
    assert found.name in said
    if np.isfinite(found.growth):
        assert f"{found.growth:.2f} inhabitants" in said
    assert ("outside the tables" in said) == (code == "974")
    assert ("cannot be followed" in said) == (code == "06")


@pytest.mark.parametrize("map", disparities.MAPS)
def test_maps_name_their_ends(map: str) -> None:
    found = values_of(map)
    high, low = found.ends
    assert np.nanmax(found.values) == found.values[high] and np.nanmin(found.values) == found.values[low]
    said = explore("core_periphery.disparities").read(map=map)
    assert found.names[high] in said and found.names[low] in said
    figure = explore("core_periphery.disparities").evaluate(map=map)[0]["data"]
    assert figure[0]["locations"] == list(found.codes) and figure[1]["locations"] == ["38"]
