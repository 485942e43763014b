"""The themes of the pôles de compétitivité by région, class and year: which of them are high technology?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.datasets import load

Array = NDArray[np.float64]

#: Aircraft, medicines, computers, electronics and instruments were high technology for the OECD and Eurostat in 2005;
#: these four groups of themes come nearest. Which theme is in which group is our own reading.
HIGH = ("aerospace", "health", "digital", "photonics")
CLASSES = ("all", "mondial", "à vocation mondiale", "national")
YEARS = (*(str(year) for year in range(2005, 2023)), "2023")
#: The last decision that the sources show whole: the labels of phase V.
LAST = pd.Timestamp("2023-03-27")
#: Refused in March 2023, so that nobody carries the themes of its three pôles then.
REFUSED = "PCF Eau"
STATES = ("own", "merged", "unknown")


@cache
def poles() -> pd.DataFrame:
    """The pôles ever labelled, indexed by name, with ``high``: is the theme high technology?"""
    table = load("poles_competitivite").set_index("name")
    plain = table.astype({"theme_group": str, "class": str, "exit": str})
    return plain.assign(high=plain["theme_group"].isin(HIGH))


@cache
def state(year: str) -> pd.Series:
    """What is known of each pôle at the end of a year (on 27 March in 2023).

    Returns
    -------
    Series
        ``own`` (a label of its own), ``merged`` (its theme goes on in the label that it merged into), ``unknown``
        (the sources leave it open), ``ended``, or ``before`` the label. A merger counts from its latest day.

    Examples
    --------
    >>> state("2005").value_counts().to_dict()
    {'own': 66, 'before': 17}
    """
    table, day = poles(), LAST if year == YEARS[-1] else pd.Timestamp(f"{year}-12-31")
    goes_on = table["exit"].isin(["none known", "renamed"])
    merged = (table["exit"] == "merged") & (table["exit_latest"] <= day)
    refused = (table["merged_into"] == REFUSED) & (day >= LAST)
    over = ~goes_on & (table["exit_latest"] <= day) & (~merged | refused)
    open_ = np.where(
        goes_on, table["exit_earliest"] < day, (table["exit"] != "merged") & (table["exit_earliest"] <= day)
    )
    found = np.select(
        [table["label_start"] > day, over, merged, open_], ["before", "ended", "merged", "unknown"], default="own"
    )
    return pd.Series(found, index=table.index)


@cache
def labels(year: str, label_class: str = "all") -> pd.DataFrame:
    """The pôles whose theme is under a label in a year, with their ``state``.

    Parameters
    ----------
    year : str
        One of `YEARS`.
    label_class : str
        One of `CLASSES`, the class at the label.

    Examples
    --------
    >>> world = labels("2005", "mondial")
    >>> len(world), int(world["high"].sum())
    (6, 6)
    """
    table = poles().assign(state=state(year))
    here = table["state"].isin(STATES) & ((table["class"] == label_class) | (label_class == "all"))
    return table[here]


def counts(year: str, label_class: str = "all") -> pd.DataFrame:
    """Number of pôles by group of themes and state, the largest groups first, high technology before the rest."""
    found = labels(year, label_class)
    table = pd.crosstab(found["theme_group"], found["state"])
    return table.reindex(index=list(groups()), columns=list(STATES), fill_value=0)


@cache
def groups() -> tuple[str, ...]:
    """Groups of themes: high technology first, then by how many pôles ever had them."""
    ever = poles()["theme_group"].value_counts()
    return tuple(sorted(ever.index, key=lambda group: (group not in HIGH, -ever[group], group)))


def withdrawn() -> pd.DataFrame:
    """The pôles whose label ended in no merger: ``exit``, ``exit_latest``, ``high``."""
    table = poles()
    ended = ~table["exit"].isin(["none known", "renamed", "merged"])
    return table.loc[ended, ["theme", "exit", "exit_latest", "high"]]


@cache
def where() -> dict[str, frozenset[str]]:
    """Départements of the régions of each pôle, those of its label: 22 régions until 2015, 13 after."""
    homes = load("nuts_departements").astype(str)
    codes = {
        "22 régions (to 2015)": homes.groupby("old_region")["departement"].agg(frozenset),
        "13 régions (2016)": homes.groupby("region")["departement"].agg(frozenset),
    }
    rows = load("poles_competitivite", "regions").astype(str)
    parts = {(row.map, row.region_code): codes[row.map][row.region_code] for row in rows.itertuples()}
    own = rows.groupby("pole")[["map", "region_code"]].agg(list)
    pairs = {str(pole): zip(row["map"], row["region_code"], strict=True) for pole, row in own.iterrows()}
    return {pole: frozenset().union(*(parts[pair] for pair in found)) for pole, found in pairs.items()}


def of_theme(found: pd.DataFrame, theme: str) -> pd.Series:
    """Tell which pôles are of a theme: ``all``, ``high``, ``beyond`` or one of `groups`."""
    if theme in ("high", "beyond"):
        return found["high"] == (theme == "high")
    return (found["theme_group"] == theme) | (theme == "all")


@cache
def cover() -> tuple[dict[str, int], NDArray[np.bool_]]:
    """Column of each département, and pôles by département: is it in one of the pôle's régions?"""
    codes = departements().index
    rows = [codes.isin(where()[pole]) for pole in poles().index]
    return {str(code): place for place, code in enumerate(codes)}, np.array(rows)


@cache
def _shown(year: str, label_class: str) -> NDArray[np.bool_]:
    return poles().index.isin(labels(year, label_class).index)


@cache
def on_map(year: str, label_class: str, theme: str) -> Array:
    """How many pôles of a theme have their région over each département, in the order of `departements`."""
    own = _shown(year, label_class) & _themed(theme)
    found: Array = own.astype(float) @ cover()[1]
    return found


def mapped(year: str, label_class: str, theme: str) -> int:
    """How many pôles of a theme the map counts."""
    return int((_shown(year, label_class) & _themed(theme)).sum())


@cache
def _themed(theme: str) -> NDArray[np.bool_]:
    return of_theme(poles(), theme).to_numpy(dtype=bool)


@cache
def departements() -> pd.DataFrame:
    """Départements by code: ``name`` and the région of before 2016, ``old_region_name``."""
    return load("nuts_departements").astype(str).set_index("departement")[["name", "old_region_name"]]


@dataclass(frozen=True)
class Home:
    """The reader's région of before 2016 and the pôles of its map.

    Parameters
    ----------
    region : str
        Name.
    high, beyond : tuple of str
        Names of pôles, high technology and the others.
    """

    region: str
    high: tuple[str, ...]
    beyond: tuple[str, ...]


@cache
def regions() -> dict[str, str]:
    """Région of before 2016 of each département, by code."""
    return {str(code): str(name) for code, name in departements()["old_region_name"].items()}


def home(code: str, year: str = "2005") -> Home:
    """Return the pôles of a département's région whose theme is under a label in a year.

    Raises
    ------
    KeyError
        If there is no such département.

    Examples
    --------
    >>> found = home("14")
    >>> found.region, len(found.high), found.beyond[0]
    ('Basse-Normandie', 1, 'Filière équine')
    """
    columns, table = cover()
    near = table[:, columns[code]] & _shown(year, "all")
    names, high = _names(), _themed("high")
    parts = [tuple(names[i] for i in np.flatnonzero(near & flag)) for flag in (high, ~high)]
    return Home(regions()[code], *parts)


@cache
def _names() -> tuple[str, ...]:
    return tuple(map(str, poles().index))
