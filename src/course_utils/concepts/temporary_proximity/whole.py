"""A second look: nobody takes half a trip. The same choice with whole numbers of meetings."""

from __future__ import annotations

import math

from course_utils.concepts.temporary_proximity.model import HALVINGS, Terms, learnt

#: Guards against a number of trips that is a whole one but for the last digit.
HAIR = 1e-9


def whole_meetings(terms: Terms, distance: float) -> int:
    """Return the best whole number of meetings, the least one if two are as good.

    The next meeting after n brings B (1 - exp(-lambda)) exp(-lambda n), so one goes on while that is more than c:
    n = ceil(ln(B (1 - exp(-lambda)) / c) / lambda).

    Examples
    --------
    >>> whole_meetings(Terms(16), 500), whole_meetings(Terms(16), 1300)
    (4, 0)
    """
    cost, first = terms.cost(distance), learnt(terms, 1)
    if first <= cost:
        return 0
    if cost == 0:
        raise ValueError("cost must be above 0: with free trips no number of meetings is enough")
    return math.ceil(math.log(first / cost) / terms.pace - HAIR)


def whole_travelling(terms: Terms, distance: float) -> float:
    """What the best whole number of meetings leaves, trips paid."""
    often = whole_meetings(terms, distance)
    return learnt(terms, often) - terms.cost(distance) * often


def whole_rent_limit(terms: Terms, distance: float) -> float:
    """Rent below which moving beats whole trips: never below R*(d).

    Examples
    --------
    >>> round(whole_rent_limit(Terms(16), 500), 2)
    12.79
    """
    return terms.worth - whole_travelling(terms, distance)


def whole_travel_limit(terms: Terms) -> float:
    """(B (1 - exp(-lambda)) - f) / t: the distance from which on not even one trip pays.

    Examples
    --------
    >>> round(whole_travel_limit(Terms(16)))
    1250
    """
    spare = learnt(terms, 1) - terms.fixed
    if spare <= 0:
        return 0.0
    return spare / terms.per_km if terms.per_km > 0 else math.inf


def whole_move_limit(terms: Terms, rent: float) -> float:
    """Distance beyond which moving beats whole trips; infinite if the rent is B or more.

    Examples
    --------
    >>> round(whole_move_limit(Terms(16), 9))
    161
    """
    if rent >= terms.worth:
        return math.inf
    if rent < whole_rent_limit(terms, 0.0):
        return 0.0
    low, high = 0.0, whole_travel_limit(terms)
    if math.isinf(high):
        return math.inf
    for _halving in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if whole_rent_limit(terms, middle) > rent else (middle, high)
    return high
