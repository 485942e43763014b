"""Rugged problems: NK landscapes as tables, one a run, in which every solution can be looked up."""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int64]
Floats = NDArray[np.float32]
Keys = NDArray[np.int32]

#: Parts of a solution, each of them done in one of two ways.
PARTS = 15
#: Landscapes that are drawn for each K, one for each run, and the seed of everything that is drawn.
RUNS, SEED = 600, 2007
#: Performance is told apart in so many steps.
FINE = 2**16 - 1
#: Solutions that are worked out at a time: what a processor's cache holds.
CHUNK = 1024


def landscapes(K: int, parts: int = PARTS, runs: int = RUNS, seed: int = SEED) -> Floats:
    """Draw NK landscapes: the performance of every solution, as a share of the best one.

    Parameters
    ----------
    K : int
        Other parts that what a part brings depends on: those that follow it, in a circle.
    parts : int
        N, so that there are 2 to the power N solutions.
    runs : int
        How many landscapes.
    seed : int
        Equal seeds draw equal landscapes.

    Returns
    -------
    ndarray, shape (2 ** parts, runs)
        Row s is the solution whose binary digits are those of s. What each part brings, for each way of doing it
        and the K parts that follow, is drawn evenly from 0 to 1; a solution brings their mean (Kauffman 1993).

    Raises
    ------
    ValueError
        If `K` is not from 0 to ``parts - 1``.

    Examples
    --------
    >>> drawn = landscapes(2, parts=4, runs=3)
    >>> drawn.shape, drawn.max(axis=0).tolist()
    ((16, 3), [1.0, 1.0, 1.0])
    """
    if not 0 <= K < parts:
        raise ValueError(f"K must be from 0 to parts - 1 = {parts - 1}, got {K}")
    drawn = np.random.default_rng([seed, K]).random((parts, 2 ** (K + 1), runs), dtype=np.float32)
    solutions = np.arange(2**parts)
    performance = np.empty((2**parts, runs), np.float32)
    for first in range(0, 2**parts, CHUNK):
        some = slice(first, first + CHUNK)
        performance[some] = sum(drawn[i][_ways(solutions[some], i, K, parts)] for i in range(parts))
    performance /= performance.max(axis=0)
    return performance


def _ways(solutions: Codes, part: int, K: int, parts: int) -> Codes:
    """How `part` and the K parts after it are done, as one number for each solution."""
    doubled = solutions | solutions << parts
    return np.asarray(doubled >> part & (2 ** (K + 1) - 1))


def peaks(performance: Floats) -> NDArray[np.bool_]:
    """Tell which solutions no single change improves.

    Examples
    --------
    >>> peaks(landscapes(0, parts=6, runs=5)).sum(axis=0).tolist()
    [1, 1, 1, 1, 1]
    """
    solutions = np.arange(len(performance))
    changes = 2 ** np.arange(len(performance).bit_length() - 1)
    found = np.ones(performance.shape, bool)
    for change in changes:
        found &= performance >= performance[solutions ^ change]
    return found


@functools.lru_cache(maxsize=2)
def keyed(K: int, seed: int = SEED) -> Keys:
    """Write performance and solution into one whole number, so that to compare is to compare numbers.

    Returns
    -------
    ndarray of int32, shape (2 ** PARTS, RUNS)
        ``performance in steps * 2 ** PARTS + solution``: see `performance_of` and `solution_of`.
    """
    steps = np.rint(landscapes(K, seed=seed) * FINE).astype(np.int32)
    steps <<= PARTS
    steps |= np.arange(2**PARTS, dtype=np.int32)[:, None]
    return steps


def performance_of(keys: Keys) -> NDArray[np.float64]:
    """Performance of what is held, as a share of the best there is."""
    return np.asarray((keys >> PARTS) / FINE)


def solution_of(keys: Keys) -> Keys:
    """Solution that is held: its binary digits are the parts."""
    return np.asarray(keys & (2**PARTS - 1))
