"""The bet of spatial concentration: which of two industries looks concentrated, and which one is?"""

from __future__ import annotations

from course_utils.teaching.content.spatial_concentration import asked
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say


def wager() -> Wager:
    """Twenty lumpy darts beside two hundred plants of which eighty were drawn to two towns."""
    context = say(
        _(
            "**Industry A** has {a} plants, one of them with {top} of the jobs. Each went to a place of its own, drawn"
            " blindly among the inhabitants of France. **Industry B** has {b} plants, all of one size; {share} of them"
            " settled on purpose around two towns. You do not know this: you have the jobs of each industry in each"
            " département, and compute a Gini index between 0 (spread like people) and 0.5."
        ),
        a=number(int(asked.DARTS["n"])),
        top=percent(asked.top_share(**asked.DARTS)),
        b=number(int(asked.CLUSTER["n"])),
        share=percent(float(asked.CLUSTER["strength"])),
    )
    ask = _("Which industry looks more concentrated?")
    options = (
        Option(_("A, the one without any cluster, by far"), _right(), right=True),
        Option(_("B, the one with two clusters"), _clusters()),
        Option(_("About the same"), _same()),
    )
    return Wager(Question(ask, options, context), _answer())


def _right() -> str:
    return _("And nobody in A ever looked where the others were. Throw again and again: does its Gini ever come down?")


def _clusters() -> str:
    return say(
        _(
            "The clusters are there, and γ sees them ({gamma} on average over six throws). But Gini weighs jobs, and"
            " whoever has one giant has most of its jobs in one département. Set the sizes to one giant and the"
            " strength to none."
        ),
        gamma=number(asked.over_throws(asked.GAMMA, **asked.CLUSTER), 3),
    )


def _same() -> str:
    return _(
        "Two effects do meet here, lumps and clusters. Set each of them to nothing in turn: which moves Gini more?"
    )


def _answer() -> str:
    low, mean, high = asked.darts(asked.GINI, **asked.DARTS)
    return say(
        _(
            "Industry A has a Gini of **{a}** on average and stays between {low} and {high} in nine throws of ten;"
            " industry B has **{b}**. γ puts it right: **{ga}** for A, **{gb}** for B."
        ),
        a=number(mean, 2),
        low=number(low, 2),
        high=number(high, 2),
        b=number(asked.over_throws(asked.GINI, **asked.CLUSTER), 2),
        ga=number(asked.darts(asked.GAMMA, **asked.DARTS)[1], 3),
        gb=number(asked.over_throws(asked.GAMMA, **asked.CLUSTER), 3),
    )
