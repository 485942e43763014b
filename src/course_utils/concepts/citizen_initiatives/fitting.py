"""Curves through few points: by hand, the best for a ceiling, and all ceilings that the counts allow."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.citizen_initiatives.series import Series, series
from course_utils.measures import BassFit, bass, fit_bass

Array = NDArray[np.float64]

#: Years drawn beside the counts of co-working, and ahead of them.
NEAR, FAR = np.arange(2008.5, 2025, 1.0), np.arange(2008.5, 2047, 2.0)
#: Ceilings that are tried, as multiples of the last count, and years looked ahead from it.
TIMES = np.geomspace(1, 100, 41)
AHEAD = 20
#: The year of which a forecast is told.
FORECAST = 2030.5


@dataclass(frozen=True, eq=False)
class Curve:
    """A Bass curve beside the counts of a series.

    Parameters
    ----------
    p, q, m : float
        Innovation and imitation a year, and the ceiling.
    misses : ndarray, shape (n,)
        Curve minus count.
    start : float
        Year from which time is counted.
    """

    p: float
    q: float
    m: float
    misses: Array
    start: float

    @property
    def error(self) -> float:
        """Root mean square of the misses."""
        return float(np.sqrt(np.mean(self.misses**2)))

    @property
    def peak(self) -> float:
        """Year of fastest growth, ln(q/p)/(p+q) after the start."""
        return self.start + BassFit(self.p, self.q, self.m, 0.0).peak

    def at(self, years: Array | float) -> Array:
        """Return the curve at decimal years, 0 before the start."""
        return bass(self.p, self.q, self.m, np.maximum(np.asarray(years) - self.start, 0))


def curve(p: float, q: float, m: float, key: str = "coworking") -> Curve:
    """Lay a curve beside the counts.

    Examples
    --------
    >>> found = curve(0.0003, 0.33, 50_000)
    >>> round(found.error), round(found.peak, 1)
    (171, 2029.7)
    """
    own = series(key)
    return Curve(p, q, m, bass(p, q, m, own.t) - own.counts, own.start)


@functools.cache
def best(m: float, key: str = "coworking") -> Curve:
    """Return the best curve for a ceiling.

    Examples
    --------
    >>> [round(best(m).error) for m in (3_000, 10_000, 50_000)]
    [119, 105, 121]
    """
    found = fit_bass(series(key).t, series(key).counts, m)
    return curve(found.p, found.q, found.m, key)


@functools.cache
def freely(key: str = "coworking") -> BassFit:
    """Return the best curve of all, its ceiling sought, too."""
    return fit_bass(series(key).t, series(key).counts)


@dataclass(frozen=True, eq=False)
class Profile:
    """The best curve for each ceiling.

    Parameters
    ----------
    own : Series
        The counts.
    ceilings, errors : ndarray, shape (41,)
        Ceilings, and errors of the best curve in % of the last count.
    curves : tuple of Curve
        The best curves.
    """

    own: Series
    ceilings: Array
    errors: Array
    curves: tuple[Curve, ...]

    def allowed(self, tolerance: float) -> NDArray[np.bool_]:
        """Which ceilings miss by no more than `tolerance` % of the last count."""
        return self.errors <= tolerance

    def band(self, tolerance: float, years: Array) -> tuple[Array, Array]:
        """Return the lowest and the highest of the curves allowed, NaN if none is."""
        drawn = np.array(
            [found.at(years) for found, yes in zip(self.curves, self.allowed(tolerance), strict=True) if yes]
        )
        if not drawn.size:
            return np.full(years.shape, np.nan), np.full(years.shape, np.nan)
        return drawn.min(axis=0), drawn.max(axis=0)


@functools.cache
def profile(key: str) -> Profile:
    """Fit a series with 41 ceilings, from the last count to a hundred times as many.

    Examples
    --------
    >>> found = profile("coworking")
    >>> bool(found.allowed(5).all()), round(float(found.errors.min()), 1)
    (False, 2.6)
    """
    own = series(key)
    ceilings = own.last * TIMES
    curves = tuple(best(float(m), key) for m in ceilings)
    return Profile(own, ceilings, np.array([100 * found.error / own.last for found in curves]), curves)
