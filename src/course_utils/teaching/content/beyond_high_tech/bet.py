"""The bet of beyond high technology: what did the labels of 2005 go to?"""

from __future__ import annotations

from course_utils.teaching.content.beyond_high_tech import asked
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say


def wager() -> Wager:
    """The share of the labels of 2005 that lie beyond high technology."""
    context = say(
        _(
            "{n} of the pôles labelled on 12 July 2005 are known by name. Call high technology what the OECD called so"
            " then: aircraft and space, medicines, computers, electronics, instruments. Count aerospace, health,"
            " digital and photonics as such."
        ),
        n=number(asked.share().chosen),
    )
    ask = _("What share of these labels lies beyond high technology?")
    options = (
        Option(_("About a quarter"), _quarter()),
        Option(_("About a half"), _half()),
        Option(_("About three quarters"), _most(), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _quarter() -> str:
    return say(
        _("That is the share *within*: {n} labels of {all}. You bet on the policy's speeches rather than its list."),
        n=number(asked.share().chosen - asked.share().beyond),
        all=number(asked.share().chosen),
    )


def _half() -> str:
    return say(
        _("No class is at a half. World class: {world}; on the way: {way}; national: {national}."),
        world=percent(asked.beyond("mondial")),
        way=percent(asked.beyond("à vocation mondiale")),
        national=percent(asked.beyond("national")),
    )


def _most() -> str:
    return _("The extension was there on the first day. Now change the class in the explorer of the themes.")


def _answer() -> str:
    found = asked.share()
    return say(
        _(
            "**{n} of {all}, {share}.** But none of the {world} world-class labels, and {national} of the national"
            " ones: the list reached far beyond high technology, its top did not."
        ),
        n=number(found.beyond),
        all=number(found.chosen),
        share=percent(found.beyond / found.chosen),
        world=number(asked.share("mondial").chosen),
        national=percent(asked.beyond("national")),
    )
