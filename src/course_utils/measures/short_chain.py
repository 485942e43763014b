"""Short supply chain against long: a gain on every kilogram, bought with the trip to the eater."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures import _checks

Array = NDArray[np.float64]


def short_chain_gain(
    gap: ArrayLike,
    volume: ArrayLike,
    distance: ArrayLike,
    *,
    fixed: float,
    per_km: float,
    demand: float = np.inf,
    sharing: int = 1,
) -> Array:
    """What a round to the eaters brings, compared with selling all to a wholesaler at the farm gate.

    The round sells ``min(volume, demand)``, each unit with `gap` more than the wholesaler pays, and costs
    ``fixed + 2 * per_km * distance``, shared by `sharing` producers. What is not sold goes to the wholesaler.

    Parameters
    ----------
    gap : array_like
        Margin of a unit sold direct minus that of a unit sold to the wholesaler, before the round is paid.
    volume : array_like
        Units to sell a round, at least 0.
    distance : array_like
        Kilometres one way, at least 0.
    fixed, per_km : float
        Cost of a round whatever its length, and of each kilometre.
    demand : float
        Units that the eaters at its end take; more than 0.
    sharing : int
        Producers who share one round, each with its own customers.

    Returns
    -------
    ndarray
        Gain in the currency of the costs, negative where the long chain is better.

    Raises
    ------
    ValueError
        If a number is out of its range.

    Examples
    --------
    >>> float(short_chain_gain(0.5, 300, 20, fixed=80, per_km=1))
    30.0
    """
    margins, sold = _checks.within("gap", gap, "(-inf, inf)"), _sold(volume, demand)
    trip = _trip(_checks.within("distance", distance, "[0, inf)"), fixed, per_km, sharing)
    return np.asarray(margins * sold - trip)


def break_even_distance(
    gap: ArrayLike, volume: ArrayLike, *, fixed: float, per_km: float, demand: float = np.inf, sharing: int = 1
) -> Array:
    """Kilometres up to which the round pays: ``(sharing * gap * sold - fixed) / (2 * per_km)``.

    Parameters and errors are those of `short_chain_gain`; `per_km` must be more than 0. A result below 0 says that
    it does not even pay next door.

    Examples
    --------
    >>> float(break_even_distance(0.5, 300, fixed=80, per_km=1))
    35.0
    """
    margins, cost = _checks.within("gap", gap, "(-inf, inf)"), _checks.number("per_km", per_km, "(0, inf)")
    start = _checks.number("fixed", fixed, "[0, inf)")
    return np.asarray((_sharers(sharing) * margins * _sold(volume, demand) - start) / (2 * cost))


def break_even_volume(
    gap: ArrayLike, distance: ArrayLike, *, fixed: float, per_km: float, demand: float = np.inf, sharing: int = 1
) -> Array:
    """Units from which the round pays: ``(fixed + 2 * per_km * distance) / (sharing * gap)``.

    Parameters and errors are those of `short_chain_gain`. Infinite where no volume is enough: the gap is not
    positive, or the eaters would not take as much.

    Examples
    --------
    >>> break_even_volume(0.5, [35, 90], fixed=80, per_km=1, demand=400).tolist()
    [300.0, inf]
    """
    margins = _checks.within("gap", gap, "(-inf, inf)")
    trip = _trip(_checks.within("distance", distance, "[0, inf)"), fixed, per_km, sharing)
    taken = _demand(demand)
    margins, trip = _checks.together(gap=margins, distance=trip)
    needed = np.divide(trip, margins, out=np.full(trip.shape, np.inf), where=margins > 0)
    return np.asarray(np.where(needed <= taken, needed, np.inf))


def _demand(demand: float) -> float:
    if not demand > 0:
        raise ValueError(f"demand must be more than 0, got {demand}")
    return float(demand)


def _sold(volume: ArrayLike, demand: float) -> Array:
    return np.minimum(_checks.within("volume", volume, "[0, inf)"), _demand(demand))


def _sharers(sharing: int) -> int:
    if int(sharing) != sharing or sharing < 1:
        raise ValueError(f"sharing must be a whole number of at least 1, got {sharing}")
    return int(sharing)


def _trip(distance: Array, fixed: float, per_km: float, sharing: int) -> Array:
    start, cost = _checks.number("fixed", fixed, "[0, inf)"), _checks.number("per_km", per_km, "[0, inf)")
    return np.asarray((start + 2 * cost * distance) / _sharers(sharing))
