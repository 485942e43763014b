"""Tables of 0 and 1 by region and activity: read, checked, multiplied, and what is undefined in them named."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import not_all_zero

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

#: How many undefined rows a warning names.
NAMED = 5


def shared(held: NDArray[np.float32]) -> Array:
    """Proximity, 0 where an activity is absent."""
    together = (held.T @ held).astype(float)  # whole numbers: single precision holds them exactly
    regions = np.diag(together)
    return together / np.maximum(np.maximum.outer(regions, regions), 1)


def presence(M: ArrayLike) -> tuple[NDArray[np.float32], Flags]:
    """Return 1 where a region has an activity, and which regions are not known (NaN)."""
    try:
        given = np.asarray(M, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(f"M must hold 0 and 1: {error}") from None
    if given.ndim != 2 or not given.size:
        raise ValueError(f"M must be a table of regions by activities, got shape {given.shape}")
    held = given == 1
    unknown = np.isnan(given)
    odd = ~(held | (given == 0) | unknown)
    if odd.any():
        raise ValueError(f"M must hold 0 and 1, got {given[odd][0]:g}")
    rows, columns = np.asarray(unknown.all(axis=1)), np.asarray(unknown.all(axis=0))
    if unknown[~rows][:, ~columns].any():
        at = np.argwhere(unknown & ~rows[:, None] & ~columns)[0]
        raise ValueError(f"M must not have gaps: NaN for region {at[0]}, activity {at[1]}")
    not_all_zero("M", held)
    counted: NDArray[Any] = held.astype(np.float32 if len(held) < 2**24 else np.float64)
    return counted, rows


def named(what: str, which: Flags, why: str) -> Flags:
    """Warn, with the numbers of the first few, where anything is undefined; return `which`."""
    if which.any():
        listed = ", ".join(map(str, np.flatnonzero(which)[:NAMED])) + (" ..." if which.sum() > NAMED else "")
        warnings.warn(f"{what} {why} (NaN): number {listed}", stacklevel=3)
    return which
