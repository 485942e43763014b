"""Germany 1995: the table closes, and gives the results printed in Eurostat's manual (as iotables quotes them)."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from course_utils.datasets import input_output, load
from course_utils.measures.input_output import leontief_inverse, technical_coefficients

# Printed in the manual, pages 485-507, and quoted in the tests of iotables.
OUTPUT_MULTIPLIERS = [1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782]
EMPLOYMENT_MULTIPLIERS = [0.0326, 0.0162, 0.0207, 0.0237, 0.0112, 0.0242]  # thousand persons a million euro
VALUE_ADDED_MULTIPLIERS = [0.8450, 0.7647, 0.8615, 0.9019, 0.9393, 0.9199]
FORWARD = [2.1126, 1.6691, 1.3558, 1.5848, 2.1037, 1.2106]
GHOSH_AGRICULTURE = [1.0339, 0.0118, 0.0037, 0.0103, 0.0117, 0.0043]
ROUNDING = 0.5e-4 + 1e-9


@pytest.fixture(scope="module")
def sectors() -> pd.DataFrame:
    return load("input_output_germany", "sectors")


@pytest.fixture(scope="module")
def inverse() -> np.ndarray:
    table = input_output(country="germany")
    return leontief_inverse(technical_coefficients(table.Z, table.x))


def test_complete(sectors: pd.DataFrame) -> None:
    flows = load("input_output_germany", "flows")
    assert len(flows) == 36 and len(sectors) == 6 and not flows.duplicated(["from", "to"]).any()
    assert set(flows["from"]) == set(flows["to"]) == set(sectors["sector"])
    assert flows.notna().all().all() and sectors.notna().all().all()


def test_every_identity_is_exact(sectors: pd.DataFrame) -> None:
    flows = load("input_output_germany", "flows")
    output = sectors.set_index("sector")["output"]
    accounts = sectors.set_index("sector")
    sold = flows.groupby("from", observed=True)["value"].sum() + accounts["final_demand"]
    bought = flows.groupby("to", observed=True)["value"].sum() + accounts["imports_taxes"] + accounts["value_added"]
    assert sold.to_dict() == bought.to_dict() == output.to_dict()
    uses = ["households", "government", "capital_formation", "inventories", "exports"]
    incomes = ["compensation", "taxes_production", "fixed_capital", "surplus"]
    assert (accounts[uses].sum(axis=1) == accounts["final_demand"]).all()
    assert (accounts[incomes].sum(axis=1) == accounts["value_added"]).all()
    assert (accounts["imports"] + accounts["taxes_products"] == accounts["imports_taxes"]).all()


@pytest.mark.parametrize(
    ("column", "total"),
    [
        ("value_added", 1_624_160),
        ("compensation", 996_900),
        ("taxes_production", 500),
        ("fixed_capital", 266_470),
        ("surplus", 360_290),
        ("households", 813_673),
        ("government", 350_150),
        ("capital_formation", 334_144),
        ("inventories", 7_553),
        ("exports", 379_293),
        ("employment", 36_428_000),
        ("self_employed", 3_832_000),
    ],
)
def test_printed_totals(sectors: pd.DataFrame, column: str, total: int) -> None:
    assert sectors[column].sum() == total


def test_printed_totals_of_purchases() -> None:
    bought = load("input_output_germany", "flows").groupby("to", observed=True)["value"].sum()
    assert bought.tolist() == [18_235, 521_216, 115_007, 198_364, 255_217, 117_578]


def test_leontief_inverse(inverse: np.ndarray) -> None:
    assert np.abs(np.diag(inverse)[:3] - [1.0339, 1.4292, 1.0289]).max() <= ROUNDING
    assert inverse[3, 4] == pytest.approx(0.035494905, abs=1e-4)  # computed by iotables from coefficients of 4 digits


def test_input_coefficients() -> None:
    table = input_output(country="germany")
    found = technical_coefficients(table.Z, table.x)
    assert [round(found[0, 0], 4), round(found[1, 1], 4), round(found[2, 2], 4)] == [0.0258, 0.2822, 0.0158]


def test_published_multipliers(inverse: np.ndarray) -> None:
    table = input_output(country="germany")
    assert np.abs(inverse.sum(axis=0) - OUTPUT_MULTIPLIERS).max() <= ROUNDING
    assert np.abs(table.employment / 1000 / table.x @ inverse - EMPLOYMENT_MULTIPLIERS).max() <= ROUNDING
    assert np.abs(table.value_added / table.x @ inverse - VALUE_ADDED_MULTIPLIERS).max() <= ROUNDING


def test_published_forward_linkages() -> None:
    """Row sums of the Ghosh inverse; industry's printed one is not what the table gives (caveat of the package)."""
    table = input_output(country="germany")
    ghosh = np.linalg.inv(np.eye(6) - table.Z / table.x[:, None])
    assert np.abs(ghosh[:, 0] - GHOSH_AGRICULTURE).max() <= ROUNDING
    gap = np.abs(ghosh.sum(axis=1) - FORWARD)
    assert np.delete(gap, 1).max() <= ROUNDING
    assert ghosh.sum(axis=1)[1] == pytest.approx(1.6910, abs=ROUNDING)
