"""Elected officials: counts of France, sums across levels, no person.

That small groups cannot be worked out is tested in test_disclosure.py.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pandas as pd
import pytest

from course_utils.datasets import load

AGES = ["under_40", "aged_40_59", "aged_60_over"]
KEYS = ["level", "code", "role"]


@pytest.fixture(scope="module")
def officials() -> pd.DataFrame:
    return load("elected_officials").astype(dict.fromkeys(KEYS, str))


@pytest.fixture(scope="module")
def professions() -> pd.DataFrame:
    return load("elected_officials", "professions").astype(dict.fromkeys(KEYS, str))


def test_officials_of_france(officials: pd.DataFrame) -> None:
    """One mayor a commune, but for gaps; parity of departmental councils is the law (pairs of a woman and a man)."""
    france = officials.query("level == 'france'").set_index("role")
    assert france["officials"].to_dict() == {
        "mayor": 34_742,
        "deputy_mayor": 116_131,
        "councillor": 508_780,
        "epci_president": 1_155,
        "epci_vice_president": 10_336,
        "departmental_councillor": 4_025,
        "regional_councillor": 1_744,
    }
    assert 34_875 - france.loc["mayor", "officials"] == 133
    assert abs(2 * france.loc["departmental_councillor", "women"] - 4_025) <= 1
    # DGCL found 42.4 % of women in councils and 19.8 % among mayors after the elections of 2020 (BIS 145): more since.
    assert france.loc["councillor", "share_women"] == pytest.approx(0.4814)
    assert france.loc["mayor", "share_women"] == pytest.approx(0.2288)
    assert france.loc["epci_president", "share_women"] == pytest.approx(0.1472)


def test_officials_add_up(officials: pd.DataFrame) -> None:
    homes = load("departements").astype({"region": str}).set_index("code")["region"]
    regions = officials.query("level == 'region'")
    france = officials.query("level == 'france'").set_index("role")["officials"]
    assert regions.groupby("role")["officials"].sum().to_dict() == france.to_dict()
    places = officials.query("level == 'departement'")
    places = places.assign(region=places["code"].map(homes)).groupby(["role", "region"])
    both = pd.DataFrame({"sum": places["officials"].sum(), "told": regions.set_index(["role", "code"])["officials"]})
    assert len(both.dropna()) >= 60 and (both.dropna()["sum"] == both.dropna()["told"]).all()
    for column in ("women", *AGES):
        whole = places[column].apply(lambda column: column.sum(skipna=False)).dropna()
        told = regions.set_index(["role", "code"])[column].reindex(whole.index)
        assert len(whole) > 20 and (whole == told).all()


def test_counts_and_shares_of_officials(officials: pd.DataFrame) -> None:
    known = officials.dropna(subset=AGES)
    assert (known[AGES].sum(axis=1) == known["officials"]).all()
    for column in ("women", *AGES):
        assert ((officials[column] / officials["officials"]).round(4) - officials[f"share_{column}"]).abs().max() < 1e-9
    assert known["median_age"].dropna().between(43, 70).all()
    medians = known.set_index(KEYS)["median_age"]
    assert medians["france", "FR", "mayor"] == 61 and medians["france", "FR", "councillor"] == 53


def test_withheld_rows_are_few(officials: pd.DataFrame) -> None:
    """A rule that withheld everything would be safe, and useless."""
    rows = officials.query("level == 'departement'").set_index("role")
    missing = rows[["women", "under_40"]].isna().groupby("role").sum()
    assert missing["women"].to_dict() == {
        "councillor": 0,
        "departmental_councillor": 0,
        "deputy_mayor": 0,
        "epci_vice_president": 12,
        "mayor": 6,
    }
    assert missing.loc["mayor", "under_40"] == 16 and missing.loc["councillor", "under_40"] == 0


def test_professions(professions: pd.DataFrame, officials: pd.DataFrame) -> None:
    groups = professions.groupby(KEYS)["officials"]
    assert (groups.size() == 8).all()
    assert set(groups.count()) == {0, 8}, "a set is published whole or not at all"
    sums = groups.sum(min_count=8).dropna()
    assert (sums == officials.set_index(KEYS)["officials"].reindex(sums.index)).all()
    shares = professions.groupby(KEYS)["share"].sum(min_count=8).dropna()
    assert shares.between(0.9995, 1.0005).all()
    mayors = professions.query("level == 'france' and role == 'mayor'").set_index("profession")["officials"]
    assert mayors["retired"] == 12_586 and mayors["manual_workers"] == 891


def test_no_person_is_in_the_files(root: Path) -> None:
    """Neither a date, nor a word that is not the name of a place, a role or a profession."""
    words = set()
    for path in (root / "elected_officials").glob("*.csv*"):
        text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        assert not re.search(rb"\d{4}-\d{2}-\d{2}", text)
        words |= set(re.findall(r"(?<![^,\n])[^,\n]*[A-Za-z][^,\n]*", text.decode("utf8")))
    places = set(load("departements")["name"]) | set(load("regions")["name"]) | {"France", "FR", "2A", "2B"}
    lists = [load("elected_officials", part) for part in ("elected_officials", "professions")]
    ours = {
        word
        for table in lists
        for column in ("level", "role", "profession")
        if column in table
        for word in table[column]
    }
    assert words == places | ours | {column for table in lists for column in table}
