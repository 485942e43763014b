"""The four terms of one sector in one département as areas: how many jobs, times how much growth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from course_utils.concepts.globalisation import places
from course_utils.concepts.globalisation.model import Array

TERMS = ("national", "mix", "homothetic", "allocation")


@dataclass(frozen=True)
class Areas:
    """Widths and heights of the four areas.

    Parameters
    ----------
    jobs, alike : float
        Jobs of the sector at the start, and those that the place would have with the structure of the whole.
    overall, sector, here : float
        Growth of everything, of the sector in the whole, and of the sector here; fractions. `here` is NaN for a
        sector that the place did not have.
    """

    jobs: float
    alike: float
    overall: float
    sector: float
    here: float

    @property
    def heights(self) -> dict[str, float]:
        """Difference of growth that each term is made of."""
        gap = self.here - self.sector
        return {"national": self.overall, "mix": self.sector - self.overall, "homothetic": gap, "allocation": gap}

    @property
    def widths(self) -> dict[str, float]:
        """Jobs that each term is made of; those of the allocation term are fewer than none where a place lacks some."""
        return {
            "national": self.jobs,
            "mix": self.jobs,
            "homothetic": self.alike,
            "allocation": self.jobs - self.alike,
        }

    @property
    def terms(self) -> dict[str, float]:
        """The four terms, in jobs; they add up to the change of the sector."""
        heights, widths = self.heights, self.widths
        return {term: widths[term] * heights[term] for term in TERMS}


@cache
def areas(code: str, sector: str, period: str = "2008-2018") -> Areas:
    """Areas of a sector of a département.

    Examples
    --------
    >>> found = areas("31", "industry")
    >>> {term: round(jobs) for term, jobs in found.terms.items()}
    {'national': 2562, 'mix': -11135, 'homothetic': 16700, 'allocation': -1428}
    """
    first, *_between, last = places.tables("departement", period)
    row = places.position(code)
    column = list(places.sectors()).index(sector)
    start, end = places.totals(period)
    own, later = first[row], last[row]
    here = later[column] / own[column] - 1 if own[column] > 0 else np.nan
    overall, rate = end.sum() / start.sum() - 1, end[column] / start[column] - 1
    alike = own.sum() * start[column] / start.sum()
    return Areas(*(float(v) for v in (own[column], alike, overall, rate, here)))


@dataclass(frozen=True, eq=False)
class Plane:
    """The seven sectors of a département: what it has more of, and what grows faster there.

    Parameters
    ----------
    extra : ndarray, shape (7,)
        Jobs beyond those that it would have with the structure of the whole.
    faster : ndarray, shape (7,)
        Growth beyond that of the sector in the whole, in points.
    allocation : ndarray, shape (7,)
        Their product, in jobs.
    """

    extra: Array
    faster: Array
    allocation: Array


@cache
def plane(code: str, period: str = "2008-2018") -> Plane:
    """Specialisation against advantage, sector by sector.

    Examples
    --------
    >>> round(float(np.nansum(plane("54").allocation)))
    -378
    """
    found = [areas(code, sector, period) for sector in places.sectors()]
    extra = np.array([f.widths["allocation"] for f in found])
    faster = np.array([f.heights["allocation"] for f in found])
    return Plane(extra, 100 * faster, extra * faster)
