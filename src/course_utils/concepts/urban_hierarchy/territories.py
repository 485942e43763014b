"""What differs from one département to another, and where the reader's own place stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.urban_hierarchy.places import (
    Standing,
    centre_of,
    communes,
    home_of,
    names_of,
    places,
    standing,
)
from course_utils.datasets import load

MAPS = ("share", "growth", "primacy")
FIRST, LAST = "2019", "2026"
#: Mayotte's legal population stayed that of the census of 2017 in all these years: its growth is not known.
NOT_COUNTED_AGAIN = "976"


@dataclass(frozen=True, eq=False)
class DepartementMap:
    """One value a département (NaN where there is none), with the highest and the lowest.

    Parameters
    ----------
    codes : tuple of str
        All départements, in the order of their codes.
    values : ndarray, shape (n,)
        Fractions (share, growth) or a ratio (primacy).
    highest, lowest : int
        Positions of the extreme values.
    """

    codes: tuple[str, ...]
    values: NDArray[np.float64]
    highest: int
    lowest: int

    def name(self, position: int) -> str:
        """Name of a département by its position."""
        return names_of("departement")[self.codes[position]]


@cache
def departement_map(map: str, vintage: str) -> DepartementMap:
    """Values of the map.

    Parameters
    ----------
    map : {"share", "growth", "primacy"}
        Share of the population of all départements; growth from 2019 to 2026 whatever the vintage; inhabitants of
        the largest commune over those of the second.
    vintage : str
        Year of the legal population.

    Examples
    --------
    >>> france = departement_map("share", "2026")
    >>> france.name(france.highest)
    'Nord'
    """
    codes = tuple(sorted(names_of("departement")))
    by_code = {"share": _shares, "growth": _growth, "primacy": _local_primacy}[map](vintage)
    values = np.array([by_code.get(code, np.nan) for code in codes])
    return DepartementMap(codes, values, int(np.nanargmax(values)), int(np.nanargmin(values)))


def _sizes(vintage: str) -> dict[str, float]:
    ordered = places("departement", vintage)
    return dict(zip(ordered.codes, ordered.sizes, strict=True))


def _shares(vintage: str) -> dict[str, float]:
    sizes = _sizes(vintage)
    total = sum(sizes.values())
    return {code: size / total for code, size in sizes.items()}


def _growth(_vintage: str) -> dict[str, float]:
    before, after = _sizes(FIRST), _sizes(LAST)
    return {code: after[code] / before[code] - 1 for code in before if code != NOT_COUNTED_AGAIN}


def _local_primacy(vintage: str) -> dict[str, float]:
    found: dict[str, float] = {}
    column = f"population_{vintage}"
    for code, group in communes().groupby("departement", observed=True)[column]:
        two = group.nlargest(2).to_numpy()
        found[str(code)] = float(two[0] / two[1]) if two.size == 2 else np.nan  # Paris is a single commune
    return found


@dataclass(frozen=True)
class Reader:
    """The reader's intercommunality by name, and its place at one scale in the first and in the last year."""

    home: str
    first: Standing
    last: Standing


def reader(territory: str, unit: str) -> Reader:
    """Follow the reader's intercommunality to the place that stands for it at another scale.

    Parameters
    ----------
    territory : str
        Code of an EPCI.
    unit : {"commune", "epci", "departement", "region"}
        Its most populated commune, itself, or the département or région of that commune.

    Examples
    --------
    >>> reader("200040715", "commune").last.name
    'Grenoble'
    """
    code = home_of(centre_of()[territory])[unit]
    return Reader(names_of("epci")[territory], standing(unit, code, FIRST), standing(unit, code, LAST))


def departement_of(territory: str) -> str:
    """Département of the most populated commune of an EPCI."""
    return home_of(centre_of()[territory])["departement"]


@dataclass(frozen=True)
class Redrawn:
    """How the map of intercommunalities was redrawn from 2019 to 2026, by code.

    Parameters
    ----------
    gone, new : int
        Codes that no longer exist, and that did not exist.
    moved : dict
        Those that kept their code and changed boundaries: inhabitants of 2019 in the boundaries of 2026 over the
        inhabitants published in 2019.
    """

    gone: int
    new: int
    moved: dict[str, float]


def redrawn() -> Redrawn:
    """Compare the intercommunalities published in 2019 with those of 2026, people standing still.

    Examples
    --------
    >>> "200040715" in redrawn().moved  # Grenoble-Alpes-Métropole kept its 49 communes
    False
    """
    table = load("epci").query("year == 2019")
    published = dict(zip(table["epci"].astype(str), table["population"].astype(float), strict=True))
    today = places("epci", FIRST)
    now = dict(zip(today.codes, today.sizes, strict=True))
    moved = {code: now[code] / published[code] for code in published.keys() & now.keys()}
    changed = {code: float(ratio) for code, ratio in sorted(moved.items()) if ratio != 1}
    return Redrawn(len(published.keys() - now.keys()), len(now.keys() - published.keys()), changed)
