"""From a publication to the first policy that uses it: how long, by which definition, and who still waits."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from course_utils.concepts.genealogy.events import Event, concepts, events, years_between

#: What counts as a use, from the strictest to the widest: each takes in the ones before.
USES = {
    "names": ("names",),
    "follows": ("names", "takes up"),
    "descends": ("names", "takes up"),
    "older": ("names", "takes up", "precedes"),
}
#: Whose policies count.
REACHES = ("anywhere", "france", "national")
#: Becattini's article of 1979 is not in the table; its year is that of Sforzi (2015).
BECATTINI = datetime.date(1979, 1, 1), datetime.date(1979, 12, 31)
DISTRICT = "industrial_district"


@dataclass(frozen=True)
class Lag:
    """One concept: when it was published, and when a policy first used it.

    Parameters
    ----------
    concept : str
        Its short name in the table.
    published : Event
        Oldest publication of the table.
    policy : Event or None
        First policy that uses it by the definition chosen.
    years : float
        From publication to policy, middle to middle of what the dates may mean; without a policy, years waited
        until the last event of the table.
    low, high : float
        Bounds of `years`: a year without month or day leaves up to a year of doubt.
    status : {"known", "waiting", "older"}
        ``older``: its policies came before the word, so that there is nothing to wait for.
    """

    concept: str
    published: Event
    policy: Event | None
    years: float
    low: float
    high: float
    status: str


def publications(becattini: bool = False) -> dict[str, Event]:
    """Return the oldest publication of each concept that has one in the table, oldest first.

    Parameters
    ----------
    becattini : bool
        Date the industrial district from Becattini's article of 1979, which the table lacks.

    Examples
    --------
    >>> list(publications())[:2], len(publications())
    (['regional_balance', 'growth_pole'], 11)
    """
    first = {e.concept: e for e in reversed(events()) if e.use == "coins"}
    if becattini:
        names = {"event": "Becattini, the industrial district as a unit of investigation"}
        names["event_fr"] = "Becattini, le district industriel comme unité d'enquête"
        start, end = BECATTINI
        first[DISTRICT] = replace(first[DISTRICT], names=names, date=str(start.year), start=start, end=end)
    return dict(sorted(first.items(), key=lambda item: item[1].middle))


def uses(concept: str, use: str = "follows", reach: str = "anywhere") -> list[Event]:
    """Return the policies that use a concept, oldest first.

    Parameters
    ----------
    concept : str
        Short name in the table.
    use : {"names", "follows", "descends", "older"}
        Policies that say the word; or follow the idea; or use a concept that descends from it; or are older than
        the word.
    reach : {"anywhere", "france", "national"}
        Any policy of the table; those decided in France; those decided in France for the whole nation.

    Raises
    ------
    ValueError
        If `use` or `reach` is none of these.

    Examples
    --------
    >>> [e.date for e in uses("growth_pole")], uses("growth_pole", reach="national")
    (['1964-01-13', '1964'], [])
    """
    if use not in USES or reach not in REACHES:
        raise ValueError(f"use is one of {', '.join(USES)} and reach of {', '.join(REACHES)}, not {use!r}, {reach!r}")
    family = {concept} | ({c for c, parent in concepts().items() if parent == concept} if _widely(use) else set())
    found = [e for e in events() if e.concept in family and e.use in USES[use] and _reaches(e, reach)]
    return sorted(found, key=lambda e: e.middle)


def _widely(use: str) -> bool:
    return use in ("descends", "older")


def _reaches(event: Event, reach: str) -> bool:
    return reach == "anywhere" or (event.country == "France" and (reach == "france" or event.scale == "national"))


def lags(use: str = "descends", reach: str = "anywhere", becattini: bool = False) -> tuple[Lag, ...]:
    """Return the lag of every concept that has a publication, oldest publication first.

    Parameters
    ----------
    use, reach : str
        What counts as a use, and whose policies count: see `uses`.
    becattini : bool
        Date the industrial district from 1979.

    Examples
    --------
    >>> {lag.concept: lag.years for lag in lags() if lag.status == "known"}["growth_pole"]
    8.53
    """
    return tuple(_lag(concept, first, use, reach) for concept, first in publications(becattini).items())


def _lag(concept: str, first: Event, use: str, reach: str) -> Lag:
    policies = uses(concept, use, reach)
    named_later = any(e.concept == concept and e.use == "precedes" for e in events())
    if policies:
        return _between(concept, first, policies[0], "known")
    last = events()[-1]
    waiting = _between(concept, first, last, "older" if named_later else "waiting")
    return replace(waiting, policy=None)


def _between(concept: str, first: Event, then: Event, status: str) -> Lag:
    bounds = years_between(first.end, then.start), years_between(first.start, then.end)
    return Lag(concept, first, then, years_between(first.middle, then.middle), *bounds, status)


@dataclass(frozen=True)
class Summary:
    """The lags in a few numbers, with and without those who wait.

    Parameters
    ----------
    known, waiting : int
        Concepts with a policy, and without one so far.
    mean : float
        Mean of the known lags, years (NaN if there is none).
    at_least : float
        Mean over all, each wait counted as if it ended with the table: the true mean is larger.
    half : float
        Years within which half of all concepts had a policy; NaN if fewer than half have one.
    shortest, longest : float
        Extremes of the known lags.
    shortest_wait, longest_wait : float
        Extremes of the waits so far.
    """

    known: int
    waiting: int
    mean: float
    at_least: float
    half: float
    shortest: float
    longest: float
    shortest_wait: float
    longest_wait: float


def summary(found: Sequence[Lag]) -> Summary:
    """Sum up lags; concepts that are older than their name are left out.

    Examples
    --------
    >>> found = summary(lags())
    >>> found.known, found.waiting, found.mean < found.at_least
    (5, 5, True)
    """
    known = sorted(lag.years for lag in found if lag.status == "known")
    waits = sorted(lag.years for lag in found if lag.status == "waiting")
    every = len(known) + len(waits)
    half = known[(every + 1) // 2 - 1] if 2 * len(known) >= every > 0 else float("nan")
    means = _mean(known), _mean(known + waits)
    return Summary(len(known), len(waits), *means, half, *_ends(known), *_ends(waits))


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if values else float("nan")


def _ends(values: Sequence[float]) -> tuple[float, float]:
    return (values[0], values[-1]) if values else (float("nan"), float("nan"))
