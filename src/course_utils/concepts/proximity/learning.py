"""What links teach: the inverted U of cognitive distance, and the paradox that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from course_utils.concepts.proximity.model import BASE, learned, likeness, link_probability
from course_utils.concepts.proximity.places import Array

#: Steps of cognitive distance; the middles of 400 equal ones, exact enough for four decimals.
STEPS = (np.arange(400) + 0.5) / 400
#: How often two numbers drawn between 0 and 1 differ by so much.
DENSITY = 2 * (1 - STEPS)
#: What the same knowledge multiplies the odds by, along the second figure.
MULTIPLIERS = np.round(10 ** np.linspace(0, 2, 21), 6)


def chances(similar: float) -> Array:
    """Probability of a link at each of `STEPS`, where the same knowledge multiplies the odds by `similar`."""
    return link_probability(likeness(STEPS)[:, None], [float(np.log(similar))], BASE)


@dataclass(frozen=True)
class Yield:
    """What the links of an economy teach.

    Parameters
    ----------
    links : float
        Links for 100 pairs.
    each : float
        What a link teaches on average, 0 to 1.
    gap : float
        Cognitive distance of the linked, on average.
    """

    links: float
    each: float
    gap: float

    @property
    def total(self) -> float:
        """What the links of 100 pairs teach together."""
        return self.links * self.each


@cache
def taught(similar: float, reach: float = 1.0) -> Yield:
    """What links teach when knowledge bases lie evenly between 0 and 1 and only similarity counts.

    Parameters
    ----------
    similar : float
        What the same knowledge multiplies the odds of a link by.
    reach : float
        Cognitive distance at which nothing is understood.

    Examples
    --------
    >>> round(taught(1).each, 3), round(taught(30).each, 3)
    (0.667, 0.306)
    """
    weight = DENSITY * chances(similar)
    total = float(weight.mean())
    each = float((weight * learned(STEPS, reach)).mean()) / total
    return Yield(100 * total, each, float((weight * STEPS).mean()) / total)


def curves(reach: float) -> list[Yield]:
    """`taught` along `MULTIPLIERS`."""
    return [taught(float(similar), reach) for similar in MULTIPLIERS]


def linked_density(similar: float) -> Array:
    """How the linked pairs are spread over cognitive distance: density at each of `STEPS`, of mean 1."""
    weight = DENSITY * chances(similar)
    return np.asarray(weight / weight.mean())


def best_similarity(reach: float) -> float:
    """Multiplier, among `MULTIPLIERS`, at which a link teaches most.

    Examples
    --------
    >>> best_similarity(1.0), round(best_similarity(0.3), 1)
    (1.0, 15.8)
    """
    return float(MULTIPLIERS[int(np.argmax([found.each for found in curves(reach)]))])
