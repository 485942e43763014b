"""Four estimates of a policy's effect from firms seen before and after it, over many samples at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

METHODS = ("naive", "before_after", "did", "matching")
#: Half-width of a 95 % interval, in standard errors.
Z95 = 1.96
FEW = 2


@dataclass(frozen=True, eq=False)
class Estimates:
    """What four evaluators report.

    Parameters
    ----------
    value, error : ndarray, shape (4, samples)
        Estimate and its standard error, in the order of `METHODS`.
    """

    value: Array
    error: Array

    def holds(self, truth: float) -> Flags:
        """Tell whose 95 % interval contains the truth."""
        found: Flags = np.abs(self.value - truth) <= Z95 * self.error
        return found


def estimates(before: ArrayLike, after: ArrayLike, member: ArrayLike) -> Estimates:
    """Estimate the effect of membership in four ways.

    Parameters
    ----------
    before, after : array, shape (samples, firms) or (firms,)
        Outcome of each firm before and after the policy.
    member : array of bool, same shape
        Is the firm a member?

    Returns
    -------
    Estimates
        ``naive``: members less others, after. ``before_after``: members after less before. ``did``: change of members
        less change of others. ``matching``: each member less the other with the nearest outcome before, after.

    Raises
    ------
    ValueError
        If shapes differ, or a sample has fewer than two members or two others.

    Examples
    --------
    >>> found = estimates([1.0, 2, 1, 2], [4.0, 5, 2, 3], [True, True, False, False])
    >>> found.value[:, 0].tolist()
    [2.0, 3.0, 2.0, 2.0]
    """
    x, y = (np.atleast_2d(np.asarray(values, dtype=float)) for values in (before, after))
    own = np.atleast_2d(np.asarray(member, dtype=bool))
    if not x.shape == y.shape == own.shape:
        raise ValueError(f"before, after and member must have one shape, got {x.shape}, {y.shape} and {own.shape}")
    least = int(min(own.sum(axis=1).min(), (~own).sum(axis=1).min()))
    if least < FEW:
        raise ValueError(f"member: each sample needs {FEW} members and {FEW} others, got {least}")
    mean, error = _moments(y - x, own)
    found = [_difference(y, own), (mean, error), _difference(y - x, own), _matching(x, y, own)]
    return Estimates(np.array([value for value, _e in found]), np.array([error for _v, error in found]))


def _moments(values: Array, flags: Flags) -> tuple[Array, Array]:
    """Mean and standard error of the mean of the flagged values of each row."""
    n = flags.sum(axis=1)
    mean = np.where(flags, values, 0).sum(axis=1) / n
    square = (np.where(flags, values - mean[:, None], 0) ** 2).sum(axis=1)
    return mean, np.sqrt(square / (n - 1) / n)


def _difference(values: Array, own: Flags) -> tuple[Array, Array]:
    """Members less others, the two variances not assumed equal."""
    (first, e1), (second, e2) = _moments(values, own), _moments(values, ~own)
    return first - second, np.hypot(e1, e2)


def _matching(x: Array, y: Array, own: Flags) -> tuple[Array, Array]:
    """Nearest other before the policy, each may serve several members; the error counts those used twice."""
    order = np.argsort(x, axis=1)
    xs, ys = np.take_along_axis(x, order, axis=1), np.take_along_axis(y, order, axis=1)
    ds = np.take_along_axis(own, order, axis=1)
    partner = _nearest(xs, ds)
    gaps = np.where(ds, ys - np.take_along_axis(ys, partner, axis=1), 0.0)
    n = ds.sum(axis=1)
    mean = gaps.sum(axis=1) / n
    spread = (np.where(ds, gaps - mean[:, None], 0) ** 2).sum(axis=1)
    rows = np.broadcast_to(np.arange(len(xs))[:, None], xs.shape)
    used = np.zeros(xs.shape)
    np.add.at(used, (rows[ds], partner[ds]), 1.0)
    again = (used * np.maximum(used - 1, 0)).sum(axis=1) * spread / (n - 1) / 2
    return mean, np.sqrt(spread + again) / n


def _nearest(xs: Array, ds: Flags) -> NDArray[np.int64]:
    """Place of the nearest other of each firm in rows sorted by `xs`."""
    size = xs.shape[1]
    place = np.broadcast_to(np.arange(size), xs.shape)
    left = np.maximum.accumulate(np.where(ds, -1, place), axis=1)
    right = np.minimum.accumulate(np.where(ds, size, place)[:, ::-1], axis=1)[:, ::-1]
    to_left = np.where(left < 0, np.inf, xs - np.take_along_axis(xs, np.maximum(left, 0), axis=1))
    to_right = np.where(right >= size, np.inf, np.take_along_axis(xs, np.minimum(right, size - 1), axis=1) - xs)
    return np.where(to_left <= to_right, left, right).astype(np.int64)
