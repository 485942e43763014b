"""The bet of the growth pole: how much of the pull stays?"""

from __future__ import annotations

from course_utils.teaching.content.growth_pole.asked import (
    REGION,
    content_that_keeps,
    pull,
    size_that_keeps,
)
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say

#: The numbers to bet on; the last is the model's.
GUESSES = (80, 50, 30)


def wager() -> Wager:
    """Steel in a region that holds 2 % of the country's jobs."""
    context = say(
        _(
            "The State puts {money} into steel in a region that holds {share} of the country's jobs. The steelworks"
            " buys ore, transport, repairs; those who sell them buy in turn, and so on."
        ),
        money=number(1000, 0, _("million")),
        share=percent(REGION["share"]),
    )
    ask = _(
        "Of every 100 of extra production that its suppliers make, and their suppliers, how much stays in the region?"
    )
    texts = [say(_("about {n}"), n=number(guess)) for guess in GUESSES]
    feedback = (_most(), _half(), _third())
    options = tuple(
        Option(text, told, right=n == 2) for n, (text, told) in enumerate(zip(texts, feedback, strict=True))
    )
    return Wager(Question(ask, options, context), _answer())


def _most() -> str:
    return say(
        _(
            "To keep that much, a region would need {size} of the country's jobs. One of this size makes few of the"
            " things that a steelworks buys: in the explorer, follow the wider of the two streams."
        ),
        size=percent(size_that_keeps(0.8)),
    )


def _half() -> str:
    return say(
        _(
            "Half would take a region with {size} of the country's jobs, or local supply raised by {supply}. Move"
            " either slider and watch which one is easier to wish for."
        ),
        size=percent(size_that_keeps(0.5)),
        supply=percent(content_that_keeps(0.5, REGION["share"])),
    )


def _third() -> str:
    return _(
        "And steel is not the worst choice: the same order to oil and gas, or to hotels, leaves even less behind."
        " Change the motor firm and see."
    )


def _answer() -> str:
    found = pull()
    return say(
        _(
            "The model keeps **{kept}** of every 100 of *indirect* production in the region (delta = {delta}); the"
            " other {leak} are made elsewhere in the country. The steelworks' own production is not in this count."
            " With it, {total} of every 100 of *total* production stay. Both numbers are true, and they are easily"
            " taken for one another."
        ),
        kept=number(100 * found.kept),
        delta=REGION["delta"],
        leak=number(100 * found.leak),
        total=number(100 * found.total_kept),
    )
