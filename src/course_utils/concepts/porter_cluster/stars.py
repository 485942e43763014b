"""Stars for size, specialisation and focus, as the European Cluster Observatory gave them in 2007."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.porter_cluster.diamond import Array
from course_utils.concepts.porter_cluster.places import Table, table
from course_utils.measures import location_quotient

Flags = NDArray[np.bool_]

#: What was asked in 2007: the top tenth by jobs, a quotient of 2, and the top tenth by share.
TOP, QUOTIENT = 0.1, 2.0


@dataclass(frozen=True, eq=False)
class Stars:
    """Stars of the places of a country in one sector.

    Parameters
    ----------
    jobs, quotient, share : ndarray, shape (places,)
        Size (persons or businesses), specialisation (location quotient) and focus (share of the place's own total).
    size, specialised, focused : ndarray of bool, shape (places,)
        Which of the three stars a place has.
    size_cut, focus_cut : float
        Jobs and share from which a star is given.
    focus_quotient : float
        The quotient that the share `focus_cut` amounts to: focus is specialisation with another threshold.
    """

    jobs: Array
    quotient: Array
    share: Array
    size: Flags
    specialised: Flags
    focused: Flags
    size_cut: float
    focus_cut: float
    focus_quotient: float

    @property
    def count(self) -> Array:
        """Stars of each place, 0 to 3."""
        return np.asarray(self.size.astype(int) + self.specialised + self.focused)

    def places_with(self, stars: int) -> int:
        """How many places have exactly this many stars."""
        return int((self.count == stars).sum())


def stars(country: str, sector: str, quotient: float = QUOTIENT, size: float = TOP, focus: float = TOP) -> Stars:
    """Give stars to the places of a country in one sector.

    Parameters
    ----------
    country, sector : str
        See `table`.
    quotient : float
        Location quotient asked for.
    size : float
        Share of places, in (0, 1): those with most jobs in the sector, among all places.
    focus : float
        Share of cells (a place and a sector), in (0, 1): those in which the sector holds most of the place's jobs,
        among the cells of *all* sectors.

    Raises
    ------
    ValueError
        If a threshold is out of its range or a name unknown.

    Examples
    --------
    >>> found = stars("morocco", "industry")
    >>> [table("morocco").names[i] for i in np.flatnonzero(found.count == 3)]
    ['Tanger-Assilah', 'Mohammadia']
    """
    for name, value in (("size", size), ("focus", focus)):
        if not 0 < value < 1:
            raise ValueError(f"{name} must lie between 0 and 1, got {value!r}")
    if not quotient > 0:
        raise ValueError(f"quotient must be positive, got {quotient!r}")
    found = table(country)
    k, shares, quotients = found.column(sector), _shares(found), _quotients(country)
    jobs, share, own = found.jobs[:, k], shares[:, k], quotients[:, k]
    size_cut, focus_cut = float(np.quantile(jobs, 1 - size)), float(np.quantile(shares, 1 - focus))
    national = float(found.jobs[:, k].sum() / found.jobs.sum())
    three = (jobs >= size_cut, own >= quotient - 1e-12, share >= focus_cut)
    return Stars(jobs, own, share, *three, size_cut, focus_cut, focus_cut / national)


def _shares(found: Table) -> Array:
    return np.asarray(found.jobs / found.jobs.sum(axis=1, keepdims=True))


@cache
def _quotients(country: str) -> Array:
    return location_quotient(table(country).jobs)


def growth(sector: str) -> Array:
    """Growth of the jobs of a sector in each French département from 2008 to 2018, less that of the whole country.

    Returns
    -------
    ndarray, shape (101,)
        A fraction; NaN for Mayotte, of which 2008 is not known, and where there was no job to grow from.

    Examples
    --------
    >>> gained = growth("industry")
    >>> table("france").names[int(np.nanargmax(gained))], round(float(np.nanmax(gained)), 2)
    ('Lozère', 0.48)
    """
    found = table("france")
    k = found.column(sector)
    assert found.before is not None
    before, now = found.before[:, k], found.jobs[:, k]
    known = np.isfinite(before)
    whole = now[known].sum() / before[known].sum()
    return np.asarray(now / np.where(before > 0, before, np.nan) - whole)


def ranks(values: Array) -> Array:
    """Rank of each value, 1 for the largest; ties share the better rank, NaN stays NaN.

    Examples
    --------
    >>> ranks(np.array([3.0, 5.0, 3.0])).tolist()
    [2.0, 1.0, 2.0]
    """
    known = np.isfinite(values)
    found = np.array([1.0 + (values[known] > value).sum() for value in values])
    return np.where(known, found, np.nan)
