"""Real places: how many establishments they count, and how many links a dense network would ask of them."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import pandas as pd

from course_utils.datasets import load

DATASET, JOBS = "districts", "employment_departements"
#: The case of the chapter.
MILIEU, YEAR = "Arc jurassien", 2018
COUNTED = ("firms", "establishments")


@functools.cache
def cases() -> pd.DataFrame:
    """Places whose firms or establishments are counted, the newest dated count of each, the most numerous first.

    Returns
    -------
    DataFrame
        Index ``place``; ``type``, ``year`` (empty if the source has none), ``agents`` and ``pairs``, the links that a
        complete network among them would have.

    Examples
    --------
    >>> int(cases().loc["Arc jurassien", "pairs"])
    225456
    """
    table = load("districts")
    rows = table[table["indicator"].isin(COUNTED)].sort_values("year_last", na_position="first", kind="stable")
    newest = rows.drop_duplicates("place", keep="last").set_index("place")
    found = pd.DataFrame({"type": newest["type"].astype(str), "year": newest["year_last"]})
    found["agents"] = newest["value"].astype(int)
    found["pairs"] = found["agents"] * (found["agents"] - 1) // 2
    return found.sort_values("agents", ascending=False)


def watchmakers() -> pd.DataFrame:
    """All that the table says of the innovative milieu of the Jura arc."""
    table = load("districts").query("place == @MILIEU")
    return table[["indicator", "value", "year_text", "detail"]].reset_index(drop=True)


@functools.cache
def jobs_per_establishment() -> float:
    """Jobs per watchmaking establishment in the Jura arc in 2008.

    Examples
    --------
    >>> round(jobs_per_establishment(), 1)
    45.4
    """
    rows = load("districts").query("place == @MILIEU and year_last == 2008").set_index("indicator")["value"]
    return float(rows["jobs"] / rows["establishments"])


@dataclass(frozen=True)
class Design:
    """A network that is supposed, not seen.

    Parameters
    ----------
    agents : int
        How many agents there would be.
    contacts : int
        With how many others each keeps up a link.
    """

    agents: int
    contacts: int = 2

    @property
    def pairs(self) -> int:
        """Links of the complete network."""
        return self.agents * (self.agents - 1) // 2

    @property
    def density(self) -> float:
        """Share of the others whom one knows."""
        return min(self.contacts / (self.agents - 1), 1.0) if self.agents > 1 else 1.0


@functools.cache
def industry_jobs() -> pd.Series:
    """Industry jobs of each département in 2018."""
    rows = load("employment_departements").query("year == @YEAR and sector == 'industry'")
    return rows.astype({"departement": str}).set_index("departement")["employment"].astype(float)


def supposed(departement: str, size: float | None = None, contacts: int = 2) -> Design:
    """Cut the industry of a département into establishments of one size, by default the watchmakers'.

    Parameters
    ----------
    departement : str
        Its code.
    size : float, optional
        Jobs per establishment.
    contacts : int
        Links that each keeps up.

    Raises
    ------
    ValueError
        If `size` is not positive.

    Examples
    --------
    >>> supposed("25", 45).agents
    820
    """
    size = jobs_per_establishment() if size is None else size
    if not size > 0:
        raise ValueError(f"size must be a positive number of jobs, got {size!r}")
    return Design(max(round(float(industry_jobs()[departement]) / size), 2), contacts)
