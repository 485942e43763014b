"""What the measures say of a throw, and what they say of darts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.spatial_concentration.places import Array, board
from course_utils.concepts.spatial_concentration.plants import sizes, throw
from course_utils.measures import Bands, ellison_glaeser, k_density, k_density_bands, locational_gini, maurel_sedillot

#: Rows of the picture: measure and borders.
MEASURES = ("gini", "gini_region", "gamma", "gamma_region", "gamma_ms")
#: Throws of darts that the measures are compared with; their seed, and that of the bands.
THROWS, SEED = 1000, 1999
#: Distances (km) of the K-density: as far as half of the pairs of darts are apart.
RADII = np.arange(0.0, 401.0, 10.0)
LEVEL = 0.95


def measured(jobs: Array, regions: dict[str, NDArray[np.int64]]) -> Array:
    """Return the value of each of `MEASURES` for plants of these sizes in these regions."""
    found = []
    for level in ("departement", "region"):
        shares = board().shares[level]
        held = np.bincount(regions[level], jobs, len(shares))
        found.append(float(locational_gini(held[:, None], shares)[0]))
        found.append(ellison_glaeser(jobs, regions[level], shares).gamma)
    same = maurel_sedillot(jobs, regions["departement"], board().shares["departement"]).gamma
    return np.array([found[0], found[2], found[1], found[3], same])


@cache
def of_throw(n: int, inequality: str, strength: float, scale: float, draw: int) -> Array:
    """Values of `MEASURES` for one throw.

    Examples
    --------
    >>> (of_throw(60, "equal", 0.0, 40.0, 1).round(2) + 0.0).tolist()
    [0.3, 0.1, 0.0, -0.01, 0.0]
    """
    found = throw(n, strength, scale, draw)
    return measured(sizes(n, inequality), {level: found.regions(level) for level in ("departement", "region")})


@dataclass(frozen=True, eq=False)
class Darts:
    """Values of `MEASURES` for many throws of darts.

    Parameters
    ----------
    low, mean, high : ndarray, shape (5,)
        5 % of the throws lie below ``low``, as many above ``high``.
    """

    low: Array
    mean: Array
    high: Array


@cache
def of_darts(n: int, inequality: str, seed: int = SEED, throws: int = THROWS) -> Darts:
    """What plants of these sizes give if they are darts.

    Examples
    --------
    >>> darts = of_darts(20, "lumpy")
    >>> bool(darts.low[0] > 0.4), bool(abs(darts.mean[2]) < 0.02)
    (True, True)
    """
    random, aims = np.random.default_rng([seed, n]), board().sites
    jobs, rows = sizes(n, inequality), []
    for _throw in range(throws):
        communes = aims[random.choice(len(aims), n, replace=False)]
        rows.append(measured(jobs, {level: board().member[level][communes] for level in board().member}))
    table = np.array(rows)
    low, high = np.quantile(table, [1 - LEVEL, LEVEL], axis=0)
    return Darts(low, table.mean(axis=0), high)


@cache
def bandwidth(n: int) -> float:
    """Silverman's bandwidth (km) for the pairs of `n` darts: the same whatever the throw, so that curves compare.

    Examples
    --------
    >>> round(bandwidth(200)), round(bandwidth(20))
    (27, 68)
    """
    random = np.random.default_rng(SEED)
    places = board().places[random.choice(board().sites, 1500, replace=False)]
    left, right = np.triu_indices(len(places), 1)
    spread = float(np.hypot(*(places[left] - places[right]).T).std())
    return 0.9 * spread * (n * (n - 1) / 2) ** -0.2


@cache
def curve(n: int, inequality: str, strength: float, scale: float, draw: int) -> Array:
    """K-density of a throw at `RADII`, pairs weighted by their jobs."""
    places = throw(n, strength, scale, draw).places
    return k_density(places, RADII, weights=sizes(n, inequality), bandwidth=bandwidth(n))


@cache
def bands(n: int, inequality: str, simulations: int, seed: int = SEED) -> Bands:
    """What darts of these sizes give: local and global bands of as many throws as asked for."""
    return k_density_bands(
        throw(n).places,
        board().places[board().sites],
        RADII,
        simulations=simulations,
        level=LEVEL,
        seed=seed,
        weights=sizes(n, inequality),
        bandwidth=bandwidth(n),
    )


def false_alarms(n: int, inequality: str, simulations: int, seed: int = SEED + 1) -> float:
    """Share of fresh throws of darts that rise above a global band somewhere; 5 % is what it promises.

    Examples
    --------
    >>> few, more = false_alarms(20, "equal", 20), false_alarms(20, "equal", 1000)
    >>> few > 0.15, more < 0.08
    (True, True)
    """
    band = bands(n, inequality, simulations).global_[1]
    return float((bands(n, inequality, THROWS, seed).curves > band).any(axis=1).mean())


def beyond(observed: Array, band: Array) -> NDArray[np.int64]:
    """1 at distances where a curve lies above a band, -1 where it lies below, 0 within.

    Examples
    --------
    >>> beyond(np.array([3.0, 1.0]), np.array([[1.5, 0.5], [2.0, 2.0]])).tolist()
    [1, 0]
    """
    return (observed > band[1]).astype(np.int64) - (observed < band[0])


def first_run(observed: Array, bands: Bands) -> tuple[float, float]:
    """First and last distance (km) of the first stretch on which a curve is above the global band; NaN if none."""
    above = beyond(observed, bands.global_) > 0
    if not above.any():
        return math.nan, math.nan
    first = int(np.argmax(above))
    length = int(np.argmin(np.append(above[first:], False)))
    return float(RADII[first]), float(RADII[first + length - 1])


def localised(
    n: int, inequality: str, strength: float, scale: float, draw: int, simulations: int = 200
) -> tuple[float, float]:
    """Distances (km) between which the plants of a throw are first closer to one another than darts; NaN if nowhere.

    Examples
    --------
    >>> localised(60, "uneven", 0.0, 40.0, 1)
    (nan, nan)
    """
    return first_run(curve(n, inequality, strength, scale, draw), bands(n, inequality, simulations))
