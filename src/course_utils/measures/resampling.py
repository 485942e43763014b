"""What a count would be if it were drawn again: the bootstrap of a share, without drawing."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from course_utils.measures._checks import number, together, within

Array = NDArray[np.float64]


def chance_at_least(least: ArrayLike, counts: ArrayLike, totals: ArrayLike) -> Array:
    """Chance that a resample of `totals` things holds `least` of a kind, of which the original holds `counts`.

    Parameters
    ----------
    least, counts, totals : array_like
        Numbers that broadcast to one shape, none negative, `counts` at most `totals`. Only whole things are drawn:
        `totals` is rounded (to 1 at least where it is positive), the share counts / totals is kept.

    Returns
    -------
    ndarray
        Probabilities. Drawing `totals` things with replacement gives a binomial number of that kind, so that no draws
        are needed: this is what a bootstrap tends to with the number of its draws. NaN where `totals` is 0.

    Raises
    ------
    ValueError
        If a number is negative or not finite, the shapes do not fit, or a count exceeds its total.

    References
    ----------
    Efron, B. (1979). Bootstrap methods: another look at the jackknife. The Annals of Statistics 7(1), 1-26.

    Examples
    --------
    >>> chance_at_least(1, 1, [1, 2, 100]).round(3).tolist()  # one of a kind is drawn again, or not
    [1.0, 0.75, 0.634]
    """
    needed, held, drawn = _checked(least, counts, totals)
    size, share = _sizes(held, drawn)
    k = np.ceil(np.maximum(needed, 0.0) - 1e-9)
    with np.errstate(invalid="ignore"):
        some = np.where(k > size, 0.0, special.bdtrc(np.minimum(k, size) - 1, size.astype(int), share))
    return np.where(drawn > 0, np.where(k <= 0, 1.0, some), np.nan)


def resampled_range(counts: ArrayLike, totals: ArrayLike, level: float = 0.9) -> tuple[Array, Array]:
    """Ends between which the share of a kind lies in `level` of all resamples, with equal tails outside.

    Parameters
    ----------
    counts, totals : array_like
        As in `chance_at_least`, `totals` positive.
    level : float
        Between 0 and 1.

    Returns
    -------
    low, high : ndarray
        Fractions.

    Raises
    ------
    ValueError
        As `chance_at_least`, or if a total is 0 or `level` is not between 0 and 1.

    Examples
    --------
    >>> low, high = resampled_range([1, 100], [4, 400])
    >>> low.round(3).tolist(), high.round(3).tolist()
    ([0.0, 0.215], [0.75, 0.285])
    """
    _none, held, drawn = _checked(0.0, counts, within("totals", totals, "(0, inf)"))
    tail = (1 - number("level", level, "(0, 1)")) / 2
    size, share = _sizes(held, drawn)
    return _quantile(tail, size, share) / size, _quantile(1 - tail, size, share) / size


def _quantile(level: float, size: Array, share: Array) -> Array:
    """Smallest number whose cumulative chance reaches `level`, by halving."""
    low, high = np.full(size.shape, -1.0), size.copy()
    for _step in range(int(np.ceil(np.log2(size.max() + 2)))):
        middle = np.floor((low + high) / 2)
        reached = special.bdtr(np.maximum(middle, 0.0), size.astype(int), share) >= level
        reached &= middle >= 0
        low, high = np.where(reached, low, np.maximum(middle, low)), np.where(reached, middle, high)
    return high


def _checked(least: ArrayLike, counts: ArrayLike, totals: ArrayLike) -> list[Array]:
    needed, held, drawn = together(
        least=within("least", least, "[0, inf)"),
        counts=within("counts", counts, "[0, inf)"),
        totals=within("totals", totals, "[0, inf)"),
    )
    if (over := held > drawn * (1 + 1e-9)).any():
        raise ValueError(f"counts must not exceed totals, got {held[over][0]:g} of {drawn[over][0]:g}")
    return [needed, held, drawn]


def _sizes(held: Array, drawn: Array) -> tuple[Array, Array]:
    safe = np.where(drawn > 0, drawn, 1.0)
    return np.maximum(np.rint(safe), 1.0), np.minimum(held / safe, 1.0)
