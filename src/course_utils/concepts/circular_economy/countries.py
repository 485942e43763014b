"""Circular material use of 27 countries, and how far a rank can be trusted when rates are revised."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.datasets import load

Array = NDArray[np.float64]

YEARS = tuple(range(2010, 2024))
#: Year whose rates two editions give, and the earlier edition.
REVISED, EARLIER, LATER = 2022, "November 2023", "2025"
UNION = "EU27_2020"
RATE = "circular material use rate"


@functools.cache
def rates() -> pd.DataFrame:
    """Rates in % by country (and the Union) and year, in the edition of November 2024."""
    table = load("circular_material_use").astype({"geo": str})
    return table[table["year"] >= YEARS[0]].pivot(index="geo", columns="year", values="rate")


@functools.cache
def names() -> dict[str, str]:
    """Country names by code, the Union left out, in alphabetical order."""
    table = load("circular_material_use").astype({"geo": str, "country": str, "level": str})
    found = table[table["level"] == "country"].drop_duplicates("geo").sort_values("country")
    return dict(zip(found["geo"], found["country"], strict=True))


@functools.cache
def other_editions() -> pd.DataFrame:
    """Rates of other editions: columns geo, year, value, vintage, flag."""
    table = load("circular_economy_indicators")
    own = table[table["indicator"].astype(str) == RATE]
    return own[["geo", "year", "value", "vintage", "flag"]].astype({"geo": str, "vintage": str, "flag": str})


@functools.cache
def revisions() -> dict[str, float]:
    """By how many points the rate of 2022 was changed from one November to the next, by code.

    Examples
    --------
    >>> {geo: round(points, 1) for geo, points in revisions().items()}
    {'EU27_2020': 0.0, 'FR': -1.8, 'NL': -0.3}
    """
    before = other_editions().query("vintage == @EARLIER and year == @REVISED").set_index("geo")["value"]
    return {str(geo): float(rates().loc[geo, REVISED] - value) for geo, value in before.items()}


@functools.cache
def margins() -> dict[str, float]:
    """How far a rate may be off, in points: not at all, or as much as the least and the most revised country."""
    sizes = sorted(round(abs(points), 1) for points in revisions().values() if abs(points) > 0.05)
    return {"none": 0.0, "least": sizes[0], "most": sizes[-1]}


@dataclass(frozen=True, eq=False)
class Ranking:
    """Countries of one year, the highest rate first.

    Parameters
    ----------
    codes : tuple of str
        Codes in order.
    rates : ndarray, shape (27,)
        Rates in %.
    best, worst : ndarray of int, shape (27,)
        First and last rank that a country may have if every rate may be off by the margin.
    margin : float
        In points.
    """

    codes: tuple[str, ...]
    rates: Array
    best: NDArray[np.int64]
    worst: NDArray[np.int64]
    margin: float


@functools.cache
def ranking(year: int, margin: float = 0.0) -> Ranking:
    """Rank the countries of a year, and say which ranks each could have.

    Examples
    --------
    >>> found = ranking(2022, 1.8)
    >>> at = found.codes.index("FR")
    >>> at + 1, int(found.best[at]), int(found.worst[at])
    (6, 4, 6)
    """
    own = rates().loc[list(names()), year].sort_values(ascending=False, kind="stable")
    values = own.to_numpy(dtype=float)
    gap = values[None, :] - values[:, None]  # how far the others stand above
    reach = 2 * margin + 1e-9
    best = 1 + (gap > reach).sum(axis=1)
    worst = len(values) - (gap < -reach).sum(axis=1)
    return Ranking(tuple(own.index), values, best, worst, margin)
