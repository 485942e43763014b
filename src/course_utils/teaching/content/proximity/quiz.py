"""The quiz of proximity: the map, the two logics, the inverted U, the paradox and the two schools."""

from __future__ import annotations

from course_utils.teaching.content.proximity import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say


def quiz() -> tuple[Question, ...]:
    """Five questions, from the map to the debate."""
    return _across(), _same(), _paradox(), _short(), _schools()


def _across() -> Question:
    ask = _(
        "Distance is idle; belonging and similarity multiply the odds by 30. What do the links on the map look like?"
    )
    made, far = asked.links(asked.ORGANISED)
    right = say(
        _("{far} of {all} are longer than 200 km. So are {pairs} of all pairs: links spread as the actors do."),
        far=number(far),
        all=number(made),
        pairs=percent(asked.long_pairs(asked.ORGANISED)),
    )
    return Question(
        ask,
        (
            Option(_("Short: people still meet next door"), _("Nothing in the model favours next door. Try it.")),
            Option(_("There are hardly any"), say(_("There are {n}: belonging makes links too."), n=number(made))),
            Option(_("Most of them cross the map"), right, right=True),
        ),
    )


def _same() -> Question:
    ask = _("Two partners know exactly the same. What does their link teach them, in the model?")
    return Question(
        ask,
        (
            Option(_("Most: they understand everything"), _("They do. But which part of it is new to them?")),
            Option(
                _("Nothing"),
                _("No novelty, nothing learned. At the other end all is new, and nothing understood."),
                right=True,
            ),
            Option(
                _("It depends on how near they are"), _("Distance makes the link. It does not enter what it teaches.")
            ),
        ),
    )


def _paradox() -> Question:
    ask = say(
        _("Everybody understands everybody (reach 1). Similarity comes to multiply the odds by {n}. What happens?"),
        n=number(asked.STRONG),
    )
    start, after = asked.taught(1.0, 1.0), asked.taught(asked.STRONG, 1.0)
    right = say(
        _("Links for 100 pairs: {a}, then {b}. What each teaches: {c}, then {d}. That is the paradox."),
        a=number(start.links, 1),
        b=number(after.links, 1),
        c=number(100 * start.each),
        d=number(100 * after.each),
    )
    total = say(
        _("Each link teaches less. All links together: {a}, then {b}: many small lessons."),
        a=number(start.total, 2),
        b=number(after.total, 2),
    )
    return Question(
        ask,
        (
            Option(_("More links, and each teaches less"), right, right=True),
            Option(_("More links, and each teaches more"), total),
            Option(_("Fewer links, and each teaches more"), _("A positive weight cannot make fewer of them here.")),
        ),
    )


def _short() -> Question:
    ask = say(
        _("Now nobody understands a partner more than {r} away. Does similarity make links teach less?"),
        r=number(asked.SHORT, 1),
    )
    similar, most = asked.best(asked.SHORT)
    right = say(
        _(
            "From {start} of 100 it rises to {most}, where the odds are multiplied by {n}, then falls to {end}: both"
            " effects, one after another."
        ),
        start=number(100 * asked.taught(1.0, asked.SHORT).each),
        most=number(100 * most),
        n=number(similar, 1),
        end=number(100 * asked.taught(100.0, asked.SHORT).each),
    )
    return Question(
        ask,
        (
            Option(
                _("Yes, always"),
                _("Only where too much likeness is the trouble. Here the too different abound at first."),
            ),
            Option(_("No, it teaches more up to a point, then less"), right, right=True),
            Option(_("It changes nothing"), _("Move the second slider of the explorer and watch the solid line.")),
        ),
    )


def _schools() -> Question:
    found = asked.reading(asked.PLAIN)
    ask = say(
        _("In one région the odds of a link look {n} times as high, and the région does nothing. Why?"),
        n=number(found.alone[4], 1),
    )
    right = _(
        "Two who share a région are near. One yardstick alone measures what goes with it; that is why the five need to"
        " be looked at together, and why some prefer two."
    )
    return Question(
        ask,
        (
            Option(_("By chance: there are too few pairs"), _("The links are expected ones: no luck enters.")),
            Option(
                _("Because people of one région think alike"), _("In this population knowledge is spread at random.")
            ),
            Option(_("Because who shares a région is also near"), right, right=True),
        ),
    )
