"""Two cards in either order: what the order changes, and what of that is more than one of them coming later."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.govern_a_territory.plan import Plan
from course_utils.concepts.govern_a_territory.rules import SCORES, TURNS
from course_utils.concepts.govern_a_territory.simulate import simulate

Array = NDArray[np.float64]

#: Cards that are offered; all can be had from 1995.
PAIRS = (
    "motor_industry",
    "regional_metropolis",
    "district_services",
    "innovative_milieu",
    "cluster",
    "gatekeepers",
    "commons",
    "concertation",
)
#: Turns in which they are played: 1995 and 2005.
WHEN = (4, 5)


@dataclass(frozen=True, eq=False)
class Sequence:
    """Points of each score in 2025 above no policy, in the order of `rules.SCORES`.

    Parameters
    ----------
    first, second : ndarray
        The first card first; the second card first.
    first_apart, second_apart : ndarray
        The same if neither changed what the other does: each played alone in its decade, then added up.
    """

    first: Array
    second: Array
    first_apart: Array
    second_apart: Array

    def most(self) -> int:
        """Rank of the score that the order changes most."""
        return int(np.abs(self.first - self.second).argmax())


def _turns(*played: tuple[int, str]) -> tuple[tuple[str, ...], ...]:
    turns: list[tuple[str, ...]] = [()] * len(TURNS)
    for t, card in played:
        turns[t] = (card,)
    return tuple(turns)


@cache
def ends(territory: str) -> dict[tuple[tuple[str, ...], ...], Array]:
    """Points over no policy in 2025 for one card or two in `WHEN`, nothing coming from outside, by turns."""
    early, late = WHEN
    every = [_turns()] + [_turns((t, card)) for t in WHEN for card in PAIRS]
    every += [_turns((early, one), (late, two)) for one in PAIRS for two in PAIRS]
    run = simulate([Plan(territory, turns=turns, shocks=False) for turns in every])
    found = np.array([run.rows[f"score_{score}"][-1] for score in SCORES])
    return {turns: found[:, n] - found[:, 0] for n, turns in enumerate(every)}


def sequence(one: str, two: str, territory: str = "38") -> Sequence:
    """Play two cards in 1995 and 2005, in either order, and each of them alone.

    Parameters
    ----------
    one, two : str
        Cards of `PAIRS`.
    territory : str
        Code of a département.

    Examples
    --------
    >>> found = sequence("district_services", "gatekeepers")
    >>> bool(np.abs(found.first - found.second).max() > 0.1)
    True
    """
    known, (early, late) = ends(territory), WHEN
    apart = [known[_turns((early, a))] + known[_turns((late, b))] for a, b in ((one, two), (two, one))]
    both = [known[_turns((early, a), (late, b))] for a, b in ((one, two), (two, one))]
    return Sequence(*both, *apart)
