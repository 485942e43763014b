"""Arthur (1990): firms settle one after the other, each by its own taste and by how many are there already."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

#: Tastes of a firm for a place are spread evenly over an interval of this length: the unit of all benefits.
SPREAD = 1.0
#: What everybody likes the first place better by, in spreads.
EDGE = 0.1
#: Firms that settle, histories of which averages are taken, and the seed of their tastes.
FIRMS, RUNS, SEED = 400, 1000, 1990


def benefit(n: object, strength: float, bound: float = math.inf) -> Array:
    """Return what a place with `n` firms is worth more than an empty one, in spreads of tastes.

    Parameters
    ----------
    n : array_like of float
        Firms that are there.
    strength : float
        What each neighbour is worth.
    bound : float
        What all neighbours together are worth at most; ``inf`` if there is no bound.

    Examples
    --------
    >>> benefit([0, 10, 100], 0.02, 0.5).tolist()
    [0.0, 0.2, 0.5]
    """
    return np.minimum(strength * np.asarray(n, dtype=float), bound)


def tastes(places: int, runs: int, seed: int, firms: int = FIRMS) -> NDArray[np.float32]:
    """Return tastes of every firm of every history: firms x places x runs, between 0 and `SPREAD`.

    The first places of a long list are those of a short one, so that a place more does not change what firms think
    of the others.
    """
    random = np.random.default_rng(seed)
    drawn = np.stack([random.random((firms, runs), dtype=np.float32) for _place in range(places)], axis=1)
    return np.float32(SPREAD) * drawn


def settle(
    liked: NDArray[np.float32], strength: float, bounds: Array, edge: float = EDGE, *, path: bool = False
) -> NDArray[np.int32]:
    """Let firms settle where taste, edge and benefit add up to most.

    Parameters
    ----------
    liked : ndarray, firms x places x runs
        Tastes.
    strength : float
        What each neighbour is worth.
    bounds : ndarray, shape (b,)
        Bounds of the benefit; all of them meet the same firms.
    edge : float
        What the first place is worth more to everyone.
    path : bool
        Return the counts after each firm, too.

    Returns
    -------
    ndarray of int
        Firms by place: places x b x runs; with `path`, a first axis for 0 to all firms.
    """
    firms, places, runs = liked.shape
    counts = np.zeros((places, len(bounds), runs), dtype=np.float32)
    steps = np.zeros((firms + 1, *counts.shape), dtype=np.int32) if path else None
    caps = np.asarray(bounds, dtype=np.float32)[:, None]
    own = np.zeros(places, dtype=np.float32)
    own[0] = edge
    names = np.arange(places)[:, None, None]
    for firm in range(firms):
        scores = np.minimum(np.float32(strength) * counts, caps) + (liked[firm] + own[:, None])[:, None, :]
        counts += names == scores.argmax(axis=0)
        if steps is not None:
            steps[firm + 1] = counts
    return counts.astype(np.int32) if steps is None else steps


def geography(places: int, edge: float = EDGE) -> Array:
    """Return the chance that a firm likes each place best when neighbours are worth nothing.

    A taste for the first place lies between `edge` and 1 + `edge`: where it is above 1 no other can beat it, below
    it must beat all others, each with a chance equal to itself.

    Examples
    --------
    >>> geography(6).round(3).tolist()
    [0.267, 0.147, 0.147, 0.147, 0.147, 0.147]
    """
    first = min(1.0, edge + (1 - min(edge, 1.0) ** places) / places)
    return np.array([first] + [(1 - first) / (places - 1)] * (places - 1))


def shut_out(bound: float, lead: float = 0.0) -> bool:
    """Tell whether a place at its bound can win every firm against an empty one, `lead` apart in edge.

    Examples
    --------
    >>> shut_out(0.95), shut_out(0.95, lead=EDGE), shut_out(1.05, lead=-EDGE)
    (False, True, False)
    """
    return bound + lead > SPREAD


@cache
def history(strength: float, bound: float, places: int, number: int) -> NDArray[np.int32]:
    """Return one history, told firm by firm.

    Returns
    -------
    ndarray of int, shape (FIRMS + 1, places)
        Firms by place after 0 to `FIRMS` arrivals. Histories of one number have the same firms with the same tastes,
        whatever strength and bound.

    Examples
    --------
    >>> history(0.1, float("inf"), 6, 1)[-1].tolist(), history(0.1, float("inf"), 6, 2)[-1].tolist()
    ([392, 0, 3, 1, 4, 0], [6, 0, 5, 0, 389, 0])
    """
    liked = tastes(places, 1, SEED + 1000 * number)
    return settle(liked, strength, np.array([bound]), path=True)[:, :, 0, 0]


def margin(chance: float, runs: int = RUNS) -> float:
    """Half the width of a 95 % interval of a share of `runs` histories.

    Examples
    --------
    >>> round(margin(0.5), 3)
    0.031
    """
    return 1.96 * math.sqrt(chance * (1 - chance) / runs)


@dataclass(frozen=True, eq=False)
class Ends:
    """How many histories ended.

    Parameters
    ----------
    shares : ndarray, places x runs
        Final share of each place.
    """

    shares: Array

    @property
    def winner(self) -> Array:
        """Share of the largest place, by history."""
        top: Array = self.shares.max(axis=0)
        return top

    def band(self, level: float = 0.8) -> tuple[float, float, float]:
        """Mean share of the largest place, and the two between which `level` of the histories lie."""
        low, high = np.quantile(self.winner, [(1 - level) / 2, (1 + level) / 2])
        return float(self.winner.mean()), float(low), float(high)

    @property
    def best(self) -> float:
        """Share of histories that the best place wins; a tie counts in part."""
        top = self.shares == self.shares.max(axis=0)
        return float((top[0] / top.sum(axis=0)).mean())


@cache
def ends(strength: float, bounds: tuple[float, ...], places: int, seed: int = SEED, edge: float = EDGE) -> list[Ends]:
    """Return the ends of `RUNS` histories for each of the bounds."""
    found = settle(tastes(places, RUNS, seed), strength, np.array(bounds), edge) / FIRMS
    return [Ends(found[:, at]) for at in range(len(bounds))]
