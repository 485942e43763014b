"""Meet or move? Knowledge brought by meetings, what a trip costs, and the rent of being there all the time.

Money is in thousand euros, distance in kilometres, and everything counts for one period of work.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

HALVINGS = 80
MODES = ("remote", "temporary", "permanent")


@dataclass(frozen=True)
class Terms:
    """On what terms two teams work together.

    Parameters
    ----------
    worth : float
        B: what all the knowledge is worth that each could have from the other.
    pace : float
        lambda: each meeting leaves a share exp(-lambda) of what was still unknown.
    fixed : float
        f: what a trip costs whatever its length.
    per_km : float
        t: what it costs more for each kilometre between the teams, there and back.

    Raises
    ------
    ValueError
        If the pace is not above 0, or another one is negative.
    """

    worth: float
    pace: float = 0.2
    fixed: float = 0.4
    per_km: float = 0.002

    def __post_init__(self) -> None:
        """Refuse terms that mean nothing."""
        if not self.pace > 0:
            raise ValueError(f"pace must be above 0, got {self.pace}")
        for name in ("worth", "fixed", "per_km"):
            if not getattr(self, name) >= 0:
                raise ValueError(f"{name} must not be negative, got {getattr(self, name)}")

    def cost(self, distance: float) -> float:
        """Return what one trip costs: c = f + t d.

        Examples
        --------
        >>> round(Terms(16).cost(500), 2)
        1.4
        """
        if not distance >= 0:
            raise ValueError(f"distance must not be negative, got {distance}")
        return self.fixed + self.per_km * distance


def learnt(terms: Terms, meetings: float) -> float:
    """B (1 - exp(-lambda n)): what `meetings` bring.

    Examples
    --------
    >>> round(learnt(Terms(16), 5), 2)
    10.11
    """
    return terms.worth * -math.expm1(-terms.pace * meetings)


def meetings(terms: Terms, distance: float) -> float:
    """n* = ln(B lambda / c) / lambda: how often to meet, 0 if a trip costs more than the first one brings.

    Examples
    --------
    >>> round(meetings(Terms(16), 500), 2)
    4.13
    """
    cost = terms.cost(distance)
    first = terms.worth * terms.pace
    if first <= cost:
        return 0.0
    return math.log(first / cost) / terms.pace if cost > 0 else math.inf


def rent_limit(terms: Terms, distance: float) -> float:
    """R*(d) = (c / lambda)(1 + ln(B lambda / c)): the rent below which moving together beats travelling.

    Where nobody travels it is B, all there is to gain.

    Examples
    --------
    >>> [round(rent_limit(Terms(16), d), 2) for d in (0, 100, 500)]
    [6.16, 8.02, 12.79]
    """
    cost = terms.cost(distance)
    if terms.worth * terms.pace <= cost:
        return terms.worth
    return cost / terms.pace * (1 + math.log(terms.worth * terms.pace / cost)) if cost > 0 else 0.0


def travelling(terms: Terms, distance: float) -> float:
    """What n* meetings leave, trips paid: B - R*(d), never below 0."""
    return terms.worth - rent_limit(terms, distance)


def travel_limit(terms: Terms) -> float:
    """(B lambda - f) / t: the distance from which on no trip pays; 0 if none ever does.

    Examples
    --------
    >>> round(travel_limit(Terms(16)))
    1400
    """
    spare = terms.worth * terms.pace - terms.fixed
    if spare <= 0:
        return 0.0
    return spare / terms.per_km if terms.per_km > 0 else math.inf


def move_limit(terms: Terms, rent: float) -> float:
    """Distance d at which R*(d) = R: nearer, travel; further, move. Infinite if the rent is B or more.

    Examples
    --------
    >>> round(move_limit(Terms(16), 9)), move_limit(Terms(16), 17), move_limit(Terms(16), 5)
    (162, inf, 0.0)
    """
    if rent >= terms.worth:
        return math.inf
    if rent < rent_limit(terms, 0.0):
        return 0.0
    low, high = 0.0, travel_limit(terms)
    if math.isinf(high):
        return math.inf
    for _halving in range(HALVINGS):  # R* grows with distance
        middle = (low + high) / 2
        low, high = (low, middle) if rent_limit(terms, middle) > rent else (middle, high)
    return high


@dataclass(frozen=True)
class Decision:
    """What to do, and what each way leaves once it is paid.

    Parameters
    ----------
    mode : {"remote", "temporary", "permanent"}
        The best of the three; of two that are equal, the one that keeps more apart.
    meetings : float
        n*, the best number of trips.
    temporary, permanent : float
        Net of trips, and net of rent; staying remote leaves 0.
    limit : float
        R*(d).
    """

    mode: str
    meetings: float
    temporary: float
    permanent: float
    limit: float

    @property
    def best(self) -> float:
        """What the best way leaves."""
        return max(0.0, self.temporary, self.permanent)


def decide(terms: Terms, distance: float, rent: float) -> Decision:
    """Choose between staying remote, meeting now and then, and moving together.

    Examples
    --------
    >>> [decide(Terms(16), d, 9).mode for d in (100, 500)], decide(Terms(16), 1500, 17).mode
    (['temporary', 'permanent'], 'remote')
    """
    if not rent >= 0:
        raise ValueError(f"rent must not be negative, got {rent}")
    often, limit = meetings(terms, distance), rent_limit(terms, distance)
    apart = "temporary" if often > 0 else "remote"
    mode = "permanent" if rent < limit else apart
    return Decision(mode, often, terms.worth - limit, terms.worth - rent, limit)
