"""Who decides what, since when: competences of French authorities from 1972 to 2025, and the laws that moved them."""

from __future__ import annotations

import pandas as pd

from ._package import csv_text, write_package
from .compiled_tables import compiled

LEVELS = {"state", "region", "departement", "group", "commune", "several"}
LAST = ["what", "what_fr", "source", "note"]


def competences() -> pd.DataFrame:
    """One row a step of a competence; `effective` is the day it came into force or, failing that, the law's."""
    table = compiled("competences.csv")
    assert set(table["from_level"]) | set(table["to_level"]) <= LEVELS
    table["effective"] = table["in_force"].fillna(table["law_date"])
    table["derived"] = table["in_force"].isna().map({True: "effective: date of the law", False: None})
    steps = table.groupby("competence")["step"].apply(lambda own: list(map(int, own)))
    assert all(own == list(range(1, len(own) + 1)) for own in steps)
    return table[[c for c in table if c not in LAST] + LAST]


def laws() -> pd.DataFrame:
    """One row a law that changed the rules for many competences, oldest first."""
    table = compiled("competence_laws.csv")
    assert table["date"].is_monotonic_increasing
    return table


def build() -> None:
    """Write the package."""
    write_package("competences", {"competences": csv_text(competences()), "laws": csv_text(laws())})
