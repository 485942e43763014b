"""Communes, EPCI, départements, régions: codes, sums across levels, known totals."""

from __future__ import annotations

import pandas as pd
import pytest

from course_utils.datasets import load

YEARS = range(2019, 2027)
OVERSEAS = {"971", "972", "973", "974", "976"}
ISLANDS = ["22016", "29083", "29155", "85113"]
CENSUS = [
    "population_census_2021",
    "age_0_19",
    "age_20_64",
    "age_65_over",
    "dwellings",
    "dwellings_main",
    "dwellings_second",
    "dwellings_vacant",
    "houses",
    "flats",
]
# INSEE, populations légales without Mayotte: what the country had in the census three years before.
PUBLISHED = {2019: 66_361_658}


@pytest.fixture(scope="module")
def communes() -> pd.DataFrame:
    return load("communes")


@pytest.fixture(scope="module")
def epci() -> pd.DataFrame:
    return load("epci")


def test_codes_are_unique(communes: pd.DataFrame, epci: pd.DataFrame) -> None:
    assert communes["code"].is_unique and len(communes) == 34_875
    assert not epci.duplicated(["year", "epci"]).any()
    assert load("departements")["code"].is_unique and load("regions")["code"].is_unique


def test_overseas_is_there(communes: pd.DataFrame) -> None:
    assert set(communes["departement"]) >= OVERSEAS
    assert set(load("departements")["code"]) >= OVERSEAS
    assert set(load("regions")["code"]) >= {"01", "02", "03", "04", "06"}


def test_codes_agree_between_levels(communes: pd.DataFrame, epci: pd.DataFrame) -> None:
    prefix = communes["code"].str[:2].where(~communes["code"].str.startswith("97"), communes["code"].str[:3])
    assert (prefix == communes["departement"].astype(str)).all()
    assert set(communes["departement"]) == set(load("departements")["code"])
    assert set(communes["region"]) == set(load("regions")["code"])
    assert set(communes["epci"].dropna()) == set(epci.query("year == 2026")["epci"])
    assert set(epci["departement"]) <= set(load("departements")["code"])


def test_only_four_islands_have_no_epci(communes: pd.DataFrame) -> None:
    assert communes.loc[communes["epci"].isna(), "code"].tolist() == ISLANDS


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("level", ["departement", "region"])
def test_sums_by_departement_and_region(communes: pd.DataFrame, year: int, level: str) -> None:
    column = f"population_{year}"
    sums = communes.groupby(level, observed=True)[column].sum()
    table = load(f"{level}s").set_index("code")
    assert (sums == table[column].reindex(sums.index)).all()
    counts = communes.groupby(level, observed=True).size()
    assert (counts == table["communes"].reindex(counts.index)).all()


@pytest.mark.parametrize("year", YEARS)
def test_communes_and_epci_count_the_same_people(communes: pd.DataFrame, epci: pd.DataFrame, year: int) -> None:
    """The lists of EPCI were added up by the ministry, the communes by us, through mergers: the sums are equal."""
    column = f"population_{year}"
    inside = communes.loc[~communes["code"].isin(ISLANDS), column].sum()
    assert inside == epci.query("year == @year")["population"].sum()


def test_epci_of_2026_are_the_sums_of_their_communes(communes: pd.DataFrame, epci: pd.DataFrame) -> None:
    now = epci.query("year == 2026").set_index("epci")
    groups = communes.groupby("epci", observed=True)
    assert (groups["population_2026"].sum().sort_index() == now["population"].sort_index()).all()
    assert (groups.size().sort_index() == now["communes"].sort_index()).all()


@pytest.mark.parametrize(("year", "total"), PUBLISHED.items())
def test_published_totals(communes: pd.DataFrame, year: int, total: int) -> None:
    assert communes.loc[communes["departement"] != "976", f"population_{year}"].sum() == total


def test_known_towns(communes: pd.DataFrame) -> None:
    """Legal populations of Paris and Marseille, census of 2016 and 2023 (INSEE)."""
    table = communes.set_index("code")
    assert table.loc["75056", ["population_2019", "population_2026"]].tolist() == [2_190_327, 2_103_778]
    assert table.loc["13055", ["population_2019", "population_2026"]].tolist() == [862_211, 886_040]


