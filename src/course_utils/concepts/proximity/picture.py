"""The same actors and links in two spaces: on the map, and by organisation and knowledge."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.proximity.places import Array, towns
from course_utils.concepts.proximity.population import ACTORS, NEAR, ORGANISATIONS, PAIRS, TOWNS, Population, population

Marks = NDArray[np.bool_]

#: What the odds may be multiplied by, next door, in the same organisation and for the same knowledge.
NEARNESS, BELONGING, SIMILARITY = (1, 2, 8, 30), (1, 3, 10, 30), (1, 3, 10, 30)
#: Sorts of links, in the order of the legend.
SORTS = ("near_same", "near_other", "far_same", "far_other")
#: The population that is drawn; radius (degrees north) of the ring of actors around a town.
DRAWN, RING = 1, 0.75


def sorts(found: Population) -> dict[str, Marks]:
    """Pairs of each sort of link."""
    near, same = found.distance < NEAR, found.same
    return dict(zip(SORTS, (near & same, near & ~same, ~near & same, ~near & ~same), strict=True))


@cache
def candidates(spread: int, organisations: int) -> dict[str, NDArray[np.int64]]:
    """Pairs that are linked somewhere on the lattice of weights, by sort."""
    found = population(DRAWN, spread, organisations)
    ever = np.any([found.linked(*w) for w in itertools.product(NEARNESS, BELONGING, SIMILARITY)], axis=0)
    return {sort: np.flatnonzero(mark & ever) for sort, mark in sorts(found).items()}


@cache
def room() -> dict[str, int]:
    """Most candidates of each sort, whatever the spread and the organisations: all pictures have room for them."""
    every = [candidates(*pair) for pair in itertools.product(TOWNS, ORGANISATIONS)]
    return {sort: max(len(one[sort]) for one in every) for sort in SORTS}


@cache
def on_the_map(spread: int) -> Array:
    """Longitude and latitude at which actors are drawn, shape (30, 2): those of one town on a ring around it."""
    found = population(DRAWN, spread)
    centres = towns().loc[list(found.town), ["longitude", "latitude"]].to_numpy(dtype=float)
    each = ACTORS // spread
    if each == 1:
        return centres
    turn = 2 * np.pi * (np.arange(ACTORS) % each) / each
    ring = RING * (1 + each / 10) / 2
    stretch = 1 / np.cos(np.radians(centres[:, 1]))
    return np.asarray(centres + ring * np.column_stack([stretch * np.cos(turn), np.sin(turn)]))


@cache
def by_kind(organisations: int) -> Array:
    """Knowledge and row at which actors are drawn, shape (30, 2): a row an organisation, its actors a little apart."""
    found = population(DRAWN, 30, organisations)
    order = np.argsort(found.knowledge, kind="stable")
    step = np.zeros(ACTORS)
    for group in range(organisations):
        own = order[found.organisation[order] == group]
        step[own] = 0.22 * (-1.0) ** np.arange(len(own))
    return np.column_stack([found.knowledge, found.organisation + step])


@dataclass(frozen=True, eq=False)
class Links:
    """Links of the population that is drawn, in one state.

    Parameters
    ----------
    found : Population
        The actors.
    linked : ndarray of bool, shape (435,)
        Which pairs are linked.
    spread, organisations : int
        As chosen.
    """

    found: Population
    linked: Marks
    spread: int
    organisations: int

    @property
    def degrees(self) -> NDArray[np.int64]:
        """Links of each actor, shape (30,)."""
        one, other = PAIRS
        return np.asarray(np.bincount(np.r_[one[self.linked], other[self.linked]], minlength=ACTORS))

    def beyond(self, kilometres: float) -> int:
        """Links between two actors farther apart than this."""
        return int((self.linked & (self.found.distance > kilometres)).sum())


def links(near: str, belong: str, similar: str, spread: str, organisations: str) -> Links:
    """Return the links for what the reader chose."""
    found = population(DRAWN, int(spread), int(organisations))
    return Links(found, found.linked(float(near), float(belong), float(similar)), int(spread), int(organisations))
