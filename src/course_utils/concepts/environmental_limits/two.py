"""Two invented places, a town and a valley, that share one budget: what trading, a fee and learning change."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from course_utils.concepts.environmental_limits.places import Array
from course_utils.measures import Market, going_without, trade

#: Hectares a year that the town and the valley would take without a limit, 100 in all.
BASELINE = np.array([60.0, 40.0])
#: What the last hectare done without costs more with each hectare: the town can build on land already used.
SLOPES = np.array([1.0, 3.0])


@dataclass(frozen=True, eq=False)
class Deal:
    """The town's and the valley's account.

    Parameters
    ----------
    budget : float
        Hectares in all.
    start : ndarray, shape (2,)
        Allowances at first.
    slopes : ndarray, shape (2,)
        Slopes of the marginal costs, after learning.
    market : Market
        Where trading ends.
    quota : ndarray, shape (2,)
        What the limit would cost each without trading.
    """

    budget: float
    start: Array
    slopes: Array
    market: Market
    quota: Array

    @property
    def net(self) -> Array:
        """What the limit costs each with trading; below 0 for who earns by it."""
        return self.market.cost + self.market.paid

    @property
    def saved(self) -> float:
        """What trading saves the two together."""
        return float(self.quota.sum() - self.net.sum())


@cache
def deal(share: float, left: float = 0.5, fee: float = 0.0, learnt: float = 0.0) -> Deal:
    """Let the town and the valley trade.

    Parameters
    ----------
    share : float
        Share of the allowances that the town was given.
    left : float
        Share of past use that the limit leaves.
    fee : float
        What each hectare traded costs on top.
    learnt : float
        By how much the town has learnt to make doing without cheaper: 0.5 for half the cost.

    Examples
    --------
    >>> [deal(share).market.used.round(3).tolist() for share in (0.0, 0.6, 1.0)]
    [[22.5, 27.5], [22.5, 27.5], [22.5, 27.5]]
    """
    budget = left * BASELINE.sum()
    start = budget * np.array([share, 1 - share])
    slopes = SLOPES * np.array([1 - learnt, 1.0])
    return Deal(budget, start, slopes, trade(BASELINE, slopes, start, fee), going_without(BASELINE, slopes, start))


def worth_of_learning(share: float, left: float, learnt: float) -> tuple[float, float]:
    """What learning is worth to the town under a quota that cannot be traded, and where it can.

    Examples
    --------
    >>> worth_of_learning(0.6, 1.0, 0.5)  # no limit, nothing to save
    (0.0, 0.0)
    """
    before, after = deal(share, left), deal(share, left, learnt=learnt)
    return float(before.quota[0] - after.quota[0]), float(before.net[0] - after.net[0])
