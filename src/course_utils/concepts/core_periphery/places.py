"""Départements and régions of metropolitan France: people and jobs, from 1831 to today, within the same borders."""

from __future__ import annotations

from functools import cache

import pandas as pd

from course_utils.datasets import load

#: Territories of 1831 that were divided or remade, by code, and the départements of today that make them up.
REMADE = {
    "75": ("75", "92", "93", "94"),
    "78": ("78", "91", "95"),
    "20": ("2A", "2B"),
    "54": ("54", "57"),
    "68": ("68", "90"),
}
#: Moselle is joined with Meurthe (54); Var lost Grasse to a département that was not French in 1831.
LEFT_OUT = ("57", "83")
#: Legal populations shipped, by the year of the census that they come from.
CENSUSES = {2016: "population_2019", 2018: "population_2021", 2023: "population_2026"}
SECTORS = {
    "all": (),
    "industry": ("industry",),
    "business": ("finance_realestate_business",),
    "public": ("public_admin_education_health",),
}


@cache
def departements() -> pd.DataFrame:
    """Départements of metropolitan France, by code.

    Returns
    -------
    DataFrame
        ``name``, ``region`` and ``old_region`` (codes), and the population of each of `CENSUSES`, by its year.
    """
    table = load("departements").set_index("code")
    links = load("nuts_departements").astype({"departement": str}).set_index("departement")
    table.index = table.index.astype(str)
    kept = table[[len(code) == 2 for code in table.index]]
    columns = {str(year): kept[name].astype(float) for year, name in CENSUSES.items()}
    named = {"name": kept["name"].astype(str), "region": kept["region"].astype(str)}
    return pd.DataFrame(named | {"old_region": links["old_region"].astype(str).reindex(kept.index)} | columns)


@cache
def since_1831() -> pd.DataFrame:
    """Territories that can be compared with themselves in 1831, by code of the time.

    Returns
    -------
    DataFrame
        84 rows: ``then`` and ``now`` (inhabitants of 1831 and of 2023), ``region`` and ``old_region`` of today.
    """
    past = load("departements_1830").set_index("code")["population_1831"].astype(float)
    past.index = past.index.astype(str)
    past["54"] += past["57"]
    past = past.drop(list(LEFT_OUT))
    today = departements()
    parts = {code: list(REMADE.get(code, (code,))) for code in past.index}
    now = pd.Series({code: today.loc[own, "2023"].sum() for code, own in parts.items()})
    homes = today.loc[[own[0] for own in parts.values()], ["region", "old_region"]].set_axis(past.index)
    return pd.DataFrame({"then": past, "now": now}).join(homes)


@cache
def unit_of() -> dict[str, str]:
    """Territory of 1831 of each département of today that has one."""
    return {part: code for code in since_1831().index for part in REMADE.get(code, (code,))}


def name_then(code: str) -> str:
    """Name in 1831 of the territory of a département of today; empty where it has none that can be compared.

    Examples
    --------
    >>> name_then("92"), name_then("38"), name_then("73")
    ('Seine', 'Isère', '')
    """
    names = load("departements_1830").set_index("code")["name"]
    return str(names.get(unit_of().get(code, ""), ""))


@cache
def jobs(year: int, sector: str = "all") -> pd.Series:
    """Jobs by département.

    Parameters
    ----------
    year : {2008, 2013, 2018}
        Year.
    sector : str
        A key of `SECTORS`.
    """
    table = load("employment_departements").query("year == @year").astype({"departement": str})
    if sector == "all":
        found = table.drop_duplicates("departement").set_index("departement")["total"]
    else:
        found = table[table["sector"].isin(SECTORS[sector])].groupby("departement")["employment"].sum()
    return found.astype(float).reindex(departements().index)


def jobs_per_inhabitant(sector: str = "all") -> pd.Series:
    """Jobs of 2018 for each inhabitant of the census of 2018, by département of metropolitan France."""
    return jobs(2018, sector) / departements()["2018"]


@cache
def old_regions() -> pd.DataFrame:
    """Population of the 22 old régions of metropolitan France in 1831, 1990, 1999, 2016 and 2023, by code.

    Returns
    -------
    DataFrame
        ``name``, ``region`` (code of today) and one column a year, in inhabitants. In 1831 Savoie and Nice were not
        French, and Haut-Rhin held Belfort.
    """
    today = departements()
    census = load("population_old_regions").astype({"old_region": str})
    table = census.pivot_table(index="old_region", columns="year", values="population", observed=True).astype(float)
    table.columns = table.columns.astype(str)
    past = load("departements_1830").set_index("code")["population_1831"].astype(float)
    past.index = past.index.astype(str)
    home = {str(code): today["old_region"][REMADE.get(str(code), (str(code),))[0]] for code in past.index}
    years = {"1831": past.groupby(home).sum()}
    years |= {year: today[year].groupby(today["old_region"]).sum() for year in ("2016", "2023")}
    links = load("nuts_departements").astype({"old_region": str, "region": str}).drop_duplicates("old_region")
    named = (
        links.set_index("old_region")[["old_region_name", "region"]].set_axis(["name", "region"], axis=1).astype(str)
    )
    kept = named.loc[sorted(today["old_region"].unique())]
    return kept.join(pd.DataFrame(years)).join(table)[["name", "region", "1831", "1990", "1999", "2016", "2023"]]
