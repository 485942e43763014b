"""A synthetic population: actors on real towns, each with an organisation and a knowledge base."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.proximity.model import likeness, link_probability, nearness
from course_utils.concepts.proximity.places import Array, communes, kilometres, towns

#: Actors; seed of the populations; how far (km) an actor may be from the centre of its town.
ACTORS, SEED, AROUND = 30, 2005, 15.0
#: Towns among which they are spread, and least distance (km) between two of them if they are few.
TOWNS, APART = (30, 6), 110.0
ORGANISATIONS = (5, 10, 15)
#: Neighbours are less than this apart (km), alike if their knowledge differs by less than this.
NEAR, ALIKE = 50.0, 0.1
#: Numbers of the two actors of every pair.
PAIRS: tuple[NDArray[np.int64], NDArray[np.int64]] = np.triu_indices(ACTORS, 1)


@dataclass(frozen=True, eq=False)
class Population:
    """Thirty made-up actors on real communes.

    Parameters
    ----------
    town : tuple of str
        Code of the home town of a pôle around which each is.
    commune : tuple of str
        Code of the commune of each.
    organisation : ndarray of int, shape (30,)
        Number of the organisation of each.
    knowledge : ndarray, shape (30,)
        Knowledge base of each, a place on a line from 0 to 1.
    luck : ndarray, shape (435,)
        One uniform number a pair: the two are linked if it lies below their probability, whatever the weights.
    distance : ndarray, shape (435,)
        Kilometres between the two of each pair.
    """

    town: tuple[str, ...]
    commune: tuple[str, ...]
    organisation: NDArray[np.int64]
    knowledge: Array
    luck: Array
    distance: Array

    @cached_property
    def gap(self) -> Array:
        """Cognitive distance between the two of each pair, shape (435,)."""
        one, other = PAIRS
        return np.asarray(np.abs(self.knowledge[one] - self.knowledge[other]))

    @cached_property
    def same(self) -> NDArray[np.bool_]:
        """Whether the two of each pair belong to one organisation, shape (435,)."""
        one, other = PAIRS
        return np.asarray(self.organisation[one] == self.organisation[other])

    @cached_property
    def proximities(self) -> Array:
        """Nearness, belonging and likeness of each pair, shape (435, 3)."""
        return np.column_stack([nearness(self.distance), self.same, likeness(self.gap)])

    def linked(self, near: float = 1.0, belong: float = 1.0, similar: float = 1.0) -> NDArray[np.bool_]:
        """Which pairs are linked.

        Parameters
        ----------
        near, belong, similar : float
            What the odds are multiplied by next door, in the same organisation, for the same knowledge.
        """
        return np.asarray(self.luck < link_probability(self.proximities, np.log([near, belong, similar])))


@cache
def population(draw: int = 1, spread: int = 30, organisations: int = 5) -> Population:
    """Draw a synthetic population.

    Parameters
    ----------
    draw : int
        Number of the population: its seed.
    spread : int
        Towns among which the actors are spread evenly.
    organisations : int
        Organisations, of equal size.

    Returns
    -------
    Population
        Where actors are, what they know and how lucky pairs are does not depend on the number of organisations.

    Raises
    ------
    ValueError
        If the actors cannot be shared out evenly.

    Examples
    --------
    >>> found = population()
    >>> len(set(found.town)), int(found.same.sum()), int(found.linked().sum())
    (30, 75, 5)
    """
    for name, value in (("spread", spread), ("organisations", organisations)):
        if value < 1 or ACTORS % value:
            raise ValueError(f"{name} must divide {ACTORS} actors evenly, got {value!r}")
    drawn = _drawn(draw, spread)
    return Population(
        drawn.town, drawn.commune, drawn.turn % organisations, drawn.knowledge, drawn.luck, drawn.distance
    )


@dataclass(frozen=True, eq=False)
class _Drawn:
    """What does not depend on the number of organisations."""

    town: tuple[str, ...]
    commune: tuple[str, ...]
    turn: NDArray[np.int64]
    knowledge: Array
    luck: Array
    distance: Array


@cache
def _drawn(draw: int, spread: int) -> _Drawn:
    random = np.random.default_rng([SEED, draw])
    turn, knowledge = random.permutation(ACTORS), (random.permutation(ACTORS) + 0.5) / ACTORS
    luck = random.random(len(PAIRS[0]))
    town = [code for code in _towns(random, spread) for _actor in range(ACTORS // spread)]
    commune = tuple(_settle(random, code) for code in town)
    longitude, latitude = np.array([_where()[code] for code in commune]).T
    return _Drawn(tuple(town), commune, turn, knowledge, luck, kilometres(longitude, latitude)[PAIRS])


@cache
def _where() -> dict[str, tuple[float, float]]:
    table = communes()
    return dict(zip(table.index, zip(table["longitude"], table["latitude"], strict=True), strict=True))


def _towns(random: np.random.Generator, spread: int) -> list[str]:
    """Choose towns: at random, but apart from each other if they are few."""
    order = [str(code) for code in random.permutation(towns().index.to_numpy(dtype=object))]
    if spread > max(TOWNS[1:]):
        return order[:spread]
    kept: list[str] = []
    for code in order:
        if len(kept) < spread and all(_between()[code][other] > APART for other in kept):
            kept.append(code)
    return kept


@cache
def _between() -> dict[str, dict[str, float]]:
    table = kilometres(towns()["longitude"], towns()["latitude"])
    return {a: dict(zip(towns().index, row, strict=True)) for a, row in zip(towns().index, table, strict=True)}


def _settle(random: np.random.Generator, town: str) -> str:
    codes, shares = _around(town)
    return codes[int(random.choice(len(codes), p=shares))]


@cache
def _around(town: str) -> tuple[list[str], Array]:
    """Communes close to a town, and their shares of the people there."""
    table, centre = communes().dropna(subset=["longitude"]), communes().loc[town]
    found = kilometres(table["longitude"], table["latitude"], ([centre["longitude"]], [centre["latitude"]]))[:, 0]
    close = table[found <= AROUND]
    return list(close.index), (close["population"] / close["population"].sum()).to_numpy()
