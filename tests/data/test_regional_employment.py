"""Employment of départements, old régions, régions and France: codes, sums up the hierarchy, old populations."""

from __future__ import annotations

import pandas as pd
import pytest

from course_utils.datasets import load

# The source gives thousands with one decimal: a sum of parts may differ from the whole by one such unit.
UNIT = 100
YEARS = [2008, 2013, 2018]
KEYS = ["year", "sector"]


def employment(name: str) -> pd.DataFrame:
    """Jobs by place, year and sector, with the published totals as an eighth sector."""
    table = load(name)
    place = table.columns[0]
    table = table.astype({place: str, "sector": str})
    totals = table.drop_duplicates([place, "year"]).assign(sector="total", employment=lambda t: t["total"])
    return pd.concat([table, totals])


def codes() -> pd.DataFrame:
    return load("nuts_departements").astype(str)


def gaps(parts: pd.DataFrame, place: str, whole: pd.DataFrame, over: str) -> pd.Series:
    """Sum of the parts minus the whole, by place, year and sector."""
    sums = parts.groupby([place, *KEYS])["employment"].sum().rename_axis([over, *KEYS])
    difference = sums.sub(whole.set_index([over, *KEYS])["employment"])
    assert difference.notna().all(), "a part without its whole, or a whole without parts"
    return difference


@pytest.fixture(scope="module")
def departements() -> pd.DataFrame:
    jobs = employment("employment_departements")
    table = codes().set_index("departement")
    return jobs.assign(old_region=jobs["departement"].map(table["old_region"]), country="FR")


@pytest.fixture(scope="module")
def old_regions() -> pd.DataFrame:
    return employment("employment_old_regions").astype({"region": str})


@pytest.fixture(scope="module")
def regions() -> pd.DataFrame:
    return employment("employment_regions_accounts").query("region != 'FR'").assign(country="FR")


@pytest.fixture(scope="module")
def france() -> pd.DataFrame:
    return employment("employment_regions_accounts").query("region == 'FR'").rename(columns={"region": "country"})


def test_codes_are_complete_and_one_to_one() -> None:
    table, known = codes(), load("departements").astype(str).set_index("code")
    assert len(table) == 101 and table["nuts3"].is_unique
    assert sorted(table["departement"]) == sorted(known.index)
    assert (table["name"].to_numpy() == known.loc[table["departement"], "name"].to_numpy()).all()


def test_codes_are_nested() -> None:
    table = codes()
    for fine, coarse in (("nuts3", "nuts2"), ("nuts2", "nuts1")):
        assert all(code.startswith(parent) for code, parent in zip(table[fine], table[coarse], strict=True))
    for fine, coarse in (("nuts2", "old_region"), ("old_region", "nuts2"), ("old_region", "region")):
        assert (table.groupby(fine)[coarse].nunique() == 1).all()
    assert table["old_region"].nunique() == 22 + 5 and table["region"].nunique() == 13 + 5
    mainland = table[table["nuts1"] != "FRY"]
    assert (mainland.groupby("nuts1")["region"].nunique() == 1).all() and mainland["nuts1"].nunique() == 13


def test_regions_are_those_of_insee() -> None:
    """The codes come from names; INSEE's own table says independently in which région a département lies."""
    table, known = codes().set_index("departement"), load("departements").astype(str).set_index("code")
    assert table["region"].to_dict() == known["region"].to_dict()
    names = load("regions").astype(str).set_index("code")["name"]
    assert (table["region"].map(names) == table["region_name"]).all()


@pytest.mark.parametrize(
    ("old", "departements"),
    [("82", "01 07 26 38 42 69 73 74"), ("83", "03 15 43 63"), ("42", "67 68"), ("94", "2A 2B"), ("06", "976")],
)
def test_known_old_regions(old: str, departements: str) -> None:
    assert sorted(codes().query("old_region == @old")["departement"]) == departements.split()


