"""Groups of places: neighbours, places alike, or places thrown together, averaged over many draws."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.decentralisation.model import tastes

Array = NDArray[np.float64]

PLACES, AREA = 48, 6
#: All sizes that cut 48 places into equal groups.
SIZES = (1, 2, 3, 4, 6, 8, 12, 16, 24, 48)
RECIPES = ("neighbours", "alike", "random")
#: How tastes lie on the map: noise that is added to the order of places before they are ranked.
MAPS = {"mixed": np.inf, "leaning": 0.45, "sorted": 0.0}
DRAWS, SEED = 4000, 2016


@dataclass(frozen=True, eq=False)
class Moments:
    """What is needed of each draw to have the loss for any spillover and spread, for one map.

    Parameters
    ----------
    parts : ndarray, shape (3 recipes, 10 sizes, draws, 6)
        Mean products of mismatch (places unlike their group), of neglect (neighbours left out) and of taste.
    gathered : ndarray, shape (3, 10)
        Part of its living area that a place finds in its group, on average.
    inside : ndarray, shape (3, 10)
        Part of the variance of tastes that lies inside groups, on average.
    """

    parts: Array
    gathered: Array
    inside: Array


@cache
def moments(map: str, draws: int, seed: int) -> Moments:
    """Draw maps of tastes and groups, and keep what matters of them.

    Examples
    --------
    >>> found = moments("sorted", 10, 1)
    >>> found.gathered[0].round(2).tolist()[:5]  # groups of six neighbours gather the whole living area
    [0.17, 0.33, 0.5, 0.56, 1.0]
    """
    random = np.random.default_rng(seed)
    z = arrange(map, draws, random)
    parts, gathered, inside = [], [], []
    for recipe in RECIPES:
        order = seats(recipe, z, random)
        found = [_measure(z, order, size) for size in SIZES]
        parts.append([own[0] for own in found])
        gathered.append([own[1] for own in found])
        inside.append([own[2] for own in found])
    return Moments(np.array(parts), np.array(gathered), np.array(inside))


def arrange(map: str, draws: int, random: np.random.Generator) -> Array:
    """Lay standardised tastes on the places, shape (draws, 48): mixed, leaning to one side, or sorted."""
    noise = MAPS[map]
    scores = random.normal(size=(draws, PLACES))
    if np.isfinite(noise):
        scores = np.linspace(0, 1, PLACES) + noise * scores
    return np.asarray((tastes(PLACES, 0.5)[scores.argsort(axis=1).argsort(axis=1)] - 1) / 0.5)


def seats(recipe: str, z: Array, random: np.random.Generator) -> NDArray[np.int64]:
    """Order in which places are put into groups, shape (draws, 48): the first `size` make the first group."""
    if recipe == "neighbours":
        return np.broadcast_to(np.arange(PLACES), z.shape)
    return np.asarray((z if recipe == "alike" else random.random(z.shape)).argsort(axis=1))


def _measure(z: Array, order: NDArray[np.int64], size: int) -> tuple[Array, float, float]:
    draws, groups = len(z), PLACES // size
    area = np.arange(PLACES) // AREA
    label = np.empty_like(z, dtype=np.int64)
    np.put_along_axis(label, order, np.broadcast_to(np.arange(PLACES) // size, z.shape), axis=1)
    cell = (np.arange(draws)[:, None] * groups + label) * (PLACES // AREA) + area
    held = np.bincount(cell.ravel(), minlength=draws * groups * (PLACES // AREA))[cell] / AREA
    mean_z, mean_held, mean_both = (_over(own, order, size) for own in (z, held, z * held))
    area_z = z.reshape(draws, -1, AREA).mean(axis=2).repeat(AREA, axis=1)
    mismatch, neglect, taste = mean_z - z, mean_held - 1, mean_both - area_z
    products = (
        mismatch**2,
        mismatch * neglect,
        mismatch * taste,
        neglect**2,
        neglect * taste,
        taste**2,
    )
    kept = np.stack([own.mean(axis=1) for own in products], axis=-1)
    return kept, float(held.mean()), float((mismatch**2).mean())


def _over(values: Array, order: NDArray[np.int64], size: int) -> Array:
    """Mean of values over each place's group."""
    seated = np.take_along_axis(values, order, axis=1)
    means = seated.reshape(len(values), -1, size).mean(axis=2).repeat(size, axis=1)
    back = np.empty_like(means)
    np.put_along_axis(back, order, means, axis=1)
    return back


@dataclass(frozen=True, eq=False)
class Losses:
    """What is missing to the first best by recipe and size of groups, in % (fixed costs included).

    Parameters
    ----------
    mean : ndarray, shape (3, 10)
        Average over draws.
    low, high : ndarray, shape (10,)
        Limits of the middle 80 % of draws, for random groups.
    draws, seed : int
        How many draws, and from which seed.
    """

    mean: Array
    low: Array
    high: Array
    draws: int
    seed: int


def losses(map: str, spread: float, kappa: float, fixed: float = 0.0, draws: int = DRAWS, seed: int = SEED) -> Losses:
    """Loss for each recipe and size of groups.

    Parameters
    ----------
    map : {"mixed", "leaning", "sorted"}
        How tastes lie on the map of places.
    spread, kappa, fixed : float
        As for `threshold`.
    draws, seed : int
        Number of random maps and groupings, and their seed.

    Examples
    --------
    >>> found = losses("sorted", 0.4, 0.3)
    >>> communes, areas, state = (found.mean[0, i] for i in (0, 4, 9))
    >>> bool(areas < communes < state)
    True
    """
    free = _free(map, float(spread), float(kappa), draws, seed)
    paid = 100 * fixed / np.array(SIZES)
    mean, low, high = (own + paid for own in free)
    return Losses(mean, low, high, draws, seed)


@cache
def _free(map: str, spread: float, kappa: float, draws: int, seed: int) -> tuple[Array, Array, Array]:
    """Mean of the loss without fixed costs; tenth and ninetieth percentile for random groups."""
    a, b, c, d, e, f = np.moveaxis(moments(map, draws, seed).parts, -1, 0)
    own = 1 - kappa
    each = (own * spread) ** 2 * a + 2 * own * kappa * spread * (b + spread * c)
    each = 100 * (each + kappa**2 * (d + 2 * spread * e + spread**2 * f))
    low, high = np.quantile(each[RECIPES.index("random")], [0.1, 0.9], axis=-1)
    return each.mean(axis=-1), low, high
