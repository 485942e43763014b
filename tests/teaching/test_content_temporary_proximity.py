"""The questions on temporary proximity are answered by the model: which option is right is computed here."""

from __future__ import annotations

import pytest

from course_utils.concepts import temporary_proximity as temporary
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.temporary_proximity import asked
from course_utils.teaching.questions import Option, Question

CHEAP, PHASE, DEAR, WHOLE, CLAIM = range(5)
DESIGN = temporary.Terms(16.0)


def chosen(asked_: Question) -> Option:
    return next(option for option in asked_.options if option.right)


def question(n: int) -> Question:
    return quiz("temporary_proximity").questions[n]


def test_the_bet_is_on_what_the_model_does() -> None:
    near, far = (temporary.decide(DESIGN, d, 9) for d in (asked.NEAR, asked.FAR))
    assert (near.mode, far.mode) == ("temporary", "permanent")
    assert chosen(bet("temporary_proximity").wager.question).text == "The far pair"
    answer = repr(reveal("temporary_proximity")).replace("\u202f", " ")
    for part in ("7,000 €", "7,650 €", "3,380 €", "162 km"):
        assert part in answer


def test_cheaper_travel_is_the_rival_of_the_shared_place() -> None:
    cheap = temporary.Terms(16.0, per_km=0.001)
    assert temporary.move_limit(cheap, 9) > temporary.move_limit(DESIGN, 9)
    assert "further apart" in chosen(question(CHEAP)).text and "324" in chosen(question(CHEAP)).feedback


def test_the_phases_that_share_a_place() -> None:
    found = temporary.project(asked.FAR, 9).decisions
    assert [phase for phase, one in found.items() if one.mode == "permanent"] == ["design", "prototype"]
    assert chosen(question(PHASE)).text == "In joint design and in the prototype"


def test_a_dear_rent_leaves_the_far_remote() -> None:
    assert temporary.decide(DESIGN, 1440, 17).mode == "remote" and chosen(question(DEAR)).text == "They stay remote"


def test_part_of_a_trip_is_none() -> None:
    assert temporary.meetings(DESIGN, 1300) > 0 == temporary.whole_meetings(DESIGN, 1300)
    assert temporary.learnt(DESIGN, 1) < DESIGN.cost(1300) and chosen(question(WHOLE)).text == "Take none"


def test_the_claim_is_between_the_two_others() -> None:
    assert chosen(question(CLAIM)).text.startswith("Meeting still matters")


@pytest.mark.parametrize("code", ["38", "75", "974", "200040715"])
def test_exercises_are_what_the_concept_computes(code: str) -> None:
    home = my_territory(code).departement
    assert check("temporary_proximity.1", temporary.move_limit(temporary.Terms(10.0), 9))
    assert not check("temporary_proximity.1", temporary.travel_limit(temporary.Terms(10.0)))
    assert check("temporary_proximity.2", temporary.meetings(DESIGN, 300)) and not check("temporary_proximity.2", 6)
    assert check("temporary_proximity.3", 2) and not check("temporary_proximity.3", 0.5)
    assert check("temporary_proximity.4", 1250) and not check("temporary_proximity.4", 1400)
    start, border = temporary.home(home), temporary.move_limit(DESIGN, 9)
    near = sum(temporary.kilometres(start, pole.town) < border for pole in temporary.poles().values())
    assert check("temporary_proximity.5", near) and not check("temporary_proximity.5", near + 1)
    wrong = check("temporary_proximity.5", 49 - near)
    assert not wrong and "share a place" in wrong.message
    my_territory("38")
