"""A market of few firms: Cournot's oligopoly with unequal costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import number, same_length, vector, within

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Oligopoly:
    """A Cournot equilibrium.

    Parameters
    ----------
    quantities : ndarray, shape (n,)
        What each firm sells, in the order in which costs were given; 0 for a firm that has left.
    price : float
        Price of one unit.
    profits : ndarray, shape (n,)
        Each firm's profit after its fixed cost; 0 for a firm that has left.
    consumer_surplus : float
        What buyers would have paid beyond the price: Q^2 / 2.
    hhi : float
        Herfindahl-Hirschman index of the quantities, 0 to 10,000 (one firm).
    """

    quantities: Array
    price: float
    profits: Array
    consumer_surplus: float
    hhi: float


def cournot(a: float, costs: ArrayLike, fixed: ArrayLike = 0.0) -> Oligopoly:
    """Equilibrium of firms that each choose how much to sell, where the price is P = a - Q.

    Parameters
    ----------
    a : float
        Price at which nobody buys any more, positive.
    costs : array_like, shape (n,)
        Marginal cost of each firm, none negative, in money a unit; a tariff is part of the cost of the firm that pays
        it. One at least is below `a`.
    fixed : array_like, shape () or (n,)
        Fixed cost of every firm, or of each, none negative.

    Returns
    -------
    Oligopoly
        ``quantities``, ``price``, ``profits``, ``consumer_surplus``, ``hhi``.

    Raises
    ------
    ValueError
        If a number is negative or NaN, lengths differ, or no firm has a cost below `a`.

    Notes
    -----
    The firms that sell are the k cheapest whose costs are all below their price (a + sum of the k costs) / (k + 1),
    for the largest such k; a firm with a higher cost would sell a negative quantity and leaves. It is the same
    set as that reached by dropping the dearest firm until nobody sells less than nothing, and firms of equal cost stay
    or leave together. Who leaves pays no fixed cost. A firm whose profit does not cover its fixed cost still sells:
    this is the short run, in which that cost is spent.

    References
    ----------
    Cournot, A. (1838). Recherches sur les principes mathématiques de la théorie des richesses. On mergers: Salant,
    S. W., Switzer, S. & Reynolds, R. J. (1983). Losses from horizontal merger: the effects of an exogenous change in
    industry structure on Cournot-Nash equilibrium. The Quarterly Journal of Economics 98(2), 185-199.

    Examples
    --------
    >>> four = cournot(100, [20, 20, 20, 20])
    >>> four.quantities.tolist(), four.price, four.consumer_surplus, four.hhi
    ([16.0, 16.0, 16.0, 16.0], 36.0, 2048.0, 2500.0)
    >>> cournot(100, [10, 60, 10], fixed=5).profits.tolist()  # the second has left
    [895.0, 0.0, 895.0]
    """
    top, cost = number("a", a, "(0, inf)"), vector("costs", costs, minimum=0)
    spent = within("fixed", fixed, "[0, inf)")
    if spent.ndim:
        same_length("fixed", vector("fixed", fixed), cost.size, "costs")
    dearer = np.sort(cost)
    if dearer[0] >= top:
        raise ValueError(f"costs must be below a = {top:g} for one firm at least, got {dearer[0]:g}")
    prices = (top + dearer.cumsum()) / np.arange(2, cost.size + 2)
    price = prices[np.flatnonzero(dearer < prices)[-1]]
    quantities = np.maximum(price - cost, 0.0)
    profits = np.where(quantities > 0, quantities**2 - spent, 0.0)
    total = quantities.sum()
    hhi = 10_000 * float(((quantities / total) ** 2).sum())
    return Oligopoly(quantities, float(price), profits, float(total**2 / 2), hhi)
