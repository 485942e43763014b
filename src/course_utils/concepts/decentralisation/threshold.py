"""The frontier between the State and the places: how much tastes must differ for decentralisation to win."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


def threshold(kappa: ArrayLike, n: float = np.inf, fixed: float = 0.0) -> Array:
    """Coefficient of variation of tastes above which places that decide alone do better than the State.

    Parameters
    ----------
    kappa : array_like
        Spillover, 0 to 1 (below 1).
    n : float
        Number of places, at least 2; infinity for the textbook's limit.
    fixed : float
        Fixed cost of a jurisdiction, as a part of what a place of average taste gains on its own. n places pay it n
        times, the State once.

    Returns
    -------
    ndarray
        Infinite where no diversity is enough. For n without end and no fixed cost it is ``kappa / (1 - kappa)``.

    Notes
    -----
    With mean taste 1 the State loses ``((1 - kappa) cv) ** 2``, the places lose ``kappa ** 2 ((cv / n) ** 2 +
    (1 - 1 / n) ** 2)`` and pay ``fixed (1 - 1 / n)`` more; all are parts of the same unit.

    Examples
    --------
    >>> threshold([0.2, 0.5]).tolist()
    [0.25, 1.0]
    >>> round(float(threshold(0.2, n=4)), 3), round(float(threshold(0.2, fixed=0.05)), 3)
    (0.188, 0.375)
    """
    spill = np.asarray(kappa, dtype=float)
    if (spill < 0).any() or (spill >= 1).any():
        raise ValueError(f"kappa must lie between 0 and 1 (below 1), got {kappa!r}")
    if not n >= 2:
        raise ValueError(f"n must be at least 2, got {n}")
    if not fixed >= 0:
        raise ValueError(f"fixed must not be negative, got {fixed}")
    others = 1 - 1 / n
    gain = (1 - spill) ** 2 - (spill / n) ** 2
    cost = (spill * others) ** 2 + fixed * others
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(gain > 0, np.sqrt(cost / np.where(gain > 0, gain, 1.0)), np.inf))


def break_even(spread: float, n: float = np.inf) -> float:
    """Spillover up to which places that decide alone do better than the State, for a given spread of tastes.

    Parameters
    ----------
    spread : float
        Coefficient of variation of tastes, not negative.
    n : float
        Number of places.

    Examples
    --------
    >>> round(break_even(1.0), 3), round(break_even(0.25), 3), round(break_even(0.25, n=4), 3)
    (0.5, 0.2, 0.249)
    """
    if not spread >= 0:
        raise ValueError(f"spread must not be negative, got {spread}")
    low, high = 0.0, 1 - 1e-9
    for _halving in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if float(threshold(middle, n)) <= spread else (low, middle)
    return low
