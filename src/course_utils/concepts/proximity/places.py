"""Home towns of the pôles de compétitivité, and how far places are from one another."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from course_utils.datasets import load

Array = NDArray[np.float64]

#: Mean radius of the Earth, km; south of this latitude lie the overseas départements.
EARTH, SOUTH = 6371.0, 41.0


def kilometres(longitude: ArrayLike, latitude: ArrayLike, to: tuple[ArrayLike, ArrayLike] | None = None) -> Array:
    """Great-circle distances between places.

    Parameters
    ----------
    longitude, latitude : array_like, shape (n,)
        Degrees.
    to : tuple of array_like, shape (m,), optional
        Longitudes and latitudes of other places; the same ones if none are given.

    Returns
    -------
    ndarray, shape (n, m)
        Kilometres.

    Examples
    --------
    >>> kilometres([2.35, 4.83], [48.86, 45.76]).round().tolist()
    [[0.0, 392.0], [392.0, 0.0]]
    """
    here = _directions(longitude, latitude)
    there = here if to is None else _directions(*to)
    chord = np.linalg.norm(here[:, None] - there[None], axis=-1)
    return np.asarray(2 * EARTH * np.arcsin(np.clip(chord / 2, 0, 1)))


def _directions(longitude: ArrayLike, latitude: ArrayLike) -> Array:
    east, north = (np.radians(np.asarray(degrees, dtype=float)) for degrees in (longitude, latitude))
    return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=-1)


@cache
def poles() -> pd.DataFrame:
    """Pôles whose home town a source names.

    Returns
    -------
    DataFrame
        ``name``, ``theme`` (group of themes), ``commune``, ``town``, ``longitude``, ``latitude`` of 49 pôles, one of
        them overseas.
    """
    table = load("poles_competitivite").dropna(subset=["longitude"]).reset_index(drop=True)
    names = communes()["name"]
    codes = table["commune"].astype(str)
    return pd.DataFrame(
        {
            "name": table["name"].astype(str),
            "theme": table["theme_group"].astype(str),
            "commune": codes,
            "town": [str(names[code]) for code in codes],
            "longitude": table["longitude"].astype(float),
            "latitude": table["latitude"].astype(float),
        }
    )


@cache
def communes() -> pd.DataFrame:
    """Communes by code, with ``name``, ``departement``, ``region``, ``population``, ``longitude`` and ``latitude``."""
    table = load("communes").astype({"code": str, "departement": str, "region": str}).set_index("code")
    kept = table[["name", "departement", "region", "longitude", "latitude"]]
    return kept.assign(population=table["population_2026"].astype(float))


def in_the_metropole() -> pd.DataFrame:
    """The 48 of `poles` in metropolitan France."""
    table = poles()
    return table[table["latitude"] > SOUTH]


@cache
def towns() -> pd.DataFrame:
    """The different home towns in metropolitan France.

    Returns
    -------
    DataFrame
        Indexed by the code of the commune: the columns of `communes`.

    Examples
    --------
    >>> len(towns())
    35
    """
    return communes().loc[in_the_metropole()["commune"].drop_duplicates()]


@cache
def main_commune() -> pd.DataFrame:
    """Most populated commune of each département, by its code: the columns of `communes`."""
    table = communes().dropna(subset=["longitude"]).sort_values("population", ascending=False, kind="stable")
    return table.drop_duplicates("departement").set_index("departement", drop=False)
