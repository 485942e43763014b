"""At which distances are plants concentrated? The density of the distances between all pairs, and what chance gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import number, vector
from course_utils.measures._grid import Grid, cell_of
from course_utils.measures._pairs import Table, bandwidth_of, exact, masses, plane

Array = NDArray[np.float64]

#: Up to so many points every pair counts with its own distance; beyond, points are binned.
EXACT = 3_000
#: A grid is used while the bandwidth spans at least so many cells.
SPAN = 2.0


@dataclass(frozen=True, eq=False)
class Bands:
    """A density of distances, and what the same plants give where they are thrown at random.

    Parameters
    ----------
    observed : ndarray, shape (k,)
        As `k_density`.
    local : ndarray, shape (2, k)
        Below and above: at each distance a share 1 - level of the simulations lies below, and as many above.
    global_ : ndarray, shape (2, k)
        Below and above: a share 1 - level of the simulations at most leaves it downwards anywhere, and upwards.
    simulations : int
        How many times the plants were thrown.
    curves : ndarray, shape (simulations, k)
        What each throw gave.
    """

    observed: Array
    local: Array
    global_: Array
    simulations: int
    curves: Array


def k_density(
    points: ArrayLike, radii: ArrayLike, *, weights: ArrayLike | None = None, bandwidth: float | None = None
) -> Array:
    """Duranton and Overman's K-density: the smoothed density of the distances between all pairs of points.

    Parameters
    ----------
    points : array_like, shape (n, 2)
        Coordinates on a plane (km ...), at least two points.
    radii : array_like, shape (k,)
        Distances at which the density is wanted, in the same unit, none negative.
    weights : array_like, shape (n,), optional
        A pair counts as the product of its two weights (jobs of a plant ...); 1 if not given.
    bandwidth : float, optional
        Standard deviation of the Gaussian kernel; by default 0.9 min(sd, IQR / 1.34) m^(-1/5) over the distances of the
        m true pairs, unweighted.

    Returns
    -------
    ndarray, shape (k,)
        Per unit of distance. The kernel is reflected at zero, so that the density integrates to 1 over all distances.
        Up to 3,000 points every pair has its own kernel; beyond, points are spread over a grid of 512 x 512 cells (the
        result stays within 0.002 of the highest value) unless the bandwidth is below two cells.

    Raises
    ------
    ValueError
        If points are not pairs of finite numbers, all distances are alike and no bandwidth is given, a radius or
        weight is negative, or fewer than two weights are positive.

    References
    ----------
    Duranton, G. & Overman, H. G. (2005). Testing for localization using micro-geographic data. The Review of Economic
    Studies 72(4), 1077-1106. https://doi.org/10.1111/0034-6527.00362

    Examples
    --------
    >>> k_density([[0, 0], [3, 4]], [0, 5], bandwidth=1.0).round(3).tolist()  # one pair, 5 apart
    [0.0, 0.399]
    """
    places, at = plane("points", points), vector("radii", radii, minimum=0)
    mass, width = masses(weights, len(places)), _bandwidth(bandwidth, places)
    return _one(places, places, mass, at, width)


def k_density_bands(
    points: ArrayLike,
    sites: ArrayLike,
    radii: ArrayLike,
    *,
    simulations: int = 200,
    level: float = 0.95,
    seed: int = 0,
    weights: ArrayLike | None = None,
    bandwidth: float | None = None,
) -> Bands:
    """K-density of plants, and bands of what they would give on sites drawn at random without replacement.

    Parameters
    ----------
    points : array_like, shape (n, 2)
        The plants.
    sites : array_like, shape (m, 2)
        All places where one could stand, m at least n; a place with room for three stands three times.
    radii, weights, bandwidth
        As for `k_density`; the bandwidth is that of the observed pairs, and the weights follow the plants.
    simulations : int
        How many times the plants are thrown, at least 2.
    level : float
        0.95 leaves 5 % of the simulations above a band and 5 % below it, as in Duranton and Overman.
    seed : int
        Of the random numbers.

    Returns
    -------
    Bands
        ``observed``, ``local``, ``global_``, ``simulations``, ``curves``. A global band is made of the order statistics
        of one rank at all distances, the narrowest that at most a share 1 - level of the simulated curves leaves
        anywhere; with few simulations that is their envelope.

    Raises
    ------
    ValueError
        As `k_density`; if there are fewer sites than points, or simulations or level make no band.

    References
    ----------
    Duranton and Overman (2005), as for `k_density`, section 3.

    Examples
    --------
    >>> sites = [[x, y] for x in range(20) for y in range(20)]
    >>> found = k_density_bands(sites[:12], sites, [1.0, 10.0], simulations=50, seed=1)
    >>> (found.observed > found.global_[1]).tolist()  # a row: nearer to one another than by chance
    [True, False]
    """
    places, room, at = plane("points", points), plane("sites", sites), vector("radii", radii, minimum=0)
    if len(room) < len(places):
        raise ValueError(f"sites must be at least as many as points, {len(places)}, got {len(room)}")
    draws, share = int(number("simulations", simulations, "[2, inf)")), number("level", level, "[0.5, 1)")
    mass, width = masses(weights, len(places)), _bandwidth(bandwidth, places)
    extent = np.vstack([places, room])
    engine = Table(at, width) if len(places) <= EXACT else _many(extent, at, width)
    random = np.random.default_rng(seed)
    thrown = (room[random.choice(len(room), len(places), replace=False)] for _draw in range(draws))
    curves = np.array([engine(some, mass) for some in thrown])
    observed = _one(places, extent, mass, at, width)
    local = np.quantile(curves, [1 - share, share], axis=0)
    return Bands(observed, local, _global(curves, share), draws, curves)


def _one(places: Array, extent: Array, mass: Array, radii: Array, width: float) -> Array:
    few = len(places) <= EXACT
    return exact(places, mass, radii, width) if few else _many(extent, radii, width)(places, mass)


def _many(extent: Array, radii: Array, width: float) -> Callable[[Array, Array], Array]:
    return Grid(extent, radii, width) if width >= SPAN * cell_of(extent) else Table(radii, width)


def _global(curves: Array, level: float) -> Array:
    """Order statistics of one rank at all distances that few enough curves leave."""
    ordered, out = np.sort(curves, axis=0), int((1 - level) * len(curves) + 1e-9)
    ranks = np.argsort(np.argsort(curves, axis=0), axis=0)
    above = np.sort(ranks.max(axis=1))[len(curves) - 1 - out]
    below = np.sort(ranks.min(axis=1))[out]
    return np.stack([ordered[below], ordered[above]])


def _bandwidth(given: float | None, places: Array) -> float:
    width = bandwidth_of(places) if given is None else number("bandwidth", given, "(0, inf)")
    if width <= 0:
        raise ValueError("points are all equally far from one another: give a bandwidth")
    return width
