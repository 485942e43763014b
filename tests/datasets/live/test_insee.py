"""`live.insee`: population and jobs, page by page, and answers that are not as expected."""

from __future__ import annotations

from typing import Any

import pytest

from course_utils.datasets import UnknownDataset, live, load, provenance
from tests.datasets.live import answers
from tests.datasets.live.office import Office, as_json


def test_population_by_departement(office: Office) -> None:
    office.says(as_json(answers.melodi(answers.population())))
    found = live.insee()
    assert list(found.columns) == ["code", "name", "region", "year", "population", "source"]
    assert found[["code", "name", "year", "population"]].values.tolist() == [
        ["01", "Ain", 2022, 1000],
        ["38", "Isère", 2022, 2000],
        ["01", "Ain", 2023, 1000],
        ["38", "Isère", 2023, 2000],
    ]
    (asked,) = office.asked
    assert asked.path == "/data/DS_POPULATIONS_REFERENCE"
    assert asked.query == [("GEO", "DEP"), ("POPREF_MEASURE", "PMUN"), ("maxResult", "10000")]
    assert provenance(found)["licences"][0]["name"] == "etalab-2.0"


@pytest.mark.parametrize(("place", "geo"), [("38", "DEP-38*COM"), ("38185", "COM-38185")])
def test_population_by_commune(office: Office, place: str, geo: str) -> None:
    rows = [answers.observation("2025-COM-38185", "2023", 5.0), answers.observation("2025-COM-38000", "2023", 6.0)]
    office.says(as_json(answers.melodi(rows)))
    found = live.insee(level="commune", place=place, years=(2023, 2022))
    assert office.asked[0].query[0] == ("GEO", geo)
    assert [pair for pair in office.asked[0].query if pair[0] == "TIME_PERIOD"] == [
        ("TIME_PERIOD", "2022"),
        ("TIME_PERIOD", "2023"),
    ]
    assert found.set_index("code").loc["38185", ["name", "departement", "epci"]].tolist() == [
        "Grenoble",
        "38",
        "200040715",
    ]
    assert found.set_index("code")["name"].isna()["38000"], "a commune that the course does not know keeps its figures"


@pytest.mark.parametrize("total", [False, True])
def test_jobs_as_offline(office: Office, total: bool) -> None:
    office.says(as_json(answers.melodi(answers.employment(total=total))))
    jobs, offline = live.insee("employment"), load("employment_departements")
    assert list(jobs.columns) == list(offline.columns)
    assert jobs.dtypes.astype(str).to_dict() == offline.dtypes.astype(str).to_dict()
    assert jobs["employment"].tolist() == [10, 21, 31, 42, 52]
    assert set(jobs["total"]) == {160 if total else 156}
    assert set(jobs["region_22"]) == {"Rhône-Alpes"} and jobs.loc[1, ["nace", "sector"]].tolist() == ["B-E", "industry"]


def test_jobs_by_commune(office: Office) -> None:
    office.says(as_json(answers.melodi(answers.employment("COM", "38185"))))
    jobs = live.insee("employment", level="commune", place="38185")
    assert list(jobs.columns)[:5] == ["code", "name", "departement", "year", "sector"] and set(jobs["name"]) == {
        "Grenoble"
    }


def test_all_pages(office: Office) -> None:
    rows = answers.population()
    office.says(
        as_json(answers.melodi(rows[:3], f"{office.base}/data/DS_POPULATIONS_REFERENCE?page=2")),
        as_json(answers.melodi(rows[3:])),
    )
    assert len(live.insee()) == 4
    assert office.asked[1].query == [("page", "2")]
    assert len(live.insee()) == 4 and len(office.asked) == 2, "kept as one answer"


def test_a_next_page_elsewhere_is_not_asked_for(office: Office) -> None:
    office.says(as_json(answers.melodi(answers.population(), "http://127.0.0.1:9/data?page=2")))
    with pytest.raises(live.ChangedFormat, match="next page"):
        live.insee()


def test_pages_without_end(office: Office) -> None:
    office.says(as_json(answers.melodi(answers.population(), f"{office.base}/data?page=2")))
    with pytest.raises(live.TooLarge):
        live.insee()
    assert len(office.asked) == 25


def test_the_time_is_that_of_all_pages(office: Office) -> None:
    page = as_json(answers.melodi(answers.population(), f"{office.base}/data?page=2"))
    office.says(type(page)(page.body, headers=page.headers, silence=0.2))
    with pytest.raises(live.TooSlow):
        live.insee(timeout=0.5)


def test_what_is_secret_is_left_out(office: Office) -> None:
    rows = [*answers.population(), answers.observation("2025-DEP-976", "2023", None)]
    office.says(as_json(answers.melodi(rows)))
    assert len(live.insee()) == 4


CHANGES: dict[str, tuple[list[dict[str, Any]], str]] = {
    "no dimensions": ([{"measures": {}}], "dimensions"),
    "no place": ([{"dimensions": {"TIME_PERIOD": "2023"}, "measures": {"OBS_VALUE_NIVEAU": {"value": 1}}}], "GEO"),
    "another measure": (
        [{"dimensions": {"GEO": "2025-DEP-01", "TIME_PERIOD": "2023"}, "measures": {"VALUE": {"value": 1}}}],
        "OBS_VALUE_NIVEAU",
    ),
    "another level": ([answers.observation("2025-REG-84", "2023", 1)], "2025-REG-84"),
    "a place of no form": ([answers.observation("Isère", "2023", 1)], "Isère"),
    "a year of no form": ([answers.observation("2025-DEP-38", "now", 1)], "numbers"),
    "two values": ([answers.observation("2025-DEP-38", "2023", 1)] * 2, "several"),
}


@pytest.mark.parametrize(("rows", "told"), CHANGES.values(), ids=CHANGES)
def test_a_changed_format(office: Office, rows: list[dict[str, Any]], told: str) -> None:
    office.says(as_json(answers.melodi(rows)))
    with pytest.raises(live.ChangedFormat, match=told):
        live.insee()


@pytest.mark.parametrize(
    "document", [{}, [], 1, {"observations": 3}, {"observations": [], "paging": {"isLast": False}}]
)
def test_another_document(office: Office, document: Any) -> None:
    office.says(as_json(document))
    with pytest.raises(live.ChangedFormat):
        live.insee()


def test_other_sectors(office: Office) -> None:
    rows = [answers.observation("2025-DEP-38", "2023", 1.0, EMP_ACTIVITY="B-E")]
    office.says(as_json(answers.melodi(rows)), as_json(answers.melodi(answers.population())))
    with pytest.raises(live.ChangedFormat, match="AZ, BE, FZ, GU, OQ; found B-E"):
        live.insee("employment")
    with pytest.raises(live.ChangedFormat, match="EMP_ACTIVITY"):
        live.insee("employment")


def test_nothing_for_the_question(office: Office) -> None:
    office.says(as_json(answers.melodi([])))
    with pytest.raises(live.NoFigures):
        live.insee(years=1789)


def test_senseless_questions() -> None:
    for wrong in ({"table": "jobs"}, {"level": "region"}, {"level": "commune"}):
        with pytest.raises(ValueError):
            live.insee(**wrong)
    for level, place in (("departement", "38185"), ("commune", "99999"), ("commune", "xx")):
        with pytest.raises(UnknownDataset):
            live.insee(level=level, place=place)


def test_offline() -> None:
    with pytest.raises(live.Offline, match=r"DS_POPULATIONS_REFERENCE: cannot be reached.*load\('communes'\)"):
        live.insee()
