"""Is this place a local productive system? Yes or no as counted, and with a probability if it were counted again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.local_productive_systems.places import CRITERIA, Places
from course_utils.measures import chance_at_least

Array = NDArray[np.float64]

#: A place is sure to be in, or sure to be out, if it is so in this share of all resamples.
SURE = 0.95


@dataclass(frozen=True)
class Thresholds:
    """What is asked of a place, all four at once; 0 asks nothing.

    Parameters
    ----------
    quotient : float
        Location quotient of the sector, at least.
    share : float
        Share of the sector in the place's own jobs or establishments, a fraction.
    density : float
        Jobs or establishments of the sector for an inhabitant, over the same figure of the whole.
    size : float
        Jobs or establishments of the sector.
    """

    quotient: float = 1.0
    share: float = 0.0
    density: float = 0.0
    size: float = 0.0


def listed(places: Places, sector: str, asked: Thresholds) -> NDArray[np.bool_]:
    """Return which places pass every threshold as counted, yes or no.

    Examples
    --------
    >>> from course_utils.concepts.local_productive_systems.places import departements
    >>> int(listed(departements(), "industry", Thresholds(quotient=1.5)).sum())
    17
    """
    at = places.column(sector)
    passed = np.ones(len(places.codes), dtype=bool)
    for criterion in CRITERIA:
        if (limit := getattr(asked, criterion)) > 0:
            passed &= np.nan_to_num(places.values[criterion][:, at], nan=-1.0) >= limit
    return passed


def least(places: Places, sector: str, asked: Thresholds) -> Array:
    """Return the jobs or establishments in the sector from which on a place passes, its other counts as they are."""
    at, totals = places.column(sector), places.totals
    needed = [asked.quotient * places.shares[at] * totals, asked.share * totals, np.full(totals.shape, asked.size)]
    if asked.density > 0:
        needed.append(np.nan_to_num(asked.density * places.per_person[at] * places.people, nan=np.inf))
    return np.max(needed, axis=0)


def chance(places: Places, sector: str, asked: Thresholds, lot: float = 1.0) -> Array:
    """Return the probability that each place passes when its jobs or establishments are drawn again.

    Parameters
    ----------
    places : Places
        What was counted.
    sector : str
        Which column.
    asked : Thresholds
        What is asked.
    lot : float
        What is drawn at a time: 1 establishment, or as many jobs as one plant has, since they come and go together.

    Returns
    -------
    ndarray, shape (n,)
        A bootstrap of every place, with all its resamples: those that could be drawn, each with its probability. The
        whole, which the place is compared with, stays as counted.

    Examples
    --------
    >>> from course_utils.concepts.local_productive_systems.places import departements
    >>> france, asked = departements(), Thresholds(quotient=1.5)
    >>> chance(france, "industry", asked, lot=50)[[france.at("38"), france.at("85")]].round(2).tolist()
    [0.0, 1.0]
    """
    counts, totals = places.counts[:, places.column(sector)] / lot, places.totals / lot
    needed = least(places, sector, asked) / lot
    whole = np.maximum(np.rint(totals), 1.0) / totals  # what is drawn is a whole number of lots
    out = needed > totals * (1 + 1e-9)
    found = chance_at_least(np.where(out, 0.0, needed * whole), counts, totals)
    return np.where(out, 0.0, found)


def resamples(places: Places, draws: int = 1000, seed: int = 2016, lot: float = 1.0) -> NDArray[np.float64]:
    """Draw each place again: as many jobs or establishments as it has, each in a sector by the place's own shares.

    Returns
    -------
    ndarray, shape (draws, n, m)
        Counts of each draw, in the unit of the table.
    """
    random = np.random.default_rng(seed)
    sizes = np.maximum(np.rint(places.totals / lot), 1).astype(int)
    shares = places.counts / places.totals[:, None]
    return random.multinomial(sizes, shares, size=(draws, len(sizes))) * (places.totals / sizes)[None, :, None]


def bootstrap(
    places: Places, sector: str, asked: Thresholds, lot: float = 1.0, draws: int = 1000, seed: int = 2016
) -> Array:
    """Return what `chance` gives, by drawing: the share of `draws` resamples in which each place passes."""
    drawn = resamples(places, draws, seed, lot)[:, :, places.column(sector)]
    found: Array = (drawn >= least(places, sector, asked) * (1 - 1e-9)).mean(axis=0)
    return found


@dataclass(frozen=True)
class Count:
    """How many places are in the list, by three readings of it.

    Parameters
    ----------
    listed : int
        As counted.
    sure : int
        In the list in 95 % of all resamples at least.
    doubtful : int
        In the list in 5 to 95 % of them.
    """

    listed: int
    sure: int
    doubtful: int


def count(places: Places, sector: str, asked: Thresholds, lot: float = 1.0) -> Count:
    """Count the places of a list.

    Examples
    --------
    >>> from course_utils.concepts.local_productive_systems.places import morocco
    >>> count(morocco("commune"), "industry", Thresholds(quotient=1.5))
    Count(listed=258, sure=102, doubtful=405)
    """
    found = chance(places, sector, asked, lot)
    sure = int((found >= SURE).sum())
    doubtful = int(((found > 1 - SURE) & (found < SURE)).sum())
    return Count(int(listed(places, sector, asked).sum()), sure, doubtful)
