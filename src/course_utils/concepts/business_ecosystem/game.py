"""The keystone game: what an ecosystem is worth, and what its hub and its complementors take of it."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

#: How the functions that are served make value: each adds 1; each also adds to every other; or all are needed.
RULES = ("adds", "pairs", "all")
#: What two functions add to one another under the rule "pairs".
BONUS = 0.5


def worth(served: ArrayLike, functions: int, rule: str) -> Array:
    """Value of an ecosystem with a hub, by how many of its functions somebody serves.

    Parameters
    ----------
    served : array_like of int
        Functions that are served.
    functions : int
        Functions in all.
    rule : {"adds", "pairs", "all"}
        Each function adds 1; each pair of functions adds 0.5 more; or there is nothing before all are served.

    Examples
    --------
    >>> [worth([0, 3, 4], 4, rule).tolist() for rule in RULES]
    [[0.0, 3.0, 4.0], [0.0, 4.5, 7.0], [0.0, 0.0, 4.0]]
    """
    m = np.asarray(served, dtype=float)
    if rule == "all":
        return np.where(m == functions, m, 0.0)
    return m + BONUS * m * (m - 1) / 2 if rule == "pairs" else m


@dataclass(frozen=True)
class Split:
    """Who gets what of an ecosystem in which all hubs are alike, and so are all firms.

    Parameters
    ----------
    value : float
        What all make together.
    hubs : float
        What the hubs get, all of them together.
    one : float
        What one complementor gets.
    firms : int
        Complementors in all.
    lost_firm, lost_hub : float
        Part of the value that goes if one complementor, or one hub, goes.
    """

    value: float
    hubs: float
    one: float
    firms: int
    lost_firm: float
    lost_hub: float

    @property
    def share(self) -> float:
        """Part of the value that the hubs take."""
        return self.hubs / self.value


@functools.lru_cache(maxsize=4096)
def split(functions: int, rivals: int = 1, rule: str = "adds", option: float = 0.0, hubs: int = 1) -> Split:
    """Shapley value of a keystone game: without a hub nothing is worth anything.

    Parameters
    ----------
    functions : int
        Things that must be done beside the hub: parts, programs, repair.
    rivals : int
        Firms that can do each of them, all alike: 1 means no substitute.
    rule : {"adds", "pairs", "all"}
        As for `worth`.
    option : float
        What a hub can make on its own, as a share of what the whole ecosystem makes.
    hubs : int
        Hubs, all alike: 1 is an indispensable keystone.

    Returns
    -------
    Split

    Notes
    -----
    The mean over all orders of arrival is the mean over arrivals at random times t between 0 and 1. A hub that arrives
    first among its like finds each function served with probability 1 - (1 - t)^rivals. The integral is that of a
    polynomial, so Gauss and Legendre give it exactly. It is the same number as that of `course_utils.measures.shapley`.

    Examples
    --------
    >>> [round(split(4, rivals).share, 3) for rivals in (1, 2, 3)]
    [0.5, 0.667, 0.75]
    >>> round(split(4, rule="all").share, 3), round(split(4, hubs=2).share, 3)
    (0.2, 0.333)
    """
    value = float(worth(functions, functions, rule))
    firms = functions * rivals
    points, weights = np.polynomial.legendre.leggauss((firms + hubs) // 2 + 1)
    time = (points[:, None] + 1) / 2
    m = np.arange(functions + 1)
    there = 1 - (1 - time) ** rivals
    chance = np.array([math.comb(functions, k) for k in m]) * there**m * (1 - there) ** (functions - m)
    with_hub = np.maximum(worth(m, functions, rule), option * value)
    first = hubs * (1 - time) ** (hubs - 1)
    taken = float(weights / 2 @ (first * chance * with_hub).sum(axis=1))
    left = max(float(worth(functions - 1, functions, rule)), option * value)
    return Split(
        value=value,
        hubs=taken,
        one=(value - taken) / firms,
        firms=firms,
        lost_firm=1 - left / value if rivals == 1 else 0.0,
        lost_hub=1.0 if hubs == 1 else 0.0,
    )
