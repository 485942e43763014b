"""The markup of a quiz: two on one page do not answer for each other."""

from __future__ import annotations

import re

import pytest

from course_utils.teaching import quiz
from course_utils.teaching.quizzes import Quiz

pytestmark = pytest.mark.usefixtures("sample")


def test_each_question_is_a_group_with_feedback_for_each_option(page) -> None:  # type: ignore[no-untyped-def]
    parsed = page(quiz("sample")._repr_html_())
    assert [e.text for e in parsed.all("legend")] == ["1. First?", "2. Second?"]
    radios = parsed.all("input", type="radio")
    assert len({r.attrs["name"] for r in radios}) == 2 and len(radios) == 6
    assert [r.attrs["value"] for r in radios if "data-right" in r.attrs] == ["a", "a"]
    assert len(parsed.all("div", cls="cu-good")) == 2 and len(parsed.all("div", cls="cu-bad")) == 4
    assert len([e for e in parsed.elements if e.attrs.get("role") == "status"]) == 2
    assert [b.attrs["type"] for b in parsed.all("button")] == ["reset"]


def test_feedback_follows_the_buttons_as_siblings_so_that_css_alone_shows_it(page) -> None:  # type: ignore[no-untyped-def]
    parsed = page(quiz("sample")._repr_html_())
    inputs, answers = parsed.all("input"), parsed.all("div", cls="cu-answers")
    assert {tuple(e.within) for e in inputs} == {tuple(e.within) for e in answers}


def test_a_wrong_answer_is_told_in_words_not_by_colour_alone(page) -> None:  # type: ignore[no-untyped-def]
    parsed = page(quiz("sample")._repr_html_())
    assert all("Right." in e.text for e in parsed.all("div", cls="cu-good"))
    assert all("Not this one." in e.text for e in parsed.all("div", cls="cu-bad"))


def test_two_quizzes_on_a_page_do_not_clash(page) -> None:  # type: ignore[no-untyped-def]
    parsed = page(quiz("sample")._repr_html_() + quiz("sample")._repr_html_())
    ids = [e.attrs["id"] for e in parsed.elements if "id" in e.attrs]
    assert len(set(ids)) == len(ids)
    assert len({r.attrs["name"] for r in parsed.all("input")}) == 4


def test_texts_are_escaped_and_no_script_is_needed() -> None:
    html = quiz("sample")._repr_html_()
    assert "&lt;script&gt;" in html
    assert not re.search(r"<script|\son\w+=|javascript:|https?:", html)


def test_terminals_get_the_questions_without_the_answers() -> None:
    assert repr(quiz("sample")).startswith("1. First?\n  (a) yes")
    assert "Indeed" not in repr(quiz("sample"))


def test_an_empty_quiz_is_refused() -> None:
    with pytest.raises(ValueError, match="quiz 'sample' has no questions"):
        Quiz("sample", ())
