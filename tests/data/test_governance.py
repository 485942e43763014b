"""Commune history, EPCI by type, ages and housing: known totals, and sums across levels."""

from __future__ import annotations

import pandas as pd
import pytest

from course_utils.datasets import load

CENSUS = ["population_census_2021", "age_0_19", "age_20_64", "age_65_over"]
DWELLINGS = ["dwellings", "dwellings_main", "dwellings_second", "dwellings_vacant", "houses", "flats"]
# Published by INSEE and DGCL (vie-publique.fr, 8 February 2019; DGCL's BIS 122 and 195), as the press told.
COMMUNES = {2012: 36_700, 2018: 35_357, 2019: 34_970}
METROPOLITAN = {2011: 36_568, 2018: 35_228}
# DGCL's lists leave out the Métropole de Lyon, which the table counts with the métropoles.
TYPES = {
    2019: {"METRO": 21 + 1, "CU": 13, "CA": 223, "CC": 1001},
    2025: {"METRO": 21 + 1, "CU": 14, "CA": 230, "CC": 989},
}


@pytest.fixture(scope="module")
def counts() -> pd.DataFrame:
    return load("commune_history").set_index("year")


@pytest.fixture(scope="module")
def events() -> pd.DataFrame:
    return load("commune_history", "events").astype({"event": str})


@pytest.fixture(scope="module")
def types() -> pd.DataFrame:
    return load("epci_by_type").astype({"type": str})


@pytest.mark.parametrize(("year", "number"), COMMUNES.items())
def test_published_numbers_of_communes(counts: pd.DataFrame, year: int, number: int) -> None:
    assert counts.loc[year, "communes"] == number


@pytest.mark.parametrize(("year", "number"), METROPOLITAN.items())
def test_published_numbers_of_metropolitan_communes(counts: pd.DataFrame, year: int, number: int) -> None:
    assert counts.loc[year, "metropolitan"] == number


def test_commune_counts(counts: pd.DataFrame) -> None:
    assert counts.index.tolist() == list(range(1943, 2020))
    assert (counts["metropolitan"] + counts["overseas"] == counts["communes"]).all()
    assert counts.loc[1943, ["communes", "overseas"]].tolist() == [38_140, 124]
    assert (counts.loc[2019, "communes"] - 4) == load("epci").query("year == 2019")["communes"].sum()
    assert counts["communes_end"].isna().sum() == 1


def test_events_explain_the_counts(counts: pd.DataFrame, events: pd.DataFrame) -> None:
    """Counted from the dates of each commune, and from the events of each year: the same numbers."""
    assert (events["started"] - events["ended"] == events["change"]).all()
    change = events.groupby("year")["change"].sum().reindex(counts.index, fill_value=0)
    before = counts["communes_end"].shift()
    assert (before + change == counts["communes_end"])[1:-1].all()
    assert counts.loc[2019, "communes"] == before[2019] + change[2019]


def test_kinds_of_events(events: pd.DataFrame) -> None:
    sums = events.groupby("event")[["ended", "started", "change"]].sum()
    assert sums.loc["commune nouvelle"].tolist() == [2_554, 819, -1_735]
    assert sums.loc["merger"].tolist() == [1_316, 610, -706]
    assert sums.loc["merger with associated communes"].tolist() == [1_730, 685, -1_045]
    neutral = [
        "change of name",
        "change of département",
        "change of seat",
        "association made complete",
        "association reduced",
    ]
    assert (sums.loc[neutral, "change"] == 0).all() and (sums.loc[neutral, "started"] > 0).all()
    assert (sums.loc[["separation", "creation"], "change"] > 0).all()
    # Around Paris in 1968, in Corsica in 1976.
    moves = events.query("event == 'change of département'").groupby("year")["ended"].sum()
    assert moves.nlargest(2).index.sort_values().tolist() == [1968, 1976]
    wave = events.query("event == 'merger with associated communes'").groupby("year")["ended"].sum()
    assert wave.idxmax() in (1972, 1973)


@pytest.mark.parametrize("year", TYPES)
def test_published_types(types: pd.DataFrame, year: int) -> None:
    assert types.query("year == @year").set_index("type")["epci"].to_dict() == TYPES[year]


