"""Who decides what, when: who mainly holds each competence in each year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from course_utils.datasets import load

LEVELS = ("state", "region", "departement", "group", "commune", "several")
#: Extents that leave the level before in charge of most: the step is marked, the holder stays.
PARTIAL = ("some places",)
#: What another level than the State held before the first step is drawn from the laws of 1983 on, since the sources do
#: not say since when; the minimum income was created in 1988.
LOCAL, LATER = 1983.0, {"Minimum income (RMI, RSA)": 1988.9}
FIRST, LAST = 1970, 2026
ALL = "all"


@dataclass(frozen=True)
class Spell:
    """A level that mainly decides from one date to another.

    Parameters
    ----------
    level : str
        One of `LEVELS`.
    start, end : float
        Years and parts of years.
    firm : bool
        False where the competence is shared or optional.
    """

    level: str
    start: float
    end: float
    firm: bool


@dataclass(frozen=True)
class Competence:
    """A competence, its field, and who held it when."""

    name: str
    domain: str
    spells: tuple[Spell, ...]


@cache
def steps() -> pd.DataFrame:
    """Return all steps, by competence in the order of its first date."""
    table = load("competences").copy()
    table["when"] = table["effective"].dt.year + (table["effective"].dt.day_of_year - 1) / 365.25
    first = table.groupby("competence")["when"].transform("min")
    return table.assign(first=first).sort_values(["first", "competence", "when"], kind="stable")


@cache
def histories() -> tuple[Competence, ...]:
    """Return who held each competence from 1970 to 2026.

    Examples
    --------
    >>> water = next(c for c in histories() if c.name.startswith("Drinking"))
    >>> [(s.level, int(s.start), s.firm) for s in water.spells]
    [('commune', 1983, True), ('commune', 2018, False), ('group', 2020, True), ('commune', 2025, False)]
    """
    found = []
    for name, own in steps().groupby("competence", sort=False):
        found.append(Competence(str(name), str(own["domain"].iloc[0]), _spells(own)))
    return tuple(found)


def _spells(own: pd.DataFrame) -> tuple[Spell, ...]:
    moved = own[~own["extent"].isin(PARTIAL)]
    before = FIRST if own["from_level"].iloc[0] == "state" else LATER.get(str(own["competence"].iloc[0]), LOCAL)
    levels = [str(own["from_level"].iloc[0]), *moved["to_level"].astype(str)]
    firm = [True, *(moved["extent"] == "full")]
    dates = [float(before), *moved["when"], float(LAST) + 1]
    spells = [Spell(*part) for part in zip(levels, dates[:-1], dates[1:], firm, strict=True)]
    return tuple(spells)


def holder(competence: Competence, year: float) -> str | None:
    """Return the level that mainly decides at the end of a year; None before anything is known.

    Examples
    --------
    >>> lycees = next(c for c in histories() if c.name.startswith("Lycée"))
    >>> holder(lycees, 1980), holder(lycees, 1990)
    ('state', 'region')
    """
    return next((spell.level for spell in reversed(competence.spells) if spell.start < year + 1), None)


@cache
def shares(domain: str) -> pd.DataFrame:
    """Return how many competences of a field each level mainly holds at the end of each year.

    Parameters
    ----------
    domain : str
        A field of the dataset, or ``"all"``.

    Examples
    --------
    >>> shares("all").loc[[1980, 2026], "state"].tolist()
    [12, 1]
    """
    kept = [c for c in histories() if domain in (ALL, c.domain)]
    rows = {year: pd.Series([holder(c, year) for c in kept]).value_counts() for year in range(FIRST, LAST + 1)}
    return pd.DataFrame(rows).T.reindex(columns=list(LEVELS)).fillna(0).astype(int)


@cache
def last_law(year: int) -> tuple[str, int, str]:
    """Return number, year and content of the last law of the list by the end of a year; empty before 1972.

    Examples
    --------
    >>> last_law(1990)[:2]
    ('Law 83-663', 1983)
    """
    laws = load("competences", "laws")
    past = laws[laws["date"].dt.year <= year]
    if past.empty:
        return "", 0, ""
    row = past.iloc[-1]
    return str(row["law"]), int(row["date"].year), str(row["what"])
