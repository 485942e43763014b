"""The quiz of participation: votes, vetoes, payments and two kinds of optimism."""

from __future__ import annotations

from course_utils.teaching.content.participation import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say


def quiz() -> tuple[Question, ...]:
    """Five questions, from the vote to the court."""
    return _vote(), _veto(), _paid(), _wronged(), _one_side()


def _vote() -> Question:
    right = _(
        "Then only the common benefit is left to differ, and all rank the sites alike: sum and vote agree. They part"
        " where harm falls on some and not on others."
    )
    return Question(
        _("Suppose a nuisance reaches so far that everybody suffers it alike. Which site does the vote take?"),
        (
            Option(
                _("One in the largest town"), _("Why there? With equal harm everywhere, what do sites still differ in?")
            ),
            Option(
                _("One as far away as possible"),
                _("Distance no longer helps anybody. Set the reach to 24 km and compare with 3: which way does it go?"),
            ),
            Option(_("The same as the planner's"), right, right=True),
        ),
    )


def _veto() -> Question:
    right = _(
        "In {n}. Wherever it stands, somebody lives beside it and loses. Yet in {worth} of them a site exists that is"
        " worth more than all its harm."
    )
    return Question(
        _("Every place may refuse. Reach 6 km, benefit 30 €: in how many of 100 départements is anything built?"),
        (
            Option(_("In about half"), _("Choose the veto and try five départements. Have you found a star?")),
            Option(
                _("In none"), say(right, n=number(asked.built("veto")), worth=number(asked.built("early"))), right=True
            ),
            Option(
                _("In all where it is worth it"),
                _("That would be so if those who gain paid those who lose. A veto alone moves no money."),
            ),
        ),
    )


def _paid() -> Question:
    middle = asked.price().middle
    right = _(
        "{middle} in the middle one. Half of the harm paid wins over nobody new: everybody agrees in {half} of {worth},"
        " with nine tenths paid in {most}."
    )
    numbers = {
        "middle": percent(middle),
        "half": number(asked.accepted(0.5)),
        "worth": number(asked.price().worth),
        "most": number(asked.accepted(0.9)),
    }
    return Question(
        _("Reach 6 km, benefit 30 €. Which share of the harm must be paid before everybody agrees?"),
        (
            Option(
                _("About a third"), _("Move the share to 35 % and count. The worst-off place decides, not the mean.")
            ),
            Option(
                _("About half"), _("Half of a large harm is still larger than the benefit. Look at the lower curve.")
            ),
            Option(_("About nine tenths"), say(right, **numbers), right=True),
        ),
    )


def _wronged() -> Question:
    found = asked.conflict(0.9, 0.9)
    right = _("They settle, at {paid} thousand €. A clear wrong is paid for: a judge is asked when opinions differ.")
    return Question(
        _("Neighbours are badly wronged: both sides say that they would win nine times in ten. A trial is dear."),
        (
            Option(_("They settle out of court"), say(right, paid=number(found.payment)), right=True),
            Option(_("They go to court"), _("What would either side gain there that it cannot have for less now?")),
            Option(_("Nobody sues"), _("That is for hopeless cases. Put both sliders to 10 % and see.")),
        ),
    )


def _one_side() -> Question:
    found = asked.conflict(0.8, 0.3)
    right = _(
        "A gap of {gap} points is over the limit of {margin}. The sum counts: one hopeful side is enough, if it is"
        " hopeful enough."
    )
    return Question(
        _("The neighbours' true chance is 30 %, and the developer knows it. They believe in 80 %. A trial is dear."),
        (
            Option(
                _("They settle: one side is right"),
                _("The neighbours do not know which. What is the least they would take?"),
            ),
            Option(
                _("They go to court"),
                say(right, gap=number(100 * found.gap), margin=number(100 * found.margin)),
                right=True,
            ),
            Option(
                _("It depends on the true chance"),
                _("It is on no axis of the square. What each side *believes* decides whether they meet."),
            ),
        ),
    )
