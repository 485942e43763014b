"""What comes from outside in each year of many games: when and how hard is drawn once, from the game's seed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.govern_a_territory.chance import draws
from course_utils.concepts.govern_a_territory.rules import OFFSETS, SHOCKS, SIZES, TURNS, YEARS

Array = NDArray[np.float64]

HITS = ("motor", "local", "farm", "gain", "stock", "repairs", "luck")


def schedule(seeds: Sequence[int], on: Array) -> tuple[Array, Array, dict[str, Array]]:
    """Draw the shocks of games.

    Parameters
    ----------
    seeds : sequence of int
        One a game.
    on : ndarray, games x (shocks + 1)
        1 where a shock may come, 0 where it is kept away; the last column is the yearly luck.

    Returns
    -------
    begins : ndarray, games x shocks
        First year, counted from 1955.
    sizes : ndarray, games x shocks
        How hard, 1 being the middle; 0 where it is kept away.
    hits : dict of str to ndarray, years x games
        What comes in each year, by `HITS`.
    """
    chance = draws(seeds, 2 * len(SHOCKS) + YEARS)
    begins = np.empty((len(chance), len(SHOCKS)))
    sizes = np.empty_like(begins)
    hits = {name: np.zeros((YEARS, len(chance))) for name in HITS}
    years = np.arange(YEARS)[:, None]
    for n, shock in enumerate(SHOCKS.values()):
        begins[:, n] = shock.year - TURNS[0] + OFFSETS[0] + np.floor(OFFSETS[1] * chance[:, 2 * n])
        sizes[:, n] = on[:, n] * (SIZES[0] + SIZES[1] * chance[:, 2 * n + 1])
        there = (years >= begins[:, n]) & (years < begins[:, n] + shock.years)
        for name in HITS[:-1]:
            hits[name] += there * (sizes[:, n] * getattr(shock, name))
    hits["luck"] = on[:, -1] * (2 * chance[:, 2 * len(SHOCKS) :].T - 1)
    return begins, sizes, hits
