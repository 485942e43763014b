"""Many synthetic populations: how often pairs of four kinds are linked, chance averaged out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.proximity.model import link_probability
from course_utils.concepts.proximity.places import Array
from course_utils.concepts.proximity.population import ALIKE, NEAR, population

#: Populations that are averaged; how many of them make one sample of the range that is shown.
POPULATIONS, SAMPLE = 400, 20
#: Kinds of pairs: neighbours with and without organised proximity, then the others.
KINDS = ("near_organised", "near_strange", "far_organised", "far_strange")
LEVEL = 0.9


@dataclass(frozen=True, eq=False)
class Crowd:
    """All pairs of many populations.

    Parameters
    ----------
    proximities : ndarray, shape (runs, 435, 3)
        Nearness, belonging and likeness.
    luck : ndarray, shape (runs, 435)
        One uniform number a pair.
    kind : ndarray of int, shape (runs, 435)
        Position in `KINDS`.
    """

    proximities: Array
    luck: Array
    kind: NDArray[np.int64]


@cache
def crowd(spread: int, organisations: int, first: int = 1) -> Crowd:
    """Draw `POPULATIONS` populations, from number `first` on."""
    found = [population(draw, spread, organisations) for draw in range(first, first + POPULATIONS)]
    near = np.array([one.distance < NEAR for one in found])
    organised = np.array([one.same | (one.gap < ALIKE) for one in found])
    kind = 2 * ~near + ~organised
    return Crowd(np.array([one.proximities for one in found]), np.array([one.luck for one in found]), kind)


@dataclass(frozen=True, eq=False)
class Kinds:
    """Share of the pairs of each of `KINDS` that is linked.

    Parameters
    ----------
    pairs : ndarray, shape (4,)
        Pairs of the kind in an average population.
    mean, low, high : ndarray, shape (4,)
        Probability of a link, averaged over all pairs of the kind; of 10 samples of 20 populations, in which links
        are drawn, 9 have a share between the other two.
    """

    pairs: Array
    mean: Array
    low: Array
    high: Array


@cache
def kinds(
    near: float, belong: float, similar: float, spread: int = 30, organisations: int = 5, first: int = 1
) -> Kinds:
    """How often pairs of each kind are linked.

    Parameters
    ----------
    near, belong, similar : float
        What the odds are multiplied by next door, in the same organisation, for the same knowledge.
    spread, organisations : int
        See `population`.
    first : int
        Number of the first population: another set of seeds.

    Examples
    --------
    >>> found = kinds(30, 1, 1)
    >>> bool(found.mean[1] < 0.25), kinds(1, 1, 1).mean.round(4).tolist()
    (True, [0.01, 0.01, 0.01, 0.01])
    """
    many = crowd(spread, organisations, first)
    p = link_probability(many.proximities, np.log([near, belong, similar]))
    counts, linked = _samples(many), _samples(many, many.luck < p)
    mean = np.bincount(many.kind.ravel(), p.ravel(), len(KINDS)) / counts.sum(axis=0)
    low, high = np.quantile(linked / counts, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0)
    return Kinds(counts.sum(axis=0) / POPULATIONS, mean, low, high)


def _samples(many: Crowd, marked: NDArray[np.bool_] | None = None) -> Array:
    """Pairs of each kind in each sample, or those of them that are marked, shape (20, 4)."""
    samples = POPULATIONS // SAMPLE
    cell = many.kind.reshape(samples, -1) + len(KINDS) * np.arange(samples)[:, None]
    weights = None if marked is None else marked.ravel().astype(float)
    return np.bincount(cell.ravel(), weights, len(KINDS) * samples).reshape(samples, -1).astype(float)
