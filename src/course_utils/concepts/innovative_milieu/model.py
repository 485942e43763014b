"""Agents who search in parallel, look at one another, and meet, or do not meet, somebody from outside."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.innovative_milieu.landscape import (
    PARTS,
    RUNS,
    SEED,
    Floats,
    Keys,
    keyed,
    performance_of,
    solution_of,
)

Array = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

#: Milieux of the model world: the reader's and another one.
MILIEUX = 2
#: Rounds after which performance is kept.
ROUNDS = (0, 1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120, 200)
#: How dense the network of a milieu is: nobody, a ring, then a share of the others.
DENSITIES = ("none", "ring", "quarter", "half", "three", "all")
_SHARES = {"none": 0.0, "quarter": 0.25, "half": 0.5, "three": 0.75, "all": 1.0}
#: Rounds between two looks at which runs have come to rest.
REST = 15


def reach(agents: int, density: str) -> int:
    """How many agents everyone knows on either side of the ring.

    Parameters
    ----------
    agents : int
        Agents of one milieu: one more than a multiple of 8.
    density : str
        One of `DENSITIES`.

    Raises
    ------
    ValueError
        If there is no such density, or the others cannot be cut into eighths.

    Examples
    --------
    >>> [reach(17, density) for density in DENSITIES]
    [0, 1, 2, 4, 6, 8]
    """
    if density not in DENSITIES:
        raise ValueError(f"density must be one of {', '.join(DENSITIES)}, got {density!r}")
    if agents < 9 or agents % 8 != 1:
        raise ValueError(f"agents must be one more than a multiple of 8, got {agents}")
    return 1 if density == "ring" else round(_SHARES[density] * (agents - 1) / 2)


def neighbours(agents: int, density: str, milieux: int = MILIEUX) -> Ints:
    """List whom everyone knows inside the milieu: the nearest on a ring.

    Returns
    -------
    ndarray, shape (milieux * agents, 2 * reach)
        Row i holds the neighbours of agent i; the milieux come one after the other.
    """
    k = reach(agents, density)
    steps = np.array([step for step in range(-k, k + 1) if step], dtype=np.int64)
    inside = (np.arange(agents)[:, None] + steps) % agents
    return np.concatenate([inside + agents * m for m in range(milieux)])


def bridges(agents: int, chance: float, runs: int = RUNS, seed: int = SEED) -> Bools:
    """Draw who has a link outside: a share `chance` of each milieu, rounded up or down by lot.

    Returns
    -------
    ndarray of bool, shape (agents, runs)
        Agent i of one milieu is then linked to agent i of the other; a larger chance keeps the links of a smaller.
    """
    rng = np.random.default_rng([seed, agents])
    turn, lot = rng.random((agents, runs)).argsort(axis=0), rng.random(runs)
    return np.asarray(turn < np.floor(chance * agents + lot + 1e-9))


def step(held: Keys, tried: Keys, near: Ints, bridge: Bools) -> Keys:
    """Let everyone copy the best of those they know; who knows nobody better keeps or changes one part.

    Parameters
    ----------
    held : ndarray, shape (2 * agents, runs)
        What each agent holds: performance first, solution second, in one number.
    tried : ndarray, shape (2 * agents, runs)
        What each agent would hold with the one change that came to mind.
    near : ndarray, shape (2 * agents, neighbours)
        Whom each agent knows inside.
    bridge : ndarray of bool, shape (2 * agents, runs)
        Who knows the agent of the same number in the other milieu.
    """
    best = np.where(bridge, np.roll(held, len(held) // 2, axis=0), held)
    for known in near.T:
        np.maximum(best, held[known], out=best)
    return np.where(best > held, best, np.maximum(held, tried))


@functools.lru_cache(maxsize=4)
def start(agents: int, seed: int) -> tuple[Ints, NDArray[np.uint8]]:
    """Draw with what all begin, and which part each thinks of changing in each round: the same in all networks."""
    rng = np.random.default_rng([seed, agents, 1])
    first = rng.integers(2**PARTS, size=(MILIEUX * agents, RUNS))
    ideas = rng.integers(PARTS, size=(ROUNDS[-1], MILIEUX * agents, RUNS), dtype=np.uint8)
    return first, ideas


@dataclass(frozen=True, eq=False)
class Runs:
    """How well the agents do after each of `ROUNDS`, run by run, as a share of the best solution there is.

    Parameters
    ----------
    mean, best : ndarray, shape (len(ROUNDS), RUNS)
        Mean of all agents; the best agent of a milieu, mean of the two milieux.
    """

    mean: Floats
    best: Floats


@functools.lru_cache(maxsize=2048)
def search(K: int, agents: int, density: str, chance: float = 0.0, seed: int = SEED) -> Runs:
    """Run the search of two milieux on `RUNS` landscapes.

    Parameters
    ----------
    K : int
        How rugged the problem is.
    agents, density : int, str
        Agents of each milieu, and how dense its network is.
    chance : float
        Chance of a link outside the milieu.
    seed : int
        Equal seeds give equal results; landscapes, starts and ideas are the same in all networks.

    Examples
    --------
    >>> found = search(0, 9, "ring").mean
    >>> found.shape, float(found[-1].min())
    ((13, 600), 1.0)
    """
    table = keyed(K, seed)
    first, ideas = start(agents, seed)
    near, bridge = neighbours(agents, density), np.tile(bridges(agents, chance, seed=seed), (MILIEUX, 1))
    kept = np.empty((2, len(ROUNDS), RUNS), np.float32)
    alive = np.arange(RUNS)
    held = table[first, alive]
    kept[:, 0] = _summary(held)
    for now in range(1, ROUNDS[-1] + 1):
        held = step(held, look_up(table, held, ideas[now - 1][:, alive], alive), near, bridge)
        if now in ROUNDS:
            kept[:, ROUNDS.index(now), alive] = _summary(held)
        if now % REST == 0:  # what has come to rest stays as it is
            moving = ~at_rest(table, held, near, bridge, alive)
            kept[:, np.searchsorted(ROUNDS, now) :, alive] = _summary(held)[:, None]
            alive, held, bridge = alive[moving], held[:, moving], bridge[:, moving]
    return Runs(*kept)


def _summary(held: Keys) -> Array:
    done = performance_of(held)
    best = done.reshape(MILIEUX, len(done) // MILIEUX, -1).max(axis=1).mean(axis=0)
    return np.stack([done.mean(axis=0), best])


def look_up(table: Keys, held: Keys, ideas: NDArray[np.uint8], alive: Ints) -> Keys:
    """What everyone would hold after changing one part."""
    changed = solution_of(held) ^ np.left_shift(np.int32(1), ideas.astype(np.int32))
    return np.asarray(table.ravel().take(changed * np.int32(table.shape[1]) + alive.astype(np.int32)))


def at_rest(table: Keys, held: Keys, near: Ints, bridge: Bools, alive: Ints) -> Bools:
    """Tell in which runs nobody knows better and no single change helps anybody, so that all stay for ever."""
    found = (step(held, held, near, bridge) == held).all(axis=0)
    for part in range(PARTS):
        some = np.flatnonzero(found)
        ideas = np.full((len(held), len(some)), part, np.uint8)
        found[some] = (look_up(table, held[:, some], ideas, alive[some]) <= held[:, some]).all(axis=0)
    return np.asarray(found)
