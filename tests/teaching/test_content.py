"""Every bet, quiz and exercise that is written: complete, well-formed, and answered by the model as it says."""

from __future__ import annotations

import pytest

from course_utils.teaching import UnknownQuestions, bet, check, content, my_territory, quiz, reveal
from course_utils.teaching.exercises import exercise
from course_utils.teaching.questions import Question

EXERCISES = [e.key for concept in content.concepts() for e in content.find(concept).exercises()]


def test_the_concepts_of_the_course_are_found() -> None:
    assert {"growth_pole", "urban_hierarchy"} <= set(content.concepts())
    with pytest.raises(UnknownQuestions, match="did you mean 'growth_pole'"):
        content.find("growth_pol")


@pytest.mark.parametrize("concept", content.concepts())
def test_a_chapter_has_a_bet_three_to_five_questions_and_exercises(concept: str) -> None:
    assert 3 <= len(quiz(concept).questions) <= 5
    exercises = content.find(concept).exercises()
    assert [e.key for e in exercises] == [f"{concept}.{n}" for n in range(1, len(exercises) + 1)]
    assert 3 <= len(exercises) <= 5
    assert any("my_territory()" in e.task for e in exercises)


@pytest.mark.parametrize("concept", content.concepts())
def test_a_chapter_is_well_formed_with_ids_of_its_own(page, concept: str) -> None:  # type: ignore[no-untyped-def]
    shown = [bet(concept), reveal(concept), quiz(concept)]
    parsed = page("".join(s._repr_html_() for s in shown))
    ids = [e.attrs["id"] for e in parsed.elements if "id" in e.attrs]
    assert len(ids) == len(set(ids))
    assert all(repr(s) for s in shown)


@pytest.mark.parametrize("concept", content.concepts())
def test_no_template_is_left_unfilled_and_no_number_undefined(concept: str) -> None:
    texts = [repr(bet(concept)), repr(reveal(concept)), repr(quiz(concept))]
    questions: list[Question] = [bet(concept).wager.question, *quiz(concept).questions]
    texts += [option.feedback for question in questions for option in question.options]
    for text in texts:
        assert "{" not in text and "n/a" not in text and "nan" not in text.split()


@pytest.mark.parametrize("concept", content.concepts())
def test_the_right_answer_is_not_always_at_the_same_place(concept: str) -> None:
    letters = [question.right for question in quiz(concept).questions]
    assert max(letters.count(letter) for letter in letters) <= len(letters) / 2


@pytest.mark.parametrize("key", EXERCISES)
def test_the_expected_answer_is_right_and_every_known_slip_is_not(key: str) -> None:
    asked = exercise(key)
    assert check(key, asked.expected())
    for slip in asked.slips:
        verdict = check(key, slip.value())
        assert not verdict and verdict.message == slip.feedback
    assert check(key).status == "waiting"


@pytest.mark.parametrize("key", [key for key in EXERCISES if "number" in exercise(key).kinds])
def test_an_answer_that_is_ten_percent_off_is_wrong_and_gets_the_hint(key: str) -> None:
    asked = exercise(key)
    expected = asked.expected() if "," in asked.kind else (asked.expected(),)
    off = tuple(1.1 * e if kind == "number" else e for kind, e in zip(asked.kinds, expected, strict=True))
    verdict = check(key, off if "," in asked.kind else off[0])
    assert not verdict and asked.hint in verdict.message


@pytest.mark.parametrize("territory", ["38", "48", "976", "2A", "200040715"])
@pytest.mark.parametrize("key", ["growth_pole.3", "urban_hierarchy.3"])
def test_exercises_on_the_territory_follow_the_reader(key: str, territory: str) -> None:
    asked = exercise(key)
    my_territory(territory)
    assert check(key, asked.expected())


def test_two_territories_have_two_answers() -> None:
    mine = exercise("growth_pole.3").expected()
    my_territory("29")
    assert not check("growth_pole.3", mine)
    assert check("urban_hierarchy.3", exercise("urban_hierarchy.3").expected())
    with pytest.raises(ValueError, match=r"'Grenoble' is not one of the names; there are 2[0-9]+, such as 'Argol'"):
        check("urban_hierarchy.3", (4.14, "Grenoble"))


def test_paris_has_no_second_commune() -> None:
    my_territory("75")
    with pytest.raises(ValueError, match="Paris is a single commune"):
        check("urban_hierarchy.3", (1.0, "Paris"))
