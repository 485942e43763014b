"""What each rule gives away, on Arnstein's ladder, and what France has counted of its public debates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from course_utils.concepts.participation.siting import RULES
from course_utils.datasets import load

#: Rung of each rule for those who live far from the site, and for those who live beside it: our reading.
RUNGS = {"planner": (3, 3), "majority": (7, 4), "veto": (4, 7), "compensation": (6, 6), "early": (4, 4)}
FACTS = ("processes", "guarantors", "outcomes", "since")
#: Indicators of the data set that are drawn.
YEARLY = {"processes": "participation processes conducted", "guarantors": "guarantors (garants) appointed"}
DEBATES, CONSULTED = "public debates since creation (cumulated)", "consultations guaranteed (cumulated)"
ADVICE = "advice or support missions (cumulated)"
GIVEN_UP = "projects given up after a public debate"
CHANGED = "projects changed in design and main features after the debate"


@dataclass(frozen=True)
class Standing:
    """Where a rule puts people on the ladder.

    Parameters
    ----------
    names : tuple of str
        The rungs, lowest first.
    families : tuple of str
        Group of each rung.
    many, hosts : int
        Rung of those who live far from the site, and of those beside it.
    """

    names: tuple[str, ...]
    families: tuple[str, ...]
    many: int
    hosts: int


@cache
def ladder() -> pd.DataFrame:
    """Return the eight rungs, lowest first.

    Examples
    --------
    >>> ladder()["item"].iloc[0]
    'manipulation'
    """
    table = load("participation", "frameworks")
    return table[table["framework"] == "ladder"].sort_values("rank").reset_index(drop=True)


def standing(rule: str) -> Standing:
    """Return where a rule stands.

    Examples
    --------
    >>> standing("majority").many, standing("majority").hosts
    (7, 4)
    """
    if rule not in RULES:
        raise ValueError(f"rule must be one of {', '.join(RULES)}, got {rule!r}")
    rungs = ladder()
    return Standing(tuple(map(str, rungs["item"])), tuple(map(str, rungs["family"])), *RUNGS[rule])


def value(indicator: str, last: int = 2021) -> float:
    """Return one figure of the CNDP, that whose span ends in a year.

    Examples
    --------
    >>> value(DEBATES), value(GIVEN_UP)
    (104.0, 3.0)
    """
    table = load("participation")
    own = table[(table["indicator"] == indicator) & (pd.to_datetime(table["end"]).dt.year == last)]
    return float(own["value"].iloc[0])


@cache
def facts(what: str) -> dict[str, float]:
    """Return the bars of one count: a label and a number each.

    Parameters
    ----------
    what : {"processes", "guarantors", "outcomes", "since"}
        Processes or guarantors by year, what became of projects after a debate, what was held since 1997.

    Examples
    --------
    >>> facts("processes")
    {'2019': 152.0, '2020': 120.0, '2021': 134.0, '2023': 107.0}
    """
    if what not in FACTS:
        raise ValueError(f"what must be one of {', '.join(FACTS)}, got {what!r}")
    if what in YEARLY:
        table = load("participation")
        own = table[table["indicator"] == YEARLY[what]].sort_values("date")
        return dict(zip(own["date"].astype(str), own["value"].astype(float), strict=True))
    if what == "since":
        return {
            key: value(name) for key, name in (("debates", DEBATES), ("consultations", CONSULTED), ("advice", ADVICE))
        }
    held, dropped, changed = value(DEBATES), value(GIVEN_UP), value(CHANGED)
    redesigned = round(held * changed / 100)
    return {"given_up": dropped, "changed": redesigned, "other": held - dropped - redesigned}
