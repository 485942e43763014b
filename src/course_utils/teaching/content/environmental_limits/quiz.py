"""The quiz of the limits: rules, trading, a budget, a fee and learning."""

from __future__ import annotations

from course_utils.teaching.content.environmental_limits import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say


def quiz() -> tuple[Question, ...]:
    """Five questions, from the rules to learning."""
    return _rules(), _trading(), _budget(), _fee(), _learning()


def _rules() -> Question:
    counts = {key: number(value) for key, value in asked.best_for().items()}
    ask = _("Ask every intercommunality of France which of the five plain rules gives it most. Which wins most often?")
    right = _(
        "It is the best rule for {communes} of them, small rural ones; growth for {growth}, past use for {past}, wanted"
        " dwellings for {need}, inhabitants for {people}. Count heads instead of places and the order is another."
    )
    return Question(
        ask,
        (
            Option(
                _("Past use: everybody keeps half"),
                say(
                    _("It is the best for {past} only. To be cut like everybody is rarely the best deal."),
                    past=counts["past"],
                ),
            ),
            Option(
                _("Inhabitants"),
                say(_("It is the best for {people}: those in towns, and towns are few."), people=counts["people"]),
            ),
            Option(_("An equal part a commune"), say(right, **counts), right=True),
        ),
    )


def _trading() -> Question:
    free, given = asked.two(share=1.0), asked.two(share=0.0)
    ask = _("«With trading, the rule by which permits are given does not matter.» What do you answer?")
    right = _(
        "The town builds on {built} ha by every rule, and is {gap} richer or poorer by the rule. Montgomery's theorem"
        " is about the land and the total cost; it never said that nobody pays."
    )
    return Question(
        ask,
        (
            Option(
                _("True for who builds, false for who pays"),
                say(
                    right,
                    built=number(free.market.used[0], 1),
                    gap=number(given.market.paid[0] - free.market.paid[0]),
                ),
                right=True,
            ),
            Option(
                _("True: the market undoes any rule"), _("It undoes what is built where. Look at the bars of cost.")
            ),
            Option(
                _("False: who has permits builds"),
                _("Only where trading costs something. Without a fee, move the first slider and watch the diamond."),
            ),
        ),
    )


def _budget() -> Question:
    found = asked.path(19_000.0)
    ask = _("France goes on at 19,000 ha a year from 2024. When is the budget of the ten years to 2031 used up?")
    right = _(
        "In the course of {year}. The first three years had taken {share} of it. A target year sounds far away; a"
        " budget is spent from the first day."
    )
    spent = float(found.yearly[:3].sum() / 120_000)
    return Question(
        ask,
        (
            Option(
                _("Never: 19,000 is less than the 24,000 of the past"), _("It is, but the law allows half of them.")
            ),
            Option(_("In 2027"), say(right, year=str(int(found.used_up)), share=percent(spent)), right=True),
            Option(_("In 2031"), _("That would take 12,000 ha a year from the start. Add up what was taken by 2023.")),
        ),
    )


def _fee() -> Question:
    one, other = asked.two(share=1.0, fee="30"), asked.two(share=0.0, fee="30")
    ask = _("Every hectare traded costs a fee of 30: files, lawyers, votes. What becomes of Montgomery's result?")
    right = _(
        "Given all permits the town builds on {one} ha, given none on {other} ha. Who had them first keeps more of"
        " them: with costs of trading the rule decides on the land as well."
    )
    return Question(
        ask,
        (
            Option(
                _("Who builds depends on who was given permits"),
                say(right, one=number(one.market.used[0], 1), other=number(other.market.used[0], 1)),
                right=True,
            ),
            Option(
                _("Nothing: the fee is paid and that is that"),
                _("Some trades no longer pay. Choose the fee of 30 and move the first slider."),
            ),
            Option(
                _("Nobody trades any more"),
                _("From an equal start perhaps; from the ends of the slider it still pays to trade."),
            ),
        ),
    )


def _learning() -> Question:
    quota, traded = asked.worth(1.0, 50)
    ask = _(
        "Permits are traded; the town was given all and sells many. It learns to do without at half the cost. Then…"
    )
    right = _(
        "Its account changes by {traded}; under a plain quota it would gain {quota}. It needs fewer permits, so their"
        " price falls, and the town lives by selling them. What learning is worth depends on the side of the market."
    )
    even = _("At a share of 60 % it does, and a little more: {a} and {b}. What if it was given all?")
    some = asked.worth(0.6, 50)
    return Question(
        ask,
        (
            Option(
                _("it gains more than under a plain quota"),
                _("So one would think: it saves, and sells more. But look at the price, and at the last figure."),
            ),
            Option(_("it loses"), say(right, traded=number(traded), quota=number(quota)), right=True),
            Option(_("it gains as much as under a plain quota"), say(even, a=number(some[0]), b=number(some[1]))),
        ),
    )
