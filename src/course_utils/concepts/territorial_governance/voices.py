"""Seven groups of an invented valley, five paths, and who wins by each way of choosing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.measures import borda, condorcet_cycle, condorcet_winner, duels, plurality, promethee, weighted_sum

Array = NDArray[np.float64]

PATHS = ("plant", "resort", "farms", "park", "hub")
#: Power, legitimacy, urgency of each group: one group for each of the seven classes of Mitchell, Agle and Wood.
GROUPS = {
    "council": (1, 1, 1),
    "state": (1, 1, 0),
    "employer": (1, 0, 1),
    "residents": (0, 1, 1),
    "owners": (1, 0, 0),
    "young": (0, 1, 0),
    "activists": (0, 0, 1),
}
METHODS = ("sum", "outranking", "borda", "condorcet", "plurality")
#: Scores from 0 to 100 that are made up: a row for each group, a column for each path.
SURVEYS = {
    "first": (
        (60, 85, 40, 5, 35),
        (60, 30, 40, 80, 45),
        (100, 30, 10, 5, 40),
        (35, 50, 100, 65, 75),
        (0, 50, 45, 95, 15),
        (60, 70, 30, 15, 85),
        (0, 20, 90, 100, 45),
    ),
    "leak": (
        (50, 70, 45, 30, 60),
        (35, 40, 50, 65, 55),
        (100, 30, 10, 5, 40),
        (0, 35, 80, 60, 70),
        (0, 60, 70, 100, 30),
        (25, 55, 30, 20, 90),
        (0, 10, 75, 100, 50),
    ),
    "split": (
        (90, 35, 60, 20, 30),
        (25, 20, 85, 70, 40),
        (100, 30, 45, 5, 40),
        (55, 35, 20, 90, 30),
        (60, 20, 15, 100, 25),
        (40, 30, 90, 70, 50),
        (20, 10, 75, 60, 30),
    ),
    "debate": (
        (60, 50, 55, 40, 85),
        (65, 40, 55, 60, 80),
        (100, 30, 20, 10, 75),
        (10, 30, 80, 55, 90),
        (0, 50, 70, 90, 75),
        (50, 45, 40, 30, 95),
        (0, 10, 85, 100, 80),
    ),
}
#: Differences of scores that do not count yet, and that count whole, in the outranking.
INDIFFERENCE, PREFERENCE = 5.0, 30.0


@dataclass(frozen=True, eq=False)
class Verdict:
    """What one way of choosing says.

    Parameters
    ----------
    points : ndarray, shape (5,)
        For each path, 0 to 100; what they count depends on the method.
    winners : tuple of str
        The path chosen; several if they tie, none if no path beats all others.
    cycle : tuple of str
        Paths each of which beats the next and the last of which beats the first, only if there is no winner.
    """

    points: Array
    winners: tuple[str, ...]
    cycle: tuple[str, ...] = ()


def salience(power: float, legitimacy: float, urgency: float) -> Array:
    """Return the weight of each group, sum 1; all alike where nothing counts.

    Parameters
    ----------
    power, legitimacy, urgency : float
        How much each attribute counts.

    Examples
    --------
    >>> salience(1, 1, 1).round(2).tolist()
    [0.25, 0.17, 0.17, 0.17, 0.08, 0.08, 0.08]
    """
    raw = np.array(list(GROUPS.values()), dtype=float) @ np.array([power, legitimacy, urgency], dtype=float)
    weights = raw if raw.any() else np.ones(len(GROUPS))
    return np.asarray(weights / weights.sum())


def scores(survey: str) -> Array:
    """Return the scores of a survey, groups by paths.

    Raises
    ------
    ValueError
        If there is no such survey.
    """
    if survey not in SURVEYS:
        raise ValueError(f"survey must be one of {', '.join(SURVEYS)}, got {survey!r}")
    return np.array(SURVEYS[survey], dtype=float)


def profile(table: Array, weights: Array) -> list[tuple[float, tuple[str, ...]]]:
    """Rank the paths of each group by its scores, the best first.

    Examples
    --------
    >>> profile(scores("first"), salience(0, 0, 0))[0][1]
    ('resort', 'plant', 'farms', 'hub', 'park')
    """
    orders = np.argsort(-table, axis=1, kind="stable")
    return [(float(w), tuple(PATHS[at] for at in order)) for w, order in zip(weights, orders, strict=True)]


def verdict(table: Array, weights: Array, method: str) -> Verdict:
    """Choose among the paths.

    Parameters
    ----------
    table : ndarray, shape (7, 5)
        Scores, groups by paths.
    weights : ndarray, shape (7,)
        Weights of the groups.
    method : {"sum", "outranking", "borda", "condorcet", "plurality"}
        How.

    Raises
    ------
    ValueError
        If there is no such method.

    Examples
    --------
    >>> table, weights = scores("first"), salience(1, 1, 1)
    >>> [" ".join(verdict(table, weights, method).winners) for method in METHODS]
    ['plant', 'resort', 'hub', '', 'park']
    """
    if method not in METHODS:
        raise ValueError(f"method must be one of {', '.join(METHODS)}, got {method!r}")
    ballots, full = profile(table, weights), 100 / weights.sum()
    if method == "condorcet":
        return _duelled(ballots)
    if method == "sum":
        points = weighted_sum(table.T, weights)
    elif method == "outranking":
        flows = promethee(table.T, weights, indifference=INDIFFERENCE, preference=PREFERENCE)
        points = 50 * (1 + flows.net)
    elif method == "borda":
        given = borda(ballots)
        points = np.array([given[path] for path in PATHS]) * full / (len(PATHS) - 1)
    else:
        given = plurality(ballots)
        points = np.array([given[path] for path in PATHS]) * full
    best = points > points.max() - 1e-9
    return Verdict(points, tuple(path for path, is_best in zip(PATHS, best, strict=True) if is_best))


def verdicts(table: Array, weights: Array) -> dict[str, Verdict]:
    """Choose by every method."""
    return {method: verdict(table, weights, method) for method in METHODS}


def _duelled(ballots: list[tuple[float, tuple[str, ...]]]) -> Verdict:
    """Points are the duels won, of four; one that is drawn counts half."""
    met = duels(ballots)
    half = 1e-9 * sum(weight for weight, _ranking in ballots)
    won = [
        sum((met[a, b] > met[b, a] + half) + 0.5 * (abs(met[a, b] - met[b, a]) <= half) for b in PATHS if b != a)
        for a in PATHS
    ]
    points, first = np.array(won) * 100 / (len(PATHS) - 1), condorcet_winner(ballots)
    if first is not None:
        return Verdict(points, (first,))
    return Verdict(points, (), condorcet_cycle(ballots) or ())
