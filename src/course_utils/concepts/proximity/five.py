"""The second reading: five yardsticks on the same pairs, each alone, three together, five together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.proximity.model import BASE, link_probability
from course_utils.concepts.proximity.places import Array, communes, kilometres, towns
from course_utils.concepts.proximity.population import PAIRS, SEED, Population, population

#: Boschma's dimensions, in the order of the columns; the first three are what the French school's two proximities see.
DIMENSIONS = ("geographical", "organisational", "cognitive", "social", "institutional")
#: Populations whose pairs are pooled; schools in the largest home towns; share trained at the nearest one.
POOLED, SCHOOLS, NEAREST = 40, 6, 0.7
SPREAD, ORGANISATIONS = 30, 5


@cache
def _schools() -> list[str]:
    return list(towns().sort_values("population", ascending=False, kind="stable").index[:SCHOOLS])


def trained(found: Population, draw: int) -> NDArray[np.int64]:
    """School of each actor: mostly the nearest of six, else any of them."""
    random = np.random.default_rng([SEED, 5, draw])
    where, schools = communes().loc[list(found.commune)], communes().loc[_schools()]
    to = (schools["longitude"], schools["latitude"])
    nearest = kilometres(where["longitude"], where["latitude"], to).argmin(axis=1)
    at_random = random.integers(0, SCHOOLS, len(nearest))
    return np.asarray(np.where(random.random(len(nearest)) < NEAREST, nearest, at_random))


@cache
def yardsticks(first: int = 1) -> Array:
    """Proximity of all pooled pairs on each of `DIMENSIONS`, shape (40 * 435, 5).

    Nearness, one organisation and likeness as in the model; one school stands for social proximity, one région for
    institutional proximity.
    """
    rows, regions = [], communes()["region"]
    for draw in range(first, first + POOLED):
        found = population(draw, SPREAD, ORGANISATIONS)
        one, other = PAIRS
        school, home = trained(found, draw), regions.loc[list(found.commune)].to_numpy()
        rows.append(np.column_stack([found.proximities, school[one] == school[other], home[one] == home[other]]))
    return np.vstack(rows).astype(float)


def fit(proximities: Array, p: Array, start: Array | None = None) -> Array:
    """Weights of a logistic law that fits expected links best.

    Parameters
    ----------
    proximities : ndarray, shape (n, k)
        Proximities of the pairs.
    p : ndarray, shape (n,)
        Their probabilities of a link.
    start : ndarray, shape (k + 1,), optional
        Where to start; the likelihood has one top only.

    Returns
    -------
    ndarray, shape (k + 1,)
        Constant and weights, by Newton's method on the likelihood; where the law is true they come back exactly.
    """
    table = np.column_stack([np.ones(len(p)), proximities])
    found = np.r_[np.log(p.mean() / (1 - p.mean())), np.zeros(table.shape[1] - 1)] if start is None else start
    for _step in range(25):
        guess = 1 / (1 + np.exp(-(table @ found)))
        step = np.linalg.solve((table * (guess * (1 - guess))[:, None]).T @ table, table.T @ (p - guess))
        found = found + step
        if np.abs(step).max() < 1e-9:
            break
    return found


@dataclass(frozen=True, eq=False)
class Readings:
    """What the odds seem to be multiplied by, for each of `DIMENSIONS`.

    Parameters
    ----------
    truth : ndarray, shape (5,)
        What they are multiplied by.
    alone, three, five : ndarray, shape (5,)
        What one reads off with this yardstick alone, with distance, organisation and knowledge together (NaN for the
        other two), and with all five.
    """

    truth: Array
    alone: Array
    three: Array
    five: Array


@cache
def readings(near: float, belong: float, similar: float, school: float, first: int = 1) -> Readings:
    """Read the same links with one, three and five yardsticks.

    Parameters
    ----------
    near, belong, similar, school : float
        What the odds are multiplied by next door, in the same organisation, for the same knowledge and between
        people who were trained together.

    Examples
    --------
    >>> found = readings(8, 10, 10, 1)
    >>> found.five.round(6).tolist(), bool(found.alone[4] > 2)
    ([8.0, 10.0, 10.0, 1.0, 1.0], True)
    """
    table, truth = yardsticks(first), np.array([near, belong, similar, school, 1.0])
    p = link_probability(table, np.log(truth), BASE)
    alone = np.array([_alone(table[:, i], p) for i in range(len(DIMENSIONS))])
    three = np.full(len(DIMENSIONS), np.nan)
    start = np.r_[np.log(BASE / (1 - BASE)), np.log(truth)]
    three[:3] = fit(table[:, :3], p, start[:4])[1:]
    return Readings(truth, np.exp(alone), np.exp(three), np.exp(fit(table, p, start)[1:]))


def _alone(proximity: Array, p: Array) -> float:
    """Weight that one yardstick alone reads off: where it only says yes or no, a ratio of two odds."""
    yes = proximity == 1
    if not (yes | (proximity == 0)).all():
        return float(fit(proximity[:, None], p)[1])
    one, other = p[yes].mean(), p[~yes].mean()
    return float(np.log(one / (1 - one) * (1 - other) / other))
