"""The quiz of the urban hierarchy: where one stops, how sure one is, and what is called a city."""

from __future__ import annotations

from course_utils.teaching.content.urban_hierarchy.asked import FIRST, LAST, RULE, first_two, fit, primacies
from course_utils.teaching.questions import Option, Question
from course_utils.words import Number, _, number, percent, say

#: Cut-offs that two questions compare with the 100 of the explorer's first state.
FEW, MANY = 31.6228, 10_000.0


def quiz() -> tuple[Question, ...]:
    """Five questions, from the cut-off to what moved."""
    return _cutoff(), _certainty(), _definition(), _lines(), _moved()


def _exponent(**changes: float) -> Number:
    return number(fit(**changes).exponent, 1)


def _cutoff() -> Question:
    ask = _("The {n} largest communes give an exponent of {exponent}. Keep {many} instead. What happens to it?")
    falls = _(
        "To {exponent}. The curve is no straight line: it bends, and every cut-off gives it another slope. An"
        " exponent without its cut-off says nothing."
    )
    return Question(
        say(ask, n=number(RULE["cutoff"]), exponent=_exponent(), many=number(MANY)),
        (
            Option(
                _("Nothing: a law holds at every size"),
                _("Then the curve would be a straight line. Move the slider and watch the line turn."),
            ),
            Option(_("It falls"), say(falls, exponent=_exponent(cutoff=MANY)), right=True),
            Option(
                _("It rises"),
                _("It does, a little, up to some two hundred. Go on: which way does the line turn in the thousands?"),
            ),
        ),
    )


def _certainty() -> Question:
    few = fit(cutoff=FEW)
    n, exponent = number(few.n), number(few.exponent, 1)
    ask = _(
        "Among the {n} largest communes the exponent is {exponent}, give or take {margin}. Is Zipf's rule of 1"
        " refuted for the great French cities?"
    )
    cannot = _(
        "With {n} places the standard error is {exponent} × √(2/{n}): anything from {low} to {high} would do. Few"
        " points, little certainty, whatever the picture suggests."
    )
    low, high = (number(bound, 1) for bound in few.interval)
    unsure = say(cannot, n=n, exponent=exponent, low=low, high=high)
    is_not = say(_("Yes: {exponent} is not 1"), exponent=exponent)
    how_far = _("How far off is it in standard errors? The second number of the sentence tells.")
    holds = _("Not to be refuted is not to hold. Keep a hundred, and look at the interval again.")
    return Question(
        say(ask, n=n, exponent=exponent, margin=number(2 * few.standard_error, 1)),
        (
            Option(is_not, how_far),
            Option(_("No: the rule holds everywhere"), holds),
            Option(_("It cannot be said with so few"), unsure, right=True),
        ),
    )


def _definition() -> Question:
    ratio = {unit: number(found.over_second, 1) for unit, found in primacies().items()}
    found = primacies()
    other = _("{ratio} times: {first} over {second}. Look at the bars: another definition leaves more distance.")
    nord = _(
        "{ratio} times, and the first is {first}: Paris is only the second. Which definition adds up a whole city?"
    )
    right = _(
        "{first} has {ratio} times the inhabitants of {second}. Which question does that answer, and which does it not?"
    )
    return Question(
        _("By which definition is the first place furthest ahead of the second?"),
        (
            Option(_("Communes"), _told(other, found["commune"], ratio["commune"])),
            Option(_("Intercommunalities (EPCI)"), _told(right, found["epci"], ratio["epci"]), right=True),
            Option(_("Départements"), _told(nord, found["departement"], ratio["departement"])),
            Option(_("Régions"), _told(other, found["region"], ratio["region"])),
        ),
    )


def _told(template: str, found: object, ratio: Number) -> str:
    return say(template, ratio=ratio, first=found.largest, second=found.second)  # type: ignore[attr-defined]


def _lines() -> Question:
    return Question(
        _("Why is the population of an EPCI not the size of an agglomeration?"),
        (
            Option(
                _("Its boundary is agreed between councils and the State, not drawn where the city ends"),
                _(
                    "Two neighbours may be in one EPCI or in two, for reasons of money or politics. The exponent then"
                    " measures agreements as much as cities."
                ),
                right=True,
            ),
            Option(
                _("An EPCI counts commuters twice"),
                _("Everyone is counted once, at home. Look for what is decided, not for what is counted."),
            ),
            Option(
                _("An EPCI leaves out the countryside"),
                _(
                    "On the contrary: all but four communes of the country belong to one, villages included. Who"
                    " decides which?"
                ),
            ),
        ),
    )


def _moved() -> Question:
    before, after = (number(primacies(year)["commune"].over_second, 2) for year in (FIRST, LAST))
    (paris, marseille), (paris_now, marseille_now) = first_two(FIRST), first_two(LAST)
    ask = _("From {first} to {last} the commune of Paris went from {before} to {after} times Marseille. Why?")
    right = _(
        "Paris lost {lost} of its inhabitants while Marseille gained {gained}. Ask the map of growth who else gained."
    )
    return Question(
        say(ask, first=FIRST, last=LAST, before=before, after=after),
        (
            Option(
                _("The boundaries of the communes were changed"),
                _("Not here: the explorer keeps the boundaries of 2026 in every year, so that only people move."),
            ),
            Option(
                _("Paris grew, but Marseille grew faster"),
                _("Set the map to growth and look at Paris, which is a département of its own. What is its colour?"),
            ),
            Option(
                _("Paris lost inhabitants and Marseille gained some"),
                say(right, lost=percent(1 - paris_now / paris, 1), gained=percent(marseille_now / marseille - 1, 1)),
                right=True,
            ),
        ),
    )
