"""Counts of the policy of pôles: labels by decision or observation, results of the calls for projects (FUI)."""

from __future__ import annotations

import pandas as pd

from ._dates import with_dates
from .compiled_tables import COMPILED, compiled

# Another total that a source gives; the note of the row says which.
OTHER_TOTALS = {"2005-07-12": 66, "2010-05-11": 72, "2018": 71}
COUNTS = ["applications", "labelled_total", "new_labels", "labels_withdrawn", "mergers"]
AMOUNTS = ["state_aid_meur", "local_and_eu_aid_meur", "public_total_meur", "rd_spending_meur"]


def by_year() -> pd.DataFrame:
    """One row a decision, evaluation or quoted stock."""
    table = compiled("poles_by_year.csv").rename(columns={"decision_or_observation": "event"})
    table[COUNTS] = table[COUNTS].astype(float)
    table["other_total"] = table["date"].map(OTHER_TOTALS)
    told = table[table["other_total"].notna()]
    assert all(f"{total:.0f}" in note for total, note in zip(told["other_total"], told["note"], strict=True))
    stock = table["detail"].str.contains("^stock", na=False)
    evaluation = table["event"].str.contains("evaluation")
    table["row_kind"] = stock.map({True: "stock quoted", False: "decision"}).mask(evaluation, "evaluation")
    table = with_dates(table, "date")
    first = ["date", "start", "end", "precision", "event", "row_kind", "applications", "labelled_total", "other_total"]
    return table[[*first, *COUNTS[2:], "detail", "source", "note"]]


def fui() -> pd.DataFrame:
    """One row a call, a year or a running total; a flag for each figure that the source gives as a bound or about."""
    table = compiled("fui_calls.csv")
    numbers = ["call_number", "projects_submitted", "projects_selected", "poles_involved", *AMOUNTS]
    table[numbers] = table[numbers].astype(float)
    calls = table["date"].str.extract(r"^calls (\d)-(\d)$").astype(float)
    table["calls_from"], table["calls_to"] = calls[0], calls[1]
    table["date"] = table["date"].mask(calls[0].notna()).str.removesuffix(" (year)")
    table["scope"] = table["scope"].replace("year 2006", "year")
    table = with_dates(_flagged(table), "date")
    first = ["scope", "call_number", "calls_from", "calls_to", "date", "start", "end", "precision"]
    flagged = [part for name in ("projects_selected", *AMOUNTS) for part in (name, f"{name}_flag")]
    return table[[*first, "projects_submitted", "poles_involved", *flagged, "source", "note"]]


def _flagged(table: pd.DataFrame) -> pd.DataFrame:
    """Flags exact, about or at least beside the figures; pole_fui_flags.csv holds our reading of the notes."""
    result = table.copy()
    for column in ("projects_selected", *AMOUNTS):
        result[f"{column}_flag"] = result[column].notna().map({True: "exact", False: None})
    for row in pd.read_csv(COMPILED / "pole_fui_flags.csv", dtype=str).itertuples():
        here = result["note"].str.contains(row.words, regex=False, na=False)
        assert here.sum() == 1 and result.loc[here, row.column].notna().all(), row
        result.loc[here, f"{row.column}_flag"] = row.flag
    return result
