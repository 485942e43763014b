"""The core-periphery model in the long run: where workers settle, and how they move there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import number, within
from course_utils.measures._roots import bracketed
from course_utils.measures.spatial_economy import core_periphery

Array = NDArray[np.float64]

SHARES = np.linspace(0, 1, 400)  # an even number, so that no share is exactly one half


@dataclass(frozen=True, eq=False)
class LongRun:
    """Shares of the workers in region 1 at which nobody gains by moving.

    Parameters
    ----------
    shares : ndarray, shape (n,)
        In increasing order.
    stable : ndarray of bool, shape (n,)
        Whether a few workers who move are drawn back.
    """

    shares: Array
    stable: NDArray[np.bool_]


def long_run_equilibria(T: float, sigma: float, mu: float, subsidy: float = 0.0) -> LongRun:
    """All shares of region 1 at which no worker gains by moving, for one state of the economy.

    Parameters
    ----------
    T, sigma, mu, subsidy : float
        As for `core_periphery`, T above 1.

    Returns
    -------
    LongRun
        ``shares`` and ``stable``. Inside, the real-wage gap is 0, and falls as the share grows where it is stable;
        0 and 1 are equilibria where the gap keeps everyone there. Without subsidy there are five at most. Two
        equilibria less than 1/400 apart may be missed, both: without subsidy only within 0.00001 of the break point.

    Raises
    ------
    ValueError
        As `core_periphery`; at T = 1 without subsidy every share is an equilibrium.

    References
    ----------
    Robert-Nicoud, F. (2005). The structure of simple "new economic geography" models (or, on identical twins). Journal
    of Economic Geography 5(2).

    Examples
    --------
    >>> found = long_run_equilibria(1.7, 5, 0.4)
    >>> found.shares.round(3).tolist()
    [0.0, 0.165, 0.5, 0.835, 1.0]
    >>> found.stable.tolist()
    [True, False, True, False, True]
    """
    cost, sigma, mu = number("T", T, "[1, inf)"), number("sigma", sigma, "(1, inf)"), number("mu", mu, "(0, 1)")
    support = number("subsidy", subsidy, "[0, inf)")
    if cost == 1 and support == 0:
        raise ValueError("T must be above 1, got 1: without transport cost or subsidy every share is an equilibrium")

    def gap(shares: Array) -> Array:
        return np.asarray(core_periphery(cost, sigma, mu, shares, support).gap)

    drawn = gap(SHARES) >= 0
    turns = np.flatnonzero(drawn[:-1] != drawn[1:])
    inside = bracketed(gap, SHARES[turns], SHARES[turns + 1]) if turns.size else np.empty(0)
    shares = np.concatenate([[0.0] * (not drawn[0]), inside, [1.0] * bool(drawn[-1])])
    stable = np.concatenate([[True] * (not drawn[0]), drawn[turns], [True] * bool(drawn[-1])])
    return LongRun(shares, stable.astype(bool))


def migrate(
    T: ArrayLike, sigma: ArrayLike, mu: ArrayLike, share: ArrayLike, subsidy: ArrayLike = 0.0, *, speed: float = 1.0
) -> float | Array:
    """Share of region 1 one period later, when workers move in proportion to the gap in real wages.

    Parameters
    ----------
    T, sigma, mu, share, subsidy : array_like
        As for `core_periphery`; they may change from one period to the next.
    speed : float
        What share of all workers moves for a gap of 1, 0 or more. Large values overshoot.

    Returns
    -------
    float or ndarray
        share + speed * gap, bounded to [0, 1]. An empty region fills again as soon as it pays more.

    Raises
    ------
    ValueError
        As `core_periphery`, or if `speed` is negative.

    Examples
    --------
    >>> round(float(migrate(1.5, 5, 0.4, 0.7)), 3)
    0.718
    """
    here, pace = within("share", share, "[0, 1]"), number("speed", speed, "[0, inf)")
    return np.clip(here + pace * core_periphery(T, sigma, mu, share, subsidy).gap, 0.0, 1.0)[()]
