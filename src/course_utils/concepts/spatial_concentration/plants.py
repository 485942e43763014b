"""Plants of unequal size, thrown like darts or drawn to a few places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.spatial_concentration.places import Array, board, communes, nearest

#: Most plants that are thrown, and how many towns, of how many inhabitants at least, the drawn ones gather around.
MOST, CENTRES, TOWN = 200, 2, 10_000
#: Exponent of the power law that sizes follow; equal sizes have none.
EXPONENTS = {"equal": 0.0, "uneven": 1 / 1.5, "lumpy": 1 / 0.8}
SEED = 2016


@cache
def sizes(n: int, inequality: str) -> Array:
    """Shares of `n` plants in the jobs of their industry, in an order that says nothing of where they are.

    Parameters
    ----------
    n : int
        Plants.
    inequality : {"equal", "uneven", "lumpy"}
        Quantiles of a Pareto law of exponent 1.5 or 0.8, or all alike.

    Examples
    --------
    >>> [round(float(sizes(20, key).max()), 2) for key in EXPONENTS]
    [0.05, 0.24, 0.54]
    """
    ranks = (np.arange(n) + 0.5) / n
    jobs = ranks ** -EXPONENTS[inequality]
    return np.random.default_rng([SEED, n]).permutation(jobs / jobs.sum())


@dataclass(frozen=True, eq=False)
class Throw:
    """Where plants are.

    Parameters
    ----------
    communes : ndarray of int, shape (n,)
        Number of the commune of each, on the `board`.
    drawn : int
        How many, the first ones, were drawn to one of two towns.
    """

    communes: NDArray[np.int64]
    drawn: int

    @property
    def places(self) -> Array:
        """Kilometres, shape (n, 2)."""
        return np.asarray(board().places[self.communes])

    @property
    def degrees(self) -> Array:
        """Longitude and latitude, shape (n, 2)."""
        return np.asarray(board().degrees[self.communes])

    def regions(self, level: str) -> NDArray[np.int64]:
        """Number of the département or région of each plant."""
        return np.asarray(board().member[level][self.communes])


def throw(n: int, strength: float = 0.0, scale: float = 40.0, draw: int = 1) -> Throw:
    """Throw plants at inhabitants, and draw some of them to two towns.

    Parameters
    ----------
    n : int
        Plants, 200 at most.
    strength : float
        Share of the plants that settle around one of two towns; the others are darts.
    scale : float
        Standard deviation, km, of how far from it they settle, along each axis; they take the nearest commune.
    draw : int
        Number of the throw: its seed. A throw of fewer plants is the beginning of one of more.

    Raises
    ------
    ValueError
        If a number makes no throw.

    Examples
    --------
    >>> throw(60, strength=0.3).drawn, len(set(throw(200).communes)) > 100
    (18, True)
    """
    if not (2 <= n <= MOST and 0 <= strength <= 1 and scale > 0):
        raise ValueError(f"n must lie in [2, {MOST}], strength in [0, 1], scale above 0; got {n}, {strength}, {scale}")
    found, drawn = _darts(draw)[:n].copy(), round(strength * n)
    found[:drawn] = _gathered(draw, scale)[:drawn]
    return Throw(found, drawn)


@cache
def _darts(draw: int) -> NDArray[np.int64]:
    random = np.random.default_rng([SEED, draw, 0])
    return board().sites[random.choice(len(board().sites), MOST, replace=False)]


@cache
def _gathered(draw: int, scale: float) -> NDArray[np.int64]:
    """The same cloud around the same towns, as wide as the scale says."""
    random = np.random.default_rng([SEED, draw, 1])
    towns = np.flatnonzero(communes()["population"] >= TOWN)
    centres = board().places[random.choice(towns, CENTRES, replace=False)]
    aimed = centres[random.integers(CENTRES, size=MOST)] + scale * random.normal(size=(MOST, 2))
    return nearest(aimed)
