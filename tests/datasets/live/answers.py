"""Small answers in the documented formats, made for the tests: their figures are invented and mean nothing."""

from __future__ import annotations

import math
from itertools import product
from typing import Any

NACE = ["A", "B-E", "F", "G-J", "K-N", "O-Q", "R-U", "TOTAL"]


def eurostat(places: tuple[str, ...] = ("FRK21", "FRK24"), years: tuple[str, ...] = ("2022", "2023")) -> dict[str, Any]:
    """JSON-stat 2.0 as Eurostat's guide shows it: sparse values by position, marks of the source in status."""
    dimensions = {
        "freq": ["A"],
        "unit": ["THS"],
        "wstatus": ["EMP"],
        "nace_r2": NACE,
        "geo": [*places],
        "time": [*years],
    }
    values = {}
    for at, (_freq, _unit, _status, nace, geo, year) in enumerate(product(*dimensions.values())):
        part = 1.5 + NACE.index(nace) + 10 * places.index(geo) + 0.1 * years.index(year)
        values[str(at)] = part if nace != "TOTAL" else 100 + 10.0 * places.index(geo)
    last = math.prod(map(len, dimensions.values())) - 1
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "made for the tests",
        "source": "ESTAT",
        "updated": "2026-07-31T23:00:00+0200",
        "value": values,
        "status": {str(last - 4): "p"},  # R-U
        "id": list(dimensions),
        "size": [len(codes) for codes in dimensions.values()],
        "dimension": {
            name: {"label": name, "category": {"index": {code: at for at, code in enumerate(codes)}, "label": {}}}
            for name, codes in dimensions.items()
        },
    }


def urssaf_departements() -> list[dict[str, Any]]:
    """An export of Explore API v2.1 (a list of records), one row a département, sector and year."""
    sectors = ("C1 Denrées alimentaires, boissons et tabac", "FZ Construction", "Intérim")
    return [
        {
            "region": "Auvergne-Rhône-Alpes",
            "ancienne_region": "Rhône-Alpes",
            "departement": name,
            "secteur_na17i": sector,
            "annee": year,
            "code_region": "84",
            "code_departement": code,
            "nombre_d_etablissements": 10 + at,
            "effectifs_salaries_moyens": 100 * (at + 1),
            "masse_salariale": 1_000_000,
        }
        for code, name in (("38", "Isère"), ("01", "Ain"), ("99", "Hors France"))
        for year in ("1998", "2024")
        for at, sector in enumerate(sectors)
    ]


def urssaf_communes() -> list[dict[str, Any]]:
    """The wide export: two columns a year."""
    shared = {"code_departement": "38", "departement": "Isère", "secteur_na38": "JC Activités informatiques"}
    years = {"nombre_d_etablissements_2023": 3, "nombre_d_etablissements_2024": 4}
    jobs = {"effectifs_salaries_2023": 30, "effectifs_salaries_2024": 41}
    nothing = dict.fromkeys((*years, *jobs))
    software, hair = "6201Z Programmation informatique", "9602A Coiffure"
    return [
        {
            **shared,
            "code_commune": "38185",
            "commune": "Grenoble",
            "ape": software,
            "code_ape": "6201Z",
            **years,
            **jobs,
        },
        {**shared, "code_commune": "38185", "commune": "Grenoble", "ape": hair, "code_ape": "9602A", **nothing}
        | {"nombre_d_etablissements_2024": 1, "effectifs_salaries_2024": 0},
    ]


def urssaf_fields() -> dict[str, Any]:
    """The description of a data set by Explore API v2.1."""
    names = ["code_departement", "departement", "secteur_na17", "secteur_na38", "secteur_na88", "ape", "code_ape"]
    names += [f"{stem}_{year}" for year in (2023, 2024) for stem in ("nombre_d_etablissements", "effectifs_salaries")]
    fields = [{"name": name, "label": name, "type": "text", "annotations": {}, "description": None} for name in names]
    return {"dataset_id": "made-for-the-tests", "has_records": True, "metas": {}, "fields": fields}


def urssaf_sums() -> list[dict[str, Any]]:
    """What an export gives for select=...,sum(...) as ... and group_by."""
    jobs = {"nombre_d_etablissements_2023": 3, "nombre_d_etablissements_2024": 4}
    return [
        {
            "code_departement": code,
            "secteur_na38": sector,
            **jobs,
            "effectifs_salaries_2023": 30,
            "effectifs_salaries_2024": at,
        }
        for code in ("38", "01")
        for at, sector in enumerate(("FZ Construction", "JC Activités informatiques"), 40)
    ]


def observation(geo: str, year: str, value: float | None, **dimensions: str) -> dict[str, Any]:
    """One observation of Melodi; a value that is secret is absent."""
    return {
        "dimensions": {"GEO": geo, "TIME_PERIOD": year, "FREQ": "A", **dimensions},
        "attributes": {"OBS_STATUS": "A"},
        "measures": {"OBS_VALUE_NIVEAU": {} if value is None else {"value": value}},
    }


def melodi(rows: list[dict[str, Any]], following: str | None = None) -> dict[str, Any]:
    """A page of Melodi."""
    paging = {"count": len(rows), "isLast": following is None} | ({"next": following} if following else {})
    return {"identifier": "MADE_FOR_THE_TESTS", "title": {"fr": "", "en": ""}, "observations": rows, "paging": paging}


def population() -> list[dict[str, Any]]:
    return [
        observation(f"2025-DEP-{code}", year, 1000.0 * at, POPREF_MEASURE="PMUN")
        for at, code in enumerate(("01", "38"), 1)
        for year in ("2022", "2023")
    ]


def employment(level: str = "DEP", code: str = "38", total: bool = False) -> list[dict[str, Any]]:
    sectors = ["AZ", "BE", "FZ", "GU", "OQ"]
    rows = [
        observation(f"2025-{level}-{code}", "2023", 10.4 * at, EMP_ACTIVITY=sector, SEX="_T", PCS="_T", EMPFORM="_T")
        for at, sector in enumerate(sectors, 1)
    ]
    whole = observation(f"2025-{level}-{code}", "2023", 160.0, EMP_ACTIVITY="_T", SEX="_T", PCS="_T", EMPFORM="_T")
    return rows + ([whole] if total else [])
