"""Growth poles and balancing metropolises: sources, judgements, derived columns."""

from __future__ import annotations

import pytest

from course_utils.datasets import load


@pytest.mark.parametrize("name", ["growth_poles", "metropoles_equilibre"])
def test_each_row_names_its_source(name: str) -> None:
    assert load(name)["source"].str.len().gt(10).all()


def test_growth_poles() -> None:
    poles = load("growth_poles").set_index("pole")
    assert len(poles) == 14 and set(poles["country"]) == {"France", "Italy", "Spain"}
    assert set(poles["evidence"].dropna()) <= {"strong", "medium", "weak", "partial"}
    fos = poles.loc["Fos-sur-Mer (port-industrial zone)"]
    jobs = ["jobs_direct", "jobs_induced", "jobs_year", "jobs_forecast"]
    assert fos[jobs].tolist() == [6_600, 20_000, 1992, 200_000]
    assert all(f"{fos[name]:,.0f}" in fos["facts"] for name in ("jobs_direct", "jobs_forecast"))
    assert poles["jobs_direct"].notna().sum() == 1


def test_derived_years_stand_in_the_text() -> None:
    poles = load("growth_poles")
    for derived, text in (("decision_year", "decision_or_start"), ("production_year", "production_start")):
        known = poles[poles[derived].notna()]
        assert len(known) >= 6
        assert all(f"{year:.0f}" in words for year, words in zip(known[derived], known[text], strict=True))


def test_communes_of_the_poles() -> None:
    poles, communes = load("growth_poles"), set(load("communes")["code"])
    assert set(poles["commune"].dropna()) <= communes
    assert set(poles.loc[poles["commune"].notna(), "country"]) == {"France"}


def test_copies_are_cited_by_their_source() -> None:
    sources = " ".join(load("growth_poles")["source"])
    assert "Le Nouvel Économiste, 5 March 1994" in sources
    assert "(above)" not in sources
    assert not load("metropoles_equilibre")["source"].str.contains(r",\s*$").any()


def test_metropolises() -> None:
    table, towns = load("metropoles_equilibre"), load("metropoles_equilibre", "towns")
    assert table["status"].value_counts().to_dict() == {"first list": 8, "associated later": 4}
    assert set(towns["metropolis"]) == set(table["metropolis"])
    assert set(towns["derived"]) == {"own matching"}
    for name, town in zip(towns["metropolis"], towns["town"], strict=True):
        assert town.split("-")[0] in name


def test_towns_stand_in_the_epci_of_today() -> None:
    towns = load("metropoles_equilibre", "towns")
    communes = load("communes").set_index("code")
    epci = load("epci").query("year == 2026").set_index("epci")
    assert (communes.loc[towns["commune"], "epci"].astype(str).to_numpy() == towns["epci"].to_numpy()).all()
    assert (communes.loc[towns["commune"], "name"].to_numpy() == towns["town"].to_numpy()).all()
    assert (epci.loc[towns["epci"], "name"].to_numpy() == towns["epci_name"].to_numpy()).all()
