"""National champions, 1939-1986: one row a firm or programme, one row a dated step, one row a partner of a merger."""

from __future__ import annotations

import re

import pandas as pd

from ._dates import with_dates
from .compiled_tables import compiled

# "end of 1967 (merger)", "1971-10-25 (prototype leaves Belfort)", "1966-1967": a date and what it is the date of.
STEP = re.compile(r"(end of )?(\d{4}-\d{4}|\d{4}(?:-\d{2}){0,2})(?: \(([^)]*)\))?")


def champions() -> pd.DataFrame:
    """The 28 rows; start and end span all the steps."""
    table = _raw()
    spans = steps().groupby("firm", sort=False)
    table = table.join(spans["start"].min(), on="firm").join(spans["end"].max(), on="firm")
    table["precision"] = table["firm"].map(spans["precision"].first().where(spans.size() == 1, "span"))
    columns = ["firm", "sector", "type", "date", "start", "end", "precision", "facts", "source", "note"]
    return table[columns]


def steps() -> pd.DataFrame:
    """One row a dated step: most firms have one, the TGV has three."""
    rows = []
    for firm, text, source in _raw()[["firm", "date", "source"]].itertuples(index=False):
        found = list(STEP.finditer(text))
        left = STEP.sub("", text).strip(" ;/")
        assert found and not left, f"{firm}: not read in {text!r}: {left!r}"
        rows += [(firm, i, m[2], _words(m), source) for i, m in enumerate(found, 1)]
    table = pd.DataFrame(rows, columns=["firm", "step", "date", "event", "source"])
    return with_dates(table, "date")


def partners() -> pd.DataFrame:
    """Who merged with whom: the firms joined by a plus sign in the facts of a merger."""
    table = _raw()
    merged = table[table["type"].str.contains("merger") & table["facts"].str.contains(" + ", regex=False, na=False)]
    names = (
        merged["facts"].str.replace(r" \([^)]*\)", "", regex=True).str.split(";").str[0].str.split(" + ", regex=False)
    )
    pairs = merged.assign(partner=names).explode("partner")
    pairs["partner"] = pairs["partner"].str.strip()
    return pairs[["firm", "partner", "source"]].reset_index(drop=True)


def _raw() -> pd.DataFrame:
    table = compiled("national_champions.csv")
    return table.rename(columns={"firm_or_programme": "firm", "what_merged_or_facts": "facts"})


def _words(found: re.Match[str]) -> str | None:
    """What a date is the date of, "end of" kept."""
    words = [found[3] or "", "end of the year" if found[1] else ""]
    return ", ".join(word for word in words if word) or None
