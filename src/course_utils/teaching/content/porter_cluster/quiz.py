"""The quiz of Porter's cluster: the cap, the substitutes, the twin thresholds, the coarse sectors, the two schools."""

from __future__ import annotations

from course_utils.teaching.content.porter_cluster import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, say

SWAP = (75.0, 50.0, 25.0, 50.0)


def quiz() -> tuple[Question, ...]:
    """Five questions, from the diamond to the two schools."""
    return _money(), _swap(), _twins(), _coarse(), _schools()


def _money() -> Question:
    found = asked.programme("one_gap", -4.0)
    ask = _(
        "Three corners at 60 and one at 20; r = -4. A minister may add 60 points. Backing the strongest corner brings"
        " the strength from {now} to {strongest}. What do the same points bring where the gap is?"
    )
    right = _(
        "{weakest}. And the first {enough} of them already do more than all sixty on the strongest corner: try it in"
        " the explorer of the programme."
    )
    told = say(right, weakest=number(found.mean["weakest"][-1], 1), enough=number(found.enough))
    values = {"now": number(found.mean["even"][0], 1), "strongest": number(found.mean["strongest"][-1], 1)}
    return Question(
        say(ask, **values),
        (
            Option(_("More than twice the strength"), told, right=True),
            Option(_("About the same: points are points"), _("With r = 1 they are. Where is r now?")),
            Option(
                _("Less: nobody invests in a weakness"),
                _("Nobody does, and it costs them. Move the programme's exponent and watch the three lines part."),
            ),
        ),
    )


def _swap() -> Question:
    found = asked.copied(SWAP, "1")
    gains = dict(zip(asked.CORNERS, found.gains, strict=True))
    ask = _(
        "Now let r = 1: corners replace one another. Rivalry 75, demand 50, related industries 25, factors 50. Is it"
        " better to copy the model's factors (100) or its related industries (75)?"
    )
    right = _(
        "Both add {factors}: only the *distance* to the model counts, and it is 50 points for both. The weakest corner"
        " is special only where corners need one another."
    )
    return Question(
        ask,
        (
            Option(_("Related industries: they are the weakest"), _("That is the answer for r below 0. Why not here?")),
            Option(_("Factors: the model is best there"), _("Best, yes. How many points are there to gain in each?")),
            Option(_("No difference"), say(right, factors=number(gains["factors"], 1)), right=True),
        ),
    )


def _twins() -> Question:
    found = asked.starred("industry")
    ask = _("In one sector, place A has a higher location quotient than place B. Can B have the higher *focus*?")
    right = _(
        "Never: focus is the quotient times the sector's share in the whole country. In French industry a focus star is"
        " a specialisation star that asks for {q} in place of 2. Two of the three stars are cut from one number."
    )
    return Question(
        ask,
        (
            Option(_("Yes, if B is small"), _("Size cancels out of both. Write the two down as fractions.")),
            Option(
                _("Yes, if other sectors differ"),
                _("The other sectors are in the denominator of both, and in the same way."),
            ),
            Option(_("No"), say(right, q=number(found.focus_quotient, 2)), right=True),
        ),
    )


def _coarse() -> Question:
    found = asked.starred("industry")
    ask = _(
        "With the quotient of 2 of the European Observatory, {n} of the 101 départements get a specialisation star for"
        " industry. What does that say of French industrial clusters?"
    )
    right = _(
        "Industry as a whole is everywhere; the highest quotient is {q}. Watchmaking or plastics are not, but this"
        " table cannot see them. A threshold means nothing without the sectors that it was made for."
    )
    none = _("Oyonnax, the Arve valley and others are in this course. Which of them is a *sector* of this table?")
    low = _("Then a lower one is right? At which value would you stop, and who would tell you?")
    return Question(
        say(ask, n=number(found.specialised.sum())),
        (
            Option(_("That there are none"), none),
            Option(_("Little: the sectors are too coarse"), say(right, q=number(found.quotient.max(), 2)), right=True),
            Option(_("That the threshold of 2 is too high"), low),
        ),
    )


def _schools() -> Question:
    ask = _("Which of these questions would the French school of proximity put to a map of stars?")
    return Question(
        ask,
        (
            Option(_("How do we give this region its third star?"), _("That is the question of the recipe.")),
            Option(
                _("Do the firms under a star have anything to do with one another?"),
                _(
                    "Jobs side by side are a count. What coordinates people is another matter, and a map of counts is"
                    " silent on it. That is where the school starts, two chapters from here."
                ),
                right=True,
            ),
            Option(
                _("Is the threshold of 2 the right one?"),
                _("A good question, for a statistician. It still takes for granted that a count is what matters."),
            ),
        ),
    )
