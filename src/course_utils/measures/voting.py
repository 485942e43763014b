"""From rankings to a choice: Borda's points, first places, instant runoff, duels, Condorcet's winner and his cycles.

A profile is ``[(weight, ranking), ...]``: how many voters (or which weight) rank all candidates so, the best first.

References
----------
Borda, J.-C. de (1784). Mémoire sur les élections au scrutin. *Histoire de l'Académie royale des sciences, année 1781*.
Condorcet (1785). *Essai sur l'application de l'analyse à la probabilité des décisions rendues à la pluralité des voix*.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from course_utils.measures._checks import number

Profile = Sequence[tuple[float, Sequence[str]]]
_SAME = 1e-12


def borda(profile: Profile) -> dict[str, float]:
    """Return Borda's points: of m candidates the first of a ranking gets m - 1, the last 0, times its weight.

    Parameters
    ----------
    profile : sequence of (weight, ranking)
        Weights of at least 0, not all 0; every ranking names the same candidates, each once.

    Returns
    -------
    dict of str to float
        Points by candidate, in the order of the first ranking; ties are left for the reader to see.

    Raises
    ------
    ValueError
        If there is no ranking, a weight is negative or not finite, or two rankings differ in their candidates.

    Examples
    --------
    >>> borda([(3, ("A", "B", "C")), (2, ("B", "C", "A"))])
    {'A': 6.0, 'B': 7.0, 'C': 2.0}
    """
    rows = _checked(profile)
    points = dict.fromkeys(rows[0][1], 0.0)
    for weight, ranking in rows:
        for place, name in enumerate(ranking):
            points[name] += weight * (len(ranking) - 1 - place)
    return points


def plurality(profile: Profile) -> dict[str, float]:
    """Return the weight of the rankings that each candidate leads.

    Parameters, errors and order are those of `borda`.

    Examples
    --------
    >>> plurality([(3, ("A", "B", "C")), (2, ("B", "C", "A"))])
    {'A': 3.0, 'B': 2.0, 'C': 0.0}
    """
    rows = _checked(profile)
    return _firsts(rows, rows[0][1])


def instant_runoff(profile: Profile) -> str | None:
    """Return who wins if the candidate with fewest first places leaves, round after round.

    Parameters and errors are those of `borda`.

    Returns
    -------
    str or None
        The winner. Where several are last with equally many, each of them is tried as the one who leaves: the winner
        if it is always the same, else None.

    Examples
    --------
    >>> instant_runoff([(4, ("A", "B", "C")), (3, ("B", "C", "A")), (2, ("C", "B", "A"))])
    'B'
    >>> instant_runoff([(1, ("A", "B")), (1, ("B", "A"))]) is None
    True
    """
    rows = _checked(profile)
    winners = _survivors(rows, frozenset(rows[0][1]), {})
    return next(iter(winners)) if len(winners) == 1 else None


def duels(profile: Profile) -> dict[tuple[str, str], float]:
    """Return for each ordered pair of candidates the weight of the rankings that put the first before the second.

    Parameters and errors are those of `borda`.

    Examples
    --------
    >>> duels([(3, ("A", "B")), (2, ("B", "A"))])
    {('A', 'B'): 3.0, ('B', 'A'): 2.0}
    """
    rows = _checked(profile)
    names = rows[0][1]
    found = {(one, other): 0.0 for one in names for other in names if one != other}
    for weight, ranking in rows:
        for place, name in enumerate(ranking):
            for beaten in ranking[place + 1 :]:
                found[name, beaten] += weight
    return found


def condorcet_winner(profile: Profile) -> str | None:
    """Return the candidate who wins every duel by more than half of the weight, or None.

    Parameters and errors are those of `borda`.

    Examples
    --------
    >>> condorcet_winner([(4, ("A", "B", "C")), (3, ("B", "C", "A")), (2, ("C", "B", "A"))])
    'B'
    """
    beats = _beaten(profile)
    return next((name for name, lost in beats.items() if len(lost) == len(beats) - 1), None)


def condorcet_cycle(profile: Profile) -> tuple[str, ...] | None:
    """Return a shortest cycle in which each beats the next and the last beats the first, or None.

    Parameters and errors are those of `borda`. It starts at the first of its candidates in the order of the first
    ranking. There may be both a cycle and a `condorcet_winner`, who then stands outside it.

    Examples
    --------
    >>> condorcet_cycle([(1, ("A", "B", "C")), (1, ("B", "C", "A")), (1, ("C", "A", "B"))])
    ('A', 'B', 'C')
    """
    beats = _beaten(profile)
    paths: list[tuple[str, ...]] = [(name,) for name in beats]
    while paths:
        if closed := next((path for path in paths if path[0] in beats[path[-1]]), None):
            return closed
        longer = ((*path, name) for path in paths for name in beats[path[-1]] if name not in path)
        paths = [path for path in longer if len(path) <= len(beats)]
    return None


def _beaten(profile: Profile) -> dict[str, list[str]]:
    """Whom each candidate beats, in the order of the first ranking."""
    found = duels(profile)
    names = list(dict.fromkeys(one for one, _other in found)) or list(_checked(profile)[0][1])
    slack = _SAME * sum(weight for weight, _ranking in profile)
    return {a: [b for b in names if a != b and found[a, b] > found[b, a] + slack] for a in names}


def _firsts(rows: list[tuple[float, tuple[str, ...]]], left: Iterable[str]) -> dict[str, float]:
    count = dict.fromkeys(left, 0.0)
    for weight, ranking in rows:
        count[next(name for name in ranking if name in count)] += weight
    return count


def _survivors(
    rows: list[tuple[float, tuple[str, ...]]], left: frozenset[str], known: dict[frozenset[str], frozenset[str]]
) -> frozenset[str]:
    """Whoever may be the last one left, over all ways to settle ties for the last place."""
    if len(left) == 1:
        return left
    if left not in known:
        count = _firsts(rows, left)
        least = min(count.values()) + _SAME * sum(count.values())
        leaving = [name for name, value in count.items() if value <= least]
        known[left] = frozenset().union(*(_survivors(rows, left - {name}, known) for name in leaving))
    return known[left]


def _checked(profile: Profile) -> list[tuple[float, tuple[str, ...]]]:
    rows = [(number("weight", weight, "[0, inf)"), tuple(ranking)) for weight, ranking in profile]
    if not rows or not rows[0][1]:
        raise ValueError("profile holds no ranking")
    names = set(rows[0][1])
    for _weight, ranking in rows:
        if set(ranking) != names or len(ranking) != len(names):
            raise ValueError(f"profile: each ranking must name {', '.join(sorted(names))} once, got {ranking}")
    if not sum(weight for weight, _ranking in rows):
        raise ValueError("profile: the weights must not all be 0")
    return rows
