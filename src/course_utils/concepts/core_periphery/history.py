"""A story of two regions: transport gets cheaper year by year, and a subsidy is paid for some of those years.

No year is a date. The path of the transport cost is made up, and so are the pace of migration and the small advantage
of region 1; what is not made up is how wages answer, which is the model's.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.measures import core_periphery

Array = NDArray[np.float64]

LAST = 120
YEARS = np.arange(LAST + 1)
SIGMA, MU = 5.0, 0.4
#: Transport cost of year 0; what of it lies above 1 falls by this share a year.
FIRST_COST = 2.1
FALL = {"slow": 0.007, "medium": 0.0125, "fast": 0.022}
#: Share of all workers who move in a year for a gap of 1 in real wages; and the advantage of region 1, the capital's,
#: in real wages: a gap too small to be seen, which decides where a core forms if nobody does anything.
PACE, ADVANTAGE = 1.0, 0.001
SHARES = np.linspace(0, 1, 201)


@dataclass(frozen=True, eq=False)
class Story:
    """What became of two regions, year by year, years 0 to 120.

    Parameters
    ----------
    share : ndarray, shape (121,)
        Share of the workers in region 1.
    cost : ndarray, shape (121,)
        What the subsidy has cost so far, in years of national income.
    """

    share: Array
    cost: Array

    @property
    def end(self) -> float:
        """Share of region 1 in the last year."""
        return float(self.share[-1])

    @property
    def bill(self) -> float:
        """What the subsidy has cost in all, in years of national income."""
        return float(self.cost[-1])


def transport_cost(speed: str = "medium") -> Array:
    """Transport cost of each year.

    Parameters
    ----------
    speed : {"slow", "medium", "fast"}
        How fast it falls.

    Examples
    --------
    >>> transport_cost("medium")[[0, 40, 80, 120]].round(2).tolist()
    [2.1, 1.67, 1.4, 1.25]
    """
    if speed not in FALL:
        raise ValueError(f"speed must be one of {', '.join(FALL)}, got {speed!r}")
    return np.asarray(1 + (FIRST_COST - 1) * np.exp(-FALL[speed] * YEARS))


@functools.cache
def _wages(speed: str, rate: float) -> tuple[Array, Array]:
    """Gap in real wages, and tax, by year and share: paths are then looked up, not solved again."""
    found = core_periphery(transport_cost(speed)[:, None], SIGMA, MU, SHARES, rate)
    return np.asarray(found.gap), np.asarray(found.tax)


@functools.lru_cache(maxsize=4096)
def story(start: int = 0, rate: float = 0.0, length: int = 0, speed: str = "medium", share: float = 0.5) -> Story:
    """Follow the workers while transport gets cheaper and, for some years, region 2 has a wage subsidy.

    Parameters
    ----------
    start, length : int
        First year of the subsidy, and for how many years it is paid.
    rate : float
        Subsidy, as a share of the wage that firms pay in region 2.
    speed : {"slow", "medium", "fast"}
        How fast transport gets cheaper.
    share : float
        Share of region 1 in year 0.

    Returns
    -------
    Story
        Every year the share changes by `PACE` times the gap in real wages, `ADVANTAGE` included, from 0 to 1: as
        `course_utils.measures.migrate`, on a grid of 201 shares.

    Examples
    --------
    >>> story().end, story(start=50, rate=0.02, length=10).end
    (1.0, 0.0)
    """
    here, spent = [share], [0.0]
    for year in range(LAST):
        paid = rate if start <= year < start + length else 0.0
        gaps, taxes = _wages(speed, paid)
        gap = np.interp(here[-1], SHARES, gaps[year]) + ADVANTAGE
        spent.append(spent[-1] + float(np.interp(here[-1], SHARES, taxes[year])))
        here.append(float(min(max(here[-1] + PACE * gap, 0.0), 1.0)))
    return Story(np.array(here), np.array(spent))


def last_call(rate: float, length: int, speed: str = "medium", step: int = 5) -> int:
    """Last year, on a grid of `step` years, in which starting the subsidy still ends with most workers in region 2.

    Returns
    -------
    int
        -1 if there is none.

    Examples
    --------
    >>> last_call(0.02, 10), last_call(0.10, 10)
    (65, 80)
    """
    starts = range(0, LAST - step, step)
    return max((start for start in starts if story(start, rate, length, speed).end < 0.5), default=-1)
