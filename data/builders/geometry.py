"""Outlines of départements, régions and EPCI of 2026 as small GeoJSON: shared borders simplified once, exteriors clockwise."""

from __future__ import annotations

import json
import warnings
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
import topojson

from ._package import File, write_package
from .communal_outlines import outlines
from .french_territory import commune_table, epci_table, upper_table

# Simplification in degrees (0.01 is about 1 km) and grid before it; decimals written (3 are about 100 m).
LEVELS = {"departement": (0.012, 20_000), "region": (0.015, 20_000), "epci": (0.008, 20_000)}
DECIMALS = 3


def outline_table(level: str) -> gpd.GeoDataFrame:
    """Union of the communal outlines of each place of a level: columns code, geometry; degrees."""
    places = commune_table().set_index("code")[level].dropna()
    shapes = outlines().rename("geometry").to_frame().join(places, how="inner")
    unions = shapes.groupby(level)["geometry"].agg(lambda pieces: shapely.union_all(pieces.to_numpy()))
    return gpd.GeoDataFrame({"code": unions.index}, geometry=unions.to_numpy(), crs=4326)


def simplified(level: str) -> gpd.GeoDataFrame:
    """Outlines simplified along shared borders, so that neighbours still touch; repaired where that made them invalid."""
    tolerance, grid = LEVELS[level]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # topojson warns about its own use of numpy
        topology = topojson.Topology(outline_table(level), prequantize=grid, toposimplify=tolerance, prevent_oversimplify=True)
        table = topology.to_gdf(crs=4326)
    table["geometry"] = [_clockwise(_repaired(shape)) for shape in table.geometry]
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


def _repaired(shape: shapely.Geometry) -> shapely.Geometry:
    """Round to the written decimals and keep the polygons (`make_valid` may leave lines and points beside them)."""
    rounded = shapely.make_valid(shapely.set_precision(shapely.make_valid(shape), 10**-DECIMALS))
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
