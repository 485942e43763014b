"""Who buys from whom: technical coefficients, the Leontief inverse, rounds of spending and linkages."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.linalg import LinAlgWarning, lu_factor, lu_solve

from course_utils.measures._checks import same_length, square, vector

Matrix = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Linkages:
    """Rasmussen's indices of each sector; their mean over sectors is 1.

    Parameters
    ----------
    backward : ndarray, shape (n,)
        Power of dispersion: how much one more unit of final demand for the sector sets off in the whole economy.
    forward : ndarray, shape (n,)
        Sensitivity of dispersion: how much the sector makes when every sector's final demand rises by one unit.
    """

    backward: Matrix
    forward: Matrix

    @property
    def key(self) -> NDArray[np.bool_]:
        """Hirschman's key sectors: above the average both ways, shape (n,)."""
        return (self.backward > 1) & (self.forward > 1)


def technical_coefficients(Z: ArrayLike, x: ArrayLike) -> Matrix:
    """What one unit of each sector's output takes from every sector.

    Parameters
    ----------
    Z : array_like, shape (n, n)
        Flows: ``Z[i, j]`` is what sector j buys from sector i, in money.
    x : array_like, shape (n,)
        Output of each sector, in the same money.

    Returns
    -------
    ndarray, shape (n, n)
        ``Z[i, j] / x[j]``. The column of a sector that neither makes nor buys anything is NaN, with a warning.

    Raises
    ------
    ValueError
        If `Z` is not square, a number is negative or NaN, lengths differ, or a sector buys without making anything.

    References
    ----------
    Miller, R. E. & Blair, P. D. (2009). Input-Output Analysis, 2nd ed. https://doi.org/10.1017/CBO9780511626982

    Examples
    --------
    >>> technical_coefficients([[150, 500], [200, 100]], [1000, 2000]).tolist()
    [[0.15, 0.25], [0.2, 0.05]]
    """
    flows, output = square("Z", Z, minimum=0), vector("x", x, minimum=0)
    same_length("x", output, len(flows), "Z")
    bought = flows.sum(axis=0)
    idle = output == 0
    for j in np.flatnonzero(idle & (bought > 0)):
        raise ValueError(f"x must be positive where a sector buys: sector {j} has output 0 and buys {bought[j]:g}")
    if idle.any():
        message = f"no output, so no coefficients (NaN), in sectors {np.flatnonzero(idle).tolist()}"
        warnings.warn(message, RuntimeWarning, stacklevel=2)
    return flows / np.where(idle, np.nan, output)


def leontief_inverse(A: ArrayLike) -> Matrix:
    """Output that each unit of final demand calls for, all rounds of purchases included: the inverse of I - A.

    Parameters
    ----------
    A : array_like, shape (n, n)
        Technical coefficients, none negative, without unit.

    Returns
    -------
    ndarray, shape (n, n)
        ``L[i, j]`` is what sector i makes, directly and indirectly, for one unit of final demand for sector j.

    Raises
    ------
    ValueError
        If `A` is not square, holds a negative number or NaN, or is not productive (spectral radius 1 or more).

    References
    ----------
    Leontief, W. (1936). Quantitative input and output relations in the economic system of the United States.
    Review of Economics and Statistics 18(3), 105-125. https://doi.org/10.2307/1927837

    Examples
    --------
    >>> leontief_inverse([[0.15, 0.25], [0.20, 0.05]]).round(4).tolist()
    [[1.2541, 0.33], [0.264, 1.1221]]
    """
    coefficients = square("A", A, minimum=0)
    try:
        inverse = np.linalg.inv(np.eye(len(coefficients)) - coefficients)
    except np.linalg.LinAlgError:
        inverse = np.full_like(coefficients, np.inf)
    _productive(coefficients, inverse.sum(axis=1))
    return np.maximum(inverse, 0.0)  # rounding may leave -1e-18 where a sector needs nothing of another


