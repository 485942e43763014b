"""`live.eurostat`: the shape of the offline table, and JSON-stat that is not as expected."""

from __future__ import annotations

from typing import Any

import pytest

from course_utils.datasets import live, load, provenance
from tests.datasets.live import answers
from tests.datasets.live.office import Office, as_json


def test_the_shape_of_the_offline_table(office: Office) -> None:
    office.says(as_json(answers.eurostat(), packed=True))
    jobs, offline = live.eurostat(), load("employment_departements")
    assert list(jobs.columns) == list(offline.columns)
    assert jobs.dtypes.astype(str).to_dict() == offline.dtypes.astype(str).to_dict()
    assert list(jobs["sector"].cat.categories) == list(offline["sector"].cat.categories)
    assert len(jobs) == 2 * 2 * 7 and not jobs.isna().any().any()


def test_figures(office: Office) -> None:
    office.says(as_json(answers.eurostat()))
    jobs = live.eurostat().set_index(["departement", "year", "nace"])
    assert jobs.loc[("01", 2022, "A"), "employment"] == 1500
    assert jobs.loc[("38", 2023, "F"), "employment"] == 13_600
    assert jobs.loc[("38", 2022, "R-U"), ["total", "sector"]].tolist() == [110_000, "arts_household_other_services"]
    assert set(jobs["name"]) == {"Ain", "Isère"} and set(jobs["region_22"]) == {"Rhône-Alpes"}


def test_what_is_asked(office: Office) -> None:
    office.says(as_json(answers.eurostat()))
    live.eurostat(years=(2023, 2022))
    (asked,) = office.asked
    assert asked.path == "/data/nama_10r_3empers"
    wanted: dict[str, list[str]] = {}
    for name, value in asked.query:
        wanted.setdefault(name, []).append(value)
    assert wanted["nace_r2"] == answers.NACE and wanted["time"] == ["2022", "2023"]
    assert len(wanted["geo"]) == 101 and wanted["unit"] == ["THS"] and wanted["wstatus"] == ["EMP"]


def test_gross_value_added(office: Office) -> None:
    document = answers.eurostat()
    office.says(as_json(document))
    added = live.eurostat("gva")
    assert dict(office.asked[0].query)["unit"] == "CP_MEUR" and office.asked[0].path == "/data/nama_10r_3gva"
    assert "employment" not in added and added["gross_value_added"].max() == 11.5 + 6.1
    assert list(added.columns)[5:7] == ["gross_value_added", "total"]


def test_origin(office: Office) -> None:
    office.says(as_json(answers.eurostat()))
    jobs = live.eurostat()
    told = provenance(jobs.query("year == 2022"))
    assert told.keys() == provenance("communes").keys()
    assert told["dataset"] == jobs.attrs["dataset"] == "live.eurostat_employment"
    assert told["rows"] == 28 and told["file"].startswith(office.base) and len(told["sha256"]) == 64
    assert told["sources"][0]["retrieved"] == jobs.attrs["retrieved"]
    assert told["licences"][0]["title"] == jobs.attrs["licence"] and jobs.attrs["source"].startswith(
        "https://ec.europa"
    )
    assert told["sources"][0].keys() == provenance("communes")["sources"][0].keys()
    told["sources"][0]["publisher"] = "nobody"
    assert provenance(jobs)["sources"][0]["publisher"] != "nobody"


def test_marks_of_the_source_are_counted(office: Office) -> None:
    office.says(as_json(answers.eurostat()))
    assert live.eurostat().attrs["flags"] == {"p": 1}


def test_a_cell_without_value_is_a_missing_row(office: Office) -> None:
    document = answers.eurostat()
    document["value"].pop("0")
    document["value"]["1"] = None
    office.says(as_json(document))
    assert len(live.eurostat()) == 28 - 2


def test_codes_and_values_as_lists(office: Office) -> None:
    document = answers.eurostat()
    for name in document["id"]:
        document["dimension"][name]["category"]["index"] = list(document["dimension"][name]["category"]["index"])
    document["value"] = list(document["value"].values())
    document["status"] = [document["status"].get(str(at)) for at in range(len(document["value"]))]
    office.says(as_json(document), as_json(answers.eurostat()))
    assert live.eurostat().equals(live.eurostat(refresh=True))


def renamed(document: dict[str, Any]) -> None:
    document["id"][3] = "nace_r3"
    document["dimension"]["nace_r3"] = document["dimension"].pop("nace_r2")


def two_units(document: dict[str, Any]) -> None:
    document["id"][1], document["size"][1], document["size"][0] = "unit", 2, 1
    document["dimension"]["unit"]["category"]["index"] = {"THS": 0, "PER": 1}
    document["value"] = {str(at): 1.0 for at in range(64)}


def elsewhere(document: dict[str, Any]) -> None:
    document["dimension"]["geo"]["category"]["index"] = {"DE111": 0, "DE112": 1}


CHANGES = {
    "a dimension of another name": (renamed, "nace_r2"),
    "two units": (two_units, "one unit"),
    "other places": (elsewhere, "French NUTS 3"),
    "sizes that do not fit": (lambda document: document["size"].reverse(), "sizes"),
    "a value out of place": (lambda document: document["value"].update({"99999": 1}), "sizes"),
    "no values": (lambda document: document.pop("value"), "JSON-stat"),
    "words for values": (lambda document: document["value"].update({"3": "many"}), "numbers"),
    "words for years": (
        lambda document: document["dimension"]["time"]["category"].update(index={"then": 0, "now": 1}),
        "numbers",
    ),
}


@pytest.mark.parametrize(("change", "told"), CHANGES.values(), ids=CHANGES)
def test_a_changed_format(office: Office, change: Any, told: str) -> None:
    document = answers.eurostat()
    change(document)
    office.says(as_json(document))
    with pytest.raises(live.ChangedFormat, match=told):
        live.eurostat()


@pytest.mark.parametrize("document", [[], {}, None, 3, "text", {"id": [], "size": [], "dimension": {}, "value": {}}])
def test_another_document(office: Office, document: Any) -> None:
    office.says(as_json(document))
    with pytest.raises(live.ChangedFormat):
        live.eurostat()


def test_nothing_for_the_question(office: Office) -> None:
    document = answers.eurostat()
    document["value"] = {}
    office.says(as_json(document))
    with pytest.raises(live.NoFigures, match="other years"):
        live.eurostat(years=1789)


def test_an_answer_that_is_prepared_apart(office: Office) -> None:
    office.says(as_json({"warning": {"status": 413, "label": "ASYNCHRONOUS_RESPONSE"}}))
    with pytest.raises(live.ServerFailed, match="fewer years"):
        live.eurostat()


def test_a_table_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="employment"):
        live.eurostat("gdp")


def test_offline() -> None:
    with pytest.raises(live.Offline, match=r"nama_10r_3empers: cannot be reached.*load\('employment_departements'\)"):
        live.eurostat()
