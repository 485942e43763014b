"""The quiz of the competitiveness poles: who is picked, what survives it, and how labels end."""

from __future__ import annotations

from course_utils.teaching.content.competitiveness_poles import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say

STRONG = {"strength": "0.9"}


def quiz() -> tuple[Question, ...]:
    """Five questions, from picking winners to counting ends."""
    return _winners(), _survives(), _decline(), _jump(), _ends()


def _winners() -> Question:
    ask = _("The best firms are picked (strength 0.9) and the policy has no effect. What does a naive comparison show?")
    shown = asked.mean("naive", **STRONG)
    right = _("{shown} % on average, and its interval held the truth {times} times in 100. It measures the jury's eye.")
    told = say(right, shown=number(shown), times=number(100 * asked.coverage("naive", **STRONG, baseline="all")))
    return Question(
        ask,
        (
            Option(_("About zero"), _("Were members and others alike before? Look at the paths left of the label.")),
            Option(
                _("About {n} %").format(n=number(asked.mean("did", **STRONG) + 5)),
                _("Larger: members led by far more than that before anything was done."),
            ),
            Option(_("About {n} %").format(n=number(shown)), told, right=True),
        ),
    )


def _survives() -> Question:
    ask = _("On which selection is difference-in-differences unbiased?")
    values = {
        "level": asked.mean("did", **STRONG),
        "rising": asked.mean("did", rule="rising", **STRONG),
        "good": asked.mean("did", rule="good", **STRONG),
    }
    told = {name: number(value, 1) for name, value in values.items()}
    level = say(_("Error {level} %: what is the same before and after drops out of a difference."), level=told["level"])
    trend = say(_("Error {rising} %: the gap widens by itself after the label."), rising=told["rising"])
    luck = say(_("Error {good} %: the lucky year is in the baseline and gone afterwards."), good=told["good"])
    return Question(
        ask,
        (
            Option(_("On growth that will continue"), trend),
            Option(_("On a permanently high level"), level, right=True),
            Option(_("On the result of the year before"), luck),
        ),
    )


def _decline() -> Question:
    ask = _("A policy picks firms in decline. How does difference-in-differences err?")
    found = asked.mean("did", rule="falling", gap="2", **STRONG)
    right = say(
        _("By {found} % with strong selection and trends of 2 % a year: a useful policy may look useless."),
        found=number(found, 1),
    )
    return Question(
        ask,
        (
            Option(_("It makes the policy look worse"), right, right=True),
            Option(
                _("It makes the policy look better"), _("Members fall behind anyway. On whose account is that put?")
            ),
            Option(_("Not at all: decline was there before"), _("The *level* was there before. The slope goes on.")),
        ),
    )


def _jump() -> Question:
    values = {b: number(asked.file_estimate("did", "C", b), 1) for b in ("last", "early")}
    ask = say(
        _(
            "In file C difference-in-differences gives {last} % with the last year as “before”, and {early} % without"
            " that year. What does the jump tell?"
        ),
        **values,
    )
    return Question(
        ask,
        (
            Option(
                _("The effect took time to come"),
                _("Both use the same years *after*. Only what is called before has changed."),
            ),
            Option(
                _("The last year before the label was no ordinary one for members"),
                _("A free test, which needs no truth: if the year of selection matters so much, leave it out."),
                right=True,
            ),
            Option(
                _("The sample is too small for either"),
                _("Compare the jump with the intervals: it is several times as large as their standard errors."),
            ),
        ),
    )


def _ends() -> Question:
    found = asked.ends()
    merged, other = found.counts["merged"], found.counts["other"]
    ask = say(
        _("Of {n} labels, {ended} are known to have ended. What was the most frequent end?"),
        n=number(found.n),
        ended=number(merged + other),
    )
    low, high = found.by(15, "merged")
    right = say(
        _("{merged} of {ended}; {low} to {high} of labels had merged within fifteen years. An end is not a failure."),
        merged=number(merged),
        ended=number(merged + other),
        low=percent(low),
        high=percent(high),
    )
    return Question(
        ask,
        (
            Option(_("The State withdrew the label"), _("Once, on 11 May 2010, and from six. Look at the crosses.")),
            Option(_("The pôle closed for lack of members"), _("One is known to have closed. Look at the timeline.")),
            Option(_("A merger with another pôle"), right, right=True),
        ),
    )