def test_types_are_sums_of_epci(types: pd.DataFrame) -> None:
    groups = load("epci").astype({"type": str}).groupby(["year", "type"])
    table = types.set_index(["year", "type"]).sort_index()
    assert (groups.size() == table["epci"]).all()
    for column in ("communes", "population"):
        assert (groups[column].sum() == table[column]).all()
        assert (groups[column].median() == table[f"median_{column}"]).all()
    assert (types.groupby("year")["share_population"].sum() - 1).abs().max() < 0.0002
    lyon = load("epci").query("epci == '200046977'")
    assert set(lyon["type"]) == {"METRO"}


def test_tax_regimes_add_up_to_types(types: pd.DataFrame) -> None:
    regimes = load("epci_by_type", "by_tax_regime").astype({"type": str, "tax_regime": str})
    assert set(regimes["year"]) == set(range(2019, 2026)), "the regime of 2026 is not known"
    columns = ["epci", "communes", "population"]
    sums = regimes.groupby(["year", "type"])[columns].sum()
    assert (sums == types.set_index(["year", "type"]).sort_index().loc[sums.index, columns]).all(axis=None)
    assert set(regimes.query("tax_regime == 'FA'")["type"]) == {"CC", "CU"}


def test_ages_and_dwellings_add_up_across_levels() -> None:
    """EPCI hold all but four island communes, which are known one by one in the table of communes."""
    epci, departements = load("age_housing", "epci"), load("age_housing", "departements")
    left = departements[CENSUS + DWELLINGS].sum() - epci[CENSUS + DWELLINGS].sum()
    communes = load("communes")
    islands = communes.loc[communes["epci"].isna(), "population_2024"].sum()
    assert left["population_census_2021"] == islands == 6_390
    assert (left > 0).all() and left["dwellings_second"] > left["dwellings_main"], "islands of second homes"
    assert departements["population_census_2021"].sum() == 67_408_104


def test_ages_and_dwellings_are_those_of_the_departements() -> None:
    ours, theirs = (load(*name).set_index("code") for name in (("age_housing", "departements"), ("departements",)))
    assert ours[CENSUS + DWELLINGS].equals(theirs[CENSUS + DWELLINGS])
    now = load("epci").query("year == 2026").set_index("epci")["name"]
    assert load("age_housing", "epci").set_index("code")["name"].to_dict() == now.to_dict()


@pytest.mark.parametrize("level", ["epci", "departements"])
def test_ages_sum_to_inhabitants_and_uses_to_dwellings(level: str) -> None:
    table = load("age_housing", level)
    empty = table[table["dwellings"].isna()]
    assert set(empty["departement" if level == "epci" else "code"]) == {"976"}
    assert len(empty) == (5 if level == "epci" else 1)
    known = table.drop(empty.index)
    ages, uses = known[CENSUS[1:]].sum(axis=1), known[DWELLINGS[1:4]].sum(axis=1)
    assert ((ages - known["population_census_2021"]).abs() <= 3 + 0.001 * ages).all()
    assert ((uses - known["dwellings"]).abs() <= 3 + 0.002 * uses).all()
    assert (known["houses"] + known["flats"] <= known["dwellings"] + 3).all()
    shares = {"second": "dwellings_second", "vacant": "dwellings_vacant", "flats": "flats"}
    for share, column in shares.items():
        assert (known[f"share_{share}"] - known[column] / known["dwellings"]).abs().max() < 0.0001
    assert (known["share_65_over"] - known["age_65_over"] / ages).abs().max() < 0.0001


def test_places_known_for_their_ages_and_homes() -> None:
    """Retirement coast, ski resorts, ageing centre, young overseas."""
    epci, departements = (load("age_housing", level).set_index("name") for level in ("epci", "departements"))
    assert epci["share_second"].idxmax() == "CC Pyrénées catalanes"
    assert "CA Royan Atlantique" in epci["share_65_over"].nlargest(3).index
    ranks = departements["share_65_over"].dropna().sort_values()
    assert ranks.index[0] == "Guyane" and {"Creuse", "Lot"} == set(ranks.index[-2:])
