"""Who should decide? A local public good with tastes that differ and benefits that spill over (Oates 1972).

Place i wants the good with strength `theta[i]`. It enjoys ``G_i = (1 - kappa) g_i + kappa * mean of g over its living
area`` and has ``U_i = theta_i G_i - g_i ** 2 / 2``. All else follows from who chooses the levels g. A living area is
given by `area`, one label a place; without it all places are one living area (the basic version).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

#: Utility of a place of average taste that decides alone and keeps all benefits: losses and costs are in % of it.
UNIT = 0.5


def tastes(n: int, spread: float) -> Array:
    """Tastes of n places, weakest first: mean 1, and the coefficient of variation asked for.

    Parameters
    ----------
    n : int
        Number of places, at least 2.
    spread : float
        Standard deviation over mean, 0 to 0.9.

    Returns
    -------
    ndarray, shape (n,)
        Many places that want little and a few that want much: quantiles of an exponential distribution.

    Examples
    --------
    >>> tastes(4, 0.4).round(2).tolist()
    [0.57, 0.76, 1.04, 1.63]
    """
    if n < 2:
        raise ValueError(f"n must be at least 2, got {n}")
    if not 0 <= spread <= 0.9:
        raise ValueError(f"spread must lie between 0 and 0.9, got {spread}")
    quantiles = -np.log1p(-(np.arange(n) + 0.5) / n)
    return np.asarray(1 + spread * (quantiles - quantiles.mean()) / quantiles.std())


def area_mean(values: ArrayLike, area: ArrayLike | None = None) -> Array:
    """Mean over the living area of each place.

    Examples
    --------
    >>> area_mean([1, 3, 5, 5], area=[0, 0, 1, 1]).tolist()
    [2.0, 2.0, 5.0, 5.0]
    """
    array = np.asarray(values, dtype=float)
    labels = np.zeros(array.size, dtype=int) if area is None else np.unique(np.asarray(area), return_inverse=True)[1]
    return np.asarray((np.bincount(labels, array) / np.bincount(labels))[labels])


def first_best(theta: ArrayLike, kappa: float, area: ArrayLike | None = None) -> Array:
    """Levels of a planner who knows every taste: own taste, and what the neighbours get out of it.

    Examples
    --------
    >>> first_best([0.5, 1.5], kappa=0.4).round(2).tolist()
    [0.7, 1.3]
    """
    return np.asarray((1 - kappa) * np.asarray(theta, dtype=float) + kappa * area_mean(theta, area))


def central(theta: ArrayLike) -> Array:
    """One level for all, the best uniform one: the mean taste.

    Examples
    --------
    >>> central([0.5, 1.5]).tolist()
    [1.0, 1.0]
    """
    return np.full(np.size(theta), float(np.asarray(theta, dtype=float).mean()))


def grouped(theta: ArrayLike, kappa: float, groups: ArrayLike, area: ArrayLike | None = None) -> Array:
    """Each group chooses one level for its members, the best for them, and takes the others' as given (Nash).

    Parameters
    ----------
    theta : array_like, shape (n,)
        Tastes.
    kappa : float
        Spillover, 0 to 1.
    groups : array_like, shape (n,)
        Label of each place's group.
    area : array_like, shape (n,), optional
        Label of each place's living area.

    Examples
    --------
    >>> grouped([0.5, 1.5], 0.4, groups=[0, 1]).round(2).tolist()  # alone: each forgets the other
    [0.4, 1.2]
    """
    wanted = np.asarray(theta, dtype=float)
    labels = np.unique(np.asarray(groups), return_inverse=True)[1]
    areas = np.zeros(wanted.size, dtype=int) if area is None else np.unique(np.asarray(area), return_inverse=True)[1]
    both = labels * (areas.max() + 1) + areas
    inside = np.bincount(both)[both] / np.bincount(areas)[areas]  # part of the living area that is in the group
    return area_mean(wanted * (1 - kappa + kappa * inside), labels)


def local(theta: ArrayLike, kappa: float, area: ArrayLike | None = None) -> Array:
    """Each place decides for itself and counts only its own benefit (Nash).

    Examples
    --------
    >>> local([0.5, 1.5], kappa=0.4).round(2).tolist()
    [0.4, 1.2]
    """
    return grouped(theta, kappa, np.arange(np.size(theta)), area)


def utility(g: ArrayLike, theta: ArrayLike, kappa: float, area: ArrayLike | None = None) -> Array:
    """Utility of each place when levels are `g`.

    Examples
    --------
    >>> utility([1, 1], [1, 1], kappa=0.3).tolist()
    [0.5, 0.5]
    """
    levels = np.asarray(g, dtype=float)
    enjoyed = (1 - kappa) * levels + kappa * area_mean(levels, area)
    return np.asarray(np.asarray(theta, dtype=float) * enjoyed - levels**2 / 2)


def loss(g: ArrayLike, theta: ArrayLike, kappa: float, area: ArrayLike | None = None) -> float:
    """Mean utility that is missing to the first best, in % of `UNIT`.

    Examples
    --------
    >>> theta = tastes(4, 0.4)
    >>> round(loss(central(theta), theta, 0.2), 2), round(loss(local(theta, 0.2), theta, 0.2), 2)
    (10.24, 2.29)
    """
    best = utility(first_best(theta, kappa, area), theta, kappa, area)
    return float(100 * (best - utility(g, theta, kappa, area)).mean() / UNIT)


@dataclass(frozen=True, eq=False)
class Outcome:
    """What the three arrangements do with the same places.

    Parameters
    ----------
    theta, best, state, places : ndarray, shape (n,)
        Tastes; levels of the planner, of the State, of places that decide alone.
    state_loss, places_loss : float
        What is missing to the first best, in %, without fixed costs.
    """

    theta: Array
    best: Array
    state: Array
    places: Array
    state_loss: float
    places_loss: float


@functools.cache
def outcome(n: int, spread: float, kappa: float) -> Outcome:
    """Compare the State, the places and the planner (basic version: everyone is everyone's neighbour).

    Examples
    --------
    >>> found = outcome(12, 0.4, 0.2)
    >>> round(found.state_loss, 1), round(found.places_loss, 1)
    (10.2, 3.4)
    """
    theta = tastes(n, spread)
    state, places = central(theta), local(theta, kappa)
    losses = loss(state, theta, kappa), loss(places, theta, kappa)
    return Outcome(theta, first_best(theta, kappa), state, places, *losses)
