"""The bet of territorial governance: how often do five good methods agree?"""

from __future__ import annotations

from course_utils.teaching.content.territorial_governance import asked
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, percent, say


def wager() -> Wager:
    """Weights and scores are drawn at random; do all five methods name the same path?"""
    context = _(
        "Seven groups score five paths for one valley. Five methods choose: the weighted mean of the scores, an"
        " outranking of pairs, Borda's points, Condorcet's duels, and counting first places. Each has served"
        " committees for decades. Weights and scores are drawn at random ten thousand times."
    )
    ask = _("In how many of the draws do all five methods agree?")
    options = (
        Option(_("In about nine of ten: good methods find the good path"), _nine()),
        Option(_("In a little less than half"), _half(), right=True),
        Option(_("Almost never"), _never()),
    )
    return Wager(Question(ask, options, context), _answer())


def _nine() -> str:
    return _(
        "They do agree that often if most groups like the same path. Choose the year of debate in the explorer. How"
        " much of that is the methods' merit?"
    )


def _half() -> str:
    return _("With five paths and seven groups there is often no path that is best in every sense of the word.")


def _never() -> str:
    return _(
        "At the first meeting it is so, and that survey was made up to be so. Draw at random any weights and any"
        " scores, and look again."
    )


def _answer() -> str:
    found = asked.drawn()
    return say(
        _(
            "They agree in **{agree}** of the draws. Change the method alone and the winner changes in {method} of"
            " cases; change the weights alone and it changes in {weights}. So weights matter more, if any weights will"
            " do. Where all groups weigh nearly the same, as at the first meeting, it is the other way round:"
            " {near_method} against {near_weights}."
        ),
        agree=percent(asked.agree()),
        method=percent(found.by_method),
        weights=percent(found.by_weights),
        near_method=percent(asked.drawn("near").by_method),
        near_weights=percent(asked.drawn("near").by_weights),
    )
