"""Exercises of participation, from a gap of opinions to the reader's own département."""

from __future__ import annotations

from course_utils.teaching.content.participation import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the last is on the reader's territory."""
    return _costs(), _delay(), _village(), _herault(), _mine()


def _costs() -> Exercise:
    return Exercise(
        "participation.1",
        "number",
        task=_(
            "Neighbours give themselves 70 %, the developer gives them 40 %; 200 thousand € are at stake. How dear must"
            " a trial be, for both sides together, to keep them out of court?"
        ),
        expected=lambda: asked.costs_for_peace(),
        asks=_("thousand €"),
        right=_("Dear courts keep the peace, then. Whether it is a just one is another question."),
        hint=_("The limit: gap of opinions times stake equals joint costs."),
        slips=(
            Slip(lambda: asked.HOPE * asked.STAKE, _("That is what the neighbours expect to win, costs aside.")),
            Slip(lambda: asked.costs_for_peace(100.0), _("That is for a stake of 100 thousand €.")),
        ),
    )


def _delay() -> Exercise:
    return Exercise(
        "participation.2",
        "number",
        task=_(
            "Both sides say 50 %. What is paid if a trial is slow and works stop, less what is paid if it is cheap?"
        ),
        expected=lambda: asked.conflict(0.5, 0.5, "slow").payment - asked.conflict(0.5, 0.5, "cheap").payment,
        asks=_("thousand €"),
        right=_("Nobody's case got better. Time is on one side, and time is paid for."),
        hint=_("Set both chances to 50 % and read the payment under two kinds of trial."),
        slack=0.05,
        slips=(
            Slip(
                lambda: asked.conflict(0.5, 0.5, "slow").payment,
                _("That is the payment itself; take off the other one."),
            ),
        ),
    )


def _village() -> Exercise:
    return Exercise(
        "participation.3",
        "number",
        task=_(
            "A village of 1,000 in a département of 100,000 suffers 100 € a head from a site that brings everybody"
            " 20 €. Nobody else suffers. Which share of the harm must be paid, by a levy on all, for the"
            " village to agree?"
        ),
        expected=lambda: asked.share_for(),
        asks=_("a fraction between 0 and 1"),
        right=_("And it costs the others less than a euro each: concentrated harm is cheap to pay for."),
        hint=_("The village has 20 - (1 - c) 100 - c 1: it pays the levy, too."),
        tolerance=0.003,
        slips=(
            Slip(lambda: 0.8, _("Nearly: that forgets that the village pays its part of the levy.")),
            Slip(lambda: asked.share_for(20_000), _("That is for a town of 20,000.")),
        ),
    )


def _herault() -> Exercise:
    return Exercise(
        "participation.4",
        "number",
        task=_(
            "In Hérault (34), with a reach of 12 km and a benefit of 60 €: how much more, in euro a head and year, is"
            " the decision of the planner who listens worth than that of the vote?"
        ),
        expected=lambda: _gap("34"),
        asks=_("euro a head and year"),
        right=_("That is the price of counting heads only. Would you pay it to be asked?"),
        hint=_("`decide('34', '12', '60', rule).worth`, or the two bars of the second figure."),
        slack=1.01,
        slips=(Slip(lambda: asked.decided("34", "12", "60")["early"].worth, _("That is the first of the two alone.")),),
    )


def _gap(code: str) -> float:
    found = asked.decided(code, "12", "60")
    return float(found["early"].worth - found["majority"].worth)


def _mine() -> Exercise:
    return Exercise(
        "participation.5",
        "number",
        task=_(
            "In the département of `my_territory()`, with a reach of 3 km and a benefit of 30 €: which share of the"
            " people loses by the majority's decision?"
        ),
        expected=lambda: _share("majority"),
        asks=_("a fraction between 0 and 1"),
        right=_("They were asked, and outvoted. On which rung of the ladder do they stand?"),
        hint=_("`decide(code, '3', '30', 'majority').losing`; the page prints it in per cent under the map."),
        slack=0.0006,
        slips=(Slip(lambda: _share("early"), _("That is by the planner who listens.")),),
    )


def _share(rule: str) -> float:
    return float(asked.decided(my_territory().departement, *asked.BET)[rule].losing)
