"""The long run of two regions: where workers settle, what the start decides, and how large a subsidy moves them.

The short run, the equilibria of one state and the thresholds of the textbook are in `course_utils.measures`; here they
are followed along the transport cost, for diagrams.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures import core_periphery, sustain_subsidy

Array = NDArray[np.float64]

SHARES = np.linspace(0, 1, 400)  # an even number, so that no share is exactly one half
HALVINGS = 24
#: Larger subsidies than this one are not looked for.
LARGEST = 0.6


@dataclass(frozen=True, eq=False)
class Branches:
    """Long-run equilibria along the transport cost; NaN where a branch does not exist.

    Parameters
    ----------
    T : ndarray, shape (n,)
        Transport costs.
    core1, core2 : ndarray, shape (n,)
        1 (everyone in region 1) and 0 (everyone in region 2), where that holds.
    settled : ndarray, shape (n,)
        Stable share of region 1 between the two.
    upper, lower : ndarray, shape (n,)
        Unstable shares: who starts above `upper` goes up, who starts below `lower` goes down. Where nothing between
        the two cores is stable there is one watershed, and it is `upper`.
    """

    T: Array
    core1: Array
    core2: Array
    settled: Array
    upper: Array
    lower: Array


def branches(T: ArrayLike, sigma: float = 5.0, mu: float = 0.4, subsidy: float = 0.0) -> Branches:
    """Follow the long-run equilibria along the transport cost.

    Parameters
    ----------
    T : array_like
        Transport costs, above 1.
    sigma, mu, subsidy : float
        As for `course_utils.measures.core_periphery`.

    Returns
    -------
    Branches
        Shares within 0.001 of those of `course_utils.measures.long_run_equilibria`.

    Examples
    --------
    >>> found = branches([1.5, 1.7, 2.0])
    >>> found.core1.tolist(), found.settled.round(2).tolist(), found.upper.round(2).tolist()
    ([1.0, 1.0, nan], [nan, 0.5, 0.5], [0.5, 0.83, nan])
    """
    costs = np.atleast_1d(np.asarray(T, dtype=float))
    gaps = np.asarray(core_periphery(costs[:, None], sigma, mu, SHARES, subsidy).gap)
    core1 = np.where(gaps[:, -1] >= 0, 1.0, np.nan)
    core2 = np.where(gaps[:, 0] <= 0, 0.0, np.nan)
    rows = np.array([_inside(row) for row in gaps])
    return Branches(costs, core1, core2, *rows.T)


def _inside(gaps: Array) -> tuple[float, float, float]:
    """Stable share inside, watershed above it and below it, from the gaps of one transport cost."""
    turns = np.flatnonzero((gaps[:-1] >= 0) != (gaps[1:] >= 0))
    before, after = gaps[turns], gaps[turns + 1]
    shares = SHARES[turns] + before / (before - after) * (SHARES[1] - SHARES[0])
    settled = next((float(share) for share, gap in zip(shares, before, strict=True) if gap >= 0), np.nan)
    falling = [float(share) for share, gap in zip(shares, before, strict=True) if gap < 0]
    lower = next((share for share in falling if share < settled), np.nan)  # no share is below NaN
    upper = next((share for share in falling if not share < settled), np.nan)
    return settled, upper, lower


@functools.lru_cache(maxsize=4096)
def at(T: float, sigma: float = 5.0, mu: float = 0.4, subsidy: float = 0.0) -> Branches:
    """Return the `branches` of one transport cost, remembered."""
    return branches([T], sigma, mu, subsidy)


def destination(share: float, T: float, sigma: float = 5.0, mu: float = 0.4, subsidy: float = 0.0) -> float:
    """Share of region 1 in the long run, for a given start.

    Parameters
    ----------
    share : float
        Share of the workers in region 1 at the start, 0 to 1.
    T, sigma, mu, subsidy : float
        As for `branches`.

    Examples
    --------
    >>> round(destination(0.55, T=2.0), 3), destination(0.55, T=1.5)
    (0.5, 1.0)
    """
    found = at(T, sigma, mu, subsidy)
    rests = [found.core2[0], found.lower[0], found.settled[0], found.upper[0], found.core1[0]]
    gap = float(core_periphery(T, sigma, mu, share, subsidy).gap)
    if abs(gap) < 1e-9:
        return share
    if gap > 0:
        return min((float(rest) for rest in rests if rest > share), default=1.0)
    return max((float(rest) for rest in rests if rest < share), default=0.0)


@dataclass(frozen=True, eq=False)
class Thresholds:
    """Subsidies that matter along the transport cost, as shares of the wage.

    Parameters
    ----------
    T : ndarray, shape (n,)
        Transport costs.
    sustain : ndarray, shape (n,)
        s*, up to which nobody leaves a full core; 0 where no core holds anyway.
    move : ndarray, shape (n,)
        From here on everyone ends in the region that has the subsidy. Between the two, workers spread.
    """

    T: Array
    sustain: Array
    move: Array


def thresholds(T: ArrayLike, sigma: float = 5.0, mu: float = 0.4) -> Thresholds:
    """Subsidies up to which a full core holds, and from which it moves as a whole.

    Parameters
    ----------
    T : array_like
        Transport costs, above 1.
    sigma, mu : float
        As for `course_utils.measures.core_periphery`.

    Notes
    -----
    A subsidy lowers the gap in real wages at every share. Where it takes `needed(share)` to bring the gap to 0, a
    subsidy larger than all of those leaves no share at which anybody stays in region 1.

    Examples
    --------
    >>> found = thresholds([1.3, 1.79])
    >>> found.sustain.round(3).tolist(), found.move.round(3).tolist()
    ([0.089, 0.004], [0.089, 0.02])
    """
    costs = np.atleast_1d(np.asarray(T, dtype=float))
    sustain = np.maximum(np.asarray(sustain_subsidy(costs, sigma, mu)), 0.0)
    return Thresholds(costs, sustain, np.maximum(_needed(costs, sigma, mu).max(axis=1), sustain))


def _needed(costs: Array, sigma: float, mu: float) -> Array:
    """Subsidy that closes the gap at each transport cost and share, shape (n, shares); 0 where none is needed."""
    shares = SHARES[1::2]  # an empty region 1 has nobody to move
    low = np.zeros((costs.size, shares.size))
    high = np.full_like(low, LARGEST)
    for _halving in range(HALVINGS):
        middle = (low + high) / 2
        stays = np.asarray(core_periphery(costs[:, None], sigma, mu, shares, middle).gap) > 0
        low, high = np.where(stays, middle, low), np.where(stays, high, middle)
    return np.where(high < LARGEST / 2**HALVINGS * 2, 0.0, high)
