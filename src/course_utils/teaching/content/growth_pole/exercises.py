"""Exercises of the growth pole, from reading the explorer to reading the model backwards."""

from __future__ import annotations

from typing import Any

from course_utils.teaching.content.growth_pole import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _

REFINERY: dict[str, Any] = {"sector": "refining", "share": 0.05}


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the third is on the reader's territory."""
    return _leak(), _amount_and_share(), _my_region(), _jobs(), _size()


def _leak() -> Exercise:
    return Exercise(
        "growth_pole.1",
        "number",
        task=_(
            "Place an oil refinery in a region with 5 % of national jobs (delta = 0.3, local supply left alone). What"
            " share of indirect production leaks?"
        ),
        expected=lambda: asked.pull(**REFINERY).leak,
        asks=_("a fraction between 0 and 1"),
        right=_(
            "A refinery leaks less than a steelworks in the same place: of every 100 that it sells, a quarter buys"
            " from its own branch, and the model takes all of that as local."
        ),
        hint=_("Set the two controls and read the sentence under the figure, or look at `pull(...).leak`."),
        slack=0.006,
        slips=(
            Slip(lambda: asked.pull(**REFINERY).kept, _("That is what *stays*. What leaks is the rest.")),
            Slip(
                lambda: 1 - asked.pull(**REFINERY).total_kept,
                _("That is the leak of *total* production. Leave the refinery's own production out: indirect only."),
            ),
        ),
    )


def _amount_and_share() -> Exercise:
    def expected() -> tuple[str, str]:
        found = asked.pulls()
        return max(found, key=lambda s: found[s].national.sum() - found[s].regional.sum()), min(
            found, key=lambda s: found[s].kept
        )

    return Exercise(
        "growth_pole.2",
        "text, text",
        task=_(
            "Same order to each of the six motor firms, in a region with 2 % of national jobs (delta = 0.3). From"
            " which one does most leak, in million reais? And which one keeps the smallest *share*?"
        ),
        expected=expected,
        asks=_('two motor sectors, ("...", "...")'),
        right=_(
            "Hotels set off less than steel, so less leaks in all; yet of the little that they set off, three quarters"
            " leave. An amount and a share answer two different questions."
        ),
        hint=_("Compare the second bars first, then each first bar with the length of both."),
        choices=lambda: {name: name for name in asked.motors().values()} | asked.motors(),
    )


def _my_region() -> Exercise:
    def expected() -> tuple[float, set[str]]:
        share = my_territory().share
        return asked.content_that_keeps(0.5, share), asked.suppliers_that_leak(share, 2)

    return Exercise(
        "growth_pole.3",
        "number, set",
        task=_(
            "Take your département's share of national jobs, `my_territory().share`. With steel and delta = 0.3, find"
            " the smallest rise of local supply at which half of indirect production stays. Which two suppliers would"
            " you court first: those from whom most leaks while local supply is left alone?"
        ),
        expected=expected,
        asks=_('a fraction and a set of two sectors, (0.5, {"...", "..."})'),
        right=_("Now ask what it would take to bring them: a mine cannot be moved, a wholesaler can."),
        hint=_(
            "For the first part `supply_that_keeps(0.5, ...)`, or the slider in steps of 5 %; for the second the"
            " first rows of `suppliers(...)`."
        ),
        tolerance=0.02,
        slack=0.03,
        choices=lambda: {name: name for name in asked.sectors()},
    )


def _jobs() -> Exercise:
    return Exercise(
        "growth_pole.4",
        "number",
        task=_(
            "How many jobs does an order of 1,000 million reais to the steelworks bring to suppliers *inside* a"
            " region with 2 % of national jobs (delta = 0.3)? Use the jobs for a million of output of each of the 68"
            " sectors in `input_output(68)`."
        ),
        expected=asked.jobs_in_region,
        asks=_("a number of jobs"),
        right=_("Fewer than a third of the suppliers' jobs: the same leak, seen from the labour exchange."),
        hint=_("Jobs are `(employment / x) @ pull(...).regional`, sector by sector, then added up."),
        slips=(
            Slip(asked.jobs_in_country, _("That is the whole country. How many of these jobs are inside the region?")),
            Slip(
                lambda: asked.jobs_in_country() - asked.jobs_in_region(),
                _("Those are the jobs that leak. The exercise asks for those that stay."),
            ),
        ),
    )


def _size() -> Exercise:
    return Exercise(
        "growth_pole.5",
        "number",
        task=_(
            "Nothing is done for local supply and delta is 0.3. From which share of national jobs on does a region"
            " keep half of the indirect production of steel? Then look for a French département, or a région, of that"
            " size."
        ),
        expected=lambda: asked.size_that_keeps(0.5),
        asks=_("a fraction between 0 and 1"),
        right=_(
            "No French département is that large, Paris included. Of the régions only Île-de-France is;"
            " Auvergne-Rhône-Alpes misses it by a hair."
        ),
        hint=_("Follow the dotted curve down to 50 %, or read the model backwards with `size_that_keeps(0.5, ...)`."),
        tolerance=0.03,
        slips=(
            Slip(
                lambda: asked.content_that_keeps(0.5, 0.02),
                _("That is the rise of local supply that a region of 2 % needs. Here only its size may change."),
            ),
        ),
    )
