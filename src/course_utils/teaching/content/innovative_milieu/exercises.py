"""Exercises of the innovative milieu, from a horizon to the reader's own département."""

from __future__ import annotations

from course_utils.teaching.content.innovative_milieu import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _

SIZE, CONTACTS, PARTS = 45, 8, 12


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the last is on the reader's territory."""
    return _turn(), _compromise(), _bridge(), _peaks(), _mine()


def _turn() -> Exercise:
    return Exercise(
        "innovative_milieu.1",
        "number",
        task=_(
            "K = 2, 9 agents in each milieu, no link outside. Which is the first horizon on offer at which the ring is"
            " ahead of the densest network?"
        ),
        expected=lambda: asked.turns(2, 9),
        asks=_("a number of rounds, one of those of the explorer"),
        right=_("On a smoother problem the dense network keeps its lead for longer: there is less to be caught by."),
        hint=_('Play the horizon, or look at `gap(2, 9, ("ring", 0.0), ("all", 0.0), horizon).mean`.'),
        tolerance=0.0,
        slack=0.5,
        slips=(Slip(lambda: asked.turns(8, 9), _("That is right for K = 8.")),),
    )


def _compromise() -> Exercise:
    return Exercise(
        "innovative_milieu.2",
        "text, number",
        task=_(
            "K = 5, 33 agents, no link outside, a horizon of 12 rounds. Which density has the highest mean, and how"
            " high is it?"
        ),
        expected=lambda: (asked.first(12, 5, 33), asked.performance(asked.first(12, 5, 33), 12, 5, 33)),
        asks=_('a density and a fraction, ("half", 0.9): "none", "ring", "quarter", "half", "three" or "all"'),
        right=_("Neither ring nor crowd: between the early and the late winner, others have their horizon."),
        hint=_("`ranking(5, 33, 0.0, 12)` holds `.first` and `.mean`; or read the star of the second figure."),
        slack=0.001,
        choices=lambda: {density: density for density in asked.DENSITIES},
        slips=(
            Slip(lambda: ("ring", asked.performance("ring", 12, 5, 33)), _("The ring needs a few rounds more.")),
            Slip(lambda: ("all", asked.performance("all", 12, 5, 33)), _("It was ahead earlier. Not any more.")),
        ),
    )


def _bridge() -> Exercise:
    return Exercise(
        "innovative_milieu.3",
        "number, number",
        task=_(
            "K = 8, two closed milieux of 33 in which everybody knows everybody. By how many points of performance does"
            " one bridge (a chance of 1/33) raise the end, after 200 rounds? And a bridge for every agent?"
        ),
        expected=lambda: (100 * asked.bridge(1, "all", 8, 33), 100 * asked.bridge(33, "all", 8, 33)),
        asks=_("two numbers of points, (1.5, 0.5)"),
        right=_("Thirty-two more bridges take more than half of it away again. Contact is scarce on purpose here."),
        hint=_('`gap(8, 33, ("all", 1 / 33), ("all", 0.0), 200).mean` is a fraction: take 100 times that.'),
        slack=0.02,
        slips=(
            Slip(
                lambda: (asked.bridge(1, "all", 8, 33), asked.bridge(33, "all", 8, 33)),
                _("Those are fractions of the best solution. A point is a hundredth of it."),
            ),
        ),
    )


def _peaks() -> Exercise:
    return Exercise(
        "innovative_milieu.4",
        "number",
        task=_(
            "Take 12 parts and let each depend on all others (K = 11). A solution is a peak if it is the best one among"
            " itself and the 12 that differ by one part. How many peaks does one expect?"
        ),
        expected=lambda: asked.expected_peaks(PARTS),
        asks=_("a number of peaks"),
        right=_(
            "One solution in thirteen. Draw a few: `peaks(landscapes(11, parts=12, runs=100)).sum(axis=0).mean()` comes"
            " close."
        ),
        hint=_("All 13 are equally likely to be the best, and there are 2 to the power 12 solutions."),
        tolerance=0.012,
        slips=(
            Slip(lambda: 2**PARTS / PARTS, _("Count the solution itself, too: 13, not 12.")),
            Slip(lambda: 2.0**PARTS, _("Those are all solutions. Which share of them is a peak?")),
        ),
    )


def _mine() -> Exercise:
    return Exercise(
        "innovative_milieu.5",
        "number, number",
        task=_(
            "Suppose that the industry jobs of your département, `my_territory().departement`, in 2018 are cut into"
            " establishments of 45 jobs, and that each keeps up 8 links. How many establishments are there, and which"
            " share of the others is known?"
        ),
        expected=lambda: asked.supposed(my_territory().departement, SIZE, CONTACTS),
        asks=_("a number and a fraction, (1000, 0.01)"),
        right=_(
            "A real milieu is sparse, whatever it wants. Ask who is left out, and who holds the bridge, rather than"
            " whether everybody knows everybody."
        ),
        hint=_("`supposed(my_territory().departement, 45, 8)` holds `.agents` and `.density`."),
        slack=0.0005,
        slips=(
            Slip(
                lambda: (
                    asked.supposed(my_territory().departement, SIZE, CONTACTS)[0],
                    100 * asked.supposed(my_territory().departement, SIZE, CONTACTS)[1],
                ),
                _("The second is a percentage: a fraction is asked for."),
            ),
        ),
    )
