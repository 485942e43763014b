"""Tables compiled by hand from cited sources: growth poles, balancing metropolises, employment by département."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd

from ._package import csv_gz, csv_text, write_package
from .fetch import HERE
from .french_territory import commune_table, epci_table, upper_table

COMPILED = HERE / "compiled"
# The sentence that counts the jobs of Fos; its numbers become columns so that a page can compute with them.
JOBS = re.compile(r"([\d,]+) direct jobs and almost ([\d,]+) induced in (\d{4}) against ([\d,]+) forecast")
EMPLOYMENT = ["departement", "name", "region_22", "year", "sector", "employment", "total", "nace", "nuts3", "source"]


def compiled(name: str) -> pd.DataFrame:
    """A hand-compiled table with its sources cited as the primary ones; figures from memory are refused."""
    table = pd.read_csv(COMPILED / name, dtype=str)
    flagged = [c for c in table if table[c].str.contains("from_memory", na=False).any() or c == "from_memory"]
    assert not flagged, f"{name}: figures from memory in {flagged}"
    if "source" in table:
        table["source"] = table["source"].map(cite)
    return table


def cite(source: str) -> str:
    """Replace addresses of copies by the citation of what was copied (compiled/citations.csv)."""
    citations = pd.read_csv(COMPILED / "citations.csv").set_index("as_read")["cited"].to_dict()
    return " | ".join(citations.get(part.strip(), part.strip()) for part in source.split(" | "))


def growth_poles() -> pd.DataFrame:
    """One row a pole; years, jobs and communes are worked out from the text columns."""
    table = compiled("growth_poles.csv")
    for column in ("decision", "production"):
        text = table["decision_or_start" if column == "decision" else "production_start"]
        table[f"{column}_year"] = pd.to_numeric(text.str.extract(r"(\d{4})")[0])
    jobs = table["facts"].str.extract(JOBS).apply(lambda numbers: pd.to_numeric(numbers.str.replace(",", "")))
    table[["jobs_direct", "jobs_induced", "jobs_year", "jobs_forecast"]] = jobs
    places = _located("growth_pole_places.csv").set_index("pole")
    table["commune"] = table["pole"].map(places["commune"])
    last = ["source", "evidence"]
    return table[[c for c in table if c not in last] + last]


def metropolises() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The sourced list, and our own matching of its towns with the EPCI of 2026."""
    table = compiled("metropoles_equilibre.csv")
    towns = _located("metropolis_towns.csv")
    assert set(towns["metropolis"]) == set(table["metropolis"])
    names = epci_table().query("year == 2026").set_index("epci")["name"]
    towns["epci"] = towns["commune"].map(commune_table().set_index("code")["epci"])
    towns["epci_name"] = towns["epci"].map(names)
    return table, towns.assign(derived="own matching")


def employment_departements() -> pd.DataFrame:
    """Jobs by département, sector and year, in persons (the source gives thousands with one decimal)."""
    table = compiled("employment_departements.csv.gz")
    codes = upper_table("departement").set_index("code")["name"].map(_plain)
    by_name = pd.Series(codes.index, index=codes)
    table["departement"] = table["name"].map(_plain).map(by_name)
    assert table["departement"].notna().all(), table.loc[table["departement"].isna(), "name"].unique()
    names = {"parent_name": "region_22", "nace_rev2": "nace", "nuts3_code": "nuts3"}
    table = table.rename(columns=names).astype({"year": int})
    table["name"] = table["departement"].map(upper_table("departement").set_index("code")["name"])
    for ours, theirs in {"employment": "employment_thousand", "total": "employment_total_thousand"}.items():
        table[ours] = (table[theirs].astype(float) * 1000).round().astype(int)
    return table.sort_values(["year", "departement"], kind="stable")[EMPLOYMENT].reset_index(drop=True)


def _located(name: str) -> pd.DataFrame:
    """A table that names towns and their communes' codes, checked against the table of communes."""
    table = pd.read_csv(COMPILED / name, dtype=str)
    found = table["commune"].map(commune_table().set_index("code")["name"])
    assert (found == table["town"]).all(), table.assign(found=found)[found != table["town"]]
    return table


def _plain(name: str) -> str:
    """A name without accents, capitals, hyphens and leading article, to match two spellings."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"^(la|le) ", "", re.sub(r"[^a-z]+", " ", letters)).strip()


def build() -> None:
    """Write the three packages."""
    table, towns = metropolises()
    write_package("growth_poles", {"growth_poles": csv_text(growth_poles())})
    write_package("metropoles_equilibre", {"metropoles_equilibre": csv_text(table), "towns": csv_text(towns)})
    write_package("employment_departements", {"employment_departements": csv_gz(employment_departements())})
