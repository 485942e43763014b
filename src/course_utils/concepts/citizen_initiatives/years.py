"""How many more yearly counts would it take? A ceiling is taken for true, and what would be counted is drawn by lot."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.citizen_initiatives.fitting import best
from course_utils.concepts.citizen_initiatives.series import series

Array = NDArray[np.float64]

CEILINGS = (3_000.0, 10_000.0, 50_000.0)
NOISES = (0.02, 0.05, 0.1)
LONGEST, RUNS, SEED = 20, 600, 1969
#: An estimate is right if it is off by no more than this; "known" is when so many runs are right.
NEAR_ENOUGH, SURE = 0.25, 0.9
_P, _Q = np.geomspace(3e-5, 6e-3, 34), np.linspace(0.2, 1.0, 33)


@dataclass(frozen=True, eq=False)
class Years:
    """What counts would say of the ceiling, after none to 20 more years.

    Parameters
    ----------
    truth : float
        The ceiling that is taken for true.
    low, middle, high : ndarray, shape (21,)
        Ceilings found: what a tenth, half and nine tenths of the runs stay below.
    right : ndarray, shape (21,)
        Share of runs whose ceiling is off by a quarter at most.
    """

    truth: float
    low: Array
    middle: Array
    high: Array
    right: Array

    @property
    def needed(self) -> int | None:
        """More counts from which on nine runs in ten are right, or None if 20 are not enough."""
        wrong = np.flatnonzero(self.right < SURE)
        first = int(wrong[-1]) + 1 if wrong.size else 0
        return first if first <= LONGEST else None


@functools.cache
def years(truth: float, noise: float, seed: int = SEED, runs: int = RUNS) -> Years:
    """Add yearly counts to the real ones of co-working, each off by chance, and fit again after each.

    Parameters
    ----------
    truth : float
        Ceiling of the curve that the counts to come follow: the best one for it.
    noise : float
        Standard deviation of a count, as a share of it.
    seed, runs : int
        Of the draws.

    Examples
    --------
    >>> found = years(3_000.0, 0.02, runs=50)
    >>> found.right.shape, bool(found.right[-1] > found.right[0])
    ((21,), True)
    """
    own, curve = series("coworking"), best(truth)
    ahead = own.years[-1] + np.arange(1, LONGEST + 1)
    draws = np.random.default_rng(seed).standard_normal((runs, LONGEST))
    coming = curve.at(ahead) * np.maximum(1 + noise * draws, 0)
    grid = _grid(np.concatenate([own.t, ahead - own.start]))
    found = _ceilings(grid, own.counts, coming)
    low, middle, high = np.quantile(found, [0.1, 0.5, 0.9], axis=1)
    return Years(truth, low, middle, high, np.mean(np.abs(found / truth - 1) <= NEAR_ENOUGH, axis=1))


def _grid(t: Array) -> Array:
    """Shares of the ceiling for a grid of p and q, shape (points, times)."""
    p, q = (axis.ravel()[:, None] for axis in np.meshgrid(_P, _Q, indexing="ij"))
    fall = np.exp(-(p + q) * t[None, :])
    return np.asarray(p * (1 - fall) / (p + q * fall))


def _ceilings(grid: Array, past: Array, coming: Array) -> Array:
    """Return the ceiling of the best curve of the grid after 0 to 20 counts more, shape (21, runs)."""
    n = past.size
    with_counts = np.repeat((grid[:, :n] @ past)[:, None], coming.shape[0], axis=1)
    with_self = (grid[:, :n] ** 2).sum(axis=1)
    top = np.full(coming.shape[0], past.max())
    found = []
    for step in range(coming.shape[1] + 1):
        if step:
            own, new = grid[:, n + step - 1], coming[:, step - 1]
            with_counts += own[:, None] * new[None, :]
            with_self = with_self + own**2
            top = np.maximum(top, new)
        m = np.clip(with_counts / with_self[:, None], 0.5 * past.max(), 100 * top)
        at = np.argmin(m * (m * with_self[:, None] - 2 * with_counts), axis=0)
        found.append(m[at, np.arange(m.shape[1])])
    return np.array(found)
