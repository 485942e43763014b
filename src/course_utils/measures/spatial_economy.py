"""Krugman's core-periphery model in the short run: wages and prices where the workers of two regions are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import together, within
from course_utils.measures._roots import bracketed

Array = NDArray[np.float64]
Number = float | Array

LEAST_TRADE = 1e-100


@dataclass(frozen=True, eq=False)
class ShortRun:
    """Where both labour markets clear, for a given share of the workers in region 1.

    Every field is a float, or an array of the shape to which the arguments broadcast. The population is 1, of which mu
    are mobile workers and 1 - mu farmers, half in each region; a farmer earns 1, and so does a worker on average.

    Parameters
    ----------
    w1, w2 : float or ndarray
        Wage that firms pay in each region; where a region has no worker, what a first one would be paid.
    price1, price2 : float or ndarray
        Price index of manufactures.
    income1, income2 : float or ndarray
        What each region has to spend, after tax and subsidy; they sum to 1.
    omega1, omega2 : float or ndarray
        Real wage of a worker, after tax and subsidy.
    tax : float or ndarray
        What everyone pays, the same for all; as income is 1, also what the subsidy costs as a share of it.
    """

    w1: Number
    w2: Number
    price1: Number
    price2: Number
    income1: Number
    income2: Number
    omega1: Number
    omega2: Number
    tax: Number

    @property
    def gap(self) -> Number:
        """Real wage of region 1 less that of region 2: workers move to region 1 where it is positive."""
        return self.omega1 - self.omega2


@dataclass(frozen=True, eq=False)
class _Economy:
    """Parameters of one shape, and what follows from the ratio of wages."""

    T: Array
    sigma: Array
    mu: Array
    share: Array
    subsidy: Array

    def at(self, log_ratio: Array) -> tuple[Array, Array, Array, Array, Array]:
        """Wages, incomes and tax when log(w1 / w2) is `log_ratio` and workers earn 1 on average."""
        w2 = 1 / (self.share * np.exp(log_ratio) + 1 - self.share)
        w1 = w2 * np.exp(log_ratio)
        tax = self.subsidy * self.mu * (1 - self.share) * w2
        farmers = (1 - self.mu) / 2 * (1 - tax)
        income1 = self.mu * self.share * (w1 - tax) + farmers
        income2 = self.mu * (1 - self.share) * ((1 + self.subsidy) * w2 - tax) + farmers
        return w1, w2, income1, income2, tax

    def supply(self, w1: Array, w2: Array) -> tuple[Array, Array]:
        """Price index of each region to the power 1 - sigma."""
        here, there = self.share * w1 ** (1 - self.sigma), (1 - self.share) * w2 ** (1 - self.sigma)
        freeness = self.T ** (1 - self.sigma)
        return here + freeness * there, freeness * here + there

    def excess(self, log_ratio: Array) -> Array:
        """How far the ratio of wages is above what firms in the two regions can pay, in logarithms."""
        w1, w2, income1, income2, _tax = self.at(log_ratio)
        supply1, supply2 = self.supply(w1, w2)
        # A large subsidy may leave a region nothing to spend at wages that are only tried.
        demand1, demand2 = np.maximum(income1, 0) / supply1, np.maximum(income2, 0) / supply2
        freeness = self.T ** (1 - self.sigma)
        offered = np.log((demand1 + freeness * demand2) / (freeness * demand1 + demand2))
        return np.asarray(self.sigma * log_ratio - offered)


def core_periphery(
    T: ArrayLike, sigma: ArrayLike, mu: ArrayLike, share: ArrayLike, subsidy: ArrayLike = 0.0
) -> ShortRun:
    """Wages, prices and real wages of two regions, for a given share of the mobile workers in region 1.

    Parameters
    ----------
    T : array_like
        Iceberg transport cost, 1 or more: what must be sent for one unit to arrive.
    sigma : array_like
        Elasticity of substitution between varieties, above 1.
    mu : array_like
        Share of manufactures in spending, and of mobile workers in the population, between 0 and 1.
    share : array_like
        Share of the mobile workers in region 1, 0 to 1.
    subsidy : array_like, optional
        What is added to each wage in region 2, as a share of the wage that the firm pays, 0 or more; everyone, farmer
        or worker, in either region, pays the same tax for it.

    Returns
    -------
    ShortRun
        ``w1 w2 price1 price2 income1 income2 omega1 omega2 tax gap``. Arguments broadcast together.

    Raises
    ------
    ValueError
        If an argument is out of its range or not a number, shapes do not fit, trade is lost in rounding
        (``T ** (1 - sigma)`` below 1e-100), or the tax takes all that somebody earns.

    Notes
    -----
    The equations are those of Fujita, Krugman & Venables, chapter 5. Farm goods travel free, so the wage bill of
    manufacturing is mu and the four equations are one, in the ratio of wages; its root lies between
    ``freeness ** (1 / sigma)`` and its inverse, whatever the incomes, so the search cannot fail to bracket it.
    Subsidising the firm by as much is the same thing: only what the firm pays enters prices.

    References
    ----------
    Krugman, P. (1991). Increasing returns and economic geography. Journal of Political Economy 99(3), 483-499.
    https://doi.org/10.1086/261763
    Fujita, M., Krugman, P. & Venables, A. J. (1999). The Spatial Economy. MIT Press, chapters 4 and 5.

    Examples
    --------
    >>> core_periphery(1.7, 5, 0.4, [0.5, 0.7, 1.0]).gap.round(4).tolist()
    [0.0, -0.0065, 0.0217]
    >>> empty = core_periphery(1.7, 5, 0.4, 1.0)
    >>> round(float(empty.w2), 4), round(float(empty.omega2), 4), float(empty.tax)
    (1.2096, 0.9783, 0.0)
    >>> round(float(core_periphery(1.7, 5, 0.4, 1.0, subsidy=0.03).gap), 4)  # enough to empty the core
    -0.0076
    """
    economy = _Economy(
        *together(
            T=within("T", T, "[1, inf)"),
            sigma=within("sigma", sigma, "(1, inf)"),
            mu=within("mu", mu, "(0, 1)"),
            share=within("share", share, "[0, 1]"),
            subsidy=within("subsidy", subsidy, "[0, inf)"),
        )
    )
    return _clear(economy)


def _clear(economy: _Economy) -> ShortRun:
    distance = (economy.sigma - 1) * np.log(economy.T)
    if (lost := distance > -np.log(LEAST_TRADE)).any():
        raise ValueError(f"T ** (1 - sigma) must be at least {LEAST_TRADE:g}, got e^-{distance[lost][0]:.0f}")
    farthest = distance / economy.sigma
    w1, w2, income1, income2, tax = economy.at(bracketed(economy.excess, -farthest, farthest))
    earned1, earned2 = w1 - tax, (1 + economy.subsidy) * w2 - tax
    if (ruined := np.minimum(np.minimum(earned1, earned2), 1 - tax) <= 0).any():
        raise ValueError(f"subsidy must cost less than what anybody earns, got {economy.subsidy[ruined][0]:g}")
    price1, price2 = (supply ** (1 / (1 - economy.sigma)) for supply in economy.supply(w1, w2))
    omega1, omega2 = earned1 * price1**-economy.mu, earned2 * price2**-economy.mu
    fields = (w1, w2, price1, price2, income1, income2, omega1, omega2, tax)
    return ShortRun(*(field[()] for field in fields))
