"""Moroccan territories: communes add up, classes add up, known totals, outlines."""

from __future__ import annotations

import gzip
from pathlib import Path

import pandas as pd
import pytest

from course_utils.datasets import geometry, load

LEVELS = {"country": 1, "region": 12, "province": 75, "commune": 1503}
CLASSES = {"sector_": 4, "size_": 5, "founded_": 7}
CITIES = {"Tanger", "Fès", "Rabat", "Salé", "Casablanca", "Marrakech"}


@pytest.fixture(scope="module")
def establishments() -> pd.DataFrame:
    return load("morocco_establishments")


@pytest.fixture(scope="module")
def labour() -> pd.DataFrame:
    return load("morocco_employment", "labour")


@pytest.fixture(scope="module")
def employment() -> pd.DataFrame:
    return load("morocco_employment")


def assert_adds_up(table: pd.DataFrame, counts: list[str]) -> None:
    """Communes by province, provinces and communes by region, regions to the country, to the unit."""
    by_level = {level: part.set_index("code") for level, part in table.groupby("level", observed=True)}
    for child, parent in (("commune", "province"), ("commune", "region"), ("province", "region")):
        sums = by_level[child].groupby(by_level[child][parent].astype(str))[counts].sum()
        pd.testing.assert_frame_equal(sums, by_level[parent][counts].sort_index(), check_names=False, check_dtype=False)
    assert (by_level["region"][counts].sum() == by_level["country"][counts].iloc[0]).all()


def test_territories(establishments: pd.DataFrame, labour: pd.DataFrame) -> None:
    for table in (establishments, labour):
        assert table["level"].value_counts().to_dict() == LEVELS
        assert table["code"].is_unique
    same = ["code", "name", "type", "province", "region"]
    pd.testing.assert_frame_equal(establishments[same], labour[same])


def test_codes_hold_the_hierarchy(establishments: pd.DataFrame) -> None:
    communes = establishments.query("level == 'commune'")
    assert (communes["code"].str[:6] == communes["province"].astype(str)).all()
    assert (communes["code"].str[:2] == communes["region"].astype(str)).all()
    provinces = establishments.query("level == 'province'")
    assert provinces["code"].str.fullmatch(r"\d\d\.\d{3}").all(), "Casablanca's prefectures would count twice"


def test_known_totals(establishments: pd.DataFrame) -> None:
    """3,585,475 jobs on each level (issue 3); the country's row is HCP's own."""
    sums = establishments.groupby("level", observed=True)[["jobs", "establishments", "population_2024"]].sum()
    assert (sums == [3_585_475, 1_304_564, 36_828_330]).all(axis=None)


def test_establishments_add_up(establishments: pd.DataFrame) -> None:
    counts = list(establishments.select_dtypes("number"))
    assert len(counts) == 7 + sum(CLASSES.values())
    assert_adds_up(establishments, counts)


@pytest.mark.parametrize("prefix", CLASSES)
def test_classes_add_up_to_businesses(establishments: pd.DataFrame, prefix: str) -> None:
    """In each territory, without exception."""
    columns = [column for column in establishments if column.startswith(prefix)]
    assert len(columns) == CLASSES[prefix]
    assert (establishments[columns].sum(axis=1) == establishments["businesses"]).all()


def test_establishments_are_of_three_kinds(establishments: pd.DataFrame) -> None:
    """Weekly markets are beside the total, not in it."""
    kinds = establishments[["businesses", "public_services", "non_profit"]].sum(axis=1)
    assert (kinds == establishments["establishments"]).all()


def test_jobs_fit_the_size_classes(establishments: pd.DataFrame) -> None:
    """At least as many jobs as the lower bounds of the classes make, less than twice as many."""
    lower = {"size_1": 1, "size_2_3": 2, "size_4_9": 4, "size_10_49": 10, "size_50_plus": 50}
    least = sum(establishments[column] * persons for column, persons in lower.items())
    country = establishments["level"] == "country"
    assert least[country].iloc[0] < establishments.loc[country, "jobs"].iloc[0] < 2 * least[country].iloc[0]


def test_cities_are_marked(establishments: pd.DataFrame, labour: pd.DataFrame, employment: pd.DataFrame) -> None:
    for table in (establishments, labour, employment):
        marked = table[table["derived"].notna()]
        assert set(marked["name"]) == CITIES and set(marked["level"]) == {"commune"}
    assert establishments.query("level == 'commune' and name == 'Casablanca'")["jobs"].item() == 712_801


