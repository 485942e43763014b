"""A government that pushes corners of the diamond, and chance that hits them."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from course_utils.concepts.porter_cluster.diamond import CORNERS, Array, strength

#: Points that a programme may add, all corners together.
BUDGETS = tuple(range(0, 61, 5))
#: Chance takes no corner below the one or above the other.
LEAST, BEST = 1.0, 100.0
#: Starting diamonds of the programme, in the order of `CORNERS`.
STARTS = {
    "one_gap": (60.0, 20.0, 60.0, 60.0),
    "one_star": (30.0, 30.0, 30.0, 90.0),
    "even": (50.0, 50.0, 50.0, 50.0),
    "slope": (35.0, 50.0, 65.0, 80.0),
}


def to_strongest(corners: Array, budget: float) -> Array:
    """Back the strongest corner; what is left when it is at its best goes to the next."""
    found, left = corners.copy(), float(budget)
    for position in np.argsort(-corners, kind="stable"):
        added = min(left, BEST - found[position])
        found[position] += added
        left -= added
    return found


def evenly(corners: Array, budget: float) -> Array:
    """Give every corner the same, none more than it can take."""
    return np.minimum(corners + budget / len(corners), BEST)


def to_weakest(corners: Array, budget: float) -> Array:
    """Raise the weakest corners to a common level, like water filling a vessel."""
    order = np.sort(corners)
    for held in range(1, len(order) + 1):
        level = (order[:held].sum() + budget) / held
        if held == len(order) or level <= order[held]:
            return np.minimum(np.maximum(corners, level), BEST)
    raise AssertionError("the last level always holds")


RULES: dict[str, Callable[[Array, float], Array]] = {
    "strongest": to_strongest,
    "even": evenly,
    "weakest": to_weakest,
}


@dataclass(frozen=True, eq=False)
class Programme:
    """Strength after each budget, by rule.

    Parameters
    ----------
    mean : dict of str to ndarray, shape (budgets,)
        Average over the sixteen draws of chance.
    low, high : ndarray, shape (budgets,)
        Unluckiest and luckiest draw under the rule "weakest".
    enough : float
        Smallest of `BUDGETS` at which backing the weakest is at least as good as the largest budget given to the
        strongest; NaN if none is.
    """

    mean: dict[str, Array]
    low: Array
    high: Array
    enough: float


def draws() -> Array:
    """Return all that chance may draw: each corner up (+1) or down (-1), sixteen draws as likely as one another.

    Returns
    -------
    ndarray, shape (16, 4)
    """
    return np.array(list(itertools.product((-1.0, 1.0), repeat=len(CORNERS))))


@cache
def programme(start: str, r: float, chance: float) -> Programme:
    """Spend each of `BUDGETS` by each of `RULES`, then let chance act.

    Parameters
    ----------
    start : str
        A key of `STARTS`.
    r : float
        Exponent, see `strength`.
    chance : float
        Points that chance adds to each corner or takes from it; corners stay within 1 and 100. Nothing is sampled:
        all sixteen draws are taken.

    Examples
    --------
    >>> found = programme("one_gap", -4.0, 0.0)
    >>> {rule: round(float(path[-1]), 1) for rule, path in found.mean.items()}
    {'strongest': 28.2, 'even': 47.9, 'weakest': 65.0}
    """
    corners = np.array(STARTS[start])
    mean: dict[str, Array] = {}
    for rule, spend in RULES.items():
        pushed = np.stack([spend(corners, budget) for budget in BUDGETS])
        drawn = strength(np.clip(pushed + chance * draws()[:, None, :], LEAST, BEST), r)
        mean[rule] = drawn.mean(axis=0)  # "weakest" comes last: its draws make the band
    beaten = mean["weakest"] >= mean["strongest"][-1] - 1e-9
    enough = float(np.asarray(BUDGETS)[beaten.argmax()]) if beaten.any() else np.nan
    return Programme(mean, drawn.min(axis=0), drawn.max(axis=0), enough)