def test_each_departement_keeps_the_code_of_its_employment(departements: pd.DataFrame) -> None:
    pairs = departements[["nuts3", "departement"]].astype(str).drop_duplicates()
    assert dict(pairs.to_numpy()) == codes().set_index("nuts3")["departement"].to_dict()


@pytest.mark.parametrize(
    ("name", "places", "newcomers"),
    [("employment_old_regions", 26, {"06"}), ("employment_regions_accounts", 13 + 4 + 1, {"06"})],
)
def test_complete(name: str, places: int, newcomers: set[str]) -> None:
    """Mayotte became a région in 2011: it has no figures for 2008."""
    table = load(name)
    place = table.columns[0]
    assert table.groupby("year").size().to_dict() == {2008: 7 * places, 2013: 7 * (places + 1), 2018: 7 * (places + 1)}
    assert set(table[place]) - set(table.loc[table["year"] == 2008, place]) == newcomers
    assert not table.duplicated([place, *KEYS]).any() and table.notna().all().all()


def test_parts_add_up_to_their_whole(
    departements: pd.DataFrame, old_regions: pd.DataFrame, regions: pd.DataFrame, france: pd.DataFrame
) -> None:
    """Départements, old régions, régions, France: every sector, the total and every year."""
    checks = [
        gaps(departements, "old_region", old_regions, "old_region"),
        gaps(old_regions, "region", regions, "region"),
        gaps(regions, "country", france, "country"),
    ]
    every = pd.concat(checks)
    assert len(every) == 8 * (26 + 17 + 1 + 2 * (27 + 18 + 1)) == 1088
    assert every.abs().max() == UNIT
    assert [int(gap.abs().max()) for gap in checks] == [0, 0, UNIT]
    assert (every[every.index.get_level_values("year") == 2013] == 0).all()


def test_departements_add_up_to_france(departements: pd.DataFrame, france: pd.DataFrame) -> None:
    assert gaps(departements, "country", france, "country").abs().max() == UNIT


@pytest.mark.parametrize(
    ("name", "sums"),
    [("employment_departements", 302), ("employment_old_regions", 80), ("employment_regions_accounts", 56)],
)
def test_sectors_add_up_to_the_published_total(name: str, sums: int) -> None:
    groups = load(name).groupby([load(name).columns[0], "year"], observed=True)
    difference = groups["employment"].sum() - groups["total"].first()
    assert len(difference) == sums and difference.abs().max() == UNIT
    assert (difference != 0).sum() <= 4


def test_known_cells(old_regions: pd.DataFrame, france: pd.DataFrame) -> None:
    cells = old_regions.set_index(["old_region", *KEYS])["employment"]
    assert cells["11", 2008, "agriculture"] == 12_000 and cells["11", 2008, "total"] == 6_165_000
    assert france.set_index(KEYS)["employment"].loc[2008, "industry"] == 3_324_800
    assert sorted(france["year"].unique()) == YEARS


def test_populations_add_up_to_the_printed_totals() -> None:
    table = load("population_old_regions").astype({"old_region": str})
    overseas = table["old_region"].isin(["01", "02", "03", "04"])
    assert len(table) == 52 and overseas.sum() == 8
    sums = table.groupby("year")["population"].sum().to_dict()
    mainland = table[~overseas].groupby("year")["population"].sum().to_dict()
    assert sums == {1990: 58_074_215, 1999: 60_185_831}
    assert mainland == {1990: 56_615_155, 1999: 58_518_395}


def test_populations_have_the_codes_of_the_old_regions() -> None:
    people, table = load("population_old_regions").astype(str), codes()
    names = table.drop_duplicates("old_region").set_index("old_region")["old_region_name"]
    assert set(table["old_region"]) - set(people["old_region"]) == {"06"}
    differ = people[people["name"] != people["old_region"].map(names)]
    assert set(differ["name"]) == {"Centre"}


def test_each_row_names_its_source() -> None:
    for name in ("employment_old_regions", "employment_regions_accounts", "population_old_regions"):
        assert load(name)["source"].astype(str).str.contains("nama_10r_3empers|99-1154").all()
