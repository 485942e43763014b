"""Chance that two languages share: mulberry32, 32-bit integers only, so that Python and the page draw the same."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_MASK = np.uint64(0xFFFFFFFF)


def _times(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> NDArray[np.uint64]:
    product: NDArray[np.uint64] = (a * b) & _MASK  # two 32-bit numbers: 64 bits hold their product
    return product


def draws(seeds: object, count: int) -> Array:
    """Return numbers from 0 to 1 (1 excluded) by mulberry32, one row a seed.

    Parameters
    ----------
    seeds : array_like of int
        Seeds from 0 to 2**32 - 1.
    count : int
        Numbers a seed.

    Returns
    -------
    ndarray, shape (seeds, count)
        The n-th is the n-th call of the generator with that seed.

    Examples
    --------
    >>> draws([1, 2], 2).round(6).tolist()
    [[0.627074, 0.002736], [0.734251, 0.324998]]
    """
    state = np.atleast_1d(np.asarray(seeds, dtype=np.uint64)) & _MASK
    found = np.empty((len(state), count))
    for n in range(count):
        state = (state + np.uint64(0x6D2B79F5)) & _MASK
        mixed = _times(state ^ (state >> np.uint64(15)), state | np.uint64(1))
        mixed = mixed ^ ((mixed + _times(mixed ^ (mixed >> np.uint64(7)), mixed | np.uint64(61))) & _MASK)
        found[:, n] = (mixed ^ (mixed >> np.uint64(14))).astype(float) / 4294967296.0
    return found
