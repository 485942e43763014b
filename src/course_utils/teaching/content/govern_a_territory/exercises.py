"""Exercises of the game, from reading two recipes to reading a class."""

from __future__ import annotations

from course_utils.teaching.content.govern_a_territory import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises; the third is on the reader's territory."""
    return _recipes(), _order(), _mine(), _nothing(), _class()


def _recipes() -> Exercise:
    return Exercise(
        "govern_a_territory.1",
        "number, number",
        task=_(
            "Isère, normal budget, shocks: on how many of the five scores does the recipe of ecosystems beat that of"
            " the large firm in 2025, and on how many averaged over all years?"
        ),
        expected=lambda: (
            asked.beats("ecosystems", "large_firm"),
            asked.beats("ecosystems", "large_firm", True),
        ),
        asks=_("two whole numbers, (0, 0)"),
        right=_("The later an era begins, the more it loses by counting all years. Is that a fault of the era?"),
        hint=_("`outcome(name).mean(score)` is 2025; `outcome(name).paths[score].mean()` is all years."),
        tolerance=0.0,
    )


def _order() -> Exercise:
    return Exercise(
        "govern_a_territory.2",
        "number",
        task=_(
            "Find an order that matters: concertation and a regional metropolis in Isère, one in 1995, the other in"
            " 2005. How many points of voice in 2025 does the better order have more than the other?"
        ),
        expected=lambda: abs(asked.order("concertation", "regional_metropolis", "voice")),
        asks=_("a number of points"),
        right=_("What fades should come late, what lasts may come early; and 2025 is not the end of time."),
        hint=_("The second explorer names the score that the order changes most; `sequence(...).first - .second`."),
        tolerance=0.02,
        slips=(
            Slip(
                lambda: abs(asked.order("concertation", "regional_metropolis", "income")),
                _("That is income. Take the fifth score."),
            ),
        ),
    )


def _mine() -> Exercise:
    return Exercise(
        "govern_a_territory.3",
        "number, number",
        task=_(
            "In your département, `my_territory()`: on how many scores does the local recipe beat that of the large"
            " firm, in 2025 and over all years?"
        ),
        expected=asked.my_lead,
        asks=_("two whole numbers, (0, 0)"),
        right=_("Now try Lozère, 48, and Isère, 38. Where does a first plant change most?"),
        hint=_("`outcome(name, code)` takes the code of a département."),
        tolerance=0.0,
    )


def _nothing() -> Exercise:
    return Exercise(
        "govern_a_territory.4",
        "number",
        task=_(
            "Play Isère with seed 1, normal budget, shocks: on how many scores of 2025 does your game beat the one in"
            " which nothing is played? Go on until it is all of them."
        ),
        expected=lambda: float(len(asked.SCORES)),
        asks=_("a number of scores"),
        right=_("It can be done. Now look at your averages: did it take seventy years, or the last two decades?"),
        hint=_("Hardly any hand of random cards does it. Spend nothing in 1955; care needs a say first."),
        tolerance=0.0,
    )


def _class() -> Exercise:
    return Exercise(
        "govern_a_territory.5",
        "text, text",
        task=_(
            "Read the codes of `sample_class()` with `compare`. Who leads on resilience in 2025, and who on its"
            " average over all years?"
        ),
        expected=lambda: (asked.best_student("resilience", False), asked.best_student("resilience", True)),
        asks=_('two names, ("...", "...")'),
        right=_("Nobody from outside came to this class's games. Would shocks have changed the first name?"),
        hint=_("`compare(sample_class())` has columns `resilience` and `average_resilience`."),
        choices=lambda: {name: name for name in asked.STUDENTS},
    )
