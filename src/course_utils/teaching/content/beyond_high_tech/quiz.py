"""The quiz of beyond high technology: classes, density, thresholds, complexity, and what six cases prove."""

from __future__ import annotations

from course_utils.teaching.content.beyond_high_tech import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say


def quiz() -> tuple[Question, ...]:
    """Five questions, from the labels to the measures and back."""
    return _class(), _nearest(), _fields(), _complexity(), _six()


def _class() -> Question:
    right = say(
        _("{world} of the {n} world-class labels, {national} of the national ones."),
        world=percent(asked.beyond("mondial")),
        n=number(asked.share("mondial").chosen),
        national=percent(asked.beyond("national")),
    )
    return Question(
        _("In 2005, where in the hierarchy of classes do the labels beyond high technology stand?"),
        (
            Option(_("At the bottom: the higher the class, the fewer"), right, right=True),
            Option(_("In all classes alike"), _("Choose *world class* in the explorer, then *national*.")),
            Option(_("They came later, with the new labels of 2007 and 2010"), _later()),
        ),
    )


def _later() -> str:
    return say(
        _("The share was {first} on the first day and {last} in 2010: it did not rise."),
        first=percent(asked.beyond()),
        last=percent(asked.beyond(year="2010")),
    )


def _nearest() -> Question:
    found = asked.rates()
    right = say(
        _("{near} of the nearest fifth was taken up, {far} of the furthest, and the rest in order between them."),
        near=percent(found[-1], 1),
        far=percent(found[0], 1),
    )
    return Question(
        _("In the synthetic table, ten years pass. Is the nearest activity that a territory lacks sure to come?"),
        (
            Option(_("Yes: places enter what is close"), _sure()),
            Option(_("No: density tells nothing"), _("Look at the bars of the third figure from left to right.")),
            Option(_("No: but it is far likelier than a distant one"), right, right=True),
        ),
    )


def _sure() -> str:
    return say(
        _("Even of the nearest fifth, {stay} stayed away. A density is a tendency of many places, no fate of one."),
        stay=percent(1 - asked.rates()[-1]),
    )


def _fields() -> Question:
    found = asked.medians()
    right = say(
        _("Median proximity to the five nearest: low {low}, medium {medium}, high {high}. Density looks at who does"
          " what, not at laboratories."),
        low=number(found["low"], 2),
        medium=number(found["medium"], 2),
        high=number(found["high"], 2),
    )  # fmt: skip
    return Question(
        _("Which fields of the synthetic table have the densest neighbourhoods at threshold 1?"),
        (
            Option(
                _("High technology, clearly"), _("Choose *Compare fields by* proximity and read the three medians.")
            ),
            Option(_("No level stands out much; low technology is about as dense as high"), right, right=True),
            Option(
                _("Low technology has hardly any neighbours"), _("Find Bicycles, Glassware and Lace in the picture.")
            ),
        ),
    )


def _complexity() -> Question:
    right = _(
        "It places activities, and the places that have them, along the line that separates them best. A place with"
        " three rare things of one end can score above a place with fifteen from everywhere."
    )
    return Question(
        _("What does economic complexity measure, strictly?"),
        (
            Option(
                _("How many activities a place has"), _("That is diversity. On a staircase the two agree; else no.")
            ),
            Option(_("Where a place stands on the axis that best separates baskets"), right, right=True),
            Option(_("How much research its firms do"), _("No research enters: only who is specialised in what.")),
        ),
    )


def _six() -> Question:
    n = asked.withdrawn_2010()
    everything, wanted = asked.counted("2009")
    ask = say(_("In May 2010, {n} labels were withdrawn; all lay beyond high technology. What follows?"), n=number(n))
    right = say(
        _(
            "{wanted} of {all} labels lay beyond high technology, so that {n} drawn blindly would all do so with a"
            " chance of {chance}. One case in seven is no proof. The audit of 2008, which wanted thirteen pôles"
            " rebuilt, tells more than the themes."
        ),
        wanted=number(wanted),
        all=number(everything),
        n=number(n),
        chance=percent(asked.by_chance(n)),
    )
    return Question(
        ask,
        (
            Option(_("Low technology makes bad clusters"), _("What of the others that kept their label?")),
            Option(_("The State was biased against them"), _("It may have been. How would a blind draw look?")),
            Option(_("Little: chance alone could have done it"), right, right=True),
        ),
    )
