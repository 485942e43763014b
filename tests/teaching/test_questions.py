"""A question without a right answer, or an option without feedback, is refused."""

from __future__ import annotations

import pytest

from course_utils.teaching.questions import Option, Question

YES, NO = Option("yes", "It is.", right=True), Option("no", "Try it.")


def test_letters_follow_the_order() -> None:
    question = Question("Is it?", (NO, YES))
    assert [letter for letter, _ in question.lettered] == ["a", "b"]
    assert question.right == "b"
    assert str(question) == "Is it?\n  (a) no\n  (b) yes"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((YES,), "2 to 6 options are wanted, got 1"),
        (tuple(Option(str(i), "f", right=i == 0) for i in range(7)), "got 7"),
        ((NO, Option("nor", "No.")), "exactly one option must be right"),
        ((YES, Option("also", "Yes.", right=True)), "exactly one option must be right"),
        ((YES, Option("no", " ")), "option 'no' lacks its text or its feedback"),
        ((YES, Option("yes", "Twice.")), "two options say the same"),
    ],
)
def test_unfair_questions_are_refused(options: tuple[Option, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Question("Is it?", options)
