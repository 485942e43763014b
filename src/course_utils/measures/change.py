"""Where a region's change comes from: shift-share, with the homothetic and allocation terms of Esteban-Marquillas."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import not_all_zero, same_length, vector, within

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ShiftShare:
    """The terms of a change, each of the shape of the region's table: sums over the last axis are the region's.

    Parameters
    ----------
    national : ndarray, shape (sectors,) or (regions, sectors)
        What growth at the rate of the whole would have brought.
    mix : ndarray
        What the sector's own rate in the whole adds to that: the region has sectors that grow, or that do not.
    regional : ndarray
        The rest: the sector grew faster, or slower, here than in the whole. The three add up to the change.
    homothetic : ndarray
        The part of `regional` that the region would have with the structure of the whole.
    allocation : ndarray
        What is left of `regional`: being specialised where one does well, or not where one does badly. NaN, as
        `homothetic`, for a sector that the region did not have at the start and has at the end.
    """

    national: Array
    mix: Array
    regional: Array
    homothetic: Array
    allocation: Array


def shift_share(initial: ArrayLike, final: ArrayLike, total_initial: ArrayLike, total_final: ArrayLike) -> ShiftShare:
    """Split the change of each sector of one region, or of many, into national, mix and regional terms.

    Parameters
    ----------
    initial, final : array_like, shape (sectors,) or (regions, sectors)
        Jobs (or value added ...) by sector at the start and at the end, none negative.
    total_initial, total_final : array_like, shape (sectors,)
        The same in the whole that the regions are compared with, at the start not 0 where a region is not.

    Returns
    -------
    ShiftShare
        In the unit of `initial`: ``national`` + ``mix`` + ``regional`` is ``final - initial`` sector by sector, and
        ``homothetic`` + ``allocation`` is ``regional``. A region with nothing at the start is NaN throughout, with a
        warning that names it.

    Raises
    ------
    ValueError
        If a value is negative or not a number, or shapes differ, or the whole had none of a sector that a region had.

    Notes
    -----
    With b the region's jobs of a sector, r its rate of growth, g that of the sector in the whole and G that of all
    sectors of the whole: b G, b (g - G) and b (r - g); with b' the jobs that the region would have had in the sector if
    its total were divided as that of the whole, b' (r - g) and (b - b') (r - g).

    References
    ----------
    Dunn, E. S. (1960). A statistical and analytical technique for regional analysis. Papers of the Regional Science
    Association 6. Esteban-Marquillas, J. M. (1972). A reinterpretation of shift-share analysis. Regional and Urban
    Economics 2(3), 249-255.

    Examples
    --------
    >>> found = shift_share([60, 40], [54, 52], [300, 700], [240, 860])  # the whole grows by 10 %, from 1,000
    >>> found.national.round(2).tolist(), found.mix.round(2).tolist(), found.regional.round(2).tolist()
    ([6.0, 4.0], [-18.0, 5.14], [6.0, 2.86])
    >>> found.homothetic.round(2).tolist(), found.allocation.round(2).tolist()
    ([3.0, 5.0], [3.0, -2.14])
    """
    start, end = _table("initial", initial), _table("final", final)
    if start.shape != end.shape:
        raise ValueError(f"final must have the shape of initial, {start.shape}, got {end.shape}")
    whole, after = (
        vector(n, v, minimum=0) for n, v in (("total_initial", total_initial), ("total_final", total_final))
    )
    for name, values in (("total_initial", whole), ("total_final", after)):
        same_length(name, values, start.shape[-1], "initial")
    not_all_zero("total_initial", whole)
    _refuse_orphans(np.atleast_2d(start), whole)
    overall = after.sum() / whole.sum() - 1
    rate = np.divide(after, whole, out=np.ones_like(after), where=whole > 0) - 1
    national, mix = start * overall, start * (rate - overall)
    regional = end - start * (1 + rate)
    homothetic = _homothetic(start, end, regional, whole)
    empty = np.broadcast_to(start.sum(axis=-1, keepdims=True) == 0, start.shape)
    _warn(np.atleast_2d(empty), np.atleast_2d(np.isnan(homothetic) & ~empty))
    terms = (national, mix, regional, homothetic, regional - homothetic)
    return ShiftShare(*(np.where(empty, np.nan, term) for term in terms))


def _table(name: str, values: ArrayLike) -> Array:
    array = within(name, values, "[0, inf)")
    if array.ndim not in (1, 2):
        raise ValueError(f"{name} must be sectors, or regions x sectors, got shape {array.shape}")
    return array


def _refuse_orphans(start: Array, whole: Array) -> None:
    """Refuse a sector that a region has and the whole has not: its rate of growth would not exist."""
    lost = np.argwhere((start > 0) & (whole == 0))
    if lost.size:
        row, sector = lost[0]
        raise ValueError(f"total_initial is 0 for sector {sector}, of which initial has {start[row, sector]:g}")


def _homothetic(start: Array, end: Array, regional: Array, whole: Array) -> Array:
    """B' (r - g); a sector that is in the region at neither date has no rate of its own, and no term."""
    like_whole = start.sum(axis=-1, keepdims=True) * whole / whole.sum()
    gap = np.divide(regional, start, out=np.full_like(start, np.nan), where=start > 0)
    return like_whole * np.where((start == 0) & (end == 0), 0.0, gap)


def _warn(empty: NDArray[np.bool_], new: NDArray[np.bool_]) -> None:
    if empty.any():
        rows = np.flatnonzero(empty.all(axis=1)).tolist()
        warnings.warn(f"nothing at the start in region {_listed(rows)}: its terms are NaN", stacklevel=3)
    if new.any():
        cells = [(int(row), int(sector)) for row, sector in np.argwhere(new)]
        told = f"no homothetic and allocation terms for what is new: (region, sector) {_listed(cells)}"
        warnings.warn(told, stacklevel=3)


def _listed(found: list, most: int = 5) -> str:
    return ", ".join(map(str, found[:most])) + (f" and {len(found) - most} more" if len(found) > most else "")
