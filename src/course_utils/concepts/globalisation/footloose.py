"""Firms that can go anywhere: how freeness of trade, markets and wages share them between two regions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures import footloose_capital

Array = NDArray[np.float64]

SIGMA = 5.0
#: Where a threshold is looked for.
FINE = np.linspace(0.0, 0.999, 1000)


def chi(gap: ArrayLike) -> Array:
    """Wage ratio of the model, (w2 / w1)^(1 - sigma), where wages of region 2 are lower by a fraction.

    Examples
    --------
    >>> chi([0.0, 0.05]).round(3).tolist()
    [1.0, 1.228]
    """
    return np.asarray((1 - np.asarray(gap, dtype=float)) ** (1 - SIGMA))


def firms(share: ArrayLike, freeness: ArrayLike, gap: ArrayLike = 0.0) -> Array:
    """Share of the firms in region 1.

    Parameters
    ----------
    share : array_like
        Share of the market in region 1.
    freeness : array_like
        Freeness of trade, 0 to below 1.
    gap : array_like
        How much lower wages are in region 2, a fraction.

    Examples
    --------
    >>> firms(0.55, [0.5, 0.8]).round(2).tolist(), firms(0.7, [0.89, 0.92], 0.01).tolist()
    ([0.65, 0.95], [1.0, 0.0])
    """
    return np.asarray(footloose_capital(share, freeness, chi=chi(gap)))


def cost(freeness: float) -> float:
    """Units to send for one to arrive: T = freeness^(1 / (1 - sigma))."""
    return float(freeness ** (1 / (1 - SIGMA)))


def emptying_gap(share: float, freeness: ArrayLike) -> Array:
    """Wage gap from which region 1 has no firm: chi = [s + phi^2 (1 - s)] / phi, as a fraction of its wages.

    Negative where region 1 would have to be the cheaper one to keep any.

    Examples
    --------
    >>> emptying_gap(0.55, [0.2, 0.5, 0.8, 0.95]).round(3).tolist()
    [0.23, 0.068, 0.012, 0.002]
    """
    phi = np.asarray(freeness, dtype=float)
    return np.asarray(1 - ((share + phi**2 * (1 - share)) / phi) ** (1 / (1 - SIGMA)))


def gathering_gap(share: float, freeness: ArrayLike) -> Array:
    """Wage gap up to which region 1 has every firm: chi = phi / (1 - s + s phi^2); negative where none is enough.

    Examples
    --------
    >>> gathering_gap(0.7, [0.2, 0.6, 0.8]).round(3).tolist()
    [-0.132, 0.021, 0.017]
    """
    phi = np.asarray(freeness, dtype=float)
    return np.asarray(1 - (phi / (1 - share + share * phi**2)) ** (1 / (1 - SIGMA)))


def emptying_share(freeness: ArrayLike, gap: float = 0.0) -> Array:
    """Market share up to which region 1 has no firm; NaN where that is no share."""
    phi, x = np.asarray(freeness, dtype=float), float(chi(gap))
    return _inside(phi * (x - phi) / (1 - phi**2))


def gathering_share(freeness: ArrayLike, gap: float = 0.0) -> Array:
    """Market share from which region 1 has every firm; NaN where that is no share."""
    phi, x = np.asarray(freeness, dtype=float), float(chi(gap))
    return _inside((1 - phi / x) / (1 - phi**2))


def _inside(share: Array) -> Array:
    return np.where((share >= 0) & (share <= 1), share, np.nan)


@dataclass(frozen=True)
class Flight:
    """What happens to region 1 as trade gets freer.

    Parameters
    ----------
    peak : float
        Largest share of the firms that it ever has.
    last : float
        Freeness up to which it keeps that share.
    gone : float
        Freeness from which it has no firm; NaN if it keeps some.
    """

    peak: float
    last: float
    gone: float


@cache
def flight(share: float, gap: float) -> Flight:
    """Follow region 1 along freeness.

    Examples
    --------
    >>> found = flight(0.7, 0.01)
    >>> found.peak, round(found.last, 2), round(found.gone, 2)
    (1.0, 0.89, 0.91)
    """
    path = firms(share, FINE, gap)
    peak = float(path.max())
    last = int(np.flatnonzero(path >= peak - 1e-9)[-1])
    empty = np.flatnonzero(path[last:] <= 0)
    return Flight(peak, float(FINE[last]), float(FINE[last + empty[0]]) if empty.size else float("nan"))
