"""A département's seven sectors against the country's, and an intercommunality among all others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from course_utils.datasets import load, territories
from course_utils.measures import location_quotient

YEAR = 2018
FIRST, LAST = 2019, 2026


@dataclass(frozen=True)
class Jobs:
    """What a département works at.

    Parameters
    ----------
    name : str
        Of the département.
    population : int
        Inhabitants, legal population in force in 2026.
    share : float
        Of the country's jobs, between 0 and 1.
    quotients : pandas.Series
        Location quotient of each of the seven sectors.
    """

    name: str
    population: int
    share: float
    quotients: pd.Series


@dataclass(frozen=True)
class Standing:
    """Where an intercommunality stands among all those of the country.

    Parameters
    ----------
    name, type : str
        Its name, and CC, CA, CU or METRO.
    population, rank, of : int
        Inhabitants in 2026; its rank from the largest; how many there are.
    growth : float
        Of its population from 2019 to 2026, a fraction; NaN if no intercommunality had its code in 2019.
    """

    name: str
    type: str
    population: int
    rank: int
    of: int
    growth: float


@cache
def quotients() -> pd.DataFrame:
    """Location quotients, 101 départements x 7 sectors: share of the place's jobs over share of the country's.

    Returns
    -------
    pandas.DataFrame
        1 where the sector weighs what it weighs in the whole country.

    References
    ----------
    Isserman, A. M. (1977). The location quotient approach to estimating regional economic impacts. Journal of the
    American Institute of Planners 43(1).

    Examples
    --------
    >>> quotients().shape
    (101, 7)
    """
    jobs = load("employment_departements").query("year == @YEAR")
    table = jobs.pivot_table(index="departement", columns="sector", values="employment", observed=True)
    return pd.DataFrame(location_quotient(table.to_numpy()), index=table.index, columns=table.columns)


def jobs_of(departement: str) -> Jobs:
    """Return what a département works at.

    Examples
    --------
    >>> jobs_of("74").name
    'Haute-Savoie'
    """
    row = territories().loc[departement]
    share, own = float(row["employment_share"]), quotients().loc[departement]
    return Jobs(str(row["name"]), int(row["population"]), share, own)


@cache
def intercommunalities() -> pd.DataFrame:
    """Every intercommunality of 2026: name, type, population, growth since 2019 and rank from the largest."""
    table = load("epci")
    now, then = (table[table["year"] == year].set_index("epci") for year in (LAST, FIRST))
    growth = now["population"] / then["population"].reindex(now.index) - 1
    rank = now["population"].rank(ascending=False, method="first").astype(int)
    return now[["name", "type", "population"]].assign(growth=growth, rank=rank)


def standing(epci: str) -> Standing:
    """Return where an intercommunality stands.

    Examples
    --------
    >>> standing("200054781").rank  # the Métropole du Grand Paris
    1
    """
    table = intercommunalities()
    row = table.loc[epci]
    size = int(row["population"])
    return Standing(str(row["name"]), str(row["type"]), size, int(row["rank"]), len(table), float(row["growth"]))
