"""Games: who gets what of a value made together, and when two sides would rather settle than fight."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import number, vector

Array = NDArray[np.float64]
Coalition = frozenset[int]

MOST_PLAYERS = 20


def shapley(n: int, value: Callable[[Coalition], float] | ArrayLike) -> Array:
    """Shapley value: what each player adds, on average over all orders in which the players may arrive.

    Parameters
    ----------
    n : int
        Number of players, 1 to 20.
    value : callable or array_like, shape (2**n,)
        ``value(coalition)`` gives what a frozenset of player numbers (from 0) is worth on its own, 0 for the empty one.
        An array holds the same numbers, player i being bit i of the index: entry 5 is the coalition {0, 2}.

    Returns
    -------
    ndarray, shape (n,)
        Exact, in the unit of `value`; the numbers add up to the worth of all players together.

    Raises
    ------
    ValueError
        If `n` is no such number, a worth is not finite, an array has another length, or the empty coalition a worth.

    References
    ----------
    Shapley, L. S. (1953). A value for n-person games. In Kuhn, H. W. and Tucker, A. W. (eds.), Contributions to the
    Theory of Games II, Princeton University Press, 307-317.

    Examples
    --------
    A keystone (player 0) without whom nothing works, and four firms that each add 1: it takes half.

    >>> shapley(5, lambda firms: len(firms) - 1 if 0 in firms else 0).tolist()
    [2.0, 0.5, 0.5, 0.5, 0.5]
    >>> shapley(2, [0, 1, 2, 6]).tolist()
    [2.5, 3.5]
    """
    if isinstance(n, bool) or not isinstance(n, (int, np.integer)) or not 1 <= n <= MOST_PLAYERS:
        raise ValueError(f"n must be a whole number from 1 to {MOST_PLAYERS}, got {n!r}")
    worth = _worths(int(n), value)
    sizes = np.zeros(1, dtype=np.intp)
    for _player in range(n - 1):
        sizes = np.concatenate([sizes, sizes + 1])
    weights = np.array([1 / (n * math.comb(n - 1, size)) for size in range(n)])[sizes]
    found = np.empty(n)
    for player in range(n):
        pairs = worth.reshape(-1, 2, 1 << player)
        found[player] = (pairs[:, 1] - pairs[:, 0]).ravel() @ weights
    return found


def _worths(n: int, value: Callable[[Coalition], float] | ArrayLike) -> Array:
    """Return the worth of every coalition, in the order of its bits."""
    if callable(value):
        coalitions: list[Coalition] = [frozenset()]
        for player in range(n):
            coalitions += [one | {player} for one in coalitions]
        worth = vector("value", [value(one) for one in coalitions])
    else:
        worth = vector("value", value)
        if worth.size != 1 << n:
            raise ValueError(f"value must hold {1 << n} numbers for n = {n} players, got {worth.size}")
    if worth[0] != 0:
        raise ValueError(f"value must be 0 for the empty coalition, got {worth[0]:g}")
    return worth


@dataclass(frozen=True, eq=False)
class Bargain:
    """What two sides agree on.

    Parameters
    ----------
    agreement : bool
    payoffs : ndarray, shape (2,)
        What each side gets; its fallback if there is no agreement.
    surplus : float
        What agreeing brings beyond both fallbacks; negative if there is no agreement.
    """

    agreement: bool
    payoffs: Array
    surplus: float


def nash_bargaining(total: float, fallbacks: ArrayLike = (0.0, 0.0), power: float = 0.5) -> Bargain:
    """Nash bargaining solution for a sum that two sides can divide as they like.

    Parameters
    ----------
    total : float
        What there is to divide if they agree.
    fallbacks : array_like, shape (2,)
        What each has if they do not, in the same unit.
    power : float
        Bargaining power of the first side, 0 to 1; a half is Nash's own solution.

    Returns
    -------
    Bargain

    Raises
    ------
    ValueError
        If a number is not finite, there are not two fallbacks, or `power` lies outside [0, 1].

    Notes
    -----
    The payoffs x maximise (x_1 - d_1)^power (x_2 - d_2)^(1 - power) with x_1 + x_2 = total.

    References
    ----------
    Nash, J. F. (1950). The bargaining problem. Econometrica 18(2), 155-162.

    Examples
    --------
    >>> nash_bargaining(10, fallbacks=(4, 2)).payoffs.tolist()
    [6.0, 4.0]
    >>> nash_bargaining(5, fallbacks=(4, 2)).agreement
    False
    """
    whole, share = number("total", total, "(-inf, inf)"), number("power", power, "[0, 1]")
    have = vector("fallbacks", fallbacks)
    if have.size != 2:
        raise ValueError(f"fallbacks must hold 2 numbers, got {have.size}")
    surplus = whole - float(have.sum())
    gains = np.array([share, 1 - share]) * max(surplus, 0.0)
    return Bargain(surplus >= 0, have + gains, surplus)


@dataclass(frozen=True)
class Settlement:
    """Sums that both sides of a trial would rather have than go to court.

    Parameters
    ----------
    low, high : float
        The least that the plaintiff takes and the most that the defendant gives; ``low > high`` if they do not meet.
    settles : bool
        Whether any sum suits both.
    surplus : float
        ``high - low``: what settling saves both, as they see it.
    middle : float
        The sum half-way, Nash's solution; NaN if nothing suits both.
    """

    low: float
    high: float
    settles: bool
    surplus: float
    middle: float


def settlement_range(
    p_plaintiff: float, p_defendant: float, judgment: float, cost_plaintiff: float, cost_defendant: float
) -> Settlement:
    """Sums for which a dispute is settled out of court, each side having its own opinion of its chances.

    Parameters
    ----------
    p_plaintiff, p_defendant : float
        Probability that the plaintiff wins, as the plaintiff and as the defendant see it.
    judgment : float
        What the defendant pays if the plaintiff wins, not negative.
    cost_plaintiff, cost_defendant : float
        What a trial costs each, not negative; who loses does not pay the other's.

    Returns
    -------
    Settlement

    Raises
    ------
    ValueError
        If a probability lies outside [0, 1], or another number is negative or not finite.

    Notes
    -----
    There is no settlement if and only if (p_plaintiff - p_defendant) judgment > cost_plaintiff + cost_defendant.

    References
    ----------
    Landes, W. M. (1971). An economic analysis of the courts. The Journal of Law and Economics 14(1), 61-107.
    Gould, J. P. (1973). The economics of legal conflicts. The Journal of Legal Studies 2(2), 279-300.

    Examples
    --------
    >>> settlement_range(0.5, 0.5, 100, 10, 10)
    Settlement(low=40.0, high=60.0, settles=True, surplus=20.0, middle=50.0)
    >>> settlement_range(0.75, 0.5, 100, 10, 10).settles
    False
    """
    hoped, feared = number("p_plaintiff", p_plaintiff, "[0, 1]"), number("p_defendant", p_defendant, "[0, 1]")
    stake = number("judgment", judgment, "[0, inf)")
    own, other = (
        number("cost_plaintiff", cost_plaintiff, "[0, inf)"),
        number("cost_defendant", cost_defendant, "[0, inf)"),
    )
    low, high = hoped * stake - own, feared * stake + other
    settles = (hoped - feared) * stake <= own + other
    surplus = own + other - (hoped - feared) * stake
    return Settlement(low, high, settles, surplus, (low + high) / 2 if settles else math.nan)
