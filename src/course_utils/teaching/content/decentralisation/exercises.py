"""Exercises of decentralisation, from one threshold to the reader's own département."""

from __future__ import annotations

from course_utils.teaching.content.decentralisation import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fourth is on the reader's territory."""
    return _few(), _cost(), _size(), _mine(), _steps()


def _few() -> Exercise:
    return Exercise(
        "decentralisation.1",
        "number",
        task=_("Four places share 30 % of the benefit. How much must tastes vary for places alone to win?"),
        expected=lambda: asked.frontier(0.3, 4),
        asks=_("a coefficient of variation, such as 0.2"),
        right=_(
            "Less than with many places: with four, each gets back a quarter of what it gives to all, and forgets less."
        ),
        hint=_("`threshold(0.3, n=4)`, or four places in the explorer at a spillover of 30 %."),
        slips=(Slip(lambda: 0.3 / 0.7, _("That is the limit for very many places. Here there are four.")),),
    )


def _cost() -> Exercise:
    return Exercise(
        "decentralisation.2",
        "number, number",
        task=_(
            "Thirty-six places, spillover 10 %. How much must tastes vary for places alone to win, without a fixed cost"
            " and with one of 2 % a jurisdiction?"
        ),
        expected=lambda: (asked.frontier(0.1, 36), asked.frontier(0.1, 36, 0.02)),
        asks=_("two coefficients of variation, (0.2, 0.3)"),
        right=_("Two percent count for more than a tenth of spillover: small costs, paid often."),
        hint=_("`threshold(0.1, n=36, fixed=0.02)` gives the second."),
    )


def _size() -> Exercise:
    return Exercise(
        "decentralisation.3",
        "number, number",
        task=_(
            "Neighbours' tastes are very much alike, vary by 0.4, and 30 % is shared; no fixed cost. Which size of"
            " groups of neighbours misses least, and how much does it miss?"
        ),
        expected=lambda: asked.best_size(map="sorted"),
        asks=_("a number of places and a loss in %, (12, 2.5)"),
        right=_("The living area itself. A larger group adds strangers, a smaller one cuts friends apart."),
        hint=_("Read the lowest point of the line of neighbours, or look in `losses(\"sorted\", 0.4, 0.3).mean[0]`."),
        slack=0.1,
        slips=(
            Slip(lambda: asked.best_size(), _("That is for tastes only somewhat alike: take \"very much alike\".")),
        ),
    )  # fmt: skip


def _mine() -> Exercise:
    return Exercise(
        "decentralisation.4",
        "number, number",
        task=_(
            "Among the intercommunalities of 2026 whose main département is yours, `my_territory().departement`: how"
            " many have fewer than 15,000 inhabitants, and what is the median number of communes?"
        ),
        expected=lambda: asked.small(my_territory().departement),
        asks=_("a count and a median, (3, 24)"),
        right=_(
            "Fifteen thousand is what the law of 2015 asked for, with exceptions for mountains and empty places. Does"
            " your count tell of those?"
        ),
        hint=_("Filter `load(\"epci\")` by year and département; `.median()` of the column `communes`."),
        tolerance=0.0,
        slack=0.01,
    )  # fmt: skip


def _steps() -> Exercise:
    return Exercise(
        "decentralisation.5",
        "number, number",
        task=_(
            "In the table of competences, laws of 2010 to 2020: how many steps lead to the région, how many to groups?"
        ),
        expected=lambda: asked.steps_to(2010, 2020),
        asks=_("two counts, (3, 5)"),
        right=_(
            "In the decade of the large régions, groups of communes received more than régions did, and most of it from"
            " below: what rose to them came from the communes."
        ),
        hint=_("Keep the rows whose `law_date` lies in these years, then count `to_level`."),
        tolerance=0.0,
        slack=0.01,
        slips=(Slip(lambda: asked.steps_to(1972, 2026), _("That counts the laws of all years.")),),
    )
