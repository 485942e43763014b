"""Outlines for maps; overseas départements are moved beside metropolitan France unless asked otherwise."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .descriptors import OUTLINES, checked_path, descriptor, names, resource_of
from .errors import UnknownDataset

Feature = dict[str, Any]


@dataclass(frozen=True)
class Inset:
    """Where an overseas département is drawn: its real centre, the centre on the map (degrees), and the scale.

    Parameters
    ----------
    centre, place : tuple of float
        Longitude and latitude, degrees.
    scale : float
        Factor on distances: 2 draws the place twice as large as metropolitan France.
    """

    centre: tuple[float, float]
    place: tuple[float, float]
    scale: float

    def moved(self, point: list[float]) -> list[float]:
        """Move a point; longitudes are stretched so that the shape stays as it looks on the ground."""
        stretch = math.cos(math.radians(self.centre[1])) / math.cos(math.radians(self.place[1]))
        x = self.place[0] + self.scale * stretch * (point[0] - self.centre[0])
        y = self.place[1] + self.scale * (point[1] - self.centre[1])
        return [round(x, 3), round(y, 3)]


# A column in the Atlantic, from north to south, each about 1.4 degrees of latitude high or wide.
INSETS = {
    "971": Inset((-61.40, 16.19), (-6.9, 50.0), 1.8),
    "972": Inset((-61.02, 14.64), (-6.9, 48.1), 2.8),
    "973": Inset((-53.10, 3.94), (-6.9, 46.1), 0.42),
    "974": Inset((55.53, -21.13), (-6.9, 44.1), 2.4),
    "976": Inset((45.15, -12.82), (-6.9, 42.2), 3.6),
}
# The overseas régions have one département each.
REGIONS = {"01": "971", "02": "972", "03": "973", "04": "974", "06": "976"}
DEPARTEMENT_OF: dict[str, Callable[[Feature], str]] = {
    "departements": lambda feature: str(feature["id"]),
    "regions": lambda feature: REGIONS.get(feature["id"], ""),
    "epci": lambda feature: str(feature["properties"]["departement"]),
}


def geometry(name: str, insets: bool = True) -> dict[str, Any]:
    """Outlines of départements, régions or EPCI of 2026, or those of a data set, as a GeoJSON FeatureCollection.

    Parameters
    ----------
    name : str
        What to draw: "departements", "regions", "epci", or a data set that has outlines of its own
        ("departements_1830").
    insets : bool
        Move the five overseas départements beside metropolitan France, each scaled in its own way (the card says
        so). With False, real coordinates.

    Returns
    -------
    dict
        ``feature["id"]`` is the code, ``properties["name"]`` the name. Degrees; exteriors clockwise, which plotly
        needs. A dictionary of its own for each call.

    Raises
    ------
    UnknownDataset
        If there are no such outlines.
    DamagedDataset
        If the file is not the one that was shipped.

    Examples
    --------
    >>> places = geometry("departements")
    >>> len(places["features"]), places["features"][0]["id"]
    (101, '01')
    """
    package, resource = _place_of(name)
    path = checked_path(package, resource_of(package, resource))
    collection: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
    if insets and name in DEPARTEMENT_OF:
        for feature in collection["features"]:
            _move(feature, DEPARTEMENT_OF[name](feature))
    return collection


def outlines() -> list[str]:
    """Names of all outlines: those of the package "geometry", and data sets that bring a map of their own.

    Examples
    --------
    >>> {"departements", "regions", "epci"} <= set(outlines())
    True
    """
    own = [name for name in names() if any(part["name"] == "outlines" for part in descriptor(name)["resources"])]
    return [resource["name"] for resource in descriptor(OUTLINES)["resources"]] + own


def _place_of(name: str) -> tuple[str, str]:
    """Package and resource that hold the outlines `name`."""
    known = outlines()
    if name not in known:
        raise UnknownDataset(name, known, what="outlines called")
    return (OUTLINES, name) if name in DEPARTEMENT_OF else (name, "outlines")


def _move(feature: Feature, departement: str) -> None:
    inset = INSETS.get(departement)
    if inset is None:
        return
    shape = feature["geometry"]
    depth = {"Polygon": 1, "MultiPolygon": 2}[shape["type"]]
    shape["coordinates"] = _mapped(shape["coordinates"], depth, inset)


def _mapped(coordinates: list[Any], depth: int, inset: Inset) -> list[Any]:
    if depth == 0:
        return [inset.moved(point) for point in coordinates]
    return [_mapped(inner, depth - 1, inset) for inner in coordinates]
