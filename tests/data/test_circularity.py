"""Circular material use, indicators of the circular economy, and the material balance of France."""

from __future__ import annotations

import pandas as pd
import pytest

from course_utils.datasets import load

TABLES = ["circular_material_use", "circular_economy_indicators", "material_flows_france"]
# Cells of the edition of November 2024; those of 2023 are told by press agencies too.
CELLS = [
    *(("EU27_2020", 2010, 10.7), ("EU27_2020", 2022, 11.5), ("EU27_2020", 2023, 11.8)),
    *(("FR", 2010, 17.5), ("FR", 2022, 17.5), ("FR", 2023, 17.6), ("AT", 2010, 6.8)),
    *(("NL", 2023, 30.6), ("IT", 2023, 20.8), ("MT", 2023, 19.8), ("RO", 2023, 1.3)),
]


@pytest.fixture(scope="module")
def rates() -> pd.DataFrame:
    return load("circular_material_use")


@pytest.fixture(scope="module")
def flows() -> pd.Series:
    return load("material_flows_france").set_index("flow")["value"]


@pytest.mark.parametrize("name", TABLES)
def test_each_row_names_its_source(name: str) -> None:
    sources = load(name)["source"].astype(str)
    assert sources.str.len().gt(10).all()
    assert not sources.str.contains("github|admin/en").any()


def test_countries_and_years(rates: pd.DataFrame) -> None:
    countries = rates[rates["level"] == "country"]
    assert countries["geo"].nunique() == countries["country"].nunique() == countries["country_fr"].nunique() == 27
    assert (countries.groupby("geo", observed=True)["year"].agg(list).map(tuple) == tuple(range(2010, 2024))).all()
    union = rates[rates["level"] == "union"]
    assert union["geo"].unique().tolist() == ["EU27_2020"] and union["year"].tolist() == list(range(2004, 2024))


def test_names_in_both_languages(rates: pd.DataFrame) -> None:
    names = rates.drop_duplicates("geo").set_index("geo")[["country", "country_fr"]].astype(str)
    assert names.loc["EL"].tolist() == ["Greece", "Grèce"]
    assert names.loc["NL"].tolist() == ["Netherlands", "Pays-Bas"]


@pytest.mark.parametrize(("geo", "year", "rate"), CELLS)
def test_rates(rates: pd.DataFrame, geo: str, year: int, rate: float) -> None:
    assert rates.query("geo == @geo and year == @year")["rate"].tolist() == [rate]


def test_flags_of_2023(rates: pd.DataFrame) -> None:
    assert rates["flag"].value_counts().to_dict() == {"i": 26, "b": 1, "e": 1}
    assert set(rates.loc[rates["flag"] == "i", "year"]) == {2023}


def test_vintages_are_kept_apart(rates: pd.DataFrame) -> None:
    """France in 2022: 19.3 % in the edition of November 2023, 17.5 % in the next one."""
    assert rates["vintage"].unique().tolist() == ["November 2024"]
    table = load("circular_economy_indicators")
    older = table.query("indicator == 'circular material use rate' and year == 2022").set_index("geo")
    assert older["value"].to_dict() == {"EU27_2020": 11.5, "FR": 19.3, "NL": 27.5}
    assert set(older["flag"]) == {"superseded"} and set(older["vintage"]) == {"November 2023"}
    newer = rates[(rates["year"] == 2022) & (rates["geo"] == "FR")]
    assert newer["rate"].item() == 17.5


def test_indicators() -> None:
    table = load("circular_economy_indicators")
    assert len(table) == 54
    assert table["flag"].value_counts().to_dict() == {"observed": 48, "target": 3, "superseded": 3}
    assert not table["indicator"].str.contains("vintage|target|of which").any()
    assert table.loc[table["geo"] == "World", "vintage"].tolist() == ["2018", "2020", "2023"]


def test_parts_of_the_waste_add_up() -> None:
    table = load("circular_economy_indicators").query("geo == 'FR'")
    waste = table[table["indicator"].str.startswith("waste generated") & (table["year"] == 2018)]
    values = waste.set_index("indicator")["value"]
    parts = [f"waste generated: {kind} waste" for kind in ("mineral", "hazardous", "non-mineral non-hazardous")]
    assert values[parts].sum() == pytest.approx(values["waste generated"])
    treated = table[table["indicator"].str.startswith("waste treated")]
    assert treated.groupby("year")["value"].sum().to_dict() == {2018: 100, 2022: 100}


def test_rates_of_2024_are_cited_where_they_were_read() -> None:
    table = load("circular_economy_indicators").query("year == 2024").set_index("geo")
    assert "European Environment Agency" in table.loc["EU27_2020", "source"]
    assert table.drop("EU27_2020")["source"].str.contains("second-hand").all()
    assert table["value"].to_dict()["NL"] == 32.7 and len(table) == 8


def test_material_flows_close() -> None:
    sides = load("material_flows_france").groupby("side", observed=True)["value"].sum()
    assert sides.to_dict() == {"input": 1458, "output": 1458, "total": 1458, "internal loop": 216}


def test_domestic_material_consumption(flows: pd.Series) -> None:
    assert flows["used domestic extraction"] + flows["imports"] - flows["exports"] == 580 + 341 - 199 == 722


def test_other_scopes_stand_apart() -> None:
    assert set(load("material_flows_france")["year"]) == {2016}
    elsewhere = load("material_flows_france", "elsewhere").set_index("territory")["value"]
    assert elsewhere.to_dict() == {"France": 201, "EU28": 4800}
