"""Exercises of the national champions, from reading a bar to sizing a champion."""

from __future__ import annotations

from course_utils.teaching.content.national_champions import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the last is on the reader's territory."""
    return _read(), _fixed(), _cases(), _ruin(), _my_champion()


def _read() -> Exercise:
    return Exercise(
        "national_champions.1",
        "number",
        task=_(
            "Borders closed, no fixed cost. Three of four firms merge and save 10 on each unit. By how much does the"
            " nation's welfare change?"
        ),
        expected=lambda: asked.merger(merged="3", gain=10.0).nation,
        asks=_("a number, negative for a loss"),
        right=_("A large gain, and still the price is far above what it was: consumers pay, firms earn more."),
        hint=_("Set the three controls and read the sentence, or `champions.merger(...).nation`."),
        slack=0.6,
        slips=(
            Slip(
                lambda: asked.merger(merged="3", gain=10.0).partners,
                _("That is what the partners gain. The nation is everybody: consumers and rivals too."),
            ),
            Slip(
                lambda: -asked.merger(merged="3", gain=10.0).nation, _("The size is right, the sign is not: who gains?")
            ),
        ),
    )


def _fixed() -> Exercise:
    return Exercise(
        "national_champions.2",
        "number",
        task=_(
            "Two of four firms merge behind closed borders and save nothing on a unit, but one fixed cost F of two. How"
            " large must F be for the *partners* not to lose?"
        ),
        expected=lambda: asked.fixed_that_pays("partners"),
        asks=_("a number"),
        right=_(
            "And the nation is satisfied with less: with a fixed cost in between, again, a merger that the nation"
            " wants and the firms do not."
        ),
        hint=_("The merger saves exactly F. What do the partners lose without it?"),
        tolerance=0.01,
        slips=(
            Slip(
                lambda: asked.fixed_that_pays("nation"),
                _("From there on the *nation* does not lose. The partners need more."),
            ),
        ),
    )


def _cases() -> Exercise:
    return Exercise(
        "national_champions.3",
        "number, set",
        task=_(
            "Which mergers of the table joined three firms? And if each had joined three of four equal firms behind"
            " closed borders, from which scale gain on would the nation not have lost?"
        ),
        expected=lambda: (asked.starts("3")["nation"], asked.mergers_of_three()),
        asks=_('a number and a set of names, (1.5, {"...", "..."})'),
        right=_(
            "More than a quarter of the cost. And the partners are content with far less: with three of four the"
            " order of the two marks is turned round, and firms will ask for what the nation should refuse."
        ),
        hint=_("`champions.table()` has a column of partners; `champions.gain_for(...)` or the diamonds do the rest."),
        tolerance=0.01,
        slack=0.02,
        choices=asked.case_names,
        slips=(
            Slip(
                lambda: (asked.starts("3")["partners"], asked.mergers_of_three()),
                _("The names are right; the number is that of the *partners*."),
            ),
        ),
    )


def _ruin() -> Exercise:
    return Exercise(
        "national_champions.4",
        "number",
        task=_(
            "A merger of two of four fails: the champion's unit costs 40. A foreign firm makes it for 10. What is the"
            " highest tariff on the slider at which the champion has left the market?"
        ),
        expected=asked.tariff_that_ruins,
        asks=_("a tariff"),
        right=_("Above it the tariff keeps alive a firm that makes for 40 what others make for 20, at home, too."),
        hint=_("Lower the tariff step by step until the sentence says that the champion has left."),
        slack=0.1,
    )


def _my_champion() -> Exercise:
    return Exercise(
        "national_champions.5",
        "number",
        task=_(
            "SNIAS employed 42,000 people in 1969. What fraction is that of the industry jobs of your département in"
            " 2018, `champions.industry_jobs()[my_territory().departement]`?"
        ),
        expected=lambda: asked.employees() / asked.industry_jobs(),
        asks=_("a fraction, 0.5 for half (it may be above 1)"),
        right=_(
            "A scale, not a history: those people worked in many places. But it says what a département asks for when"
            " it asks for a champion."
        ),
        hint=_("Divide the two numbers, or read the sentence under the last explorer."),
        slack=0.006,
        slips=(
            Slip(lambda: asked.industry_jobs() / asked.employees(), _("Turn it round: firm over département.")),
            Slip(lambda: asked.employees() / asked.all_jobs(), _("That is of *all* jobs. Take those of industry.")),
        ),
    )
