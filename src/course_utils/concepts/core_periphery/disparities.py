"""How unevenly people and jobs are spread over France: Theil within and between régions, Williamson by sector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.concepts.core_periphery import places
from course_utils.datasets import territory
from course_utils.measures import theil, williamson

Array = NDArray[np.float64]

GROUPS = ("region", "old_region")
MAPS = ("since_1831", "all", "industry", "business", "public")
YEARS = ("1831", "1990", "1999", "2016", "2023")


def spread(groups: str = "region") -> pd.DataFrame:
    """Theil's index of inhabitants and of jobs over départements, split into within and between régions.

    Parameters
    ----------
    groups : {"region", "old_region"}
        The 13 régions of today or the 22 of before 2016.

    Returns
    -------
    DataFrame
        Index: what is counted (``people`` over the 84 territories of 1831, ``people`` and ``jobs`` over the 96
        départements of today) and the year; columns ``units``, ``total``, ``within``, ``between``.
    """
    old, today = places.since_1831(), places.departements()
    counts = [("people", 1831, old["then"], old), ("people", 2023, old["now"], old)]
    counts += [("people", year, today[str(year)], today) for year in (2016, 2023)]
    counts += [("jobs", year, places.jobs(year), today) for year in (2008, 2013, 2018)]
    rows = []
    for what, year, values, table in counts:
        found = theil(values, groups=table[groups])
        rows.append((what, len(table), year, found.total, found.within, found.between))
    columns = ["what", "units", "year", "total", "within", "between"]
    return pd.DataFrame(rows, columns=columns).set_index(["what", "units", "year"])


@dataclass(frozen=True, eq=False)
class Map:
    """One value a département of metropolitan France (NaN where there is none).

    Parameters
    ----------
    codes, names : tuple of str
        Codes; names, in the map since 1831 of the territory of the time.
    values : ndarray, shape (96,)
        Inhabitants of 2023 for each of 1831, or jobs for each inhabitant in 2018.
    williamson : float
        Dispersion of jobs per inhabitant; NaN for the map since 1831.
    fewer : int
        Territories that have fewer inhabitants than in 1831; 0 for jobs.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    values: Array
    williamson: float
    fewer: int

    @property
    def ends(self) -> tuple[int, int]:
        """Positions of the highest and of the lowest value."""
        return int(np.nanargmax(self.values)), int(np.nanargmin(self.values))


@cache
def values_of(map: str) -> Map:
    """Values of a map.

    Parameters
    ----------
    map : str
        One of `MAPS`.

    Examples
    --------
    >>> round(values_of("public").williamson, 2), round(values_of("business").williamson, 2)
    (0.16, 0.64)
    """
    today = places.departements()
    codes, names = tuple(today.index), tuple(today["name"])
    if map == "since_1831":
        old = places.since_1831()
        ratio = old["now"] / old["then"]
        found = np.array([ratio.get(places.unit_of().get(code, ""), np.nan) for code in codes], dtype=float)
        named = tuple(places.name_then(code) or name for code, name in zip(codes, names, strict=True))
        return Map(codes, named, found, float("nan"), int((ratio < 1).sum()))
    found = places.jobs_per_inhabitant(map).to_numpy()
    return Map(codes, names, found, williamson(found, today["2018"]), 0)


@cache
def region_shares(groups: str) -> pd.DataFrame:
    """Share of the population of metropolitan France by région and year.

    Parameters
    ----------
    groups : {"region", "old_region"}
        Régions of today or of before 2016.

    Returns
    -------
    DataFrame
        Index: code of the région; one column for each of `YEARS`.

    Examples
    --------
    >>> region_shares("region").loc["11"].round(3).tolist()
    [0.052, 0.188, 0.187, 0.188, 0.188]
    """
    table = places.old_regions()
    people = table.groupby("region")[list(YEARS)].sum() if groups == "region" else table[list(YEARS)]
    return people / people.sum()


@dataclass(frozen=True, eq=False)
class Home:
    """The reader's département among the others; NaN outside metropolitan France, or where 1831 has no figure.

    Parameters
    ----------
    name : str
        Name of the département.
    growth, jobs : float
        Inhabitants of 2023 for each of 1831 (of the territory of the time), jobs for each inhabitant in 2018.
    shares : ndarray, shape (5,)
        Share of its région in the country's population, for each of `YEARS`.
    """

    name: str
    growth: float
    jobs: float
    shares: Array


def home(code: str, groups: str = "region") -> Home:
    """Return what is known of the reader's département.

    Examples
    --------
    >>> round(home("38").growth, 2), round(home("38").jobs, 2)
    (2.36, 0.42)
    """
    name, today = str(territory(code)["name"]), places.departements()
    if code not in today.index:
        return Home(name, np.nan, np.nan, np.full(len(YEARS), np.nan))
    at = values_of("all").codes.index(code)
    shares = region_shares(groups).loc[today.loc[code, groups]].to_numpy(dtype=float)
    return Home(name, float(values_of("since_1831").values[at]), float(values_of("all").values[at]), shares)
