"""Firms that see logarithms: with a benefit of beta ln n and Gumbel tastes, places are drawn like balls from an urn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.industrial_district.model import Ends

Array = NDArray[np.float64]

#: Betas of the slider, firms that come after the founders (one in each place), histories, seed.
BETAS = tuple(round(0.1 * step, 1) for step in range(21))
FIRMS, RUNS, SEED = 1000, 1000, 1923
#: Moments at which the shares of a history are kept, in firms that have come.
MOMENTS = np.unique(np.rint(np.geomspace(1, FIRMS, 28)).astype(int))
#: Histories that are drawn one by one.
DRAWN = 20


def chances(counts: object, beta: float) -> Array:
    """Return the chance of each place to get the next firm, n^beta over the sum of all.

    This is what choosing the largest of beta ln n plus a taste amounts to, if tastes have Gumbel's distribution.

    Parameters
    ----------
    counts : array_like of float
        Firms in each place, at least 1.
    beta : float
        Strength of the agglomeration benefit.

    Examples
    --------
    >>> chances([1, 3], 1.0).tolist(), chances([1, 3], 2.0).tolist()
    ([0.25, 0.75], [0.1, 0.9])
    """
    weights = np.asarray(counts, dtype=float) ** beta
    shares: Array = weights / weights.sum(axis=0)
    return shares


@dataclass(frozen=True, eq=False)
class Urn(Ends):
    """Histories of one beta and one number of places: their ends, founders counted, and the way there.

    Parameters
    ----------
    shares : ndarray, places x runs
        Final share of each place.
    first : ndarray, moments x runs
        Share of the first place at each of `MOMENTS`.
    """

    first: Array


@cache
def urns(places: int, seed: int = SEED, firms: int = FIRMS, runs: int = RUNS) -> dict[float, Urn]:
    """Run all of `BETAS` on the same random numbers, so that what differs is beta alone.

    Parameters
    ----------
    places : int
        Places, each with one founder.
    seed, firms, runs : int
        Of the random numbers; firms that come; histories.

    Returns
    -------
    dict of float to Urn
        Histories by beta.
    """
    random = np.random.default_rng(seed)
    weights_of = np.arange(1, firms + 2, dtype=float) ** np.array(BETAS)[:, None]  # by beta and firms less one
    row = np.arange(len(BETAS))[None, :, None]
    counts = np.ones((places, len(BETAS), runs), dtype=np.int64)
    weights = np.ones(counts.shape)
    kept, moments = [], set(MOMENTS.tolist())
    for firm in range(1, firms + 1):
        chosen = _draw(weights, random.random(runs))[None]
        more = np.take_along_axis(counts, chosen, axis=0) + 1
        np.put_along_axis(counts, chosen, more, axis=0)
        np.put_along_axis(weights, chosen, weights_of[row, more - 1], axis=0)
        if firm in moments:
            kept.append(counts[0] / (firm + places))
    first, shares = np.array(kept), counts / (firms + places)
    return {beta: Urn(shares[:, at], first[:, at]) for at, beta in enumerate(BETAS)}


def _draw(weights: Array, drawn: Array) -> NDArray[np.intp]:
    """Number of the place that each random number falls into, its width being its weight."""
    chosen = np.zeros(weights.shape[1:], dtype=np.intp)
    mark = drawn * weights.sum(axis=0)
    below = np.zeros(weights.shape[1:])
    for weight in weights[:-1]:
        below += weight
        chosen += mark >= below
    return chosen


def polya(edges: object, places: int) -> Array:
    """Chance that the limit share of a place lies between neighbouring edges, in Pólya's urn (beta = 1).

    With one founder in each of N places the share of one of them tends to a Beta(1, N - 1) variable; with two
    places every share is equally likely.

    Examples
    --------
    >>> polya([0, 0.25, 0.5, 1], 2).tolist()
    [0.25, 0.25, 0.5]
    """
    below = 1 - (1 - np.asarray(edges, dtype=float)) ** (places - 1)
    chance: Array = np.diff(below)
    return chance


def exact(beta: float, firms: int) -> Array:
    """Law of the firms in the first of two places, founders counted, by adding up all ways: no random numbers.

    Parameters
    ----------
    beta : float
        Strength of the agglomeration benefit.
    firms : int
        Firms that come.

    Returns
    -------
    ndarray, shape (firms + 1,)
        Chance of 1, 2, ... firms + 1 firms in the first place.

    Examples
    --------
    >>> exact(1.0, 4).round(3).tolist()
    [0.2, 0.2, 0.2, 0.2, 0.2]
    """
    law = np.ones(1)
    for come in range(firms):
        held = np.arange(1, come + 2, dtype=float)
        taken = chances([held, come + 2 - held], beta)[0]
        law = np.append(law * (1 - taken), 0) + np.append(0, law * taken)
    return law
