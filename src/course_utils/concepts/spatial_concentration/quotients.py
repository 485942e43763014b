"""Location quotients that chance alone makes: darts counted département by département."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from course_utils.concepts.spatial_concentration.places import Array, board
from course_utils.concepts.spatial_concentration.plants import sizes

#: A quotient from which European observatories gave a star for specialisation; throws for the odds, and their seed.
STAR, THROWS, SEED = 2.0, 4000, 2007


@dataclass(frozen=True, eq=False)
class Quotients:
    """Location quotient of each département in one throw of darts, or in many.

    Parameters
    ----------
    values : ndarray, shape (96,) or (throws, 96)
        Share of the jobs over share of the sites.
    """

    values: Array

    @property
    def stars(self) -> int:
        """Départements of a quotient of `STAR` at least."""
        return int((self.values >= STAR).sum())

    @property
    def empty(self) -> int:
        """Départements without any plant."""
        return int((self.values == 0).sum())


def chance_quotients(n: int, inequality: str = "equal", draw: int = 1) -> Quotients:
    """Quotients of one throw of `n` darts.

    Examples
    --------
    >>> found = chance_quotients(60)
    >>> found.stars > 10, found.empty > 30
    (True, True)
    """
    return Quotients(_thrown(n, inequality, 1, draw)[0])


def _thrown(n: int, inequality: str, times: int, seed: int) -> Array:
    random, shares = np.random.default_rng([SEED, seed, n]), board().shares["departement"]
    jobs, found = sizes(n, inequality), np.empty((times, len(shares)))
    for row in found:
        where = np.searchsorted(np.cumsum(shares)[:-1], random.random(n), side="right")
        row[:] = np.bincount(where, jobs, len(shares)) / shares
    return found


@cache
def odds(n: int, inequality: str, seed: int = 0) -> Array:
    """How often the quotient of each département reaches `STAR`, and how often it has no plant, in many throws.

    Returns
    -------
    ndarray, shape (2, 96)
        Shares of the throws.

    Examples
    --------
    >>> bool(odds(60, "equal")[1].max() > 0.9)  # a small département mostly gets nothing
    True
    """
    many = _thrown(n, inequality, THROWS, 10_000 + seed)
    return np.stack([(many >= STAR).mean(axis=0), (many == 0).mean(axis=0)])
