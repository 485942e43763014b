"""What `check` answers."""

from __future__ import annotations

import pytest

from course_utils.teaching import UnknownExercise, check
from course_utils.teaching.exercises import Exercise

pytestmark = pytest.mark.usefixtures("sample")


def test_a_right_answer_is_true_and_says_why() -> None:
    verdict = check("sample.1", 0.2501)
    assert verdict and verdict.status == "right"
    assert repr(verdict) == "Exercise sample.1. Right. A quarter stays."


@pytest.mark.parametrize(
    ("answer", "status", "said"),
    [
        (0.26, "close", "Close, but a little too high. Divide by the total."),
        (25, "unit", "You gave percent where a fraction is wanted: divide by 100. Divide by the total."),
        (0.75, "wrong", "That is what leaves."),
        (0.1, "wrong", "Too low. Divide by the total."),
    ],
)
def test_other_answers_are_false_and_help(answer: float, status: str, said: str) -> None:
    verdict = check("sample.1", answer)
    assert not verdict
    assert (verdict.status, verdict.message) == (status, said)


def test_three_dots_wait() -> None:
    verdict = check("sample.1", ...)
    assert not verdict and verdict.status == "waiting"
    assert repr(verdict) == repr(check("sample.1"))
    assert "How much stays? Replace the three dots with a fraction." in repr(verdict)


def test_parts_of_a_tuple_are_told_apart() -> None:
    assert check("sample.3", (1000, {"steel", "energie"}))
    verdict = check("sample.3", (1000, {"Steel", "Textiles"}))
    assert verdict.status == "close"
    assert verdict.message == "Part 1: right. Part 2: Found 1 of 2; 1 of yours not among them. Hint."
    assert check("sample.3", (5, {"Steel", "Énergie"})).status == "wrong"


def test_slack_is_for_numbers_read_on_a_slider() -> None:
    assert check("sample.4", 0.37) and check("sample.4", 0.33)
    assert not check("sample.4", 0.38)


@pytest.mark.parametrize(
    ("key", "answer", "error", "message"),
    [
        ("sample.1", "a lot", TypeError, "sample.1 expects a fraction; a number is wanted, got str 'a lot'"),
        ("sample.1", float("nan"), ValueError, "sample.1 expects a fraction; a finite number is wanted"),
        (
            "sample.2",
            "Stel",
            ValueError,
            "sample.2 expects a sector; 'Stel' is not one of the names; did you mean 'Steel'",
        ),
        ("sample.3", 1000, TypeError, r"expects \(jobs, \{two sectors\}\): a tuple of 2, got 1000"),
        ("sample.3", (1, {"Steel"}, 3), TypeError, "a tuple of 2"),
    ],
)
def test_what_cannot_be_an_answer_raises(key: str, answer: object, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        check(key, answer)


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("sample.9", "; there are sample.1, sample.2, sample.3, sample.4"),
        ("sample", "; there are sample.1, sample.2, sample.3, sample.4"),
        ("sampel.1", "; did you mean 'sample.1'"),
        ("", "; there are 'sample.1', 'sample.2'"),
        (3, "; there are 'sample.1', 'sample.2'"),
    ],
)
def test_an_unknown_exercise_names_the_closest(key: str, hint: str) -> None:
    with pytest.raises(UnknownExercise, match=f"there is no exercise {key!r}{hint}"):
        check(key, 1)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match=r"exercise x\.1: kind 'frame' is none of number, text, set"):
        Exercise("x.1", "number, frame", "", lambda: 0, "", "", "")


def test_verdicts_are_announced_and_escaped(page) -> None:  # type: ignore[no-untyped-def]
    parsed = page(check("sample.1", 0.2)._repr_html_())
    (card,) = parsed.all("div", cls="cu-verdict")
    assert card.attrs["role"] == "status" and "cu-bad" in card.attrs["class"]
    assert "<em>stays</em>" in check("sample.1", 0.25)._repr_html_()
