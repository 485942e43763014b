"""The places where a game may start: real départements, with what the data know, and what is stylised on top.

Real, from the datasets: jobs by sector in 2008 (the first year that the data have by département, so the year to
which the game's 1955 is likened: nothing here says how a place truly was in 1955), people aged 20 to 64 in 2021,
inhabitants, communes and intercommunalities (EPCI).
Stylised: half of industry is taken to be plants of large firms, and the shares from 0 to 1 are simple functions
of those real figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from course_utils.concepts.govern_a_territory.rules import BRANCHES, COEFFICIENTS, STOCKS
from course_utils.datasets import load

#: The seven sectors of the data in the game's branches; industry is split in half between `motor` and `local`.
SECTORS = {
    "agriculture": "farm",
    "construction": "local",
    "trade_transport_hospitality_ict": "local",
    "finance_realestate_business": "local",
    "public_admin_education_health": "services",
    "arts_household_other_services": "services",
}
MOTOR_PART = 0.5
FRANCE = "FR"


@dataclass(frozen=True)
class Place:
    """A territory at the start of a game.

    Parameters
    ----------
    code, name : str
        Of the département; ``"FR"`` for all of them together, the reference of the scores.
    facts : dict of str to float
        Real figures: inhabitants, jobs, communes, epci, industry (its share of jobs), farm (share).
    stocks : dict of str to float
        What the first year starts with, one value for each of `rules.STOCKS`.
    load : float
        Pressure on the common stock for each unit of load, such that nothing changes before somebody acts.
    transfer : float
        What the state pays in a year, such that the purse stays as it is before somebody acts.
    """

    code: str
    name: str
    facts: dict[str, float]
    stocks: dict[str, float]
    load: float
    transfer: float


def _table() -> pd.DataFrame:
    """Real figures, a row for each metropolitan département and one for all of them."""
    jobs = load("employment_departements").query("year == 2008").astype({"departement": str, "sector": str})
    wide = jobs.pivot(index="departement", columns="sector", values="employment").astype(float)
    people = load("departements").set_index("code")
    ages = load("age_housing", "departements").set_index("code")
    groups = load("epci").query("year == 2026")["departement"].astype(str).value_counts()
    wide["people"] = people["population_2026"]
    wide["working"] = ages["age_20_64"]
    communes = load("communes")["departement"].astype(str).value_counts()
    wide["communes"], wide["epci"] = communes, groups
    wide = wide[wide.index.str.len() == 2].fillna(0.0)
    wide.loc[FRANCE] = wide.sum()
    wide["name"] = people["name"]
    return wide.fillna({"name": "France"}).sort_index()


def _between(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _stocks(row: pd.Series, communes: float) -> dict[str, float]:
    """What a place starts with; `communes` is France's number of communes a person."""
    sectors = [*SECTORS, "industry"]
    total = float(row[sectors].sum())
    jobs = dict.fromkeys(BRANCHES, 0.0)
    for sector, branch in SECTORS.items():
        jobs[branch] += 100 * float(row[sector]) / total
    industry = 100 * float(row["industry"]) / total
    jobs["motor"] += MOTOR_PART * industry
    jobs["local"] += (1 - MOTOR_PART) * industry
    business = float(row["finance_realestate_business"]) / total
    near = _between(float(row["communes"] / row["people"]) / communes, 0.0, 4.0)
    shares = {
        "ties": _between(0.15 + industry / 100, 0.15, 0.4),
        "know": _between(0.15 + business, 0.2, 0.45),
        "links": _between(0.1 + 0.5 * business, 0.1, 0.3),
        "loops": 0.1,
        "care": 0.0,
        "voice": 0.2 + 0.03 * near,
        "trust": 0.45,
        "stock": _between(60 + 1.5 * jobs["farm"] - industry, 30, 75),
    }
    start = jobs | {"labour": 100 * float(row["working"]) / total} | shares | {"purse": 0.0}
    return {name: round(start[name], 6) for name in STOCKS}


def _place(code: str, row: pd.Series, communes: float) -> Place:
    start, c = _stocks(row, communes), COEFFICIENTS
    load_units = sum(c[f"load_{branch}"] * start[branch] for branch in BRANCHES)
    wear = load_units * (1 - c["loops_to_load"] * start["loops"])
    worth = sum(c[f"worth_{branch}"] * start[branch] for branch in BRANCHES)
    facts = {
        "inhabitants": float(row["people"]),
        "jobs": float(row[[*SECTORS, "industry"]].sum()),
        "communes": float(row["communes"]),
        "epci": float(row["epci"]),
        "industry": round((start["motor"] / MOTOR_PART) / 100, 4),
        "farm": round(start["farm"] / 100, 4),
    }
    grown = c["regrowth"] * (100 - start["stock"])
    # a place spends the taxes of its first year on upkeep: half of it whatever comes, half with the product
    return Place(code, str(row["name"]), facts, start, grown / wear, c["upkeep_fixed"] * c["tax_share"] * worth)


@cache
def places() -> dict[str, Place]:
    """Return every territory of the game by its code: 96 départements, and France for reference.

    Examples
    --------
    >>> isere = places()["38"]
    >>> isere.name, round(isere.stocks["motor"], 1), len(places())
    ('Isère', 8.6, 97)
    """
    table = _table()
    communes = float(table.loc[FRANCE, "communes"] / table.loc[FRANCE, "people"])
    return {str(code): _place(str(code), row, communes) for code, row in table.iterrows()}


def codes() -> tuple[str, ...]:
    """Codes of the départements in which a game can be played, in order; their rank is what a game code holds."""
    return tuple(sorted(set(places()) - {FRANCE}))
