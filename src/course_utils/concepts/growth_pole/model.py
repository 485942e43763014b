"""What a motor firm sets off in the nation, and how much of it stays in a region that is the nation, only smaller.

Production is called *total* when the order to the motor firm is counted, *indirect* when only what its suppliers and
theirs make is. Money is in million reais of 2019.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.concepts.growth_pole.sectors import position
from course_utils.datasets import input_output
from course_utils.measures import leontief_inverse, regionalise, technical_coefficients

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Economy:
    """A nation's table as coefficients.

    Parameters
    ----------
    A, L : ndarray, shape (n, n)
        Technical coefficients and Leontief inverse.
    output : ndarray, shape (n,)
        Million reais.
    jobs : ndarray, shape (n,)
        Persons employed for a million reais of output.
    wages : ndarray, shape (n,)
        Compensation of employees in one real of output.
    """

    A: Array
    L: Array
    output: Array
    jobs: Array
    wages: Array


@functools.cache
def economy(level: int = 68) -> Economy:
    """Return the economy of 68 or 12 sectors."""
    table = input_output(level=level, year=2019)
    A = technical_coefficients(table.Z, table.x)
    return Economy(A, leontief_inverse(A), table.x, table.employment / table.x, table.compensation / table.x)


def local_rate(share: float, delta: float, content: float = 0.0) -> float:
    """Share of what a sector buys from *another* sector that is bought inside the region.

    It is log2(1 + share) ** delta, moved towards 1 by `content`.

    Examples
    --------
    >>> round(local_rate(0.02, 0.3), 3), round(local_rate(0.02, 0.3, content=0.5), 3), local_rate(1, 0.3)
    (0.344, 0.672, 1.0)
    """
    size = float(np.log2(1 + share)) ** delta
    return size + content * (1 - size)


def regional_coefficients(share: float, delta: float = 0.3, content: float = 0.0, level: int = 68) -> Array:
    """Coefficients of a region with the nation's mix of sectors and a share of its jobs.

    Parameters
    ----------
    share : float
        The region's share of national employment, above 0, at most 1.
    delta : float
        How much small size costs (see `course_utils.measures.regionalise`).
    content : float
        0 to 1: how far local supply is raised towards buying everything in the region that the nation makes.
    level : {68, 12}
        Number of sectors.

    Returns
    -------
    ndarray, shape (level, level)

    Raises
    ------
    ValueError
        If a share or rate is out of bounds.
    """
    if not 0 < share <= 1:
        raise ValueError(f"share must be above 0 and at most 1, got {share}")
    if not 0 <= content <= 1:
        raise ValueError(f"content must be from 0 to 1, got {content}")
    nation = economy(level)
    alone = regionalise(nation.A, share * nation.output, nation.output, method="flq", delta=delta)
    return alone + content * (nation.A - alone)


@dataclass(frozen=True, eq=False)
class Pull:
    """What one order to a motor firm sets off among suppliers, and theirs: *indirect* production by sector.

    Parameters
    ----------
    order : float
        New sales of the motor firm, million reais.
    national, regional : ndarray, shape (n,)
        Indirect production in the whole country and in the region, million reais.
    """

    order: float
    national: Array
    regional: Array

    @property
    def leaked(self) -> Array:
        """Indirect production of each sector outside the region, million reais, shape (n,)."""
        return np.maximum(self.national - self.regional, 0.0)  # rounding leaves -1e-13 when nothing leaks

    @property
    def kept(self) -> float:
        """Share of indirect production that stays in the region."""
        return float(self.regional.sum() / self.national.sum())

    @property
    def leak(self) -> float:
        """Share of indirect production that leaves the region: 1 - (sum L_r f - sum f)/(sum L f - sum f)."""
        return 1 - self.kept

    @property
    def total_kept(self) -> float:
        """Share of *total* production, the motor firm's own included, that stays in the region."""
        return float((self.order + self.regional.sum()) / (self.order + self.national.sum()))


@functools.lru_cache(maxsize=8192)
def pull(
    sector: str,
    investment: float = 1000.0,
    share: float = 0.02,
    delta: float = 0.3,
    content: float = 0.0,
    level: int = 68,
) -> Pull:
    """Return what an order to the motor firm of a sector sets off in the nation and in the region.

    Parameters
    ----------
    sector : str
        A key of `sectors.MOTORS` (or of `sectors.BROAD` with ``level=12``).
    investment : float
        What the investment lets the motor firm sell, million reais, positive.
    share, delta, content, level
        The region, as for `regional_coefficients`.

    Examples
    --------
    >>> [round(pull("steel", share=size).kept, 2) for size in (0.02, 0.1, 1)]
    [0.3, 0.47, 1.0]
    """
    if not investment > 0:
        raise ValueError(f"investment must be positive, got {investment}")
    nation, place = economy(level), position(sector, level)
    order = np.zeros(len(nation.A))
    order[place] = investment
    region = np.linalg.solve(np.eye(len(order)) - regional_coefficients(share, delta, content, level), order)
    return Pull(float(investment), nation.L[:, place] * investment - order, region - order)


def leak_by_size(sector: str, sizes: ArrayLike, delta: float = 0.3, content: float = 0.0, level: int = 68) -> Array:
    """Share of indirect production that leaks from regions of the given shares of national jobs, shape of `sizes`."""
    return np.array([pull(sector, 1000.0, float(s), delta, content, level).leak for s in np.asarray(sizes)])
