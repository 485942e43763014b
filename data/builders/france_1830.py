"""The 86 départements about 1830: instruction, taxes, farming, crime (Guerry 1833, d'Angeville 1836), and outlines."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ._package import File, csv_text, write_package
from .compiled_tables import compiled, plain
from .french_territory import upper_table
from .lazy_load import lazy_load
from .simplify import Level, features

# The package leaves the projection unnamed. Lambert II étendu puts each centre within 2 km of today's (a test).
LAMBERT_II = 27572
LEVEL = Level(0.02, 3, 5e-4)
# The package's columns and ours. Left out: what is of no use to this course, and what its documentation leaves unclear
# (Donations has no unit; Distance, said to be in km, is 0.6 times the distance in km; Instruction repeats ranks).
COLUMNS = {
    "Region": "region",
    "Pop1831": "population_1831",
    "Area": "area",
    "MainCity": "main_city",
    "Literacy": "literacy",
    "Recruits_ignorant": "recruits_ignorant",
    "Schoolchildren": "schoolchildren",
    "Primary_schools": "primary_schools",
    "Farmers": "farmers",
    "Windows_doors": "windows_doors",
    "Life_exp": "life_expectancy",
    "Wealth": "wealth_rank",
    "Commerce": "commerce_rank",
    "Crime_pers": "inhabitants_per_crime_persons",
    "Crime_prop": "inhabitants_per_crime_property",
}
REGIONS = {"N": "north", "S": "south", "E": "east", "W": "west", "C": "centre"}
CITIES = {"1:Sm": "small", "2:Med": "medium", "3:Lg": "large"}
SOURCE = "Guerry (1833) and d'Angeville (1836), as the R package Guerry 1.8.0 gives them"


def departements_1830() -> pd.DataFrame:
    """One row a département of the time, by our code, with the code of today's where it descends from one alone."""
    packaged = _packaged()
    corrections = _correct(packaged)
    table = packaged.rename(columns=COLUMNS)[list(COLUMNS.values())]
    table["population_1831"] = (table["population_1831"] * 1000).round().astype(int)
    table["life_expectancy"] = table["life_expectancy"].round(2)
    table["region"] = table["region"].map(REGIONS)
    table["main_city"] = table["main_city"].map(CITIES)
    table = _descent(packaged["Department"]).join(table)
    # The package's areas are today's, whatever its documentation says of d'Angeville.
    table.loc[table["boundary"] == "changed", "area"] = np.nan
    table["corrected"] = corrections.reindex(table.index)
    table["source"] = SOURCE + ("; change: " + table.pop("source")).where(table["change"].notna(), "")
    return table.sort_values("code").reset_index(drop=True)


def _packaged() -> pd.DataFrame:
    """Guerry's and d'Angeville's tables side by side, by the package's number (Corse is 200)."""
    guerry, angeville = (_frame(lazy_load("r-cran-guerry", "Guerry", name)) for name in ("Guerry", "Angeville"))
    assert (guerry["Pop1831"] == angeville["Pop1831"]).all()
    return guerry.join(angeville.drop(columns=["Department", "Pop1831"]))


def _frame(table: pd.DataFrame) -> pd.DataFrame:
    """Factors as text and numbers as floats (a gap in R's whole numbers is a kind of its own), by number."""
    table = table.set_index(table.pop("dept").astype(int).to_numpy())
    return table.apply(lambda column: column.astype(float if column.dtype.kind in "iuf" else object))


def _correct(table: pd.DataFrame) -> pd.Series:
    """Correct the table in place; say by number which of our columns were corrected."""
    corrections = compiled("guerry_corrections.csv").astype({"number": int, "as_packaged": float, "corrected": float})
    for row in corrections.itertuples():
        assert table.at[row.number, row.column] == row.as_packaged, row
        table.at[row.number, row.column] = row.corrected
    return corrections["column"].map(COLUMNS).groupby(corrections["number"]).agg(" ".join)


def _descent(names: pd.Series) -> pd.DataFrame:
    """Code, name and fate of each département by the package's number; those not in our list are what they were."""
    listed = compiled("departements_1830.csv").astype({"number": int}).set_index("number")
    today = upper_table("departement").set_index("code")["name"]
    codes = pd.Series([f"{number:02d}" for number in names.index.difference(listed.index)])
    unchanged = pd.DataFrame({"code": codes, "name": codes.map(today), "departement": codes, "boundary": "as today"})
    table = pd.concat([listed, unchanged.set_index(codes.astype(int))]).loc[names.index]
    assert (table["name"].map(plain) == names.map(plain)).all()
    return table


def outlines(table: pd.DataFrame) -> File:
    """Outlines in degrees, ids by our code."""
    france = lazy_load("r-cran-guerry", "Guerry", "gfrance")
    codes = france.data["Department"].astype(str).map(plain).map(table.set_index(table["name"].map(plain))["code"])
    shapes = [_shape(polygons) for polygons in france.polygons]
    outlined = gpd.GeoDataFrame({"code": codes.to_numpy()}, geometry=shapes, crs=LAMBERT_II).to_crs(4326)
    return features(outlined, LEVEL, table.set_index("code")[["name"]])


def _shape(polygons: Any) -> shapely.Geometry:
    """One département of R's SpatialPolygons: its pieces without its holes."""
    parts = {True: [], False: []}
    for ring in polygons.Polygons:
        parts[bool(np.asarray(ring.hole).item())].append(shapely.make_valid(shapely.Polygon(np.asarray(ring.coords))))
    return shapely.union_all(parts[False]).difference(shapely.union_all(parts[True]))


def build() -> None:
    """Write the package."""
    table = departements_1830()
    write_package("departements_1830", {"departements_1830": csv_text(table), "outlines": outlines(table)})
