"""What the explorer of French places shows: one term on a map, two against each other, and the reader's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from course_utils.concepts.globalisation import places
from course_utils.concepts.globalisation.model import Array

PARTS = ("local", "mix", "change")
BARS = ("change", "national", "mix", "local")


@dataclass(frozen=True, eq=False)
class Picture:
    """Terms of the places of a level, in percent of the jobs of the start.

    Parameters
    ----------
    codes, names : tuple of str
        The places.
    mix, local, change : ndarray, shape (places,)
        NaN where a year is missing.
    whole : float
        Growth of all places together, in percent.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    mix: Array
    local: Array
    change: Array
    whole: float

    def ends(self, part: str) -> tuple[int, int]:
        """Positions of the highest and of the lowest value of a term."""
        values = getattr(self, part)
        return int(np.nanargmax(values)), int(np.nanargmin(values))

    def typical(self, part: str) -> float:
        """Mean distance of a term from 0, in points, each place counting once."""
        return float(np.nanmean(np.abs(getattr(self, part))))

    @property
    def known(self) -> int:
        """How many places have figures."""
        return int(np.isfinite(self.local).sum())


@cache
def picture(level: str = "departement", period: str = "2008-2018", weights: str = "initial") -> Picture:
    """Terms of all places of a level.

    Examples
    --------
    >>> found = picture()
    >>> round(found.typical("mix"), 1), round(found.typical("local"), 1)
    (1.3, 4.8)
    """
    found = places.terms(level, period, weights)
    codes = tuple(map(str, places.jobs(level).index))
    first, *_between, last = (np.nansum(table) for table in places.tables(level, period))
    shown = {part: found.percent(part) for part in PARTS}
    return Picture(codes, tuple(places.names(level)[code] for code in codes), whole=100 * (last / first - 1), **shown)


@dataclass(frozen=True, eq=False)
class Home:
    """A département and its peers, in percent of the jobs of the start.

    Parameters
    ----------
    name : str
        Of the département.
    own, peers : ndarray, shape (4,)
        Change, national, mix and local term; of the peers, those of the five taken together.
    """

    name: str
    own: Array
    peers: Array


@cache
def home(code: str, period: str = "2008-2018", weights: str = "initial") -> Home:
    """Terms of the reader's département and of the five that are nearest in population, taken together.

    Examples
    --------
    >>> mine = home("38")
    >>> mine.name, mine.own.round(1).tolist()
    ('Isère', [5.5, 3.9, -0.9, 2.5])
    """
    found = places.terms("departement", period, weights)
    at = [places.position(other) for other in places.peers(code)]
    own = np.array([found.percent(part)[places.position(code)] for part in BARS])
    start = np.nansum(found.start[at])
    peers = np.array([100 * np.nansum(getattr(found, part)[at]) / start for part in BARS])
    return Home(places.names()[code], own, peers)


def sector_growth(period: str, code: str | None = None) -> Array:
    """Growth of each sector in percent, of a département or (without a code) of all together; NaN from nothing.

    Examples
    --------
    >>> sector_growth("2008-2018").round(1).tolist()
    [-6.6, -12.9, -6.8, 6.4, 14.9, 4.7, 8.6]
    """
    first, *_between, last = places.tables("departement", period)
    rows = slice(None) if code is None else [places.position(code)]
    start, end = (np.nansum(table[rows], axis=0) for table in (first, last))
    return 100 * np.divide(end - start, start, out=np.full_like(start, np.nan), where=start > 0)
