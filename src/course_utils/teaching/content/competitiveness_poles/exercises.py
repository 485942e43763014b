"""Exercises of the competitiveness poles: biases by hand, a sealed file, the ends of labels, the reader's région."""

from __future__ import annotations

from course_utils.teaching.content.competitiveness_poles import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _

NAMES = {
    "naive": "naive",
    "before_after": "before_after",
    "before-after": "before_after",
    "did": "did",
    "difference-in-differences": "did",
    "matching": "matching",
}
DECLINE = {"rule": "falling", "strength": "0.9", "gap": "2", "noise": "5", "effect": "5"}


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fourth is on the reader's territory."""
    return _decline(), _file(), _ends(), _mine(), _precise()


def _decline() -> Exercise:
    return Exercise(
        "competitiveness_poles.1",
        "number",
        task=_(
            "A policy picks firms in decline (strength 0.9, spread of trends 2 % a year, noise 5 %) and truly adds 5 %."
            " What does difference-in-differences report on average?"
        ),
        expected=lambda: asked.mean("did", **DECLINE),
        asks=_("a percentage such as 3.5"),
        right=_("A policy that works looks as if it harmed: members would have fallen further behind without it."),
        hint=_("Set the laboratory, or add the third of `known_bias(Policy(...))` to the true effect."),
        slack=0.3,
        slips=(
            Slip(lambda: asked.mean("did", **DECLINE) - 5, _("That is the bias: the true effect is to be added.")),
            Slip(lambda: asked.mean("naive", **DECLINE), _("That is the naive difference.")),
        ),
    )


def _file() -> Exercise:
    return Exercise(
        "competitiveness_poles.2",
        "set",
        task=_(
            "File C, with all but the last year as “before”: which estimates have an interval that holds the truth?"
        ),
        expected=lambda: asked.file_holds("C", "early"),
        asks=_('a set of names, such as {"naive", "did"}'),
        right=_("The good year is out of the baseline, and what is permanent is out of the difference."),
        hint=_("Sign any estimate and open the file, or call `holding`."),
        slips=(
            Slip(lambda: asked.file_holds("C", "all"), _("That is so with all four years as “before”.")),
            Slip(lambda: asked.file_holds("C", "last"), _("That is so with the lucky year alone as “before”.")),
        ),
        choices=lambda: NAMES,
    )


def _ends() -> Exercise:
    return Exercise(
        "competitiveness_poles.3",
        "number, number",
        task=_(
            "What share of the labels had merged ten years after they were given? Give the lower and the upper bound."
        ),
        expected=lambda: asked.merged(10),
        asks=_("two fractions, (0.1, 0.2)"),
        right=_("Mergers came late, with phases IV and V; by fifteen years the share is about three times as large."),
        hint=_("`ends().by(10, ...)`, or hover over the band of mergers."),
        slack=0.003,
        slips=(Slip(lambda: asked.ends().by(10, "other"), _("Those are the ends that were no mergers.")),),
    )


def _mine() -> Exercise:
    return Exercise(
        "competitiveness_poles.4",
        "number, number",
        task=_(
            "How many pôles were labelled in the région that your département, `my_territory()`, belonged to until"
            " 2015, and how many of them ended in a merger?"
        ),
        expected=lambda: asked.region_counts(my_territory().departement),
        asks=_("two whole numbers, (8, 3)"),
        right=_("Look up what each merged into: with whom, and how far away? Is the theme still worked on at home?"),
        hint=_("`home(my_territory().departement).around` gives the names; `poles()` has a column `cause`."),
        tolerance=0.0,
        slack=0.01,
    )


def _precise() -> Exercise:
    return Exercise(
        "competitiveness_poles.5",
        "number, number",
        task=_(
            "Firms on the rise are picked (strength 0.6, spread of trends 2 %). How often does the interval of"
            " difference-in-differences hold the truth with a noise of 20 %, and how often with 5 %?"
        ),
        expected=lambda: tuple(
            asked.coverage("did", rule="rising", gap="2", noise=noise, baseline="all") for noise in ("20", "5")
        ),
        asks=_("two fractions, (0.9, 0.5)"),
        right=_("Better data, worse coverage: the interval shrinks around the wrong value."),
        hint=_("`score(Policy(...)).coverage[2]`, or the bars of the laboratory."),
        tolerance=0.02,
        slack=0.005,
    )
