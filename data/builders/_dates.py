"""Dates as sources give them (a day, a month, a year, a span) turned into a first day, a last day and a precision."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

POINT = r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?"
SPAN = re.compile(rf"(c\. ?)?{POINT}(?:\s*(?:/|to|–|-)\s*(c\. ?)?{POINT})?")


@dataclass(frozen=True)
class Span:
    """First and last day that a date may mean, and how precise it is: day, month, year or span."""

    start: pd.Timestamp
    end: pd.Timestamp
    precision: str


def span(text: str) -> Span:
    """Read "1948-06-21", "1957-04", "1963", "1939-1986" or "1998 to c. 2009".

    Raises
    ------
    ValueError
        If the text is none of these: the builder must say what to do with it.
    """
    found = SPAN.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"not a date: {text!r}")
    groups = found.groups()
    first, last = groups[1:4], groups[5:8]
    if last[0]:
        return Span(_days(first)[0], _days(last)[1], "span")
    start, end = _days(first)
    return Span(start, end, ("day" if first[2] else "month") if first[1] else "year")


def with_dates(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Put start, end (typed dates) and precision after a column of dates as text; rows without a date stay empty."""
    spans = table[column].map(lambda text: None if pd.isna(text) else span(text))
    place = list(table).index(column) + 1
    result = table.copy()
    for offset, part in enumerate(("start", "end", "precision")):
        values = spans.map(lambda found, part=part: getattr(found, part) if isinstance(found, Span) else None)
        result.insert(place + offset, part, _as_day(values) if part != "precision" else values)
    return result


def _days(parts: tuple[str, str | None, str | None]) -> tuple[pd.Timestamp, pd.Timestamp]:
    year, month, day = parts
    start = pd.Timestamp(int(year), int(month or 1), int(day or 1))
    if day:
        return start, start
    return start, (start + (pd.offsets.MonthEnd(0) if month else pd.offsets.YearEnd(0))).normalize()


def _as_day(values: pd.Series) -> pd.Series:
    return pd.to_datetime(values).dt.strftime("%Y-%m-%d")
