"""Four clusters that hear of one another through six gatekeepers, and what is left when some of these are taken out."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.knowledge_networks.barter import EXPERT, exchange, matchings
from course_utils.concepts.knowledge_networks.rings import Links
from course_utils.measures import robustness

Array = NDArray[np.float64]

#: Clusters, firms in each, and links of a firm to its nearest neighbours in the own cluster.
CLUSTERS, FIRMS, NEAR = 4, 10, 4
NAMES = ("A", "B", "C", "D")
#: Gatekeepers, and the pipelines between them. A and D have two each, B and C only one.
GATEKEEPERS = {"a1": 0, "a2": 2, "b1": 10, "c1": 20, "d1": 30, "d2": 32}
PIPELINES = (("a1", "b1"), ("b1", "c1"), ("c1", "d1"), ("d2", "a2"))
#: The place of the expert in each cluster: the firm farthest from the gates.
FAR = 5
ROUNDS, RUNS, SEED = 40, 200, 2004
#: Rounds whose meetings are counted as the buzz of the end.
LATE = 10


@dataclass(frozen=True, eq=False)
class Talk:
    """What firms know in the end, and how much is still learnt where firms meet.

    Parameters
    ----------
    known : ndarray, shape (40,)
        Mean knowledge of each firm over four fields and all runs; NaN for a gatekeeper that was taken out.
    path : ndarray, shape (rounds + 1, 4)
        Mean knowledge of the firms of each cluster after each round.
    learnt : ndarray, shape (4,)
        Share of the meetings inside each cluster that teach anybody anything, in the last ten rounds.
    spread : ndarray, shape (4,)
        Standard deviation of knowledge in a field among the firms of a cluster, the expert left out.
    part : ndarray of int, shape (4,)
        Clusters with the same number can still hear of one another.
    whole : float
        Share of the 40 firms in the largest connected part.
    error : float
        Standard error, over the runs, of what all firms that are left know on average.
    """

    known: Array
    path: Array
    learnt: Array
    spread: Array
    part: NDArray[np.int64]
    whole: float
    error: float


def links(removed: frozenset[str] = frozenset()) -> Links:
    """Ends of all links that are left, first those inside the clusters, then the pipelines.

    Examples
    --------
    >>> len(links()), len(links(frozenset({"b1"})))
    (84, 78)
    """
    firm = np.arange(FIRMS)
    ring = np.concatenate([np.stack([firm, (firm + step) % FIRMS], axis=1) for step in range(1, NEAR // 2 + 1)])
    local = np.concatenate([ring + FIRMS * cluster for cluster in range(CLUSTERS)])
    far = np.array([[GATEKEEPERS[one], GATEKEEPERS[two]] for one, two in PIPELINES])
    every = np.concatenate([local, far])
    return np.asarray(every[~np.isin(every, out(removed)).any(axis=1)])


def out(removed: frozenset[str]) -> list[int]:
    """Numbers of the firms that were taken out."""
    return [GATEKEEPERS[name] for name in sorted(removed)]


def parts(removed: frozenset[str]) -> NDArray[np.int64]:
    """Number the groups of clusters that can still hear of one another.

    Examples
    --------
    >>> parts(frozenset()).tolist(), parts(frozenset({"b1"})).tolist()
    ([0, 0, 0, 0], [0, 1, 0, 0])
    """
    part = np.arange(CLUSTERS)
    for one, two in PIPELINES:
        if not {one, two} & removed:
            ends = [part[GATEKEEPERS[name] // FIRMS] for name in (one, two)]
            part[part == max(ends)] = min(ends)
    return part


@functools.lru_cache(maxsize=512)
def talk(removed: frozenset[str] = frozenset(), rule: str = "one", runs: int = RUNS, seed: int = SEED) -> Talk:
    """Let the firms that are left meet for forty rounds.

    Parameters
    ----------
    removed : frozenset of str
        Gatekeepers taken out, keys of `GATEKEEPERS`.
    rule : {"one", "gift"}
        As for `course_utils.concepts.knowledge_networks.barter.exchange`.
    runs, seed : int
        Draws to average, and their seed.

    Examples
    --------
    >>> cut = talk(frozenset({"b1"}))
    >>> round(cut.whole, 3), bool(cut.path[-1, 1] < talk().path[-1, 1])
    (0.75, True)
    """
    draw = np.random.default_rng(seed)
    firms = CLUSTERS * FIRMS
    stock = draw.random((CLUSTERS, runs, firms)).astype(np.float32)
    for cluster in range(CLUSTERS):
        stock[cluster, :, cluster * FIRMS + FAR] = EXPERT
    stock = stock.reshape(CLUSTERS, -1)
    here = np.ones(firms, dtype=bool)
    here[out(removed)] = False
    path, learnt = _meet(stock, links(removed), rule, here, draw)
    ends = stock.reshape(CLUSTERS, runs, firms)
    return Talk(
        known=np.where(here, ends.mean(axis=(0, 1), dtype=float), np.nan),
        path=path,
        learnt=learnt,
        spread=_spread(ends, here),
        part=parts(removed),
        whole=_whole(removed),
        error=float(ends[:, :, here].mean(axis=(0, 2), dtype=float).std(ddof=1) / np.sqrt(runs)),
    )


def _meet(
    stock: NDArray[np.float32], pairs: Links, rule: str, here: NDArray[np.bool_], draw: np.random.Generator
) -> tuple[Array, Array]:
    """Run all rounds: mean knowledge by cluster, and the share of late local meetings that teach."""
    firms = here.size
    runs = stock.shape[1] // firms
    sets = matchings(pairs, firms, SEED)
    sets = [(own[None] + firms * np.arange(runs)[:, None, None]).reshape(-1, 2) for own in sets]
    homes = [own % firms // FIRMS for own in sets]
    inside = [np.where(one == two, one, CLUSTERS) for one, two in (home.T for home in homes)]  # else a pipeline
    path, learnt, met = [_means(stock, here)], np.zeros(CLUSTERS + 1), np.zeros(CLUSTERS + 1)
    for turn in range(ROUNDS):
        for place in draw.permutation(len(sets)):
            taught = exchange(stock, sets[place], rule, draw.permutation(CLUSTERS))
            if turn >= ROUNDS - LATE:
                met += np.bincount(inside[place], minlength=CLUSTERS + 1)
                learnt += np.bincount(inside[place][taught], minlength=CLUSTERS + 1)
        path.append(_means(stock, here))
    return np.array(path), learnt[:CLUSTERS] / met[:CLUSTERS]


def _means(stock: NDArray[np.float32], here: NDArray[np.bool_]) -> Array:
    firm = stock.reshape(CLUSTERS, -1, here.size).mean(axis=(0, 1), dtype=float)
    return np.array([firm[own][here[own]].mean() for own in _members()])


def _spread(ends: NDArray[np.float32], here: NDArray[np.bool_]) -> Array:
    own = [[i for i in members if here[i] and i % FIRMS != FAR] for members in _members()]
    return np.array([ends[:, :, firms].std(axis=2).mean(dtype=float) for firms in own])


def _members() -> list[NDArray[np.int64]]:
    return [np.arange(cluster * FIRMS, (cluster + 1) * FIRMS) for cluster in range(CLUSTERS)]


def _whole(removed: frozenset[str]) -> float:
    """Share of all firms in the largest connected part; no firm need be removed for that."""
    every = links()
    matrix = np.zeros((CLUSTERS * FIRMS,) * 2)
    matrix[tuple(every.T)] = matrix[tuple(every.T[::-1])] = 1
    return float(robustness(matrix, out(removed))[-1]) if removed else 1.0
