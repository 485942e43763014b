"""One history out of the many: who holds which solution, round by round."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from course_utils.concepts.innovative_milieu import landscape
from course_utils.concepts.innovative_milieu.landscape import PARTS, SEED, Keys, keyed, performance_of, solution_of
from course_utils.concepts.innovative_milieu.model import (
    MILIEUX,
    Array,
    Ints,
    bridges,
    look_up,
    neighbours,
    start,
    step,
)

#: The history that is shown: how rugged, how many agents in each milieu, how many rounds.
RUGGED, AGENTS, LAST = 5, 17, 24
#: Chances of a link outside: none, one bridge, everyone.
CHANCES = {"none": 0.0, "one": 1 / AGENTS, "all": 1.0}
#: Histories on offer: the first landscapes drawn.
HISTORIES = 3


@dataclass(frozen=True, eq=False)
class Story:
    """What all agents of two milieux hold, from round 0 to round `LAST`.

    Parameters
    ----------
    performance : ndarray, shape (25, 34)
        Of the solution held, as a share of the best there is.
    solution : ndarray, shape (25, 34)
        Which one.
    peak : ndarray, shape (25, 34)
        Rank among the peaks of the landscape, 1 the highest; 0 if a single change would still improve it.
    linked : ndarray
        Numbers, within a milieu, of the agents with a link outside.
    """

    performance: Array
    solution: Keys
    peak: Ints
    linked: Ints

    def different(self) -> Ints:
        """How many different solutions are held in each round."""
        return np.array([len(np.unique(row)) for row in self.solution])

    def means(self) -> Array:
        """Mean performance of each milieu by round, shape (25, 2)."""
        return np.asarray(self.performance.reshape(LAST + 1, MILIEUX, AGENTS).mean(axis=2))

    def locked(self, now: int) -> int:
        """Rank of the peak that everyone holds in a round; 0 if they hold different solutions, or no peak."""
        return int(self.peak[now, 0]) if len(np.unique(self.solution[now])) == 1 else 0


@functools.lru_cache(maxsize=128)
def story(number: int, density: str, link: str) -> Story:
    """Follow one of the runs of the averages, agent by agent.

    Parameters
    ----------
    number : int
        Which run, from 0.
    density, link : str
        One of `DENSITIES`, one of `CHANCES`.

    Examples
    --------
    >>> story(0, "all", "none").performance.shape
    (25, 34)
    """
    table, run = keyed(RUGGED), np.array([number])
    near, bridge = neighbours(AGENTS, density), bridges(AGENTS, CHANCES[link])[:, run]
    first, ideas = start(AGENTS, SEED)
    held = [table[first[:, run], run]]
    for now in range(LAST):
        tried = look_up(table, held[-1], ideas[now][:, run], run)
        held.append(step(held[-1], tried, near, np.tile(bridge, (MILIEUX, 1))))
    told = np.stack([row[:, 0] for row in held])
    rank = peak_ranks(number)[solution_of(told)]
    return Story(performance_of(told), solution_of(told), rank, np.flatnonzero(bridge[:, 0]))


@functools.cache
def peak_ranks(number: int) -> Ints:
    """Rank of each solution among the peaks of one landscape, the highest 1; 0 for what is no peak."""
    performance = performance_of(keyed(RUGGED)[:, [number]]).astype(np.float32)
    tops = np.flatnonzero(landscape.peaks(performance)[:, 0])
    ranks = np.zeros(2**PARTS, np.int64)
    ranks[tops[np.argsort(-performance[tops, 0], kind="stable")]] = np.arange(1, len(tops) + 1)
    return ranks
