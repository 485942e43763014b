"""Four steps that sieve labour markets for industrial districts, after Sforzi and Istat."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from course_utils.datasets import load
from course_utils.measures import location_quotient

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]

#: The steps, in their order.
STEPS = ("manufacturing", "small", "dominant", "small_dominant")
#: What must be exceeded at each step if nobody asks for more: the country's average three times, then one half.
USUAL = (1.0, 1.0, 1.0, 0.5)
#: Sizes of plant that count as small or medium, by the largest plant that does.
SMALL = {"250": 2, "50": 1}


@dataclass(frozen=True, eq=False)
class Markets:
    """A table of local labour markets.

    Parameters
    ----------
    names, industries : tuple of str
        Labels of the first two axes of `jobs`.
    employment : ndarray, shape (n,)
        All jobs, manufacturing or not.
    jobs : ndarray, n x industries x sizes
        Manufacturing jobs, the smallest plants first.
    made_as : tuple of str
        For synthetic tables, the kind that each place was made as; else empty.
    """

    names: tuple[str, ...]
    industries: tuple[str, ...]
    employment: Array
    jobs: Array
    made_as: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Sieve:
    """What the four steps look at, place by place.

    Parameters
    ----------
    values : ndarray, 4 x n
        Location quotient of manufacturing; of small plants within manufacturing; of the dominant industry within
        manufacturing; share of small plants in the jobs of that industry.
    dominant : ndarray of int, shape (n,)
        Number of the dominant industry: the one furthest above what the country's mix would give.
    """

    values: Array
    dominant: NDArray[np.intp]

    def passed(self, thresholds: tuple[float, ...]) -> Bools:
        """Tell which places are left at the start and after each step: 5 x n."""
        ok = self.values > np.array(thresholds)[:, None]
        everyone = np.ones((1, ok.shape[1]), dtype=bool)
        return np.vstack([everyone, np.logical_and.accumulate(ok, axis=0)])


@cache
def synthetic_markets() -> Markets:
    """The 48 invented labour markets of the course."""
    table = load("synthetic_labour_markets").set_index("labour_market")
    cells = load("synthetic_labour_markets", "manufacturing")
    names, industries, sizes = (tuple(cells[c].cat.categories) for c in ("labour_market", "industry", "plant_size"))
    jobs = cells["employment"].to_numpy(dtype=float).reshape(len(names), len(industries), len(sizes))
    employment = table["employment"].reindex(list(names)).to_numpy(dtype=float)
    return Markets(names, industries, employment, jobs, tuple(map(str, table["kind"].reindex(list(names)))))


def sieve(markets: Markets, small: str = "250") -> Sieve:
    """Compute what the four steps compare with their thresholds.

    Parameters
    ----------
    markets : Markets
        Jobs by place, industry and size of plant.
    small : {"250", "50"}
        Plants of fewer jobs are small or medium.

    Examples
    --------
    >>> found = sieve(synthetic_markets())
    >>> found.passed(USUAL).sum(axis=1).tolist()
    [48, 25, 14, 14, 13]
    """
    made = markets.jobs.sum(axis=(1, 2))
    few = markets.jobs[:, :, : SMALL[small]].sum(axis=2)
    industries = markets.jobs.sum(axis=2)
    quotients = location_quotient(industries)
    above = industries / made[:, None] - industries.sum(axis=0) / made.sum()
    dominant = above.argmax(axis=1)
    row = np.arange(len(made))
    values = (
        location_quotient(np.column_stack([made, markets.employment - made]))[:, 0],
        location_quotient(np.column_stack([few.sum(axis=1), made - few.sum(axis=1)]))[:, 0],
        quotients[row, dominant],
        few[row, dominant] / industries[row, dominant],
    )
    return Sieve(np.array(values), dominant)


@cache
def synthetic_sieve(small: str = "250") -> Sieve:
    """The sieve of the invented labour markets."""
    return sieve(synthetic_markets(), small)


@dataclass(frozen=True, eq=False)
class Funnel:
    """The sieve with its thresholds.

    Parameters
    ----------
    markets : Markets
        The table.
    sieve : Sieve
        What the steps look at.
    thresholds : tuple of float
        What must be exceeded at each step.
    """

    markets: Markets
    sieve: Sieve
    thresholds: tuple[float, ...]

    @cached_property
    def passed(self) -> Bools:
        """Who is left at the start and after each step."""
        return self.sieve.passed(self.thresholds)

    @property
    def counts(self) -> list[int]:
        """How many are left at the start and after each step."""
        return [int(n) for n in self.passed.sum(axis=1)]

    @cached_property
    def reached(self) -> NDArray[np.intp]:
        """How many steps each place passes, 0 to 4."""
        reached: NDArray[np.intp] = self.passed[1:].sum(axis=0)
        return reached

    @property
    def districts(self) -> tuple[str, ...]:
        """Names of the places that pass all steps."""
        return tuple(name for name, n in zip(self.markets.names, self.reached, strict=True) if n == len(STEPS))

    @property
    def hits(self) -> tuple[int, int]:
        """Districts found that were made as districts, and how many were made so."""
        kinds = dict(zip(self.markets.names, self.markets.made_as, strict=True))
        return sum(kinds[name] == "district" for name in self.districts), self.markets.made_as.count("district")


@cache
def funnel(thresholds: tuple[float, ...] = USUAL, small: str = "250") -> Funnel:
    """Sieve the invented labour markets.

    Parameters
    ----------
    thresholds : tuple of float
        One for each of `STEPS`.
    small : {"250", "50"}
        Plants of fewer jobs are small or medium.

    Examples
    --------
    >>> funnel().counts, funnel(small="50").counts
    ([48, 25, 14, 14, 13], [48, 25, 14, 14, 9])
    """
    return Funnel(synthetic_markets(), synthetic_sieve(small), thresholds)
