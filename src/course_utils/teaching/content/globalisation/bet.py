"""The bet of globalisation: were they the wrong industries, or the wrong place?"""

from __future__ import annotations

from course_utils.teaching.content.globalisation.asked import LONGWY, place
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, say


def wager() -> Wager:
    """How much of the gap between Longwy's département and France is due to its industries."""
    found = place(LONGWY)
    context = say(
        _(
            "Longwy lies in Meurthe-et-Moselle. From 2008 to 2018, long after the steelworks, jobs grew by {whole} % in"
            " France and changed by {own} % in this département: a gap of {gap} points. Perhaps it still has the"
            " industries that shrink everywhere. Suppose each of its seven sectors had grown exactly as in France."
        ),
        whole=number(found["whole"], 1),
        own=number(found["change"], 1),
        gap=number(found["whole"] - found["change"], 1),
    )
    ask = _("How much of the gap would be left?")
    options = (
        Option(_("Nearly all of it: these are the wrong industries"), _all()),
        Option(_("About half"), _half()),
        Option(_("Next to nothing"), _nothing(), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _all() -> str:
    return _(
        "It was so of the Longwy of 1978. Look at what the département lives on now: in the last figure, compare the"
        " sectors in which it falls behind France. Are they few or many?"
    )


def _half() -> str:
    return _(
        "A fair guess where nothing is known. In the figure of all départements, look how wide the cloud is, and how"
        " tall."
    )


def _nothing() -> str:
    return _(
        "The wrong industries are not the story any more. But what is? The account says where, it does not say why."
    )


def _answer() -> str:
    found = place(LONGWY)
    told = _(
        "Its mix of industries costs Meurthe-et-Moselle **{mix} points**, next to nothing. The local term is **{local}"
        " points**: almost every sector, public services among them, did worse there than in France."
    )
    return say(told, mix=number(abs(found["mix"]), 2), local=number(found["local"], 1))
