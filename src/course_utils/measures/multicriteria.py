"""Several criteria, one choice: the weighted sum, PROMETHEE's outranking flows and AHP's weights.

References
----------
Brans, J.-P. and Vincke, P. (1985). A preference ranking organisation method. *Management Science* 31(6).
Saaty, T. L. (1980). *The Analytic Hierarchy Process*. McGraw-Hill.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import matrix, not_all_zero, same_length, square, vector, within

Array = NDArray[np.float64]
#: Mean consistency index of random comparisons of n things (Saaty 1980), from n = 1.
RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)


@dataclass(frozen=True, eq=False)
class Flows:
    """What PROMETHEE gives each option.

    Parameters
    ----------
    plus, minus : ndarray, shape (n,)
        How much an option outranks the others on average, and how much they outrank it; 0 to 1.
    """

    plus: Array
    minus: Array

    @property
    def net(self) -> Array:
        """Their difference, -1 to 1; over all options it adds up to 0."""
        return np.asarray(self.plus - self.minus)


def weighted_sum(scores: ArrayLike, weights: ArrayLike) -> Array:
    """Return the weighted mean score of each option.

    Parameters
    ----------
    scores : array_like, shape (n, k)
        Options by criteria, more is better.
    weights : array_like, shape (k,)
        At least 0, not all 0; divided by their sum.

    Returns
    -------
    ndarray, shape (n,)
        In the unit of the scores.

    Raises
    ------
    ValueError
        If shapes do not fit, something is not finite, or weights are negative or all 0.

    Examples
    --------
    >>> weighted_sum([[10, 0], [6, 6]], [1, 1]).tolist()
    [5.0, 6.0]
    """
    table, shares = _table(scores, weights)
    return np.asarray(table @ shares)


def promethee(
    scores: ArrayLike, weights: ArrayLike, *, indifference: ArrayLike = 0.0, preference: ArrayLike = 0.0
) -> Flows:
    """Return the outranking flows of PROMETHEE, with linear preference between two thresholds.

    On each criterion one option is preferred to another with a degree that is 0 up to the threshold of indifference
    and 1 from the threshold of preference on.

    Parameters
    ----------
    scores, weights : array_like
        As for `weighted_sum`; at least two options.
    indifference, preference : array_like, scalar or shape (k,)
        Thresholds in the unit of the scores, 0 <= indifference <= preference. Both 0: any difference counts whole.

    Returns
    -------
    Flows
        ``.plus .minus .net``.

    Raises
    ------
    ValueError
        As for `weighted_sum`; if there is one option only, or a threshold of preference lies below its fellow.

    Examples
    --------
    >>> promethee([[10, 0], [6, 6]], [2, 1]).net.round(3).tolist()
    [0.333, -0.333]
    """
    table, shares = _table(scores, weights)
    if len(table) < 2:
        raise ValueError("scores must hold at least 2 options, got 1")
    low, high = (within(n, v, "[0, inf)") for n, v in (("indifference", indifference), ("preference", preference)))
    low, high = (np.broadcast_to(threshold, shares.shape) for threshold in (low, high))
    if (high < low).any():
        raise ValueError(f"preference must be at least indifference, got {high[high < low][0]:g}")
    gap = table[:, None, :] - table[None, :, :]
    ramp = np.clip((gap - low) / np.where(high > low, high - low, 1.0), 0, 1)
    degree = np.where(high > low, ramp, gap > low) @ shares
    others = len(table) - 1
    return Flows(degree.sum(axis=1) / others, degree.sum(axis=0) / others)


def ahp_weights(comparisons: ArrayLike) -> Array:
    """Return the weights of AHP: the principal eigenvector of comparisons in pairs.

    Parameters
    ----------
    comparisons : array_like, shape (k, k)
        ``[i, j]`` says how many times as important i is as j; positive, and ``[j, i]`` is its inverse.

    Returns
    -------
    ndarray, shape (k,)
        Weights, sum 1.

    Raises
    ------
    ValueError
        If it is not square, not positive, or not reciprocal.

    Examples
    --------
    >>> ahp_weights([[1, 2, 4], [1 / 2, 1, 2], [1 / 4, 1 / 2, 1]]).round(3).tolist()
    [0.571, 0.286, 0.143]
    """
    values, vectors = _eigen(comparisons)
    weights = np.abs(vectors[:, np.argmax(values.real)].real)
    return np.asarray(weights / weights.sum())


def ahp_consistency(comparisons: ArrayLike) -> float:
    """Return Saaty's consistency ratio of comparisons in pairs: 0 if they agree, above 0.1 he asks for new ones.

    Parameters and errors are those of `ahp_weights`; at most ten things are compared.

    Examples
    --------
    >>> round(ahp_consistency([[1, 2, 1 / 2], [1 / 2, 1, 2], [2, 1 / 2, 1]]), 2)
    0.43
    """
    values, vectors = _eigen(comparisons)
    k = len(vectors)
    if k > len(RANDOM_INDEX):
        raise ValueError(f"comparisons must be of at most {len(RANDOM_INDEX)} things, got {k}")
    return 0.0 if k < 3 else max(0.0, float((values.real.max() - k) / (k - 1) / RANDOM_INDEX[k - 1]))


def _eigen(comparisons: ArrayLike) -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    table = square("comparisons", comparisons)
    if table.min() <= 0:
        raise ValueError(f"comparisons must be positive, got {table.min():g}")
    off = np.abs(table * table.T - 1)
    if off.max() > 1e-6:
        i, j = np.unravel_index(off.argmax(), off.shape)
        raise ValueError(f"comparisons[{i}, {j}] = {table[i, j]:g} is not the inverse of {table[j, i]:g}")
    values, vectors = np.linalg.eig(table)
    return values.astype(np.complex128), vectors.astype(np.complex128)


def _table(scores: ArrayLike, weights: ArrayLike) -> tuple[Array, Array]:
    table = matrix("scores", scores)
    shares = not_all_zero("weights", vector("weights", weights, 0))
    same_length("weights", shares, table.shape[1], "a row of scores")
    return table, shares / shares.sum()
