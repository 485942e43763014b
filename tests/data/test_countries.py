"""Sectors of European countries (GGDC) and the Penn World Table: known cells, coverage, what is left empty."""

from __future__ import annotations

import pandas as pd
import pytest

from course_utils.datasets import load

WITHOUT_FINANCE = {"DNK", "ESP", "FRA", "ITA", "NLD", "SWE"}


@pytest.fixture(scope="module")
def sectors() -> pd.DataFrame:
    return load("sectors_europe")


@pytest.fixture(scope="module")
def penn() -> pd.DataFrame:
    return load("penn_world_table")


def shares(sectors: pd.DataFrame, column: str) -> pd.DataFrame:
    """Share of each sector in its country and year; missing if a sector is."""
    wide = sectors.pivot_table(index=["country", "year"], columns="sector", values=column, observed=True)
    return wide.div(wide.sum(axis=1, min_count=10).where(wide.notna().all(axis=1)), axis=0)


def test_ten_sectors_in_each_country_and_year(sectors: pd.DataFrame) -> None:
    assert (sectors.groupby(["country", "year"], observed=True).size() == 10).all()
    assert len(sectors) == 4_540 and sectors["employment"].notna().all() and (sectors["employment"] > 0).all()


def test_coverage(sectors: pd.DataFrame) -> None:
    years = sectors.groupby("country", observed=True)["year"].agg(["min", "max"])
    assert years.loc["DEW"].tolist() == [1950, 1991]
    assert (years.drop("DEW")["max"] == 2011).all() and (years["min"] <= 1951).all()
    valued = sectors[sectors["value_added"].notna()].groupby("country", observed=True)["year"].min()
    assert valued.to_dict() == dict.fromkeys(WITHOUT_FINANCE, 1970) | {"DEW": 1968, "GBR": 1960}


def test_totals_of_the_source(sectors: pd.DataFrame) -> None:
    """The column SUM of the package, which is left out: French jobs, German and British jobs and value added."""
    totals = sectors.groupby(["country", "year"], observed=True)[["employment", "value_added"]].sum()
    assert totals.loc[("FRA", 2005), "employment"] == pytest.approx(24_567.9, abs=0.01)
    assert totals.loc[("DEW", 1990)].tolist() == pytest.approx([30_409, 1_188_320], abs=0.01)
    assert totals.loc[("GBR", 2005)].tolist() == pytest.approx([27_806.551, 948_927.098], abs=0.01)


def test_peak_of_manufacturing(sectors: pd.DataFrame) -> None:
    """Germany the most industrial of all in 1970, Britain the first to turn, France at its peak in 1973."""
    manufacturing = shares(sectors, "employment")["manufacturing"]
    peaks = manufacturing.groupby("country", observed=True).idxmax().map(lambda key: key[1]).to_dict()
    known = {"FRA": 1973, "DEW": 1970, "GBR": 1961, "ITA": 1979, "ESP": 1979, "NLD": 1963, "SWE": 1962, "DNK": 1962}
    assert peaks == known
    assert manufacturing["FRA"].max() == pytest.approx(0.2584, abs=5e-5)
    assert manufacturing["DEW"].max() == pytest.approx(0.3577, abs=5e-5)
    assert manufacturing["FRA"][2011] == pytest.approx(0.1126, abs=5e-5)


def test_caption_of_the_picture(sectors: pd.DataFrame) -> None:
    france = sectors.query("country == 'FRA'").pivot_table(
        index="year", columns="sector", values="employment", observed=True
    )
    assert france["manufacturing"].idxmax() == 1974
    ends = france.loc[[1954, 2011], ["agriculture", "finance_business"]].round(-2).to_numpy().tolist()
    assert ends == [[5_000, 900], [700, 4_400]]
    assert france["manufacturing"][[1974, 2011]].round(-2).tolist() == [5_500, 2_800]


