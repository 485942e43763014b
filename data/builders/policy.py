"""History and policy, 1939-2024: timeline, national champions, districts, SPL and grappes, small numeric series."""

from __future__ import annotations

import pandas as pd

from ._dates import with_dates
from ._package import csv_text, write_package
from .champions import champions, partners, steps
from .compiled_tables import COMPILED, compiled
from .districts import districts, numeric_series

CALLS = {"call Oct 2009": "2009-10", "call June 2010": "2010-06"}
# Our own reading of an event; empty where the event introduces or uses no concept that is named here.
READING = ["country", "concept_id", "use", "concept_basis", "chapter"]


def timeline() -> pd.DataFrame:
    """One row an event, with our own pairing of publications and policies."""
    table = with_dates(compiled("policy_timeline.csv"), "date")
    reading = pd.read_csv(COMPILED / "timeline_concepts.csv", dtype=str).set_index("event_en")
    assert set(reading.index) == set(table["event_en"])
    table = table.join(reading, on="event_en")
    first = ["date", "start", "end", "precision", "event_en", "event_fr", "kind", "era", "scale"]
    return table[[*first, *READING, "source", "note"]]


def concepts() -> pd.DataFrame:
    """One row a concept of the timeline: names, the concept it descends from, limits of what the table shows of it."""
    table = pd.read_csv(COMPILED / "timeline_concept_names.csv", dtype=str)
    used = set(pd.read_csv(COMPILED / "timeline_concepts.csv", dtype=str)["concept_id"].dropna())
    assert set(table["concept_id"]) == used
    return table.assign(derived="own classification")


def spl() -> pd.DataFrame:
    """Numbers of the SPL and grappes programmes; those still active are read off the detail."""
    table = compiled("spl_policy.csv").rename(columns={"call": "call_text"})
    table["call_date"] = table["call_text"].map(CALLS)
    assert (table["call_date"].notna() == table["call_text"].notna()).all()
    table = with_dates(table, "date")
    for column in ("applications", "selected"):
        table[column] = table[column].astype(float)
    table["still_active"] = table["detail"].str.extract(r"(\d+) still active")[0].astype(float)
    summed = table["programme"] == "grappes d'entreprises, total"
    table["derived"] = summed.map({True: "applications: sum of the two waves", False: None})
    first = ["programme", "date", "start", "end", "precision", "call_date", "applications", "selected", "still_active"]
    return table[[*first, "detail", "derived", "source"]]


def build() -> None:
    """Write the five packages."""
    write_package("policy_timeline", {"policy_timeline": csv_text(timeline()), "concepts": csv_text(concepts())})
    firms = {"national_champions": champions(), "steps": steps(), "partners": partners()}
    write_package("national_champions", {name: csv_text(table) for name, table in firms.items()})
    write_package("districts", {"districts": csv_text(districts())})
    write_package("spl_policy", {"spl_policy": csv_text(spl())})
    write_package("series_numeric", {"series_numeric": csv_text(numeric_series())})
