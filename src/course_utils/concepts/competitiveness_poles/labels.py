"""The pôles de compétitivité that could be named: filters, what is known of each at a date, and the reader's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from course_utils.datasets import load

#: Moments shown on the map: the last day that counts, by the year's name.
MOMENTS = {
    "2005": "2005-12-31",
    "2007": "2007-12-31",
    "2010": "2010-12-31",
    "2016": "2016-12-31",
    "2018": "2018-12-31",
    "2019": "2019-12-31",
    "2023": "2023-03-27",
    "2024": "2024-02-29",
}
#: First and last day of each phase of the policy, as the timeline dataset gives their years.
PHASES = {"I": (2005, 2008), "II": (2009, 2012), "III": (2013, 2018), "IV": (2019, 2022), "V": (2023, 2026)}
CLASSES = ("mondial", "à vocation mondiale", "national", "none")
STATES = ("own", "merged", "unknown", "ended")
GOES_ON = ("none known", "renamed")
#: A joint label that was refused on this day: nobody carries its three pôles on until 2024.
REFUSED, REFUSED_ON = "PCF Eau", pd.Timestamp("2023-03-27")


@cache
def poles() -> pd.DataFrame:
    """Return the pôles ever labelled by name.

    Returns
    -------
    DataFrame
        The columns of the dataset; texts plain, ``class`` "none" where there is none, ``cause`` of the end: "none",
        "merged" or "other", and ``start``, ``earliest``, ``latest`` in decimal years (``latest`` NaN without an end).

    Examples
    --------
    >>> poles()["cause"].value_counts().to_dict()
    {'none': 50, 'merged': 24, 'other': 9}
    """
    table = load("poles_competitivite").set_index("name")
    plain = table.astype({"theme_group": str, "exit": str}).assign(**{"class": table["class"].astype(object)})
    plain["class"] = plain["class"].where(plain["class"].notna(), "none").astype(str)
    ended = ~plain["exit"].isin(GOES_ON)
    plain["cause"] = np.select([~ended, plain["exit"] == "merged"], ["none", "merged"], default="other")
    days = {"start": "label_start", "earliest": "exit_earliest", "latest": "exit_latest"}
    return plain.assign(**{name: decimal(plain[column]) for name, column in days.items()})


def decimal(days: pd.Series) -> pd.Series:
    """Days as decimal years."""
    first = pd.to_datetime({"year": days.dt.year.fillna(2000).astype(int), "month": 1, "day": 1})
    found: pd.Series = days.dt.year + (days - first).dt.days / 365.25
    return found


@cache
def themes() -> tuple[str, ...]:
    """Groups of themes, the one with most pôles first."""
    counts = poles()["theme_group"].value_counts()
    return tuple(sorted(map(str, counts.index), key=lambda group: (-counts[group], group)))


@cache
def chosen(theme: str = "all", label_class: str = "all") -> pd.DataFrame:
    """Return the pôles of a group of themes and of a class at the label, oldest label first, then by their end."""
    table = poles()
    of_theme = (table["theme_group"] == theme) | (theme == "all")
    of_class = (table["class"] == label_class) | (label_class == "all")
    found = table[of_theme & of_class]
    end = found["latest"].fillna(found["earliest"] + 10)
    return found.assign(end=end).sort_values(["start", "end"], ascending=[True, False], kind="stable")


@cache
def state(moment: str) -> pd.Series:
    """What is known of each pôle at a moment.

    Returns
    -------
    Series
        ``own`` (a label of its own), ``merged`` (its label went into another that goes on), ``ended`` (withdrawn, not
        renewed, closed, or a joint label refused), ``unknown`` (the sources leave it open), ``before`` the label.

    Examples
    --------
    >>> {moment: int((state(moment) == "own").sum()) for moment in ("2005", "2010", "2018")}
    {'2005': 66, '2010': 69, '2018': 57}
    """
    table, day = poles(), pd.Timestamp(MOMENTS[moment])
    goes_on = table["cause"] == "none"
    over = ~goes_on & (table["exit_latest"] <= day)
    into = (table["cause"] == "merged") & ~((table["merged_into"] == REFUSED) & (day >= REFUSED_ON))
    open_ = np.where(goes_on, table["exit_earliest"] < min(day, REFUSED_ON), table["exit_earliest"] <= day)
    found = np.select(
        [table["label_start"] > day, over & into, over, open_],
        ["before", "merged", "ended", "unknown"],
        default="own",
    )
    return pd.Series(found, index=table.index)


@cache
def counted() -> pd.DataFrame:
    """Labels at the end of each month that the named list gives: ``year`` (decimal), ``low`` and ``high``.

    A joint label counts once. ``low`` lets every end come on its earliest day, ``high`` on its latest.
    """
    days = pd.date_range("2005-07-31", "2023-03-31", freq="ME")
    return pd.DataFrame(
        {
            "year": decimal(pd.Series(days)),
            "low": [_labels(day, "exit_earliest") for day in days],
            "high": [_labels(day, "exit_latest") for day in days],
        }
    )


def _labels(day: pd.Timestamp, end: str) -> int:
    table = poles()
    started = table["label_start"] <= day
    over = (table["cause"] != "none") & (table[end] <= day)
    joint = table.loc[started & over & (table["cause"] == "merged"), "merged_into"].dropna()
    new = {name for name in joint if name not in table.index and not (name == REFUSED and day >= REFUSED_ON)}
    return int((started & ~over).sum()) + len(new)


@dataclass(frozen=True)
class Home:
    """Pôles of a territory.

    Parameters
    ----------
    name, region : str
        The département, and its région as drawn until 2015.
    here : tuple of str
        Pôles whose town, where a source names one, lies in the département.
    around : tuple of str
        All pôles labelled in that région.
    """

    name: str
    region: str
    here: tuple[str, ...]
    around: tuple[str, ...]


@cache
def home(departement: str) -> Home:
    """Return the pôles of a département and of its old région.

    Raises
    ------
    KeyError
        If there is no such département.

    Examples
    --------
    >>> found = home("38")
    >>> found.here, found.region, len(found.around)
    (('Minalogic', 'Tenerrdis'), 'Rhône-Alpes', 12)
    """
    row = departements().loc[departement]
    table = poles()
    site = table["commune"].fillna("").astype(str)
    here = site.str.slice(0, 3).eq(departement) | (site.str.slice(0, 2).eq(departement) & ~site.str.startswith("97"))
    homes = load("poles_competitivite", "regions").astype(str)
    old = homes[homes["map"].str.startswith("22") & (homes["region_code"] == row["old_region"])]
    around = table.index.isin(old["pole"]) | here
    return Home(str(row["name"]), str(row["old_region_name"]), _names(table[here]), _names(table[around]))


def _names(table: pd.DataFrame) -> tuple[str, ...]:
    return tuple(map(str, table.index))


@cache
def departements() -> pd.DataFrame:
    """Départements by code: ``name`` and the région of before 2016, ``old_region`` and ``old_region_name``."""
    return load("nuts_departements").astype(str).set_index("departement")
