"""The bet of decentralisation: what do groups drawn by lot miss?"""

from __future__ import annotations

from course_utils.teaching.content.decentralisation.asked import SIZE, missed
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, say


def wager() -> Wager:
    """Groups of communes drawn by lot, between each alone and one rule for all."""
    found = missed()
    context = say(
        _(
            "Forty-eight communes want a public service, some more than others, and part of its benefit goes to the"
            " neighbours. If each decides alone, they miss {alone} of every 100 that the best arrangement would give."
            " If the State sets one level for all, {state} are missed. A minister seeks the middle way: eight groups of"
            " {size} communes, drawn by lot, each with a level of its own."
        ),
        alone=number(found.alone),
        state=number(found.state),
        size=SIZE,
    )
    ask = _("How much do the groups miss?")
    options = (
        Option(_("Less than either: the best of both worlds"), _less()),
        Option(_("Something in between"), _between()),
        Option(_("More than either"), _more(), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _less() -> str:
    return say(
        _(
            "Groups *can* do that: {a} of 100 if they gather neighbours. But by lot? Ask what a group gathers when it"
            " is drawn by lot, and what it throws away."
        ),
        a=number(missed().neighbours),
    )


def _between() -> str:
    return _(
        "Half-way in size is not half-way in result. A random group has nearly all the variety of the country inside,"
        " like the State, and nearly none of the neighbours, like a commune alone."
    )


def _more() -> str:
    return _("Such a group pays for both faults at once: one level for unlike members, and the neighbours left out.")


def _answer() -> str:
    found = missed()
    return say(
        _(
            "Groups of {size} drawn by lot miss **{r}** of 100; each alone, {alone}; the State, {state}. Groups of"
            " {size} *neighbours* miss **{a}**. Size settles nothing: what counts is who is in the group."
        ),
        size=SIZE,
        r=number(found.random),
        alone=number(found.alone),
        state=number(found.state),
        a=number(found.neighbours),
    )
