"""History and policy: timeline and its concepts, champions, districts, SPL, small series."""

from __future__ import annotations

import pandas as pd
import pytest

from course_utils.datasets import load
from course_utils.datasets.descriptors import descriptor

ROWS = {"policy_timeline": 104, "national_champions": 28, "districts": 36, "spl_policy": 6, "series_numeric": 83}
COPIES = (
    "vvikipidea",
    "profilbaru",
    "docplayer",
    "scribd",
    "studylib",
    "bradmurray",
    "senat.fr.",
    "(above)",
    "reprint —",
)


@pytest.fixture(scope="module")
def events() -> pd.DataFrame:
    return load("policy_timeline")


def lags(events: pd.DataFrame, uses: list[str]) -> dict[str, int]:
    """Years from the oldest publication of a concept to the oldest policy, in this table."""
    year = events["start"].dt.year
    first = year[events["use"] == "coins"].groupby(events["concept_id"]).min()
    policy = year[events["use"].isin(uses)].groupby(events["concept_id"]).min()
    return {str(concept): int(lag) for concept, lag in (policy - first).dropna().items()}


@pytest.mark.parametrize(("name", "rows"), ROWS.items())
def test_each_row_names_a_source_that_is_no_copy(name: str, rows: int) -> None:
    assert len(load(name)) == rows
    for resource in descriptor(name)["resources"]:
        table = load(name, resource["name"])
        if resource["name"] != "concepts":
            assert table["source"].str.len().gt(5).all()
            assert not any(copy in source for source in table["source"] for copy in COPIES)


def test_known_dates(events: pd.DataFrame) -> None:
    by_name = events.set_index("event_en")
    datar = by_name.loc["DATAR created (decree 63-112)"]
    assert (datar["start"], datar["precision"]) == (pd.Timestamp("1963-02-14"), "day")
    moore = by_name.loc['Moore, "Predators and Prey": business ecosystem']
    assert (moore["start"], moore["end"], moore["precision"]) == (
        pd.Timestamp("1993-05-01"),
        pd.Timestamp("1993-05-31"),
        "month",
    )
    assert events["start"].is_monotonic_increasing
    assert (events["start"] <= events["end"]).all()
    assert (events["start"].dt.year.min(), events["end"].dt.year.max()) == (1947, 2024)


def test_lags_from_concept_to_policy(events: pd.DataFrame) -> None:
    """Growth pole 1955 to 1964; the cluster waits 12 years (conceived 2002), not 14 (launched 2004)."""
    assert lags(events, ["names", "takes up"]) == {
        "growth_pole": 9,
        "cluster": 12,
        "industrial_district": 1,
        "regional_balance": 13,
    }
    assert lags(events, ["names"]) == {
        "growth_pole": 9,
        "cluster": 19,
        "industrial_district": 1,
        "regional_balance": 17,
    }
    assert lags(events, ["precedes"]) == {"high_tech_colbertism": -26}


def test_launch_of_the_poles_is_fourteen_years_after_porter(events: pd.DataFrame) -> None:
    year = events.set_index("event_en")["start"].dt.year
    launch, porter = "CIADT: pôles de compétitivité launched", 'Porter, "The Competitive Advantage of Nations"'
    assert year[launch] - year[porter] == 14


def test_lags_through_descent(events: pd.DataFrame) -> None:
    """No event names the industrial ecosystem as a policy: 26 years run through the circular economy."""
    parent = load("policy_timeline", "concepts").set_index("concept_id")["descends_from"].dropna()
    lineage = events.assign(concept_id=events["concept_id"].replace(parent.to_dict()))
    found = lags(lineage, ["names", "takes up"])
    assert found["industrial_ecosystem"] == 26
    french = lineage[lineage["country"].isna() | (lineage["country"] == "France")]
    assert lags(french, ["names", "takes up"])["industrial_district"] == 8
    assert "industrial_ecosystem" not in lags(events, ["names", "takes up"])


def test_concepts_without_a_policy_stay_without(events: pd.DataFrame) -> None:
    used = events[events["use"].isin(["names", "takes up"])]["concept_id"]
    waiting = set(events.loc[events["use"] == "coins", "concept_id"]) - set(used)
    assert waiting == {
        "polarisation",
        "high_tech_colbertism",
        "flexible_specialisation",
        "milieu",
        "proximity",
        "business_ecosystem",
        "industrial_ecosystem",
    }


def test_classification_is_consistent(events: pd.DataFrame) -> None:
    concepts = load("policy_timeline", "concepts")
    assert set(concepts["concept_id"]) == set(events["concept_id"].dropna())
    assert set(concepts["descends_from"].dropna()) <= set(concepts["concept_id"])
    assert set(concepts["derived"]) == {"own classification"}
    assert (events["use"].notna() == events["concept_id"].notna()).all()
    written = events["kind"].isin(["publication", "concept"])
    assert events.loc[events["use"].isin(["coins", "develops"]), "kind"].isin(["publication", "concept"]).all()
    assert not written[events["use"].isin(["names", "takes up", "applies", "precedes"])].any()
    assert (events["use"] == "coins").groupby(events["concept_id"]).sum().max() == 1
    assert events.loc[events["concept_id"].notna() & ~written, "country"].notna().all()


