"""What the runs say on average, how sure that is, and which network is best at which horizon."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from course_utils.concepts.innovative_milieu.landscape import RUNS, SEED
from course_utils.concepts.innovative_milieu.model import DENSITIES, ROUNDS, Array, Bools, reach, search

#: Half of a band, in standard errors: in 95 of 100 worlds the true mean lies inside.
BAND = 2.0
#: Gaps smaller than this one, half a point of performance, are called level.
LEVEL = 0.005


@dataclass(frozen=True, eq=False)
class Outcome:
    """Mean performance over the runs after each of `ROUNDS`, as a share of the best solution there is.

    Parameters
    ----------
    mean, error : ndarray, shape (13,)
        Mean over the runs, and its standard error.
    low, high : ndarray, shape (13,)
        Eight runs in ten lie between them: what one single pair of milieux may meet.
    best : ndarray, shape (13,)
        Performance of the best agent of a milieu, mean over the runs.
    """

    mean: Array
    error: Array
    low: Array
    high: Array
    best: Array


@dataclass(frozen=True)
class Gap:
    """By how much one network is ahead of another on the same landscapes, with the standard error of that."""

    mean: float
    error: float

    @property
    def verdict(self) -> str:
        """``"ahead"``, ``"behind"`` or ``"level"``."""
        if abs(self.mean) < max(LEVEL, BAND * self.error):
            return "level"
        return "ahead" if self.mean > 0 else "behind"


@dataclass(frozen=True, eq=False)
class Ranking:
    """All densities at one horizon.

    Parameters
    ----------
    mean, error : ndarray, shape (6,)
        In the order of `DENSITIES`.
    best : ndarray of bool, shape (6,)
        The best one, and those that the runs do not tell apart from it.
    """

    mean: Array
    error: Array
    best: Bools

    @property
    def first(self) -> str:
        """The density with the highest mean."""
        return DENSITIES[int(self.mean.argmax())]


@functools.lru_cache(maxsize=2048)
def outcome(K: int, agents: int, density: str, chance: float = 0.0, seed: int = SEED) -> Outcome:
    """Average the runs of one state.

    Examples
    --------
    >>> found = outcome(5, 17, "ring")
    >>> float(found.mean[-1].round(2)), bool(found.error[-1] < 0.002)
    (0.93, True)
    """
    runs = search(K, agents, density, chance, seed)
    found = runs.mean.astype(float)
    low, high = np.percentile(found, [10, 90], axis=1)
    best = runs.best.astype(float).mean(axis=1)
    return Outcome(found.mean(axis=1), found.std(axis=1, ddof=1) / np.sqrt(RUNS), low, high, best)


def share_known(agents: int, density: str) -> float:
    """Share of the others in the milieu whom an agent knows.

    Examples
    --------
    >>> share_known(17, "ring"), share_known(33, "ring"), share_known(9, "all")
    (0.125, 0.0625, 1.0)
    """
    return 2 * reach(agents, density) / (agents - 1)


def gap(
    K: int,
    agents: int,
    one: tuple[str, float],
    other: tuple[str, float],
    horizon: int,
    seed: int = SEED,
) -> Gap:
    """Compare two networks, each a density and a chance of a link outside, run by run.

    Parameters
    ----------
    horizon : int
        One of `ROUNDS`.

    Examples
    --------
    >>> gap(5, 17, ("all", 0.0), ("ring", 0.0), 200).verdict
    'behind'
    """
    now = ROUNDS.index(horizon)
    apart = search(K, agents, *one, seed).mean[now].astype(float) - search(K, agents, *other, seed).mean[now]
    return Gap(float(apart.mean()), float(apart.std(ddof=1) / np.sqrt(RUNS)))


@functools.lru_cache(maxsize=2048)
def ranking(K: int, agents: int, chance: float, horizon: int, seed: int = SEED) -> Ranking:
    """Rank the densities at a horizon; those behind the best by less than `BAND` standard errors count as best."""
    now = ROUNDS.index(horizon)
    found = np.array([search(K, agents, density, chance, seed).mean[now] for density in DENSITIES], dtype=float)
    mean, error = found.mean(axis=1), found.std(axis=1, ddof=1) / np.sqrt(RUNS)
    behind = found[mean.argmax()] - found
    apart = behind.std(axis=1, ddof=1) / np.sqrt(RUNS)
    return Ranking(mean, error, behind.mean(axis=1) <= BAND * apart)
