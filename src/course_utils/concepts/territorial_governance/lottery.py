"""Drawn at random: how often the method picks the winner, how often the weights do, and how often nobody wins."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.territorial_governance.voices import (
    GROUPS,
    INDIFFERENCE,
    METHODS,
    PATHS,
    PREFERENCE,
    scores,
)

Array = NDArray[np.float64]
Winners = NDArray[np.int64]

#: Weightings drawn, the seed, and how they are drawn: the parameter of a Dirichlet distribution.
DRAWS, SEED = 10_000, 1785
SPREADS = {"near": 20.0, "any": 1.0, "both": 1.0}
#: Elections drawn for each number of voters, numbers of voters (odd: no duel is drawn), and of options.
ELECTIONS = 20_000
VOTERS = (3, 5, 9, 15, 25, 51, 101)
OPTIONS = (3, 4)
#: Probability of a cycle of three options as impartial voters become many.
LIMIT = float(np.arcsin(np.sqrt(6) / 9) / np.pi)


@dataclass(frozen=True, eq=False)
class Decided:
    """Who wins over many weightings.

    Parameters
    ----------
    shares : ndarray, shape (5, 6)
        Methods by paths: share of the weightings that a path wins; the last column counts those without a winner.
    disagree : float
        Share of the weightings in which the five methods do not all name the same path.
    by_method, by_weights : float
        How often the winner changes if two methods are drawn for one weighting, and two weightings for one method.
    """

    shares: Array
    disagree: float
    by_method: float
    by_weights: float


def winners(table: Array, weights: Array) -> Winners:
    """Return the number of the winning path for each weighting and method, 5 if there is none.

    Parameters
    ----------
    table : ndarray, shape (7, 5) or (n, 7, 5)
        Scores, groups by paths; one table or one for each weighting.
    weights : ndarray, shape (n, 7)
        Each row adds up to 1.

    Returns
    -------
    ndarray of int, shape (n, 5)
        One column a method, in the order of `METHODS`.
    """
    gap = table[..., :, None] - table[..., None, :]
    ramp = np.clip((gap - INDIFFERENCE) / (PREFERENCE - INDIFFERENCE), 0, 1)
    degree, ahead = _weighed(weights, ramp), _weighed(weights, (gap > 0).astype(float))
    firsts = (table == table.max(axis=-1, keepdims=True)).astype(float)
    points = [
        _weighed(weights, table),
        degree.sum(axis=2) - degree.sum(axis=1),
        ahead.sum(axis=2),  # Borda's points are the duels that each ranking gives
        _weighed(weights, firsts),
    ]
    total, flow, borda, first = (found.argmax(axis=1) for found in points)
    beats_all = (ahead > 0.5 + 1e-12).sum(axis=2) == table.shape[-1] - 1
    duel = np.where(beats_all.any(axis=1), beats_all.argmax(axis=1), table.shape[-1])
    return np.stack([total, flow, borda, duel, first], axis=1).astype(np.int64)


def _weighed(weights: Array, values: Array) -> Array:
    """Weighted sum over the groups: `values` of shape (7, ...), the same for all weightings, or (n, 7, ...)."""
    if values.shape[0] == weights.shape[1]:
        return np.tensordot(weights, values, 1)
    flat = values.reshape(*values.shape[:2], -1)
    return np.asarray((weights[:, None, :] @ flat)[:, 0].reshape(len(weights), *values.shape[2:]))


@functools.cache
def decided(survey: str, spread: str, seed: int = SEED, draws: int = DRAWS) -> Decided:
    """Draw weightings (and, for ``"both"``, scores) and see who wins by each method.

    Parameters
    ----------
    survey : str
        Scores of the groups; not used if they are drawn, too.
    spread : {"near", "any", "both"}
        Weights close to equality, any weights, any weights and any scores.
    seed, draws : int
        Of the weightings.

    Raises
    ------
    ValueError
        If there is no such spread.
    """
    if spread not in SPREADS:
        raise ValueError(f"spread must be one of {', '.join(SPREADS)}, got {spread!r}")
    rng = np.random.default_rng(seed)
    weights = rng.dirichlet(np.full(len(GROUPS), SPREADS[spread]), draws)
    shape = (draws, len(GROUPS), len(PATHS))
    table = rng.uniform(0, 100, shape) if spread == "both" else scores(survey)
    found = winners(table, weights)
    again = winners(table, rng.permutation(weights))
    shares = np.stack([(found == path).mean(axis=0) for path in range(len(PATHS) + 1)], axis=1)
    pairs = list(itertools.combinations(range(len(METHODS)), 2))
    by_method = float(np.mean([(found[:, a] != found[:, b]).mean() for a, b in pairs]))
    return Decided(shares, float((found != found[:, :1]).any(axis=1).mean()), by_method, float((found != again).mean()))


@functools.cache
def _orders(options: int) -> tuple[Array, NDArray[np.bool_]]:
    """Whether each ranking puts one option before another (orders by pairs), and whether it has one peak on a line."""
    orders = list(itertools.permutations(range(options)))
    pairs = list(itertools.combinations(range(options), 2))
    before = np.array([[order.index(a) < order.index(b) for a, b in pairs] for order in orders], dtype=float)
    peaked = [all(max(order[:k]) - min(order[:k]) == k - 1 for k in range(1, options + 1)) for order in orders]
    return before, np.array(peaked)


@functools.cache
def no_winner(voters: int, options: int, line: float = 0.0, seed: int = SEED, draws: int = ELECTIONS) -> float:
    """Return how often no option beats all others, over random elections.

    Parameters
    ----------
    voters : int
        Odd, so that no duel is drawn.
    options : int
        Options to be ranked.
    line : float
        Probability that a voter ranks the options by distance along one line (any of the rankings with one peak,
        equally likely); all others take any ranking.
    seed, draws : int
        Of the elections.

    Examples
    --------
    >>> abs(no_winner(3, 3) - 1 / 18) < 0.004, no_winner(9, 3, line=1.0)
    (True, 0.0)
    """
    before, peaked = _orders(options)
    chances = (1 - line) / len(before) + line * peaked / peaked.sum()
    rng = np.random.default_rng([seed, voters, options, round(100 * line)])
    ahead = rng.multinomial(voters, chances / chances.sum(), draws) @ before > voters / 2
    wins = np.zeros((draws, options), dtype=np.int64)
    for at, (a, b) in enumerate(itertools.combinations(range(options), 2)):
        wins[:, a] += ahead[:, at]
        wins[:, b] += ~ahead[:, at]
    return float((wins.max(axis=1) < options - 1).mean())


def error(share: float, draws: int = ELECTIONS) -> float:
    """Two standard errors of a share that was counted."""
    return 2 * float(np.sqrt(share * (1 - share) / draws))
