"""The places of a département: up to 28 communes, each with the people who live nearest to it."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.datasets import geometry, load
from course_utils.datasets.geometry import INSETS

Array = NDArray[np.float64]

#: Places of a département; where there are fewer communes, all of them.
MOST = 28
EARTH = 6371.0
#: Nobody lives nearer to the facility than this, in kilometres: a commune is no point.
NEAREST = 2.0
#: How much more, or less, than on paper a place suffers (invented, one of three by lot for each commune).
SENSITIVITIES = (0.25, 1.0, 1.75)


@dataclass(frozen=True, eq=False)
class Places:
    """Where people live in a département.

    Parameters
    ----------
    names : tuple of str
        Communes, the first chosen first.
    people : ndarray, shape (n,)
        Inhabitants of 2026 of each commune and of those that lie nearest to it.
    longitude, latitude : ndarray, shape (n,)
        Of the commune, as drawn on the map (overseas places moved beside metropolitan France).
    distances : ndarray, shape (n, n)
        Kilometres as the crow flies, at least two.
    sensitivity : ndarray, shape (n,)
        What a place suffers over what the map says; invented.
    """

    names: tuple[str, ...]
    people: Array
    longitude: Array
    latitude: Array
    distances: Array
    sensitivity: Array


@cache
def places(departement: str) -> Places:
    """Return the places of a département.

    The largest commune comes first; then, again and again, the commune farthest from those taken. Each other commune
    is counted with the nearest one, and each group is named after its largest commune and stands there.

    Parameters
    ----------
    departement : str
        Code of a département.

    Examples
    --------
    >>> home = places("44")
    >>> home.names[0], len(home.names), round(home.people.sum())
    ('Nantes', 28, 1487570)
    """
    own = _communes().get_group(departement)
    lon, lat = own["longitude"].to_numpy(dtype=float), own["latitude"].to_numpy(dtype=float)
    people, far = own["population_2026"].to_numpy(dtype=float), _distances(lon, lat)
    nearest = far[_spread(far)].argmin(axis=0)
    seats = [int(np.flatnonzero(nearest == group)[0]) for group in np.unique(nearest)]
    around = np.bincount(far[seats].argmin(axis=0), people, minlength=len(seats))
    drawn = [_drawn(departement, lon[seat], lat[seat]) for seat in seats]
    lots = [SENSITIVITIES[zlib.crc32(str(code).encode()) % len(SENSITIVITIES)] for code in own["code"].iloc[seats]]
    return Places(
        tuple(str(name) for name in own["name"].iloc[seats]),
        around.astype(np.float64),
        np.array([at[0] for at in drawn]),
        np.array([at[1] for at in drawn]),
        np.maximum(far[np.ix_(seats, seats)], NEAREST),
        np.array(lots),
    )


@cache
def _communes() -> pd.api.typing.DataFrameGroupBy:
    table = load("communes").dropna(subset=["longitude", "latitude"]).astype({"departement": str})
    return table.sort_values("population_2026", ascending=False, kind="stable").groupby("departement")


def _distances(lon: Array, lat: Array) -> Array:
    """Kilometres along great circles, by the haversine formula."""
    x, y = np.radians(lon), np.radians(lat)
    half = np.sin((y[:, None] - y) / 2) ** 2 + np.cos(y)[:, None] * np.cos(y) * np.sin((x[:, None] - x) / 2) ** 2
    return np.asarray(2 * EARTH * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


def _spread(far: Array) -> list[int]:
    """Positions of the first, then of the farthest from those taken, until there are enough."""
    taken, gap = [0], far[0].copy()
    while len(taken) < min(MOST, len(far)):
        taken.append(int(gap.argmax()))
        gap = np.minimum(gap, far[taken[-1]])
    return taken


def _drawn(departement: str, lon: float, lat: float) -> list[float]:
    inset = INSETS.get(departement)
    return inset.moved([lon, lat]) if inset else [float(lon), float(lat)]


@cache
def frame(departement: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the longitudes and the latitudes that a map of the département shows, from its outline.

    Examples
    --------
    >>> frame("44")[1][0] < 47.2 < frame("44")[1][1]
    True
    """
    shape = _outlines()[departement]
    rings = (
        shape["coordinates"] if shape["type"] == "Polygon" else [ring for part in shape["coordinates"] for ring in part]
    )
    points = np.array([point[:2] for ring in rings for point in ring])
    low, high = points.min(axis=0), points.max(axis=0)
    margin = 0.04 * (high - low)
    west, south, east, north = (round(float(v), 3) for v in (*(low - margin), *(high + margin)))
    return (west, east), (south, north)


@cache
def _outlines() -> dict[str, dict]:
    return {str(one["id"]): one["geometry"] for one in geometry("departements")["features"]}
