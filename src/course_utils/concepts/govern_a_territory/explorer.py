"""The explorer ``govern_a_territory``: one era's policy and nothing else, or a mixed sequence, over many seeds."""

from __future__ import annotations

from course_utils.concepts.govern_a_territory import figure, sentences, wording
from course_utils.concepts.govern_a_territory.recipes import RECIPES, Outcome, outcome
from course_utils.concepts.govern_a_territory.territories import places
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Toggle
from course_utils.words import _

#: Départements that are offered: mountain and industry, the old industry of the north, the emptiest, a large port.
PLACES = ("38", "59", "48", "13")
ALL = ("recipe", "shocks", "budget", "place", "score")
SETTING = ("shocks", "budget", "place")


def explorer() -> Explorer:
    """Return the explorer ``govern_a_territory``."""
    return Explorer(
        name="govern_a_territory",
        controls={
            "recipe": Choice(_("Recipe"), wording.recipes(), "large_firm"),
            "score": Choice(_("Score drawn"), wording.scores(), "jobs"),
            "shocks": Toggle(_("Shocks from outside"), True),
            "budget": Choice(_("Budget of a decade"), wording.budgets(), "normal"),
            "place": Choice(_("Territory"), {code: places()[code].name for code in PLACES}, PLACES[0]),
        },
        panels=[_paths(), _recipes()],
        reading=Reading(_table, sentences.reading, ALL),
        title=_("One recipe for seventy years"),
        caption=_(
            "A recipe plays the cards of one era from the decade in which they exist, and nothing before; the mixed one"
            " takes from every era in its time. What cannot be paid is left out."
        ),
        note=_(
            "A stylised model: coefficients are chosen, not estimated; jobs by sector (2008), people and communes are"
            " those of the département. 100 games (seeds 1,000 to 1,099), the same chance for every recipe."
        ),
    )


def _paths() -> Panel:
    return Panel(
        "paths",
        lambda recipe, shocks, budget, place, score: outcome(recipe, place, budget, shocks),
        figure.paths_figure,
        ALL,
        title=_("One score, year by year"),
        alt=_("A line from 1955 to 2025 for the score chosen, in a band, beside a dashed line for no policy at all."),
        height=340,
        overlay=Overlay(
            lambda shocks, place, score: outcome("nothing", place, "normal", shocks),
            figure.idle_trace,
            ("shocks", "place", "score"),
        ),
    )


def _recipes() -> Panel:
    return Panel(
        "recipes",
        _all,
        figure.recipes_figure,
        SETTING,
        title=_("All recipes, all scores"),
        alt=_("Seven rows, one a recipe; five marks in each, one a score. No row leads on all five."),
        height=420,
        overlay=Overlay(
            lambda recipe, shocks, budget, place: outcome(recipe, place, budget, shocks),
            figure.your_recipe,
            ("recipe", *SETTING),
        ),
    )


def _all(shocks: bool, budget: str, place: str) -> dict[str, Outcome]:
    return {name: outcome(name, place, budget, shocks) for name in RECIPES}


def _table(recipe: str, shocks: bool, budget: str, place: str, score: str) -> dict[str, Outcome]:
    return _all(shocks, budget, place)
