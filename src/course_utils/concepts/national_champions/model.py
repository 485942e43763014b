"""A market of four firms, some of which merge into a champion; a foreign firm sells behind a tariff."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.measures import cournot

Array = NDArray[np.float64]

#: Price at which nobody buys any more, unit cost of a domestic firm, and number of domestic firms before a merger.
DEMAND, COST, FIRMS = 100.0, 20.0, 4
#: A change of money smaller than this is told as none, and a change of price smaller than that.
EVEN, EVEN_PRICE = 0.5, 0.05


@dataclass(frozen=True, eq=False)
class Market:
    """What a market comes to.

    Parameters
    ----------
    quantities, profits : ndarray, shape (n,)
        Of the domestic firms; a champion comes first. A firm that has left sells 0 and pays no fixed cost.
    imports : float
        What the foreign firm sells; its profit is no part of the nation's welfare.
    price, consumer_surplus, hhi
        As `course_utils.measures.cournot` gives them, the foreign firm included.
    revenue : float
        What the tariff brings the State.
    """

    quantities: Array
    profits: Array
    imports: float
    price: float
    consumer_surplus: float
    revenue: float
    hhi: float

    @property
    def total(self) -> float:
        """Quantity sold by all firms."""
        return float(self.quantities.sum() + self.imports)

    @property
    def c4(self) -> float:
        """Share of the four largest firms in the quantity sold."""
        sold = np.sort([*self.quantities, self.imports])
        return float(sold[-4:].sum() / self.total)

    @property
    def welfare(self) -> float:
        """Consumer surplus, profit of domestic firms and tariff revenue."""
        return float(self.consumer_surplus + self.profits.sum() + self.revenue)


def market(
    merged: int = 1,
    gain: float = 0.0,
    fixed: float = 0.0,
    tariff: float | None = None,
    foreign: float = COST,
    firms: int = FIRMS,
) -> Market:
    """Return the market after `merged` of the `firms` domestic firms have become one.

    Parameters
    ----------
    merged : int
        1 (no merger) to `firms`.
    gain : float
        Scale gain: what the champion saves on each unit, at most `COST`; negative if the merger makes it dearer.
    fixed : float
        Fixed cost of each domestic firm, whatever its size.
    tariff : float, optional
        Paid by the foreign firm on each unit; None closes the borders.
    foreign : float
        Unit cost of the foreign firm, before the tariff.
    firms : int
        Domestic firms before the merger.

    Raises
    ------
    ValueError
        If more firms merge than there are, or the gain is larger than the cost.

    Examples
    --------
    >>> market().price, market(merged=2, gain=3).price, market(tariff=0).imports
    (36.0, 39.25, 13.333333333333336)
    """
    if not 1 <= merged <= firms:
        raise ValueError(f"merged must be from 1 to {firms} firms, got {merged}")
    if gain > COST:
        raise ValueError(f"gain must be at most the cost, {COST:g}, got {gain}")
    costs = [COST - gain * (merged > 1)] + [COST] * (firms - merged)
    abroad = [] if tariff is None else [foreign + tariff]
    found = cournot(DEMAND, costs + abroad, [fixed] * len(costs) + [0.0] * len(abroad))
    imports = 0.0 if tariff is None else float(found.quantities[-1])
    home = slice(len(costs))
    return Market(
        found.quantities[home],
        found.profits[home],
        imports,
        found.price,
        found.consumer_surplus,
        (tariff or 0.0) * imports,
        found.hhi,
    )


@dataclass(frozen=True, eq=False)
class Merger:
    """A market before and after `merged` firms become one; each property is a change that it brings.

    Parameters
    ----------
    merged : int
        Firms that merge.
    gain : float
        What the champion saves on each unit.
    before, after : Market
    """

    merged: int
    gain: float
    before: Market
    after: Market

    @property
    def price(self) -> float:
        """Rise of the price."""
        return self.after.price - self.before.price

    @property
    def consumers(self) -> float:
        """Change of consumer surplus."""
        return self.after.consumer_surplus - self.before.consumer_surplus

    @property
    def partners(self) -> float:
        """Champion's profit less what its parts earned before."""
        return float(self.after.profits[0] - self.before.profits[: self.merged].sum())

    @property
    def rivals(self) -> float:
        """Change in profit of the domestic firms that stay outside."""
        return float(self.after.profits[1:].sum() - self.before.profits[self.merged :].sum())

    @property
    def state(self) -> float:
        """Change of tariff revenue."""
        return self.after.revenue - self.before.revenue

    @property
    def nation(self) -> float:
        """Change of welfare: consumers, partners, rivals and State together."""
        return self.after.welfare - self.before.welfare

    @property
    def margin(self) -> float:
        """Price less the champion's unit cost, 0 if it has left: its market power."""
        return max(self.after.price - (COST - self.gain), 0.0)

    @property
    def verdict(self) -> str:
        """``"scale"``, ``"paid"``, ``"orphan"``, ``"power"`` or ``"folly"``: who gains, see `sentences.verdicts`."""
        if self.price < EVEN_PRICE:
            return "scale"
        willing = self.partners >= -EVEN
        if self.nation >= -EVEN:
            return "paid" if willing else "orphan"
        return "power" if willing else "folly"


@functools.lru_cache(maxsize=65536)
def merger(
    merged: int = 2,
    gain: float = 0.0,
    fixed: float = 0.0,
    tariff: float | None = None,
    foreign: float = COST,
    firms: int = FIRMS,
) -> Merger:
    """Return what a merger changes; the arguments are those of `market`.

    Examples
    --------
    >>> found = merger(merged=2, gain=3)
    >>> round(found.nation, 1), round(found.partners, 1), found.verdict
    (9.5, -16.9, 'orphan')
    """
    before, after = (market(m, gain, fixed, tariff, foreign, firms) for m in (1, merged))
    return Merger(merged, gain, before, after)
