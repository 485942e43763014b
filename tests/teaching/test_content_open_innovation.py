"""The questions on open innovation are answered by the models: which option is right is computed here."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.concepts import open_innovation as oi
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.questions import Option, Question

FREE, WIDE, CLOSED, COUNT, SURVEY = range(5)


def chosen(asked_: Question) -> Option:
    return next(option for option in asked_.options if option.right)


def question(n: int) -> Question:
    return quiz("open_innovation").questions[n]


def test_the_bet_is_on_what_the_model_does() -> None:
    assert oi.game(1.0, 0.2).research > oi.game(0.0, 0.2).research
    assert chosen(bet("open_innovation").wager.question).text == "It rises"
    answer = repr(reveal("open_innovation")).replace("\u202f", " ")
    for part in ("10 %", "0.174", "0.191", "0.087"):
        assert part in answer


def test_free_learning_halves_research() -> None:
    assert oi.game(1.0, 0.0).research == pytest.approx(oi.game(0.0, 0.0).research / 2)
    assert chosen(question(FREE)).text == "It halves"


def test_the_better_ear_searches_more_widely() -> None:
    small, large = (oi.best_breadth(oi.capacity(lab), 0.06) for lab in ("small", "large"))
    assert small < large and f"Ask {large} where the small one asks {small}" in chosen(question(WIDE)).feedback


def test_partners_do_not_replace_a_laboratory() -> None:
    assert oi.funnel("none", 16).launched < oi.funnel("medium", 8).launched / 5
    assert oi.funnel("none", 16).outside == 0 and oi.funnel("none", 16).launched > 0.5
    assert chosen(question(CLOSED)).text == "Only what its workshop thinks of"


def test_tops_only_rise() -> None:
    assert (np.diff([y for y in oi.peaks(0.06) if y is not None]) > 0).all()
    assert chosen(question(SURVEY)).text == "A line that only rises"
    assert chosen(question(COUNT)).text.startswith("How much of the product")


@pytest.mark.parametrize("code", ["38", "75", "974", "200040715"])
def test_exercises_are_what_the_concept_computes(code: str) -> None:
    home = my_territory(code).departement
    fall = 1 - oi.curve(0.05)[-1] / oi.curve(0.05)[0]
    assert check("open_innovation.1", fall) and not check("open_innovation.1", 0.5)
    assert "where learning is free" in check("open_innovation.1", 0.5).message
    assert check("open_innovation.2", oi.border()) and check("open_innovation.2", 0.095)
    assert not check("open_innovation.2", 4 / 23)
    assert check("open_innovation.3", 13) and not check("open_innovation.3", 10) and not check("open_innovation.3", 14)
    assert check("open_innovation.4", 2.0) and not check("open_innovation.4", 2.7)
    count = oi.knocked(home, "large", "middle")
    assert check("open_innovation.5", count) and not check("open_innovation.5", count + 1)
    my_territory("38")
