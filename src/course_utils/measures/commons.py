"""A resource in common: what each takes, what all should take, and who keeps whom to it.

References
----------
Ostrom, E. (1990). *Governing the Commons*, chapter 1. Cambridge University Press.
Ostrom, E., Gardner, R. and Walker, J. (1994). *Rules, Games, and Common-Pool Resources*. University of Michigan Press.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import number, vector

Array = NDArray[np.float64]
#: What two herders gain (Ostrom 1990): both keep to the limit, or one exceeds it alone, or both.
BOTH, ALONE, FOOL, RUIN = 10.0, 11.0, -1.0, 0.0


@dataclass(frozen=True)
class Harvest:
    """A way to use the resource.

    Parameters
    ----------
    each, total : float
        Taken by each user, and by all.
    rent : float
        What all gain together over not using it.
    """

    each: float
    total: float
    rent: float


def harvest_gains(takes: ArrayLike, worth: float, crowding: float) -> Array:
    """Return what each user gains: ``take * (worth - crowding * total)``.

    Parameters
    ----------
    takes : array_like, shape (n,)
        What each takes, at least 0.
    worth, crowding : float
        Gain from a unit when nobody takes any, its own cost deducted; how much each unit taken lowers it.

    Raises
    ------
    ValueError
        If a take is negative, or worth or crowding is not positive.

    Examples
    --------
    >>> harvest_gains([5, 5, 5, 5], 10, 0.25).tolist()
    [25.0, 25.0, 25.0, 25.0]
    """
    own = vector("takes", takes, 0)
    a, b = number("worth", worth, "(0, inf)"), number("crowding", crowding, "(0, inf)")
    return np.asarray(own * (a - b * own.sum()))


def harvest_equilibrium(n: int, worth: float, crowding: float) -> Harvest:
    """Return the use of n users who each answer best to the others: worth / (crowding (n + 1)) each.

    Examples
    --------
    >>> harvest_equilibrium(4, 10, 0.25)
    Harvest(each=8.0, total=32.0, rent=64.0)
    """
    return _all_take(n, worth, crowding, 1 / (_users(n) + 1))


def harvest_optimum(n: int, worth: float, crowding: float) -> Harvest:
    """Return the use that gains most for all together: worth / (2 crowding) in total.

    Examples
    --------
    >>> harvest_optimum(4, 10, 0.25)
    Harvest(each=5.0, total=20.0, rent=100.0)
    """
    return _all_take(n, worth, crowding, 1 / (2 * _users(n)))


def herders_game(caught: float = 0.0, wrongly: float = 0.0, fine: float = 2.0) -> Array:
    """Return the expected gains of a herder who keeps to the limit (row 0) or exceeds it (row 1), the other likewise.

    Parameters
    ----------
    caught : float
        Probability that the State fines a herder who exceeds the limit.
    wrongly : float
        Probability that it fines one who keeps to it.
    fine : float
        At least 0.

    Returns
    -------
    ndarray, shape (2, 2)
        ``[own choice, the other's choice]``.

    Raises
    ------
    ValueError
        If a probability lies outside [0, 1] or the fine is negative.

    Examples
    --------
    >>> herders_game(1).tolist()  # a State that sees everything
    [[10.0, -1.0], [9.0, -2.0]]
    """
    y, x = number("caught", caught, "[0, 1]"), number("wrongly", wrongly, "[0, 1]")
    cost = number("fine", fine, "[0, inf)")
    return np.array([[BOTH - cost * x, FOOL - cost * x], [ALONE - cost * y, RUIN - cost * y]])


def herders_equilibrium(game: ArrayLike) -> str:
    """Return what both do whatever the other does: ``"keep"``, ``"exceed"``, or ``"either"`` if nothing is dominant.

    Examples
    --------
    >>> herders_equilibrium(herders_game()), herders_equilibrium(herders_game(0.8, 0.2))
    ('exceed', 'keep')
    """
    keep, exceed = np.asarray(game, dtype=np.float64)
    if (keep > exceed + 1e-12).all():
        return "keep"
    return "exceed" if (exceed > keep + 1e-12).all() else "either"


def herders_threshold(fine: float = 2.0) -> float:
    """Return the probability of a correct sanction above which the State keeps both to the limit; NaN if none does.

    A State that is right with probability y fines who exceeds with y and who keeps with 1 - y; keeping pays if
    ``fine (2 y - 1) > 1``, whatever the other does.

    Examples
    --------
    >>> herders_threshold(), herders_threshold(1), herders_threshold(0.5)
    (0.75, 1.0, nan)
    """
    cost = number("fine", fine, "[0, inf)")
    gain = ALONE - BOTH
    return float((1 + gain / cost) / 2) if cost >= gain else float("nan")


def contract_gain(cost: float) -> float:
    """Return what each herder gains from a contract that both sign, half of whose enforcement each pays.

    Both gain 0 if one refuses, so it is signed if this is above what they gain without.

    Examples
    --------
    >>> contract_gain(4)
    8.0
    """
    return BOTH - number("cost", cost, "[0, inf)") / 2


def _users(n: int) -> int:
    if n != int(n) or n < 1:
        raise ValueError(f"n must be a whole number of at least 1, got {n}")
    return int(n)


def _all_take(n: int, worth: float, crowding: float, share: float) -> Harvest:
    a, b = number("worth", worth, "(0, inf)"), number("crowding", crowding, "(0, inf)")
    each = a / b * share
    return Harvest(each, n * each, float(harvest_gains(np.full(n, each), a, b).sum()))
