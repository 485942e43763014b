"""Who governs what: elected officials, communes since 1943, EPCI by type, ages and housing by territory."""

from __future__ import annotations

import pandas as pd

from . import commune_history, officials
from ._package import csv_gz, csv_text, write_package
from .french_territory import CENSUS, census, epci_table, upper_table

ORDER = {"type": ["CC", "CA", "CU", "METRO"], "tax_regime": ["FPU", "FA"]}


def epci_by(*keys: str) -> pd.DataFrame:
    """Number of EPCI, communes and inhabitants by year and `keys`, with medians and the share of inhabitants."""
    groups = epci_table().dropna(subset=list(keys)).groupby(["year", *keys])
    table = groups.agg(
        epci=("epci", "size"),
        communes=("communes", "sum"),
        population=("population", "sum"),
        median_communes=("communes", "median"),
        median_population=("population", "median"),
    ).reset_index()
    totals = table.groupby("year")["population"].transform("sum")
    table["share_population"] = (table["population"] / totals).round(4)
    ranks = table[list(keys)].apply(lambda column: column.map(ORDER[column.name].index))
    return table.loc[ranks.assign(year=table["year"]).sort_values(["year", *keys]).index].reset_index(drop=True)


def age_housing(places: pd.DataFrame, level: str) -> pd.DataFrame:
    """Census of 2021 of each of the `places` (columns code, name ...), with the shares that are most compared."""
    table = places.merge(census(level)[list(CENSUS.values())], left_on="code", right_index=True, how="left")
    ages = table[["age_0_19", "age_20_64", "age_65_over"]].sum(axis=1, min_count=1)
    table["share_65_over"] = table["age_65_over"] / ages
    for kind in ("second", "vacant"):
        table[f"share_{kind}"] = table[f"dwellings_{kind}"] / table["dwellings"]
    table["share_flats"] = table["flats"] / table["dwellings"]
    return table.sort_values("code", ignore_index=True).round({column: 4 for column in table if "share" in column})


def build() -> None:
    """Write the four packages."""
    people, professions = officials.table_of_officials(), officials.table_of_professions()
    write_package("elected_officials", {"elected_officials": csv_text(people), "professions": csv_gz(professions)})
    history = {"counts": csv_text(commune_history.counts()), "events": csv_text(commune_history.events())}
    write_package("commune_history", history)
    by_regime = epci_by("tax_regime", "type")
    write_package("epci_by_type", {"epci_by_type": csv_text(epci_by("type")), "by_tax_regime": csv_text(by_regime)})
    now = epci_table().query("year == 2026").rename(columns={"epci": "code"})[["code", "name", "departement"]]
    departements = upper_table("departement")[["code", "name", "region"]]
    tables = {
        "epci": csv_gz(age_housing(now, "epci")),
        "departements": csv_text(age_housing(departements, "departement")),
    }
    write_package("age_housing", tables)
