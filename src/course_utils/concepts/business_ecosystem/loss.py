"""A larger ecosystem that loses firms, at random or the best connected first: does it still hang together?"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.measures import robustness

Array = NDArray[np.float64]

#: Niche players, runs of random loss, and their seed.
NICHE, RUNS, SEED = 36, 1000, 2004
#: How many hubs there may be, and which share of the niche players works with a second one.
HUBS, OVERLAPS = (1, 2, 4), (0.0, 0.25, 0.5, 1.0)
#: Shares of all nodes that are removed.
SHARES = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6)
#: A network counts as broken when the largest part holds less than half of those that are left.
BROKEN = 0.5


@dataclass(frozen=True, eq=False)
class Loss:
    """What hangs together along `SHARES`.

    Parameters
    ----------
    removed : ndarray of int, shape (10,)
        Nodes removed.
    mean, low, high : ndarray, shape (10,)
        Random loss: the largest connected part as a share of the nodes at the start, its mean over the runs and the
        tenth and ninetieth percentile.
    broken : ndarray, shape (10,)
        Random loss: share of runs in which the largest part holds less than half of those that are left.
    target : ndarray, shape (10,)
        The same share when the best connected go first.
    """

    removed: NDArray[np.int64]
    mean: Array
    low: Array
    high: Array
    broken: Array
    target: Array


def network(hubs: int, overlap: float) -> Array:
    """Adjacency matrix: hubs first, then niche players, each with its own hub and some with the next hub as well.

    Parameters
    ----------
    hubs : int
        Hubs; niche players are dealt out among them in turn.
    overlap : float
        Share of niche players that also work with a second hub.

    Examples
    --------
    >>> int(network(1, 0.0).sum()) // 2, int(network(2, 0.5).sum()) // 2
    (36, 54)
    """
    matrix = np.zeros((hubs + NICHE,) * 2)
    for firm in range(NICHE):
        home, place = firm % hubs, firm // hubs
        second = (home + 1) % hubs if _both(place, overlap) else home
        matrix[[home, second], hubs + firm] = 1
    return matrix + matrix.T


def _both(place: int, overlap: float) -> bool:
    """Whether the firm at a place of a hub's list works with the next hub: spread evenly over the list."""
    return int((place + 1) * overlap + 1e-9) > int(place * overlap + 1e-9)


def orders(hubs: int, runs: int = RUNS, seed: int = SEED) -> NDArray[np.int64]:
    """Random orders of removal, shape (runs, nodes); each hub's turn is spread evenly over the runs.

    Examples
    --------
    >>> orders(2, runs=3).shape
    (3, 38)
    """
    draw = np.random.default_rng(seed)
    time = draw.random((runs, hubs + NICHE))
    for hub in range(hubs):  # so that a hub goes early in as many runs as chance would have it
        time[:, hub] = (draw.permutation(runs) + draw.random(runs)) / runs
    return np.argsort(time, axis=1)


def targeted(hubs: int, overlap: float) -> NDArray[np.int64]:
    """Order of removal that starts with the best connected."""
    return np.argsort(-network(hubs, overlap).sum(axis=0), kind="stable")


@functools.cache
def loss(hubs: int = 1, overlap: float = 0.0, runs: int = RUNS, seed: int = SEED) -> Loss:
    """Remove nodes, at random and the best connected first, and measure what hangs together.

    Parameters
    ----------
    hubs : int
        As for `network`.
    overlap : float
        As for `network`; without a second hub it makes no difference.
    runs, seed : int
        Random orders, and their seed.

    Examples
    --------
    >>> alone = loss(1, runs=20)
    >>> alone.removed.tolist()[:5], round(float(alone.target[1]), 2)
    ([0, 1, 2, 4, 6], 0.03)
    """
    n = hubs + NICHE
    removed = np.array([round(share * n) for share in SHARES])
    curves = largest(hubs, overlap, orders(hubs, runs, seed), removed)
    best_first = robustness(network(hubs, overlap), targeted(hubs, overlap)[: removed[-1]])
    start = curves[:1, 0]  # before anything is removed all orders are alike
    low, high = np.quantile(curves, [0.1, 0.9], axis=0)
    broken = (curves < BROKEN * (1 - removed / n)).mean(axis=0)
    return Loss(removed, curves.mean(axis=0), low, high, broken, np.concatenate([start, best_first])[removed])


def largest(hubs: int, overlap: float, drawn: NDArray[np.int64], removed: NDArray[np.int64]) -> Array:
    """Largest connected part after so many removals: `course_utils.measures.robustness` for many orders at once.

    Parameters
    ----------
    hubs, overlap
        As for `network`.
    drawn : ndarray of int, shape (runs, nodes)
        Orders of removal.
    removed : ndarray of int, shape (k,)
        How many of each order are gone.

    Returns
    -------
    ndarray, shape (runs, k)
        As a share of the nodes at the start.

    Examples
    --------
    >>> order = orders(2, runs=1)
    >>> several = largest(2, 0.5, order, np.array([3, 20]))[0]
    >>> bool(np.allclose(several, robustness(network(2, 0.5), order[0])[[2, 19]]))
    True
    """
    here = np.argsort(drawn, axis=1)[:, None, :] >= removed[:, None]  # runs x k x nodes
    home = np.arange(NICHE) % hubs
    second = network(hubs, overlap)[hubs:, :hubs].sum(axis=1) > 1
    size, label = here[..., :hubs].astype(int), np.where(here[..., :hubs], np.arange(hubs), hubs)
    bridged = np.zeros_like(label, dtype=bool)
    for hub in range(hubs):
        other = (hub + 1) % hubs
        one, two = (here[..., hubs:][..., (home == hub) & (second == both)].sum(axis=-1) for both in (False, True))
        alive, beyond = here[..., hub], here[..., other]
        size[..., hub] += alive * (one + two)
        size[..., other] += (~alive & beyond) * two
        bridged[..., hub] = alive & beyond & (two > 0)
    for _step in range(hubs):
        for hub in range(hubs):
            ends = [hub, (hub + 1) % hubs]
            least = label[..., ends].min(axis=-1, keepdims=True)
            label[..., ends] = np.where(bridged[..., hub, None], least, label[..., ends])
    parts = np.stack([(size * (label == part)).sum(axis=-1) for part in range(hubs)], axis=-1).max(axis=-1)
    return np.asarray(np.maximum(parts, here.any(axis=-1)) / (hubs + NICHE))


def one_run(hubs: int, overlap: float, share: float, how: str) -> NDArray[np.int64]:
    """Nodes that are gone in the picture: the best connected, or those of the random run in the middle.

    Examples
    --------
    >>> one_run(1, 0.0, 0.02, "targeted").tolist()
    [0]
    """
    many = round(share * (hubs + NICHE))
    if how == "targeted":
        return targeted(hubs, overlap)[:many]
    drawn = orders(hubs)
    left = largest(hubs, overlap, drawn, np.array([many]))[:, 0]
    return np.asarray(drawn[int(np.argsort(left, kind="stable")[len(left) // 2])][:many])
