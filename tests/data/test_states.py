"""States of the United States and of Mexico: shape, published results, outlines."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from course_utils.datasets import geometry, load


def variation(table: pd.DataFrame) -> pd.Series:
    """Coefficient of variation of each column."""
    return table.std(ddof=0) / table.mean()


def theil(table: pd.DataFrame) -> pd.Series:
    """Theil index of each column, each row counting the same."""
    share = table / table.sum()
    return (share * np.log(share * len(table))).sum()


@pytest.fixture(scope="module")
def panel() -> pd.DataFrame:
    return load("us_states_production")


@pytest.fixture(scope="module")
def income() -> pd.DataFrame:
    return load("us_states_income").pivot(index="state", columns="year", values="income")


@pytest.fixture(scope="module")
def mexico() -> pd.DataFrame:
    return load("mexico_states").pivot(index="name", columns="year", values="gdp_per_head")


def test_panel_is_complete(panel: pd.DataFrame) -> None:
    assert len(panel) == 48 * 17
    assert (
        panel.groupby("state", observed=True)["year"].agg(["min", "max", "nunique"]).eq([1970, 1986, 17]).all(axis=None)
    )
    assert not panel.isna().any(axis=None)
    assert panel["division"].nunique() == 9


def test_known_cells(panel: pd.DataFrame) -> None:
    """As in the file; names in full, which the file cuts at 11 characters."""
    cells = panel.set_index(["state", "year"])
    assert cells.loc[("AL", 1970), ["gsp", "employment", "unemployment_rate"]].tolist() == [28_418, 1_010_500, 4.7]
    assert cells.loc[("MA", 1986), "name"] == "Massachusetts"
    assert cells["unemployment_rate"].idxmax() == ("WV", 1983)


def test_public_capital_is_the_sum_of_its_parts(panel: pd.DataFrame) -> None:
    parts = panel[["highways", "water", "other_public"]].sum(axis=1)
    assert (parts - panel["public_capital"]).abs().max() < 0.02


def test_published_elasticities(panel: pd.DataFrame) -> None:
    """Munnell (1990, table 5), as quoted by Eisner (1991): private capital 0.31, labour 0.59, public capital 0.15."""
    logs = np.log(panel[["private_capital", "employment", "public_capital"]])
    design = np.column_stack([np.ones(len(panel)), logs, panel["unemployment_rate"]])
    found = np.linalg.lstsq(design, np.log(panel["gsp"]), rcond=None)[0]
    assert found[1:4] == pytest.approx([0.31, 0.59, 0.15], abs=0.0055)
    assert found[4] < 0


def test_fixed_effects_take_the_elasticity_away(panel: pd.DataFrame) -> None:
    """What the caveat says: within states, public capital no longer goes with production."""
    names = ["gsp", "private_capital", "employment", "public_capital"]
    table = np.log(panel[names]).assign(unemployment=panel["unemployment_rate"])
    within = table - table.groupby(panel["state"], observed=True).transform("mean")
    found = np.linalg.lstsq(within.iloc[:, 1:], within["gsp"], rcond=None)[0]
    assert found[2] == pytest.approx(-0.026, abs=0.001)


def test_manufacturing_belt_and_sun_belt(panel: pd.DataFrame) -> None:
    """The caption's figures."""
    jobs = panel.pivot_table("employment", "division", "year", "sum", observed=True)
    growth = (100 * (jobs[1986] / jobs[1970] - 1)).round()
    assert growth["Middle Atlantic"] == 15 == growth.min()
    assert growth["South Atlantic"] == 69


def test_income_is_complete(income: pd.DataFrame) -> None:
    assert income.shape == (48, 81) and list(income.columns) == list(range(1929, 2010))
    assert not income.isna().any(axis=None)
    assert income.loc["AL", 1929] == 323
    assert load("us_states_income").groupby("state", observed=True)["fips"].nunique().eq(1).all()


def test_both_american_tables_name_the_same_states(panel: pd.DataFrame) -> None:
    columns = ["state", "name", "division"]
    found = [t[columns].drop_duplicates().astype(str).set_index("state") for t in (panel, load("us_states_income"))]
    pd.testing.assert_frame_equal(*found)


def test_income_converges_until_the_end_of_the_1970s(income: pd.DataFrame) -> None:
    """Sigma and beta convergence (Barro & Sala-i-Martin; Rey & Montouri 1999), then the rise of the 1980s."""
    spread = variation(income)
    assert spread[1929] == pytest.approx(0.355, abs=0.001) and spread[1932] == spread.max()
    assert spread[[1929, 1949, 1959, 1969, 1979]].is_monotonic_decreasing
    assert spread[1980] < 0.4 * spread[1929] and spread[1988] > 1.2 * spread[1980]
    logs = np.log(income)
    speed = np.polyfit(logs[1929], (logs[1980] - logs[1929]) / 51, 1)[0]
    assert speed == pytest.approx(-0.0134, abs=0.0005)


def test_caption_of_income(income: pd.DataFrame) -> None:
    assert income[1929].agg(["min", "max"]).tolist() == [271, 1152]
    assert income[1929].idxmin() == "SC" and income[1929].idxmax() == "NY"
    assert (income[1979].max() / income[1979].min()).round(1) == 1.7


def test_mexico_is_complete(mexico: pd.DataFrame) -> None:
    assert mexico.shape == (32, 7) and list(mexico.columns) == list(range(1940, 2001, 10))
    assert not mexico.isna().any(axis=None)
    assert mexico.loc["Distrito Federal", [1940, 2000]].tolist() == [17_816, 54_349]


def test_mexico_converges_then_diverges(mexico: pd.DataFrame) -> None:
    """Rey & Sastré-Gutiérrez (2010): inequality falls until 1980 and rises after, also without the two oil states."""
    for table in (mexico, mexico.drop(["Campeche", "Tabasco"])):
        index = theil(table)
        assert index.loc[:1980].is_monotonic_decreasing and index.loc[1980:].is_monotonic_increasing
        assert index[1980] < 0.5 * index[1940]
    assert theil(mexico).round(3).tolist() == [0.209, 0.152, 0.105, 0.102, 0.096, 0.105, 0.107]


def test_caption_of_mexico(mexico: pd.DataFrame) -> None:
    assert mexico[2000].idxmax() == "Distrito Federal" and mexico[2000].idxmin() == "Chiapas"
    assert (mexico[2000].max() / mexico[2000].min()).round(1) == 6.3


def test_groupings_have_six_and_seven_groups() -> None:
    table = load("mexico_states")
    assert table["regions_hanson"].nunique() == 6 and table["regions_esquivel"].nunique() == 7


@pytest.mark.parametrize(
    ("name", "box"), [("us_states_income", (-125, 24, -66, 50)), ("mexico_states", (-118, 14, -86, 33))]
)
def test_outlines(name: str, box: tuple[float, float, float, float], root: Path) -> None:
    """Ids are the codes, names those of the table, degrees, light enough for a page."""
    names = load(name)[["state", "name"]].drop_duplicates().astype(str).set_index("state")["name"]
    features = geometry(name)["features"]
    assert {f["id"]: f["properties"]["name"] for f in features} == names.to_dict()
    points = np.array([point for f in features for point in _points(f["geometry"]["coordinates"])])
    west, south, east, north = box
    assert (points >= [west, south]).all() and (points <= [east, north]).all()
    assert len(gzip.compress((root / name / "outlines.geojson").read_bytes(), 9)) < 20_000


def _points(coordinates: list) -> list[list[float]]:
    if isinstance(coordinates[0], float | int):
        return [coordinates]
    return [point for inner in coordinates for point in _points(inner)]
