"""The cheapest plan: who takes whose waste, what is landfilled, what is bought new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.industrial_symbiosis.firms import (
    CARRY,
    CONTRACT,
    GATE,
    LOSS,
    MATCHES,
    NEEDS,
    PIPE,
    WASTES,
    Match,
)
from course_utils.concepts.industrial_symbiosis.places import Sites, coast
from course_utils.measures import cheapest_exchanges

Array = NDArray[np.float64]

WASTE_KEYS, NEED_KEYS = tuple(WASTES), tuple(NEEDS)
#: Taxes that are offered, in euros a tonne of landfilled waste.
TAXES = tuple(float(tax) for tax in range(0, 105, 5))
#: No limit of distance, km. Two tonnages closer than this, in thousand tonnes, are the same.
ENDLESS, SAME = 1e6, 1e-6


@dataclass(frozen=True, eq=False)
class Plan:
    """What costs least, all firms together.

    Parameters
    ----------
    flows : ndarray, shape (14,)
        Waste along each of `firms.MATCHES`: thousand tonnes, or GWh for heat, as they leave.
    useful : ndarray, shape (14,)
        Units of the need that a unit of it meets, losses included.
    dumped : ndarray, shape (7,)
        Landfilled of each of `firms.WASTES`, or heat that is let out.
    bought : ndarray, shape (7,)
        Bought new for each of `firms.NEEDS`.
    supply, demand : ndarray, shape (7,)
        What there is; 0 for what a lost firm gave and needed.
    cost : float
        Million euros a year, the tax included.
    """

    flows: Array
    useful: Array
    dumped: Array
    bought: Array
    supply: Array
    demand: Array
    cost: float

    @property
    def landfilled(self) -> float:
        """Thousand tonnes in the landfill."""
        return float(self.dumped[~heat_wastes()].sum())

    @property
    def heat_used(self) -> float:
        """GWh of heat that somebody takes."""
        return float(self.flows[heat_matches()].sum())

    @property
    def running(self) -> tuple[str, ...]:
        """Keys of the exchanges that are worth it."""
        return tuple(match.key for match, flow in zip(MATCHES, self.flows, strict=True) if flow > 0)


@cache
def heat_wastes() -> NDArray[np.bool_]:
    """Which wastes are heat."""
    return np.array([stream.heat for stream in WASTES.values()])


@cache
def heat_matches() -> NDArray[np.bool_]:
    """Which exchanges are pipes."""
    return np.array([match.heat for match in MATCHES])


@cache
def distances(sites: Sites) -> Array:
    """Kilometres of each possible exchange."""
    return np.array([sites.apart(WASTES[m.waste].firm, NEEDS[m.need].firm) for m in MATCHES])


@cache
def plan(tax: float, price: float = 1.0, limit: float = ENDLESS, lost: str = "", sites: Sites | None = None) -> Plan:
    """Find the cheapest plan of the invented firms.

    Parameters
    ----------
    tax : float
        Euros a tonne of landfilled waste.
    price : float
        Prices of what is bought new, in times those of `firms.NEEDS`.
    limit : float
        No exchange is allowed over more kilometres.
    lost : str
        A firm that has closed, of `firms.FIRMS`; none if empty.
    sites : Sites, optional
        Where the firms stand; around Dunkirk by default.

    Examples
    --------
    >>> round(plan(0.0).landfilled), round(plan(65.0).landfilled)
    (380, 127)
    """
    own = sites or coast()
    parts = [_part(heat, 0.0 if heat else tax, price, limit, lost, own) for heat in (False, True)]
    useful = np.where(heat_matches(), 1 - LOSS * distances(own), [m.useful for m in MATCHES])
    arrays = [np.asarray(parts[0][i]) + np.asarray(parts[1][i]) for i in range(3)]
    return Plan(arrays[0], useful, arrays[1], arrays[2], *amounts(lost), sum(part[3] for part in parts) / 1000)


@cache
def ladder(
    price: float = 1.0,
    limit: float = ENDLESS,
    lost: str = "",
    sites: Sites | None = None,
    taxes: tuple[float, ...] = TAXES,
) -> tuple[Plan, ...]:
    """Cheapest plan at each tax, from the lowest to the highest.

    Between two taxes at which as much is landfilled one plan stays the cheapest, so it is not looked for again: what a
    plan costs is a straight line in the tax, and the lowest of them bends down only.

    Examples
    --------
    >>> [round(found.landfilled) for found in ladder(taxes=(0.0, 50.0, 100.0))]
    [380, 127, 117]
    """
    found = {tax: plan(tax, price, limit, lost, sites) for tax in (taxes[0], taxes[-1])}
    _between(found, taxes, lambda tax: plan(tax, price, limit, lost, sites))
    return tuple(found[tax] for tax in taxes)


def _between(found: dict[float, Plan], taxes: tuple[float, ...], solve: Callable[[float], Plan]) -> None:
    if len(taxes) < 3:
        return
    low, high = found[taxes[0]], found[taxes[-1]]
    if abs(low.landfilled - high.landfilled) < SAME:
        for tax in taxes[1:-1]:
            found[tax] = replace(low, cost=low.cost + (tax - taxes[0]) * low.landfilled / 1000)
        return
    middle = len(taxes) // 2
    found[taxes[middle]] = solve(taxes[middle])
    _between(found, taxes[: middle + 1], solve)
    _between(found, taxes[middle:], solve)


def reach(tax: float, price: float = 1.0) -> Array:
    """Kilometres at which each possible exchange, taken alone, stops to pay; 0 if it never does, infinite for none.

    Examples
    --------
    >>> far = dict(zip([match.key for match in MATCHES], reach(0.0).round().tolist(), strict=True))
    >>> far["ash_cement"], far["steel_heat_town"]
    (433.0, 9.0)
    """
    return np.maximum([_pipe(m, price) if m.heat else _lorry(m, tax, price) for m in MATCHES], 0.0)


def _lorry(match: Match, tax: float, price: float) -> float:
    waste, need = WASTES[match.waste], NEEDS[match.need]
    most = min(waste.amount, need.amount / match.useful)
    return (GATE + tax + match.useful * price * need.price - match.treatment - CONTRACT / most) / CARRY


def _pipe(match: Match, price: float) -> float:
    waste, need = WASTES[match.waste], NEEDS[match.need]
    far = (price * need.price * need.amount - CONTRACT) / PIPE
    if waste.amount * (1 - LOSS * far) >= need.amount:  # enough heat arrives
        return far
    return (price * need.price * waste.amount - CONTRACT) / (PIPE + price * need.price * waste.amount * LOSS)


def amounts(lost: str = "") -> tuple[Array, Array]:
    """What is thrown away and what is needed when a firm has closed."""
    return tuple(  # type: ignore[return-value]
        np.array([0.0 if own.firm == lost else own.amount for own in table.values()]) for table in (WASTES, NEEDS)
    )


@cache
def _part(
    heat: bool, tax: float, price: float, limit: float, lost: str, sites: Sites
) -> tuple[Array, Array, Array, float]:
    """Solve heat and materials apart: no exchange joins them."""
    far = distances(sites)
    kept = np.flatnonzero((heat_matches() == heat) & (far <= limit) & (np.logical_not(heat) | (LOSS * far < 1)))
    supply, demand = amounts(lost)
    own = [MATCHES[i] for i in kept]
    pairs = [(WASTE_KEYS.index(m.waste), NEED_KEYS.index(m.need)) for m in own]
    supply = np.where(heat_wastes() == heat, supply, 0.0)
    demand = np.where([stream.heat == heat for stream in NEEDS.values()], demand, 0.0)
    found = cheapest_exchanges(
        supply,
        demand,
        pairs,
        0.0 if heat else [m.treatment + CARRY * d for m, d in zip(own, far[kept], strict=True)],
        0.0 if heat else GATE + tax,
        [price * stream.price for stream in NEEDS.values()],
        useful=1 - LOSS * far[kept] if heat else [m.useful for m in own],
        fixed=CONTRACT + (PIPE * far[kept] if heat else 0.0 * far[kept]),
    )
    flows = np.zeros(len(MATCHES))
    flows[kept] = found.flows
    return flows, found.dumped, found.bought, found.cost
