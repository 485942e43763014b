"""How many of the neighbours are alike? Marcon and Puech's relative function of distance."""

from __future__ import annotations

import warnings
from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial.distance import cdist

from course_utils.measures._checks import vector
from course_utils.measures._pairs import BLOCK, masses, plane

Array = NDArray[np.float64]


def marcon_puech_m(
    points: ArrayLike, types: Iterable[object], radii: ArrayLike, *, target: object, weights: ArrayLike | None = None
) -> Array:
    """Marcon and Puech's M: the share of one type among neighbours within a distance, over its share everywhere.

    Parameters
    ----------
    points : array_like, shape (n, 2)
        Plants of all types, on a plane.
    types : iterable of n labels
        Type (industry ...) of each plant.
    radii : array_like, shape (k,)
        Distances, none negative; a neighbour at exactly that distance counts.
    target : object
        The type that is looked at, of two plants at least.
    weights : array_like, shape (n,), optional
        Jobs of each plant; 1 if not given.

    Returns
    -------
    ndarray, shape (k,)
        1 where neighbours are as everywhere, 2 where the type is twice as frequent. It is cumulative, unlike
        `k_density`. Plants without any neighbour that near are left out; NaN, with a warning, where none has one.

    Raises
    ------
    ValueError
        As `k_density`; if labels and points differ in number, or the target is the type of fewer than two plants.

    References
    ----------
    Marcon, E. & Puech, F. (2010). Measures of the geographic concentration of industries: improving distance-based
    methods. Journal of Economic Geography 10(5), 745-762. https://doi.org/10.1093/jeg/lbp056

    Examples
    --------
    >>> line = [[0, 0], [1, 0], [10, 0], [11, 0]]
    >>> marcon_puech_m(line, ["a", "a", "b", "b"], [1, 20], target="a").tolist()
    [3.0, 1.0]
    """
    places, at, labels = plane("points", points), vector("radii", radii, minimum=0), list(types)
    mass = masses(weights, len(places))
    if len(labels) != len(places):
        raise ValueError(f"types must hold {len(places)} labels as points does, got {len(labels)}")
    own = np.array([label == target for label in labels])
    if own.sum() < 2:
        raise ValueError(f"target must be the type of two points at least, got {own.sum()} of type {target!r}")
    order = np.argsort(at, kind="stable")
    alike, every = (near[:, np.argsort(order)] for near in _neighbours(places, mass, own, at[order]))
    there = every > 0
    everywhere = ((mass[own].sum() - mass[own]) / (mass.sum() - mass[own]))[:, None] * there
    near = np.divide(alike, every, out=np.zeros_like(alike), where=there).sum(axis=0)
    if not there.any(axis=0).all():
        warnings.warn(f"no plant has a neighbour within {at[~there.any(axis=0)].max():g}: M is NaN", stacklevel=2)
    return np.divide(near, everywhere.sum(axis=0), out=np.full(len(at), np.nan), where=there.any(axis=0))


def _neighbours(places: Array, mass: Array, own: NDArray[np.bool_], radii: Array) -> tuple[Array, Array]:
    """Weight of the neighbours of each plant of the type within each of the sorted radii: alike, and all."""
    found, rows = [], max(BLOCK // len(places), 1)
    who = np.flatnonzero(own)
    for first in range(0, len(who), rows):
        these = who[first : first + rows]
        ring = np.searchsorted(radii, cdist(places[these], places))
        ring[np.arange(len(these)), these] = len(radii)  # not a neighbour of itself
        flat = (ring + (len(radii) + 1) * np.arange(len(these))[:, None]).ravel()
        counts = [np.bincount(flat, np.tile(w, len(these)), len(these) * (len(radii) + 1)) for w in (mass * own, mass)]
        found.append([c.reshape(len(these), -1)[:, :-1].cumsum(axis=1) for c in counts])
    return np.vstack([f[0] for f in found]), np.vstack([f[1] for f in found])
