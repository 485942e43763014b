"""The bet of participation: a vote, and the site that is best for all together."""

from __future__ import annotations

from course_utils.teaching.content.participation import asked
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say


def wager() -> Wager:
    """A hundred départements vote on a site: how often do they take the one that is best for all together?"""
    context = say(
        _(
            "A facility is worth {benefit} € a year to everybody. Its nuisance falls to little more than a third"
            " within {reach} km. In each of 100 French départements all inhabitants vote on the site,"
            " two sites at a time, and every one knows exactly what each site would bring."
        ),
        benefit=asked.BET[1],
        reach=asked.BET[0],
    )
    ask = _("In how many départements does the vote take the site that is worth most to all people together?")
    options = (
        Option(
            _("About 85"),
            _("The voters are well informed, true. But each vote counts once, however much it hurts: look at Nantes."),
        ),
        Option(_("About 50"), _("It is no lottery: the vote errs on one side. Compare the stars of two rules.")),
        Option(_("About 15"), _("A vote counts heads, and the sum counts euros as well."), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _answer() -> str:
    return say(
        _(
            "In **{same}** of 100. The many who live far from every site choose what is convenient, and it is often"
            " the middle of things, where people live: on average {majority} of the people lose by the vote, {early} by"
            " the choice of a planner who has listened."
        ),
        same=number(asked.same_site()),
        majority=percent(asked.losing("majority")),
        early=percent(asked.losing("early")),
    )
