"""The check of an answer, and what it tells the reader."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

from course_utils.teaching.answers import Grade
from course_utils.teaching.exercises import exercise
from course_utils.teaching.html import card
from course_utils.teaching.markup import bare, inline
from course_utils.words import _, number, say


@dataclass(frozen=True)
class Verdict:
    """What `check` says; true if the answer is right.

    Parameters
    ----------
    key : str
        The exercise.
    status : {"right", "close", "unit", "wrong", "waiting"}
        How the answer stands.
    message : str
        Feedback, with the small markup of `course_utils.teaching.markup`.
    """

    key: str
    status: str
    message: str

    def __bool__(self) -> bool:
        return self.status == "right"

    @property
    def word(self) -> str:
        """The status in a word or two."""
        words = {"right": _("Right."), "close": _("Almost."), "unit": _("Mind the unit."), "waiting": _("Your turn.")}
        return words.get(self.status, _("Not yet."))

    def _repr_html_(self) -> str:
        look = {"right": "cu-good", "wrong": "cu-bad", "waiting": ""}.get(self.status, "cu-close")
        name = html.escape(say(_("Exercise {key}"), key=self.key))
        said = f'<p>{name}. <span class="cu-word">{html.escape(self.word)}</span> {inline(self.message)}</p>'
        return card(said, f"cu-verdict {look}".strip(), ' role="status"')

    def __repr__(self) -> str:
        return f"{say(_('Exercise {key}'), key=self.key)}. {self.word} {bare(self.message)}"


def check(key: str, answer: Any = ...) -> Verdict:
    """Check an answer to an exercise.

    Parameters
    ----------
    key : str
        Name of the exercise, for instance ``"growth_pole.2"``.
    answer : number, str, tuple or set
        As the exercise asks; ``...`` stands for "not yet".

    Returns
    -------
    Verdict
        Truthy if right; says how far off a wrong answer is, whether the unit is the trouble, and gives a hint.

    Raises
    ------
    UnknownExercise
        A ``KeyError``, with the closest names.
    TypeError, ValueError
        If the answer is not what the exercise asks for.

    Examples
    --------
    >>> bool(check("growth_pole.1", ...))
    False
    """
    asked = exercise(key)
    if answer is ...:
        return Verdict(
            key, "waiting", say(_("{task} Replace the three dots with {asks}."), task=asked.task, asks=asked.asks)
        )
    given = asked.read(answer)
    expected = asked.expected()
    grades = asked.grade(given, expected)
    if all(grade.status == "right" for grade in grades):
        return Verdict(key, "right", asked.right)
    for slip in asked.slips:
        if all(grade.status == "right" for grade in asked.grade(given, slip.value())):
            return Verdict(key, "wrong", slip.feedback)
    return Verdict(key, _worst(grades), " ".join([*_reasons(grades), asked.hint]))


def _worst(grades: list[Grade]) -> str:
    return max((grade.status for grade in grades), key=["right", "close", "unit", "wrong"].index)


def _reasons(grades: list[Grade]) -> list[str]:
    if len(grades) == 1:
        return [grades[0].why]
    told = enumerate(((grade.why or _("right.")) for grade in grades), 1)
    return [say(_("Part {n}: {why}"), n=number(n), why=why) for n, why in told]
