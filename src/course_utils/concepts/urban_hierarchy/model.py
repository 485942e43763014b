"""Rank and size of French places: how the exponent depends on what a city is, where one stops and how one estimates.

Populations are the legal ones in force on 1 January of a year, added up over the communes of 2026: places keep their
boundaries, so that only people move between two years.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.urban_hierarchy.places import UNITS, Places, Standing, metropolises, places
from course_utils.measures import gini, lorenz, primacy, rank_size

VINTAGES = ("2019", "2020", "2022", "2024", "2026")
ESTIMATORS = ("gabaix-ibragimov", "ols", "hill")
#: Numbers of largest places kept: six a decade, from 10 to about 31,600.
CUTOFFS = tuple(float(f"{10 ** (1 + step / 6):.6g}") for step in range(22))
#: Ranks at which a curve is drawn: all of the first, then evenly spaced in logarithm.
RANKS = np.unique(np.round(np.geomspace(1, 36_000, 160)).astype(int))
#: Shares of places at which a Lorenz curve is drawn, denser where the largest places are.
SHARES = np.concatenate([np.linspace(0, 0.9, 19), np.linspace(0.91, 0.99, 9), [0.995, 0.998, 1.0]])


@dataclass(frozen=True)
class Fit:
    """A rank-size rule fitted to the largest places.

    Parameters
    ----------
    exponent, standard_error : float
        Of `course_utils.measures.rank_size`.
    n : int
        Places kept.
    total : int
        Places there are.
    largest, second, smallest : str
        Names of the first two places and of the last one kept.
    primacy : float
        Inhabitants of the largest over those of the second.
    sizes : tuple of float
        Inhabitants of the smallest and of the largest place kept.
    ranks : tuple of float
        Ranks that the fitted line gives to those two sizes.
    """

    exponent: float
    standard_error: float
    n: int
    total: int
    largest: str
    second: str
    smallest: str
    primacy: float
    sizes: tuple[float, float]
    ranks: tuple[float, float]

    @property
    def interval(self) -> tuple[float, float]:
        """Two standard errors below and above the exponent."""
        return self.exponent - 2 * self.standard_error, self.exponent + 2 * self.standard_error


@cache
def fit(unit: str, vintage: str, cutoff: float, estimator: str) -> Fit:
    """Fit the rank-size rule to the largest places of a unit.

    Parameters
    ----------
    unit : {"commune", "epci", "departement", "region"}
        What is called a city.
    vintage : str
        Year of the legal population.
    cutoff : float
        How many of the largest are kept (rounded; all of them if there are fewer).
    estimator : {"gabaix-ibragimov", "ols", "hill"}
        Of `course_utils.measures.rank_size`.

    Examples
    --------
    >>> paris = fit("commune", "2026", 100, "gabaix-ibragimov")
    >>> paris.n, paris.largest, round(paris.exponent, 1)
    (100, 'Paris', 1.6)
    """
    ordered = places(unit, vintage)
    n = min(round(cutoff), len(ordered))
    sizes = ordered.sizes[:n]
    rule = rank_size(sizes, method=estimator)
    return Fit(
        exponent=rule.exponent,
        standard_error=rule.standard_error,
        n=n,
        total=len(ordered),
        largest=ordered.names[0],
        second=ordered.names[1],
        smallest=ordered.names[n - 1],
        primacy=primacy(ordered.sizes),
        sizes=(float(sizes[-1]), float(sizes[0])),
        ranks=_line(sizes, rule.exponent, estimator),
    )


def _line(sizes: NDArray[np.float64], exponent: float, estimator: str) -> tuple[float, float]:
    """Ranks that the rule gives to the smallest and the largest size: through the means, or the last point for Hill."""
    n, logs = sizes.size, np.log(sizes)
    ranks = np.log(np.arange(1, n + 1) - (0.5 if estimator == "gabaix-ibragimov" else 0.0))
    size, rank = (logs[-1], np.log(n)) if estimator == "hill" else (logs.mean(), ranks.mean())
    return float(np.exp(rank - exponent * (logs[-1] - size))), float(np.exp(rank - exponent * (logs[0] - size)))


@dataclass(frozen=True)
class Curve:
    """Places at the ranks drawn (`RANKS`), and where the balancing metropolises stand.

    Parameters
    ----------
    sizes : ndarray, shape (len(RANKS),)
        Inhabitants, NaN past the last place.
    names : tuple of str
        Names, empty past the last place.
    total : int
        Places there are.
    metropolises : dict
        `places.metropolises` of the unit and year.
    """

    sizes: NDArray[np.float64]
    names: tuple[str, ...]
    total: int
    metropolises: dict[str, Standing]


def curve(unit: str, vintage: str) -> Curve:
    """Rank-size plot of a unit in a year, decimated to about 130 ranks."""
    ordered = places(unit, vintage)
    total = len(ordered)
    drawn = int(np.searchsorted(RANKS, total, side="right"))
    sizes = np.full(RANKS.size, np.nan)
    sizes[:drawn] = ordered.sizes[RANKS[:drawn] - 1]
    names = tuple(ordered.names[rank - 1] if rank <= total else "" for rank in RANKS)
    return Curve(sizes, names, total, metropolises(unit, vintage))


@dataclass(frozen=True)
class Exponents:
    """Fits of each estimator at every cut-off that a unit has places for, and the one that is chosen."""

    fits: dict[str, list[Fit]]
    chosen: Fit


def exponents(unit: str, vintage: str, cutoff: float, estimator: str) -> Exponents:
    """Exponent against the number of places kept, for all three estimators; the arguments are those of `fit`."""
    total = len(places(unit, vintage))
    kept = [c for c in CUTOFFS if c <= total] + [float(total)] * any(c > total for c in CUTOFFS)
    fits = {e: [fit(unit, vintage, c, e) for c in kept] for e in ESTIMATORS}
    return Exponents(fits, fit(unit, vintage, cutoff, estimator))


@dataclass(frozen=True)
class Inequality:
    """Lorenz curve at `SHARES` and Gini index of population between the places of a unit."""

    held: NDArray[np.float64]
    gini: float


@cache
def _inequality(ordered: Places) -> Inequality:
    return Inequality(np.interp(SHARES, *lorenz(ordered.sizes).T), gini(ordered.sizes))


def inequalities(vintage: str) -> dict[str, Inequality]:
    """Lorenz curve and Gini index of each unit: how unequally people are spread over its places."""
    return {unit: _inequality(places(unit, vintage)) for unit in UNITS}


@dataclass(frozen=True)
class Primacy:
    """The first place of a unit against the second, and against the next three together."""

    largest: str
    second: str
    over_second: float
    over_next_three: float


def primacies(vintage: str) -> dict[str, Primacy]:
    """Primacy of each unit.

    Examples
    --------
    >>> primacies("2026")["departement"].largest
    'Nord'
    """
    found = {}
    for unit in UNITS:
        ordered = places(unit, vintage)
        shares = primacy(ordered.sizes), primacy(ordered.sizes, k=3)
        found[unit] = Primacy(ordered.names[0], ordered.names[1], *shares)
    return found