def test_implausible_value_added_is_left_empty(sectors: pd.DataFrame) -> None:
    finance = sectors[sectors["sector"] == "finance_business"].dropna(subset="value_added")
    assert set(finance["country"]) == {"DEW", "GBR"}
    others = sectors[(sectors["sector"] != "finance_business") & (sectors["year"] >= 1970)]
    assert others["value_added"].notna().all()


def test_a_job_in_finance_yields_more_than_the_average(sectors: pd.DataFrame) -> None:
    """Where the figure is kept, it passes the check that the six others fail."""
    yields = shares(sectors, "value_added")["finance_business"] / shares(sectors, "employment")["finance_business"]
    assert yields.notna().sum() == 24 + 52
    assert yields.dropna().between(1.05, 2.5).all()


def test_units_against_the_penn_world_table(sectors: pd.DataFrame, penn: pd.DataFrame) -> None:
    """Thousand and million persons: the two sources agree within a tenth, but for Spain (Germany is West only here)."""
    ours = sectors.groupby(["country", "year"], observed=True)["employment"].sum() / 1000
    ratio = (ours / penn.set_index(["country", "year"])["employment"]).dropna()
    assert ratio.index.get_level_values("country").nunique() == 7 and len(ratio) > 380
    assert ratio.drop("ESP").between(0.9, 1.1).all() and ratio["ESP"].between(0.84, 1).all()


def test_currencies(sectors: pd.DataFrame) -> None:
    found = sectors.groupby("country", observed=True)["currency"].unique().map(list).to_dict()
    other = {"DNK": ["Danish Krone"], "GBR": ["Pound Sterling"], "SWE": ["Swedish Krona"]}
    assert found == {country: ["Euro"] for country in ("DEW", "ESP", "FRA", "ITA", "NLD")} | other


def test_penn_coverage(penn: pd.DataFrame) -> None:
    assert penn["country"].nunique() == penn["name"].nunique() == 40 and len(penn) == 2_025
    years = penn.groupby("country", observed=True)["year"].agg(["min", "max", "size"])
    assert (years["max"] == 2017).all() and (years["size"] == years["max"] - years["min"] + 1).all()
    assert years["min"].value_counts().to_dict() == {1950: 18, 1990: 15, 1970: 4, 1951: 1, 1954: 1, 1960: 1}


def test_penn_known_cells(penn: pd.DataFrame) -> None:
    france = penn.set_index(["country", "year"]).loc["FRA"]
    assert france.loc[2017, "population"] == 67.2263
    assert france.loc[2017, ["gdp_output", "employment", "hours"]].tolist() == [2_652_826.2, 27.9051, 1_514.1]
    assert france.loc[2011, "productivity_index"] == 1
    germany = penn.set_index(["country", "year"]).loc["DEU"]
    assert germany.loc[1950, "population"] > 65, "all of today's Germany, not the West alone"


def test_penn_identities(penn: pd.DataFrame) -> None:
    base = penn[penn["year"] == 2011].dropna(subset="productivity_index")
    assert (base["productivity_index"] == 1).all() and len(base) == 35
    # In the base year output at national prices is that of the other measure.
    every = penn[penn["year"] == 2011]
    assert every["gdp_national_prices"].to_numpy() == pytest.approx(every["gdp_output"].to_numpy(), rel=1e-4)
    assert (penn["employment"] < penn["population"]).all()


def test_penn_outliers(penn: pd.DataFrame) -> None:
    marked = penn[penn["outlier"]]
    assert marked.groupby("name", observed=True).size().to_dict() == {"Bosnia and Herzegovina": 3, "Malta": 11}
    usual = penn[~penn["outlier"]]
    assert usual["investment_share"].between(0, 0.8).all() and usual["exports_share"].between(0, 1.6).all()


def test_caption_of_hours(penn: pd.DataFrame) -> None:
    six = penn[penn["country"].isin(["FRA", "DEU", "GBR", "ITA", "ESP", "SWE"])].set_index(["year", "country"])["hours"]
    assert six[1950].between(1_980, 2_430).all() and six[2017].between(1_350, 1_725).all()
    assert six[2017].idxmin() == "DEU" and six[2017].idxmax() == "ITA"
