"""Two rivals who learn from one another: what spillovers do to research, and what a firm without a laboratory gets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.measures import ResearchGame, absorptive_capacity, research_equilibrium, research_profit

Array = NDArray[np.float64]

#: Size of the market a - c, and what research costs: M costs COST M^2 / 2.
MARKET, COST = 1.0, 3.0
#: Spillovers and difficulties that the explorer offers.
SPILLOVERS = tuple(round(0.05 * i, 3) for i in range(21))
DIFFICULTIES = tuple(round(0.025 * i, 3) for i in range(21))


@cache
def game(spillover: float, difficulty: float, outside: float = 0.0) -> ResearchGame:
    """Equilibrium of two rivals on a market of size 1, where research M costs 3 M^2 / 2.

    Parameters
    ----------
    spillover : float
        Share of a firm's research that its rival may see, 0 to 1.
    difficulty : float
        Own research with which a firm understands half of what it sees.
    outside : float
        Knowledge outside both firms.

    Examples
    --------
    >>> round(game(1.0, 0.2).research / game(0.0, 0.2).research - 1, 3)
    0.101
    """
    return research_equilibrium(spillover, difficulty, outside, market=MARKET, cost=COST)


@cache
def curve(difficulty: float, outside: float = 0.0) -> tuple[float, ...]:
    """Research of each firm at every spillover of the explorer.

    Examples
    --------
    >>> [round(m, 3) for m in curve(0.0)[::10]]
    [0.174, 0.133, 0.087]
    """
    return tuple(game(theta, difficulty, outside).research for theta in SPILLOVERS)


@cache
def change(outside: float = 0.0) -> Array:
    """Change of research through spillovers, as a share: one row a difficulty, one column a spillover.

    Examples
    --------
    >>> change()[[0, 2, 8], -1].round(3).tolist()
    [-0.5, -0.126, 0.101]
    """
    rows = np.array([curve(beta, outside) for beta in DIFFICULTIES])
    return np.asarray(rows / rows[:, :1] - 1)


def border() -> float:
    """Difficulty of learning above which a little spillover raises research, when nothing is known outside.

    With M the research without spillovers, it is M (1 - M) / (1 + 3 M) on a market of size 1.

    Examples
    --------
    >>> round(border(), 4)
    0.0944
    """
    alone = 4 * MARKET / (9 * COST - 4)
    return alone * (MARKET - alone) / (MARKET + 3 * alone)


@dataclass(frozen=True)
class Hinge:
    """A firm with its laboratory, and the same firm without it; the rival goes on as before.

    Parameters
    ----------
    own, rival, outside : tuple of float
        Knowledge from each origin, first with the laboratory, then without.
    profit : tuple of float
        What the firm earns with it and without it.
    absorbed : float
        Absorptive capacity with the laboratory.
    without : float
        And without it.
    """

    own: tuple[float, float]
    rival: tuple[float, float]
    outside: tuple[float, float]
    profit: tuple[float, float]
    absorbed: float
    without: float

    @property
    def knowledge(self) -> tuple[float, float]:
        """All the knowledge of the firm, with the laboratory and without."""
        with_it, without = (self.own[i] + self.rival[i] + self.outside[i] for i in (0, 1))
        return with_it, without


@cache
def hinge(spillover: float, difficulty: float, outside: float = 0.0) -> Hinge:
    """Close the laboratory of one of the two firms.

    Examples
    --------
    >>> found = hinge(1.0, 0.2)
    >>> [round(z, 3) for z in found.knowledge], round(found.absorbed, 2), found.without
    ([0.285, 0.0], 0.49, 0.0)
    """
    found = game(spillover, difficulty, outside)
    without = float(absorptive_capacity(0.0, difficulty))
    closed = float(research_profit(0.0, found.research, spillover, difficulty, outside, market=MARKET, cost=COST))
    return Hinge(
        (found.research, 0.0),
        (found.from_rival, without * spillover * found.research),
        (found.from_outside, without * outside),
        (found.profit, closed),
        found.absorbed,
        without,
    )
