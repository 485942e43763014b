"""The champions' questions are answered by the model: which option is right is computed here, not believed."""

from __future__ import annotations

import pytest

from course_utils.concepts import national_champions as champions
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.national_champions import asked
from course_utils.teaching.questions import Option, Question

EIGHTY, RECTANGLE, FIXED, OPEN, CASE = range(5)


def chosen(asked_: Question) -> Option:
    return next(option for option in asked_.options if option.right)


def question(n: int) -> Question:
    return quiz("national_champions").questions[n]


def test_the_bet_is_on_what_the_model_does() -> None:
    found = champions.merger(merged=2, gain=3)
    assert found.price > 0 and found.nation > 0 > found.partners
    assert chosen(bet("national_champions").wager.question).text == (
        "The price rises; the nation gains, and the partners lose"
    )
    answer = repr(reveal("national_champions"))
    for part in ("39.3", f"{-found.consumers:.0f}", f"{found.rivals:.0f}", "2.67", "3.50"):
        assert part in answer


def test_how_many_of_ten_must_merge() -> None:
    least = champions.smallest_that_pays(10)
    assert asked.smallest_that_pays(10) == least == 9 and chosen(question(EIGHTY)).text == "9 of them"


def test_the_rectangle_is_larger_than_what_is_no_longer_made() -> None:
    parts = champions.tradeoff(champions.merger(merged=2, gain=3))
    assert parts.saved > parts.lost and "changes hands" in chosen(question(RECTANGLE)).text
    assert champions.merger(merged=2, gain=3).partners < -champions.merger(merged=2, gain=3).consumers


def test_a_fixed_cost_moves_two_marks() -> None:
    for who in ("nation", "partners"):
        assert getattr(champions.merger(2, 0, asked.fixed_that_pays(who)), who) == pytest.approx(0)
        assert champions.gain_for(who, 2, 50) < champions.gain_for(who, 2, 0)
    assert champions.gain_for("consumers", 2, 50) == champions.gain_for("consumers", 2, 0)
    assert asked.fixed_that_pays("nation") == pytest.approx(72) and "72" in chosen(question(FIXED)).feedback


def test_an_open_border_takes_the_monopolys_gain() -> None:
    closed, opened = asked.abroad("4", "0", 50.0), asked.abroad("4", "0", 0.0)
    assert closed.partners == pytest.approx(champions.merger(4).partners) and closed.after.imports == 0
    assert opened.partners == pytest.approx(0, abs=1e-9) and chosen(question(OPEN)).text == "Nothing"
    assert opened.after.imports == pytest.approx(opened.after.total / 2)


def test_the_case_is_in_the_data() -> None:
    from course_utils.datasets import load

    found = load("national_champions").set_index("firm").loc["CGE / Thomson-Brandt-CSF / Alsthom agreement"]
    assert found["date"] == "1970-11-12" and "sharing of activities" in found["facts"]
    assert (
        "12 November 1970" in question(CASE).ask
        and chosen(question(CASE)).text == "The number of rivals in each market"
    )


@pytest.mark.parametrize("code", ["38", "48", "75", "976"])
def test_exercises_are_what_the_concept_computes(code: str) -> None:
    assert check("national_champions.1", champions.merger(merged=3, gain=10).nation)
    assert not check("national_champions.1", champions.merger(merged=3, gain=10).partners)
    assert check("national_champions.2", 112) and not check("national_champions.2", 72)
    assert check("national_champions.3", (5.82, {"ERAP / Elf", "snias", "Wendel-Sidelor"}))
    assert check("national_champions.4", 10)
    jobs = champions.industry_jobs()[my_territory(code).departement]
    assert check("national_champions.5", 42_000 / jobs)
    wrong = check("national_champions.5", jobs / 42_000)
    assert not wrong and "round" in wrong.message
    my_territory("38")
