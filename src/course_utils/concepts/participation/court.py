"""Conflict in the shadow of a court: nobody sues, a settlement, a suit for time, or a trial."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.measures import nash_bargaining, settlement_range

Array = NDArray[np.float64]

#: What is at stake, in thousand euro; only costs over stakes matter, so this is no control.
STAKE = 100.0
STAKES = np.logspace(np.log10(20), 3, 24)
EQUAL = 1e-9


@dataclass(frozen=True)
class Procedure:
    """What a trial costs, in thousand euro.

    Parameters
    ----------
    neighbours, developer : float
        Lawyers and experts of each side.
    waiting : float
        What it costs the developer that the works stand still meanwhile.
    respite : float
        What the same time without nuisance is worth to the neighbours.
    """

    neighbours: float
    developer: float
    waiting: float = 0.0
    respite: float = 0.0


PROCEDURES = {
    "cheap": Procedure(5.0, 5.0),
    "dear": Procedure(20.0, 20.0),
    "slow": Procedure(10.0, 10.0, 30.0, 10.0),
}


@dataclass(frozen=True)
class Conflict:
    """How a conflict ends.

    Parameters
    ----------
    low, high : float
        The least that the neighbours take and the most that the developer gives, thousand euro.
    outcome : {"nothing", "settle", "delay", "court"}
        Nobody sues; they settle; they settle a suit that is worth bringing for the time it wins only; trial.
    payment : float
        What is paid: nothing, the middle of the range (Nash), or NaN if a judge will say.
    gap : float
        Optimism: chance of the neighbours as they see it, less that which the developer sees.
    margin : float
        Gap below which they settle: joint cost of the trial over the stake.
    """

    low: float
    high: float
    outcome: str
    payment: float
    gap: float
    margin: float


@cache
def conflict(neighbours: float, developer: float, procedure: str, stake: float = STAKE) -> Conflict:
    """Return how a conflict ends.

    Parameters
    ----------
    neighbours, developer : float
        Chance that the neighbours win, as each side sees it.
    procedure : {"cheap", "dear", "slow"}
        What the trial costs.
    stake : float
        What the developer pays if the neighbours win, thousand euro.

    Examples
    --------
    >>> conflict(0.75, 0.25, "dear").outcome, conflict(0.75, 0.45, "dear").payment
    ('court', 60.0)
    """
    if procedure not in PROCEDURES:
        raise ValueError(f"procedure must be one of {', '.join(PROCEDURES)}, got {procedure!r}")
    cost = PROCEDURES[procedure]
    bare = settlement_range(neighbours, developer, stake, cost.neighbours, cost.developer)
    low, high = bare.low + cost.respite, bare.high + cost.waiting
    deal = nash_bargaining(0.0, (low, -high))
    margin = (cost.neighbours + cost.developer + cost.waiting - cost.respite) / stake
    outcome = "settle" if high - low >= -EQUAL else "court"
    if low <= EQUAL:
        outcome = "nothing"
    elif bare.low <= EQUAL and outcome == "settle":
        outcome = "delay"
    paid = {"nothing": 0.0, "court": float("nan")}.get(outcome, float(deal.payoffs[0]))
    return Conflict(low, high, outcome, paid, neighbours - developer, margin)


@dataclass(frozen=True)
class Threshold:
    """The stake above which two sides go to court.

    Parameters
    ----------
    stake : float
        Thousand euro; infinite if they always settle.
    limit : float
        What both would settle for there, as a share of that stake; NaN if they always settle.
    """

    stake: float
    limit: float


@cache
def threshold(neighbours: float, developer: float, procedure: str) -> Threshold:
    """Return the stake above which they go to court: joint costs over the gap.

    Examples
    --------
    >>> round(threshold(0.75, 0.25, "dear").stake)
    80
    """
    found = conflict(neighbours, developer, procedure)
    if found.gap <= EQUAL:
        return Threshold(float("inf"), float("nan"))
    stake = found.margin * STAKE / found.gap
    return Threshold(stake, conflict(neighbours, developer, procedure, stake).low / stake)


def limits(opinion: float, procedure: str) -> tuple[Array, Array]:
    """Return what the neighbours take and what the developer gives if one of them holds an opinion, over `STAKES`.

    Examples
    --------
    >>> low, high = limits(0.5, "dear")
    >>> round(float(low[-1]), 2), round(float(high[-1]), 2)
    (0.48, 0.52)
    """
    found = [conflict(opinion, opinion, procedure, float(stake)) for stake in STAKES]
    return np.array([c.low for c in found]) / STAKES, np.array([c.high for c in found]) / STAKES
