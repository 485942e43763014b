"""The bet: last year's stars are picked, nothing is done, and a careful evaluator compares."""

from __future__ import annotations

from course_utils.teaching.content.competitiveness_poles.asked import BET, mean
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, say


def wager() -> Wager:
    """A policy that does nothing for firms that just had their best year."""
    context = _(
        "A State picks firms that have just had an exceptionally good year, and then does nothing at all for them. An"
        " evaluator is careful: she takes the change of the members from that year to the next ones, and subtracts the"
        " change of all other firms over the same years."
    )
    ask = _("What will she report about this policy without any effect?")
    options = (
        Option(_("It helped: the picked firms are good firms"), _helped()),
        Option(_("No effect: her method removes what was there before"), _nothing()),
        Option(_("It harmed: the members fell behind"), _harmed(), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _helped() -> str:
    return say(
        _(
            "Were they good firms? They had a good *year*. Had the State picked firms that are good every year, a naive"
            " comparison after the policy would have shown {best} %. Try it: “the best firms”, no effect."
        ),
        best=number(mean("naive", **BET | {"rule": "level"})),
    )


def _nothing() -> str:
    return say(
        _(
            "It removes what was there before *and stays*. With firms picked for their permanent level it finds"
            " {did} %. But a lucky year does not stay."
        ),
        did=number(mean("did", **BET | {"rule": "level"})),
    )


def _harmed() -> str:
    return _(
        "And nobody harmed them. After an exceptional year comes, most often, an ordinary one. Change what “before”"
        " means to all but the last year, and watch the harm vanish."
    )


def _answer() -> str:
    return say(
        _(
            "She reports **{last} %** on average, for a policy without any effect. With the four years before as her"
            " baseline it would have been {all} %, without the lucky year {early} %. And the naive comparison that she"
            " was taught to distrust finds {naive} %. No method is right everywhere: ask first *how firms were picked*."
        ),
        last=number(mean("did", **BET), 1),
        all=number(mean("did", **BET | {"baseline": "all"}), 1),
        early=number(mean("did", **BET | {"baseline": "early"}), 1),
        naive=number(mean("naive", **BET), 1),
    )
