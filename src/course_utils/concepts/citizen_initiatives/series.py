"""Counts of places and groups that citizens made, with the start that a diffusion is measured from."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.datasets import load

Array = NDArray[np.float64]

KEYS = ("coworking", "labs", "amap", "places")
#: Start where the first place is not among the counts: fab labs "about 2003"; no source tells it of third places,
#: the year of the first co-working space is taken.
STARTS = {"labs": 2003.5, "places": 2008.5}


@dataclass(frozen=True, eq=False)
class Series:
    """Dated counts.

    Parameters
    ----------
    key : str
        One of `KEYS`.
    years, counts : ndarray, shape (n,)
        Decimal years (the middle of what a date may mean) and what was counted.
    start : float
        Decimal year from which time is counted.
    """

    key: str
    years: Array
    counts: Array
    start: float

    @property
    def t(self) -> Array:
        """Years since the start."""
        return self.years - self.start

    @property
    def last(self) -> float:
        """The last count."""
        return float(self.counts[-1])


@functools.cache
def series(key: str) -> Series:
    """Return the counts of co-working spaces, fab labs of the world, AMAP or third places.

    Raises
    ------
    ValueError
        If `key` is none of them.

    Examples
    --------
    >>> found = series("coworking")
    >>> found.years.tolist(), found.counts.tolist()
    ([2008.5, 2015.5, 2017.5, 2019.5, 2021.5], [1.0, 360.0, 600.0, 1700.0, 2787.0])
    """
    if key not in KEYS:
        raise ValueError(f"key must be one of {', '.join(KEYS)}, got {key!r}")
    table = _rows(key).sort_values("start", kind="stable")
    years = np.array([_when(row) for _index, row in table.iterrows()])
    return Series(key, years, table["value"].to_numpy(dtype=float), STARTS.get(key, float(years[0])))


def _rows(key: str) -> pd.DataFrame:
    if key == "labs":
        table = load("fablabs").astype({"territory": str})
        return table[table["territory"] == "World"]
    if key == "amap":
        table = load("short_chains").astype({"theme": str})
        return table[table["theme"] == "AMAP"]
    table = load("tiers_lieux").astype({"indicator": str, "basis": str})
    wanted = "coworking spaces" if key == "coworking" else "tiers-lieux"
    return table[(table["indicator"] == wanted) & (table["basis"] == "observed")]


def _when(row: pd.Series) -> float:
    """Return the middle of what the date may mean, or the end of the year that the note names."""
    first, last = (_decimal(row[key]) for key in ("start", "end"))
    note = str(row["note"])
    if note.startswith("at the start of the year"):
        return first
    if note.startswith("at the end of the year"):
        return float(np.ceil(last))
    return first + 0.5 if row["precision"] == "year" else round((first + last) / 2, 2)


def _decimal(day: pd.Timestamp) -> float:
    return float(day.year + (day.day_of_year - 1) / 365.25)
