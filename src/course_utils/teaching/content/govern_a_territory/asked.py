"""What the model answers to the questions of this chapter."""

from __future__ import annotations

from typing import Any

from course_utils.explorer.registry import explore, result
from course_utils.teaching.territory import my_territory

CONCEPT = "govern_a_territory"
SCORES = ("income", "jobs", "resilience", "environment", "voice")
#: Recipes of the invented class of exercise 5.
STUDENTS = {"Ana": "large_firm", "Ben": "local", "Chloe": "governance", "Djibril": "mixed"}


def recipes(place: str = "38", shocks: bool = True) -> dict[str, Any]:
    """Return what each recipe gives in a département, over the games of the explorer."""
    panel = next(panel for panel in explore(CONCEPT).panels if panel.key == "recipes")
    return dict(panel.model(shocks=shocks, budget="normal", place=place))


def end(recipe: str, score: str, **where: Any) -> float:
    """Mean of a score in 2025."""
    return float(recipes(**where)[recipe].mean(score))


def average(recipe: str, score: str, **where: Any) -> float:
    """Mean of a score over all years from 1955 to 2025."""
    return float(recipes(**where)[recipe].paths[score].mean())


def beats(one: str, two: str, over_years: bool = False, place: str = "38") -> float:
    """On how many scores a recipe beats another, in 2025 or over all years."""
    found = recipes(place)
    return float(sum(_value(found[one], s, over_years) > _value(found[two], s, over_years) for s in SCORES))


def _value(outcome: Any, score: str, over_years: bool) -> float:
    return float(outcome.paths[score].mean() if over_years else outcome.mean(score))


def order(one: str, two: str, score: str) -> float:
    """Points of a score in 2025 that the order of two cards changes: the first first, less the second first."""
    found = result(f"{CONCEPT}.sequence", "orders", one=one, two=two, place="38")
    n = SCORES.index(score)
    return float(found.first[n] - found.second[n])


def my_lead() -> tuple[float, float]:
    """On how many scores the local recipe beats the large-firm one in the reader's département: 2025, all years.

    Raises
    ------
    ValueError
        Overseas, where the game cannot start.
    """
    home = my_territory().departement
    if len(home) > 2:
        raise ValueError('the game has the 96 départements of metropolitan France: choose one, my_territory("38")')
    return beats("local", "large_firm", place=home), beats("local", "large_firm", True, home)


def best_student(score: str, over_years: bool) -> str:
    """Return the student of the invented class who leads on a score."""
    found = recipes(shocks=False)
    return max(STUDENTS, key=lambda name: _value(found[STUDENTS[name]], score, over_years))
