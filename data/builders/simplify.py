"""Outlines made small for the page: simplified along shared borders, repaired, clockwise, as GeoJSON."""

from __future__ import annotations

import json
import warnings
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
import topojson

from ._package import File, geojson

GRID = 100_000


@dataclass(frozen=True)
class Level:
    """How coarse: degrees of simplification (0.01 is about 1 km), decimals written, smallest islet kept (degrees2)."""

    tolerance: float
    decimals: int
    islet: float


def simplified(table: gpd.GeoDataFrame, level: Level) -> gpd.GeoDataFrame:
    """Outlines simplified along shared borders, so that neighbours still touch; repaired where that broke them."""
    table = table.copy()
    table["geometry"] = [_without_islets(shape, level.islet) for shape in table.geometry]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # topojson warns about its own use of numpy
        topology = topojson.Topology(table, prequantize=GRID, toposimplify=level.tolerance, prevent_oversimplify=True)
        table = topology.to_gdf(crs=4326)
    table["geometry"] = [_clockwise(_repaired(shape, level.decimals)) for shape in table.geometry]
    return table


def features(table: gpd.GeoDataFrame, level: Level, properties: pd.DataFrame) -> File:
    """Outlines with ids: `table` has columns code and geometry, `properties` is indexed by code."""
    shapes = simplified(table, level).set_index("code").sort_index()
    missing = sorted(set(properties.index) ^ set(shapes.index))
    assert not missing, f"without outline or properties: {missing}"
    rows = [_feature(code, properties.loc[code].to_dict(), shapes.geometry[code]) for code in shapes.index]
    return geojson({"type": "FeatureCollection", "features": rows})


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
