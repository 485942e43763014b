"""Outlines of départements, régions and EPCI of 2026 as small GeoJSON: borders simplified once, clockwise."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely

from ._package import File, write_package
from .communal_outlines import outlines
from .french_territory import commune_table, epci_table, upper_table
from .simplify import Level, features

# Chosen by size: about 28, 12 and 108 kB gzipped.
LEVELS = {"departement": Level(0.02, 3, 5e-4), "region": Level(0.02, 3, 1e-3), "epci": Level(0.015, 2, 5e-4)}


def outline_table(level: str) -> gpd.GeoDataFrame:
    """Union of the communal outlines of each place of a level: columns code, geometry; degrees."""
    places = commune_table().set_index("code")[level].dropna()
    shapes = outlines().rename("geometry").to_frame().join(places, how="inner")
    unions = shapes.groupby(level)["geometry"].agg(lambda pieces: shapely.union_all(pieces.to_numpy()))
    return gpd.GeoDataFrame({"code": unions.index}, geometry=unions.to_numpy(), crs=4326)


def _outlined(level: str, properties: pd.DataFrame) -> File:
    return features(outline_table(level), LEVELS[level], properties)


def build() -> None:
    """Write the geometry package."""
    departements = upper_table("departement").set_index("code")[["name", "region"]]
    regions = upper_table("region").set_index("code")[["name"]]
    epci = epci_table().query("year == 2026").set_index("epci")[["name", "departement"]]
    files = {
        "departements": _outlined("departement", departements),
        "regions": _outlined("region", regions),
        "epci": _outlined("epci", epci),
    }
    write_package("geometry", files)
