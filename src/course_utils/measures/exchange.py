"""Who takes whose waste: the cheapest set of exchanges, as a linear or a mixed-integer programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import matrix, same_length, vector, within

Array = NDArray[np.float64]

#: A flow below this share of its largest possible value is solver's dust.
DUST = 1e-9


@dataclass(frozen=True, eq=False)
class Exchanges:
    """The cheapest plan.

    Parameters
    ----------
    flows : ndarray, shape (m,)
        Waste that goes along each possible exchange.
    dumped : ndarray, shape (n,)
        What is left of each waste and disposed of.
    bought : ndarray, shape (k,)
        What is missing to each need and bought new.
    cost : float
        All that is paid in a year.
    """

    flows: Array
    dumped: Array
    bought: Array
    cost: float


def cheapest_exchanges(
    supply: ArrayLike,
    demand: ArrayLike,
    pairs: ArrayLike,
    cost: ArrayLike,
    disposal: ArrayLike,
    price: ArrayLike,
    *,
    useful: ArrayLike = 1.0,
    fixed: ArrayLike = 0.0,
) -> Exchanges:
    """Choose among possible exchanges of waste those that cost least, all firms taken together.

    Minimise ``cost @ flows + fixed @ (flows > 0) + disposal @ dumped + price @ bought`` so that each waste is either
    exchanged or dumped and each need is met by waste or bought: solved exactly by HiGHS, as a linear programme if no
    exchange has a fixed cost.

    Parameters
    ----------
    supply : array_like, shape (n,)
        Waste of each stream, in tonnes a year (or any unit of its own).
    demand : array_like, shape (k,)
        Needs, in units of the good that waste can replace.
    pairs : array_like of int, shape (m, 2)
        Possible exchanges: number of a waste, number of a need. None at all is allowed.
    cost : array_like, shape (m,) or one number
        Carrying and treating a unit of waste; may be negative.
    disposal : array_like, shape (n,) or one number
        Dumping a unit of waste, the landfill tax included.
    price : array_like, shape (k,) or one number
        Buying a unit of what is needed.
    useful : array_like, shape (m,) or one number
        Units of the need that a unit of waste meets: its quality, or what a pipe does not lose.
    fixed : array_like, shape (m,) or one number
        Paid once a year if the exchange is used at all: the contract, the pipe.

    Returns
    -------
    Exchanges
        Mass is conserved: ``flows`` of a waste and what is ``dumped`` add up to its supply, useful flows into a need
        and what is ``bought`` to its demand.

    Raises
    ------
    ValueError
        If an amount, a price of disposal or of a need, or a fixed cost is negative, a quality not positive, shapes do
        not fit, or a pair names a waste or a need that is not there.

    References
    ----------
    A fixed-charge transportation problem: Hirsch, W. M. and Dantzig, G. B. (1968). The fixed charge problem. Naval
    Research Logistics Quarterly 15, 413-424.

    Examples
    --------
    Ten tonnes of ash could replace ten tonnes of clinker (45 a tonne) and need 12 of treatment; dumping costs 20.

    >>> found = cheapest_exchanges([10], [8], [[0, 0]], 12, 20, 45)
    >>> found.flows.tolist(), found.dumped.tolist(), found.bought.tolist(), found.cost
    ([8.0], [2.0], [0.0], 136.0)
    """
    stock, needs = vector("supply", supply, minimum=0), vector("demand", demand, minimum=0)
    ends = _pairs(pairs, stock.size, needs.size)
    m = len(ends)
    paid = _spread("cost", cost, m, "(-inf, inf)")
    quality = _spread("useful", useful, m, "(0, inf)")
    once = _spread("fixed", fixed, m, "[0, inf)")
    dump = _spread("disposal", disposal, stock.size, "[0, inf)")
    new = _spread("price", price, needs.size, "[0, inf)")
    flows = _solve(stock, needs, ends, paid - dump[ends[:, 0]] - quality * new[ends[:, 1]], quality, once)
    dumped = _rest(stock, np.bincount(ends[:, 0], flows, stock.size))
    bought = _rest(needs, np.bincount(ends[:, 1], quality * flows, needs.size))
    total = paid @ flows + once @ (flows > 0) + dump @ dumped + new @ bought
    return Exchanges(flows, dumped, bought, float(total))


def _solve(stock: Array, needs: Array, ends: NDArray[np.int64], gain: Array, quality: Array, once: Array) -> Array:
    """Flows that cost least when dumping and buying are what happens otherwise: `gain` is negative where it pays."""
    flows = np.zeros(len(ends))
    most = np.minimum(stock[ends[:, 0]], needs[ends[:, 1]] / quality)
    worth = np.flatnonzero((most > 0) & (gain * most + once < 0))  # no exchange helps another: the rest stay shut
    if worth.size:
        rows = np.zeros((stock.size + needs.size, worth.size))
        rows[ends[worth, 0], np.arange(worth.size)] = most[worth]
        rows[stock.size + ends[worth, 1], np.arange(worth.size)] = (quality * most)[worth]
        shares = _shares(rows, np.concatenate([stock, needs]), (gain * most)[worth], once[worth])
        flows[worth] = shares * most[worth]
    return flows


def _shares(rows: Array, ceiling: Array, gain: Array, once: Array) -> Array:
    """Share of its largest flow on each exchange; a yes or no is added for each that is paid once."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # here: half a second that few readers need

    pays = np.flatnonzero(once > 0)
    opened = np.arange(pays.size)
    blocks = np.zeros((len(rows) + pays.size, gain.size + pays.size))
    blocks[: len(rows), : gain.size] = rows
    blocks[len(rows) + opened, pays] = 1.0  # no flow where it is shut
    blocks[len(rows) + opened, gain.size + opened] = -1.0
    objective = np.concatenate([gain, once[pays]])
    found = milp(
        objective / float(np.abs(objective).max()),
        integrality=np.repeat([0, 1], [gain.size, pays.size]),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(blocks, ub=np.concatenate([ceiling, np.zeros(pays.size)])),
        options={"mip_rel_gap": 0.0},
    )
    if found.x is None:
        raise ValueError(f"no plan was found: {found.message}")
    shares = np.clip(found.x[: gain.size], 0.0, 1.0)
    return np.where(shares > DUST, shares, 0.0)


def _rest(whole: Array, taken: NDArray[Any]) -> Array:
    """What is left, dust swept away."""
    left = whole - taken
    return np.where(left > DUST * whole, left, 0.0)


def _pairs(pairs: ArrayLike, n: int, k: int) -> NDArray[np.int64]:
    if np.size(pairs) == 0:
        return np.empty((0, 2), dtype=np.int64)
    given = matrix("pairs", pairs, minimum=0)
    if given.shape[1] != 2:
        raise ValueError(f"pairs must have the shape (m, 2), got {given.shape}")
    ends = given.astype(np.int64)
    if (ends != given).any():
        raise ValueError(f"pairs must hold whole numbers, got {given[ends != given][0]:g}")
    for column, (name, top) in enumerate((("waste", n), ("need", k))):
        if ends[:, column].max() >= top:
            raise ValueError(f"pairs must name a {name} from 0 to {top - 1}, got {ends[:, column].max()}")
    return ends


def _spread(name: str, values: ArrayLike, size: int, interval: str) -> Array:
    """One number for each of `size`, or one for all."""
    array = np.asarray(values)
    if array.size == 0 and size == 0:
        return np.zeros(0)
    checked = within(name, values, interval)
    if checked.ndim == 0:
        return np.full(size, float(checked))
    same_length(name, vector(name, values), size, "pairs" if name in ("cost", "useful", "fixed") else "the other list")
    return checked
