"""How labels end: cumulative incidence by cause, with ends whose day is known only within an interval."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.concepts.competitiveness_poles.labels import chosen

Array = NDArray[np.float64]
CAUSES = ("merged", "other")
#: Years since the label at which curves are drawn; nobody is followed longer.
GRID = np.arange(0.0, 17.76, 0.25)


def cumulative_incidence(times: ArrayLike, causes: ArrayLike, cause: object, grid: ArrayLike) -> Array:
    """Share that has ended by one cause, other causes competing (Aalen and Johansen).

    Parameters
    ----------
    times : array, shape (n,)
        Years until the end, or until it was last seen to go on.
    causes : array, shape (n,)
        Cause of each end, ``"none"`` where it was still going on.
    cause : object
        The cause asked for.
    grid : array
        Years at which the share is wanted.

    Raises
    ------
    ValueError
        If there is nobody, shapes differ, or a time is negative or missing.

    Examples
    --------
    >>> ends = ["merged", "other", "none", "merged", "none"]
    >>> cumulative_incidence([1, 2, 2.5, 3, 4], ends, "merged", [0, 1, 2, 3, 4]).round(2).tolist()
    [0.0, 0.2, 0.2, 0.5, 0.5]
    """
    t, kind = np.asarray(times, dtype=float), np.asarray(causes, dtype=object)
    if t.ndim != 1 or t.size == 0 or t.shape != kind.shape:
        raise ValueError(f"times and causes must be lists of one length, not empty, got {t.shape} and {kind.shape}")
    if not (t >= 0).all():
        raise ValueError(f"times must not be negative or missing, got {t[~(t >= 0)][0]}")
    known, left, total, steps = np.unique(t[kind != "none"]), 1.0, 0.0, [0.0]
    for moment in known:
        at_risk, now = (t >= moment).sum(), t == moment
        total += left * (now & (kind == cause)).sum() / at_risk
        left *= 1 - (now & (kind != "none")).sum() / at_risk
        steps.append(total)
    return np.array(steps)[np.searchsorted(known, np.asarray(grid, dtype=float), side="right")]


@dataclass(frozen=True, eq=False)
class Ends:
    """Ends of a group of pôles.

    Parameters
    ----------
    n : int
        Pôles of the group.
    counts : dict
        How many ended by each of `CAUSES`.
    low, high : dict of str to ndarray, shape (72,)
        Bounds of the cumulative incidence of each cause along `GRID`.
    loose : int
        Ends whose day is not known.
    followed : float
        Years since the label up to which somebody is still followed.
    """

    n: int
    counts: dict[str, int]
    low: dict[str, Array]
    high: dict[str, Array]
    loose: int
    followed: float

    def by(self, years: float, cause: str) -> tuple[float, float]:
        """Bounds of the share that ended by a cause within some years."""
        place = int(np.searchsorted(GRID, years, side="right")) - 1
        return float(self.low[cause][place]), float(self.high[cause][place])


@cache
def ends(theme: str = "all", label_class: str = "all") -> Ends:
    """Return how the labels of a group ended.

    The bounds are the lowest and the highest of four curves: the ends of each cause on their earliest or on their
    latest day. Empty groups give zeros.

    Examples
    --------
    >>> found = ends()
    >>> found.n, found.counts, [round(bound, 2) for bound in found.by(15, "merged")]
    (83, {'merged': 24, 'other': 9}, [0.29, 0.3])
    """
    table = chosen(theme, label_class)
    causes = table["cause"].to_numpy(dtype=object)
    early = (table["earliest"] - table["start"]).to_numpy(dtype=float).clip(0)
    late = np.where(causes == "none", early, (table["latest"] - table["start"]).to_numpy(dtype=float))
    corners = [np.where((causes == "merged") == first, early, late) for first in (True, False)] + [early, late]
    drawn = {cause: np.array([_share(times, causes, cause) for times in corners]) for cause in CAUSES}
    low = {cause: curves.min(axis=0) for cause, curves in drawn.items()}
    high = {cause: curves.max(axis=0) for cause, curves in drawn.items()}
    counts = {cause: int((causes == cause).sum()) for cause in CAUSES}
    loose = int(((causes != "none") & (late > early)).sum())
    return Ends(len(table), counts, low, high, loose, float(late.max(initial=0.0)))


def _share(times: Array, causes: NDArray[np.object_], cause: str) -> Array:
    if not len(times):
        return np.zeros(GRID.shape)
    found = cumulative_incidence(times, causes, cause, GRID)
    found[times.max() + 1e-9 < GRID] = np.nan  # nobody is followed so long: the curve stops
    return found
