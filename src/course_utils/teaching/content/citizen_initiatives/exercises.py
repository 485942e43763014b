"""Exercises of citizens' initiatives, from the peak of a curve to the reader's own département."""

from __future__ import annotations

import math

from course_utils.teaching.content.citizen_initiatives import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fifth is on the reader's territory."""
    return _peak(), _endless(), _reach(), _farms(), _mine()


def _peak() -> Exercise:
    p, q = asked.CURVE["p"], asked.CURVE["q"]
    return Exercise(
        "citizen_initiatives.1",
        "number",
        task=_("A diffusion has p = 0.001 and q = 0.44 a year. How many years after its start is growth fastest?"),
        expected=lambda: asked.curve(**asked.CURVE).peak - asked.curve(**asked.CURVE).start,
        asks=_("a number of years"),
        right=_("And the ceiling does not enter: m stretches the curve upwards, it does not shift it."),
        hint=_("ln(q/p) / (p + q)."),
        slips=(
            Slip(lambda: math.log10(q / p) / (p + q), _("That is with the decimal logarithm; take the natural one.")),
            Slip(lambda: math.log(q / p), _("Divide by p + q.")),
        ),
    )


def _endless() -> Exercise:
    return Exercise(
        "citizen_initiatives.2",
        "set",
        task=_(
            "A miss of 5 % of the last count is forgiven. For which of the series `coworking`, `labs`, `amap`, `places`"
            " is a ceiling of a hundred times the last count still allowed?"
        ),
        expected=asked.endless,
        asks=_('a set of names, such as {"labs", "amap"}'),
        right=_("Two series that were cut off while they climbed. The others had begun to slow down."),
        hint=_("Second explorer: set what is forgiven to 5 %, your ceiling to 100, and go through the series."),
    )


def _reach() -> Exercise:
    gap, volume = asked.ROUND["gap"], asked.ROUND["volume"]
    fixed = gap * volume - asked.reach() * 1.8
    return Exercise(
        "citizen_initiatives.3",
        "number",
        task=_(
            "You sell 320 kg a round and gain 0.80 EUR a kg on the wholesaler. The round costs 80 EUR and 0.90 EUR a"
            " kilometre; you drive there and back, alone. Up to which distance does it pay?"
        ),
        expected=asked.reach,
        asks=_("kilometres one way"),
        right=_("The gain of the load, less the fixed cost, buys kilometres, and each counts twice."),
        hint=_("(gap times load - fixed cost) / (2 times the cost of a kilometre)."),
        slips=(
            Slip(lambda: 2 * asked.reach(), _("You must drive home, too.")),
            Slip(lambda: (gap * volume) / 1.8, _("The 80 EUR of the round are missing.")),
            Slip(lambda: (gap * volume - fixed / 2) / 1.8, _("You do not share the round: all of its cost is yours.")),
        ),
    )


def _farms() -> Exercise:
    return Exercise(
        "citizen_initiatives.4",
        "number",
        task=_(
            "The share of farms that sell direct rose from 2010 to 2020. Which part of that rise would there have been"
            " if no farm had closed, the same number of farms selling direct in 2020?"
        ),
        expected=asked.own_part,
        asks=_("a fraction between 0 and 1"),
        right=_("About a seventh. The rest of the rise is a denominator that shrinks: other farms vanished."),
        hint=_("Divide the 89,919 of 2020 by the 490,000 farms of 2010, and compare with the two shares."),
        tolerance=0.03,
        slips=(
            Slip(lambda: 1 - asked.own_part(), _("That is the part that the closing of farms explains.")),
            Slip(
                lambda: asked.farms().after / asked.farms().before - 1,
                _("That is the growth of the number of farms that sell direct."),
            ),
        ),
    )


def _mine() -> Exercise:
    return Exercise(
        "citizen_initiatives.5",
        "number",
        task=_(
            "If the département of `my_territory()` had as many third places per inhabitant as its région in 2023, how"
            " many would it have?"
        ),
        expected=lambda: asked.home_places(my_territory().departement),
        asks=_("a number of places"),
        right=_(
            "Now look for them: a list of real addresses will tell you how far the rule of three is from your home."
        ),
        hint=_("Share of the région times 3,500, times the département's part of the région's inhabitants."),
        tolerance=0.02,
    )
