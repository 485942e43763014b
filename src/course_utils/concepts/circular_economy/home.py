"""The trap at home: what a stock that follows the number of people could have back."""

from __future__ import annotations

import math
from dataclasses import dataclass

from course_utils.datasets import load
from course_utils.measures import circular_share

#: Columns of the populations compared (censuses of 2016 and 2023), and the years between the two.
FIRST, LAST, YEARS = "population_2019", "population_2026", 7


@dataclass(frozen=True)
class Home:
    """A département whose things grow as its people do.

    Parameters
    ----------
    name : str
        Its name.
    growth : float
        Growth of its population a year, continuous; negative where it shrinks.
    ceiling : float
        Circular share with perfect recovery; 1 where nothing grows, since more comes out than is sold.
    """

    name: str
    growth: float
    ceiling: float


def at_home(departement: str, lifetime: float = 30) -> Home:
    """Return the ceiling of the circular share of a département.

    Parameters
    ----------
    departement : str
        Its code.
    lifetime : float
        Years that things last.

    Raises
    ------
    KeyError
        If there is no such département.

    Examples
    --------
    >>> home = at_home("38")
    >>> home.name, round(home.growth, 4), round(home.ceiling, 3)
    ('Isère', 0.0052, 0.857)
    """
    row = load("departements").astype({"code": str}).set_index("code").loc[departement]
    growth = math.log(row[LAST] / row[FIRST]) / YEARS
    return Home(str(row["name"]), growth, circular_share(max(growth, 0), lifetime, 1))
