"""The quiz of the innovative milieu: horizons, bridges, smooth problems, lonely finders and single stories."""

from __future__ import annotations

from course_utils.teaching.content.innovative_milieu import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say

TOLD = 3


def quiz() -> tuple[Question, ...]:
    """Five questions, from the horizon to what one story proves."""
    return _soon(), _bridges(), _smooth(), _alone(), _history()


def _soon() -> Question:
    right = say(
        _("{dense} against {ring} for the ring: in five rounds there is time to copy, and hardly any to search."),
        dense=percent(asked.performance("all", asked.SOON), 1),
        ring=percent(asked.performance("ring", asked.SOON), 1),
    )
    return Question(
        say(
            _("K = {K}, {n} agents. The money runs out after {soon} rounds. Which network do you want?"),
            K=number(asked.RUGGED),
            n=number(asked.AGENTS),
            soon=number(asked.SOON),
        ),
        (
            Option(_("The ring"), _("It wins late. Set the horizon to 5 and look at the second figure.")),
            Option(_("Everybody knows everybody"), right, right=True),
            Option(_("Isolated agents"), _("They are last at every horizon: play it and watch the point on the left.")),
        ),
    )


def _bridges() -> Question:
    one, many = asked.bridge(1), asked.bridge(asked.AGENTS)
    right = say(
        _(
            "One bridge brings {one} points, a bridge for everyone {many}: the two become one crowd that agrees too"
            " soon, and part of the gain is undone."
        ),
        one=number(100 * one, 1),
        many=number(100 * many, 1),
    )
    return Question(
        _("Two closed milieux, inside each everybody knows everybody. Which links between them leave both best off?"),
        (
            Option(_("One bridge"), right, right=True),
            Option(_("A bridge for every agent"), _("Better than none, yet not best: compare 3 % and 100 %.")),
            Option(_("None: each keeps its own ways"), _("Then the better one of two answers is never carried over.")),
        ),
    )


def _smooth() -> Question:
    right = _(
        "One peak, and from everywhere a way up to it: networks differ in when they arrive, not in where. Without"
        " ruggedness there is nothing to be caught by."
    )
    return Question(
        say(_("And if K = 0? Which network has the best solution after {n} rounds?"), n=number(asked.LATE)),
        (
            Option(_("The densest"), _("It is first to arrive. Who else is there after 200 rounds?")),
            Option(_("The ring"), _("It is better where there are false peaks. With K = 0 there is one peak.")),
            Option(_("All of them alike"), right, right=True),
        ),
    )


def _alone() -> Question:
    told = say(
        _("{alone} against {ring}: many separate searches find more than one common one. What they lack is an ear."),
        alone=percent(asked.best_agent("none"), 1),
        ring=percent(asked.best_agent("ring"), 1),
    )
    return Question(
        _("Do not look at the average now, but at the best agent of a milieu in the end (K = 5). Where is it best?"),
        (
            Option(_("In the ring"), _("There the best agent ends with what all others have. Look at the thin line.")),
            Option(_("Among isolated agents"), told, right=True),
            Option(_("Where everybody knows everybody"), _("There all stop at the first peak that looks good.")),
        ),
    )


def _history() -> Question:
    right = _(
        "One history is one draw. In the averages the light band holds eight runs in ten; the two networks' bands"
        " overlap, and only the mean of many runs tells them apart."
    )
    context = say(
        _(
            "In history {n} of *Two milieux at work*, with one bridge, the densest network ends at {dense} of the best"
            " solution, the ring at {ring}."
        ),
        n=number(TOLD),
        dense=percent(asked.ends(TOLD, "all", "one"), 1),
        ring=percent(asked.ends(TOLD, "ring", "one"), 1),
    )
    return Question(
        _("What does that show?"),
        (
            Option(_("That dense networks win in the long run"), _("In this story. How many stories did you look at?")),
            Option(_("That the model is wrong"), _("It never said that the ring wins each time.")),
            Option(_("Next to nothing about the average"), right, right=True),
        ),
        context,
    )