def test_each_vintage_is_another_census(communes: pd.DataFrame) -> None:
    """No column repeats another one (the source package repeats two); Mayotte alone has one census in all."""
    large = communes[communes["departement"] != "976"].nlargest(1000, "population_2026")
    for one, other in zip(YEARS, list(YEARS)[1:], strict=False):
        assert (large[f"population_{one}"] == large[f"population_{other}"]).mean() < 0.01
    mayotte = communes[communes["departement"] == "976"]
    assert all((mayotte[f"population_{year}"] == mayotte["population_2026"]).all() for year in YEARS)


def test_gaps_are_the_ones_told(communes: pd.DataFrame) -> None:
    split = communes["boundary_change"] == "split"
    for year in YEARS:
        missing = communes[communes[f"population_{year}"].isna()]
        islands = set(missing["code"]) & set(ISLANDS)
        assert islands == (set(ISLANDS) if year == 2021 else set())
        assert set(missing.loc[~missing["code"].isin(ISLANDS), "code"]) <= set(communes.loc[split, "code"])
    assert communes["boundary_change"].value_counts().to_dict() == {"none": 34_779, "merged": 84, "split": 12}
    assert communes["population_2026"].notna().all()


def test_series_are_smooth_where_boundaries_are_stable(communes: pd.DataFrame) -> None:
    """A wrong merger would show as a jump: no commune over 2,000 moves by half between two vintages."""
    stable = communes[(communes["boundary_change"] != "split") & (communes["population_2026"] > 2000)]
    for one, other in zip(YEARS, list(YEARS)[1:], strict=False):
        ratio = (stable[f"population_{other}"] / stable[f"population_{one}"]).dropna()
        assert ratio.between(0.67, 1.5).all(), stable.loc[~ratio.between(0.67, 1.5), ["code", "name"]]


def test_epci_panel(epci: pd.DataFrame) -> None:
    counts = epci.groupby("year").size()
    assert counts.to_dict() == {
        2019: 1259,
        2020: 1255,
        2021: 1254,
        2022: 1255,
        2023: 1255,
        2024: 1255,
        2025: 1255,
        2026: 1253,
    }
    metropoles = epci[epci["type"] == "METRO"].groupby("year").size()
    assert (metropoles == 22).all()
    lyon = epci[epci["epci"] == "200046977"]
    assert len(lyon) == 8 and set(lyon["type"]) == {"METRO"} and set(lyon["departement"]) == {"69"}


def test_epci_details(epci: pd.DataFrame) -> None:
    first = epci["departements"].str.split(" ").str[0]
    assert (first == epci["departement"].astype(str)).all()
    assert epci.query("year == 2026")["tax_regime"].isna().all()
    assert epci.query("year < 2026")["tax_regime"].notna().all()
    changed = epci.query("year in (2025, 2026)").pivot(index="epci", columns="year", values="communes")
    assert changed.isna().sum().to_dict() == {2025: 2, 2026: 4}, "2026 must not repeat 2025"


@pytest.mark.parametrize("level", ["departements", "regions"])
def test_census_of_2021(level: str) -> None:
    table = load(level)
    without = table[table["population_census_2021"].isna()]
    assert without["name"].tolist() == ["Mayotte"]
    known = table.dropna()
    ages = known[["age_0_19", "age_20_64", "age_65_over"]].sum(axis=1)
    assert ((ages - known["population_census_2021"]).abs() <= 0.001 * known["population_census_2021"]).all()
    homes = known[["dwellings_main", "dwellings_second", "dwellings_vacant"]].sum(axis=1)
    assert ((homes - known["dwellings"]).abs() <= 0.002 * known["dwellings"]).all()
    assert (known["houses"] + known["flats"] <= known["dwellings"]).all()
    # The same census as the legal population in force in 2024, but for rounding by neighbourhood.
    assert ((known["population_census_2021"] - known["population_2024"]).abs() <= 60).all()


def test_census_columns_add_up_across_levels() -> None:
    assert (load("departements")[CENSUS].sum() == load("regions")[CENSUS].sum()).all()


def test_coordinates_lie_in_their_departement(communes: pd.DataFrame) -> None:
    known = communes.dropna(subset=["longitude"])
    assert len(communes) - len(known) == 4
    spread = known.groupby("departement", observed=True)[["longitude", "latitude"]].agg(lambda s: s.max() - s.min())
    assert (spread.drop("973") < 2.6).all().all()
    paris = known.set_index("code").loc["75056"]
    assert (paris["longitude"], paris["latitude"]) == pytest.approx((2.34, 48.86), abs=0.02)
