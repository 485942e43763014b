"""The bet of the game: seventy years of large firms against seventy years of local policy."""

from __future__ import annotations

from course_utils.teaching.content.govern_a_territory import asked
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, say


def wager() -> Wager:
    """On how many of the scores of 2025 does the large-firm recipe win?"""
    context = _(
        "Two governments of Isère, the same money, the same chance. One plays the cards of the large firm, from 1955"
        " on. The other must wait until 1975 for its first card, and then plays those of the local decades. In 2025"
        " you read five scores: income, jobs, resilience, environment, voice."
    )
    ask = _("On which of them does the large firm lead?")
    options = (
        Option(_("On income and jobs: that is what plants are for"), _both()),
        Option(_("On none of the five"), _none(), right=True),
        Option(_("On jobs alone"), _jobs()),
    )
    return Wager(Question(ask, options, context), _answer())


def _both() -> str:
    return _("It did lead there, for decades. Draw the score of jobs year by year and find the year in which it ends.")


def _none() -> str:
    return _("None in 2025, on average over a hundred games. Now ask who lived with which score in the years before.")


def _jobs() -> str:
    return _("The plants that a crisis closes do not come back by themselves. Look at the end of the line of jobs.")


def _answer() -> str:
    told = _(
        "In **2025** the local recipe beats the large-firm one on **{now} of 5** scores (jobs: {local} against"
        " {large}). Averaged over **all the years** since 1955 it does so on only **{ever} of 5**: there large firms"
        " lead on jobs, {large_mean} against {local_mean}, and on income. The winner depends on when you look."
    )
    return say(
        told,
        now=number(asked.beats("local", "large_firm")),
        ever=number(asked.beats("local", "large_firm", True)),
        local=number(asked.end("local", "jobs"), 1),
        large=number(asked.end("large_firm", "jobs"), 1),
        local_mean=number(asked.average("local", "jobs"), 1),
        large_mean=number(asked.average("large_firm", "jobs"), 1),
    )
