"""A real industry: every business of Morocco in 2024, by sector, over communes, provinces and regions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from course_utils.concepts.spatial_concentration.places import Array
from course_utils.datasets import load
from course_utils.measures import ellison_glaeser, locational_gini

SECTORS = ("industry", "construction", "commerce", "services")
LEVELS = ("commune", "province", "region")
AGAINST = {"businesses": "businesses", "people": "population_2024"}
THROWS, SEED = 1000, 2024


@dataclass(frozen=True, eq=False)
class Industry:
    """How concentrated the establishments of a sector are, each counted as one.

    Parameters
    ----------
    plants, regions : int
        Establishments, and places that they are counted in.
    curve : ndarray, shape (k, 2)
        Shares of the reference and of the sector, places in the order of their quotient.
    gini, gamma : float
        Locational Gini, and Ellison and Glaeser's index.
    low, high : float
        90 % of `THROWS` throws of as many darts give a gamma between them.
    """

    plants: int
    regions: int
    curve: Array
    gini: float
    gamma: float
    low: float
    high: float


@cache
def counts(level: str) -> pd.DataFrame:
    """Establishments by sector, businesses and inhabitants of the places of one level that have any of each."""
    table = load("morocco_establishments").query("level == @level").set_index("name")
    columns = {sector: table[f"sector_{sector}"] for sector in SECTORS}
    found = pd.DataFrame(columns | {key: table[column] for key, column in AGAINST.items()}).astype(float)
    return found[(found["businesses"] > 0) & (found["people"] > 0)]


@cache
def industry(sector: str, level: str = "province", against: str = "businesses") -> Industry:
    """Concentration of a sector over the places of a level.

    Parameters
    ----------
    sector : str
        One of `SECTORS`.
    level : {"commune", "province", "region"}
        Which places.
    against : {"businesses", "people"}
        What darts would be aimed at.

    Examples
    --------
    >>> found = industry("industry", "commune")
    >>> found.plants, found.gamma > found.high
    (154979, True)
    """
    table = counts(level)
    held, reference = table[sector].to_numpy(), table[against].to_numpy()
    shares, n = reference / reference.sum(), int(held.sum())
    order = np.argsort(held / reference, kind="stable")
    steps = np.cumsum(np.column_stack([shares, held / n])[order], axis=0)
    low, high = darts(n, shares)
    gini = float(locational_gini(held[:, None], reference)[0])
    where = np.repeat(np.arange(len(table)), held.astype(int))  # every establishment is a plant of size 1
    gamma = ellison_glaeser(np.ones(n), where, shares).gamma
    return Industry(n, len(table), np.vstack([np.zeros((1, 2)), steps]), gini, gamma, low, high)


def darts(n: int, shares: Array) -> tuple[float, float]:
    """Between what 90 % of the throws of `n` darts of one size have their gamma: with H = 1 / n it is linear in G."""
    held = np.random.default_rng(SEED).multinomial(n, shares, size=THROWS) / n
    spread, raw = 1 - float(shares @ shares), ((held - shares) ** 2).sum(axis=1)
    low, high = np.quantile((raw - spread / n) / (spread * (1 - 1 / n)), [0.05, 0.95])
    return float(low), float(high)
