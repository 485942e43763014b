"""Allowances: a budget shared out by rules, who envies whom, and what trading the shares afterwards changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures import _checks

Array = NDArray[np.float64]

HALVINGS = 55  # of the bracket of the price: enough for the last digit of a double


def allocate(budget: float, claims: ArrayLike, weights: ArrayLike | None = None) -> Array:
    """Share a budget out in proportion to claims, or to a mix of several kinds of claims.

    Parameters
    ----------
    budget : float
        What there is to share, at least 0.
    claims : array_like, shape (n,) or (rules, n)
        What each place can point to (past use, inhabitants ...), at least 0; one row a rule.
    weights : array_like, shape (rules,), optional
        Weight of each rule, at least 0; they are divided by their sum. Equal if left out.

    Returns
    -------
    ndarray, shape (n,)
        Allowances, which sum to the budget.

    Raises
    ------
    ValueError
        If a number is negative or not finite, shapes do not fit, weights are all 0, or the claims under a rule are.

    Examples
    --------
    >>> allocate(50, [3, 1, 1]).tolist()
    [30.0, 10.0, 10.0]
    >>> allocate(50, [[3, 1, 1], [0, 1, 4]], [1, 1]).tolist()
    [15.0, 10.0, 25.0]
    """
    total = _checks.number("budget", budget, "[0, inf)")
    rules = _checks.matrix("claims", np.atleast_2d(claims), 0)
    mix = np.ones(len(rules)) if weights is None else _checks.vector("weights", weights, 0)
    _checks.same_length("weights", mix, len(rules), "claims")
    _checks.not_all_zero("weights", mix)
    for row in rules:
        _checks.not_all_zero("claims", row)
    shares = rules / rules.sum(axis=1, keepdims=True)
    return np.asarray(total * (mix / mix.sum()) @ shares)


def envy(allowances: ArrayLike, people: ArrayLike) -> Array:
    """How much more a head all others have, on average, as each place sees it.

    Parameters
    ----------
    allowances : array_like, shape (n,)
        What each place was given, at least 0.
    people : array_like, shape (n,)
        Inhabitants, more than 0.

    Returns
    -------
    ndarray, shape (n,)
        Mean over all inhabitants j of max(0, theirs a head - ours a head). Its mean over inhabitants is the Gini index
        of allowances a head times their mean.

    Raises
    ------
    ValueError
        If a number is out of its range, or the lengths differ.

    References
    ----------
    Yitzhaki, S. (1979). Relative deprivation and the Gini coefficient. Quarterly Journal of Economics 93(2), 321-324.

    Examples
    --------
    >>> envy([30, 10], [10, 10]).tolist()
    [0.0, 1.0]
    """
    given = _checks.vector("allowances", allowances, 0)
    heads = _checks.within("people", _checks.vector("people", people), "(0, inf)")
    _checks.same_length("people", heads, len(given), "allowances")
    each = given / heads
    return np.asarray(np.maximum(each[None, :] - each[:, None], 0) @ (heads / heads.sum()))


@dataclass(frozen=True, eq=False)
class Market:
    """Where trading ends.

    Parameters
    ----------
    price : float
        Price of an allowance, as sellers get it; 0 if there are more allowances than anybody wants.
    used, bought : ndarray, shape (n,)
        What each place uses, and buys: negative where it sells (what nobody wants is not sold).
    cost, paid : ndarray, shape (n,)
        What doing without costs each, and what it pays, fee included: negative where money comes in.
    """

    price: float
    used: Array
    bought: Array
    cost: Array
    paid: Array


def going_without(baseline: ArrayLike, slopes: ArrayLike, used: ArrayLike) -> Array:
    """Cost of using less than one would: a gap that widens costs ever more.

    Parameters
    ----------
    baseline : array_like, shape (n,)
        What each place would use without any limit.
    slopes : array_like, shape (n,)
        What the marginal cost rises by with each unit done without, more than 0.
    used : array_like, shape (n,)
        What it uses; more than the baseline costs nothing.

    Returns
    -------
    ndarray, shape (n,)
        Slope / 2 times the square of the gap, of each.

    Raises
    ------
    ValueError
        If a number is out of its range, or the lengths differ.

    Examples
    --------
    >>> going_without([10, 10], [1, 2], [6, 6]).tolist()
    [8.0, 16.0]
    """
    free, steep, taken = _places(baseline, slopes, "used", used)
    return np.asarray(steep / 2 * np.maximum(free - taken, 0) ** 2)


def trade(baseline: ArrayLike, slopes: ArrayLike, allowances: ArrayLike, fee: float = 0.0) -> Market:
    """Let places trade allowances until nobody gains from one more trade.

    Parameters
    ----------
    baseline, slopes : array_like, shape (n,)
        As for `going_without`.
    allowances : array_like, shape (n,)
        What each has at first, at least 0.
    fee : float
        What a buyer pays for each allowance on top of the price (brokers, lawyers, votes); lost to all places.

    Returns
    -------
    Market
        Without a fee all places that use anything end at one marginal cost, the price, and their costs sum to the least
        that the budget allows, whoever had the allowances at first.

    Raises
    ------
    ValueError
        If a number is out of its range, or the lengths differ.

    References
    ----------
    Montgomery, W. D. (1972). Markets in licenses and efficient pollution control programs. Journal of Economic Theory
    5(3), 395-418. With a fee: Stavins, R. N. (1995). Transaction costs and tradeable permits. Journal of Environmental
    Economics and Management 29(2), 133-148.

    Examples
    --------
    Two alike places but for the slopes; whoever has the ten allowances, the steep one uses more:

    >>> rich, poor = trade([10, 10], [1, 3], [10, 0]), trade([10, 10], [1, 3], [0, 10])
    >>> rich.used.round(6).tolist(), poor.used.round(6).tolist(), round(rich.price, 6)
    ([2.5, 7.5], [2.5, 7.5], 7.5)
    >>> rich.paid.round(6).tolist(), poor.paid.round(6).tolist()
    ([-56.25, 56.25], [18.75, -18.75])
    """
    free, steep, given = _places(baseline, slopes, "allowances", allowances)
    toll = _checks.number("fee", fee, "[0, inf)")
    budget = given.sum()

    def used_at(price: float) -> Array:
        """Buyers stop where the price and the fee meet what a unit is worth, sellers where the price does."""
        buys_to, sells_to = (np.maximum(free - p / steep, 0) for p in (price + toll, price))
        return np.asarray(np.minimum(np.maximum(given, buys_to), sells_to))

    price = _price(used_at, budget, float((steep * free).max(initial=0.0)))
    used = used_at(price)
    bought = used - np.minimum(given, used) if price == 0 else used - given
    cost = going_without(free, steep, used)
    return Market(price, used, bought, cost, price * bought + toll * np.maximum(bought, 0))


def _price(used_at: Callable[[float], Array], budget: float, high: float) -> float:
    """Find the price at which as much is used as there is: use only falls as the price rises."""
    low = 0.0
    if used_at(low).sum() <= budget:
        return low
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if used_at(middle).sum() > budget else (low, middle)
    return (low + high) / 2


def _places(baseline: ArrayLike, slopes: ArrayLike, name: str, held: ArrayLike) -> tuple[Array, Array, Array]:
    free = _checks.vector("baseline", baseline, 0)
    steep = _checks.within("slopes", _checks.vector("slopes", slopes), "(0, inf)")
    own = _checks.vector(name, held, 0)
    _checks.same_length("slopes", steep, len(free), "baseline")
    _checks.same_length(name, own, len(free), "baseline")
    return free, steep, own
