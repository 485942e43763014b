"""A thousand lists: the same places under thresholds drawn at random from a range that nobody would call absurd."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.local_productive_systems.detection import Thresholds
from course_utils.concepts.local_productive_systems.places import CRITERIA, Places, departements, morocco

Array = NDArray[np.float64]
Ranges = dict[str, tuple[float, float]]

DRAWS, SEED = 1000, 2016
#: One prime number for each criterion.
BASES = (2, 5, 3, 7)
#: Lowest and highest threshold that is drawn, of each criterion: jobs in France, businesses in Morocco.
FRANCE: Ranges = {"quotient": (1.1, 1.75), "share": (0.05, 0.15), "density": (0.75, 1.5), "size": (2_000.0, 10_000.0)}
MOROCCO: Ranges = {"quotient": (1.1, 1.75), "share": (0.05, 0.15), "density": (0.75, 1.5), "size": (10.0, 200.0)}


def drawn(ranges: Ranges, width: float = 1.0, draws: int = DRAWS, seed: int = SEED) -> Array:
    """Draw choices of the four thresholds, spread evenly over their ranges.

    Parameters
    ----------
    ranges : dict
        Lowest and highest of each criterion.
    width : float
        1 for the whole ranges, 0 for their middle alone.
    draws, seed : int
        How many choices; which ones.

    Returns
    -------
    ndarray, shape (draws, 4)
        One choice a row, columns as `CRITERIA`.

    Notes
    -----
    The choices are points of Halton's sequence, shifted at random: they fill the box of thresholds evenly, so that
    1,000 of them tell as much as many more drawn one by one, and another seed changes a place's count by few.

    Examples
    --------
    >>> drawn(FRANCE).shape, bool((drawn(FRANCE, width=0.0)[:, 0] == 1.425).all())
    ((1000, 4), True)
    """
    shift = np.random.default_rng(seed).random(len(CRITERIA))
    even = (np.column_stack([_mirrored(draws, base) for base in BASES]) + shift) % 1.0
    low, high = np.array([ranges[criterion] for criterion in CRITERIA]).T
    found: Array = (low + high) / 2 + width * (even - 0.5) * (high - low)
    return found


def _mirrored(n: int, base: int) -> Array:
    """Write 0, 1, 2 ... in a base and read the digits backwards, behind the point."""
    found, left, digit = np.zeros(n), np.arange(n), 1 / base
    while left.any():
        found, left, digit = found + digit * (left % base), left // base, digit / base
    return found


def robustness(places: Places, choices: Array) -> Array:
    """Share of the choices under which each place is listed in each sector, shape (n, m).

    A place whose inhabitants are not known is not asked for a density.
    """
    values = places.values
    kept = np.ones((*places.counts.shape, len(choices)), dtype=bool)
    for at, criterion in enumerate(CRITERIA):
        asked = values[criterion][:, :, None] >= choices[:, at]
        kept &= asked | np.isnan(values[criterion])[:, :, None] if criterion == "density" else asked
    found: Array = kept.mean(axis=2)
    return found


def expected(places: Places, ranges: Ranges, width: float = 1.0) -> Array:
    """Return what `robustness` tends to with the number of draws: one chance for each threshold, multiplied."""
    found = np.ones(places.counts.shape)
    for criterion, (low, high) in ends_of(ranges, width).items():
        values = places.values[criterion]
        inside = (values - low) / (high - low) if high > low else (values >= low).astype(float)
        known = np.isfinite(values) if criterion == "density" else np.ones(values.shape, dtype=bool)
        found = found * np.where(known, np.clip(inside, 0.0, 1.0), 1.0)
    return found


def ends_of(ranges: Ranges, width: float = 1.0) -> Ranges:
    """Narrow ranges around their middles."""
    middles = {criterion: (low + high) / 2 for criterion, (low, high) in ranges.items()}
    return {c: (m - width * (m - ranges[c][0]), m + width * (ranges[c][1] - m)) for c, m in middles.items()}


@dataclass(frozen=True, eq=False)
class Standing:
    """How places stand under all choices.

    Parameters
    ----------
    places : Places
        What was counted.
    shares : ndarray, shape (n,)
        Share of the choices drawn under which each place is listed.
    limits : ndarray, shape (n,)
        What these shares tend to with the number of draws, whatever the seed.
    best : tuple of str
        The sector that this is about, for each place.
    """

    places: Places
    shares: Array
    limits: Array
    best: tuple[str, ...]

    @property
    def always(self) -> int:
        """Places listed under every choice."""
        return int((self.limits >= 1).sum())

    @property
    def never(self) -> int:
        """Places listed under none."""
        return int((self.limits <= 0).sum())

    @property
    def mostly(self) -> int:
        """Places listed under more than half of the choices, those of `always` included."""
        return int((self.limits > 0.5).sum())

    @property
    def order(self) -> list[int]:
        """Positions, the place listed most often first."""
        return [int(i) for i in np.lexsort((np.arange(len(self.limits)), -self.shares, -self.limits))]


@cache
def standing(country: str, sector: str, width: float = 1.0, seed: int = SEED) -> Standing:
    """Return how the places of a country stand.

    Parameters
    ----------
    country : {"france", "province", "commune"}
        French départements, Moroccan provinces or communes.
    sector : str
        A sector of the table, or ``"best"``: of each place the sector that is listed most often.
    width, seed : float, int
        As for `drawn`.

    Examples
    --------
    >>> found = standing("france", "best")
    >>> found.always, found.mostly, found.never
    (3, 20, 4)
    """
    places, ranges = tables(country)
    return standing_of(places, ranges, sector, width, seed)


def tables(country: str) -> tuple[Places, Ranges]:
    """Return the places of a country, and the ranges for them."""
    return (departements(), FRANCE) if country == "france" else (morocco(country), MOROCCO)


def standing_of(places: Places, ranges: Ranges, sector: str = "best", width: float = 1.0, seed: int = SEED) -> Standing:
    """Return how the places of any table stand, the reader's own included; see `standing`."""
    shares = robustness(places, drawn(ranges, width, DRAWS, seed))
    limits = expected(places, ranges, width)
    rows = np.arange(len(places.codes))
    top = limits.argmax(axis=1) if sector == "best" else np.full(len(rows), places.column(sector))
    best = tuple(places.sectors[i] for i in top)
    return Standing(places, shares[rows, top], limits[rows, top], best)


def swing(places: Places, sector: str, ranges: Ranges, width: float = 1.0) -> dict[str, tuple[int, int]]:
    """How many places are listed with one threshold at the low and at the high end, the others in the middle.

    Examples
    --------
    >>> swing(departements(), "industry", FRANCE)["quotient"]
    (39, 4)
    """
    at = slice(None) if sector == "best" else slice(places.column(sector), places.column(sector) + 1)
    middle = {criterion: low for criterion, (low, _high) in ends_of(ranges, 0.0).items()}
    found = {}
    for moved, ends in ends_of(ranges, width).items():
        counts = [_kept(places, middle | {moved: end}, at) for end in ends]
        found[moved] = (counts[0], counts[1])
    return found


def _kept(places: Places, limits: dict[str, float], at: slice) -> int:
    """Count the places that pass in one of the sectors `at`."""
    passed = [np.nan_to_num(places.values[c][:, at], nan=np.inf) >= limits[c] for c in CRITERIA]
    return int(np.all(passed, axis=0).any(axis=1).sum())


def as_thresholds(choice: Array) -> Thresholds:
    """Turn a row of `drawn` into thresholds."""
    return Thresholds(*(float(value) for value in choice))
