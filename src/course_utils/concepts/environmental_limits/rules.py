"""Five rules and their mix: what each gives, who would choose it, and what the whole country would."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from course_utils.concepts.environmental_limits.places import CLAIMS, GRAND_PARIS, Array, places
from course_utils.datasets import territories
from course_utils.measures import allocate, envy, gini

#: The rules: one claim each, then all five with equal weights.
RULES = (*CLAIMS, "mix")
#: The law of 2021: half of the past pace until 2031; then, here, straight down to nothing in 2050.
HALF_UNTIL, ZERO_IN = 2031, 2050


def pace(year: float) -> float:
    """Land that may be taken in a year, for 100 taken in a year of the past decade.

    Examples
    --------
    >>> pace(2026), round(pace(2040), 1), pace(2050)
    (50.0, 26.3, 0.0)
    """
    left = (ZERO_IN - year) / (ZERO_IN - HALF_UNTIL)
    return 50.0 * min(1.0, max(0.0, left))


def weights(rule: str) -> Array:
    """Weight of each claim under a rule.

    Raises
    ------
    ValueError
        If there is no such rule.
    """
    if rule not in RULES:
        raise ValueError(f"rule must be one of {', '.join(RULES)}, got {rule!r}")
    return np.array([float(rule in (claim, "mix")) for claim in CLAIMS])


@dataclass(frozen=True, eq=False)
class Shared:
    """What a rule gives.

    Parameters
    ----------
    allowances : ndarray, shape (n,)
        Hectares a year, for 100 that the whole département took in a year of the past decade.
    gain : ndarray, shape (n,)
        Allowance over that of an even cut, less 1: 0.2 is a fifth more than if all were cut alike.
    winners : float
        Share of inhabitants whose place gets more than by an even cut.
    gini : float
        Gini index of hectares a head.
    envy : ndarray, shape (n,)
        As `course_utils.measures.envy`, in hectares for 100,000 inhabitants.
    """

    allowances: Array
    gain: Array
    winners: float
    gini: float
    envy: Array


@cache
def shared(departement: str, rule: str, year: float = 2026) -> Shared:
    """Share a département's land of a year among its places.

    Parameters
    ----------
    departement : str
        Its code.
    rule : {"past", "people", "growth", "need", "communes", "mix"}
        What the shares follow.
    year : float
        Year, before 2050.

    Raises
    ------
    ValueError
        If there is no such rule, or nothing is left to share.

    Examples
    --------
    >>> isere = shared("38", "people")
    >>> isere.allowances.sum().round(6), isere.gain[0].round(2), round(isere.gini, 6)
    (np.float64(50.0), np.float64(1.29), 0.0)
    """
    own, left = places(departement), pace(year)
    if not left:
        raise ValueError(f"year must be before {ZERO_IN}, got {year:g}: nothing is left to share")
    given = allocate(left, own.claims, weights(rule))
    gain = given / (left * own.past / 100) - 1
    won = float(own.people[gain > 1e-9].sum() / own.people.sum())
    uneven = max(0.0, gini(given / own.people, own.people))
    return Shared(given, gain, won, uneven, 1e5 * envy(given, own.people))


@dataclass(frozen=True, eq=False)
class Choices:
    """For each of the five rules, the share of inhabitants whose place gets most, and least, by it (ties are split)."""

    best: Array
    worst: Array


@cache
def choices(departement: str) -> Choices:
    """Say for whom each rule is the best and for whom the worst.

    Examples
    --------
    >>> choices("38").best.round(2).tolist()
    [0.2, 0.34, 0.27, 0.0, 0.19]
    """
    own = places(departement)
    shares = own.claims / own.claims.sum(axis=1, keepdims=True)
    heads = own.people / own.people.sum()
    ends = []
    for end in (shares.max(axis=0), shares.min(axis=0)):
        at = np.isclose(shares, end, rtol=1e-9, atol=0)
        ends.append((at / at.sum(axis=0)) @ heads)
    return Choices(*ends)


@cache
def favourites() -> tuple[Array, int]:
    """For how many places each of the five rules is the best, and how many places share at all.

    Left out are the métropole du Grand Paris, which is larger than a département, and Mayotte, whose houses are not
    counted.

    Examples
    --------
    >>> counts, places_ = favourites()
    >>> places_, [int(n) for n in counts]
    (1247, [191, 44, 229, 150, 633])
    """
    counts = np.zeros(len(CLAIMS))
    for code in territories().index:
        own = places(str(code))
        if "past" not in own.missing and str(code) not in GRAND_PARIS:
            best = (own.claims / own.claims.sum(axis=1, keepdims=True)).argmax(axis=0)
            counts += np.bincount(best, minlength=len(CLAIMS))
    return counts, int(counts.sum())
