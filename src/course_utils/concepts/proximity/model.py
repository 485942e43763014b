"""Who links up with whom, and what a link teaches: a logistic law and an inverted U."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

#: Probability of a link while no proximity counts.
BASE = 0.01
#: Mean distance (km) between two pôles' home towns, and mean difference of two numbers drawn between 0 and 1.
MEAN_KM, MEAN_GAP = 430.0, 1 / 3


def nearness(kilometres: ArrayLike) -> Array:
    """Geographical proximity: 1 next door, 0 at the distance of an average pair, below 0 beyond.

    Examples
    --------
    >>> nearness([0, 430, 860]).tolist()
    [1.0, 0.0, -1.0]
    """
    return np.asarray(1 - np.asarray(kilometres, dtype=float) / MEAN_KM)


def likeness(gap: ArrayLike) -> Array:
    """Similarity: 1 for the same knowledge, 0 for an average pair, below 0 beyond.

    Parameters
    ----------
    gap : array_like
        Cognitive distance, 0 to 1.

    Examples
    --------
    >>> likeness([0, 1 / 3, 1]).tolist()
    [1.0, 0.0, -2.0]
    """
    return np.asarray(1 - np.asarray(gap, dtype=float) / MEAN_GAP)


def link_probability(proximities: ArrayLike, weights: ArrayLike, base: float = BASE) -> Array:
    """Probability that two actors are linked: logistic in their proximities.

    Parameters
    ----------
    proximities : array_like, shape (..., k)
        How close the two are, on each of k counts.
    weights : array_like, shape (k,)
        What one unit of each proximity adds to the log-odds of a link.
    base : float
        Probability while every weight is 0.

    Returns
    -------
    ndarray, shape (...)
        Probabilities.

    Raises
    ------
    ValueError
        If `base` is no probability between 0 and 1, or the numbers of proximities and weights differ.

    References
    ----------
    Torre and Rallet (2005) and Boschma (2005) name the proximities; the law is the usual one for links.

    Examples
    --------
    >>> link_probability([[1, 1, 1], [1, 0, 0]], [0, 0, 0]).tolist()
    [0.01, 0.01]
    >>> link_probability([1, 0, 0], np.log([30, 1, 1])).round(3).item()
    0.233
    """
    if not 0 < base < 1:
        raise ValueError(f"base must be a probability between 0 and 1, got {base!r}")
    table, own = np.asarray(proximities, dtype=float), np.asarray(weights, dtype=float)
    if own.ndim != 1 or table.shape[-1:] != own.shape:
        raise ValueError(f"weights must be one for each proximity, got shapes {own.shape} and {table.shape}")
    return np.asarray(1 / (1 + (1 - base) / base * np.exp(-(table @ own))))


def marginal_effects(proximities: ArrayLike, weights: ArrayLike, base: float = BASE) -> Array:
    """What a little more of each proximity adds to the probability of a link: w p (1 - p), shape (..., k).

    Examples
    --------
    >>> marginal_effects([0, 0, 0], [2, 0, -1]).round(4).tolist()
    [0.0198, 0.0, -0.0099]
    """
    p = link_probability(proximities, weights, base)
    return np.asarray((p * (1 - p))[..., None] * np.asarray(weights, dtype=float))


def learned(gap: ArrayLike, reach: float = 1.0) -> Array:
    """What a link teaches: novelty times understanding, 1 at best.

    Parameters
    ----------
    gap : array_like
        Cognitive distance of the two, 0 to 1: novelty grows with it.
    reach : float
        Distance at which nothing is understood any more: understanding falls to 0 there.

    Returns
    -------
    ndarray
        4 (gap / reach) (1 - gap / reach), 0 beyond `reach`; the best distance is half of it.

    Raises
    ------
    ValueError
        If `reach` is not positive.

    References
    ----------
    Nooteboom et al. (2007), Research Policy 36(7): novelty rises and absorptive capacity falls with distance.

    Examples
    --------
    >>> learned([0, 0.2, 0.4, 0.9], reach=0.8).round(2).tolist()
    [0.0, 0.75, 1.0, 0.0]
    """
    if reach <= 0:
        raise ValueError(f"reach must be positive, got {reach!r}")
    share = np.asarray(gap, dtype=float) / reach
    return np.asarray(np.maximum(4 * share * (1 - share), 0.0))


def half_distance(multiplier: float) -> float:
    """Kilometres over which the odds of a link halve, where being next door multiplies them by `multiplier`.

    Examples
    --------
    >>> round(half_distance(2)), round(half_distance(30))
    (430, 88)
    """
    return float(np.inf) if multiplier == 1 else MEAN_KM * float(np.log(2) / np.log(multiplier))


def multiplier(half: float) -> float:
    """What next door multiplies the odds by, where they halve over `half` kilometres.

    Examples
    --------
    >>> round(multiplier(430), 6)
    2.0
    """
    return float(2 ** (MEAN_KM / half))
