"""The bet of the circular economy: perfect recycling in an economy that grows."""

from __future__ import annotations

from course_utils.teaching.content.circular_economy import asked
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say


def wager() -> Wager:
    """Everything is collected, nothing is lost: which part of what is sold can be made of what comes back?"""
    context = say(
        _(
            "An economy sells {growth} more every year. What it sells lasts {lifetime} years. Then all of it is"
            " collected, and recycled without the loss of a gram. Nothing is burnt, nothing is thrown away."
        ),
        growth=percent(asked.GROWTH),
        lifetime=number(asked.LIFETIME),
    )
    ask = _("Which part of what is sold this year can be made of recycled material?")
    options = (
        Option(_("All of it: nothing is lost"), _all()),
        Option(_("About 80 %"), _eighty()),
        Option(_("About 55 %"), _right(), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _all() -> str:
    return _(
        "Nothing is lost, true. But what comes back this year was sold long ago, when less was sold. Look at the level"
        " line of the first figure: where does it start?"
    )


def _eighty() -> str:
    return _(
        "That would do for things that last ten years. Set the lifetime to 10 and see; then put it back to 30 and watch"
        " the upright bar."
    )


def _right() -> str:
    return _("What returns was sold thirty years ago, and thirty years ago little more than half as much was sold.")


def _answer() -> str:
    return say(
        _(
            "Out of every 100 t sold this year **{back}** can be recycled material; the other **{new}** must be new,"
            " although nothing at all is lost. No better sorting, no better plant changes that. Growth and lifetime do."
        ),
        back=number(100 * asked.share()),
        new=number(100 * (1 - asked.share())),
    )
