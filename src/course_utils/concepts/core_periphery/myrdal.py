"""Myrdal's two lines: what a rich place draws from a poor one, and what it hands on to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

GROWTH = 0.02
YEARS = 60


@dataclass(frozen=True, eq=False)
class Incomes:
    """Incomes of both places, year by year, the core's 100 in year 0.

    Parameters
    ----------
    core, periphery : ndarray, shape (years + 1,)
        Incomes; the periphery's stops at 0.
    """

    core: Array
    periphery: Array

    @property
    def ratio(self) -> float:
        """Periphery over core in the last year."""
        return float(self.periphery[-1] / self.core[-1])


def incomes(backwash: float, spread: float, ratio: float = 0.7, years: int = YEARS) -> Incomes:
    """Follow core and periphery: a linear system of two lines.

    Parameters
    ----------
    backwash, spread : float
        What the core draws from the periphery in a year, and what it hands on, as shares of the gap between them.
    ratio : float
        Periphery over core in year 0, 0 to 1.
    years : int
        How long.

    Returns
    -------
    Incomes
        core += growth core + backwash gap; periphery += growth periphery + (spread - backwash) gap, with
        gap = core - periphery and growth of 2 % a year.

    References
    ----------
    Myrdal, G. (1957). Economic Theory and Under-developed Regions. Duckworth. The words are his, the lines are ours.

    Examples
    --------
    >>> found = incomes(backwash=0.01, spread=0.0)
    >>> round(found.ratio, 2), round(incomes(0.01, 0.03).ratio, 2)
    (0.28, 0.85)
    """
    core, periphery = [100.0], [100.0 * ratio]
    for _year in range(years):
        gap = core[-1] - periphery[-1]
        core.append((1 + GROWTH) * core[-1] + backwash * gap)
        periphery.append(max((1 + GROWTH) * periphery[-1] + (spread - backwash) * gap, 0.0))
    return Incomes(np.array(core), np.array(periphery))


def resting_ratio(backwash: float, spread: float) -> float:
    """Periphery over core in the end: spread / backwash - 1, no less than 0 and no more than 1.

    Up to a spread as large as the backwash the periphery loses everything; from twice the backwash on the two become
    equal; in between a gap stays for ever.

    Examples
    --------
    >>> resting_ratio(0.02, 0.01), round(resting_ratio(0.02, 0.03), 6), resting_ratio(0.02, 0.05)
    (0.0, 0.5, 1.0)
    """
    if backwash == 0:
        return 1.0 if spread > 0 else float("nan")  # nothing moves
    return min(max(round(spread / backwash - 1, 9), 0.0), 1.0)
