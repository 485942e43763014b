"""The questions on participation are answered by the model: which option is right is computed here."""

from __future__ import annotations

from collections import Counter

import pytest

from course_utils.concepts import participation as pa
from course_utils.measures import compensation_needed
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.participation import asked
from course_utils.teaching.questions import Option

VOTE, VETO, PAID, WRONGED, ONE_SIDE = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("participation").questions[n].options if option.right)


def test_the_bet_is_won_by_who_says_fifteen() -> None:
    pairs = zip(pa.everywhere("3", "30", "majority"), pa.everywhere("3", "30", "early"), strict=True)
    assert asked.same_site() == sum(a.place == b.place for a, b in pairs) and 10 <= asked.same_site() <= 20
    won = next(option for option in bet("participation").wager.question.options if option.right)
    assert won.text == "About 15" and str(asked.same_site()) in repr(reveal("participation"))
    assert pa.decide("44", "3", "30", "majority").name == "Nantes"  # told to who bets on 85


def test_right_answers_stand_at_different_letters() -> None:
    letters = Counter(question.right for question in quiz("participation").questions)
    assert max(letters.values()) <= len(quiz("participation").questions) / 2


def test_the_quiz() -> None:
    assert chosen(VOTE).text.startswith("The same")
    assert asked.built("veto") == 0 and chosen(VETO).text == "In none"
    assert 0.85 < asked.price().middle < 0.95 and "nine tenths" in chosen(PAID).text
    assert asked.accepted(0.5) == 0 < asked.accepted(0.9) < asked.price().worth
    assert asked.conflict(0.9, 0.9).outcome == "settle" and chosen(WRONGED).text.startswith("They settle")
    assert asked.conflict(0.8, 0.3).outcome == "court" and chosen(ONE_SIDE).text == "They go to court"
    assert asked.conflict(0.1, 0.1).outcome == "nothing"  # told to who says that nobody sues


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("participation.1", 60.0),
        ("participation.2", 20.0),
        ("participation.3", float(compensation_needed([-80, 20], [1, 99], 20)[0])),
        ("participation.4", 44.3),
    ],
)
def test_exercises(key: str, answer: float) -> None:
    assert check(key, answer) and not check(key, 2 * answer)


def test_the_exercise_on_the_readers_territory() -> None:
    for code in ("38", "44"):
        found = pa.decide(my_territory(code).departement, "3", "30", "majority")
        assert check("participation.5", found.losing)
        assert check("participation.5", round(found.losing, 3))  # as the page prints it
    my_territory("38")
