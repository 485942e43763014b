"""How much turns in a web of exchanges: Kalundborg in 2000, and a loop of firms that is made up."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.datasets import load
from course_utils.measures import finn_cycling_index

Array = NDArray[np.float64]

#: Tonnes a year of each flow for which no figure was published.
UNKNOWN = (1_000, 10_000, 50_000, 100_000, 300_000, 1_000_000)
#: Crude oil that the refinery took in the early 1990s, tonnes a year (Grann, in kalundborg_partners).
CRUDE, REFINERY = 3_000_000, "Kalundborg refinery"
#: Handovers that are followed in the loop that is made up.
STEPS = 24
COUNTS = ("tonnes", "links")


@dataclass(frozen=True, eq=False)
class Web:
    """A web whose account closes at every node: flows and inputs in, flows and outputs out.

    Parameters
    ----------
    names : tuple of str
        Nodes.
    flows : ndarray, shape (n, n)
        From row to column.
    inputs, outputs : ndarray, shape (n,)
        From and to the outside.
    """

    names: tuple[str, ...]
    flows: Array
    inputs: Array
    outputs: Array

    @property
    def finn(self) -> float:
        """Finn's cycling index."""
        return finn_cycling_index(self.flows, self.inputs, self.outputs)

    @property
    def through(self) -> Array:
        """Throughflow of each node."""
        return np.asarray(self.flows.sum(axis=0) + self.inputs)


def closed(names: tuple[str, ...], flows: Array, passing: Array | None = None) -> Web:
    """Add the least that must enter and leave for the flows to balance, and what only passes through.

    Examples
    --------
    >>> web = closed(("A", "B"), np.array([[0.0, 10.0], [6.0, 0.0]]))
    >>> web.inputs.tolist(), web.outputs.tolist(), round(web.finn, 6)
    ([4.0, 0.0], [0.0, 4.0], 0.6)
    """
    more = flows.sum(axis=1) - flows.sum(axis=0)
    through = np.zeros(len(names)) if passing is None else passing
    return Web(names, flows, np.maximum(more, 0) + through, np.maximum(-more, 0) + through)


@functools.cache
def kalundborg(unknown: float = 50_000, crude: bool = False, kind: str = "", count: str = "tonnes") -> Web:
    """Return the 19 flows of the diagram of 2000 as a balanced web.

    Parameters
    ----------
    unknown : float
        Tonnes a year of each flow for which no figure was published; a cubic metre of water is a tonne.
    crude : bool
        Whether the crude oil that passes through the refinery counts.
    kind : str
        Only the flows of this kind, "material", "energy" or "water"; all if empty.
    count : {"tonnes", "links"}
        What each flow weighs: its tonnes, or 1.

    Raises
    ------
    ValueError
        If `count` is neither.

    Examples
    --------
    >>> web = kalundborg()
    >>> len(web.names), round(web.flows.sum()), round(web.finn, 3), kalundborg(kind="material").finn
    (12, 2965000, 0.03, 0.0)
    """
    if count not in COUNTS:
        raise ValueError(f"count must be one of {', '.join(COUNTS)}, got {count!r}")
    table = load("kalundborg_exchanges").astype({"from_actor": str, "to_actor": str, "type": str})
    table = table[table["in_2000_diagram"]]
    names = tuple(sorted({*table["from_actor"], *table["to_actor"]}))
    own = table[table["type"] == kind] if kind else table
    weights = own["quantity"].fillna(unknown).astype(float) if count == "tonnes" else np.ones(len(own))
    flows = np.zeros((len(names), len(names)))
    ends = [[names.index(name) for name in own[key]] for key in ("from_actor", "to_actor")]
    np.add.at(flows, tuple(ends), np.asarray(weights))
    passing = np.where(np.array(names) == REFINERY, float(CRUDE) if crude else 0.0, 0.0)
    return closed(names, flows, passing)


def turning(web: Web) -> NDArray[np.bool_]:
    """Which flows are part of a cycle: those whose receiver can send something back to their giver."""
    linked = web.flows > 0
    reach = linked.copy()
    for _step in range(len(web.names)):
        reach |= (reach.astype(int) @ linked.astype(int)) > 0
    return np.asarray(linked & reach.T)


def loop(firms: int, passed: float) -> Web:
    """Return a ring of firms that is made up: each passes on a share of what it has and loses the rest.

    Parameters
    ----------
    firms : int
        Firms in the ring.
    passed : float
        Share passed on, at least 0 and less than 1; 100 t enter at the first firm.

    Examples
    --------
    >>> round(loop(3, 0.9).finn, 6), round(loop(2, 0.0).finn, 6)
    (0.729, 0.0)
    """
    through = np.asarray(100 * passed ** np.arange(firms) / (1 - passed**firms), dtype=np.float64)
    flows = np.zeros((firms, firms))
    at = np.arange(firms)
    flows[at, (at + 1) % firms] = passed * through
    names = tuple(str(i + 1) for i in at)
    return Web(names, flows, 100 * np.eye(firms)[0], (1 - passed) * through)


def left(passed: float) -> Array:
    """What is left of 100 t after each handover, shape (25,)."""
    return np.asarray(100 * passed ** np.arange(STEPS + 1))
