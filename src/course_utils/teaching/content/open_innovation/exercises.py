"""Exercises of open innovation, from reading a curve to the doors around the reader."""

from __future__ import annotations

from course_utils.teaching.content.open_innovation import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the last is on the reader's territory."""
    return _fall(), _border(), _breadth(), _opening(), _mine()


def _fall() -> Exercise:
    return Exercise(
        "open_innovation.1",
        "number",
        task=_("Learning is easy, β = 0.05. Everything leaks. By which fraction of itself has research fallen?"),
        expected=lambda: asked.fall(asked.EASY),
        asks=_("a fraction, such as 0.3"),
        right=_("Only an eighth, where it was half with β = 0: even a little difficulty makes research worth having."),
        hint=_("`1 - oi.game(1, 0.05).research / oi.game(0, 0.05).research`, or the second figure at 100 %."),
        tolerance=0.02,
        slips=(
            Slip(lambda: asked.fall(0.0), _("That is β = 0, where learning is free.")),
            Slip(lambda: -asked.fall(asked.HARD), _("That is the *rise* with β = 0.2.")),
        ),
    )


def _border() -> Exercise:
    return Exercise(
        "open_innovation.2",
        "number",
        task=_(
            "Nothing is known outside the two firms. Above which difficulty β does a little spillover *raise* research?"
        ),
        expected=asked.border,
        asks=_("a difficulty β, with two decimals at least"),
        right=_("M (1 - M) / (1 + 3 M), with M = 4/23: the dashed line of the map begins there."),
        hint=_("Read where the dashed line of the map meets the left edge, or try `oi.game(0.01, beta)`."),
        tolerance=0.06,
        slips=(Slip(lambda: asked.rivals(0.0, asked.HARD).research, _("That is research itself when nothing leaks.")),),
    )


def _breadth() -> Exercise:
    return Exercise(
        "open_innovation.3",
        "number",
        task=_("A firm with a large laboratory pays 0.05 for each partner that it asks. How many should it ask?"),
        expected=lambda: asked.search("large", 0.05).best,
        asks=_("a whole number"),
        right=_("The n-th partner brings γ / n. With γ = 2/3 the thirteenth still pays, the fourteenth does not."),
        hint=_("`oi.best_breadth(oi.capacity('large'), 0.05)`; by hand, divide γ by the cost."),
        tolerance=0.0,
        slips=(
            Slip(lambda: asked.search("medium", 0.05).best, _("That is the medium laboratory, with γ = 1/2.")),
            Slip(lambda: asked.search("large", 0.05).best + 1, _("The last one costs more than it brings.")),
        ),
    )


def _opening() -> Exercise:
    return Exercise(
        "open_innovation.4",
        "number",
        task=_(
            "The funnel, medium laboratory, a partner costs 0.35. How much more is left with eight partners than with"
            " none?"
        ),
        expected=lambda: asked.opening("medium", 8, 0.35),
        asks=_("in average ideas, with a decimal"),
        right=_("And without a laboratory eight partners would have taken 2.8 away."),
        hint=_("`oi.funnel('medium', 8).left(0.35)` less the same with 0, or the two numbers of the sentence."),
        slack=0.16,
        slips=(
            Slip(lambda: asked.year("medium", 8).left(0.35), _("That is what is left, not how much *more*.")),
            Slip(lambda: asked.opening("medium", 8, 0.0), _("Before partners are paid. Take 8 × 0.35 away.")),
        ),
    )


def _mine() -> Exercise:
    return Exercise(
        "open_innovation.5",
        "number",
        task=_(
            "A firm with a large laboratory sits in the most populated commune of your département, `my_territory()`."
            " 100 km add 0.05 to the cost of a partner. How many of the 49 pôles does it ask?"
        ),
        expected=lambda: asked.doors("large", "middle"),
        asks=_("a whole number"),
        right=_("The next one is too far for what it would add: the n-th brings γ / n, and costs more the farther."),
        hint=_("Read the last sentence under the map, or `oi.knocked(...)`."),
        tolerance=0.0,
        slips=(
            Slip(lambda: asked.doors("medium", "middle"), _("That is a *medium* laboratory.")),
            Slip(lambda: asked.doors("large", "low"), _("That is with 0.02 for 100 km.")),
        ),
    )
