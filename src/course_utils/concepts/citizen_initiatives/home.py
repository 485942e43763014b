"""The reader's territory: third places of its région, and what a national ceiling would mean there."""

from __future__ import annotations

from dataclasses import dataclass

from course_utils.concepts.citizen_initiatives import places
from course_utils.datasets import load


@dataclass(frozen=True)
class Home:
    """Third places around the reader.

    Parameters
    ----------
    region : str
        Name of the région.
    places, low, high : float
        Third places of the région in 2023, and what rounding of its share leaves possible.
    ratio : float
        Share of third places over share of people.
    here : float
        Places of the département if it had as many per inhabitant as its région.
    """

    region: str
    places: float
    low: float
    high: float
    ratio: float
    here: float


def at_home(departement: str) -> Home:
    """Return the third places of a département's région.

    Examples
    --------
    >>> found = at_home("38")
    >>> found.region, found.places, found.low, found.high, round(found.ratio, 2)
    ('Auvergne-Rhône-Alpes', 455.0, 437.5, 472.5, 1.08)
    """
    row = places.regions().loc[places.region_of(departement)]
    unit = places.total() / 100
    people = load("departements").astype({"code": str}).set_index("code").loc[departement, "population_2023"]
    low, high = ((row["share"] + sign * row["margin"]) * unit for sign in (-1, 1))
    here = float(row["per_head"] * people / 1e5)
    return Home(str(row["name"]), float(row["share"] * unit), float(low), float(high), float(row["ratio"]), here)
