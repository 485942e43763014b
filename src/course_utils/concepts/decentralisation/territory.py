"""How much the reader's département differs inside: the assumption that places it on the phase diagram."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from course_utils.datasets import load
from course_utils.datasets import territory as place_of

#: Fewer intercommunalities than this have no spread worth the name.
FEWEST = 3
TRAITS = ("old", "young", "vacant", "flats")


@dataclass(frozen=True)
class Home:
    """Spread of one characteristic over the intercommunalities of a département.

    Parameters
    ----------
    name : str
        The département.
    units : int
        Its intercommunalities.
    spread : float
        Coefficient of variation; NaN where there are fewer than three.
    """

    name: str
    units: int
    spread: float


@cache
def _shares() -> pd.DataFrame:
    table = load("age_housing")
    people = table["population_census_2021"]
    shares = {
        "old": table["age_65_over"] / people,
        "young": table["age_0_19"] / people,
        "vacant": table["dwellings_vacant"] / table["dwellings"],
        "flats": table["flats"] / table["dwellings"],
    }
    return pd.DataFrame(shares | {"departement": table["departement"].astype(str)})


@cache
def spread_of(territory: str, trait: str) -> Home:
    """Return how much the intercommunalities of a département differ in one characteristic (census of 2021).

    Parameters
    ----------
    territory : str
        Code of a département.
    trait : {"old", "young", "vacant", "flats"}
        Share of people of 65 and over, of people under 20, of vacant dwellings, of flats.

    Examples
    --------
    >>> home = spread_of("38", "old")
    >>> home.name, home.units, round(home.spread, 3)
    ('Isère', 18, 0.129)
    """
    if trait not in TRAITS:
        raise ValueError(f"trait must be one of {', '.join(TRAITS)}, got {trait!r}")
    own = _shares().loc[_shares()["departement"] == territory, trait].dropna()
    spread = float(own.std(ddof=0) / own.mean()) if len(own) >= FEWEST else float("nan")
    return Home(str(place_of(territory)["name"]), len(own), spread)


@cache
def spreads(trait: str) -> pd.Series:
    """Return the spread in every département that has at least three intercommunalities, by code.

    Examples
    --------
    >>> round(float(spreads("old").median()), 2), round(float(spreads("flats").median()), 2)
    (0.13, 0.64)
    """
    own = _shares().dropna(subset=[trait]).groupby("departement")[trait]
    found = own.std(ddof=0) / own.mean()
    return found[own.size() >= FEWEST]
