"""Round by round: the order, what its suppliers make, what theirs make, and how much of it in the region."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from course_utils.concepts.growth_pole.model import Array, economy, regional_coefficients
from course_utils.concepts.growth_pole.sectors import position
from course_utils.measures import leontief_inverse, rounds

#: What comes after them is less than 1 % of it all, for every motor sector.
ROUNDS = 8
ORDER = 100.0


@dataclass(frozen=True, eq=False)
class Rounds:
    """Production that an order of 100 to a motor firm sets off, round by round and by sector.

    Parameters
    ----------
    national, regional : ndarray, shape (n + 1, sectors)
        Row k is round k: A^k f in the whole country and in the region; row 0 is the order itself.
    ends : tuple of ndarray, shape (sectors,)
        What all rounds without end add up to, in the whole country and in the region: L f.
    """

    national: Array
    regional: Array
    ends: tuple[Array, Array]

    @property
    def each(self) -> tuple[Array, Array]:
        """Production of each round in the country and in the region, shape (n + 1,)."""
        return self.national.sum(axis=1), self.regional.sum(axis=1)

    @property
    def total(self) -> tuple[Array, Array]:
        """*Total* production, the order included, that rounds 0 to k add up to, shape (n + 1,)."""
        nation, region = self.each
        return nation.cumsum(), region.cumsum()

    @property
    def indirect(self) -> Array:
        """*Indirect* production of all rounds in the whole country by sector, the order left out."""
        return self.ends[0] - self.national[0]

    @property
    def leak(self) -> float:
        """Share of *indirect* production that lands outside the region in the end."""
        return float(1 - (self.ends[1] - self.regional[0]).sum() / self.indirect.sum())

    def suppliers(self, k: int) -> tuple[Array, Array]:
        """*Indirect* production of rounds 1 to `k` by sector, in the whole country and in the region."""
        return self.national[1 : k + 1].sum(axis=0), self.regional[1 : k + 1].sum(axis=0)

    def part(self, k: int) -> float:
        """Share of all *indirect* production in the country that rounds 1 to `k` make."""
        return float(self.suppliers(k)[0].sum() / self.indirect.sum())

    def leak_so_far(self, k: int) -> float:
        """Share of the *indirect* production of rounds 1 to `k` that lands elsewhere; 0 before the first."""
        nation, region = (part.sum() for part in self.suppliers(k))
        return float(1 - region / nation) if k else 0.0


@functools.lru_cache(maxsize=2048)
def spending(
    sector: str, share: float = 0.02, delta: float = 0.3, content: float = 0.0, n: int = ROUNDS, level: int = 68
) -> Rounds:
    """Follow an order of 100 to the motor firm of a sector for `n` rounds.

    Parameters
    ----------
    sector : str
        A key of `sectors.MOTORS` (or of `sectors.BROAD` with ``level=12``).
    share, delta, content, level
        The region, as for `model.regional_coefficients`.
    n : int
        Rounds after the order.

    Examples
    --------
    >>> nation, region = spending("steel").each
    >>> nation[:3].round(1).tolist(), (region / nation)[:3].round(2).tolist()
    ([100.0, 67.1, 30.6], [1.0, 0.43, 0.2])
    """
    order = np.zeros(level)
    order[position(sector, level)] = ORDER
    nation, region = economy(level).A, regional_coefficients(share, delta, content, level)
    ends = economy(level).L @ order, leontief_inverse(region) @ order
    return Rounds(rounds(nation, order, n), rounds(region, order, n), ends)
