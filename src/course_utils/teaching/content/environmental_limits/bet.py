"""The bet of the limits: does it matter who is given the permits?"""

from __future__ import annotations

from course_utils.teaching.content.environmental_limits import asked
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, say


def wager() -> Wager:
    """All permits to the town, or all to the valley: where is more built in the town?"""
    context = say(
        _(
            "A town and a valley may build on {budget} ha a year between them, half of what they used to take. They may"
            " sell permits to one another. One minister gives all permits to the town, the next one all to the valley."
        ),
        budget=number(asked.two().budget),
    )
    ask = _("Under which minister is more land built on in the town?")
    options = (
        Option(_("Under the first: who has permits builds"), _first()),
        Option(_("Under neither: just as much"), _right(), right=True),
        Option(_("Under the second: the valley sells everything"), _second()),
    )
    return Wager(Question(ask, options, context), _answer())


def _first() -> str:
    return _(
        "A permit that you could sell is not free, even if it was given to you. Move the first slider of the second"
        " explorer from end to end and watch the diamond."
    )


def _right() -> str:
    return _("A permit costs its price whether you buy it or keep it instead of selling it. What moves is the money.")


def _second() -> str:
    return _("The valley sells some, and stops where its own next hectare is worth the price. Where does that happen?")


def _answer() -> str:
    town, valley = asked.two(share=1.0), asked.two(share=0.0)
    return say(
        _(
            "The town builds on **{one} ha** under the first minister and on **{other} ha** under the second. But under"
            " the first it is paid {earned}, and under the second it pays {paid}: the same land, another bill."
        ),
        one=number(town.market.used[0], 1),
        other=number(valley.market.used[0], 1),
        earned=number(-town.market.paid[0]),
        paid=number(valley.market.paid[0]),
    )
