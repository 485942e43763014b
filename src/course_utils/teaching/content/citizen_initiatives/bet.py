"""The bet of citizens' initiatives: two ceilings, five counts."""

from __future__ import annotations

from course_utils.teaching.content.citizen_initiatives import asked
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, say


def wager() -> Wager:
    """Which ceiling do the five counts of co-working prefer?"""
    context = _(
        "Co-working spaces in France: 1 in 2008, 360 in 2015, 600 in 2017, 1,700 in 2019, 2,787 in 2021. Two experts"
        " draw the best S-curve that they can through these counts. One is sure that France will end with 3,000"
        " spaces. The other expects 50,000."
    )
    options = (
        Option(
            _("That of 3,000: growth cannot go on for ever"),
            _("It cannot. But *when* it ends is the question, and the last counts still climb. Compare the misses."),
        ),
        Option(_("Neither: they miss by about as much"), _right(), right=True),
        Option(
            _("That of 50,000: it has hardly begun"),
            _("So it looks, if you believe the 50,000. Set m to 3,000, show the best curve, and look again."),
        ),
    )
    return Wager(Question(_("Whose curve lies clearly closer to the counts?"), options, context), _answer())


def _right() -> str:
    return _("Five counts do not know. What they do not know, no formula can draw out of them.")


def _answer() -> str:
    low, high = asked.best("3000"), asked.best("50000")
    told = _(
        "The best curve that ends at 3,000 misses the counts by **{low}** spaces, the best that ends at 50,000 by"
        " **{high}**. For 2030 the first says {few}, the second {many}. One of the two experts is wrong by a factor of"
        " {factor}, and the counts do not say which."
    )
    few, many = (float(one.at(2030.5)) for one in (low, high))
    parts = {"low": number(low.error), "high": number(high.error), "few": number(few), "many": number(many)}
    return say(told, factor=number(many / few), **parts)
