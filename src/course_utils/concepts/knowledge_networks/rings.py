"""Rings of firms in which a share of the links has been moved to far-away places (Watts and Strogatz 1998)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Links = NDArray[np.int64]


def rings(n: int, k: int, shares: list[float], runs: int, seed: int) -> Links:
    """Draw rings: each firm is linked to the k nearest, then a share of the links is moved.

    Parameters
    ----------
    n, k : int
        Firms, and links a firm has (even).
    shares : list of float, length p
        Chance that a link is moved: the share of pipelines.
    runs : int
        Rings drawn for each share.
    seed : int
        Seed of the draws.

    Returns
    -------
    ndarray of int, shape (p, runs, n k / 2, 2)
        Both ends of each link. A moved link keeps its first end; the other is any firm that is not a neighbour yet.

    Examples
    --------
    >>> drawn = rings(20, 4, [0.0, 1.0], runs=3, seed=1)
    >>> drawn.shape, drawn[0, 0, :3].tolist()
    ((2, 3, 40, 2), [[0, 1], [1, 2], [2, 3]])
    """
    draw = np.random.default_rng(seed)
    here = np.tile(np.arange(n), k // 2)
    far = (here + np.repeat(np.arange(1, k // 2 + 1), n)) % n
    count = len(shares) * runs
    ends = np.broadcast_to(far, (count, far.size)).copy()
    moved = draw.random((count, far.size)) < np.repeat(shares, runs)[:, None]
    own = np.arange(count)[:, None] * n * n
    wrong = moved
    while wrong.any():
        ends[wrong] = draw.integers(n, size=int(wrong.sum()))
        keys = own + np.minimum(here, ends) * n + np.maximum(here, ends)
        _, back, times = np.unique(keys, return_inverse=True, return_counts=True)
        wrong = moved & ((ends == here) | (times[back].reshape(keys.shape) > 1))
    both = np.stack([np.broadcast_to(here, ends.shape), ends], axis=-1)
    return both.reshape(len(shares), runs, far.size, 2)
