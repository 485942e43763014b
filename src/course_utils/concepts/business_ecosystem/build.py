"""An ecosystem that the reader builds firm by firm: its Shapley values, and what goes when one of them goes."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.business_ecosystem.game import worth
from course_utils.measures import robustness, shapley

Array = NDArray[np.float64]

#: The two hubs, and the firms with the function that each of them serves.
HUBS = ("hub", "rival")
FIRMS = {"a1": "a", "a2": "a", "b1": "b", "b2": "b", "c1": "c", "d1": "d"}
PLAYERS = (*HUBS, *FIRMS)
FUNCTIONS = tuple(dict.fromkeys(FIRMS.values()))
#: Those who are in at the start: one keystone, one firm a function.
START = frozenset({"hub", "a1", "b1", "c1", "d1"})


@dataclass(frozen=True, eq=False)
class Built:
    """An ecosystem and how its value is shared.

    Parameters
    ----------
    inside : frozenset of str
        Who is in, names of `PLAYERS`.
    value : float
        What they make together.
    shapley : ndarray, shape (8,)
        What each gets, in the order of `PLAYERS`; 0 for who is out.
    lost : ndarray, shape (8,)
        Value that would go with each of them alone; 0 for who is out.
    together : int
        Members that still hang together: size of the largest connected part.
    """

    inside: frozenset[str]
    value: float
    shapley: Array
    lost: Array
    together: int


def value(inside: frozenset[str], rule: str = "adds") -> float:
    """Return what some players make together: nothing without a hub, else as many functions as they serve allow.

    Examples
    --------
    >>> value(START), value(START - {"hub"}), value(START - {"c1"}, "all")
    (4.0, 0.0, 0.0)
    """
    if not inside & set(HUBS):
        return 0.0
    return float(worth(len({FIRMS[name] for name in inside if name in FIRMS}), len(FUNCTIONS), rule))


@functools.lru_cache(maxsize=1024)
def build(inside: frozenset[str] = START, rule: str = "adds") -> Built:
    """Share out what an ecosystem makes, and see what each of its members is needed for.

    Parameters
    ----------
    inside : frozenset of str
        Who is in, names of `PLAYERS`.
    rule : {"adds", "pairs", "all"}
        As for `course_utils.concepts.business_ecosystem.game.worth`.

    Examples
    --------
    >>> found = build()
    >>> found.value, found.shapley[:3].tolist(), found.together
    (4.0, [2.0, 0.0, 0.5], 5)
    """
    who = [name for name in PLAYERS if name in inside]
    share, lost, total = np.zeros(len(PLAYERS)), np.zeros(len(PLAYERS)), value(inside, rule)
    if who:
        at = [PLAYERS.index(name) for name in who]
        share[at] = shapley(len(who), lambda own: value(frozenset(who[player] for player in own), rule))
        lost[at] = [total - value(inside - {name}, rule) for name in who]
    out = [i for i, name in enumerate(PLAYERS) if name not in inside]
    # nobody left: nothing hangs together
    hold = float(robustness(links(), out)[-1]) if out else 1.0
    return Built(frozenset(who), total, share, lost, round(hold * len(PLAYERS)))


def links() -> NDArray[np.float64]:
    """Adjacency matrix of all eight: each firm works with each hub.

    Examples
    --------
    >>> links().shape, int(links().sum()) // 2
    ((8, 8), 12)
    """
    matrix = np.zeros((len(PLAYERS),) * 2)
    matrix[: len(HUBS), len(HUBS) :] = 1
    return matrix + matrix.T
