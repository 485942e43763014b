"""`live.urssaf`: by département as offline, by commune and activity, and columns that are not as expected."""

from __future__ import annotations

from typing import Any

import pytest

from course_utils.datasets import UnknownDataset, live, load, provenance
from tests.datasets.live import answers
from tests.datasets.live.office import Office, as_json


def test_by_departement_as_offline(office: Office) -> None:
    office.says(as_json(answers.urssaf_departements(), packed=True))
    jobs, offline = live.urssaf(), load("employment_departements")
    assert list(jobs.columns) == [*offline.columns, "establishments"]
    assert jobs.dtypes.astype(str).to_dict() == offline.dtypes.astype(str).to_dict() | {"establishments": "int64"}
    assert set(jobs["departement"]) == {"01", "38"}, "what belongs to no département is left out"
    isere = jobs.query("departement == '38' and year == 1998").set_index("nace")
    assert isere.loc["FZ", ["sector", "employment", "total", "establishments"]].tolist() == [
        "Construction",
        200,
        600,
        11,
    ]
    assert isere.loc["Intérim", "sector"] == "Intérim"
    assert isere.loc["C1", "sector"] == "Denrées alimentaires, boissons et tabac"


def test_what_is_asked_by_departement(office: Office) -> None:
    office.says(as_json(answers.urssaf_departements()))
    live.urssaf(place="38", years=2024)
    (asked,) = office.asked
    table = "nombre-etab-effectifs-salaries-et-masse-salariale-secteur-prive-dep-x-na17i"
    assert asked.path == f"/catalog/datasets/{table}/exports/json"
    assert asked.query == [("where", 'code_departement="38"')]


def test_years_are_chosen_here(office: Office) -> None:
    office.says(as_json(answers.urssaf_departements()))
    assert set(live.urssaf(years=2024)["year"]) == {2024}
    assert set(live.urssaf(years=[1998, 2024])["year"]) == {1998, 2024}
    assert len(office.asked) == 1
    with pytest.raises(live.NoFigures):
        live.urssaf(years=1968)


def test_by_commune_and_activity(office: Office) -> None:
    office.says(as_json(answers.urssaf_communes()))
    jobs = live.urssaf("ape", place="38185")
    assert office.asked[0].query == [("where", 'code_commune="38185"')]
    assert list(jobs.columns)[:4] == ["code", "name", "departement", "year"]
    assert jobs[["year", "nace", "employment", "establishments", "total"]].values.tolist() == [
        [2023, "6201Z", 30, 3, 30],
        [2024, "6201Z", 41, 4, 41],
        [2024, "9602A", 0, 1, 41],
    ]
    assert jobs.loc[0, ["code", "name", "departement", "sector"]].tolist() == [
        "38185",
        "Grenoble",
        "38",
        "Programmation informatique",
    ]
    assert provenance(jobs)["resource"] == "etablissements-et-effectifs-salaries-au-niveau-commune-x-ape-last"
    assert provenance(jobs)["licences"][0]["name"] == "ODbL-1.0"


def test_the_communes_of_a_departement(office: Office) -> None:
    office.says(as_json(answers.urssaf_communes()))
    live.urssaf("ape", place="38")
    assert office.asked[0].query == [("where", 'code_departement="38"')]


def test_a_gap_is_a_gap(office: Office) -> None:
    records = answers.urssaf_communes()
    records[0]["effectifs_salaries_2023"] = None
    office.says(as_json(records))
    jobs = live.urssaf("ape", place="38185")
    assert jobs["employment"].isna().sum() == 1 and jobs["establishments"].dtype == "int64"


def test_establishments_of_no_sector_are_counted(office: Office) -> None:
    office.says(as_json(answers.urssaf_fields()), as_json([{**answers.urssaf_sums()[0], "secteur_na38": None}]))
    assert set(live.urssaf("na38")["sector"]) == {"unclassified"}


