"""Tables compiled by hand from cited sources: growth poles and balancing metropolises."""

from __future__ import annotations

import re

import pandas as pd

from ._package import built, csv_text, write_package
from .compiled_tables import compiled
from .located import located

# The sentence that counts the jobs of Fos; its numbers become columns so that a page can compute with them.
JOBS = re.compile(r"([\d,]+) direct jobs and almost ([\d,]+) induced in (\d{4}) against ([\d,]+) forecast")


def growth_poles() -> pd.DataFrame:
    """One row a pole; years, jobs and communes are worked out from the text columns."""
    table = compiled("growth_poles.csv")
    for column in ("decision", "production"):
        text = table["decision_or_start" if column == "decision" else "production_start"]
        table[f"{column}_year"] = pd.to_numeric(text.str.extract(r"(\d{4})")[0])
    jobs = table["facts"].str.extract(JOBS).apply(lambda numbers: pd.to_numeric(numbers.str.replace(",", "")))
    table[["jobs_direct", "jobs_induced", "jobs_year", "jobs_forecast"]] = jobs
    places = located("growth_pole_places.csv").set_index("pole")
    table["commune"] = table["pole"].map(places["commune"])
    last = ["source", "evidence"]
    return table[[c for c in table if c not in last] + last]


def metropolises() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The sourced list, and our own matching of its towns with the EPCI of 2026."""
    table = compiled("metropoles_equilibre.csv")
    towns = located("metropolis_towns.csv")
    assert set(towns["metropolis"]) == set(table["metropolis"])
    names = built("epci").query("year == '2026'").set_index("epci")["name"]
    towns["epci"] = towns["commune"].map(built("communes").set_index("code")["epci"])
    towns["epci_name"] = towns["epci"].map(names)
    return table, towns.assign(derived="own matching")


def build() -> None:
    """Write the two packages."""
    table, towns = metropolises()
    write_package("growth_poles", {"growth_poles": csv_text(growth_poles())})
    write_package("metropoles_equilibre", {"metropoles_equilibre": csv_text(table), "towns": csv_text(towns)})
