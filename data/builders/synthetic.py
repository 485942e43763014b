"""A made-up economy of territories and activities, where capabilities are known, to learn what relatedness measures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from . import labour_markets
from ._package import File, csv_gz, csv_text, write_package
from .compiled_tables import COMPILED

SEED = 2007
TERRITORIES = 60
YEARS = (0, 10)
# Fewest and most capabilities of a territory; weight of one that goes with none of those held, where each activity
# that needs both a new one and one held weighs 1.
HELD, STRANGE = (4, 10), 0.03
# Chance of an activity at the start, a + b f^c, where f is the share of its capabilities that the territory holds.
PRESENT = (0.005, 0.8, 3)
# Chance to take an activity up until the end, a + b f^c, and to leave it, a + b (1 - f).
ENTRY, EXIT = (0.001, 0.9, 6), (0.03, 0.25)
# Jobs of a median cell; spreads (of the log) over territories, activities and cells, and of a cell's growth.
JOBS, TERRITORY, ACTIVITY, CELL, GROWTH = 300, 0.7, 0.3, 0.2, 0.15
# Chance and largest size of a handful of jobs where an activity is not really present.
STRAY = (0.15, 4)


@dataclass(frozen=True)
class World:
    """What the generator knows: needs (activities x capabilities), held (territories x capabilities), jobs of cells."""

    needs: np.ndarray
    held: np.ndarray
    size: np.ndarray

    @property
    def fit(self) -> np.ndarray:
        """Share of an activity's capabilities that a territory holds, territories x activities."""
        return self.held @ self.needs.T / self.needs.sum(axis=1)


def activities() -> pd.DataFrame:
    """The 40 activities, their technology and the capabilities that they are said to need: our own invention."""
    return pd.read_csv(COMPILED / "synthetic_activities.csv", dtype=str)


def needed(table: pd.DataFrame) -> pd.DataFrame:
    """1 where an activity needs a capability, in alphabetical order of the capabilities."""
    return table.set_index("activity")["capabilities"].str.get_dummies(" ")


def world(needs: np.ndarray, random: np.random.Generator) -> World:
    """Territories that hold capabilities which go together, of unequal size."""
    together = needs.T @ needs * (1 - np.eye(needs.shape[1]))
    held = np.zeros((TERRITORIES, needs.shape[1]))
    counts = random.integers(HELD[0], HELD[1] + 1, TERRITORIES)
    for row, count in zip(held, counts, strict=True):
        for _ in range(count):
            weight = (STRANGE + together @ row) * (1 - row)
            row[random.choice(len(row), p=weight / weight.sum())] = 1
    territory, activity = (TERRITORIES, 1), (1, len(needs))
    size = JOBS * _spread(random, territory, TERRITORY) * _spread(random, activity, ACTIVITY)
    return World(needs, held, size)


def histories(place: World, random: np.random.Generator) -> list[np.ndarray]:
    """Jobs at the start and at the end, whole numbers, territories x activities."""
    shape = place.size.shape
    present = random.random(shape) < PRESENT[0] + PRESENT[1] * place.fit ** PRESENT[2]
    enters = ~present & (random.random(shape) < ENTRY[0] + ENTRY[1] * place.fit ** ENTRY[2])
    leaves = present & (random.random(shape) < EXIT[0] + EXIT[1] * (1 - place.fit))
    size = place.size * _spread(random, shape, CELL)
    grown = size * _spread(random, shape, GROWTH)
    stray = np.where(random.random(shape) < STRAY[0], random.integers(1, STRAY[1] + 1, shape), 0)
    jobs = np.where(present, size, 0), np.where((present & ~leaves) | enters, grown, 0)
    return [np.where(cells > 0, np.maximum(np.rint(cells), 1), stray).astype(int) for cells in jobs]


def _spread(random: np.random.Generator, shape: tuple[int, ...], deviation: float) -> np.ndarray:
    """Log-normal factors with a median of 1."""
    return np.exp(deviation * random.standard_normal(shape))


def tables(seed: int = SEED) -> dict[str, pd.DataFrame]:
    """Employment, activities and territories of one seed."""
    table = activities()
    needs, random = needed(table), np.random.default_rng(seed)
    place = world(needs.to_numpy(), random)
    names = [f"Territory {number:02}" for number in range(1, TERRITORIES + 1)]
    grid = {
        year: pd.DataFrame(jobs, index=names, columns=table["activity"]).stack()
        for year, jobs in zip(YEARS, histories(place, random), strict=True)
    }
    jobs = pd.concat(grid, names=["year", "territory", "activity"]).rename("employment").reset_index()
    held = [" ".join(needs.columns[row == 1]) for row in place.held]
    territories = pd.DataFrame({"territory": names, "capabilities": held})
    return {"employment": jobs, "activities": table, "territories": territories}


def files() -> dict[str, File]:
    """The package's files."""
    made = tables()
    return {name: csv_gz(table) if name == "employment" else csv_text(table) for name, table in made.items()}


def build() -> None:
    """Write this package, and that of the invented labour markets."""
    write_package("synthetic_activities", files())
    labour_markets.build()
