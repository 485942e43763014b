"""The geometry files: ids, sizes, shapes (winding is tested in tests/datasets/test_geometry.py)."""

from __future__ import annotations

import gzip
from itertools import pairwise
from pathlib import Path

import pytest

from course_utils.datasets import geometry, load

LEVELS = {"departements": "departements", "regions": "regions"}


@pytest.mark.parametrize("name", LEVELS)
def test_ids_and_names_are_those_of_the_table(name: str) -> None:
    table = load(name).set_index("code")["name"]
    found = {f["id"]: f["properties"]["name"] for f in geometry(name)["features"]}
    assert found == table.to_dict()


def test_epci_are_those_of_2026() -> None:
    table = load("epci").query("year == 2026").set_index("epci")
    features = geometry("epci")["features"]
    assert {f["id"]: f["properties"]["name"] for f in features} == table["name"].to_dict()
    assert {f["id"]: f["properties"]["departement"] for f in features} == table["departement"].to_dict()


@pytest.mark.parametrize(("name", "kilobytes"), [("departements", 32), ("regions", 15), ("epci", 135)])
def test_size_gzipped(name: str, kilobytes: float, root: Path) -> None:
    assert len(gzip.compress((root / "geometry" / f"{name}.geojson").read_bytes(), 9)) < kilobytes * 1000


@pytest.mark.parametrize("name", ["departements", "regions", "epci"])
def test_centres_of_communes_fall_in_their_outline(name: str) -> None:
    """Simplification moves borders by a kilometre or two: nearly all communes stay inside."""
    communes = load("communes").dropna(subset=["longitude", "epci"]).sample(400, random_state=1)
    outlines = {f["id"]: f["geometry"] for f in geometry(name, insets=False)["features"]}
    column = {"departements": "departement", "regions": "region", "epci": "epci"}[name]
    points = communes[["longitude", "latitude"]].to_numpy()
    inside = [contains(outlines[code], x, y) for code, (x, y) in zip(communes[column], points, strict=True)]
    assert sum(inside) / len(inside) > (0.94 if name == "epci" else 0.98)


def test_enclaves_are_holes() -> None:
    """Valréas (Vaucluse) lies within Drôme, Llívia (Spain) within Pyrénées-Orientales: neither is covered."""
    outlines = {f["id"]: f["geometry"] for f in geometry("departements", insets=False)["features"]}
    assert contains(outlines["84"], 4.99, 44.38) and not contains(outlines["26"], 4.99, 44.38)
    assert not contains(outlines["66"], 1.98, 42.466)


def contains(shape: dict, x: float, y: float) -> bool:
    """Even-odd rule over all rings."""
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    odd = False
    for ring in (ring for polygon in polygons for ring in polygon):
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                odd = not odd
    return odd
