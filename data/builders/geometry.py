"""Outlines of départements, régions and EPCI of 2026 as small GeoJSON: borders simplified once, clockwise."""

from __future__ import annotations

import json
import warnings
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
import topojson

from ._package import File, write_package
from .communal_outlines import outlines
from .french_territory import commune_table, epci_table, upper_table


@dataclass(frozen=True)
class Level:
    """How coarse: degrees of simplification (0.01 is about 1 km), decimals written, smallest islet kept (degrees2)."""

    tolerance: float
    decimals: int
    islet: float


# Chosen by size: about 28, 12 and 108 kB gzipped.
LEVELS = {"departement": Level(0.02, 3, 5e-4), "region": Level(0.02, 3, 1e-3), "epci": Level(0.015, 2, 5e-4)}
GRID = 100_000


def outline_table(level: str) -> gpd.GeoDataFrame:
    """Union of the communal outlines of each place of a level: columns code, geometry; degrees."""
    places = commune_table().set_index("code")[level].dropna()
    shapes = outlines().rename("geometry").to_frame().join(places, how="inner")
    unions = shapes.groupby(level)["geometry"].agg(lambda pieces: shapely.union_all(pieces.to_numpy()))
    return gpd.GeoDataFrame({"code": unions.index}, geometry=unions.to_numpy(), crs=4326)


def simplified(level: str) -> gpd.GeoDataFrame:
    """Outlines simplified along shared borders, so that neighbours still touch; repaired where that broke them."""
    size = LEVELS[level]
    table = outline_table(level)
    table["geometry"] = [_without_islets(shape, size.islet) for shape in table.geometry]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # topojson warns about its own use of numpy
        topology = topojson.Topology(table, prequantize=GRID, toposimplify=size.tolerance, prevent_oversimplify=True)
        table = topology.to_gdf(crs=4326)
    table["geometry"] = [_clockwise(_repaired(shape, size.decimals)) for shape in table.geometry]
    return table


def features(level: str, properties: pd.DataFrame) -> File:
    """A FeatureCollection whose feature ids are codes; `properties` is indexed by code."""
    table = simplified(level).set_index("code").sort_index()
    missing = sorted(set(properties.index) ^ set(table.index))
    assert not missing, f"{level}: {missing}"
    rows = [_feature(code, properties.loc[code].to_dict(), table.geometry[code]) for code in table.index]
    text = json.dumps({"type": "FeatureCollection", "features": rows}, ensure_ascii=False, separators=(",", ":"))
    return File(".geojson", text.encode("utf8"), len(rows))


def _feature(code: str, properties: dict[str, str], shape: shapely.Geometry) -> dict[str, Any]:
    return {"type": "Feature", "id": code, "properties": properties, "geometry": json.loads(shapely.to_geojson(shape))}


def _without_islets(shape: shapely.Geometry, smallest: float) -> shapely.MultiPolygon:
    parts = sorted(shapely.get_parts(shape), key=shapely.area, reverse=True)
    return shapely.MultiPolygon([parts[0], *(part for part in parts[1:] if part.area > smallest)])


def _repaired(shape: shapely.Geometry, decimals: int) -> shapely.Geometry:
    """Round to the written decimals and keep the polygons (`make_valid` may leave lines and points beside them)."""
    rounded = shapely.make_valid(shapely.set_precision(shapely.make_valid(shape), 10**-decimals))
    parts = [p for p in shapely.get_parts(shapely.get_parts(rounded)) if p.geom_type == "Polygon" and p.area > 0]
    return shapely.MultiPolygon(parts) if len(parts) > 1 else parts[0]


def _clockwise(shape: shapely.Geometry) -> shapely.Geometry:
    """Exteriors clockwise, holes the other way: d3-geo, which plotly uses, fills the rest of the world otherwise."""
    return shapely.orient_polygons(shape, exterior_cw=True)


def build() -> None:
    """Write the geometry package."""
    departements = upper_table("departement").set_index("code")[["name", "region"]]
    regions = upper_table("region").set_index("code")[["name"]]
    epci = epci_table().query("year == 2026").set_index("epci")[["name", "departement"]]
    files = {
        "departements": features("departement", departements),
        "regions": features("region", regions),
        "epci": features("epci", epci),
    }
    write_package("geometry", files)
