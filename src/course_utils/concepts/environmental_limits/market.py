"""The shares of a real département, traded: who builds, who pays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from course_utils.concepts.environmental_limits.places import Array, Places, places
from course_utils.concepts.environmental_limits.rules import pace, shared
from course_utils.measures import going_without, trade


@dataclass(frozen=True, eq=False)
class Settled:
    """A year in a département, with or without trading.

    Parameters
    ----------
    places : Places
        Who shares.
    allowances : ndarray, shape (n,)
        What the rule gave, hectares for 100 of a past year.
    built : ndarray, shape (n,)
        What is built on.
    without : ndarray, shape (n,)
        Cost of doing without the rest, in prices of a hectare of 2026.
    paid : ndarray, shape (n,)
        Paid for allowances bought; negative where they were sold. In the same unit.
    price : float
        Price of an allowance; 1 in 2026, NaN without trading.
    """

    places: Places
    allowances: Array
    built: Array
    without: Array
    paid: Array
    price: float

    @property
    def net(self) -> Array:
        """Cost of the limit to each: below 0 for who earns by it."""
        return self.without + self.paid


@cache
def slopes(departement: str) -> Array:
    """What the marginal cost of doing without rises by with each hectare, for each place.

    The more dwellings stand vacant, the more can be housed without a new hectare: slopes are inverse to vacant
    dwellings, and scaled so that an allowance costs 1 in 2026.

    Examples
    --------
    >>> slopes("38").argmin()  # Grenoble has most vacant dwellings
    np.int64(0)
    """
    own = places(departement)
    steep = own.vacant.sum() / own.vacant
    half = pace(2026)
    return steep / trade(own.past, steep, half * own.past / 100).price


@cache
def settled(departement: str, rule: str, year: float = 2026, trading: bool = True) -> Settled:
    """Let the places of a département live with their shares of a year, or trade them.

    Parameters
    ----------
    departement, rule, year
        As for `shared`.
    trading : bool
        May they sell to one another what they were given?

    Examples
    --------
    Who builds does not depend on the rule:

    >>> one, other = settled("38", "past"), settled("38", "people")
    >>> bool((abs(one.built - other.built) < 1e-6).all()), round(one.price, 6)
    (True, 1.0)
    >>> [end.paid[0].round(1).tolist() for end in (one, other)]  # Grenoble sells all it was given
    [-7.4, -17.0]
    """
    own, steep = places(departement), slopes(departement)
    given = shared(departement, rule, year).allowances
    if trading:
        end = trade(own.past, steep, given)
        return Settled(own, given, end.used, end.cost, end.paid, end.price)
    built = given.clip(max=own.past)
    return Settled(own, given, built, going_without(own.past, steep, built), 0 * built, float("nan"))
