"""The bet of the industrial district: how often does the best site win?"""

from __future__ import annotations

from course_utils.teaching.content.industrial_district import asked
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say


def wager() -> Wager:
    """Six places, one of them better for everyone, and firms that like company."""
    context = say(
        _(
            "Six places wait for a trade. One is the best site: to every firm it is worth a tenth of the spread of"
            " tastes more than the others. If firms did not care about neighbours it would get {alone} of them, the"
            " others about half as many each. But firms do care: each neighbour is worth another tenth, without bound."
            " {n} firms come, one by one."
        ),
        alone=percent(asked.alone()),
        n=number(400),
    )
    ask = _("You run history a thousand times. In how many does the best site end as the largest place?")
    options = (
        Option(_("Nearly all: it has the advantage from the first firm on"), _nearly()),
        Option(_("About half"), _half(), right=True),
        Option(_("About one in six, as any other place"), _sixth()),
    )
    return Wager(Question(ask, options, context), _answer())


def _nearly() -> str:
    return say(
        _(
            "That happens when neighbours matter *little*: at a fifth of that strength it wins {weak} of the histories."
            " Strong neighbours decide before the better site can show."
        ),
        weak=percent(asked.wins(strength="0.02")),
    )


def _half() -> str:
    return _("More than any other, and yet a coin toss. Replay a few histories and watch the first ten firms.")


def _sixth() -> str:
    return _("The site does count: the first firms already prefer it. It tilts the table, and then chance rolls.")


def _answer() -> str:
    return say(
        _(
            "The best site wins **{wins}** of a thousand histories. In all of them one place takes nearly everything,"
            " {share} of the firms on average. In the eight histories of the explorer, {k} different places win."
        ),
        wins=percent(asked.wins()),
        share=percent(asked.winner_share()),
        k=number(asked.different_winners()),
    )
