"""Employment by département: sums, known totals, completeness."""

from __future__ import annotations

import pandas as pd
import pytest

from course_utils.datasets import load

SECTORS = 7


@pytest.fixture(scope="module")
def jobs() -> pd.DataFrame:
    return load("employment_departements")


def test_complete(jobs: pd.DataFrame) -> None:
    assert jobs.groupby("year").size().to_dict() == {2008: 100 * SECTORS, 2013: 101 * SECTORS, 2018: 101 * SECTORS}
    assert set(jobs.loc[jobs["year"] > 2008, "departement"]) == set(load("departements")["code"])
    assert set(jobs["departement"]) - set(jobs.loc[jobs["year"] == 2008, "departement"]) == {"976"}
    assert not jobs.duplicated(["departement", "year", "sector"]).any()
    assert jobs.notna().all().all()


def test_names_are_those_of_the_table_of_departements(jobs: pd.DataFrame) -> None:
    names = load("departements").set_index("code")["name"]
    assert (jobs["name"].astype(str) == jobs["departement"].astype(str).map(names)).all()
    assert jobs.groupby("departement", observed=True)["nuts3"].nunique().eq(1).all()
    assert jobs["nuts3"].nunique() == 101 and jobs["region_22"].nunique() == 22 + 5


def test_sectors_add_up_to_the_published_total(jobs: pd.DataFrame) -> None:
    groups = jobs.groupby(["departement", "year"], observed=True)
    assert groups["total"].nunique().eq(1).all()
    assert ((groups["employment"].sum() - groups["total"].first()).abs() <= 200).all()


@pytest.mark.parametrize(("year", "low", "high"), [(2008, 26.5e6, 28e6), (2013, 26.5e6, 28e6), (2018, 27e6, 29e6)])
def test_national_sums(jobs: pd.DataFrame, year: int, low: float, high: float) -> None:
    """French employment of the national accounts lay between 26.5 and 29 million in these years."""
    of_year = jobs[jobs["year"] == year]
    total = of_year.drop_duplicates("departement")["total"].sum()
    assert low < total < high
    assert of_year["employment"].sum() == pytest.approx(total, abs=3000)


def test_known_cells(jobs: pd.DataFrame) -> None:
    table = jobs.set_index(["departement", "year", "sector"])["employment"]
    assert table["75", 2008, "agriculture"] == 1300
    assert table["75", 2008, "industry"] == 74_700
    assert table["48", 2018, "agriculture"] in range(2000, 5000)
