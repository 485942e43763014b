"""Germany's input-output table of 1995, six sectors: the worked example of Eurostat's manual (2008)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ._package import csv_text, write_package
from .compiled_tables import compiled

YEAR = 1995
# Columns of the table as read, and our names of the sectors.
SECTORS = {
    "agriculture": "Agriculture",
    "industry": "Industry",
    "construction": "Construction",
    "trade": "Trade, transport and hospitality",
    "business_services": "Business services",
    "other_services": "Other services",
}
PRODUCTS = ["cpa_a", "cpa_c", "cpa_f", "cpa_g_i", "cpa_business", "cpa_other"]
FINAL_USES = ["households", "government", "capital_formation", "inventories", "exports"]
# Rows of the table, and our columns.
ACCOUNTS = {
    "P1": "output",
    "B1G": "value_added",
    "D1": "compensation",
    "P7": "imports",
    "D21_M_D31": "taxes_products",
    "D29_M_D39": "taxes_production",
    "K1": "fixed_capital",
    "B2N_B3N": "surplus",
    "EMP": "employment",
    "EMP-FTE": "self_employed",
}
COUNTS = ["employment", "self_employed"]
KEYS = ["year", "sector", "code", "original"]
ORDER = [*KEYS, "output", "value_added", "employment", "compensation", "imports_taxes", "final_demand"]


def table_as_read() -> pd.DataFrame:
    """The manual's table 15.4 by code of the row, million euro, and thousand persons in the last rows."""
    table = compiled("germany_1995.csv").set_index("code")
    numbers = table.drop(columns="label").astype(float)
    numbers.insert(0, "label", table["label"])
    return numbers


def flows() -> pd.DataFrame:
    """What each sector sells to each: year, from, to, value."""
    matrix = table_as_read().loc[PRODUCTS, list(SECTORS)]
    names = list(SECTORS.values())
    long = pd.DataFrame(matrix.to_numpy(), index=names, columns=names).stack().reset_index()
    long.columns = pd.Index(["from", "to", "value"])
    long.insert(0, "year", YEAR)
    return long


def sectors() -> pd.DataFrame:
    """Accounts of the sectors: those of the table of Brazil first, in the same order, then what only this one has."""
    read = table_as_read()
    accounts = read.loc[list(ACCOUNTS), list(SECTORS)].T.rename(columns=ACCOUNTS)
    accounts[COUNTS] *= 1000
    uses = read.loc[PRODUCTS, FINAL_USES].set_axis(accounts.index)
    table = accounts.join(uses).assign(year=YEAR, sector=list(SECTORS.values()), code=PRODUCTS)
    table["original"] = read.loc[PRODUCTS, "label"].to_numpy()
    table["final_demand"] = uses.sum(axis=1)
    table["imports_taxes"] = table["imports"] + table["taxes_products"]
    rest = [column for column in table if column not in ORDER]
    return table[[*ORDER, *rest]].reset_index(drop=True)


def check(flows: pd.DataFrame, sectors: pd.DataFrame) -> None:
    """Every identity of the table holds to the million (the total of industry's row, 1,079,400, is a misprint)."""
    matrix = flows["value"].to_numpy().reshape(len(SECTORS), -1)
    output = sectors["output"].to_numpy()
    parts = ["compensation", "taxes_production", "fixed_capital", "surplus"]
    assert np.array_equal(matrix.sum(axis=1) + sectors["final_demand"], output)
    assert np.array_equal(matrix.sum(axis=0) + sectors["imports_taxes"] + sectors["value_added"], output)
    assert np.array_equal(sectors[parts].sum(axis=1), sectors["value_added"])


def build() -> None:
    """Write the package."""
    tables = flows(), sectors()
    check(*tables)
    write_package("input_output_germany", {"flows": csv_text(tables[0]), "sectors": csv_text(tables[1])})
