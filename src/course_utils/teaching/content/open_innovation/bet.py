"""The bet of open innovation: who still pays for research that everybody can see?"""

from __future__ import annotations

from course_utils.teaching.content.open_innovation.asked import HARD, hinge, rivals
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say


def wager() -> Wager:
    """Secrets end: does research end too?"""
    context = say(
        _(
            "Two equal firms compete and do research, {m} each, in secret. Then secrecy ends: from now on each sees"
            " everything that the other finds. But seeing is not understanding. A firm understands half of it if its"
            " own research is {half}, less if it does less, and nothing if it does none."
        ),
        m=number(rivals(0.0, HARD).research, 3),
        half=number(HARD, 1),
    )
    options = (
        Option(_("It falls to nothing: each waits for the other"), _nothing()),
        Option(_("It falls by half"), _half()),
        Option(_("It stays as it was"), _same()),
        Option(_("It rises"), _rises(), right=True),
    )
    return Wager(Question(_("What becomes of each firm's own research?"), options, context), _answer())


def _nothing() -> str:
    found = hinge(1.0, HARD)
    return say(
        _(
            "Who waits understands nothing of what comes. A firm without research would earn {less}, with it {profit}:"
            " see the third figure."
        ),
        less=number(found.profit[1], 3),
        profit=number(found.profit[0], 3),
    )


def _half() -> str:
    return _(
        "That is the answer of the textbook, and right where one learns for free: set β to 0. Here research has a"
        " second use. Which?"
    )


def _same() -> str:
    return _(
        "Two forces pull at it: what I find helps my rival, and what I can do helps me to use what he finds. They are"
        " equal at one difficulty only. Is this one above or below?"
    )


def _rises() -> str:
    return _("Where learning is hard, a laboratory is also an ear.")


def _answer() -> str:
    before, after = rivals(0.0, HARD), rivals(1.0, HARD)
    return say(
        _(
            "**It rises, by {share}**, from {before} to {after}. What leaks to the rival is a reason to do less; that"
            " only a researcher understands research is a reason to do more. Were learning free, research would fall to"
            " {free}."
        ),
        share=percent(after.research / before.research - 1),
        before=number(before.research, 3),
        after=number(after.research, 3),
        free=number(rivals(1.0, 0.0).research, 3),
    )
