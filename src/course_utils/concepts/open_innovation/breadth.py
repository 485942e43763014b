"""How widely to search: each partner brings an idea, a firm understands part of it, and asking costs time."""

from __future__ import annotations

import math
from dataclasses import dataclass

from course_utils.measures import absorptive_capacity

#: Difficulty of learning in all that follows, and the laboratories that a firm may have: their research M.
DIFFICULTY = 0.2
LABS = {"none": 0.0, "small": 0.1, "medium": 0.2, "large": 0.4}
#: Partners that are offered at most.
MOST = 16


def capacity(lab: str) -> float:
    """Absorptive capacity that a laboratory gives.

    Examples
    --------
    >>> [round(capacity(lab), 3) for lab in LABS]
    [0.0, 0.333, 0.5, 0.667]
    """
    if lab not in LABS:
        raise ValueError(f"lab must be one of {', '.join(LABS)}, got {lab!r}")
    return float(absorptive_capacity(LABS[lab], DIFFICULTY))


def best_idea(partners: int) -> float:
    """Worth of the best of so many ideas, in ideas of average worth: 1 + 1/2 + ... + 1/n.

    Worths are spread exponentially, so that few ideas are very good.

    Examples
    --------
    >>> round(best_idea(1), 2), round(best_idea(4), 2), round(best_idea(16), 2)
    (1.0, 2.08, 3.38)
    """
    if partners < 0:
        raise ValueError(f"partners must not be negative, got {partners}")
    return math.fsum(1 / k for k in range(1, int(partners) + 1))


def left(partners: int, absorbed: float, cost: float) -> float:
    """What is left of the best idea, as far as it is understood, after `partners` have been asked.

    Parameters
    ----------
    partners : int
        How many partners the firm asks.
    absorbed : float
        Absorptive capacity, 0 to 1.
    cost : float
        Of asking one partner, as a share of an average idea.

    Examples
    --------
    >>> round(left(8, 0.5, 0.06), 3), round(left(16, 0.5, 0.06), 3)
    (0.879, 0.73)
    """
    return absorbed * best_idea(partners) - cost * partners


def best_breadth(absorbed: float, cost: float, most: int = MOST) -> int:
    """Return how many partners to ask: the last one pays if absorbed / n is at least the cost.

    Examples
    --------
    >>> [best_breadth(capacity(lab), 0.06) for lab in LABS]
    [0, 5, 8, 11]
    """
    if cost <= 0:
        raise ValueError(f"cost must be above 0, got {cost:g}")
    return min(int(absorbed / cost + 1e-9), most)


def peaks(cost: float, most: int = MOST) -> list[float | None]:
    """What is left at the peak of the firm that just stops at n partners, n = 1 ... `most`; None if no firm does.

    It is the firm whose capacity is n times the cost.

    Examples
    --------
    >>> [round(v, 2) for v in peaks(0.25)[:4]], peaks(0.25)[4]
    ([0.0, 0.25, 0.62, 1.08], None)
    """
    return [left(n, n * cost, cost) if n * cost <= 1 + 1e-9 else None for n in range(1, most + 1)]


@dataclass(frozen=True)
class Search:
    """A firm's search.

    Parameters
    ----------
    partners : int
        How many it asks.
    cost : float
        Of asking one.
    absorbed : float
        Its absorptive capacity.
    """

    partners: int
    cost: float
    absorbed: float

    @property
    def left(self) -> float:
        """What is left."""
        return left(self.partners, self.absorbed, self.cost)

    @property
    def best(self) -> int:
        """How many it should ask."""
        return best_breadth(self.absorbed, self.cost)

    @property
    def most(self) -> float:
        """What would be left then."""
        return left(self.best, self.absorbed, self.cost)
