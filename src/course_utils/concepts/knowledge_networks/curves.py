"""Clustering, path length and what firms know, along the share of links that are pipelines."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.knowledge_networks.barter import endowments, exchange, matchings
from course_utils.concepts.knowledge_networks.rings import Links, rings
from course_utils.measures import adjacency_matrix, small_world

Array = NDArray[np.float64]

#: Firms, rounds (each link meets once a round), and the seed.
FIRMS, ROUNDS, SEED = 500, 40, 2004
#: Rings drawn for their shape; runs averaged under each rule: gifts end alike in every run.
RINGS, RUNS = 8, {"one": 40, "all": 16, "gift": 6}
#: Shares of pipelines, unevenly spaced: most happens on the left.
SHARES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0)
DEGREES, EXPERTS = (6, 10, 14), (0, 2, 10)


@dataclass(frozen=True, eq=False)
class World:
    """The two numbers of Watts and Strogatz along `SHARES`, means over the rings.

    Parameters
    ----------
    clustering, path_length : ndarray, shape (shares,)
        As `course_utils.measures.small_world` gives them.
    """

    clustering: Array
    path_length: Array


@dataclass(frozen=True, eq=False)
class Diffusion:
    """What firms know in the end along `SHARES`, means over the runs.

    Parameters
    ----------
    mean : ndarray, shape (shares,)
        Knowledge of a firm, over its five fields.
    error : ndarray, shape (shares,)
        Standard error of `mean`.
    gap : ndarray, shape (shares,)
        Standard deviation of knowledge between the firms of a run: the absolute gap.
    relative : ndarray, shape (shares,)
        That deviation over the run's mean.
    runs : ndarray, shape (shares, runs)
        The mean of each run; a run has the same endowments for every share.
    """

    mean: Array
    error: Array
    gap: Array
    relative: Array
    runs: Array

    @property
    def best(self) -> tuple[int, int]:
        """First and last place in `SHARES` that cannot be told from the one where firms know most.

        Runs are compared in pairs: a place counts as well if it falls behind by less than two standard errors of the
        difference.
        """
        behind = self.runs[self.mean.argmax()] - self.runs
        noise = behind.std(axis=1, ddof=1) / np.sqrt(behind.shape[1])
        good = np.flatnonzero(behind.mean(axis=1) <= 2 * noise)
        return int(good[0]), int(good[-1])


@functools.lru_cache(maxsize=8)
def drawn(degree: int, runs: int, seed: int = SEED) -> Links:
    """Return the rings of one degree, shape (shares, runs, links, 2), the same for every rule."""
    return rings(FIRMS, degree, list(SHARES), runs, seed)


@functools.lru_cache(maxsize=4)
def _sets(degree: int, runs: int, seed: int) -> list[Links]:
    """Links of all rings of one degree, firms numbered through, in sets that are served at once."""
    links = drawn(degree, runs, seed)
    own = (FIRMS * np.arange(len(SHARES) * runs)).reshape(len(SHARES), runs, 1, 1)
    return matchings((links + own).reshape(-1, 2), FIRMS * own.size, seed)


@functools.lru_cache(maxsize=8)
def world(degree: int, runs: int = RINGS, seed: int = SEED) -> World:
    """Clustering and path length along `SHARES`.

    Parameters
    ----------
    degree : int
        Links of a firm.
    runs, seed : int
        Rings to average, and their seed.

    Examples
    --------
    >>> found = world(10, runs=2)
    >>> found.path_length[[0, 4]].round(1).tolist(), found.clustering[[0, 4]].round(2).tolist()
    ([25.5, 3.9], [0.67, 0.49])
    """
    found = [[small_world(adjacency_matrix(own, FIRMS)) for own in rows] for rows in drawn(degree, runs, seed)]
    numbers = np.array([[(one.clustering, one.path_length) for one in row] for row in found]).mean(axis=1)
    return World(*numbers.T)


@functools.lru_cache(maxsize=64)
def diffusion(degree: int, experts: int, rule: str, runs: int | None = None, seed: int = SEED) -> Diffusion:
    """Let 500 firms exchange knowledge for forty rounds, on rings with every share of pipelines.

    Parameters
    ----------
    degree, experts : int
        Links of a firm, and experts in each of the five fields.
    rule : {"one", "all", "gift"}
        As for `course_utils.concepts.knowledge_networks.barter.exchange`.
    runs : int, optional
        Runs to average; those of `RUNS` if not given.
    seed : int
        Their seed.

    Examples
    --------
    >>> found = diffusion(10, 2, "one", runs=2)
    >>> bool(found.mean[4] > found.mean[0] + 1), found.runs.shape
    (True, (9, 2))
    """
    runs = runs or RUNS[rule]
    sets = _sets(degree, runs, seed)
    start = endowments(FIRMS, experts, runs, seed)
    stock = np.repeat(start[:, None], len(SHARES), axis=1).reshape(len(start), -1)
    draw = np.random.default_rng(seed)
    for _round in range(ROUNDS):
        order = draw.permutation(len(sets))
        if not sum(exchange(stock, sets[place], rule, draw.permutation(len(start))).size for place in order):
            break  # nobody has anything left to learn
    return _summary(stock.mean(axis=0, dtype=float).reshape(len(SHARES), runs, FIRMS))


def _summary(known: Array) -> Diffusion:
    mean, gap = known.mean(axis=2), known.std(axis=2)
    error = mean.std(axis=1, ddof=1) / np.sqrt(mean.shape[1])
    return Diffusion(mean.mean(axis=1), error, gap.mean(axis=1), (gap / mean).mean(axis=1), mean)
