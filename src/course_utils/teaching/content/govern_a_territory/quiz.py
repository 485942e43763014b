"""The quiz of the game: when one looks, who cares for what is common, which order, and what a winner is."""

from __future__ import annotations

from course_utils.teaching.content.govern_a_territory import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, say


def quiz() -> tuple[Question, ...]:
    """Four questions."""
    return _when(), _environment(), _order(), _winner()


def _when() -> Question:
    right = _(
        "The gain of the plants is early, their cost late: jobs average {mean} over seventy years and stand at {end} in"
        " 2025. Who is counted only at the end pays for it without being asked."
    )
    said = say(
        right,
        mean=number(asked.average("large_firm", "jobs"), 1),
        end=number(asked.end("large_firm", "jobs"), 1),
    )
    return Question(
        _("Why can the large-firm recipe lose on jobs in 2025 and win on jobs over the seventy years?"),
        (
            Option(
                _("Because chance was kinder to it"),
                _("The same hundred seeds are played by every recipe. What differs is when its cards work."),
            ),
            Option(
                _("Because the local recipe had more money"),
                _("Both have the same budget in each decade. Which of them has cards to play in 1955?"),
            ),
            Option(_("Because its jobs came early and left late"), said, right=True),
        ),
    )


def _environment() -> Question:
    right = _(
        "{governance} in 2025 against {nothing} with no policy. Closing loops lowers what each job takes, but adds"
        " jobs: {ecosystems}."
    )
    parts = {name: number(asked.end(name, "environment"), 1) for name in ("governance", "nothing", "ecosystems")}
    return Question(
        _("In Isère, which era's recipe leaves more of the environment in 2025 than no policy at all?"),
        (
            Option(_("Governance alone"), say(right, **parts), right=True),
            Option(
                _("Ecosystems, since they close loops"),
                _("Look at the rows of the second figure. What do loops do if there are more jobs to feed them?"),
            ),
            Option(
                _("All but the large firm"),
                _("Every era but one adds jobs, and jobs wear. Compare their marks with the first row."),
            ),
        ),
    )


def _order() -> Question:
    found = asked.order("commons", "motor_industry", "environment")
    right = _(
        "By {n} points. A plant of 2005 has had ten years less to wear down what is common than one of 1995. That is no"
        " law for all pairs: concertation played early has faded by 2025, and stands higher when it comes late."
    )
    return Question(
        _("Commons governance and a motor industry, one in 1995, one in 2005. Which order leaves more environment?"),
        (
            Option(
                _("The motor industry first: care repairs what it did"),
                _("Care mends slowly, and the plant goes on wearing. Compare the two bars of the environment."),
            ),
            Option(_("Commons first"), say(right, n=number(abs(found), 1)), right=True),
            Option(
                _("No matter: both are played"),
                _("Set the two cards in the second explorer and compare the bars of the environment."),
            ),
        ),
    )


def _winner() -> Question:
    return Question(
        _("In a class one game leads on all five scores of 2025. May its author claim the best policy?"),
        (
            Option(
                _("Yes: five of five leaves nothing to discuss"),
                _("Five of five on one day of seventy years. What does the table of averages say of the same game?"),
            ),
            Option(
                _("No: look at all years, at other seeds, and at who objected"),
                _("A last day is one day, one seed is one luck, and a score says nothing of who was blocked."),
                right=True,
            ),
            Option(
                _("No: a model cannot compare policies"),
                _("It compares them under assumptions that you can read. That is less than proof, and not nought."),
            ),
        ),
    )
