"""Own research as the means to use that of others: absorptive capacity, and the research of two rivals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import brentq

from course_utils.measures._checks import number, within

Array = NDArray[np.float64]

#: Deviations that are tried, as shares of four times the equilibrium, and what one may gain by rounding alone.
DEVIATIONS = np.linspace(0.0, 1.0, 401)
SLACK = 1e-9


@dataclass(frozen=True)
class ResearchGame:
    """What two equal rivals do in equilibrium.

    Parameters
    ----------
    research : float
        Own research M of each.
    absorbed : float
        Absorptive capacity: share of outside knowledge that each can use, 0 to 1.
    from_rival, from_outside : float
        Knowledge drawn from the rival's research, and from knowledge outside both.
    knowledge : float
        What each has in the end: z, by which its unit cost falls.
    quantity, profit : float
        What each sells, and its profit after paying for its research.
    """

    research: float
    absorbed: float
    from_rival: float
    from_outside: float
    knowledge: float
    quantity: float
    profit: float


def absorptive_capacity(research: ArrayLike, difficulty: ArrayLike) -> Array:
    """Share of outside knowledge that a firm can use: gamma = M / (M + beta).

    Parameters
    ----------
    research : array_like
        Own research M, none negative.
    difficulty : array_like
        Difficulty of learning beta, none negative, in units of research: a firm with M = beta can use half.

    Returns
    -------
    ndarray
        From 0 to 1. Where learning is free (beta = 0) it is 1, without own research too.

    Raises
    ------
    ValueError
        If a number is negative or not finite.

    References
    ----------
    Cohen, W. M. & Levinthal, D. A. (1990). Absorptive capacity: a new perspective on learning and innovation.
    Administrative Science Quarterly 35(1), 128-152. The form of gamma is ours: theirs is general.

    Examples
    --------
    >>> absorptive_capacity([0, 0.1, 0.2, 0.4], 0.2).round(3).tolist()
    [0.0, 0.333, 0.5, 0.667]
    >>> float(absorptive_capacity(0, 0))
    1.0
    """
    own, beta = within("research", research, "[0, inf)"), within("difficulty", difficulty, "[0, inf)")
    return _gamma(own, beta)


def _gamma(own: Array, beta: Array | float) -> Array:
    free = np.broadcast_to(np.asarray(beta) == 0, np.broadcast_shapes(own.shape, np.shape(beta)))
    return np.where(free, 1.0, own / np.where(own + beta > 0, own + beta, 1.0))


def research_profit(
    own: ArrayLike,
    rival: ArrayLike,
    spillover: float,
    difficulty: float,
    outside: float = 0.0,
    *,
    market: float = 1.0,
    cost: float = 3.0,
) -> Array:
    """Profit of a firm that does `own` research against a rival that does `rival`.

    Parameters
    ----------
    own, rival : array_like
        Research of the firm and of its rival, none negative.
    spillover, difficulty, outside, market, cost : float
        As in `research_equilibrium`.

    Returns
    -------
    ndarray
        Gross profit of the Cournot market less ``cost * own**2 / 2``; a firm that could sell only a negative quantity
        sells nothing, and the other is alone.

    Raises
    ------
    ValueError
        If a number is out of its range.

    Examples
    --------
    >>> research_profit([0, 4 / 23, 0.3], 4 / 23, 0, 0).round(4).tolist()  # the one in the middle is the best reply
    [0.0758, 0.1078, 0.091]
    """
    mine, theirs = within("own", own, "[0, inf)"), within("rival", rival, "[0, inf)")
    theta, beta, known, size, price = _terms(spillover, difficulty, outside, market, cost)
    z = mine + _gamma(mine, beta) * (theta * theirs + known)
    other = theirs + _gamma(theirs, beta) * (theta * mine + known)
    q, q_other = (size + 2 * z - other) / 3, (size + 2 * other - z) / 3
    sold = np.where(q_other < 0, (size + z) / 2, np.maximum(q, 0.0))
    return np.asarray(sold**2 - price * mine**2 / 2)


def _terms(*values: float) -> tuple[float, ...]:
    names = ("spillover", "difficulty", "outside", "market", "cost")
    spans = ("[0, 1]", "[0, inf)", "[0, inf)", "(0, inf)", "(1, inf)")
    return tuple(number(name, value, span) for name, value, span in zip(names, values, spans, strict=True))


def research_equilibrium(
    spillover: float, difficulty: float, outside: float = 0.0, *, market: float = 1.0, cost: float = 3.0
) -> ResearchGame:
    """Research of two equal rivals who each use part of what the other finds, if they are able to.

    Parameters
    ----------
    spillover : float
        Share theta of a firm's research that its rival may see, 0 to 1.
    difficulty : float
        Difficulty of learning beta, not negative (see `absorptive_capacity`).
    outside : float
        Knowledge T outside both firms, not negative.
    market : float
        Size of the market a - c before any research, positive.
    cost : float
        Research M costs ``cost * M**2 / 2``; above 1, else nothing stops a firm from doing more.

    Returns
    -------
    ResearchGame
        ``research``, ``absorbed``, ``from_rival``, ``from_outside``, ``knowledge``, ``quantity``, ``profit``.

    Raises
    ------
    ValueError
        If a number is out of its range, or what solves the first-order condition is no equilibrium: some other amount
        of research would pay one firm better.

    Notes
    -----
    Each firm has z_i = M_i + gamma(M_i) (theta M_j + T), and unit cost c - z_i. Both choose research at once, then sell
    at the price a - q_1 - q_2. So q_i = (a - c + 2 z_i - z_j) / 3, the profit is q_i^2 - cost M_i^2 / 2, and between
    equals

        (2/3) q [2 (1 + gamma'(M) (theta M + T)) - gamma(M) theta] = cost M .

    The first part in the bracket is what own research brings, by what it finds and by what it makes one understand;
    the second what the rival gains by it. Without spillover, and T = 0, this is the plain research game of a Cournot
    duopoly: M = 4 (a - c) / (9 cost - 4). With beta = 0 it is that of d'Aspremont & Jacquemin (1988).

    References
    ----------
    Cohen, W. M. & Levinthal, D. A. (1989). Innovation and learning: the two faces of R&D. The Economic Journal 99(397),
    569-596; (1990). Absorptive capacity. Administrative Science Quarterly 35(1), 128-152. d'Aspremont, C. & Jacquemin,
    A. (1988). Cooperative and noncooperative R&D in duopoly with spillovers. American Economic Review 78(5), 1133-1137.

    Examples
    --------
    >>> [round(research_equilibrium(1, beta).research, 3) for beta in (0, 0.05, 0.2)]
    [0.087, 0.152, 0.191]
    >>> round(research_equilibrium(0, 0.2).research, 3)
    0.174
    """
    theta, beta, known, size, price = _terms(spillover, difficulty, outside, market, cost)

    def pull(own: float) -> float:
        gamma = float(_gamma(np.asarray(own), beta))
        learnt = beta / (own + beta) * ((theta * own + known) / (own + beta))
        gain = 2 * (1 + learnt) - gamma * theta
        z = own + gamma * (theta * own + known)
        return 2 * (size + z) * gain / 9 - price * own

    low = top = size / (9 * price)  # at which the pull is upward, whatever the rest
    while pull(top) > 0:
        top *= 2
    own = float(brentq(pull, low, top, xtol=1e-14, rtol=1e-13))
    setting = (own, theta, beta, known)
    paid = float(research_profit(own, *setting, market=size, cost=price))
    best = research_profit(4 * own * DEVIATIONS, *setting, market=size, cost=price)
    if best.max() > paid + SLACK * size**2:
        raise ValueError(f"no equilibrium between equals at spillover {theta:g}, difficulty {beta:g}, cost {price:g}")
    gamma = float(_gamma(np.asarray(own), beta))
    z = own + gamma * (theta * own + known)
    return ResearchGame(own, gamma, gamma * theta * own, gamma * known, z, (size + z) / 3, paid)
