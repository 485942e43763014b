"""The runs of a class side by side: codes in, one table out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from course_utils.concepts.govern_a_territory.codes import decode, encode
from course_utils.concepts.govern_a_territory.game import Game, play
from course_utils.concepts.govern_a_territory.plan import Plan
from course_utils.concepts.govern_a_territory.recipes import recipe
from course_utils.concepts.govern_a_territory.rules import SCORES
from course_utils.concepts.govern_a_territory.territories import places

#: Invented students, and the recipe that each of them plays, with nothing from outside.
STUDENTS = {"Ana": "large_firm", "Ben": "local", "Chloe": "governance", "Djibril": "mixed"}


def sample_class(territory: str = "38") -> str:
    """Return the codes of four invented students, one a line, as a teacher would paste them.

    Examples
    --------
    >>> [line.partition(":")[0] for line in sample_class().splitlines()]
    ['Ana', 'Ben', 'Chloe', 'Djibril']
    """
    plans = {name: Plan(territory, turns=recipe(key), shocks=False) for name, key in STUDENTS.items()}
    return "\n".join(f"{name}: {encode(plan)}" for name, plan in plans.items())


def read_codes(codes: str | Iterable[str]) -> tuple[list[tuple[str, Game]], list[tuple[int, str, str]]]:
    """Play the codes of a class again.

    Parameters
    ----------
    codes : str or iterable of str
        One a line: a code, or ``name: code``. Empty lines are skipped.

    Returns
    -------
    runs : list of (name, game)
        In the order given; a run without a name is called by the number of its line.
    wrong : list of (line, name, error)
        The lines that are no code, and what is wrong with each.
    """
    lines = codes.splitlines() if isinstance(codes, str) else list(codes)
    runs: list[tuple[str, Game]] = []
    wrong: list[tuple[int, str, str]] = []
    for n, line in enumerate(lines, 1):
        before, colon, after = line.rpartition(":")
        name = before.strip() if colon else ""
        name = name or str(n)
        if not line.strip():
            continue
        try:
            runs.append((name, play(decode(after.strip()))))
        except ValueError as error:
            wrong.append((n, name, str(error)))
    return runs, wrong


def compare(codes: str | Iterable[str], skip_wrong: bool = False) -> pd.DataFrame:
    """Compare the runs of a class by their codes.

    Parameters
    ----------
    codes : str or iterable of str
        One a line: a code, or ``name: code``.
    skip_wrong : bool
        Leave out what cannot be read instead of refusing all.

    Returns
    -------
    DataFrame
        A row a run, indexed by name: territory, seed, budget, turns, the five scores at its end, ``average_<score>``
        over its years, number of cards and code.

    Raises
    ------
    ValueError
        Naming each line that is no code, and what is wrong with it.

    Examples
    --------
    >>> from course_utils.concepts.govern_a_territory import play
    >>> code = play(turns=[["growth_zone"]])["code"]
    >>> compare([f"Ana: {code}"])["territory"].tolist()
    ['Isère']
    >>> compare("Ana: 170D1600")
    Traceback (most recent call last):
    ...
    ValueError: line 1 (Ana): a game code has 34 characters, got 8
    """
    runs, wrong = read_codes(codes)
    if wrong and not skip_wrong:
        raise ValueError("; ".join(f"line {n} ({name}): {error}" for n, name, error in wrong))
    table = pd.DataFrame([_row(name, game) for name, game in runs], columns=_columns())
    return table.set_index("name")


def _columns() -> list[str]:
    averages = [f"average_{score}" for score in SCORES]
    return ["name", "territory", "seed", "budget", "turns", *SCORES, *averages, "cards", "code"]


def _row(name: str, game: Game) -> dict[str, Any]:
    cards = sum(len(cards) for cards in game["turns"])
    start = {"name": name, "territory": places()[game["territory"]].name, "seed": game["seed"]}
    start |= {"budget": game["budget"], "turns": len(game["turns"])}
    averages = {f"average_{score}": game["averages"][score] for score in SCORES}
    return start | game["scores"] | averages | {"cards": cards, "code": game["code"]}
