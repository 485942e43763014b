"""The bet of core and periphery: what does a motorway do to the smaller region?"""

from __future__ import annotations

from course_utils.teaching.content.core_periphery.asked import AFTER, BEFORE, START, break_point, ends, resisted
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say


def wager() -> Wager:
    """A motorway between two regions that share industry almost evenly."""
    context = say(
        _(
            "Two regions share their industry almost evenly: {one} and {two} of the workers. Goods are costly to carry"
            " between them: for one tonne to arrive, {before} tonnes must be sent. To help the smaller region the State"
            " builds a motorway, and {after} tonnes are enough."
        ),
        one=percent(START),
        two=percent(1 - START),
        before=number(BEFORE, 1),
        after=number(AFTER, 1),
    )
    ask = _("Once everybody who wants to move has moved, what has become of the smaller region's industry?")
    options = (
        Option(_("It has caught up: the two are equal"), _equal()),
        Option(_("Much as before, only cheaper to supply"), _same()),
        Option(_("It is gone"), _gone(), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _equal() -> str:
    return say(
        _(
            "That is what would have happened *without* the motorway: at T = {before} every start leads back to {rest}."
            " In the explorer, lower T slowly from there and watch the line through the middle."
        ),
        before=number(BEFORE, 1),
        rest=percent(ends(START, BEFORE)),
    )


def _same() -> str:
    return say(
        _(
            "A small change of T does leave things as they are. But somewhere on the way, at T = {b}, the middle stops"
            " holding, and then the smallest difference grows."
        ),
        b=number(break_point(), 2),
    )


def _gone() -> str:
    return _(
        "And nobody took it away: every worker who left earned more. Try whether the motorway's sign matters: start"
        " with less than half in region 1."
    )


def _answer() -> str:
    return say(
        _(
            "At T = {before} the model leads from {start} to **{even}**; at T = {after} it leads to **{all}** in region"
            " 1, and the region that the motorway was built for has no industry left. To undo that would now take a"
            " wage subsidy of more than {s}."
        ),
        before=number(BEFORE, 1),
        after=number(AFTER, 1),
        start=percent(START),
        even=percent(ends(START, BEFORE)),
        all=percent(ends(START, AFTER)),
        s=percent(resisted(AFTER), 1),
    )
