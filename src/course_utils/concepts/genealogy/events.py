"""The events of the timeline: what was published, enacted, founded or launched, and when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from typing import Any

from course_utils.datasets import load
from course_utils.datasets.language import in_language

DATASET = "policy_timeline"
DAYS_IN_A_YEAR = 365.25
ORIGIN = datetime.date(2000, 1, 1)

#: Lanes of the timeline, and the kinds of the table that each holds.
LANES = {
    "publication": ("publication", "concept"),
    "law": ("law",),
    "agency": ("agency",),
    "programme": ("programme", "event"),
}
ERAS = ("1", "2", "3", "4", "governance")
SCALES = ("local", "regional", "national", "EU", "international")


def years_between(earlier: datetime.date, later: datetime.date) -> float:
    """Years from one day to another, negative if `later` comes first.

    Examples
    --------
    >>> years_between(datetime.date(1955, 7, 1), datetime.date(1964, 7, 1))
    9.0
    """
    return round((later - earlier).days / DAYS_IN_A_YEAR, 2)


def decimal_year(day: datetime.date) -> float:
    """Year with a fraction, for an axis.

    Examples
    --------
    >>> decimal_year(datetime.date(1964, 7, 2))
    1964.5
    """
    return ORIGIN.year + years_between(ORIGIN, day)


@dataclass(frozen=True, eq=False)
class Event:
    """One row of the timeline.

    Parameters
    ----------
    names : dict
        ``event`` and ``event_fr``: what happened, in English and in French.
    date : str
        As the source gives it: a day, a month or a year.
    start, end : datetime.date
        First and last day that the date may mean.
    kind, lane, era, scale : str
        What it is, the lane it is drawn in, the era of the course, and the scale, as in the table.
    country : str
        Who decides; empty for publications.
    concept, use : str
        The concept that it introduces or uses, and how; empty if none.
    chapter : str
        The chapter that treats it; empty if none.
    """

    names: dict[str, str]
    date: str
    start: datetime.date
    end: datetime.date
    kind: str
    lane: str
    era: str
    scale: str
    country: str
    concept: str
    use: str
    chapter: str

    @property
    def name(self) -> str:
        """What happened, in the reader's language."""
        return in_language(self.names, "event")

    @property
    def middle(self) -> datetime.date:
        """The day halfway between the first and the last that the date may mean."""
        return self.start + (self.end - self.start) // 2

    @property
    def year(self) -> float:
        """Middle of what the date may mean, as a year with a fraction."""
        return decimal_year(self.middle)


@cache
def events() -> tuple[Event, ...]:
    """Return all events, oldest first.

    Examples
    --------
    >>> [(e.date, e.kind) for e in events()[:2]]
    [('1947', 'publication'), ('1948-06-21', 'agency')]
    """
    lanes = {kind: lane for lane, kinds in LANES.items() for kind in kinds}
    rows = load(DATASET).to_dict("records")
    return tuple(sorted((_event(row, lanes) for row in rows), key=lambda e: (e.start, e.end)))


def _event(row: dict[str, Any], lanes: dict[str, str]) -> Event:
    def text(column: str) -> str:
        return str(row[column]) if isinstance(row[column], str) else ""

    return Event(
        {"event": text("event_en"), "event_fr": text("event_fr")},
        text("date"),
        row["start"].date(),
        row["end"].date(),
        text("kind"),
        lanes[text("kind")],
        text("era"),
        text("scale"),
        text("country"),
        text("concept_id"),
        text("use"),
        text("chapter"),
    )


@cache
def concepts() -> dict[str, str]:
    """Return every concept of the table, with the one that it descends from (empty if none).

    Examples
    --------
    >>> concepts()["circular_economy"]
    'industrial_ecosystem'
    """
    table = load(DATASET, "concepts").fillna({"descends_from": ""})
    pairs = zip(table["concept_id"].astype(str), table["descends_from"].astype(str), strict=True)
    return dict(pairs)


def kept(kind: str = "all", era: str = "all", scale: str = "all") -> tuple[Event, ...]:
    """Return the events of a lane, an era and a scale, ``"all"`` for any.

    Examples
    --------
    >>> len(kept()), len(kept(kind="law", era="2"))
    (104, 8)
    """
    wanted = (("lane", kind), ("era", era), ("scale", scale))
    return tuple(e for e in events() if all(value in ("all", getattr(e, field)) for field, value in wanted))