def test_finer_sectors_are_summed_by_the_service(office: Office) -> None:
    office.says(as_json(answers.urssaf_fields()), as_json(answers.urssaf_sums()))
    jobs = live.urssaf("na38")
    described, summed = office.asked
    assert described.path.endswith("-ape-last") and summed.path.endswith("-ape-last/exports/json")
    clauses = dict(summed.query)
    assert clauses["group_by"] == "code_departement,secteur_na38"
    assert clauses["select"].startswith("code_departement,secteur_na38,sum(nombre_d_etablissements_2023) as nombre_d")
    assert clauses["select"].count("sum(") == 4 and "where" not in clauses
    assert list(jobs.columns) == [*load("employment_departements").columns, "establishments"]
    assert jobs.query("departement == '01' and year == 2024")[["nace", "employment", "total"]].values.tolist() == [
        ["FZ", 40, 81],
        ["JC", 41, 81],
    ]


def test_only_the_years_asked_for_are_summed(office: Office) -> None:
    office.says(as_json(answers.urssaf_fields()), as_json(answers.urssaf_sums()))
    live.urssaf("na38", place="01", years=2024)
    clauses = dict(office.asked[1].query)
    assert clauses["select"].count("sum(") == 2 and "2023" not in clauses["select"]
    assert clauses["where"] == 'code_departement="01"'


def test_years_that_the_service_has_no_column_for(office: Office) -> None:
    office.says(as_json(answers.urssaf_fields()))
    with pytest.raises(live.NoFigures, match="1998"):
        live.urssaf("na38", years=1998)
    assert len(office.asked) == 1


def without(name: str, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in record.items() if key != name} for record in records]


@pytest.mark.parametrize("column", ["code_departement", "annee", "secteur_na17i", "effectifs_salaries_moyens"])
def test_a_column_that_is_gone(office: Office, column: str) -> None:
    office.says(as_json(without(column, answers.urssaf_departements())))
    with pytest.raises(live.ChangedFormat, match=rf"expected the columns {column}; found .*masse_salariale"):
        live.urssaf()


@pytest.mark.parametrize("column", ["code_commune", "ape", "nombre_d_etablissements_2024"])
def test_a_wide_column_that_is_gone(office: Office, column: str) -> None:
    office.says(as_json(without(column, answers.urssaf_communes())))
    with pytest.raises(live.ChangedFormat, match="expected .*columns"):
        live.urssaf("ape", place="38185")


def test_a_description_that_has_changed(office: Office) -> None:
    for described in ({}, [], {"fields": [{"label": "x"}]}, {"fields": [{"name": "annee"}]}):
        office.says(as_json(described))
        with pytest.raises(live.ChangedFormat):
            live.urssaf("na88")


def test_a_table_with_one_more_dimension(office: Office) -> None:
    """Then a cell would come several times, and a reader would add up what is not to be added."""
    office.says(as_json(answers.urssaf_departements() + answers.urssaf_departements()[:1]))
    with pytest.raises(live.ChangedFormat, match="several for year 1998, departement 38, label C1"):
        live.urssaf()


def test_words_for_numbers(office: Office) -> None:
    records = answers.urssaf_departements()
    records[0]["effectifs_salaries_moyens"] = "secret"
    office.says(as_json(records))
    with pytest.raises(live.ChangedFormat, match="numbers in employment"):
        live.urssaf()


@pytest.mark.parametrize("document", [{}, {"results": []}, [1], "text", None])
def test_another_document(office: Office, document: Any) -> None:
    office.says(as_json(document))
    with pytest.raises(live.ChangedFormat, match="list of records"):
        live.urssaf()


def test_nothing_for_the_question(office: Office) -> None:
    office.says(as_json([]))
    with pytest.raises(live.NoFigures, match="another place"):
        live.urssaf(place="976")


def test_senseless_questions() -> None:
    with pytest.raises(ValueError, match="na17"):
        live.urssaf("na732")
    with pytest.raises(ValueError, match="place"):
        live.urssaf("ape")
    for sectors, place in (("na17", "20"), ("na17", "38185"), ("ape", "00000"), ("na17", '38" or 1=1')):
        with pytest.raises(UnknownDataset, match="with code"):
            live.urssaf(sectors, place=place)


def test_offline() -> None:
    with pytest.raises(live.Offline, match=r"load\('employment_departements'\)"):
        live.urssaf()
