"""Knowledge that is bartered along the links of a network (Cowan and Jonard 2004)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.knowledge_networks.rings import Links

Array = NDArray[np.float64]
Stock = NDArray[np.float32]

#: Kinds of knowledge, and the part of a gap that is learnt in one exchange.
FIELDS, ABSORBED = 5, 0.3
#: What an expert knows in the own field; all other knowledge is drawn between 0 and 1.
EXPERT = 10.0
#: A gap smaller than this one is none.
NOTICED = 1e-3
RULES = ("one", "all", "gift")


def endowments(n: int, experts: int, runs: int, seed: int) -> Stock:
    """What firms know at the start.

    Parameters
    ----------
    n : int
        Firms.
    experts : int
        Experts a field, at places drawn at random; nobody is an expert in two fields as long as there are enough firms.
    runs : int
        Draws.
    seed : int
        Seed of the draws.

    Returns
    -------
    ndarray, shape (5, runs, n)
        Knowledge in each field: 10 for an expert of the field, else between 0 and 1.

    Examples
    --------
    >>> start = endowments(50, 2, runs=3, seed=1)
    >>> start.shape, int((start == 10).sum())
    ((5, 3, 50), 30)
    """
    draw = np.random.default_rng(seed)
    stock = draw.random((FIELDS, runs, n)).astype(np.float32)
    places = draw.random((runs, n)).argsort(axis=1)[:, : FIELDS * experts].reshape(runs, FIELDS, experts)
    for run in range(runs):
        for field in range(FIELDS):
            stock[field, run, places[run, field]] = EXPERT
    return stock


def matchings(links: Links, n: int, seed: int) -> list[Links]:
    """Deal links into sets in which no firm occurs twice: the links of a set can be served at once.

    Parameters
    ----------
    links : ndarray of int, shape (m, 2)
        Ends of all links; several networks may stand side by side with numbers of their own.
    n : int
        Firms in all.
    seed : int
        Seed of the order.

    Examples
    --------
    >>> sets = matchings(np.array([[0, 1], [1, 2], [2, 3], [3, 0]]), 4, seed=1)
    >>> sorted(len(own) for own in sets), all(len(set(own.ravel())) == own.size for own in sets)
    ([2, 2], True)
    """
    left = np.random.default_rng(seed).permutation(links)
    owner = np.empty(n, dtype=np.int64)
    sets = []
    while left.size:
        taken = np.zeros(n, dtype=bool)
        free = np.arange(len(left))
        chosen = []
        while free.size:
            first, second = left[free].T
            owner[left[free].ravel()] = np.repeat(free, 2)  # the last link of a firm wins
            kept = free[(owner[first] == free) & (owner[second] == free)]
            taken[left[kept].ravel()] = True
            chosen.append(kept)
            free = free[~(taken[first] | taken[second])]
        own = np.concatenate(chosen)
        sets.append(left[own])
        left = np.delete(left, own, axis=0)
    return sets


def exchange(stock: Stock, pairs: Links, rule: str, fields: NDArray[np.int64]) -> NDArray[np.int64]:
    """Let pairs meet once and learn from one another; `stock`, shape (fields, n), is changed.

    Parameters
    ----------
    stock : ndarray, shape (fields, n)
        Knowledge.
    pairs : ndarray of int, shape (m, 2)
        Who meets whom; nobody twice.
    rule : {"one", "all", "gift"}
        Both must gain ("one": one field for one field; "all": then all that either can teach), or nobody asks for
        anything in return ("gift").
    fields : ndarray of int
        In which order fields are offered.

    Returns
    -------
    ndarray of int
        Numbers of the pairs in which somebody learnt.
    """
    here, there = np.ascontiguousarray(pairs.T)
    mine = stock.take(here, axis=1)
    gap = stock.take(there, axis=1)
    gap -= mine
    learns, teaches = gap.max(axis=0) > NOTICED, gap.min(axis=0) < -NOTICED
    met = np.flatnonzero(learns | teaches if rule == "gift" else learns & teaches)
    if not met.size:
        return met
    here, there, gap = here[met], there[met], gap.take(met, axis=1)
    learn, teach = gap > NOTICED, gap < -NOTICED
    if rule == "one":
        both = np.minimum(_count(learn), _count(teach))
        learn, teach = (_first(side, both, fields) for side in (learn, teach))
    gap *= np.float32(ABSORBED)
    stock[:, here] += gap * learn
    stock[:, there] -= gap * teach
    return met


def _count(side: NDArray[np.bool_]) -> NDArray[np.int8]:
    return np.asarray(side.view(np.int8).sum(axis=0, dtype=np.int8))


def _first(side: NDArray[np.bool_], many: NDArray[np.int8], fields: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Keep the first `many` fields of those marked, in the order of `fields`."""
    rank = np.cumsum(side.view(np.int8)[fields], axis=0, dtype=np.int8)
    side[fields] &= rank <= many
    return side
