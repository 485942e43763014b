"""Business ecosystems, proximity and model parameters: known figures, ranges, what was not seen stays out."""

from __future__ import annotations

import pandas as pd
import pytest

from course_utils.datasets import load


@pytest.mark.parametrize(
    ("name", "resource", "rows"),
    [
        ("business_ecosystems", "business_ecosystems", 46),
        ("business_ecosystems", "frameworks", 7),
        ("proximity_results", "proximity_results", 2),
        ("proximity_results", "trade_fairs", 24),
        ("proximity_results", "concepts", 7),
        ("model_parameters", "model_parameters", 21),
    ],
)
def test_rows_and_sources(name: str, resource: str, rows: int) -> None:
    """53 rows of ecosystems, 38 of proximity of which five rest on memory or a summary, 21 of parameters."""
    table = load(name, resource)
    assert len(table) == rows
    assert table["source"].str.len().gt(8).all()


def test_cases() -> None:
    table = load("business_ecosystems")
    assert table["case"].nunique() == 9
    members = table[table["fact"] == "members"]
    assert members.groupby("case", observed=True)["value"].first().to_dict() == {
        "Cosmetic Valley": 26,
        "Minalogic (Grenoble)": 52,
        "Aerospace Valley (Toulouse-Bordeaux)": 500,
    }
    assert table.loc[table["kind"] == "event", "value"].isna().all()
    assert table.loc[table["kind"] == "figure", "value_flag"].ne("none").all()
    flat = table[table["fact"].str.startswith("range on a flat")].iloc[0]
    assert (flat["value_low"], flat["value_high"], flat["unit"]) == (50, 125, "miles")
    assert "425" in table.loc[table["value"] == 450, "explanation"].item()


def test_what_was_not_seen_is_empty() -> None:
    cases, frameworks = load("business_ecosystems"), load("business_ecosystems", "frameworks")
    assert cases.loc[cases["case"] == "E-readers: Kindle", "explanation"].isna().all()
    assert frameworks.loc[frameworks["part"] == "role", "meaning"].isna().all()
    assert frameworks.loc[frameworks["part"] == "stage", "meaning"].notna().all()
    concepts = load("proximity_results", "concepts")
    assert not concepts["concept"].str.contains("logic|cognitive|organisational").any()
    assert not load("proximity_results")["author"].str.contains("Jaffe").any()


def test_distance() -> None:
    table = load("proximity_results").set_index("author")
    assert table.loc["Keller", "value"] == 1200 and table.loc["Keller", "unit"] == "km"
    other = table.drop("Keller").iloc[0]
    assert (other["value_low"], other["value_high"]) == (55, 70)


def test_trade_fairs() -> None:
    fairs = load("proximity_results", "trade_fairs")
    origins = fairs[fairs["origin"].notna()].pivot(index="origin", columns="date", values="value")
    assert (origins["2022"] < origins["2019"]).all() and len(origins) == 5
    assert origins.loc["China"].tolist() == [16_000, 4_800]
    assert (origins["2022"] / origins["2019"]).idxmin() == "China"
    assert fairs.loc[fairs["indicator"] == "stand space", "value"].item() == 7_130_830
    assert set(fairs["place"]) == {"Germany", "World", "Europe"}


def test_multipliers_contradict_each_other() -> None:
    table = load("model_parameters")
    multipliers = table[table["parameter"].str.contains("to non-tradable")].set_index("author")["value"]
    assert multipliers.to_dict() == {"Moretti": 1.6, "van Dijk": 1.02}


def test_ranges_of_parameters() -> None:
    table = load("model_parameters").set_index("author")
    assert table.loc["Chatterjee", ["value", "value_low", "value_high"]].tolist() == [0.48, 0.40, 0.60]
    assert table.loc["Ciccone & Hall", ["value", "value_low", "value_flag"]].tolist() == [0.5, 0.5, "at least"]
    assert table.loc["Melo, Graham & Noland", "note"] == "34 studies"
    ranges = table[table["value_flag"] == "range"]
    assert (ranges["value_low"] < ranges["value_high"]).all()
    assert (table["year_first"] <= table["year_last"]).all()


def test_numbers_without_a_figure_say_so() -> None:
    for name, resource in (
        ("business_ecosystems", None),
        ("proximity_results", "trade_fairs"),
        ("model_parameters", None),
    ):
        table = load(name, resource)
        empty = table[["value", "value_low", "value_high"]].isna().all(axis=1)
        assert (empty == (table["value_flag"] == "none")).all()
        assert not pd.isna(table["value_flag"]).any()
