"""French employment by département, old région and région, the old régions' inhabitants, the codes that join them."""

from __future__ import annotations

from functools import cache

import pandas as pd

from ._package import built, csv_gz, csv_text, write_package
from .compiled_tables import compiled, plain

FIGURES = ["year", "sector", "employment", "total", "nace"]
POPULATION = {"region_code": "old_region", "region": "name", "census_year": "year"}


@cache
def nuts_departements() -> pd.DataFrame:
    """The one table from NUTS 3 codes to départements, old régions (NUTS 2) and régions (NUTS 1; NUTS 2 overseas)."""
    labels = compiled("employment_departements.csv.gz").drop_duplicates("nuts3_code")
    names = _names("departements")
    table = pd.DataFrame({"nuts3": labels["nuts3_code"], "departement": _code(labels["name"], names)})
    table["name"] = table["departement"].map(names)
    table["nuts2"] = labels["parent_code"]
    return table.merge(_old_regions(), on="nuts2", validate="many_to_one").sort_values("departement", ignore_index=True)


def _old_regions() -> pd.DataFrame:
    """NUTS 2: the 22 régions in force until 2015 and the overseas ones, each with the région that holds it today."""
    labels = compiled("employment_old_regions.csv.gz").drop_duplicates("nuts2_code")
    old = compiled("population_old_regions.csv").drop_duplicates("region_code").set_index("region_code")["region"]
    today = _names("regions")
    table = labels.rename(columns={"nuts2_code": "nuts2", "parent_code": "nuts1"})
    # A région that never changed, Mayotte and the renamed Centre-Val de Loire have the same code then and now.
    table["old_region"] = _code(table["name"], pd.concat([today, old]))
    table["old_region_name"] = table["old_region"].map(today).fillna(table["name"])
    overseas = table["parent_name"] == "Overseas regions"
    table["region"] = _code(table["parent_name"].mask(overseas, table["name"]), today)
    table["region_name"] = table["region"].map(today)
    return table[["nuts2", "old_region", "old_region_name", "nuts1", "region", "region_name"]]


def _names(level: str) -> pd.Series:
    """Names of today's départements or régions by INSEE code."""
    return built(level).set_index("code")["name"]


def _code(labels: pd.Series, names: pd.Series) -> pd.Series:
    """INSEE codes of labels whose spelling differs from `names` (by code) only in accents, capitals and hyphens."""
    codes = {plain(name): code for code, name in names.items()}
    found = labels.map(plain).map(codes)
    assert found.notna().all(), labels[found.isna()].unique()
    return found


def _accounts(name: str, code: str) -> pd.DataFrame:
    """Jobs in persons by NUTS code (column `code`), sector and year (the source gives thousands with one decimal)."""
    table = compiled(name)
    assert table.columns[0] in ("nuts_code", f"{code}_code"), table.columns[0]
    table = table.rename(columns={table.columns[0]: code, "nace_rev2": "nace"}).astype({"year": int})
    for ours, theirs in {"employment": "employment_thousand", "total": "employment_total_thousand"}.items():
        table[ours] = (table[theirs].astype(float) * 1000).round().astype(int)
    return table


def employment_departements() -> pd.DataFrame:
    """Jobs by département, sector and year."""
    codes = nuts_departements().set_index("nuts3")
    table = _accounts("employment_departements.csv.gz", "nuts3").rename(columns={"parent_name": "region_22"})
    table = table.assign(departement=table["nuts3"].map(codes["departement"]), name=table["nuts3"].map(codes["name"]))
    return _ordered(table, ["departement", "name", "region_22"], "nuts3")


def employment_old_regions() -> pd.DataFrame:
    """Jobs by région in force until 2015, sector and year."""
    table = _accounts("employment_old_regions.csv.gz", "nuts2").drop(columns="name").merge(_old_regions(), on="nuts2")
    table = table.rename(columns={"old_region_name": "name"})
    return _ordered(table, ["old_region", "name", "region"], "nuts2")


def employment_regions_accounts() -> pd.DataFrame:
    """Jobs by région of today, sector and year, and those of France under the code FR."""
    regions = _old_regions()
    overseas = regions["nuts1"] == "FRY"
    regions["nuts"] = regions["nuts1"].mask(overseas, regions["nuts2"])
    codes = regions.drop_duplicates("nuts").set_index("nuts")["region"]
    table = _accounts("employment_regions_accounts.csv.gz", "nuts")
    table["region"] = table["nuts"].where(table["nuts"] == "FR", table["nuts"].map(codes))
    table["name"] = table["region"].map(_names("regions")).fillna(table["name"])
    return _ordered(table, ["region", "name"], "nuts")


def _ordered(table: pd.DataFrame, place: list[str], nuts: str) -> pd.DataFrame:
    """Rows by year and place, sectors in the order of the source."""
    table = table.sort_values(["year", place[0]], kind="stable", ignore_index=True)
    return table[[*place, *FIGURES, nuts, "source"]]


def population_old_regions() -> pd.DataFrame:
    """Inhabitants of the 26 régions of the time at the censuses of 1990 and 1999."""
    table = compiled("population_old_regions.csv").rename(columns=POPULATION).astype({"year": int, "population": int})
    return table.sort_values(["old_region", "year"], ignore_index=True)


def build() -> None:
    """Write the five packages."""
    write_package("nuts_departements", {"nuts_departements": csv_text(nuts_departements())})
    for table in (employment_departements, employment_old_regions, employment_regions_accounts):
        write_package(table.__name__, {table.__name__: csv_gz(table())})
    write_package("population_old_regions", {"population_old_regions": csv_text(population_old_regions())})
