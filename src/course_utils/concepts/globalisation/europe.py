"""European countries by sector: the same change told from another base year, with other weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from course_utils.concepts.globalisation.model import Array, Terms, decompose
from course_utils.datasets import load
from course_utils.words import _

FIRST, LAST = 1948, 2011
#: Sweden is the last to have all ten sectors, from 1960 on.
BASES = tuple(range(1960, 1991))
ENDS = (1991, 2011)
#: West Germany has figures until 1991: with it there are eight countries, without it seven.
WEST_GERMANY = "DEW"
CODES = ("DNK", "FRA", "ITA", "NLD", "ESP", "SWE", "GBR", WEST_GERMANY)
PARTS = ("national", "mix", "local")


def countries() -> dict[str, str]:
    """Name of each of the eight countries."""
    return {
        "DNK": _("Denmark"),
        "FRA": _("France"),
        "ITA": _("Italy"),
        "NLD": _("Netherlands"),
        "ESP": _("Spain"),
        "SWE": _("Sweden"),
        "GBR": _("United Kingdom"),
        "DEW": _("West Germany"),
    }


def sectors() -> dict[str, str]:
    """Name of each of the ten sectors."""
    return {
        "agriculture": _("Agriculture"),
        "mining": _("Mining"),
        "manufacturing": _("Manufacturing"),
        "utilities": _("Utilities"),
        "construction": _("Construction"),
        "trade_hospitality": _("Trade, hotels"),
        "transport_communication": _("Transport, communication"),
        "finance_business": _("Finance, business services"),
        "government": _("Government services"),
        "other_services": _("Other services"),
    }


@cache
def jobs() -> pd.DataFrame:
    """Thousands of jobs; index: country and year, columns: sectors."""
    table = load("sectors_europe").astype({"country": str, "sector": str})
    return table.pivot_table(index=["country", "year"], columns="sector", values="employment")[list(sectors())]


def compared(end: int) -> list[str]:
    """Countries that have figures until a year: eight until 1991, then seven.

    Examples
    --------
    >>> len(compared(1991)), len(compared(2011))
    (8, 7)
    """
    return [code for code in CODES if end <= 1991 or code != WEST_GERMANY]


@cache
def terms(start: int, end: int, weights: str = "initial") -> Terms:
    """Terms of the countries, in the order of `compared`; together they are the whole.

    Examples
    --------
    >>> dutch = compared(2011).index("NLD")
    >>> for weights in ("initial", "final"):
    ...     found = terms(1960, 2011, weights)
    ...     print(found.percent("mix")[dutch].round(1), found.percent("local")[dutch].round(1))
    32.6 18.0
    13.5 26.0
    """
    if weights != "chained":
        return decompose([_table(start, len(compared(end))), _table(end, len(compared(end)))], weights)
    links = [_link(year, len(compared(end))) for year in range(start, end)]
    national, mix, local = (np.sum([getattr(link, part) for link in links], axis=0) for part in PARTS)
    return Terms(national, mix, local, links[0].start)


@cache
def _link(year: int, countries: int) -> Terms:
    """Terms of one year to the next: chains share them."""
    return decompose([_table(year, countries), _table(year + 1, countries)])


@cache
def _table(year: int, countries: int) -> Array:
    """Jobs of the first seven countries, or of all eight, by sector."""
    return jobs().loc[[(code, year) for code in CODES[:countries]]].to_numpy()


def country(code: str, start: int, end: int, weights: str = "initial") -> dict[str, float]:
    """Change, national term, mix and local term of one country, in percent of its jobs of the start.

    Examples
    --------
    >>> {part: round(value, 1) for part, value in country("NLD", 1960, 2011, "final").items()}
    {'change': 79.1, 'national': 39.6, 'mix': 13.5, 'local': 26.0}
    """
    found, at = terms(start, end, weights), compared(end).index(code)
    return {part: float(found.percent(part)[at]) for part in ("change", *PARTS)}


@dataclass(frozen=True, eq=False)
class Bases:
    """Mix and local term of one country up to a year, by base year, in points a year.

    Parameters
    ----------
    mix, local : ndarray, shape (31,)
        One value for each of `BASES`; NaN throughout for West Germany after 1991.
    """

    mix: Array
    local: Array


@cache
def bases(country: str, end: int, weights: str = "initial") -> Bases:
    """Follow the terms of a country from every base year to one end.

    Examples
    --------
    >>> found = bases("SWE", 1991)
    >>> found.local[[0, 13]].round(2).tolist()  # from 1960, from 1973
    [0.03, -0.11]
    """
    codes = compared(end)
    if country not in codes:
        return Bases(np.full(len(BASES), np.nan), np.full(len(BASES), np.nan))
    at = codes.index(country)
    found = [(terms(base, end, weights), end - base) for base in BASES]
    return Bases(*(np.array([f.percent(part)[at] / years for f, years in found]) for part in ("mix", "local")))


@cache
def shares(sector: str) -> pd.DataFrame:
    """Share of a sector in the jobs of each country, 1948 to 2011, in percent; NaN where a year is missing.

    Examples
    --------
    >>> shares("manufacturing").loc[[1960, 2011], "GBR"].round(0).tolist()
    [32.0, 11.0]
    """
    wide = jobs()
    share = 100 * wide[sector] / wide.sum(axis=1)
    return share.unstack("country").reindex(index=range(FIRST, LAST + 1), columns=list(countries()))
