"""Brazil's input-output tables: 12 sectors 2010-2021 and 68 sectors 2019, with output, value added and jobs."""

from __future__ import annotations

import importlib
import sys
import warnings
from typing import Any

import numpy as np
import pandas as pd

from ._package import csv_gz, csv_text, write_package
from .fetch import HERE, wheel

YEARS = {12: range(2010, 2022), 68: range(2019, 2020)}
# Rows of IBGE's table of value added, and our columns.
ACCOUNTS = {
    "Valor da produção": "output",
    "Valor adicionado bruto ( PIB )": "value_added",
    "Fator trabalho (ocupações)": "employment",
    "Remunerações": "compensation",
}
ORDER = [
    "year",
    "sector",
    "code",
    "original",
    "output",
    "value_added",
    "employment",
    "compensation",
    "imports_taxes",
    "final_demand",
]


def sector_names(level: int) -> pd.DataFrame:
    """Our English names of the sectors: code, original, name, in IBGE's order."""
    return pd.read_csv(HERE / "compiled" / f"ibge_sectors_{level}.csv", dtype=str)


def tables(level: int, year: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Flows between sectors (year, from, to, value) and accounts of the sectors, millions of reais, of one year."""
    names = sector_names(level)
    system, accounts = _system(level, year)
    assert [" ".join(str(i).split()) for i in accounts.index] == (names["code"] + " " + names["original"]).tolist()
    flows = np.asarray(system.mZ, float)
    english = names["name"].tolist()
    sectors = pd.DataFrame({ours: pd.to_numeric(accounts[theirs]).to_numpy() for theirs, ours in ACCOUNTS.items()})
    sectors["final_demand"] = np.asarray(system.mY, float).sum(axis=1)
    sectors["imports_taxes"] = np.asarray(system.mM_int, float).sum(axis=1) + np.asarray(system.mT_int, float).sum(
        axis=1
    )
    sectors = sectors.assign(year=year, sector=english, code=names["code"], original=names["original"])
    _check(flows, sectors)
    long = pd.DataFrame(flows, index=english, columns=english).stack().reset_index()
    long.columns = pd.Index(["from", "to", "value"])
    long.insert(0, "year", year)
    return long.round(3), sectors[ORDER].round(3)


def _system(level: int, year: int) -> tuple[Any, pd.DataFrame]:
    """The package's own estimate of the industry by industry table, run from its wheel."""
    sys.path.insert(0, str(wheel("iotbr")))
    try:
        tru, systems = importlib.import_module("iotbr.tru"), importlib.import_module("iotbr.io_system")
    finally:
        sys.path.pop(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it divides by zero where a product is only exported, then drops the result
        return systems.system(str(year), str(level), "t"), tru.read_var(str(year), str(level), "VA_table")


def _check(flows: np.ndarray, sectors: pd.DataFrame) -> None:
    """Both identities of the table: what a sector sells and what it buys add up to its output."""
    output = sectors["output"].to_numpy(float)
    sold = flows.sum(axis=1) + sectors["final_demand"]
    bought = flows.sum(axis=0) + sectors["imports_taxes"] + sectors["value_added"]
    assert np.allclose(sold, output, rtol=1e-9) and np.allclose(bought, output, rtol=1e-9)


def build() -> None:
    """Write the package."""
    files = {}
    for level, years in YEARS.items():
        flows, sectors = zip(*(tables(level, year) for year in years), strict=True)
        files[f"flows_{level}"] = csv_gz(pd.concat(flows, ignore_index=True))
        files[f"sectors_{level}"] = csv_text(pd.concat(sectors, ignore_index=True))
    write_package("input_output_brazil", files)
