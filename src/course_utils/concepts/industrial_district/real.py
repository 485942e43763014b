"""What two real tables can tell of the four steps: French départements one of them, Moroccan provinces two."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.datasets import load, territory
from course_utils.measures import location_quotient

Array = NDArray[np.float64]

YEARS = ("2008", "2013", "2018")


@cache
def sectors(year: str = "2018") -> pd.DataFrame:
    """Location quotients of the seven sectors in the French départements of a year.

    Returns
    -------
    DataFrame
        Index: code of the département, of all that some year has; columns: sectors. Mayotte has no figures of 2008.

    Examples
    --------
    >>> sectors("2018").loc[["74", "01", "49"], "industry"].round(2).tolist()
    [1.33, 1.83, 1.46]
    """
    every = load("employment_departements").astype({"departement": str, "sector": str})
    rows = every[every["year"] == int(year)]
    table = rows.pivot(index="departement", columns="sector", values="employment").astype(float)
    found = pd.DataFrame(location_quotient(table.to_numpy()), index=table.index, columns=table.columns)
    return found.reindex(sorted(every["departement"].unique()))


@dataclass(frozen=True, eq=False)
class France:
    """The first step on French départements.

    Parameters
    ----------
    codes, names : tuple of str
        Départements of the table, overseas included.
    quotients : ndarray, shape (n,)
        Location quotient of industry; NaN where the year has no figure.
    threshold : float
        What must be exceeded.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    quotients: Array
    threshold: float

    @property
    def known(self) -> int:
        """How many départements have a figure."""
        return int(np.isfinite(self.quotients).sum())

    @property
    def passed(self) -> NDArray[np.bool_]:
        """Which départements pass."""
        passed: NDArray[np.bool_] = self.quotients > self.threshold
        return passed


@cache
def france(threshold: float = 1.0, year: str = "2018") -> France:
    """Take the first step on the départements.

    Examples
    --------
    >>> int(france().passed.sum()), len(france().codes)
    (66, 101)
    """
    found = sectors(year)["industry"]
    names = load("departements").set_index("code")["name"].astype(str)
    return France(tuple(found.index), tuple(names[code] for code in found.index), found.to_numpy(), threshold)


@cache
def provinces() -> pd.DataFrame:
    """What the two tables of Moroccan provinces say of industry and of size.

    Returns
    -------
    DataFrame
        Index: code. Columns: ``name``; ``quotient``, location quotient of industry among people at work in 2014;
        ``size``, permanent jobs per business of all sectors in 2024 over the country's; ``jobs``, their number.

    Examples
    --------
    >>> provinces().loc[["03.231", "01.511"], ["quotient", "size"]].round(2).values.tolist()
    [[1.93, 0.8], [2.68, 1.65]]
    """
    work = load("morocco_employment").query("level == 'province'").astype({"sector": str})
    table = work.pivot(index="code", columns="sector", values="employment").astype(float)
    quotients = pd.DataFrame(location_quotient(table.to_numpy()), index=table.index, columns=table.columns)
    firms = load("morocco_establishments").query("level == 'province'").set_index("code")
    mean = firms["jobs"] / firms["businesses"]
    country = firms["jobs"].sum() / firms["businesses"].sum()
    found = pd.DataFrame({"name": firms["name"].astype(str), "size": mean / country, "jobs": firms["jobs"]})
    return found.assign(quotient=quotients["industry"].reindex(found.index)).sort_index()


@dataclass(frozen=True, eq=False)
class Morocco:
    """Two steps on the Moroccan provinces.

    Parameters
    ----------
    table : DataFrame
        `provinces`.
    threshold, ceiling : float
        Quotient of industry that must be exceeded, and jobs per business, over the country's, not to be reached.
    """

    table: pd.DataFrame
    threshold: float
    ceiling: float

    @cached_property
    def reached(self) -> NDArray[np.intp]:
        """0: not industrial enough; 1: industrial, but of large businesses; 2: passes both."""
        first = (self.table["quotient"] > self.threshold).to_numpy()
        second = (self.table["size"] < self.ceiling).to_numpy()
        reached: NDArray[np.intp] = first.astype(np.intp) + (first & second)
        return reached

    def largest(self, reached: int) -> str:
        """Name of the province with most jobs among those that got so far; empty if there is none."""
        own = self.table[self.reached == reached]
        return str(own.loc[own["jobs"].idxmax(), "name"]) if len(own) else ""


@cache
def morocco(threshold: float = 1.0, ceiling: float = 1.0) -> Morocco:
    """Take two steps on the provinces.

    Examples
    --------
    >>> found = morocco()
    >>> found.largest(1), found.largest(2)
    ('Casablanca', 'Fès')
    """
    return Morocco(provinces(), threshold, ceiling)


@dataclass(frozen=True, eq=False)
class Home:
    """The reader's département at the first step; numbers are NaN where the year has no figure.

    Parameters
    ----------
    name : str
        Its name.
    quotient : float
        Location quotient of industry.
    rank, total : int
        Rank among départements by that, and how many there are.
    highest : str
        Sector with the highest quotient of all seven.
    value : float
        That quotient.
    quotients : dict of str to float
        Quotients of all seven.
    """

    name: str
    quotient: float
    rank: int
    total: int
    highest: str
    value: float
    quotients: dict[str, float]


@cache
def home(code: str, year: str = "2018") -> Home:
    """Return how the reader's département stands at the first step.

    Examples
    --------
    >>> own = home("38")
    >>> own.name, round(own.quotient, 2), own.rank, own.highest
    ('Isère', 1.37, 29, 'industry')
    """
    found = sectors(year)
    own = found.loc[code]
    name, total = str(territory(code)["name"]), int(found["industry"].notna().sum())
    quotients = {str(sector): float(q) for sector, q in own.items()}
    if own.isna().any():
        return Home(name, np.nan, 0, total, "", np.nan, quotients)
    rank = int((found["industry"] > own["industry"]).sum()) + 1
    highest = str(own.idxmax())
    return Home(name, quotients["industry"], rank, total, highest, quotients[highest], quotients)
