"""Circular economy: Eurostat's circular material use rate, short sourced series, the material flows of France."""

from __future__ import annotations

import pandas as pd

from ._package import csv_gz, csv_text, write_package
from .compiled_tables import addressed, compiled

VINTAGE = "November 2024"
# The edition that each source of the short series belongs to; a source that does not tell it is left out here.
EDITIONS = {
    "EEA indicator page for EU27; others: app data file citing Eurostat cei_srm030": "2025",
    "SDES 2021": "2021",
    "SDES 2022": "2022",
    "SDES 2023-11-13": "November 2023",
    "SDES 2024": "2024",
    "SDES December 2020": "December 2020",
    "actu-environnement 2022-12 citing ministry": "December 2022",
    "europe-data.com 2023-11-15 citing Eurostat": "November 2023",
}
RENAMED = {
    " (older vintage Nov 2023)": "",
    " target": "",
    " (report edition)": "",
    "of which ": "waste generated: ",
    "waste treatment share: ": "waste treated: ",
}
NOTES = {"shows revisions: compare eurostat_cmur file": "shows revisions: compare circular_material_use"}
SECOND_HAND = "country values second-hand"
FLOWS_FR = {
    "used domestic extraction": "extraction intérieure utilisée",
    "imports": "importations",
    "balancing items, input side (oxygen etc.)": "éléments d'équilibrage côté entrée (oxygène, etc.)",
    "exports": "exportations",
    "emissions to air and other releases": "émissions (air et autres)",
    "landfilled waste": "déchets en décharge",
    "addition to stock": "addition au stock",
    "balancing items, output side (water vapour etc.)": "éléments d'équilibrage côté sortie (vapeur d'eau, etc.)",
    "total inputs = total outputs": "total des entrées = total des sorties",
    "recycled materials including backfilling (not counted in the balance)": "matières recyclées, remblayage compris",
    "turnover of non-energy, non-food materials (direct inputs and secondary)": (
        "matières employées, hors énergie et aliments (directes et secondaires)"
    ),
}
SIDES = {"check": "total", "outside": "internal loop"}


def circular_material_use() -> pd.DataFrame:
    """Eurostat's rate by country and year, one edition only."""
    table = _named(addressed(compiled("eurostat_cmur_2004_2023.csv.gz")))
    table["level"] = table["geo"].str.startswith("EU").map({True: "union", False: "country"})
    table = table.rename(columns={"value": "rate"}).assign(vintage=VINTAGE).astype({"year": int, "rate": float})
    columns = ["geo", "country", "country_fr", "level", "year", "rate", "flag", "vintage", "source"]
    return table.sort_values(["geo", "year"], ignore_index=True)[columns]


def indicators() -> pd.DataFrame:
    """Short series for France, the European Union and the world, each figure with its edition."""
    read = compiled("circular_economy_indicators.csv")
    table = _named(addressed(read)).astype({"year": int, "value": float})
    table["vintage"] = read["source"].map(EDITIONS)
    reports = table["geo"] == "World"
    table["vintage"] = table["vintage"].mask(reports, table["year"].astype(str)).fillna("not told")
    table["flag"] = table["flag"].fillna("observed")
    for words, ours in RENAMED.items():
        table["indicator"] = table["indicator"].str.replace(words, ours, regex=False)
    treated = table["unit"] == "% of 298 Mt treated"
    table["note"] = table["note"].mask(treated, "298 Mt treated").replace(NOTES)
    # The page of the rates of 2024 gives the Union's, Eurostat's table those of countries.
    sources = table["source"].str.split(" | ", regex=False)
    table["source"] = sources.str[0].where(table["geo"] == "EU27_2020", sources.str[-1])
    table["note"] = table["note"].mask((table["geo"] == "EU27_2020") & (table["note"] == SECOND_HAND))
    table["unit"] = table["unit"].mask(treated, "% of treated waste")
    first = ["geo", "country", "country_fr", "indicator", "year", "value", "unit", "flag", "vintage", "note", "source"]
    return table[first]


def material_flows() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The balance of France in 2016, and the two single figures of other years and places."""
    table = addressed(compiled("material_flows_france.csv")).astype({"year": int, "value_Mt": int})
    table = table.rename(columns={"value_Mt": "value", "country": "territory"})
    table["side"] = table["side"].replace(SIDES)
    table.insert(4, "flow_fr", table["flow"].map(FLOWS_FR))
    assert table["flow_fr"].notna().all()
    balance = (table["territory"] == "France") & (table["year"] == 2016)
    first = ["territory", "year", "side", "flow", "flow_fr", "value", "note", "source"]
    elsewhere = table.loc[~balance, [column for column in first if column != "side"]]
    return table.loc[balance, first], elsewhere


def build() -> None:
    """Write the three packages."""
    balance, elsewhere = material_flows()
    write_package("circular_material_use", {"circular_material_use": csv_gz(circular_material_use())})
    write_package("circular_economy_indicators", {"circular_economy_indicators": csv_text(indicators())})
    write_package(
        "material_flows_france", {"material_flows_france": csv_text(balance), "elsewhere": csv_text(elsewhere)}
    )


def _named(table: pd.DataFrame) -> pd.DataFrame:
    """Add the names of countries in English and French."""
    result = table.merge(compiled("eurostat_countries.csv"), on="geo", how="left", validate="many_to_one")
    assert result["country"].notna().all(), set(table["geo"])
    return result
