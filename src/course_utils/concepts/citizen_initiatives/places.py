"""Third places of 2023: in which régions, doing what, in whose hands."""

from __future__ import annotations

import functools
import re

import pandas as pd

from course_utils.datasets import load

MEASURES = ("share", "per_head", "ratio")
KINDS = ("doing", "form")


@functools.cache
def regions() -> pd.DataFrame:
    """Return shares, places per 100,000 inhabitants and share over share of population, with the bounds of rounding.

    Examples
    --------
    >>> regions().loc[["11", "53"], ["name", "share", "per_head"]].round(1).to_numpy().tolist()
    [['Île-de-France', 16.0, 4.6], ['Bretagne', 8.0, 8.3]]
    """
    table = load("tiers_lieux", "regions").astype({"region": str, "name": str}).set_index("region")
    people = load("regions").astype({"code": str}).set_index("code")["population_2023"].reindex(table.index)
    found = table[["name", "share"]].assign(margin=table["share"].map(lambda share: 0.5 if share >= 1 else 0.05))
    found["per_head"] = found["share"] / 100 * total() / people * 1e5
    found["ratio"] = found["share"] / 100 / (people / people.sum())
    return found


@functools.cache
def total() -> float:
    """Return the third places of the census of 2023."""
    table = load("tiers_lieux").astype({"indicator": str, "date": str})
    return float(table[(table["indicator"] == "tiers-lieux") & (table["date"] == "2023")]["value"].iloc[0])


def measured(measure: str) -> pd.DataFrame:
    """Return name, value and margin of rounding by région, the largest first.

    Raises
    ------
    ValueError
        If `measure` is none of `MEASURES`.

    Examples
    --------
    >>> measured("share")["name"].iloc[0], float(measured("share")["value"].iloc[0])
    ('Île-de-France', 16.0)
    """
    if measure not in MEASURES:
        raise ValueError(f"measure must be one of {', '.join(MEASURES)}, got {measure!r}")
    table = regions()
    value = table[measure]
    found = pd.DataFrame({"name": table["name"], "value": value, "margin": value * table["margin"] / table["share"]})
    return found.sort_values("value", ascending=False, kind="stable")


@functools.cache
def region_of(departement: str) -> str:
    """Return the code of a département's région."""
    table = load("departements").astype({"code": str, "region": str}).set_index("code")
    return str(table.loc[departement, "region"])


@functools.cache
def kinds() -> dict[str, dict[str, float]]:
    """Return what third places do and what they are, in % of them.

    Examples
    --------
    >>> kinds()["form"]["association"], kinds()["doing"]["fablab"]
    (51.0, 28.0)
    """
    table = load("tiers_lieux").astype({"indicator": str, "note": str}).set_index("indicator")
    office, legal = table.loc["with shared offices or coworking"], table.loc["associations (legal form)"]
    doing = {key: _told(office["note"], key) for key in ("cultural", "fablab", "craft workshop", "living lab")}
    form = {key: _told(legal["note"], key) for key in ("SARL/SA/SAS", "local authorities", "SCIC", "SCOP")}
    return {
        "doing": {"office": float(office["value"])} | doing,
        "form": {"association": float(legal["value"])} | form,
    }


def _told(note: str, what: str) -> float:
    found = re.search(re.escape(what) + r" (\d+)", note)
    if found is None:
        raise ValueError(f"what must be told by the note, got {what!r}")
    return float(found[1])
