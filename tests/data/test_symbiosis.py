"""Kalundborg's exchanges, partners and growth, and other cases of industrial symbiosis."""

from __future__ import annotations

import pandas as pd
import pytest

from course_utils.datasets import load
from course_utils.datasets.descriptors import data_root

STATION = "Asnæs power station"
TABLES = [
    ("kalundborg_exchanges", "kalundborg_exchanges"),
    ("kalundborg_exchanges", "quantities"),
    ("kalundborg_partners", "kalundborg_partners"),
    ("kalundborg_network", "kalundborg_network"),
    ("symbiosis_cases", "symbiosis_cases"),
]
# Hosts of copies: what was copied is cited instead.
COPIES = (
    "digilib",
    "forumactif",
    "studylib",
    "pdfcookie",
    "docslib",
    "wikisum",
    "scribd",
    "codeomega",
    "ecologycenter",
)


@pytest.fixture(scope="module")
def flows() -> pd.DataFrame:
    return load("kalundborg_exchanges")


@pytest.fixture(scope="module")
def flows_of_2000(flows: pd.DataFrame) -> pd.DataFrame:
    return flows[flows["in_2000_diagram"]].set_index("id")


def touches(flows: pd.DataFrame, partner: str) -> pd.Series:
    return (flows[["from_actor", "to_actor"]] == partner).any(axis=1)


@pytest.mark.parametrize(("name", "resource"), TABLES)
def test_each_row_names_its_source(name: str, resource: str) -> None:
    assert load(name, resource)["source"].str.len().gt(10).all()


@pytest.mark.parametrize(("name", "resource"), TABLES)
def test_copies_are_cited_by_what_was_copied(name: str, resource: str) -> None:
    text = (data_root() / name / f"{resource}.csv").read_text(encoding="utf8").lower()
    assert not [copy for copy in COPIES if copy in text]


def test_no_flow_to_an_unlisted_partner(flows: pd.DataFrame) -> None:
    partners = load("kalundborg_partners").set_index("partner")
    ends = {*flows["from_actor"], *flows["to_actor"]}
    assert ends <= set(partners.index)
    assert set(partners.index[partners["role"] != "member"]) <= ends, "an endpoint of no flow"
    assert partners["role"].value_counts().to_dict() == {
        "member": 13,
        "other endpoint": 11,
        "joint site of two members": 1,
    }


def test_twenty_eight_flows_one_with_three_receivers(flows: pd.DataFrame) -> None:
    assert flows["id"].nunique() == 28 and len(flows) == 30
    assert flows.loc[flows["id"].duplicated(keep=False), "id"].unique().tolist() == ["K23"]
    assert set(flows.loc[flows["id"] == "K23", "to_actor"]) == {"Gyproc", "Kalundborg refinery", "gas grid"}
    assert (flows["from_actor"].astype(str) != flows["to_actor"].astype(str)).all()


def test_diagram_of_2000(flows_of_2000: pd.DataFrame) -> None:
    assert flows_of_2000["diagram_no"].tolist() == list(range(1, 20))
    assert flows_of_2000["type"].value_counts().to_dict() == {"water": 8, "material": 6, "energy": 5}
    assert touches(flows_of_2000, STATION).sum() == 11
    assert (flows_of_2000["from_actor"] == STATION).sum() == 7
    assert flows_of_2000["start_year"].dropna().between(1961, 2000).all()


def test_ends_that_were_not_read_are_told(flows_of_2000: pd.DataFrame) -> None:
    """The arrow ends once written from memory come from another source, or are called inferred."""
    ends = flows_of_2000["ends"]
    assert set(ends[ends == "inferred"].index) == {"K15", "K18"}
    assert set(ends[ends == "other source"].index) == {"K10", "K13"}
    assert (flows_of_2000.loc[["K10", "K13"], "source"].str.count(" — ") >= 1).all()
    assert touches(flows_of_2000[ends != "inferred"], STATION).sum() == 9


