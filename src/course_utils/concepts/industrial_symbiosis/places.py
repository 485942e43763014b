"""Where the invented firms stand: real towns of a real coast, or the largest communes of a département."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.industrial_symbiosis.firms import FIRMS
from course_utils.datasets import load

Array = NDArray[np.float64]

#: Mean radius of the Earth, km; two firms of one commune stand this far apart, km.
EARTH, NEAR = 6371.0, 1.0
#: Communes of the coast around Dunkirk in which the firms are put (INSEE codes). None of them is really there.
COAST = {
    "town": "59183",
    "steel": "59271",
    "power": "59359",
    "food": "59094",
    "cement": "62534",
    "board": "59273",
    "glass": "59159",
    "roads": "59295",
    "yard": "62193",
    "farms": "59067",
}


@dataclass(frozen=True, eq=False)
class Sites:
    """Where each firm of `firms.FIRMS` stands.

    Parameters
    ----------
    names : tuple of str
        Names of the communes.
    lon, lat : ndarray, shape (10,)
        Degrees.
    """

    names: tuple[str, ...]
    lon: Array
    lat: Array

    def apart(self, one: str, other: str) -> float:
        """Kilometres between two firms as the crow flies, at least 1."""
        ends = [FIRMS.index(one), FIRMS.index(other)]
        lon, lat = np.radians(self.lon[ends]), np.radians(self.lat[ends])
        half = np.sin((lat[1] - lat[0]) / 2) ** 2 + np.cos(lat).prod() * np.sin((lon[1] - lon[0]) / 2) ** 2
        return max(float(2 * EARTH * np.arcsin(np.sqrt(half))), NEAR)


@cache
def coast() -> Sites:
    """The coast around Dunkirk.

    Examples
    --------
    >>> round(coast().apart("steel", "town"), 1), round(coast().apart("power", "cement"))
    (3.5, 34)
    """
    table = load("communes").astype({"code": str}).set_index("code")
    rows = table.loc[[COAST[firm] for firm in FIRMS]]
    return _sites(rows["name"], rows["longitude"], rows["latitude"])


@cache
def largest() -> dict[str, Sites]:
    """For each département its largest communes, one a firm, the town in the largest; over again if they run out.

    Examples
    --------
    >>> largest()["38"].names[0], largest()["75"].apart("steel", "town")
    ('Grenoble', 1.0)
    """
    table = load("communes").dropna(subset=["longitude"]).sort_values("population_2026", ascending=False, kind="stable")
    found = {}
    for code, rows in table.groupby("departement", observed=True):
        own = rows.iloc[[i % len(rows) for i in range(len(FIRMS))]]
        found[str(code)] = _sites(own["name"], own["longitude"], own["latitude"])
    return found


@cache
def estate() -> Sites:
    """One estate: all firms a kilometre apart, wherever it is."""
    return Sites(("",) * len(FIRMS), np.zeros(len(FIRMS)), np.zeros(len(FIRMS)))


def _sites(names: object, lon: object, lat: object) -> Sites:
    return Sites(tuple(map(str, names)), np.array(lon, dtype=float), np.array(lat, dtype=float))  # type: ignore[call-overload]
