"""Porter's diamond as a CES of four determinants: what copying one corner brings, and what caps it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

#: The four determinants, clockwise from the top of Porter's drawing.
CORNERS = ("strategy", "demand", "support", "factors")
#: Equal weights: nobody has measured others.
EVEN = (0.25, 0.25, 0.25, 0.25)
#: The cluster that others come to see: its strongest corner is the one that it is known for.
MODEL = (75.0, 50.0, 75.0, 100.0)
#: Exponents of the explorer, from perfect substitutes to the weakest corner alone.
EXPONENTS = (1.0, 0.0, -1.0, -4.0, -math.inf)


def strength(corners: ArrayLike, r: float, weights: ArrayLike = EVEN) -> Array:
    """Strength of a cluster whose four determinants have these levels.

    Parameters
    ----------
    corners : array_like, shape (..., 4)
        Levels of `CORNERS`, at least 0; 100 is the best in the world.
    r : float
        At most 1. With 1 corners replace one another; below 0 they are complements: each needs the others; with
        minus infinity the weakest alone counts.
    weights : array_like, shape (4,)
        Positive, adding up to 1.

    Returns
    -------
    ndarray, shape (...)
        (sum of a x^r)^(1/r), in the unit of the corners; at r = 0 the limit, the weighted geometric mean.

    Raises
    ------
    ValueError
        If a level is negative or not finite, r is above 1, or weights are not positive or do not add up to 1.

    References
    ----------
    Arrow, K. J., Chenery, H. B., Minhas, B. S. & Solow, R. M. (1961) for the function. The diamond is Porter's
    (1990); that it is a CES is this course's way to write that its corners need one another.

    Examples
    --------
    >>> [float(strength([25, 100, 100, 100], r).round(1)) for r in (1, 0, -1, -4)]
    [81.2, 70.7, 57.1, 35.3]
    """
    levels, share = _checked(corners, r, weights)
    weakest = levels.min(axis=-1)
    if math.isinf(r):
        return np.asarray(weakest)
    with np.errstate(divide="ignore"):
        if r == 0:
            return np.asarray(np.exp(np.log(levels) @ share))
        scale = np.where(weakest > 0, weakest, 1.0) if r < 0 else np.maximum(levels.max(axis=-1), 1e-300)
        return np.asarray(scale * ((levels / scale[..., None]) ** r @ share) ** (1 / r))


def _checked(corners: ArrayLike, r: float, weights: ArrayLike) -> tuple[Array, Array]:
    levels, share = np.asarray(corners, dtype=float), np.asarray(weights, dtype=float)
    if not (np.isfinite(levels).all() and (levels >= 0).all()):
        raise ValueError(f"corners must be finite and at least 0, got {corners!r}")
    if not r <= 1:
        raise ValueError(f"r must be at most 1, got {r!r}")
    if not (share > 0).all() or abs(share.sum() - 1) > 1e-9:
        raise ValueError(f"weights must be positive and add up to 1, got {weights!r}")
    return levels, share


def cap(corners: ArrayLike, r: float, weights: ArrayLike = EVEN) -> float:
    """Strength that no improvement of the *other* corners can exceed, with complements.

    Parameters
    ----------
    corners, r, weights
        As in `strength`.

    Returns
    -------
    float
        The lowest of x_i a_i^(1/r); with equal weights min(x) a^(1/r). Infinite where r is not below 0.

    Examples
    --------
    >>> round(cap([25, 100, 100, 100], -4), 1), cap([25, 100, 100, 100], 0.5)
    (35.4, inf)
    """
    levels, share = _checked(corners, r, weights)
    if r >= 0:
        return math.inf
    power = 1.0 if math.isinf(r) else share ** (1 / r)
    return float((levels * power).min())


@dataclass(frozen=True, eq=False)
class Copying:
    """What a cluster gains by copying each corner of another one, one at a time.

    Parameters
    ----------
    now : float
        Strength before.
    gains : ndarray, shape (4,)
        Strength added; 0 where the other is no better.
    copied : ndarray, shape (4,)
        Level of the corner afterwards.
    cap : float
        See `cap`: of the corners as they are.
    weakest : int
        Position of the corner that sets the cap.
    """

    now: float
    gains: Array
    copied: Array
    cap: float
    weakest: int

    @property
    def best(self) -> int:
        """Position of the corner whose copy brings most."""
        return int(self.gains.argmax())


def copying(corners: ArrayLike, r: float, model: ArrayLike = MODEL, weights: ArrayLike = EVEN) -> Copying:
    """Copy each corner of `model` in turn, the others left as they are.

    Examples
    --------
    >>> found = copying([25, 50, 50, 50], -4)
    >>> found.gains.round(1).tolist()  # the factors of the model are its best: 100 for 50
    [19.0, 0.0, 0.4, 0.4]
    """
    levels, other = np.asarray(corners, dtype=float), np.asarray(model, dtype=float)
    now = float(strength(levels, r, weights))
    copied = np.maximum(levels, other)
    trials = np.where(np.eye(len(levels), dtype=bool), copied, levels)
    gains = strength(trials, r, weights) - now
    limits = levels if math.isinf(r) or r >= 0 else levels * np.asarray(weights, dtype=float) ** (1 / r)
    return Copying(now, np.maximum(gains, 0.0), copied, cap(levels, r, weights), int(limits.argmin()))
