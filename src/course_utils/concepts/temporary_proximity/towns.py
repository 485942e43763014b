"""Real distances: from the largest commune of each département to the home towns of the pôles de compétitivité."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.datasets import load

Array = NDArray[np.float64]

#: Mean radius of the Earth, km.
EARTH = 6371.0


def great_circle(longitude: ArrayLike, latitude: ArrayLike, to_longitude: ArrayLike, to_latitude: ArrayLike) -> Array:
    """Kilometres between points as the crow flies; arguments in degrees, broadcast against each other.

    Examples
    --------
    >>> round(float(great_circle(2.35, 48.86, 4.83, 45.76)))
    392
    """
    lon, lat, to_lon, to_lat = (
        np.radians(np.asarray(one, dtype=float)) for one in (longitude, latitude, to_longitude, to_latitude)
    )
    half = np.sin((to_lat - lat) / 2) ** 2 + np.cos(lat) * np.cos(to_lat) * np.sin((to_lon - lon) / 2) ** 2
    return np.asarray(2 * EARTH * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


@dataclass(frozen=True)
class Town:
    """A town: name, and degrees."""

    name: str
    longitude: float
    latitude: float


@dataclass(frozen=True)
class Pole:
    """A pôle of which a source names the home town.

    Parameters
    ----------
    name : str
        At its label.
    theme : str
        Group of themes.
    town : Town
    """

    name: str
    theme: str
    town: Town

    @property
    def short(self) -> str:
        """Name without what stands in brackets."""
        return self.name.split(" (")[0]


@cache
def capitals() -> dict[str, Town]:
    """Most populated commune of each département, by code: the prefecture in all but a few.

    Examples
    --------
    >>> capitals()["38"].name, capitals()["51"].name
    ('Grenoble', 'Reims')
    """
    table = load("communes").dropna(subset=["longitude"])
    rows = table.loc[table.groupby("departement", observed=True)["population_2026"].idxmax()]
    return {
        str(row["departement"]): Town(str(row["name"]), float(row["longitude"]), float(row["latitude"]))
        for _i, row in rows.iterrows()
    }


@cache
def centres() -> dict[str, Town]:
    """Most populated commune of each intercommunality, by code.

    Examples
    --------
    >>> centres()["200040715"].name
    'Grenoble'
    """
    table = load("communes").dropna(subset=["longitude", "epci"])
    rows = table.loc[table.groupby("epci", observed=True)["population_2026"].idxmax()]
    return {
        str(row["epci"]): Town(str(row["name"]), float(row["longitude"]), float(row["latitude"]))
        for _i, row in rows.iterrows()
    }


def key_of(name: str) -> str:
    """Return a plain key for a name.

    Examples
    --------
    >>> key_of("Lyonbiopôle")
    'lyonbiopole'
    """
    plain = unicodedata.normalize("NFKD", name.split(" (")[0]).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")


@cache
def poles() -> dict[str, Pole]:
    """Pôles of which a source names the home town, by key, in the order of their names.

    Examples
    --------
    >>> len(poles()), poles()["minalogic"].town.name
    (49, 'Grenoble')
    """
    table = load("poles_competitivite").dropna(subset=["longitude"])
    names = load("communes").set_index("code")["name"]
    found = {}
    for _i, row in table.iterrows():
        code = str(row["commune"])
        town = Town(str(names.get(code, row["main_city"])), float(row["longitude"]), float(row["latitude"]))
        found[key_of(str(row["name"]))] = Pole(str(row["name"]), str(row["theme_group"]), town)
    return dict(sorted(found.items()))


def kilometres(start: Town, end: Town) -> float:
    """Distance between two towns as the crow flies.

    Examples
    --------
    >>> round(kilometres(capitals()["38"], poles()["aerospace_valley"].town))
    384
    """
    return float(great_circle(start.longitude, start.latitude, end.longitude, end.latitude))


def home(code: str) -> Town:
    """Town that stands for a département or an intercommunality, by its code.

    Raises
    ------
    KeyError
        If no place has that code.

    Examples
    --------
    >>> home("38") == home("200040715")
    True
    """
    found = capitals().get(code) or centres().get(code)
    if found is None:
        raise KeyError(f"no département or intercommunality has the code {code!r}")
    return found


@cache
def from_home(territory: str) -> dict[str, float]:
    """Kilometres from a département's largest commune to every pôle's home town."""
    return {key: kilometres(home(territory), pole.town) for key, pole in poles().items()}


@cache
def to_pole(pole: str) -> dict[str, float]:
    """Kilometres from every département's largest commune to one pôle's home town."""
    return {code: kilometres(town, poles()[pole].town) for code, town in sorted(capitals().items())}
