"""What comes back of what was sold: a growing economy in which things last for some years."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.measures import circular_share, lifetime_shares, returning, stock_account, virgin_input

Array = NDArray[np.float64]

#: Years drawn before today, and after growth stops.
PAST = np.arange(-60, 1, 2)
AHEAD = np.arange(0, 81, 2)
#: Years of steady growth before anything is looked at: the longest lives have ended.
HISTORY = 600
#: Shapes of the gamma distribution of lifetimes: all alike, spread out, and as likely to die at any age.
SHAPES = {"fixed": np.inf, "spread": 4.0, "exponential": 1.0}


@dataclass(frozen=True)
class Lives:
    """A year of an economy in steady growth, in tonnes for every 100 that were sold before anything lasted longer.

    Parameters
    ----------
    sold : float
        Material put into what is sold, new and recycled.
    recycled, virgin : float
        Its two parts.
    stock : float
        Stock in use, for 100 before.
    """

    sold: float
    recycled: float
    virgin: float
    stock: float

    @property
    def share(self) -> float:
        """Circular share: the recycled part."""
        return self.recycled / self.sold


def lives(growth: float, lifetime: float, recovery: float, extension: float = 0.0, rebound: float = 0.0) -> Lives:
    """Let things last longer, and let buyers spend part of what this saves on more of them.

    Parameters
    ----------
    growth : float
        Growth a year, continuous: 0.02 for 2 %.
    lifetime : float
        Years that things last before.
    recovery : float
        Collection times yield, from 0 to 1.
    extension : float
        How much longer they last: 0.5 for half as long again.
    rebound : float
        Share of the material saved that is bought again: 0 keeps the stock in use, 1 keeps sales.

    Returns
    -------
    Lives

    Examples
    --------
    >>> now, long = lives(0.02, 30, 0.8), lives(0.02, 30, 0.8, extension=0.5)
    >>> round(now.virgin, 1), round(long.sold, 1), round(long.virgin, 1), round(long.share, 3)
    (56.1, 76.0, 51.3, 0.325)
    """
    longer = lifetime * (1 + extension)
    per_stock = [virgin_input(growth, years, 0) for years in (lifetime, longer)]
    kept = per_stock[1] / per_stock[0]
    sold = 100 * (kept + rebound * (1 - kept))
    share = circular_share(growth, longer, recovery)
    return Lives(sold, share * sold, (1 - share) * sold, sold / kept)


def harmless_rebound(growth: float, lifetime: float, recovery: float, extension: float) -> float:
    """Rebound at which longer lives no longer save any new material.

    With a small rebound they do, with a larger one they cost some. It is ``(1 - r) / (1 - r u)``, with u what returns
    of the longer lives.

    Examples
    --------
    >>> round(harmless_rebound(0.02, 30, 0.8, 0.5), 3), harmless_rebound(0.02, 30, 1, 0.5)
    (0.296, 0.0)
    """
    left = 1 - circular_share(growth, lifetime * (1 + extension), recovery)
    return (1 - recovery) / left if left else float("nan")


@dataclass(frozen=True, eq=False)
class InOut:
    """Sixty years of sales and of what comes out again, in % of today's sales.

    Parameters
    ----------
    sales, discards, recycled : ndarray, shape (31,)
        At the years `PAST`.
    """

    sales: Array
    discards: Array
    recycled: Array

    @property
    def today(self) -> tuple[float, float]:
        """What comes out this year, and what of it is recycled."""
        return float(self.discards[-1]), float(self.recycled[-1])


def in_and_out(growth: float, lifetime: float, recovery: float) -> InOut:
    """What goes in grows; what comes out went in a lifetime ago.

    Examples
    --------
    >>> [round(t, 1) for t in in_and_out(0.02, 30, 0.5).today]
    [54.9, 27.4]
    """
    sales = 100 * np.exp(growth * PAST)
    discards = float(returning(growth, lifetime)) * sales
    return InOut(sales, discards, recovery * discards)


@functools.lru_cache(maxsize=512)
def after_growth(growth: float, lifetime: float, kind: str = "fixed") -> Array:
    """What is discarded for every unit sold, from the year on in which sales stop growing.

    Parameters
    ----------
    growth, lifetime : float
        As for `lives`; today's sales are sold every year to come.
    kind : {"fixed", "spread", "exponential"}
        How lifetimes are distributed around their mean.

    Returns
    -------
    ndarray, shape (41,)
        At the years `AHEAD`; it ends at 1, when what is in use is as old as it will ever be.

    Raises
    ------
    ValueError
        If the kind is none of the three.

    Examples
    --------
    >>> after_growth(0.02, 30)[[0, 10, 15]].round(3).tolist()
    [0.549, 0.819, 1.0]
    """
    if kind not in SHAPES:
        raise ValueError(f"kind must be one of {', '.join(SHAPES)}, got {kind!r}")
    years = np.arange(-HISTORY, int(AHEAD[-1]) + 1)
    sales = np.exp(growth * np.minimum(years, 0))
    account = stock_account(sales, lifetime_shares(lifetime, HISTORY, SHAPES[kind]))
    return np.asarray((account.discards / sales)[HISTORY:][AHEAD])
