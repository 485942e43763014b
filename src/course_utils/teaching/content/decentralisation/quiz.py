"""The quiz of decentralisation: the frontier, its limits, the right group, and what the data show."""

from __future__ import annotations

from course_utils.teaching.content.decentralisation import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say

KAPPA, VARIETY, MANY = 0.2, 0.4, "36"


def quiz() -> tuple[Question, ...]:
    """Five questions, from the mechanism to the data."""
    return _frontier(), _alone(), _mixed(), _fixed(), _water()


def _frontier() -> Question:
    ask = _(
        "A fifth of the benefit is shared with very many others. How much must tastes vary for places alone to win?"
    )
    right = _("{t}: the part that is shared over the part that is kept. One to four.")
    level = _(
        "That is the spillover itself. What is *kept* matters as well: places alone also get less out of variety."
    )
    return Question(
        ask,
        (
            Option(say("{t}", t=number(KAPPA, 2)), level),
            Option(
                say("{t}", t=number(KAPPA / (1 - KAPPA), 2)),
                say(right, t=number(asked.frontier(KAPPA, 2_000), 2)),
                right=True,
            ),
            Option(say("{t}", t=number(1 - KAPPA, 2)), _("That is what each keeps. Divide one by the other.")),
        ),
    )


def _alone() -> Question:
    state, alone = asked.losses(VARIETY, 0.0, MANY)
    ask = _("Nothing spills over. Which arrangement gives what the planner would give?")
    right = _(
        "Places alone miss {alone} of 100, the State {state}: without spillovers there is nothing to gain from asking"
        " anybody else, however little tastes vary."
    )
    return Question(
        ask,
        (
            Option(_("Each place alone"), say(right, alone=number(alone), state=number(state, 1)), right=True),
            Option(_("The State"), _("Only if all tastes were the same, and then places alone would do as well.")),
            Option(
                _("Groups of neighbours"), _("What would a group add, if nobody gets anything from the neighbours?")
            ),
        ),
    )


def _mixed() -> Question:
    found = asked.missed(map="mixed", kappa=KAPPA)
    ask = _(
        "Neighbours' tastes are mixed at random and {k} of the benefit is shared. Living areas become groups of {n}."
        " Compared with each place alone?"
    )
    right = _(
        "They miss {a} of 100, places alone {p}: the group gathers the spillover, which is small, and forces one level"
        " on unlike neighbours. Still better than the State, which misses {s}."
    )
    parts = {"a": number(found.neighbours), "p": number(found.alone), "s": number(found.state)}
    return Question(
        say(ask, k=percent(KAPPA), n=asked.SIZE),
        (
            Option(
                _("Better: all the spillover is inside"),
                _("It is. And what else is inside? Look at the second figure."),
            ),
            Option(_("Worse: too much variety is inside"), say(right, **parts), right=True),
            Option(_("Worse even than the State"), _("The State has the same variety inside, and more of it.")),
        ),
    )


def _fixed() -> Question:
    free, paid = asked.frontier(KAPPA, int(MANY)), asked.frontier(KAPPA, int(MANY), 0.05)
    ask = _("Each jurisdiction now has a fixed cost. What becomes of the frontier?")
    right = _(
        "With {k} shared among {n} places it goes from {free} to {paid} for a cost of 5 %: places must differ more"
        " to be worth a council each."
    )
    told = say(right, k=percent(KAPPA), n=MANY, free=number(free, 2), paid=number(paid, 2))
    return Question(
        ask,
        (
            Option(_("It rises: more variety is needed"), told, right=True),
            Option(
                _("It falls: less variety is needed"),
                _("Who pays the fixed cost most often: one State, or many places?"),
            ),
            Option(_("Nothing: a cost is a cost"), _("It would be, if everyone paid it once.")),
        ),
    )


def _water() -> Question:
    same, all_ = asked.unchanged()
    ask = _("From 2019 to 2026, how many of France's intercommunalities kept type, tax regime and number of communes?")
    right = _("{same} of {all}. The map was drawn by the laws of 2010 to 2015; since then it is being used.")
    return Question(
        ask,
        (
            Option(
                _("About a third"),
                _("The great redrawing came earlier: look at the years after 2015 in the list of laws."),
            ),
            Option(_("About half"), _("Fewer changed than you think: the map “what changed since 2019” counts them.")),
            Option(_("More than four in five"), say(right, same=number(same), all=number(all_)), right=True),
        ),
    )
