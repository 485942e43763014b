"""The questions on beyond high technology are answered by the data: which option is right is computed here."""

from __future__ import annotations

import pytest

from course_utils import load
from course_utils.concepts import beyond_high_tech
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.beyond_high_tech import asked
from course_utils.teaching.questions import Option, Question

CLASS, NEAREST, FIELDS, COMPLEXITY, SIX = range(5)


def question(n: int) -> Question:
    return quiz("beyond_high_tech").questions[n]


def chosen(n: int) -> Option:
    return next(option for option in question(n).options if option.right)


def test_the_bet_is_won_by_three_quarters() -> None:
    labels = beyond_high_tech.labels("2005")
    assert asked.beyond() == pytest.approx(1 - labels["high"].mean()) and 0.7 < asked.beyond() < 0.8
    won = next(option for option in bet("beyond_high_tech").wager.question.options if option.right)
    assert won.text == "About three quarters"
    assert "50 of 66" in repr(reveal("beyond_high_tech"))
    assert all(abs(asked.beyond(c) - 0.5) > 0.15 for c in ("mondial", "à vocation mondiale", "national"))


def test_the_higher_the_class_the_fewer() -> None:
    ladder = [asked.beyond(c) for c in ("mondial", "à vocation mondiale", "national")]
    assert ladder[0] == 0 and ladder == sorted(ladder)
    assert chosen(CLASS).text.startswith("At the bottom")
    assert asked.beyond(year="2010") < asked.beyond()


def test_near_is_likely_and_not_sure() -> None:
    found = asked.rates()
    assert found == pytest.approx(list(beyond_high_tech.entries(1.0).rates)) and found == sorted(found)
    assert found[-1] < 0.15 and chosen(NEAREST).text.startswith("No: but")


def test_no_level_stands_out() -> None:
    found = asked.medians()
    assert max(found.values()) / min(found.values()) < 1.1 and found["low"] > 0.9 * found["high"]
    assert chosen(FIELDS).text.startswith("No level")
    near = beyond_high_tech.fields(1.0)["near"]
    assert near[["Bicycles", "Glassware", "Lace"]].min() > near.median(), "what a wrong answer is told to find"


def test_a_few_rare_things_can_beat_many() -> None:
    space = beyond_high_tech.space_at(1.0)
    diversity, eci = space.held.sum(axis=1), space.complexity.eci
    assert eci[diversity == 3].max() > eci[diversity >= 15].min()
    assert "separates" in chosen(COMPLEXITY).text


def test_six_of_six_is_one_case_in_seven() -> None:
    ended = load("poles_competitivite").query("exit == 'label withdrawn'")
    assert asked.withdrawn_2010() == len(ended) == 6 and asked.counted("2009") == (71, 52)
    assert asked.by_chance(6) == pytest.approx(1 / 7, abs=0.01)
    assert chosen(SIX).text.startswith("Little")


def test_the_exercises_take_what_the_model_gives() -> None:
    lacking = beyond_high_tech.next_for(beyond_high_tech.space_at(1.0), asked.PLACE)
    assert asked.ACTIVITY in lacking.index
    assert check("beyond_high_tech.1", float(lacking[asked.ACTIVITY]))
    assert "fraction" in repr(check("beyond_high_tech.1", 100 * float(lacking[asked.ACTIVITY])))
    rates = {t: beyond_high_tech.entries(t).rates for t in (1.0, 2.0)}
    assert check("beyond_high_tech.2", rates[2.0][-1] / rates[2.0][0])
    assert "threshold 1" in repr(check("beyond_high_tech.2", rates[1.0][-1] / rates[1.0][0]))
    assert rates[2.0][-1] / rates[2.0][0] < rates[1.0][-1] / rates[1.0][0], "said to a right answer"
    medians = beyond_high_tech.fields(3.0).groupby("technology")["near"].median()
    assert check("beyond_high_tech.3", (medians.idxmax(), medians.max()))
    assert not check("beyond_high_tech.3", ("high", medians["high"]))
    assert asked.densest("1") != asked.densest("3"), "said to a right answer"


def test_each_step_is_nearer_than_the_one_before() -> None:
    walk = beyond_high_tech.path(beyond_high_tech.space_at(1.0), asked.WALKER, 3)
    last = beyond_high_tech.space_at(1.0).activities[walk.entered[-1]]
    assert check("beyond_high_tech.5", (last, walk.at[-1]))
    assert not check("beyond_high_tech.5", ("Wine", walk.at[-1]))
    assert list(walk.at) == sorted(walk.at), "said to a right answer"


@pytest.mark.parametrize("code", ["38", "75", "14", "2A", "974", "976"])
def test_the_exercise_on_the_territory(code: str) -> None:
    home = beyond_high_tech.home(my_territory(code).departement)
    both = len(home.high) + len(home.beyond), len(home.beyond)
    assert check("beyond_high_tech.4", both)
    assert not check("beyond_high_tech.4", (both[0] + 1, both[1]))
    if both[0] != both[1]:
        assert "other order" in repr(check("beyond_high_tech.4", both[::-1]))
