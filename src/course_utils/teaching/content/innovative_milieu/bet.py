"""The bet of the innovative milieu: who should know whom?"""

from __future__ import annotations

from course_utils.teaching.content.innovative_milieu.asked import AGENTS, LATE, SOON, best_agent, performance
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say


def wager() -> Wager:
    """Seventeen workshops, one hard problem, three networks."""
    context = say(
        _(
            "{agents} workshops work on the same hard problem. In each round a workshop looks at those it knows; if one"
            " of them does better, it copies the best; if none does, it tries a small change of its own. You will count"
            " after {late} rounds."
        ),
        agents=number(AGENTS),
        late=number(LATE),
    )
    ask = _("With which network do the workshops do best, on average?")
    options = (
        Option(_("Everybody knows everybody"), _everybody()),
        Option(_("Each knows two neighbours only"), _ring(), right=True),
        Option(_("Nobody knows anybody: no one is led astray"), _nobody()),
    )
    return Wager(Question(ask, options, context), _answer())


def _everybody() -> str:
    return say(
        _(
            "After {soon} rounds you would be right: {dense} of the best solution there is, {ring} for the ring. But"
            " hardly any difference is left by then. Play *Two milieux at work* and watch the number of solutions."
        ),
        soon=number(SOON),
        dense=percent(performance("all", SOON), 1),
        ring=percent(performance("ring", SOON), 1),
    )


def _ring() -> str:
    return _(
        "What is good travels slowly there, and meets on its way others who have gone on searching. Now find the"
        " horizon at which you would have lost the bet."
    )


def _nobody() -> str:
    return say(
        _(
            "Nobody is led astray, and nobody is helped. The best of the isolated workshops ends at {best}, better than"
            " anyone in the other networks; the others never hear of it, and the average is {mean}."
        ),
        best=percent(best_agent("none"), 1),
        mean=percent(performance("none", LATE), 1),
    )


def _answer() -> str:
    return say(
        _(
            "After {late} rounds: isolated {none}, ring **{ring}**, everybody {dense} of the best solution there is."
            " After {soon} rounds: {none_soon}, {ring_soon} and **{dense_soon}**. The question *when do you count?*"
            " comes before the question *who should know whom?*"
        ),
        late=number(LATE),
        soon=number(SOON),
        none=percent(performance("none", LATE), 1),
        ring=percent(performance("ring", LATE), 1),
        dense=percent(performance("all", LATE), 1),
        none_soon=percent(performance("none", SOON), 1),
        ring_soon=percent(performance("ring", SOON), 1),
        dense_soon=percent(performance("all", SOON), 1),
    )
