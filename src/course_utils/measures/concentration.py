"""How much of an activity a place has, how few hold it, and how far two places differ."""

from __future__ import annotations

import warnings

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import matrix, not_all_zero, same_length, vector

#: How far shares may miss 1: those of published tables are rounded.
ROUNDING = 1e-6


def location_quotient(table: ArrayLike) -> NDArray[np.float64]:
    """Share of a sector in a region, over its share in all regions together.

    Parameters
    ----------
    table : array_like, shape (n, m)
        Jobs (establishments, sales ...) by region and sector, at least 0. The whole is the sum of the table.

    Returns
    -------
    ndarray, shape (n, m)
        Without unit: 1 where a region has the sector as the whole has it, 2 where it has twice as much. Their mean
        over regions, weighted by the size of the region, is 1 for every sector.

        A region without any activity, and a sector that is found nowhere, have no quotient: NaN for that row or
        column alone, with a warning that names it.

    Raises
    ------
    ValueError
        If a number is negative or not finite, or the table is not two-dimensional, or all 0.

    References
    ----------
    In use since Haig (1926), as told in Crawley, A., Beynon, M. & Munday, M. (2013). Making location quotients more
    relevant as a policy aid in regional spatial analysis. Urban Studies 50(9), 1854-1869.
    https://doi.org/10.1177/0042098012466601

    Examples
    --------
    >>> location_quotient([[30, 10], [10, 50]]).round(3).tolist()
    [[1.875, 0.417], [0.417, 1.389]]
    """
    counts = not_all_zero("table", matrix("table", table, minimum=0))
    regions, sectors = counts.sum(axis=1), counts.sum(axis=0)
    _warn("regions", regions)
    _warn("sectors", sectors)
    with np.errstate(invalid="ignore", divide="ignore"):
        found: NDArray[np.float64] = (counts / regions[:, None]) / (sectors / counts.sum())
    return found


def herfindahl(shares: ArrayLike) -> float:
    """Sum of squared shares, also the Hirschman-Herfindahl index.

    Parameters
    ----------
    shares : array_like, shape (n,)
        Fractions that add up to 1.

    Returns
    -------
    float
        1/n (all equal) to 1 (one holds everything). Its inverse is the number of equal shares that would give it.

    Raises
    ------
    ValueError
        If a share is negative or not a number, or they do not add up to 1.

    References
    ----------
    Hirschman, A. O. (1964). The paternity of an index. The American Economic Review 54(5).

    Examples
    --------
    >>> herfindahl([0.5, 0.25, 0.25])
    0.375
    """
    held = _shares("shares", shares)
    return float(held @ held)


def concentration_ratio(shares: ArrayLike, k: int) -> float:
    """Share that the `k` largest hold together.

    Parameters
    ----------
    shares : array_like, shape (n,)
        Fractions that add up to 1, in any order.
    k : int
        How many, 1 to n.

    Returns
    -------
    float
        A fraction; with `k` = 4 the four-firm share.

    Raises
    ------
    ValueError
        As `herfindahl`, or if `k` is not a whole number between 1 and n.

    Examples
    --------
    >>> concentration_ratio([0.1, 0.4, 0.3, 0.2], 2)
    0.7
    """
    held = np.sort(_shares("shares", shares))[::-1]
    if not isinstance(k, (int, np.integer)) or isinstance(k, bool) or not 1 <= k <= held.size:
        raise ValueError(f"k must be a whole number between 1 and {held.size} (the shares), got {k!r}")
    return float(held[:k].sum())


def krugman_index(a: ArrayLike, b: ArrayLike) -> float:
    """How far the sectors of two regions differ: the sum of the absolute differences of their shares.

    Parameters
    ----------
    a, b : array_like, shape (n,)
        Shares of the same sectors in two regions (or in a region and the country), each adding up to 1.

    Returns
    -------
    float
        0 if the shares are the same, 2 if the two have no sector in common. Half of it is the share of jobs that
        would have to change sector.

    Raises
    ------
    ValueError
        If a share is negative or not a number, shares do not add up to 1, or the lengths differ.

    References
    ----------
    Krugman, P. (1991). Geography and Trade. MIT Press.

    Examples
    --------
    >>> krugman_index([0.5, 0.5, 0.0], [0.25, 0.5, 0.25])
    0.5
    >>> krugman_index([1, 0], [0, 1])
    2.0
    """
    one, other = _shares("a", a), _shares("b", b)
    same_length("b", other, one.size, "a")
    return float(np.abs(one - other).sum())


def _shares(name: str, values: ArrayLike) -> NDArray[np.float64]:
    held = vector(name, values, minimum=0)
    if abs(held.sum() - 1) > ROUNDING:
        raise ValueError(f"{name} must add up to 1, got {held.sum():g}")
    return held


def _warn(what: str, totals: NDArray[np.float64]) -> None:
    if not totals.all():
        empty = ", ".join(map(str, np.flatnonzero(totals == 0)[:5]))
        warnings.warn(f"{what} without any activity have no quotient (NaN): number {empty}", stacklevel=3)
