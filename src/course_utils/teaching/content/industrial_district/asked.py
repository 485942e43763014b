"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result

CONCEPT = "industrial_district"
#: The world of the bet: six places, strong neighbours, no bound.
WORLD = {"strength": "0.1", "bound": "inf", "places": "6"}
USUAL = {"manufacturing": "1", "small": "1", "dominant": "1", "small_dominant": "0.5", "small_means": "250"}
#: Histories of the explorer, by number.
NUMBERS = tuple(range(1, 9))


def wins(**world: str) -> float:
    """Return the share of histories that the best site wins."""
    return float(result(CONCEPT, "winners", **WORLD | world).best)


def winner_share(**world: str) -> float:
    """Return the mean final share of the largest place."""
    return float(result(CONCEPT, "winners", **WORLD | world).winner.mean())


def alone() -> float:
    """Return the mean share of the best site where neighbours are worth nothing, over the histories."""
    return float(result(CONCEPT, "winners", **WORLD | {"strength": "0"}).shares[0].mean())


def geography(edge: float, places: int) -> float:
    """Add up, by many small steps, the chance that a firm likes the best site most."""
    taste = (np.arange(200_000) + 0.5) / 200_000
    return float((np.minimum(taste + edge, 1) ** (places - 1)).mean())


def different_winners() -> int:
    """Return how many different places win in the explorer's eight histories."""
    ends = [result(CONCEPT, "paths", **WORLD, history=float(n))[-1] for n in NUMBERS]
    return len({int(counts.argmax()) for counts in ends})


def urn(beta: float, places: str = "2") -> Any:
    """Return the histories of an urn."""
    return result(f"{CONCEPT}.urn", "law", beta=beta, places=places)


def below(share: float, beta: float = 1.0) -> float:
    """Return the share of histories in which the first of two places ends below a share."""
    return float((urn(beta).first[-1] < share).mean())


def never_another(beta: float, firms: int) -> float:
    """Return the chance that all firms that come go to one of two places: a product, firm by firm."""
    held = np.arange(1, firms + 1, dtype=float)
    return float(2 * np.prod(held**beta / (held**beta + 1)))


def found(**changed: str) -> Any:
    """Return the sieve of the invented labour markets."""
    return result(f"{CONCEPT}.funnel", "places", **USUAL | changed)


def italy(method: str) -> float:
    """Return how many districts Istat counted for 2001, by a word of the method in the table."""
    rows = load("series_numeric").query("series == 'istat_districts' and territory == 'Italy' and year_first == 2001")
    own = rows[rows["unit"].astype(str).str.contains(method) & rows["item"].astype(str).str.contains("districts")]
    return float(own.loc[own["item"].astype(str).str.startswith("industrial districts"), "value"].iloc[0])


def provinces() -> Any:
    """Return the Moroccan provinces at two steps, thresholds at the country's average."""
    return result(f"{CONCEPT}.real", "morocco", quotient=1.0, size=1.0)


def quotients(departement: str, year: int = 2018) -> dict[str, float]:
    """Return the location quotients of the seven sectors in a département, worked out from the jobs."""
    table = load("employment_departements").query("year == @year").astype({"departement": str, "sector": str})
    country = table.groupby("sector")["employment"].sum()
    own = table[table["departement"] == departement].set_index("sector")["employment"]
    ratio = (own / own.sum()) / (country / country.sum())
    return {str(sector): float(value) for sector, value in ratio.items()}


def nodes(control: str) -> list[Any]:
    """Return what a control of the first explorer offers."""
    return list(explore(CONCEPT).controls[control].nodes())
