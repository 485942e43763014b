"""Shift-share with a choice of weights: the jobs of the start, of the end, or of each step on the way."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures import shift_share

Array = NDArray[np.float64]

WEIGHTS = ("initial", "final", "chained")


@dataclass(frozen=True, eq=False)
class Terms:
    """National, mix and local term of each region, in jobs.

    Parameters
    ----------
    national, mix, local : ndarray, shape (regions,)
        Sums over sectors; they add up to the change. NaN for a region that is missing at a date.
    start : ndarray, shape (regions,)
        Jobs at the start.
    """

    national: Array
    mix: Array
    local: Array
    start: Array

    @property
    def change(self) -> Array:
        """Jobs gained, as the sum of the three terms."""
        return self.national + self.mix + self.local

    def percent(self, part: str) -> Array:
        """One of ``change``, ``national``, ``mix`` and ``local``, in percent of the jobs of the start."""
        return np.asarray(100 * getattr(self, part) / self.start)


def decompose(tables: Sequence[ArrayLike], weights: str = "initial", whole: Sequence[ArrayLike] | None = None) -> Terms:
    """Split the change between the first and the last of some tables.

    Parameters
    ----------
    tables : sequence of array_like, each of shape (regions, sectors)
        Jobs at successive dates; a row of NaN is a region without figures.
    weights : {"initial", "final", "chained"}
        Whose jobs the rates of growth apply to. ``"initial"`` is Dunn's way. ``"final"`` tells the same story
        backwards, from the end to the start, and turns the signs. ``"chained"`` adds up the steps from date to date
        (Barff & Knight 1988).
    whole : sequence of array_like, each of shape (sectors,), optional
        What the regions are compared with; by default their sum.

    Returns
    -------
    Terms
        In the unit of the tables.

    Raises
    ------
    ValueError
        If the weights are unknown, or there are fewer than two tables.

    Examples
    --------
    >>> before, after = [[60.0, 40.0], [40.0, 60.0]], [[50.0, 60.0], [30.0, 90.0]]
    >>> [decompose([before, after], weights).local.round(2).tolist() for weights in ("initial", "final")]
    [[2.0, -2.0], [2.5, -2.5]]
    """
    if weights not in WEIGHTS:
        raise ValueError(f"weights must be one of {', '.join(WEIGHTS)}, got {weights!r}")
    dates = [np.asarray(table, dtype=float) for table in tables]
    if len(dates) < 2:
        raise ValueError(f"tables must hold at least two dates, got {len(dates)}")
    sums = [np.nansum(t, axis=0) for t in dates] if whole is None else [np.asarray(w, dtype=float) for w in whole]
    steps = list(range(len(dates))) if weights == "chained" else [0, len(dates) - 1]
    pairs = [(b, a) if weights == "final" else (a, b) for a, b in itertools.pairwise(steps)]
    known = np.isfinite(np.stack(dates)).all(axis=(0, 2))
    total = np.sum([_step(dates[a], dates[b], sums[a], sums[b], known) for a, b in pairs], axis=0)
    signed = -total if weights == "final" else total
    national, mix, local = signed
    return Terms(national, mix, local, np.where(known, dates[0].sum(axis=1), np.nan))


def _step(before: Array, after: Array, total: Array, later: Array, known: NDArray[np.bool_]) -> Array:
    """National, mix and local terms of one step, shape (3, regions)."""
    found = np.full((3, len(before)), np.nan)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # what is new has no homothetic term, and none is asked for
        split = shift_share(before[known], after[known], total, later)
    found[:, known] = [term.sum(axis=1) for term in (split.national, split.mix, split.regional)]
    return found
