"""Two herders under a State that may be wrong."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.measures import herders_equilibrium, herders_game

FINES = (0.5, 1.0, 2.0, 4.0, 10.0)
CHANCES = np.linspace(0, 1, 101).round(2)


@dataclass(frozen=True, eq=False)
class Ruled:
    """Two herders under a State.

    Parameters
    ----------
    game : ndarray, shape (2, 2)
        Expected gains, own choice by the other's; 0 keeps to the limit, 1 exceeds it.
    choice : str
        What both do: "keep", "exceed" or "either".
    gain : float
        What each then gains; NaN if neither choice is better whatever the other does.
    """

    game: NDArray[np.float64]
    choice: str
    gain: float


def ruled(right: float, fine: float = 2.0) -> Ruled:
    """Return what two herders do under a State that sanctions correctly with some probability.

    Parameters
    ----------
    right : float
        Probability that it fines who exceeds, and that it spares who keeps to the limit.
    fine : float
        The fine.

    Examples
    --------
    >>> [ruled(right).choice for right in (0.74, 0.75, 0.76)], round(ruled(0.8).gain, 2)
    (['exceed', 'either', 'keep'], 9.6)
    """
    game = herders_game(right, round(1 - right, 12), fine)
    choice = herders_equilibrium(game)
    gain = {"keep": game[0, 0], "exceed": game[1, 1]}.get(choice, np.nan)
    return Ruled(game, choice, float(gain))
