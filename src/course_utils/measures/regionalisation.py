"""What stays in a region: national input-output coefficients shrunk by location quotients."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import same_length, square, vector

Matrix = NDArray[np.float64]

METHODS = ("flq", "slq", "cilq")


def regionalise(
    A: ArrayLike,
    regional_output: ArrayLike,
    national_output: ArrayLike,
    method: str = "flq",
    delta: float = 0.3,
) -> Matrix:
    """Estimate regional coefficients by shrinking national ones where the region is small or lacks the seller.

    Parameters
    ----------
    A : array_like, shape (n, n)
        National technical coefficients (purchases from inside the nation).
    regional_output, national_output : array_like, shape (n,)
        Output (or employment) by sector of the region and of the nation that it belongs to, in one unit.
    method : {"flq", "slq", "cilq"}
        ``"slq"``: the seller's location quotient SLQ_i [2]_. ``"cilq"``: SLQ_i / SLQ_j, seller over buyer, and SLQ_i on
        the diagonal [2]_. ``"flq"``: CILQ times log2(1 + X_r / X_n) ** delta off the diagonal, SLQ_i on it [1]_.
    delta : float
        0 to 1, how much small size costs (used by ``"flq"`` only): at 0 FLQ is CILQ; 0.3 is the usual first guess.

    Returns
    -------
    ndarray, shape (n, n)
        ``A * min(1, quotient)``: what is bought inside the region. Row and column of a sector that the region lacks
        are 0.

    Raises
    ------
    ValueError
        If shapes differ, a number is negative or NaN, a region makes more than its nation or nothing at all, `delta` is
        outside 0 to 1, or the method is unknown.

    Notes
    -----
    The region is taken to produce as the nation does: only where it buys differs. Some authors shrink the diagonal by
    size as well; here it is not, so purchases inside a sector stay local, the more so the broader the sectors.

    References
    ----------
    .. [1] Flegg, A. T. & Webber, C. D. (1997). On the appropriate use of location quotients in generating regional
       input-output tables: reply. Regional Studies 31(8), 795-805.
    .. [2] Miller & Blair (2009), section 8.2. https://doi.org/10.1017/CBO9780511626982

    Examples
    --------
    >>> A = [[0.15, 0.25], [0.20, 0.05]]
    >>> regionalise(A, [20, 40], [1000, 2000]).round(4).tolist()
    [[0.15, 0.086], [0.0688, 0.05]]
    >>> regionalise(A, [1000, 2000], [1000, 2000]).tolist()
    [[0.15, 0.25], [0.2, 0.05]]
    """
    coefficients = square("A", A, minimum=0)
    regional, national = _outputs(regional_output, national_output, len(coefficients))
    if method not in METHODS:
        raise ValueError(f"method must be one of {', '.join(METHODS)}, got {method!r}")
    if not 0 <= delta <= 1:
        raise ValueError(f"delta must be from 0 to 1, got {delta}")
    size = regional.sum() / national.sum()
    there = regional > 0
    slq = np.divide(regional, national, out=np.zeros_like(regional), where=there) / size
    if method == "slq":
        quotient = np.tile(slq[:, None], len(slq))
    else:
        quotient = np.divide(slq[:, None], slq, out=np.zeros_like(coefficients), where=there)
        quotient *= np.log2(1 + size) ** delta if method == "flq" else 1.0
        np.fill_diagonal(quotient, slq)
    return coefficients * np.minimum(quotient, 1.0) * there


def _outputs(regional_output: ArrayLike, national_output: ArrayLike, n: int) -> tuple[Matrix, Matrix]:
    regional = vector("regional_output", regional_output, minimum=0)
    national = vector("national_output", national_output, minimum=0)
    same_length("regional_output", regional, n, "A")
    same_length("national_output", national, n, "A")
    for i in np.flatnonzero(regional > national * (1 + 1e-9)):
        raise ValueError(f"regional_output of sector {i}, {regional[i]:g}, is more than the nation's, {national[i]:g}")
    if not regional.any():
        raise ValueError("regional_output must not be 0 in every sector")
    return regional, national