def test_champions_and_their_steps() -> None:
    firms, steps = load("national_champions").set_index("firm"), load("national_champions", "steps")
    assert set(steps["firm"]) == set(firms.index) and len(steps) == 33
    assert firms.loc["Usinor", "start"] == pd.Timestamp("1948-06-21")
    sacilor = steps[steps["firm"] == "Sacilor"]
    assert sacilor["start"].dt.year.tolist() == [1964, 1973] and sacilor["event"].tolist() == ["company", "merger"]
    assert firms.loc["Sacilor", "precision"] == "span" and firms.loc["TGV", "end"] == pd.Timestamp("1981-12-31")
    assert (firms["start"].dt.year.min(), firms["end"].dt.year.max()) == (1939, 1986)
    assert (firms["sector"] == "steel").sum() == 8


def test_partners_stand_in_the_facts() -> None:
    firms, partners = load("national_champions").set_index("firm"), load("national_champions", "partners")
    assert partners["firm"].nunique() == 12 and partners.groupby("firm").size().min() == 2
    assert all(partner in firms.loc[firm, "facts"] for firm, partner, _ in partners.itertuples(index=False))
    snias = partners[partners["firm"] == "SNIAS / Aérospatiale"]["partner"]
    assert set(snias) == {"Sud-Aviation", "Nord-Aviation", "SEREB"}


def test_districts() -> None:
    table, communes = load("districts"), load("communes").set_index("code")
    prato = table[(table["place"] == "Prato") & (table["indicator"] == "firms")]
    assert prato["value"].tolist() == [8_000, 11_500] and prato["value_flag"].tolist() == ["about", "at least"]
    assert table["value"].isna().sum() == (table["value_flag"] == "none").sum() == 5
    assert (table["value_low"].notna() == (table["value_flag"] == "at least")).all()
    assert table.set_index("place").loc["Ruhr", "value_flag"] == "none"
    place = table.dropna(subset=["commune"])
    assert set(place["country"]) == {"France"} and set(place["place"]) == {
        "Vallée de l'Arve",
        "Oyonnax - Plastics Vallée",
        "Choletais",
    }
    assert (communes.loc[place["commune"], "longitude"].to_numpy() == place["longitude"].to_numpy()).all()
    assert set(communes.loc[place["commune"], "departement"]) == {"74", "01", "49"}


@pytest.mark.parametrize(
    ("text", "first", "last", "flag"),
    [
        ("c. 2008", 2008, 2008, "about"),
        ("2008-09", 2008, 2009, "exact"),
        ("1992-1999", 1992, 1999, "exact"),
        ("n.d. (2000s)", 2000, 2009, "about"),
    ],
)
def test_years_of_districts(text: str, first: int, last: int, flag: str) -> None:
    row = load("districts").set_index("year_text").loc[[text]].iloc[0]
    assert (row["year_first"], row["year_last"], row["year_flag"]) == (first, last, flag)


def test_spl_and_grappes() -> None:
    table = load("spl_policy").set_index("programme")
    waves = table[table.index.str.contains("wave")]
    total = table.loc["grappes d'entreprises, total"]
    assert waves["applications"].sum() == total["applications"] == 298
    assert waves["selected"].sum() == total["selected"] == 126
    assert table.loc["SPL (DATAR), cumulative", ["selected", "still_active"]].tolist() == [130, 70]
    assert table["derived"].notna().sum() == 1


def test_small_series() -> None:
    table = load("series_numeric")
    assert table["series"].nunique() == 16 and not table["value"].isna().any()
    shares = table[table["series"] == "employment_share"].groupby("year_first")["value"].sum().round(1).to_dict()
    assert shares == {1975: 100.8, 2015: 98.8, 2017: 98.8}
    assert set(table.loc[table["year_first"] == 1975].query("series == 'employment_share'")["basis"]) == {"derived"}
    parts = table[
        (table["series"] == "istat_districts")
        & table["territory"].isin(["Centro", "Nord-est", "Nord-ovest", "Mezzogiorno"])
    ]
    assert parts["value"].sum() == 156
    assert (table["value_flag"] == "about").sum() == 2


def test_periods_of_series() -> None:
    table = load("series_numeric").set_index("item")
    assert table.loc["1989-1993", ["year_first", "year_last"]].tolist() == [1989, 1993]
    assert table.loc["mean yearly CPER commitments 1984-88", "year_last"] == 1988
    assert table.loc["State envelope phase I", "year_last"] == 2008
    assert (table["year_first"] <= table["year_last"]).all()
