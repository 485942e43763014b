"""No group of one to four elected officials can be worked out: an attack by linear programming on what is published."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from course_utils.datasets import load
from data.builders.disclosure import small, withheld

KEYS = ["level", "code", "role"]
MUNICIPAL = ["mayor", "deputy_mayor", "councillor"]
AGES = ["under_40", "aged_40_59", "aged_60_over"]


class Attack:
    """What a reader knows: numbers of officials, published counts, sums of places, and that deputies are councillors.

    `table` has columns level, code, role, officials and one for each category, empty where withheld.
    """

    def __init__(self, table: pd.DataFrame, categories: list[str], region_of: dict[str, str]) -> None:
        self.table, self.categories = table, categories
        finest = {
            r: "departement" if (t["level"] == "departement").any() else "region" for r, t in table.groupby("role")
        }
        self.leaves = table.loc[table["level"] == table["role"].map(finest), KEYS]
        self.homes = self.leaves["code"].where(self.leaves["level"] == "region", self.leaves["code"].map(region_of))
        self.equal, self.at_most = self._sums(), self._nesting()

    def intervals(self) -> Iterator[tuple[pd.Series, str, float, float]]:
        """Least and most that each withheld count can be, with its row and category."""
        for row in self._rows(self.table[self.table[self.categories].isna().any(axis=1)]):
            for position, category in enumerate(self.categories):
                goal = self._vector(row["role"], row["level"], row["code"], [position])
                bounds = [sign * self._solve(sign * goal) for sign in (1, -1)]
                yield row, category, *bounds

    def _solve(self, goal: np.ndarray) -> float:
        less = {"A_ub": csr_matrix(self.at_most), "b_ub": np.zeros(len(self.at_most))} if len(self.at_most) else {}
        left, right = self.equal
        found = linprog(goal, A_eq=csr_matrix(left), b_eq=right, bounds=(0, None), method="highs", **less)
        assert found.status == 0, found.message
        return float(found.fun)

    def _sums(self) -> tuple[np.ndarray, np.ndarray]:
        left, right = [], []
        for row in self._rows(self.table):
            place = row["role"], row["level"], row["code"]
            left.append(self._vector(*place, list(range(len(self.categories)))))
            right.append(row["officials"])
            if row[self.categories].notna().all():
                left += [self._vector(*place, [position]) for position in range(len(self.categories))]
                right += row[self.categories].tolist()
        return np.array(left), np.array(right, dtype=float)

    def _nesting(self) -> np.ndarray:
        """Mayors and deputies are councillors, in each category and place."""
        if set(self.table["role"]) != set(MUNICIPAL):
            return np.empty((0, 0))
        signs = dict(zip(MUNICIPAL, (1, 1, -1), strict=True))
        places = self.table.loc[self.table["role"] == "mayor", ["level", "code"]].itertuples(index=False)
        return np.array(
            [
                sum(sign * self._vector(role, level, code, [position]) for role, sign in signs.items())
                for level, code in places
                for position in range(len(self.categories))
            ]
        )

    def _vector(self, role: str, level: str, code: str, positions: list[int]) -> np.ndarray:
        """One for the counts that make up a place, over leaves x categories."""
        own = {"region": self.homes == code, "departement": self.leaves["code"] == code}.get(level, True)
        chosen = np.zeros((len(self.leaves), len(self.categories)))
        chosen[np.ix_(((self.leaves["role"] == role) & own).to_numpy(), positions)] = 1
        return chosen.ravel()

    @staticmethod
    def _rows(table: pd.DataFrame) -> Iterator[pd.Series]:
        return (row for _, row in table.iterrows())


def told(attack: Attack) -> list[tuple]:
    """Withheld counts that the attack shows to be small (some people, but fewer than five).

    In rows of fewer than five officials, all counts are small, so that none may be exactly known.
    """
    found = []
    for row, category, least, most in attack.intervals():
        if most - least < 0.5 if row["officials"] < 5 else 0.5 < most < 4.5:
            found.append((*row[KEYS], category, round(least, 1), round(most, 1)))
    return found


@pytest.fixture(scope="module")
def region_of() -> dict[str, str]:
    return load("departements").astype({"region": str}).set_index("code")["region"].to_dict()


@pytest.fixture(scope="module")
def officials() -> pd.DataFrame:
    table = load("elected_officials").astype(dict.fromkeys(KEYS, str))
    return table.assign(men=table["officials"] - table["women"])


@pytest.fixture(scope="module")
def professions(officials: pd.DataFrame) -> pd.DataFrame:
    """One row a territory and role, one column a profession."""
    table = load("elected_officials", "professions").astype(dict.fromkeys([*KEYS, "profession"], str))
    wide = table.pivot(index=KEYS, columns="profession", values="officials")
    return wide.join(officials.set_index(KEYS)["officials"]).reset_index()


@pytest.mark.parametrize("categories", [["women", "men"], AGES], ids=["women", "ages"])
@pytest.mark.parametrize(
    "roles",
    [MUNICIPAL, ["epci_president"], ["epci_vice_president"], ["departmental_councillor"], ["regional_councillor"]],
)
def test_women_and_ages_cannot_be_worked_out(
    officials: pd.DataFrame, region_of: dict[str, str], roles: list[str], categories: list[str]
) -> None:
    assert told(Attack(officials[officials["role"].isin(roles)], categories, region_of)) == []


@pytest.mark.parametrize("roles", [MUNICIPAL, ["epci_vice_president"]])
def test_professions_cannot_be_worked_out(
    professions: pd.DataFrame, region_of: dict[str, str], roles: list[str]
) -> None:
    categories = [column for column in professions if column not in (*KEYS, "officials")]
    assert told(Attack(professions[professions["role"].isin(roles)], categories, region_of)) == []


def test_no_small_count_is_printed(officials: pd.DataFrame, professions: pd.DataFrame) -> None:
    printed = [officials[["women", "men", *AGES]], professions.drop(columns=[*KEYS, "officials"])]
    assert not any(small(table).any(axis=None) for table in printed)
    shown = officials[["women", *AGES]].notna().any(axis=1)
    assert officials.loc[shown, "officials"].min() >= 5
    for shares, counts in ((["share_women"], ["women"]), ([f"share_{age}" for age in AGES], AGES)):
        assert (officials[shares].isna().any(axis=1) == officials[counts].isna().any(axis=1)).all()
    medians = officials[officials["median_age"].notna()]
    assert medians["officials"].min() >= 10 and medians[AGES].notna().all(axis=None)


HOMES = pd.Series({code: "R1" if code < "D3" else "R2" for code in ("D1", "D2", "D3", "D4", "D5")})


def published(departements: pd.DataFrame, hidden: set[str], hidden_regions: set[str]) -> pd.DataFrame:
    """The table that a reader sees of counts by département, in the form that `Attack` takes."""
    regions, france = departements.groupby(HOMES).sum(), departements.sum().to_frame("FR").T
    frames = []
    for level, table, gone in (
        ("france", france, set()),
        ("region", regions, hidden_regions),
        ("departement", departements, hidden),
    ):
        seen = table.astype(float).mask(np.isin(table.index, list(gone))[:, None] & np.ones(table.shape, bool))
        frames.append(seen.assign(officials=table.sum(axis=1), level=level, code=table.index, role="x"))
    return pd.concat(frames, ignore_index=True)


def test_the_attack_succeeds_where_only_small_rows_are_withheld() -> None:
    """One small row alone is found by subtraction; two small ones by their sum."""
    counts = pd.DataFrame({"a": [3, 30, 40, 50, 60], "b": [20, 30, 40, 50, 60]}, index=HOMES.index)
    assert ("departement", "D1", "x", "a", 3.0, 3.0) in told(
        Attack(published(counts, {"D1"}, set()), ["a", "b"], dict(HOMES))
    )
    counts.loc[["D3", "D4"], "a"] = 1
    cells = told(Attack(published(counts, {"D1", "D2", "D3", "D4"}, set()), ["a", "b"], dict(HOMES)))
    assert {cell[1] for cell in cells} == {"D3", "D4"}


@pytest.mark.parametrize("seed", range(12))
def test_the_builder_withstands_the_attack(seed: int) -> None:
    """On random tables with many small counts."""
    random = np.random.default_rng(seed)
    counts = pd.DataFrame(random.poisson([8, 12, 25], (5, 3)), index=HOMES.index, columns=["a", "b", "c"])
    counts["a"] //= random.integers(1, 4, 5)
    plan = withheld(counts.groupby(HOMES).sum(), counts, HOMES)
    seen = published(counts, set(plan.departements), set(plan.regions))
    assert told(Attack(seen, ["a", "b", "c"], dict(HOMES))) == []
    assert set(counts.index[small(counts).any(axis=1)]) <= plan.departements
    assert plan.departements or not small(counts).any(axis=None)


def test_nothing_is_withheld_without_need() -> None:
    counts = pd.DataFrame({"a": [0, 30, 40, 50, 60], "b": [20, 30, 20, 50, 60]}, index=HOMES.index)
    plan = withheld(counts.groupby(HOMES).sum(), counts, HOMES)
    assert not plan.departements and not plan.regions
    counts.loc["D4", "a"] = 2
    assert withheld(counts.groupby(HOMES).sum(), counts, HOMES).departements == {"D3", "D4"}
