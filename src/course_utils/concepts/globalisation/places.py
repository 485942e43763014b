"""Jobs by sector of French départements and régions in 2008, 2013 and 2018, and whom a département is compared with."""

from __future__ import annotations

import warnings
from functools import cache

import numpy as np
import pandas as pd

from course_utils.concepts.globalisation.model import Array, Terms, decompose
from course_utils.datasets import load, territories
from course_utils.measures import ShiftShare, shift_share
from course_utils.words import _

YEARS = (2008, 2013, 2018)
PERIODS = {"2008-2018": (2008, 2013, 2018), "2008-2013": (2008, 2013), "2013-2018": (2013, 2018)}
LEVELS = ("departement", "old_region", "region")
PEERS = 5


def sectors() -> dict[str, str]:
    """Name of each of the seven sectors."""
    return {
        "agriculture": _("Agriculture"),
        "industry": _("Industry"),
        "construction": _("Construction"),
        "trade_transport_hospitality_ict": _("Trade, transport, hotels, ICT"),
        "finance_realestate_business": _("Finance, property, business"),
        "public_admin_education_health": _("Public services"),
        "arts_household_other_services": _("Arts, household, other services"),
    }


@cache
def jobs(level: str = "departement") -> pd.DataFrame:
    """Jobs by place and sector.

    Parameters
    ----------
    level : {"departement", "old_region", "region"}
        101 départements, 22 + 5 old régions or 13 + 5 régions, overseas ones included. Mayotte has no figures of 2008.

    Returns
    -------
    DataFrame
        Index: codes; columns: (year, sector).

    Examples
    --------
    >>> [len(jobs(level)) for level in LEVELS]
    [101, 27, 18]
    """
    if level == "departement":
        table = load("employment_departements")
    elif level == "old_region":
        table = load("employment_old_regions")
    else:
        table = load("employment_regions_accounts").query("region != 'FR'")
    wide = table.astype({level: str}).pivot_table(
        index=level, columns=["year", "sector"], values="employment", aggfunc="sum", observed=True, min_count=1
    )
    return wide.reindex(columns=pd.MultiIndex.from_product([YEARS, list(sectors())])).astype(float)


@cache
def names(level: str = "departement") -> dict[str, str]:
    """Name of each place of a level, by code."""
    if level == "departement":
        return {str(code): str(name) for code, name in territories("departement")["name"].items()}
    column = "old_region_name" if level == "old_region" else "region_name"
    links = load("nuts_departements").drop_duplicates(level)
    return dict(zip(links[level].astype(str), links[column].astype(str), strict=True))


@cache
def home_of(level: str) -> dict[str, str]:
    """The place of a level that holds each département."""
    if level == "departement":
        return {code: code for code in jobs().index}
    links = load("nuts_departements")
    return dict(zip(links["departement"].astype(str), links[level].astype(str), strict=True))


@cache
def tables(level: str, period: str) -> tuple[Array, ...]:
    """Jobs by place and sector at each date of a period, without places that lack a date from the whole."""
    wide = jobs(level)
    found = [wide[year].to_numpy() for year in PERIODS[period]]
    lacking = ~np.isfinite(np.stack(found)).all(axis=(0, 2))
    return tuple(np.where(lacking[:, None], np.nan, table) for table in found)


@cache
def terms(level: str = "departement", period: str = "2008-2018", weights: str = "initial") -> Terms:
    """National, mix and local terms of all places of a level, in the order of `jobs`.

    Examples
    --------
    >>> found = terms()
    >>> at = list(jobs().index).index("54")
    >>> [round(float(found.percent(part)[at]), 2) for part in ("change", "national", "mix", "local")]
    [-3.86, 3.86, -0.05, -7.68]
    """
    return decompose(tables(level, period), weights)


@cache
def by_sector(period: str = "2008-2018") -> ShiftShare:
    """All terms of all départements, sector by sector, with the jobs of the start as weights."""
    first, *_between, last = tables("departement", period)
    known = np.asarray(np.isfinite(first).all(axis=1))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # one département has farms at the end and none at the start
        found = shift_share(first[known], last[known], *totals(period))
    return ShiftShare(*(_back(getattr(found, name), known) for name in found.__dataclass_fields__))


def _back(term: Array, known: np.ndarray) -> Array:
    full = np.full((len(known), term.shape[1]), np.nan)
    full[known] = term
    return full


@cache
def position(code: str, level: str = "departement") -> int:
    """Row of a place in the tables of its level."""
    return int(jobs(level).index.get_loc(code))


@cache
def totals(period: str) -> tuple[Array, Array]:
    """Jobs by sector of all départements together at the start and at the end."""
    first, *_between, last = tables("departement", period)
    return np.nansum(first, axis=0), np.nansum(last, axis=0)


@cache
def peers(code: str) -> tuple[str, ...]:
    """The five départements nearest in population (by ratio), nearest first.

    Examples
    --------
    >>> peers("38")
    ('95', '76', '91', '34', '94')
    """
    people = territories("departement")["population"].astype(float)
    others = people.drop(code)
    order = np.log(others / people[code]).abs().sort_values(kind="stable").index[:PEERS]
    return tuple(map(str, order))
