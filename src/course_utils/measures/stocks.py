"""Stocks in use and their discards, year by year: what was sold comes out again when its life is over."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammainc

from course_utils.measures import _checks

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class StockAccount:
    """Sales, discards and what is in use, year by year; each year ``stock`` grows by ``sales - discards``.

    Parameters
    ----------
    sales, discards, stock : ndarray, shape (years,)
        In the unit of sales; the stock is that at the end of the year.
    """

    sales: Array
    discards: Array
    stock: Array

    def share(self, recovery: float) -> Array:
        """Recovered material over material sold, each year; ``recovery`` is collection times yield.

        Examples
        --------
        >>> stock_account([10.0, 10.0, 10.0], [0.0, 1.0]).share(0.5).tolist()
        [0.0, 0.5, 0.5]
        """
        back = _checks.number("recovery", recovery, "[0, 1]") * self.discards
        return np.divide(back, self.sales, out=np.full(back.size, np.nan), where=self.sales > 0)


def lifetime_shares(lifetime: float, years: int, shape: float = np.inf) -> Array:
    """Share of what was sold that is discarded at each age.

    Parameters
    ----------
    lifetime : float
        Mean lifetime in years, more than 0; what lives for exactly that long is rounded to whole years.
    years : int
        Ages 0 to `years` - 1 are given; an age stands for half a year to either side.
    shape : float
        Shape of the gamma distribution of lifetimes: infinite for one fixed lifetime, 1 for exponential ones.

    Returns
    -------
    ndarray, shape (years,)
        Adds up to 1, or to less if some live longer.

    Raises
    ------
    ValueError
        If a number is out of its range.

    Examples
    --------
    >>> lifetime_shares(2, 4).tolist()
    [0.0, 0.0, 1.0, 0.0]
    """
    mean = _checks.number("lifetime", lifetime, "(0, inf)")
    if years < 1:
        raise ValueError(f"years must be at least 1, got {years}")
    ages = np.arange(years + 1) - 0.5
    if shape == np.inf:
        died = (ages > np.floor(mean + 0.5) - 0.25).astype(float)
    else:
        spread = _checks.number("shape", shape, "(0, inf)")
        died = gammainc(spread, spread * np.maximum(ages, 0) / mean)
    return np.diff(died)


def stock_account(sales: ArrayLike, ages: ArrayLike) -> StockAccount:
    """Follow what is sold until it is discarded.

    Parameters
    ----------
    sales : array_like, shape (years,)
        Material sold each year; nothing was in use before the first one.
    ages : array_like, shape (k,)
        Share discarded at ages 0 to k - 1, as `lifetime_shares` gives it.

    Returns
    -------
    StockAccount

    Raises
    ------
    ValueError
        If a number is negative or not finite, or `ages` add up to more than 1.

    Examples
    --------
    >>> stock_account([10, 20, 40], [0, 1]).discards.tolist()
    [0.0, 10.0, 20.0]
    """
    sold = _checks.vector("sales", sales, 0)
    shares = _ages(ages)
    discards = np.convolve(sold, shares)[: sold.size]
    return StockAccount(sold, discards, np.cumsum(sold - discards))


def sales_for(stock: ArrayLike, ages: ArrayLike, before: ArrayLike = ()) -> Array:
    """What must be sold each year for the stock in use to be what it should be.

    Parameters
    ----------
    stock : array_like, shape (years,)
        Wanted at the end of each year.
    ages : array_like, shape (k,)
        As for `stock_account`; not all may be discarded at age 0.
    before : array_like, shape (n,)
        What was sold in the years before; nothing was in use before them.

    Returns
    -------
    ndarray, shape (years,)
        Sales. A stock that is to shrink faster than things die makes them negative: something is taken out of use.

    Raises
    ------
    ValueError
        As `stock_account`, or if all is discarded in the year in which it is sold.

    Examples
    --------
    >>> sales_for([10, 20, 40], [0, 1]).tolist()
    [10.0, 20.0, 40.0]
    """
    wanted = _checks.vector("stock", stock, 0)
    shares = _ages(ages)
    if shares[0] >= 1:
        raise ValueError("ages discards all in the year of its sale: no stock can be kept")
    past = _checks.vector("before", before, 0) if np.size(before) else np.zeros(0)
    sold = np.concatenate([past, np.zeros(wanted.size)])
    held = float(np.sum(past - np.convolve(past, shares)[: past.size])) if past.size else 0.0
    for at, target in enumerate(wanted, start=past.size):
        reach = min(at, shares.size - 1)
        dying = float(shares[1 : reach + 1] @ sold[at - 1 :: -1][:reach]) if reach else 0.0
        sold[at] = (target - held + dying) / (1 - shares[0])
        held = float(target)
    return sold[past.size :]


def _ages(ages: ArrayLike) -> Array:
    shares = _checks.vector("ages", ages, 0)
    if shares.sum() > 1 + 1e-9:
        raise ValueError(f"ages must add up to at most 1, got {shares.sum():g}")
    return shares