def test_years(flows: pd.DataFrame) -> None:
    years = flows.drop_duplicates("id").set_index("id")
    assert set(years.index[years["start_year"].isna()]) == {"K19", "K20", "K21", "K28"}
    assert years["end_year"].dropna().to_dict() == {"K16": 2019, "K20": 2000}
    known = ["K01", "K02", "K06", "K13", "K25", "K27"]
    assert years.loc[known, "start_year"].tolist() == [1961, 1972, 1980, 2000, 2009, 2019]
    assert (years["end_year"] > years["start_year"])[["K16"]].all()


def test_contradictory_quantities_are_kept() -> None:
    quantities = load("kalundborg_exchanges", "quantities")
    found = quantities.groupby("what")["value"].agg(["min", "max", "count"])
    assert found.loc["gypsum"].tolist() == [80_000, 200_000, 5]
    assert found.loc["fly ash"].tolist() == [130_000, 170_000, 3]
    yeast = quantities[quantities["what"].str.contains("yeast") & (quantities["id"] == "K12")]
    assert sorted(yeast["value"]) == [5_000, 150_000]
    span = quantities[quantities["value_flag"] == "range"]
    assert span[["id", "value_low", "value_high"]].to_numpy().tolist() == [["K13", 15_000, 27_000]]
    assert span["value"].isna().all()


def test_quantity_of_a_flow_is_the_chosen_one(flows: pd.DataFrame) -> None:
    quantities = load("kalundborg_exchanges", "quantities")
    assert set(quantities["id"]) <= set(flows["id"])
    chosen = quantities[quantities["chosen"]].set_index("id")["value"]
    known = flows.dropna(subset="quantity").set_index("id")["quantity"]
    assert chosen.index.is_unique and chosen.to_dict() == known.to_dict() and len(known) == 9


def test_partners() -> None:
    partners = load("kalundborg_partners").set_index("partner")
    assert partners["jobs_1990s"].dropna().to_dict() == {
        STATION: 600,
        "Kalundborg refinery": 250,
        "Gyproc": 175,
        "Novo Nordisk": 1_100,
    }
    assert (partners["joined"] == "founding partner").sum() == 5
    assert partners["joined_year"].dropna().to_dict() == {
        "Kalundborg Bioenergy": 2020,
        "Meliora Bio": 2021,
        "Comet": 2023,
        "Intertek": 2023,
    }


def test_network() -> None:
    network = load("kalundborg_network")
    assert len(network) == 44
    links = network[network["kind"] == "links"]
    assert links["value"].tolist() == [16, 18, 19, 20, 26, 30, 30]
    assert links["value_flag"].tolist() == ["exact"] * 3 + ["about", "exact", "at least", "at least"]
    assert network.loc[network["kind"] == "partners", "value"].tolist() == [8, 9, 11, 13, 16]
    avoided = network[network["indicator"] == "CO2 avoided"]
    assert avoided["value"].tolist() == [130_000, 175_000, 275_000, 635_000, 586_000]
    assert network["start"].is_monotonic_increasing and (network["end"] > network["start"]).all()


def test_cases() -> None:
    cases = load("symbiosis_cases")
    assert len(cases) == 74 and cases["country"].nunique() == cases["country_fr"].nunique() == 4
    rooms = cases[cases["date"] == "c.2024"].set_index("metric")["value"]
    assert rooms.to_dict() == {"firms": 15, "employees": 1_600, "area": 190}
    korea = cases[cases["metric"] == "participating firms"].set_index("date")["value"]
    assert korea.to_dict() == {"2009": 90, "2014": 596}
    assert not cases["unit"].str.contains("more than|nearly|about|at least|fewer").any()


def test_flags_of_cases() -> None:
    cases = load("symbiosis_cases")
    assert cases["value_flag"].astype(str).value_counts().to_dict() == {
        "exact": 57,
        "at least": 11,
        "about": 5,
        "at most": 1,
    }
    assert (cases.loc[cases["value_flag"] == "at least", "value_low"] > 0).all()
    fewer = cases[cases["value_flag"] == "at most"].iloc[0]
    assert (fewer["case"], fewer["value_high"]) == ("French EIT initiatives", 10)
    programme = cases[cases["date"] == "2015-06 to 2017-06"].iloc[0]
    assert (programme["start"], programme["end"]) == (pd.Timestamp(2015, 6, 1), pd.Timestamp(2017, 6, 30))