def test_caption_of_establishments(establishments: pd.DataFrame) -> None:
    regions = establishments.query("level == 'region'").set_index("name")[["jobs", "population_2024"]]
    shares = (100 * regions / regions.sum()).round(1)
    assert shares.loc["Casablanca-Settat"].round().tolist() == [33, 21]
    assert 61 <= shares["jobs"].nlargest(3).sum() < 62
    assert set(shares["jobs"].nlargest(3).index) == {
        "Casablanca-Settat",
        "Rabat-Salé-Kénitra",
        "Tanger-Tétouan-Al Hoceima",
    }


def test_thirteen_communes_have_no_job(establishments: pd.DataFrame) -> None:
    assert (establishments["jobs"] == 0).sum() == 13


def test_labour_adds_up(labour: pd.DataFrame) -> None:
    counts = ["population_legal", "population_municipal", "labour_force", "inactive", "employed"]
    assert_adds_up(labour, counts)
    country = labour.query("level == 'country'")[counts].iloc[0]
    assert country.tolist() == [33_848_242, 33_610_084, 11_548_464, 22_061_620, 9_627_341]
    known = labour.dropna(subset="labour_force")
    assert (known["labour_force"] + known["inactive"] == known["population_municipal"]).all()


def test_empty_cells(labour: pd.DataFrame, employment: pd.DataFrame) -> None:
    """Four communes without inhabitants in 2014, and the activity rate of the six cities."""
    nobody = labour[labour["population_legal"] == 0]
    assert set(nobody["name"]) == {"Lagouira", "Aghouinite", "Zoug", "Mijik"} and (nobody["employed"] == 0).all()
    assert labour["unemployment_rate"].isna().sum() == 4
    assert set(labour[labour["activity_rate"].isna()]["name"]) == CITIES | set(nobody["name"])
    assert set(employment[employment["share"].isna()]["name"]) == set(nobody["name"])


def test_unemployment_fits_employment(labour: pd.DataFrame) -> None:
    """Two workbooks of the census: half a percent apart in the country, as the caveat says."""
    upper = labour.query("level in ['country', 'province']")
    apart = upper["labour_force"] * (1 - upper["unemployment_rate"] / 100) - upper["employed"]
    assert apart.iloc[0] / upper["employed"].iloc[0] == pytest.approx(0.0052, abs=0.0002)
    assert apart.iloc[1:].min() > 0 and 3_000 < apart.iloc[1:].max() < 3_100


def test_sectors(employment: pd.DataFrame, labour: pd.DataFrame) -> None:
    assert employment.groupby("code").size().eq(9).all() and employment["code"].nunique() == len(labour)
    sums = employment.dropna(subset="share").groupby("code")["share"].sum()
    assert sums.between(99.5, 100.5).all()
    total = employment.groupby("code")["total"].first()
    assert (total == labour.set_index("code")["employed"].sort_index()).all()
    country = employment.query("level == 'country'").set_index("sector")["share"]
    assert country.to_dict() == {
        "agriculture": 23.5, "industry": 11.8, "utilities": 0.6, "construction": 14.4, "commerce": 16.0,
        "transport": 5.2, "market_services": 14.0, "public_services": 11.6, "other": 2.8,
    }  # fmt: skip


def test_derived_employment_adds_up_within_rounding(employment: pd.DataFrame) -> None:
    """Shares have one decimal: communes miss their province by less than 0.13 % of its employment."""
    communes = employment.query("level == 'commune'").astype({"province": str, "sector": str})
    provinces = employment.query("level == 'province'").astype({"sector": str}).set_index(["code", "sector"])
    sums = communes.groupby(["province", "sector"])["employment"].sum()
    missed = (sums - provinces["employment"].rename_axis(["province", "sector"])).abs()
    assert (missed / provinces["total"].rename_axis(["province", "sector"])).max() < 0.0013
    worked_out = (employment["share"] * employment["total"] / 100 - employment["employment"]).abs()
    assert worked_out.max() <= 0.5


def test_caption_of_employment(employment: pd.DataFrame) -> None:
    industry = employment.query("level == 'province' and sector == 'industry'").set_index("name")["share"]
    assert industry.nlargest(3).round().to_dict() == {"Tanger-Assilah": 32, "Médiouna": 26, "Mohammadia": 25}
    assert industry.idxmin() == "Chefchaouen" and industry.min() < 2


def test_outlines(establishments: pd.DataFrame, root: Path) -> None:
    """Ids are the provinces' codes, names and regions those of the table."""
    provinces = establishments.query("level == 'province'").astype({"region": str}).set_index("code")
    features = geometry("morocco_establishments")["features"]
    assert {f["id"]: f["properties"] for f in features} == provinces[["name", "region"]].to_dict("index")
    content = (root / "morocco_establishments" / "outlines.geojson").read_bytes()
    assert len(gzip.compress(content, 9)) < 20_000
