"""Third places, fab labs, short chains and participation: known figures, contradictions kept, nothing from memory."""

from __future__ import annotations

import pandas as pd
import pytest

from course_utils.datasets import load


def figure(table: pd.DataFrame, **where: str) -> float:
    """The one value of the rows that match."""
    for column, wanted in where.items():
        table = table[table[column] == wanted]
    assert len(table) == 1, table
    return float(table["value"].iloc[0])


@pytest.mark.parametrize(
    ("name", "resource", "rows"),
    [
        ("tiers_lieux", "tiers_lieux", 18),
        ("tiers_lieux", "regions", 18),
        ("fablabs", "fablabs", 9),
        ("short_chains", "short_chains", 21),
        ("participation", "participation", 33),
        ("participation", "frameworks", 23),
    ],
)
def test_no_row_is_lost_and_each_has_its_source(name: str, resource: str, rows: int) -> None:
    """66 rows of third places, fab labs and short chains, 56 of participation: all are somewhere."""
    table = load(name, resource)
    assert len(table) == rows
    assert table["source"].str.len().gt(8).all()


def test_third_places() -> None:
    table = load("tiers_lieux")
    places = table[table["indicator"] == "tiers-lieux"].set_index("date")
    assert places["value"].to_dict() == {"2018": 1800, "2021": 2500, "2023": 3500, "2025": 5000}
    assert places["basis"].to_dict() == {
        "2018": "observed",
        "2021": "observed",
        "2023": "observed",
        "2025": "projection",
    }
    coworking = table[table["theme"] == "co-working"].sort_values("start")
    assert coworking["value"].tolist() == [1, 360, 600, 1700, 2787]
    assert "24,727" in table.loc[(table["indicator"] == "direct jobs") & (table["date"] == "2023"), "note"].item()


def test_regions_of_third_places_are_the_eighteen() -> None:
    regions = load("tiers_lieux", "regions")
    assert set(regions["region"]) == set(load("regions")["code"])
    assert regions["share"].sum() == pytest.approx(100.8)


def test_fab_labs_grow() -> None:
    world = load("fablabs").query("territory == 'World'").sort_values("start")
    assert world["value"].is_monotonic_increasing
    assert (world["value"].iloc[0], world["value"].iloc[-1]) == (45, 1700)


@pytest.mark.parametrize(("year", "farms"), [("2010", 85_839), ("2020", 89_919)])
def test_size_classes_add_up_to_all_farms(year: str, farms: int) -> None:
    chains = load("short_chains").query("theme == 'short chains' and date == @year and territory == 'France'")
    assert figure(chains[chains["size_class"].isna()], indicator="farms selling through short chains") == farms
    assert chains.loc[chains["size_class"].notna(), "value"].sum() == farms


def test_derived_share_is_marked() -> None:
    shares = load("short_chains").query("indicator == 'share of farms' and territory == 'France'").set_index("date")
    assert shares["value"].to_dict() == {"2010": 17, "2020": 23}
    assert shares["basis"].to_dict() == {"2010": "derived", "2020": "source"}


def test_participation_keeps_ranges_and_words() -> None:
    table = load("participation")
    cost = table[table["indicator"] == "cost of one public debate"].iloc[0]
    assert (cost["value_low"], cost["value_high"], cost["value_flag"]) == (1, 2, "range")
    assert pd.isna(cost["value"])
    assert table["words"].dropna().tolist() == ["more than half"]
    activity = table[table["indicator"] == "participation processes conducted"].set_index("date")["value"]
    assert activity.to_dict() == {"2019": 152, "2020": 120, "2021": 134, "2023": 107}


def test_date_from_memory_is_left_out() -> None:
    debate = load("participation").query("indicator == 'EPR Flamanville 3'").iloc[0]
    assert pd.isna(debate["date"]) and pd.isna(debate["start"])
    assert "memory" not in debate["note"] and "2005" not in debate["note"]


def test_frameworks() -> None:
    table = load("participation", "frameworks")
    ladder = table[table["framework"] == "ladder"]
    assert ladder["rank"].tolist() == list(range(1, 9))
    assert ladder["family"].tolist() == ["non-participation"] * 2 + ["tokenism"] * 3 + ["citizen power"] * 3
    salience = table[table["framework"] == "salience"]
    assert (salience["attributes"].str.count(r"\+") + 1 == salience["rank"]).all() and len(salience) == 7
    assert table[table["framework"] == "commons"]["rank"].tolist() == list(range(1, 9))


@pytest.mark.parametrize("name", ["tiers_lieux", "fablabs", "short_chains", "participation"])
def test_dates_are_typed_and_ordered(name: str) -> None:
    table = load(name).dropna(subset=["start"])
    assert table["start"].dtype.kind == "M" and table["end"].dtype.kind == "M"
    assert (table["start"] <= table["end"]).all()
    assert (table["start"].dt.year.astype(str) == table["date"].str.extract(r"(\d{4})")[0]).all()
