"""Who governs: women, ages and professions of the elected officials of a département."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.concepts.territorial_governance import names
from course_utils.datasets import load

Array = NDArray[np.float64]

AGES = ("share_under_40", "share_aged_40_59", "share_aged_60_over")
YEAR = 2026


@functools.cache
def table() -> pd.DataFrame:
    """Officials by level, code and role."""
    found = load("elected_officials").astype({"level": str, "code": str, "role": str, "name": str})
    return found.set_index(["level", "code", "role"]).sort_index()


@functools.cache
def _jobs() -> pd.DataFrame:
    found = load("elected_officials", "professions")
    found = found.astype({"level": str, "code": str, "role": str, "profession": str})
    return found.set_index(["level", "code", "role", "profession"]).sort_index()


@functools.cache
def _groupings() -> pd.DataFrame:
    found = load("epci").astype({"departement": str})
    return found[found["year"] == YEAR]


@dataclass(frozen=True, eq=False)
class Officials:
    """Officials of one role in one place.

    Parameters
    ----------
    name : str
        The place.
    number : float
        How many; NaN where there are none in the register.
    women : float
        Share of women; NaN where it would tell of fewer than five people.
    ages : ndarray, shape (3,)
        Shares under 40, of 40 to 59, of 60 and over; NaN likewise.
    """

    name: str
    number: float
    women: float
    ages: Array


def officials(role: str, departement: str = "") -> Officials:
    """Return the officials of a role in a département, or in France.

    Raises
    ------
    ValueError
        If there is no such role.

    Examples
    --------
    >>> found = officials("mayor", "38")
    >>> found.name, int(found.number), found.women, found.ages.tolist()
    ('Isère', 512, 0.2715, [0.0508, 0.4609, 0.4883])
    """
    if role not in names.roles():
        raise ValueError(f"role must be one of {', '.join(names.roles())}, got {role!r}")
    key = ("departement", departement, role) if departement else ("france", "FR", role)
    if key not in table().index:
        return Officials(departement, np.nan, np.nan, np.full(len(AGES), np.nan))
    row = table().loc[key]
    ages = np.array([row[age] for age in AGES], dtype=float)
    return Officials(str(row["name"]), float(row["officials"]), float(row["share_women"]), ages)


def women(departement: str = "") -> Array:
    """Return the share of women by role, in the order of the roles.

    Examples
    --------
    >>> women().tolist()
    [0.4814, 0.4735, 0.2288, 0.2792, 0.5001]
    """
    return np.array([officials(role, departement).women for role in names.roles()])


def professions(departement: str = "") -> Array:
    """Return the shares of the professions of municipal councillors; NaN where they are not told.

    Examples
    --------
    >>> professions("38").round(3).tolist()[-2:]
    [0.191, 0.036]
    """
    start = ("departement", departement) if departement else ("france", "FR")
    shares = _jobs()["share"]
    return np.array([float(shares.get((*start, "councillor", key), np.nan)) for key in names.professions()])


@dataclass(frozen=True)
class Groupings:
    """The intercommunalities whose inhabitants live mostly in a département.

    Parameters
    ----------
    epci : int
        How many, in 2026.
    communes, population : int
        Their communes and inhabitants.
    """

    epci: int
    communes: int
    population: int


def groupings(departement: str) -> Groupings:
    """Count the intercommunalities of a département.

    Examples
    --------
    >>> groupings("38").epci > 10
    True
    """
    own = _groupings()[_groupings()["departement"] == departement]
    return Groupings(len(own), int(own["communes"].sum()), int(own["population"].sum()))


def gap(departement: str) -> float:
    """Return by how much the share of women falls from the councillors to the mayors, as a fraction of 1.

    Examples
    --------
    >>> round(gap("38"), 3)
    0.216
    """
    return officials("councillor", departement).women - officials("mayor", departement).women


def inhabitants_each(departement: str) -> float:
    """Return how many inhabitants of a département there are for one municipal councillor, in 2026.

    Examples
    --------
    >>> round(inhabitants_each("38"))
    147
    """
    people = load("departements").astype({"code": str}).set_index("code").loc[departement, "population_2026"]
    return float(people) / officials("councillor", departement).number
