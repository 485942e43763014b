"""Forty-eight states of the United States, 1970-1986: gains and losses against the country, from each base year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from course_utils.concepts.globalisation.model import Array
from course_utils.datasets import load
from course_utils.words import _

END = 1986
BASES = tuple(range(1970, 1985))
QUANTITIES = ("employment", "gsp")


def divisions() -> dict[str, str]:
    """Name of each division of the US Census, from the North-East to the Pacific."""
    return {
        "New England": _("New England"),
        "Middle Atlantic": _("Middle Atlantic"),
        "East North Central": _("East North Central"),
        "West North Central": _("West North Central"),
        "South Atlantic": _("South Atlantic"),
        "East South Central": _("East South Central"),
        "West South Central": _("West South Central"),
        "Mountain": _("Mountain"),
        "Pacific": _("Pacific"),
    }


@cache
def _table(quantity: str, by: str) -> pd.DataFrame:
    table = load("us_states_production").astype({"state": str, "division": str})
    return table.pivot_table(index=by, columns="year", values=quantity, aggfunc="sum").astype(float)


@cache
def names() -> dict[str, str]:
    """Name of each state, by postal code."""
    table = load("us_states_production").drop_duplicates("state")
    return dict(zip(table["state"].astype(str), table["name"].astype(str), strict=True))


@cache
def shift(base: int, quantity: str = "employment", by: str = "state") -> pd.Series:
    """Growth from a base year to 1986 beyond that of the 48 states together, in points a year.

    Parameters
    ----------
    base : int
        From 1970 to 1985.
    quantity : {"employment", "gsp"}
        Jobs, or gross state product at constant prices.
    by : {"state", "division"}
        What is compared.

    Notes
    -----
    There are no industries in this table: industry mix and local term are one number here, the shift.

    Examples
    --------
    >>> [round(float(shift(base)["TX"]), 1) for base in (1970, 1982)]
    [2.5, -1.5]
    """
    wide = _table(quantity, by)
    whole = wide.sum()
    return 100 * (wide[END] / wide[base] - whole[END] / whole[base]) / (END - base)


@dataclass(frozen=True, eq=False)
class Story:
    """The shift of one state to 1986, by base year.

    Parameters
    ----------
    name : str
        Of the state.
    shift : ndarray, shape (15,)
        Points a year, one for each of `BASES`.
    """

    name: str
    shift: Array

    @property
    def turns(self) -> bool:
        """Whether some base years make a winner of it and some a loser."""
        return bool(self.shift.min() < 0 < self.shift.max())


@cache
def story(state: str, quantity: str = "employment") -> Story:
    """Follow one state over all base years.

    Examples
    --------
    >>> story("WY").turns, story("FL").turns
    (True, False)
    """
    return Story(names()[state], np.array([shift(base, quantity)[state] for base in BASES]))


@cache
def turning(quantity: str = "employment") -> tuple[str, ...]:
    """Codes of the states that are winners from some base years and losers from others."""
    return tuple(code for code in names() if story(code, quantity).turns)
