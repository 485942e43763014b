"""Quizzes: a few questions with feedback for every option, shown by the radio buttons themselves."""

from __future__ import annotations

from dataclasses import dataclass

from course_utils.teaching import content
from course_utils.teaching.html import OWN_KEYS, card, feedback, fieldset, form, fresh_id
from course_utils.teaching.markup import bare
from course_utils.teaching.questions import Question
from course_utils.words import _


@dataclass(frozen=True)
class Quiz:
    """Questions to check oneself; shows itself in a notebook, in the book and in a terminal."""

    key: str
    questions: tuple[Question, ...]

    def __post_init__(self) -> None:
        """Refuse an empty quiz."""
        if not self.questions:
            raise ValueError(f"quiz {self.key!r} has no questions")

    def _repr_html_(self) -> str:
        ident = fresh_id(f"quiz-{self.key}")
        asked = "".join(_asked(question, ident, n) for n, question in enumerate(self.questions, 1))
        score = f'<p>{_("Right answers:")} <span class="cu-count"></span> / {len(self.questions)}</p>'
        foot = f'<div class="cu-foot">{score}<button type="reset"{OWN_KEYS}>{_("Start again")}</button></div>'
        head = f'<p class="cu-kicker">{_("Quiz")}</p>'
        return card(head + form(asked + foot), "cu-quiz", f' id="{ident}"')

    def __repr__(self) -> str:
        return bare("\n\n".join(f"{n}. {question}" for n, question in enumerate(self.questions, 1)))


def quiz(concept: str) -> Quiz:
    """Ask the questions that close the chapter of a concept.

    Parameters
    ----------
    concept : str
        Name of the concept, for instance ``"growth_pole"``.

    Returns
    -------
    Quiz
        Shows three to five questions in a notebook and in the book.

    Raises
    ------
    UnknownQuestions
        A ``KeyError``, if no quiz is written for `concept`.

    Examples
    --------
    >>> 3 <= len(quiz("growth_pole").questions) <= 5
    True
    """
    return Quiz(concept, tuple(content.find(concept).quiz()))


def _asked(question: Question, ident: str, number: int) -> str:
    said = "".join(feedback(letter, option) for letter, option in question.lettered)
    return fieldset(question, f"{ident}-{number}", said, f"{number}. ")
