"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result

CONCEPT = "spatial_concentration"
#: The two industries of the bet.
DARTS = {"n": "20", "inequality": "lumpy", "strength": "0"}
CLUSTER = {"n": "200", "inequality": "equal", "strength": "0.4", "scale": "40"}
#: Rows of the panel of measures.
GINI, GINI_REGION, GAMMA, GAMMA_REGION = range(4)
THROWS = ("1", "2", "3", "4", "5", "6")
SITE = 200
SECTORS = ("industry", "construction", "commerce", "services")


def measured(row: int, draw: str = "1", **state: str) -> float:
    """Return one of the measures of a throw."""
    return float(result(CONCEPT, "measures", draw=draw, **state)[0][row])


def over_throws(row: int, **state: str) -> float:
    """Return the mean of a measure over the throws of the explorer."""
    return float(np.mean([measured(row, draw, **state) for draw in THROWS]))


def darts(row: int, **state: str) -> tuple[float, float, float]:
    """Return what 5 % of the throws of darts lie below, the mean, and what 5 % lie above."""
    found = result(CONCEPT, "measures", **state)[1]
    return float(found.low[row]), float(found.mean[row]), float(found.high[row])


def top_share(**state: str) -> float:
    """Return the share of the largest plant in the jobs."""
    return float(result(CONCEPT, "map", **state).jobs.max())


def said(**state: str) -> list[float]:
    """Return the numbers of the sentence on the K-density: with a band that is left, its end is the last but two."""
    return [number.value for number in explore(CONCEPT).read(**state).numbers]


def end_of_excess(**state: str) -> float:
    """Return the distance (km) up to which the plants are first closer to one another than darts."""
    return said(**state)[-3]


def alarms(**state: str) -> float:
    """Return the share of fresh throws of darts that rise above the global band."""
    return said(**state)[-1]


def distances() -> int:
    """Return the number of distances of the K-density."""
    return len(result(CONCEPT, "k_density").observed)


def industry(sector: str, level: str = "province", against: str = "people") -> Any:
    """Return the concentration of a sector of Morocco."""
    return result(f"{CONCEPT}.industries", "curve", sector=sector, level=level, against=against)


def most_concentrated(against: str = "people") -> str:
    """Return the sector with the largest gamma over provinces."""
    return max(SECTORS, key=lambda sector: float(industry(sector, against=against).gamma))


def stars(n: str, draw: str = "1") -> int:
    """Return how many départements reach a quotient of 2 in a throw of darts that are all alike."""
    return int(result(f"{CONCEPT}.quotients", "map", n=n, inequality="equal", draw=draw).stars)


def plants_by_chance(departement: str, plants: int, column: str = "sites") -> tuple[float, float]:
    """Return the plants that darts bring to a département on average, and the probability that none falls there."""
    table = load("communes").dropna(subset=["longitude"])
    table = table[table["departement"].astype(str).str.len() == 2]
    people = table["population_2026"].astype(int)
    counts = np.maximum(-(-people // SITE), 1) if column == "sites" else people * 0 + 1
    share = float(counts[table["departement"].astype(str) == departement].sum() / counts.sum())
    return plants * share, (1 - share) ** plants


def raw_of_darts(jobs: tuple[float, ...], shares: tuple[float, ...]) -> tuple[float, float]:
    """Return H of these plants, and the G that they give on average if they are darts."""
    lumps = sum(job**2 for job in jobs) / sum(jobs) ** 2
    return lumps, (1 - sum(share**2 for share in shares)) * lumps
