"""Tables of places by sector: French départements, Moroccan provinces and communes, and the reader's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from course_utils.datasets import load
from course_utils.measures import location_quotient

Array = NDArray[np.float64]

FRENCH = (
    "agriculture",
    "industry",
    "construction",
    "trade_transport_hospitality_ict",
    "finance_realestate_business",
    "public_admin_education_health",
    "arts_household_other_services",
)
MOROCCAN = ("industry", "construction", "commerce", "services")
CRITERIA = ("quotient", "share", "density", "size")


@dataclass(frozen=True, eq=False)
class Places:
    """Places by sector.

    Parameters
    ----------
    codes, names : tuple of str
        One for each place.
    sectors : tuple of str
        One for each column.
    counts : ndarray, shape (n, m)
        Jobs, or establishments.
    people : ndarray, shape (n,)
        Inhabitants; NaN where they are not known, and then the place has no density.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    sectors: tuple[str, ...]
    counts: Array
    people: Array

    @cached_property
    def totals(self) -> Array:
        """Jobs (establishments) of each place, all sectors."""
        found: Array = self.counts.sum(axis=1)
        return found

    @cached_property
    def shares(self) -> Array:
        """Share of each sector in the whole."""
        found: Array = self.counts.sum(axis=0) / self.counts.sum()
        return found

    @cached_property
    def values(self) -> dict[str, Array]:
        """What the four thresholds are put to, each of shape (n, m): see `CRITERIA`."""
        totals = self.totals[:, None]
        return {
            "quotient": location_quotient(self.counts),
            "share": self.counts / np.where(totals > 0, totals, np.nan),
            "density": self.counts / (self.people[:, None] * self.per_person),
            "size": self.counts,
        }

    @cached_property
    def per_person(self) -> Array:
        """Jobs (establishments) of each sector for one inhabitant, in the places whose inhabitants are known."""
        known = np.isfinite(self.people)
        if not known.any():
            return np.full(self.counts.shape[1], np.nan)
        found: Array = self.counts[known].sum(axis=0) / self.people[known].sum()
        return found

    def column(self, sector: str) -> int:
        """Position of a sector, or a ``ValueError`` that names those there are."""
        if sector not in self.sectors:
            raise ValueError(f"sector must be one of {', '.join(self.sectors)}, got {sector!r}")
        return self.sectors.index(sector)

    def at(self, code: str) -> int:
        """Position of a place."""
        return self.codes.index(code)


@cache
def departements(year: int = 2018) -> Places:
    """Jobs of the French départements in seven sectors, at the place of work.

    Parameters
    ----------
    year : {2008, 2013, 2018}
        Inhabitants are those of the census of 2018 in each case.

    Examples
    --------
    >>> departements().counts.shape
    (101, 7)
    """
    rows = load("employment_departements").query("year == @year")
    wide = rows.pivot(index="departement", columns="sector", values="employment")[list(FRENCH)]
    people = load("departements").set_index("code")["population_2021"]  # in force in 2021: the census of 2018
    names = rows.drop_duplicates("departement").set_index("departement")["name"]
    codes = tuple(map(str, wide.index))
    known = np.array([float(people[code]) for code in codes])
    return Places(codes, tuple(str(names[code]) for code in codes), FRENCH, wide.to_numpy(dtype=float), known)


@cache
def morocco(level: str = "province") -> Places:
    """Businesses of the Moroccan provinces or communes in four sectors, census of 2024; those without any left out.

    Examples
    --------
    >>> morocco("province").counts.shape, morocco("commune").counts.shape
    ((75, 4), (1490, 4))
    """
    if level not in ("province", "commune"):
        raise ValueError(f"level must be 'province' or 'commune', got {level!r}")
    table = load("morocco_establishments").query("level == @level and businesses > 0")
    counts = table[[f"sector_{sector}" for sector in MOROCCAN]].to_numpy(dtype=float)
    people = table["population_2024"].to_numpy(dtype=float)
    return Places(tuple(table["code"]), tuple(table["name"]), MOROCCAN, counts, people)


def places_of(table: pd.DataFrame, population: ArrayLike | None = None) -> Places:
    """Places of a table that `load_table` gave (``like="employment_by_territory"``), its last year.

    Parameters
    ----------
    table : DataFrame
        Columns ``territory``, ``year``, ``sector``, ``employment`` and perhaps ``name``.
    population : mapping of code to inhabitants, optional
        A ``dict`` or a Series; without it no place has a density.

    Examples
    --------
    >>> rows = {"territory": ["A", "A", "B"], "year": 2020, "sector": ["x", "y", "x"], "employment": [30, 10, 60]}
    >>> places_of(pd.DataFrame(rows)).counts.tolist()
    [[30.0, 10.0], [60.0, 0.0]]
    """
    last = table[table["year"] == table["year"].max()].astype({"territory": str, "sector": str})
    wide = last.pivot_table(index="territory", columns="sector", values="employment", aggfunc="sum", fill_value=0)
    codes = tuple(wide.index)
    named = last.drop_duplicates("territory").set_index("territory")
    names = tuple(str(named.loc[code, "name"]) for code in codes) if "name" in named else codes
    known = pd.Series(population, dtype=float).reindex(codes) if population is not None else pd.Series(np.nan, codes)
    return Places(codes, names, tuple(wide.columns), wide.to_numpy(dtype=float), known.to_numpy(dtype=float))
