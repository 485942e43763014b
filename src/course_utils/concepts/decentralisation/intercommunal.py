"""Intercommunalities of 2026 by class, and what became of those of 2019."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from course_utils.datasets import load

FIRST, LAST, TAXED = 2019, 2026, 2025
MAPS = ("type", "people", "communes", "tax", "change")
TYPES = ("CC", "CA", "CU", "METRO")
#: Lower ends of the classes of inhabitants (15,000 is the least that the law of 2015 asks) and of communes.
PEOPLE = (0, 15_000, 30_000, 100_000, 300_000)
COMMUNES = (0, 10, 20, 40, 80)
TAXES = ("FPU", "FA")
#: What changed from 2019 to 2026, the first that holds.
CHANGES = ("new", "type", "tax", "more", "fewer", "same")


@cache
def compared() -> pd.DataFrame:
    """Every EPCI of 2026 with what it was in 2019, by code.

    Returns
    -------
    DataFrame
        name, type, communes, population of 2026; tax (2025); the columns of 2019 with the ending ``_then``; change.
    """
    table = load("epci")
    now, then, taxed = (table[table["year"] == year].set_index("epci") for year in (LAST, FIRST, TAXED))
    kept = now[["name", "type", "communes", "population"]].astype({"type": str})
    kept["tax"] = taxed["tax_regime"].astype(object).reindex(kept.index)
    old = then[["type", "tax_regime", "communes", "population"]].astype({"type": object, "tax_regime": object})
    both = kept.join(old.rename(columns={"tax_regime": "tax"}).add_suffix("_then")).sort_index()
    both["change"] = _changes(both)
    return both


def _changes(both: pd.DataFrame) -> np.ndarray:
    conditions = [
        both["type_then"].isna(),
        both["type"] != both["type_then"],
        both["tax"].notna() & (both["tax"] != both["tax_then"]),
        both["communes"] > both["communes_then"],
        both["communes"] < both["communes_then"],
    ]
    return np.select(conditions, CHANGES[:-1], default=CHANGES[-1])


@dataclass(frozen=True, eq=False)
class Classes:
    """The class of each EPCI of 2026 in one map.

    Parameters
    ----------
    codes, names : tuple of str
        In the order of codes.
    member : ndarray of int, shape (1253,)
        Position of its class; -1 where it is not known.
    counts : ndarray of int
        How many there are of each class.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    member: np.ndarray
    counts: np.ndarray


@cache
def classes(map: str) -> Classes:
    """Put the EPCI of 2026 into the classes of a map.

    Parameters
    ----------
    map : {"type", "people", "communes", "tax", "change"}
        Type; inhabitants; member communes; tax regime of 2025; what changed since 2019.

    Examples
    --------
    >>> classes("type").counts.tolist(), classes("change").counts.tolist()
    ([987, 230, 14, 22], [16, 10, 23, 32, 92, 1080])
    """
    table = compared()
    if map in ("people", "communes"):
        values, ends = (table["population"], PEOPLE) if map == "people" else (table["communes"], COMMUNES)
        member = np.searchsorted(ends, values.to_numpy(), side="right") - 1
        size = len(ends)
    else:
        kinds: Sequence[str] = {"type": TYPES, "tax": TAXES, "change": CHANGES}[map]
        member = pd.Categorical(table[map], categories=list(kinds)).codes.astype(int)
        size = len(kinds)
    counts = np.bincount(member[member >= 0], minlength=size)
    return Classes(tuple(table.index), tuple(table["name"]), member, counts)


def yearly(what: str) -> pd.DataFrame:
    """Change since 2019, in %, of the number, the communes or the people of each type.

    Parameters
    ----------
    what : {"epci", "communes", "population"}
        What is counted.

    Examples
    --------
    >>> yearly("epci").loc[2026].round(1).tolist()
    [-1.4, 3.1, 7.7, 0.0]
    """
    table = load("epci_by_type", "epci_by_type").assign(type=lambda t: t["type"].astype(str))
    wide = table.pivot(index="year", columns="type", values=what)[list(TYPES)]
    return 100 * (wide / wide.loc[FIRST] - 1)


@dataclass(frozen=True)
class Home:
    """The reader's EPCI, now and in 2019 (None where it did not exist)."""

    name: str
    type: str
    communes: int
    people: int
    tax: str
    communes_then: float
    change: str


@cache
def home(code: str) -> Home:
    """Return what is known of one EPCI.

    Examples
    --------
    >>> home("200040715").communes, home("200040715").change
    (49, 'same')
    """
    row = compared().loc[code]
    tax = row["tax"] if isinstance(row["tax"], str) else ""
    then = float(row["communes_then"])
    return Home(row["name"], row["type"], int(row["communes"]), int(row["population"]), tax, then, row["change"])
