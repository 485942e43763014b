"""French places at four scales, largest first, from the course's data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from course_utils.datasets import load

if TYPE_CHECKING:
    import pandas as pd

UNITS = ("commune", "epci", "departement", "region")


@dataclass(frozen=True, eq=False)
class Places:
    """Places of one unit in one year, largest first.

    Parameters
    ----------
    codes, names : tuple of str
        Official codes and names.
    sizes : ndarray, shape (n,)
        Inhabitants.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    sizes: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Rank of each code, from 1."""
        return {code: rank for rank, code in enumerate(self.codes, start=1)}


@cache
def communes() -> pd.DataFrame:
    """Table of the communes of 2026, by code."""
    return load("communes").set_index("code")


@cache
def places(unit: str, year: str) -> Places:
    """Return the inhabited places of a unit, largest first.

    Parameters
    ----------
    unit : {"commune", "epci", "departement", "region"}
        Communes outside any EPCI (four islands) are not in the second.
    year : str
        ``"2019"`` to ``"2026"``: legal population in force on 1 January, in the boundaries of 2026.

    Raises
    ------
    ValueError
        If the unit or the year is unknown.

    Examples
    --------
    >>> places("region", "2026").names[0]
    'Île-de-France'
    """
    column = f"population_{year}"
    if unit not in UNITS:
        raise ValueError(f"unit must be one of {', '.join(UNITS)}, got {unit!r}")
    if column not in communes():
        raise ValueError(f"year must be '2019' to '2026', got {year!r}")
    people = communes()[column] if unit == "commune" else communes().groupby(unit, observed=True)[column].sum()
    people = people[people > 0].sort_values(ascending=False, kind="stable")
    codes = tuple(map(str, people.index))
    names = names_of(unit)
    return Places(codes, tuple(names[code] for code in codes), people.to_numpy(dtype=float))


@cache
def names_of(unit: str) -> dict[str, str]:
    """Name of every place of a unit, by code."""
    if unit == "commune":
        return dict(zip(communes().index, communes()["name"], strict=True))
    table = load("epci").query("year == 2026") if unit == "epci" else load(f"{unit}s")
    return dict(zip(table["epci" if unit == "epci" else "code"].astype(str), table["name"].astype(str), strict=True))


def home_of(commune: str) -> dict[str, str]:
    """Codes of the places of each unit that a commune lies in."""
    row = communes().loc[commune]
    return {"commune": commune} | {unit: str(row[unit]) for unit in ("epci", "departement", "region")}


@cache
def centre_of() -> dict[str, str]:
    """Most populated commune of every EPCI."""
    return communes().groupby("epci", observed=True)["population_2026"].idxmax().to_dict()


@dataclass(frozen=True)
class Standing:
    """Where a place stands on the curve of its unit; rank and size are NaN if it had no inhabitants counted then."""

    name: str
    rank: float
    size: float
    total: int


def standing(unit: str, code: str, year: str) -> Standing:
    """Rank, inhabitants and number of places of the unit."""
    ordered = places(unit, year)
    rank = ordered.ranks.get(code)
    size = np.nan if rank is None else float(ordered.sizes[rank - 1])
    return Standing(names_of(unit)[code], np.nan if rank is None else rank, size, len(ordered))


@cache
def metropolises(unit: str, year: str) -> dict[str, Standing]:
    """Where the eight balancing metropolises of 1964 stand: of each, the largest place that holds one of its cities.

    Examples
    --------
    >>> metropolises("commune", "2026")["Aix-Marseille"].rank
    2
    """
    first_list = load("metropoles_equilibre").query("status == 'first list'")["metropolis"]
    towns = load("metropoles_equilibre", "towns").groupby("metropolis", observed=True)["commune"]
    found = {}
    for name in map(str, first_list):
        members = [standing(unit, home_of(str(commune))[unit], year) for commune in towns.get_group(name)]
        found[name] = min(members, key=lambda place: place.rank)
    return found
