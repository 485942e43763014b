"""`geometry`: outlines with and without insets."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from course_utils.datasets import UnknownDataset, geometry
from course_utils.datasets.geometry import INSETS

NAMES = ["departements", "regions", "epci"]
OVERSEAS = ["971", "972", "973", "974", "976"]


def points(feature: dict[str, Any]) -> Iterator[list[float]]:
    shape = feature["geometry"]
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return (point for polygon in polygons for ring in polygon for point in ring)


def box(features: list[dict[str, Any]]) -> tuple[float, float, float, float]:
    xs, ys = zip(*(p for f in features for p in points(f)), strict=True)
    return min(xs), max(xs), min(ys), max(ys)


def area(ring: list[list[float]]) -> float:
    """Shoelace area: negative for a ring that runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


@pytest.mark.parametrize("name", [*NAMES, "departements_1830"])
@pytest.mark.parametrize("insets", [True, False])
def test_rings_wind_as_plotly_needs(name: str, insets: bool) -> None:
    for feature in geometry(name, insets)["features"]:
        shape = feature["geometry"]
        for polygon in [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]:
            assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in polygon)
            assert area(polygon[0]) < 0, f"{feature['id']}: exterior not clockwise"
            assert all(area(hole) > 0 for hole in polygon[1:]), f"{feature['id']}: hole clockwise"


@pytest.mark.parametrize("name", NAMES)
def test_insets_stand_beside_metropolitan_france(name: str) -> None:
    west, east, south, north = box(geometry(name)["features"])
    assert -9 < west < -5.5 and 9 < east < 10 and 41 < south < 42 and 50.9 < north < 51.5


@pytest.mark.parametrize("name", NAMES)
def test_without_insets_coordinates_are_real(name: str) -> None:
    west, east, south, north = box(geometry(name, insets=False)["features"])
    assert -62 < west < -61 and 55 < east < 56 and -22 < south < -21 and 50.9 < north < 51.5


def test_outlines_of_a_data_set_do_not_move() -> None:
    """Numbers of 1830 are not codes of today: only the outlines of today have insets."""
    assert geometry("departements_1830") == geometry("departements_1830", insets=False)


def test_metropolitan_outlines_do_not_move() -> None:
    moved, real = geometry("departements"), geometry("departements", insets=False)
    for a, b in zip(moved["features"], real["features"], strict=True):
        assert (a["geometry"] != b["geometry"]) == (a["id"] in OVERSEAS)


def test_insets_do_not_overlap() -> None:
    features = {f["id"]: f for f in geometry("departements")["features"]}
    boxes = [box([features[code]]) for code in OVERSEAS]
    metropolitan = box([f for f in features.values() if f["id"] not in OVERSEAS])
    for upper, lower in pairwise(boxes):
        assert upper[2] > lower[3]
    assert all(b[1] < metropolitan[0] for b in boxes)


def test_insets_keep_the_shape() -> None:
    """Width over height on the ground is the same before and after, to 3 %."""
    before = {f["id"]: f for f in geometry("departements", insets=False)["features"]}
    after = {f["id"]: f for f in geometry("departements")["features"]}
    for code in OVERSEAS:
        ratios = []
        for feature, latitude in ((before[code], INSETS[code].centre[1]), (after[code], INSETS[code].place[1])):
            west, east, south, north = box([feature])
            ratios.append((east - west) * math.cos(math.radians(latitude)) / (north - south))
        assert ratios[0] == pytest.approx(ratios[1], rel=0.03)


def test_the_same_place_moves_alike_at_each_level() -> None:
    """Réunion as département, région and five EPCI covers the same box (simplified apart, so to 0.1 degrees)."""
    departement = box([f for f in geometry("departements")["features"] if f["id"] == "974"])
    region = box([f for f in geometry("regions")["features"] if f["id"] == "04"])
    epci = box([f for f in geometry("epci")["features"] if f["properties"]["departement"] == "974"])
    assert region == pytest.approx(departement, abs=0.1)
    assert epci == pytest.approx(departement, abs=0.1)


def test_each_call_gives_a_fresh_collection() -> None:
    geometry("regions")["features"].clear()
    assert len(geometry("regions")["features"]) == 18


def test_wrong_name() -> None:
    with pytest.raises(UnknownDataset, match="no outlines called 'departement': did you mean 'departements'"):
        geometry("departement")
