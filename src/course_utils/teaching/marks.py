"""The two checks of an assignment: the form of an answer, which a student sees, and its value, which is hidden."""

from __future__ import annotations

import warnings
from typing import Any

from course_utils.teaching.draws import drawn
from course_utils.teaching.exercises import exercise
from course_utils.teaching.territory import my_territory
from course_utils.teaching.verdicts import check


def well_formed(key: str, answer: Any) -> None:
    """Accept an answer that is of the kind that the exercise asks for.

    Raises
    ------
    TypeError, ValueError
        If it is not; the message says what is wanted and nothing of the value.

    Examples
    --------
    >>> well_formed("growth_pole.1", 0.9)
    """
    exercise(key).read(answer)


def mark(key: str, answer: Any, login: str, assignment: str, term: str = "") -> None:
    """Accept an answer that is right for the territory of a student.

    Raises
    ------
    AssertionError
        If it is not right, with what `check` says.
    """
    before = my_territory().code
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbgrader gives no point where anything stands on the error stream
        place = my_territory(drawn(login, assignment, term))
        verdict = check(key, answer)
        my_territory(before)  # the cells that follow work on what the notebook chose, be it another's territory
    if not verdict:
        raise AssertionError(f"for {place.name}: {verdict!r}")
