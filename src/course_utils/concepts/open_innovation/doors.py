"""Doors to knock at: the home towns of the pôles, and how many are worth the way from the reader's town."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.concepts.open_innovation.breadth import MOST, capacity
from course_utils.datasets import load

Array = NDArray[np.float64]

#: Mean radius of the Earth, km; south of this latitude lie the overseas départements.
EARTH, SOUTH = 6371.0, 41.0
#: Cost of asking a partner next door, and what 100 km add: in average ideas.
BASE = 0.04
PRICES = {"low": 0.02, "middle": 0.05, "high": 0.1}


@cache
def doors() -> pd.DataFrame:
    """Pôles whose home town a source names.

    Returns
    -------
    DataFrame
        ``name``, ``town``, ``longitude``, ``latitude``, one row a pôle.

    Examples
    --------
    >>> len(doors())
    49
    """
    table = load("poles_competitivite").dropna(subset=["longitude"]).reset_index(drop=True)
    names = _communes()["name"]
    towns = [str(names[code]) for code in table["commune"].astype(str)]
    place = {"longitude": table["longitude"].astype(float), "latitude": table["latitude"].astype(float)}
    return pd.DataFrame({"name": table["name"].astype(str), "town": towns} | place)


@cache
def _communes() -> pd.DataFrame:
    table = load("communes").astype({"code": str, "departement": str}).set_index("code")
    return table[["name", "departement", "longitude", "latitude"]].assign(people=table["population_2026"].astype(float))


@cache
def _starts() -> pd.DataFrame:
    table = _communes().dropna(subset=["longitude"]).sort_values("people", ascending=False, kind="stable")
    return table.drop_duplicates("departement").set_index("departement")


def metropolitan() -> list[str]:
    """Codes of the départements of metropolitan France.

    Examples
    --------
    >>> len(metropolitan())
    96
    """
    return sorted(str(code) for code in _starts().index if len(code) == 2)


@dataclass(frozen=True, eq=False)
class Way:
    """The doors seen from a département.

    Parameters
    ----------
    town : str
        Its most populated commune.
    place : tuple of float
        Longitude and latitude of it.
    order : ndarray of int, shape (49,)
        Rows of `doors`, nearest first.
    kilometres : ndarray, shape (49,)
        How far they are, nearest first.
    """

    town: str
    place: tuple[float, float]
    order: NDArray[np.intp]
    kilometres: Array


@cache
def way(code: str) -> Way:
    """Sort the doors by their distance from a département's most populated commune.

    Examples
    --------
    >>> found = way("38")
    >>> found.town, doors()["town"].iloc[found.order[0]], round(float(found.kilometres[2]))
    ('Grenoble', 'Grenoble', 94)
    """
    if code not in _starts().index:
        raise ValueError(f"code must be that of a département, got {code!r}")
    start = _starts().loc[code]
    here = _direction(np.array([start["longitude"]]), np.array([start["latitude"]]))
    there = _direction(doors()["longitude"].to_numpy(float), doors()["latitude"].to_numpy(float))
    far = 2 * EARTH * np.arcsin(np.clip(np.linalg.norm(there - here, axis=1) / 2, 0, 1))
    order = np.argsort(far, kind="stable")
    return Way(str(start["name"]), (float(start["longitude"]), float(start["latitude"])), order, far[order])


def _direction(longitude: Array, latitude: Array) -> Array:
    east, north = np.radians(longitude.astype(float)), np.radians(latitude.astype(float))
    return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=-1)


def cost(kilometres: float | Array, price: str) -> Array:
    """Cost of asking a partner so far away, in average ideas.

    Examples
    --------
    >>> float(cost(100, "middle"))
    0.09
    """
    if price not in PRICES:
        raise ValueError(f"price must be one of {', '.join(PRICES)}, got {price!r}")
    return BASE + PRICES[price] * np.asarray(kilometres, dtype=float) / 100


def knocked(code: str, lab: str, price: str) -> int:
    """Count the doors worth the way: the n-th nearest is, if absorptive capacity / n is at least its cost.

    Examples
    --------
    >>> [knocked("38", lab, "middle") for lab in ("none", "small", "medium", "large")]
    [0, 3, 5, 7]
    """
    steps = np.arange(1, MOST + 1)
    return int((capacity(lab) / steps >= cost(way(code).kilometres[:MOST], price) - 1e-12).sum())
