"""The questions on citizens' initiatives are answered by the models: which option is right is computed here."""

from __future__ import annotations

import math

import pytest

from course_utils.concepts import citizen_initiatives as ci
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.citizen_initiatives import asked
from course_utils.teaching.questions import Option

TELL, AMAP, LOAD, SHARE, CORSICA = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("citizen_initiatives").questions[n].options if option.right)


def test_the_bet_is_won_by_who_says_neither() -> None:
    low, high = asked.best("3000"), asked.best("50000")
    assert low.error == pytest.approx(high.error, rel=0.03)
    won = next(option for option in bet("citizen_initiatives").wager.question.options if option.right)
    assert won.text.startswith("Neither")
    told = repr(reveal("citizen_initiatives"))
    assert f"{low.error:.0f}" in told and f"{high.error:.0f}" in told
    counts = bet("citizen_initiatives").wager.question.context
    assert all(f"{count:,.0f} " in counts for count in ci.series("coworking").counts)


def test_only_later_counts_tell() -> None:
    few, many = (asked.needed(m, "0.05") for m in ("10000", "50000"))
    assert few and many and few < many and f"{few} more" in chosen(TELL).feedback
    low, high = ci.best(10_000.0), ci.best(50_000.0)
    until, after = (abs(float(low.at(year) - high.at(year))) for year in (2021.5, 2030.5))
    assert after > 50 * until


def test_amap_know_how_many_but_not_why() -> None:
    found = asked.allowed("amap", "3")
    assert found[0].m == 2000 and 4000 < found[-1].m < 4600 and chosen(AMAP).text.endswith("not why")
    assert found[-1].q < 0.01 and found[0].q > 0.4


def test_a_load_that_nobody_takes_buys_no_kilometre() -> None:
    assert asked.reach(volume=800.0) == asked.reach(volume=400.0) and chosen(LOAD).text == "As far as with 400 kg"
    assert f"{asked.reach(volume=800.0):.0f}" in chosen(LOAD).feedback


def test_the_share_rose_as_others_closed() -> None:
    found = asked.farms()
    assert found.after > found.before and 0.3 < found.share() / found.share_before - 1 < 0.35  # "a third more"
    assert chosen(SHARE).text.startswith("Mostly") and "18 " in chosen(SHARE).feedback.replace("\u202f", " ")


def test_corsica_may_not_lead() -> None:
    value, low, high = asked.region("Corse")
    other = asked.region("Bretagne")[0]
    assert low < other < value < high and "rounding" in chosen(CORSICA).text


def test_right_answers_stand_at_different_letters() -> None:
    at = [
        [option.right for option in question.options].index(True) for question in quiz("citizen_initiatives").questions
    ]
    assert max(at.count(letter) for letter in at) <= len(at) / 2


def test_the_exercises_take_what_the_measures_give() -> None:
    assert check("citizen_initiatives.1", math.log(440) / 0.441) and not check("citizen_initiatives.1", 10)
    assert "natural" in repr(check("citizen_initiatives.1", math.log10(440) / 0.441))
    assert "Divide" in repr(check("citizen_initiatives.1", math.log(440)))
    ends = {key for key in ("coworking", "labs", "amap", "places") if ci.profile(key).allowed(5)[-1]}
    assert check("citizen_initiatives.2", ends) and not check("citizen_initiatives.2", {"labs"})
    assert check("citizen_initiatives.3", (0.8 * 320 - 80) / 1.8)
    assert "drive home" in repr(check("citizen_initiatives.3", (0.8 * 320 - 80) / 0.9))
    assert "80 EUR" in repr(check("citizen_initiatives.3", 0.8 * 320 / 1.8))
    assert check("citizen_initiatives.4", (89919 / 490 - 85839 / 490) / (89919 / 390 - 85839 / 490))
    assert "closing" in repr(check("citizen_initiatives.4", 1 - asked.own_part()))


@pytest.mark.parametrize("code", ["38", "75", "2A", "23", "974"])
def test_the_exercise_on_the_territory(code: str) -> None:
    home = my_territory(code).departement
    assert asked.home_places(home) == pytest.approx(ci.at_home(home).here)
    assert check("citizen_initiatives.5", ci.at_home(home).here) and not check("citizen_initiatives.5", -3)
