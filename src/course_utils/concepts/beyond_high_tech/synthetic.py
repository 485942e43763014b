"""The synthetic economy: its product space at each threshold, what was really taken up, and which fields are dense."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.concepts.beyond_high_tech.space import Space, product_space, wide
from course_utils.concepts.beyond_high_tech.steps import path
from course_utils.datasets import load
from course_utils.measures import revealed_advantage

Array = NDArray[np.float64]

LEVELS = ("low", "medium", "high")
BANDS = 5
#: How many neighbours count as the neighbourhood of an activity.
CLOSE = 5


@cache
def activities() -> pd.DataFrame:
    """Activities of the synthetic table: ``technology`` and ``capabilities``, in the order of the file."""
    table = load("synthetic_activities", "activities").astype(str)
    return table.set_index("activity")


@cache
def jobs(year: int) -> pd.DataFrame:
    """Synthetic jobs, territories by activities, at the start (0) or ten years later (10)."""
    rows = load("synthetic_activities").query("year == @year")
    return wide(rows.astype({"territory": str, "activity": str}), activity="activity")[activities().index.tolist()]


@cache
def space_at(threshold: float) -> Space:
    """Product space of the start.

    Examples
    --------
    >>> len(space_at(1.0).places), len(space_at(1.0).activities), round(space_at(1.0).complexity.eigenvalue, 3)
    (60, 40, 0.376)
    """
    return product_space(jobs(0), threshold)


@cache
def later(threshold: float) -> Array:
    """What each territory is specialised in ten years later, 0 or 1."""
    return revealed_advantage(jobs(10).to_numpy(), threshold)


@dataclass(frozen=True, eq=False)
class Entries:
    """What was taken up in ten years, by density at the start.

    Parameters
    ----------
    edges : ndarray, shape (6,)
        Densities that part what a territory lacked into five equal bands.
    tried, taken : ndarray, shape (5,)
        Territory-activity pairs of each band, and how many of them were taken up.
    """

    edges: Array
    tried: Array
    taken: Array

    @property
    def rates(self) -> Array:
        """Share taken up in each band."""
        found: Array = self.taken / self.tried
        return found

    @property
    def overall(self) -> float:
        """Share taken up of all."""
        return float(self.taken.sum() / self.tried.sum())

    def band(self, density: float) -> int:
        """Number of the band that a density lies in, 0 to 4."""
        return int(np.clip(np.searchsorted(self.edges, density, side="right") - 1, 0, BANDS - 1))


@cache
def entries(threshold: float = 1.0, level: str = "all") -> Entries:
    """Count entries by band of density.

    Parameters
    ----------
    threshold : float
        Location quotient from which a place is specialised, at both dates.
    level : {"all", "low", "medium", "high"}
        Which activities; the bands are those of all.

    Examples
    --------
    >>> found = entries(1.0)
    >>> found.taken.astype(int).tolist(), int(found.tried.sum())
    ([3, 10, 18, 22, 37], 1887)
    """
    space = space_at(threshold)
    density, lacking = space.density(space.held), space.held == 0
    edges = np.quantile(density[lacking], np.linspace(0, 1, BANDS + 1))
    own = lacking & ((activities()["technology"] == level).to_numpy() | (level == "all"))
    band = np.clip(np.searchsorted(edges, density[own], side="right") - 1, 0, BANDS - 1)
    taken = np.bincount(band, weights=later(threshold)[own], minlength=BANDS).astype(float)
    return Entries(edges, np.bincount(band, minlength=BANDS).astype(float), taken)


def hits(threshold: float = 1.0, first: int = 1) -> float:
    """Share of the first proposals (the nearest activities of each territory) that were taken up in ten years."""
    space = space_at(threshold)
    found = [later(threshold)[row, list(path(space, place).nearest[:first])] for row, place in enumerate(space.places)]
    return float(np.concatenate(found).mean())


@cache
def fields(threshold: float = 1.0) -> pd.DataFrame:
    """Every activity: ``technology``, mean proximity to its `CLOSE` nearest (``near``), complexity (``pci``).

    Examples
    --------
    >>> fields(1.0).groupby("technology")["near"].mean().round(3).to_dict()
    {'high': 0.392, 'low': 0.404, 'medium': 0.426}
    """
    space = space_at(threshold)
    near = np.sort(space.near, axis=0)[-CLOSE:].mean(axis=0)
    return activities()[["technology"]].assign(near=near, pci=space.complexity.pci, places=space.held.sum(axis=0))