def rounds(A: ArrayLike, f: ArrayLike, n: int) -> Matrix:
    """Production round by round: the order itself, what it makes suppliers produce, what that makes theirs ...

    Parameters
    ----------
    A : array_like, shape (m, m)
        Technical coefficients.
    f : array_like, shape (m,)
        Final demand in money; negative for a closure.
    n : int
        Rounds after the first order.

    Returns
    -------
    ndarray, shape (n + 1, m)
        Row k is A^k f; row 0 is `f`. The rows sum to ``leontief_inverse(A) @ f`` as n grows, if `A` is productive.

    Raises
    ------
    ValueError
        If `A` is not square or negative somewhere, lengths differ, or `n` is not a whole number of at least 0.

    References
    ----------
    Miller & Blair (2009), section 2.4.

    Examples
    --------
    >>> rounds([[0.15, 0.25], [0.20, 0.05]], [100, 0], 2).round(2).tolist()
    [[100.0, 0.0], [15.0, 20.0], [7.25, 4.0]]
    """
    coefficients, order = square("A", A, minimum=0), vector("f", f)
    same_length("f", order, len(coefficients), "A")
    if isinstance(n, bool) or n != int(n) or n < 0:
        raise ValueError(f"n must be a whole number of at least 0, got {n!r}")
    path = np.empty((int(n) + 1, len(order)))
    path[0] = order
    for k in range(int(n)):
        path[k + 1] = coefficients @ path[k]
    return path


def rasmussen(L: ArrayLike) -> Linkages:
    """Backward and forward linkages of every sector from the Leontief inverse.

    Parameters
    ----------
    L : array_like, shape (n, n)
        Leontief inverse.

    Returns
    -------
    Linkages
        ``backward``: column sums over their mean; ``forward``: row sums over theirs; ``key``: above 1 in both.

    Raises
    ------
    ValueError
        If `L` is not square, holds a negative number or NaN, or is 0 throughout.

    References
    ----------
    Rasmussen, P. N. (1956). Studies in Inter-Sectoral Relations. Hirschman, A. O. (1958). The Strategy of Economic
    Development.

    Examples
    --------
    >>> rasmussen([[1.2541, 0.33], [0.264, 1.1221]]).backward.round(3).tolist()
    [1.022, 0.978]
    """
    inverse = square("L", L, minimum=-1e-9)  # an inverse made elsewhere may hold rounding noise below 0
    if not inverse.any():
        raise ValueError("L must not be 0 throughout")
    return _linkages(inverse.sum(axis=0), inverse.sum(axis=1))


def linkages(A: ArrayLike) -> Linkages:
    """`rasmussen` of the Leontief inverse of `A` without making the inverse: for tables of thousands of sectors.

    Arguments and errors are those of `leontief_inverse`, the result that of `rasmussen`.

    Examples
    --------
    >>> linkages([[0.15, 0.25], [0.20, 0.05]]).backward.round(3).tolist()
    [1.022, 0.978]
    """
    coefficients = square("A", A, minimum=0)
    ones = np.ones(len(coefficients))
    with warnings.catch_warnings(action="ignore", category=LinAlgWarning):  # a singular table is refused below
        factors = lu_factor(np.eye(len(coefficients)) - coefficients)
    forward = lu_solve(factors, ones)
    _productive(coefficients, forward)
    return _linkages(lu_solve(factors, ones, trans=1), forward)


def _productive(coefficients: Matrix, gross: Matrix) -> None:
    # The gross output that delivers one unit of everything is positive exactly when the spectral radius is below 1.
    if not ((gross > 0) & (gross < 1e12)).all():
        radius = np.abs(np.linalg.eigvals(coefficients)).max()
        raise ValueError(f"A must be productive (spectral radius below 1), got spectral radius {radius:g}")


def _linkages(columns: Matrix, rows: Matrix) -> Linkages:
    return Linkages(columns / columns.mean(), rows / rows.mean())
