"""The dartboard: communes of metropolitan France on a plane, one site for every 200 inhabitants."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from course_utils.datasets import load

Array = NDArray[np.float64]

#: Inhabitants for one site, rounded up: the smallest commune has one.
A_SITE = 200
LEVELS = ("departement", "region")
#: Lambert's conic map of France keeps lengths along these parallels; mean radius of the Earth, km.
PARALLELS, ORIGIN, EARTH = (44.0, 49.0), (3.0, 46.5), 6371.0


def plane(longitude: ArrayLike, latitude: ArrayLike) -> Array:
    """Coordinates on Lambert's conformal conic map of France.

    Parameters
    ----------
    longitude, latitude : array_like, shape (n,)
        Degrees.

    Returns
    -------
    ndarray, shape (n, 2)
        Kilometres east and north of 3° E, 46.5° N; distances within metropolitan France are true to 0.3 %.

    Examples
    --------
    >>> paris, lyon = plane([2.35, 4.83], [48.86, 45.76])
    >>> round(float(np.hypot(*(paris - lyon))))
    392
    """
    first, second, middle = np.radians([*PARALLELS, ORIGIN[1]])
    cone = np.log(np.cos(first) / np.cos(second)) / np.log(_stretch(second) / _stretch(first))
    scale = EARTH * np.cos(first) * _stretch(first) ** cone / cone
    radius = scale / _stretch(np.radians(np.asarray(latitude, dtype=float))) ** cone
    turn = cone * np.radians(np.asarray(longitude, dtype=float) - ORIGIN[0])
    return np.column_stack([radius * np.sin(turn), scale / _stretch(middle) ** cone - radius * np.cos(turn)])


def _stretch(latitude: Array) -> Array:
    return np.tan(np.pi / 4 + latitude / 2)


@cache
def communes() -> pd.DataFrame:
    """Communes of metropolitan France that have coordinates.

    Returns
    -------
    DataFrame
        ``name``, ``departement``, ``region`` (codes), ``population`` (2026), ``longitude``, ``latitude``, ``sites``.
    """
    table = load("communes").dropna(subset=["longitude"])
    table = table[table["departement"].astype(str).str.len() == 2].reset_index(drop=True)
    kept = table[["name", "departement", "region", "longitude", "latitude"]].astype({"departement": str, "region": str})
    people = table["population_2026"].astype(int)
    return kept.assign(population=people, sites=np.maximum(-(-people // A_SITE), 1))


@dataclass(frozen=True, eq=False)
class Board:
    """What darts are thrown at.

    Parameters
    ----------
    sites : ndarray of int
        Number of the commune of each site: a commune with 10,000 inhabitants comes 50 times.
    places : ndarray, shape (m, 2)
        Kilometres, of each commune.
    degrees : ndarray, shape (m, 2)
        Longitude and latitude of each commune.
    codes : dict
        Codes of départements and of régions, in order.
    member : dict
        Number of the département, and of the région, of each commune.
    shares : dict
        Share of the sites in each département and région.
    """

    sites: NDArray[np.int64]
    places: Array
    degrees: Array
    codes: dict[str, list[str]]
    member: dict[str, NDArray[np.int64]]
    shares: dict[str, Array]


@cache
def board() -> Board:
    """Metropolitan France as a dartboard.

    Examples
    --------
    >>> len(board().codes["departement"]), len(board().codes["region"])
    (96, 13)
    """
    table = communes()
    counts = table["sites"].to_numpy()
    codes, member, shares = {}, {}, {}
    for level in LEVELS:
        codes[level] = sorted(set(table[level]))
        number = {code: i for i, code in enumerate(codes[level])}
        member[level] = table[level].map(number).to_numpy(dtype=np.int64)
        shares[level] = np.bincount(member[level], counts) / counts.sum()
    degrees = table[["longitude", "latitude"]].to_numpy(dtype=float)
    sites = np.repeat(np.arange(len(table)), counts)
    return Board(sites, plane(*degrees.T), degrees, codes, member, shares)


def nearest(points: Array) -> NDArray[np.int64]:
    """Number of the commune nearest to each point of the plane.

    Examples
    --------
    >>> str(communes()["name"][nearest(plane([2.35], [48.86]))[0]])
    'Paris'
    """
    places = board().places
    return np.array([int(((places - point) ** 2).sum(axis=1).argmin()) for point in points], dtype=np.int64)


def site_share(departement: str) -> float:
    """Share of the sites that lie in a département; 0 outside metropolitan France.

    Examples
    --------
    >>> round(site_share("38"), 3), site_share("974")
    (0.019, 0.0)
    """
    codes = board().codes["departement"]
    return float(board().shares["departement"][codes.index(departement)]) if departement in codes else 0.0
