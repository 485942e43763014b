"""The funnel: ideas from inside and outside are understood or not, chosen, developed, launched; a seeded simulation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.open_innovation.breadth import LABS, capacity

Array = NDArray[np.float64]
Drawn = NDArray[np.float32]

RUNS, SEED = 12_000, 2003
#: Ideas of the workshop, which every firm has; those that a unit of research adds; those that a partner offers.
WORKSHOP, PER_RESEARCH, OFFERS = 4, 80, 5
#: Ideas that can be developed, the worth from which one is launched, and how badly worth is seen beforehand.
PLACES, BAR, BLUR = 8, 2.0, 0.6
#: In average ideas: developing one, a unit of research, and the part of its worth that a licence brings.
DEVELOPMENT, RESEARCH, LICENCE = 0.5, 15.0, 0.3
MOST = 20

#: What becomes of ideas: the counts of `Funnel`, inside first.
FATES = ("missed", "shelved", "licensed", "stopped", "launched")


def inside_ideas(lab: str) -> int:
    """Count the ideas from inside: four from the workshop, and what the laboratory adds.

    Examples
    --------
    >>> [inside_ideas(lab) for lab in LABS]
    [4, 12, 20, 36]
    """
    return WORKSHOP + round(PER_RESEARCH * LABS[lab])


@dataclass(frozen=True, eq=False)
class Funnel:
    """What becomes of the ideas of a year, averaged over all runs.

    Parameters
    ----------
    lab : str
        Size of the laboratory.
    partners : int
        How many partners are asked.
    counts : ndarray, shape (2, 5)
        Ideas by origin (inside, outside) and fate: not understood, shelved, used by others, stopped, launched.
    earned : ndarray, shape (runs,)
        Worth of what was launched and licensed, less development and laboratory; partners are not yet paid.
    runs, seed : int
        Of the simulation.
    """

    lab: str
    partners: int
    counts: Array
    earned: Array
    runs: int
    seed: int

    @property
    def ideas(self) -> float:
        """All ideas."""
        return float(self.counts.sum())

    @property
    def launched(self) -> float:
        """Ideas that are launched."""
        return float(self.counts[:, 4].sum())

    @property
    def outside(self) -> float:
        """Share of the launched ideas that come from outside."""
        return float(self.counts[1, 4] / self.launched)

    def left(self, cost: float) -> float:
        """Mean of what is left once each partner has been paid `cost`."""
        return float(self.earned.mean()) - cost * self.partners

    def band(self, cost: float) -> tuple[float, float]:
        """One run in ten leaves less than the first, one in ten more than the second."""
        low, high = self._tenths
        return low - cost * self.partners, high - cost * self.partners

    @cached_property
    def _tenths(self) -> tuple[float, float]:
        low, high = np.quantile(self.earned, (0.1, 0.9))
        return float(low), float(high)


@cache
def _draws(runs: int, seed: int) -> tuple[Drawn, Drawn, Drawn]:
    """Worth, worth as it is seen, and how hard to understand: one row a run, outside ideas first."""
    draw, ideas = np.random.default_rng(seed), MOST * OFFERS + inside_ideas("large")
    worth = draw.standard_exponential((runs, ideas), dtype=np.float32)
    blur = np.exp(np.float32(BLUR) * draw.standard_normal((runs, ideas), dtype=np.float32))
    return worth, worth * blur, draw.random((runs, ideas), dtype=np.float32)


@cache
def funnel(lab: str, partners: int, outward: bool = False, *, runs: int = RUNS, seed: int = SEED) -> Funnel:
    """Run a year of ideas through the funnel, many times.

    Parameters
    ----------
    lab : {"none", "small", "medium", "large"}
        The laboratory: it brings ideas, and it understands those of others.
    partners : int
        Partners asked, 0 to 20; each offers five ideas.
    outward : bool
        Own good ideas that were not chosen are licensed to others.
    runs, seed : int
        Every state uses the same draws, so that states differ by what was chosen and not by luck.

    Examples
    --------
    >>> found = funnel("medium", 8)
    >>> round(found.ideas), funnel("none", 16).counts[1].tolist()
    (60, [80.0, 0.0, 0.0, 0.0, 0.0])
    """
    counts, earned, worth, spare = _year(lab, int(partners), runs, seed)
    if outward:
        counts = counts + np.array([[0, -spare, spare, 0, 0], [0, 0, 0, 0, 0]])
        earned = earned + LICENCE * worth
    return Funnel(lab, int(partners), counts, earned, runs, seed)


@cache
def _year(lab: str, partners: int, runs: int, seed: int) -> tuple[Array, Array, Array, float]:
    """Counts, what is earned, and for each run the worth of good own ideas left over; then how many these are."""
    if not 0 <= partners <= MOST:
        raise ValueError(f"partners must lie between 0 and {MOST}, got {partners}")
    split, stop = OFFERS * partners, MOST * OFFERS + inside_ideas(lab)
    draws = _draws(runs, seed)
    worth, seen, hard = (np.hstack([part[:, :split], part[:, MOST * OFFERS : stop]]) for part in draws)
    known = hard < np.float32(capacity(lab))
    known[:, split:] = True
    developed = _largest(np.where(known, seen, np.float32(-1)), PLACES) & known
    good = worth >= BAR
    launched, spare = developed & good, (good & ~developed)[:, split:]
    fates = (~known, known & ~developed, known & False, developed & ~good, launched)
    sides = (slice(split, None), slice(None, split))
    counts = np.array([[np.count_nonzero(fate[:, side]) / runs for fate in fates] for side in sides])
    gains = (worth * launched).sum(axis=1).astype(float)
    earned = gains - DEVELOPMENT * developed.sum(axis=1) - RESEARCH * LABS[lab]
    over = (worth[:, split:] * spare).sum(axis=1).astype(float)
    return counts, earned, over, np.count_nonzero(spare) / runs


def _largest(values: Drawn, count: int) -> NDArray[np.bool_]:
    """Mark the `count` largest values of each row."""
    if values.shape[1] <= count:
        return np.ones(values.shape, dtype=bool)
    edge = -np.partition(-values, count - 1, axis=1)[:, count - 1 : count]
    return values >= edge


def best_partners(lab: str, cost: float, outward: bool = False) -> int:
    """Number of partners, 0 to 20, with which most is left."""
    return int(np.argmax([funnel(lab, n, outward).left(cost) for n in range(MOST + 1)]))
