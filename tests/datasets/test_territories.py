"""`territories` and `territory`."""

from __future__ import annotations

import pytest

from course_utils.datasets import UnknownDataset, load, territories, territory
from course_utils.datasets.territories import COLUMNS


@pytest.mark.parametrize(("level", "count"), [("departement", 101), ("epci", 1253)])
def test_levels(level: str, count: int) -> None:
    table = territories(level)
    assert list(table) == COLUMNS and table.index.name == "code"
    assert len(table) == count and table.index.is_unique and table.index.is_monotonic_increasing
    assert table.drop(columns="employment_share").notna().all().all()
    assert set(table["departement"]) <= set(load("departements")["code"])
    assert set(table["region"]) <= set(load("regions")["code"])


def test_employment_shares() -> None:
    shares = territories()["employment_share"]
    assert shares.sum() == pytest.approx(1)
    assert shares.idxmax() == "75"
    jobs = load("employment_departements").query("year == 2018")
    of_isere = jobs.query("departement == '38'")["employment"].sum()
    assert shares["38"] == pytest.approx(of_isere / jobs["employment"].sum())
    assert territories("epci")["employment_share"].isna().all()


def test_populations_are_those_of_2026() -> None:
    assert territories()["population"].sum() == load("communes")["population_2026"].sum()
    assert territories("epci")["population"].sum() == load("epci").query("year == 2026")["population"].sum()


def test_each_call_gives_a_fresh_table() -> None:
    changed = territories()
    changed["name"] = "changed"
    assert territories().loc["38", "name"] == "Isère"


def test_one_territory() -> None:
    isere = territory("38")
    assert isere.name == "38" and isere["level"] == "departement" and isere["region"] == "84"
    assert territory("2A")["name"] == "Corse-du-Sud"
    assert territory("200046977")["departement"] == "69"


def test_wrong_code_or_level() -> None:
    with pytest.raises(UnknownDataset, match="did you mean '38', the code of Isère"):
        territory("isère")
    with pytest.raises(KeyError):
        territory("999")
    with pytest.raises(ValueError, match="'departement' or 'epci', not 'commune'"):
        territories("commune")
