"""How unequal sizes are: rank-size exponents, primacy, the Lorenz curve and the Gini index."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import not_all_zero, same_length, vector

METHODS = ("gabaix-ibragimov", "ols", "hill")


@dataclass(frozen=True)
class RankSize:
    """A fitted rank-size rule: the rank of a place is proportional to size to the power ``-exponent``.

    Parameters
    ----------
    exponent : float
        1 is Zipf's rule; larger means sizes that are closer to one another.
    standard_error : float
        Asymptotic standard error of the exponent.
    n : int
        Number of sizes used.
    """

    exponent: float
    standard_error: float
    n: int


def rank_size(sizes: ArrayLike, method: str = "gabaix-ibragimov") -> RankSize:
    r"""Estimate the exponent of a rank-size rule, also known as a power law or Pareto tail.

    Parameters
    ----------
    sizes : array_like, shape (n,)
        Positive sizes (inhabitants, jobs ...) in any order; choose the cut-off by passing only the largest.
    method : {"gabaix-ibragimov", "ols", "hill"}
        ``"gabaix-ibragimov"`` regresses log(rank - 1/2) on log size [1]_; ``"ols"`` regresses log(rank) on
        log size, which is biased towards 0 in small samples; ``"hill"`` is the maximum-likelihood estimator given
        the smallest size, (n - 1) / sum(log(size / smallest)) [2]_.

    Returns
    -------
    RankSize
        ``exponent`` (without unit), its ``standard_error`` and ``n``. The standard error is exponent * sqrt(2 / n) for
        both regressions (what a regression prints is far too small, since ranks are ordered [1]_) and
        exponent / sqrt(n - 1) for Hill.

    Raises
    ------
    ValueError
        If a size is not a positive number, fewer than two are given, all are equal, or the method is unknown.

    References
    ----------
    .. [1] Gabaix, X. & Ibragimov, R. (2011). Rank - 1/2: a simple way to improve the OLS estimation of tail
       exponents. Journal of Business & Economic Statistics 29(1). https://doi.org/10.1198/jbes.2009.06157
    .. [2] Hill, B. M. (1975). A simple general approach to inference about the tail of a distribution. The Annals
       of Statistics 3(5). https://doi.org/10.1214/aos/1176343247

    Examples
    --------
    >>> cities = [1_200_000, 600_000, 400_000, 300_000]  # 1, 1/2, 1/3, 1/4
    >>> round(rank_size(cities, method="ols").exponent, 6)
    1.0
    >>> fit = rank_size(cities)
    >>> round(fit.exponent, 2), round(fit.standard_error, 2), fit.n
    (1.41, 1.0, 4)
    """
    if method not in METHODS:
        raise ValueError(f"method must be one of {', '.join(METHODS)}, got {method!r}")
    logs = np.log(_descending(sizes))
    n = logs.size
    if logs[0] == logs[-1]:
        raise ValueError(f"sizes are all equal {np.exp(logs[0]):g}: no slope can be fitted")
    if method == "hill":
        exponent = (n - 1) / (logs - logs[-1]).sum()
        return RankSize(float(exponent), float(exponent / np.sqrt(n - 1)), n)
    ranks = np.log(np.arange(1, n + 1) - (0.5 if method == "gabaix-ibragimov" else 0.0))
    centred = logs - logs.mean()
    exponent = -(centred @ ranks) / (centred @ centred)
    return RankSize(float(exponent), float(exponent * np.sqrt(2 / n)), n)


def primacy(sizes: ArrayLike, k: int = 1) -> float:
    """Size of the largest place over the sum of the next `k`.

    Parameters
    ----------
    sizes : array_like, shape (n,)
        Positive sizes in any order, n > k.
    k : int
        How many places the largest is compared with: 1 gives largest / second, 3 gives
        largest / (second + third + fourth).

    Returns
    -------
    float
        Without unit. Sizes that follow Zipf's rule exactly give 2 for k = 1 and 12/13 for k = 3.

    Raises
    ------
    ValueError
        If a size is not a positive number, or `k` is not between 1 and n - 1.

    References
    ----------
    Jefferson, M. (1939). The law of the primate city. Geographical Review 29(2). https://doi.org/10.2307/209944

    Examples
    --------
    >>> primacy([300, 1200, 600, 400])
    2.0
    >>> primacy([300, 1200, 600, 400], k=2)
    1.2
    """
    ordered = _descending(sizes)
    if not 1 <= k < ordered.size:
        raise ValueError(f"k must lie between 1 and {ordered.size - 1} (one less than the sizes), got {k}")
    return float(ordered[0] / ordered[1 : k + 1].sum())


def lorenz(values: ArrayLike, weights: ArrayLike | None = None) -> NDArray[np.float64]:
    """Lorenz curve: the share of the total that the smallest hold.

    Parameters
    ----------
    values : array_like, shape (n,)
        Non-negative amounts, not all zero; with `weights`, the amount that each unit of weight holds.
    weights : array_like, shape (n,), optional
        Non-negative weights, not all zero: a value of weight 3 counts as three equal values. Values of weight
        zero are left out.

    Returns
    -------
    ndarray, shape (m + 1, 2)
        Cumulative share of weight and cumulative share of the total, from (0, 0) to (1, 1), convex; m counts the
        values of positive weight.

    Raises
    ------
    ValueError
        If a value or weight is negative or not a number, all are zero, or the shapes differ.

    References
    ----------
    Lorenz, M. O. (1905). Methods of measuring the concentration of wealth. Publications of the American
    Statistical Association 9(70). https://doi.org/10.2307/2276207

    Examples
    --------
    >>> lorenz([1, 3]).tolist()
    [[0.0, 0.0], [0.5, 0.25], [1.0, 1.0]]
    """
    amounts = not_all_zero("values", vector("values", values, minimum=0))
    shares = (
        np.ones_like(amounts) if weights is None else not_all_zero("weights", vector("weights", weights, minimum=0))
    )
    same_length("weights", shares, amounts.size, "values")
    order = np.argsort(amounts, kind="stable")
    order = order[shares[order] > 0]
    curve = np.cumsum(np.column_stack([shares[order], (amounts * shares)[order]]), axis=0)
    not_all_zero("values", curve[-1:, 1])
    return np.vstack([np.zeros((1, 2)), curve / curve[-1]])


def gini(values: ArrayLike, weights: ArrayLike | None = None) -> float:
    """Gini index: twice the area between the Lorenz curve and the diagonal.

    Parameters
    ----------
    values : array_like, shape (n,)
        Non-negative amounts, not all zero.
    weights : array_like, shape (n,), optional
        Non-negative weights; a value of weight 3 counts as three equal values.

    Returns
    -------
    float
        0 (all equal) to 1 - 1/n (one holds everything): no n / (n - 1) correction is made.

    Raises
    ------
    ValueError
        As `lorenz`.

    References
    ----------
    Dorfman, R. (1979). A formula for the Gini coefficient. The Review of Economics and Statistics 61(1).
    https://doi.org/10.2307/1924845

    Examples
    --------
    >>> round(gini([1, 2, 3, 4]), 4)  # (n - 1) / (3 n)
    0.25
    >>> gini([7, 7, 7])
    0.0
    """
    people, held = lorenz(values, weights).T
    return float(1 - np.diff(people) @ (held[1:] + held[:-1]))


def _descending(sizes: ArrayLike) -> NDArray[np.float64]:
    ordered = np.sort(vector("sizes", sizes))[::-1]
    if ordered.size < 2:
        raise ValueError(f"sizes must hold at least 2 numbers, got {ordered.size}")
    if ordered[-1] <= 0:
        raise ValueError(f"sizes must be positive, got {ordered[-1]:g}")
    return ordered
