"""Does the lag shorten? Pairs of concepts are compared, and all orders in which the lags could have come."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import factorial

from course_utils.concepts.genealogy.lags import Lag

#: Orders beyond this number would take too long to count one by one: nine lags have 362,880.
MOST_LAGS = 9
CONVINCING = 0.05


@dataclass(frozen=True)
class Pairs:
    """Pairs of concepts of different dates: was the later one taken up more quickly?

    Parameters
    ----------
    quicker, slower : int
        Pairs in which the later concept was.
    undecided : int
        Pairs that cannot be ordered: equal lags, or waits that are not over.
    """

    quicker: int
    slower: int
    undecided: int

    @property
    def balance(self) -> int:
        """Slower less quicker: negative if the lag tends to shorten."""
        return self.slower - self.quicker


def pairs(found: Sequence[Lag]) -> Pairs:
    """Compare every earlier concept with every later one.

    A concept that still waits is slower than any known lag that is shorter than its wait; two that wait cannot be
    ordered. Concepts published in the same year make no pair.

    Examples
    --------
    >>> from course_utils.concepts.genealogy.lags import lags
    >>> pairs([lag for lag in lags() if lag.status == "known"])
    Pairs(quicker=6, slower=3, undecided=0)
    """
    ordered = sorted((lag for lag in found if lag.status != "older"), key=lambda lag: lag.published.middle)
    signs = Counter(
        _sign(a, b) for a, b in itertools.combinations(ordered, 2) if a.published.middle < b.published.middle
    )
    return Pairs(signs[-1], signs[1], signs[0])


def _sign(first: Lag, later: Lag) -> int:
    if first.status == later.status == "known":
        return (later.years > first.years) - (later.years < first.years)
    if first.status == later.status:
        return 0
    if later.status == "waiting":
        return int(later.years >= first.years)
    return -int(first.years >= later.years)


@dataclass(frozen=True)
class Chance:
    """What luck alone would give.

    Parameters
    ----------
    lags : int
        Known lags.
    balance : int
        Pairs slower less pairs quicker, as observed.
    shares : dict of int to float
        Of all orders in which the same lags could have come, the share that gives each balance.
    p : float
        Share of orders at least as lopsided as the one observed, either way.
    least : float
        The smallest p that any order of these lags could give.
    """

    lags: int
    balance: int
    shares: dict[int, float]
    p: float
    least: float

    @property
    def convincing(self) -> bool:
        """Whether fewer than one order in twenty is as lopsided."""
        return self.p < CONVINCING


def chance(found: Sequence[Lag]) -> Chance:
    """Shuffle the known lags over the dates of publication in every possible way, and compare.

    An exact permutation test of Kendall's kind: no sampling, no table of a distribution.

    Raises
    ------
    ValueError
        If there are more than nine known lags.

    Examples
    --------
    >>> from course_utils.concepts.genealogy.lags import lags
    >>> luck = chance(lags())
    >>> luck.lags, luck.balance, luck.convincing
    (5, -3, False)
    """
    known = [lag for lag in found if lag.status == "known"]
    if len(known) > MOST_LAGS:
        raise ValueError(f"{len(known)} lags have too many orders to count; at most {MOST_LAGS}")
    dates = [lag.published.middle.toordinal() for lag in known]
    years = [lag.years for lag in known]
    counts = Counter(_balance(dates, order) for order in itertools.permutations(years))
    total, observed = factorial(len(known)), _balance(dates, years)
    extremes = {size: sum(n for b, n in counts.items() if abs(b) >= size) for size in {abs(b) for b in counts}}
    shares = {b: n / total for b, n in sorted(counts.items())}
    return Chance(len(known), observed, shares, extremes[abs(observed)] / total, min(extremes.values()) / total)


def _balance(dates: Sequence[float], years: Sequence[float]) -> int:
    both = itertools.combinations(zip(dates, years, strict=True), 2)
    return sum(((x < z) - (x > z)) * ((y < w) - (y > w)) for (x, y), (z, w) in both)
