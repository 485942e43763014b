"""Jobs and businesses by place and sector: French départements and Moroccan provinces."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from course_utils.concepts.porter_cluster.diamond import Array
from course_utils.datasets import load

FIRST, LAST = 2008, 2018
COUNTRIES = ("france", "morocco", "businesses")
#: What the Moroccan tables offer on the page; quotients use all sectors.
RESIDENTS = ("industry", "agriculture", "construction", "market_services", "public_services")
FIRMS = ("industry", "construction", "commerce", "services")


@dataclass(frozen=True, eq=False)
class Table:
    """Jobs (or businesses) of every place in every sector.

    Parameters
    ----------
    codes, names : tuple of str
        Places.
    sectors : tuple of str
        Columns.
    jobs : ndarray, shape (places, sectors)
        Persons, or businesses.
    before : ndarray, shape (places, sectors), optional
        The same in the first year; NaN where it is not known.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    sectors: tuple[str, ...]
    jobs: Array
    before: Array | None = None

    def column(self, sector: str) -> int:
        """Position of a sector; ``ValueError`` if there is none of that name."""
        if sector not in self.sectors:
            raise ValueError(f"sector must be one of {', '.join(self.sectors)}, got {sector!r}")
        return self.sectors.index(sector)


@cache
def table(country: str) -> Table:
    """Return the table of a country.

    Parameters
    ----------
    country : {"france", "morocco", "businesses"}
        Jobs of 101 départements in seven sectors, 2018 (and 2008); employed residents of 75 Moroccan provinces in
        nine sectors, 2014; businesses of the same provinces in four sectors, 2024.

    Examples
    --------
    >>> [len(table(country).codes) for country in COUNTRIES]
    [101, 75, 75]
    """
    if country not in COUNTRIES:
        raise ValueError(f"country must be one of {', '.join(COUNTRIES)}, got {country!r}")
    return {"france": _france, "morocco": _morocco, "businesses": _businesses}[country]()


def _france() -> Table:
    rows = load("employment_departements").astype({"departement": str, "sector": str})
    last, first = (_wide(rows[rows["year"] == year], "departement") for year in (LAST, FIRST))
    names = rows.drop_duplicates("departement").set_index("departement")["name"].astype(str)
    before = first.reindex(last.index).to_numpy()
    codes = tuple(map(str, last.index))
    return Table(codes, tuple(names[code] for code in codes), tuple(last.columns), last.to_numpy(), before)


def _wide(rows: pd.DataFrame, place: str) -> pd.DataFrame:
    sectors = list(dict.fromkeys(rows["sector"]))
    return rows.pivot(index=place, columns="sector", values="employment")[sectors].astype(float).sort_index()


def _morocco() -> Table:
    rows = load("morocco_employment").query("level == 'province'").astype({"code": str, "sector": str, "name": str})
    wide = _wide(rows, "code")
    names = rows.drop_duplicates("code").set_index("code")["name"]
    codes = tuple(map(str, wide.index))
    return Table(codes, tuple(names[code] for code in codes), tuple(wide.columns), wide.to_numpy())


def _businesses() -> Table:
    rows = load("morocco_establishments").query("level == 'province'").astype({"code": str, "name": str})
    wide = rows.set_index("code").sort_index()
    jobs = wide[[f"sector_{sector}" for sector in FIRMS]].to_numpy(dtype=float)
    return Table(tuple(wide.index), tuple(wide["name"]), FIRMS, np.asarray(jobs))
