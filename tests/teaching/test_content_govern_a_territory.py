"""The questions on the game are answered by the model: which option is right is computed here."""

from __future__ import annotations

import pytest

from course_utils.concepts import govern_a_territory as gt
from course_utils.concepts.govern_a_territory.classroom import STUDENTS
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.govern_a_territory import asked
from course_utils.teaching.questions import Option

WHEN, ENVIRONMENT, ORDER, WINNER = range(4)


def chosen(n: int) -> Option:
    return next(option for option in quiz("govern_a_territory").questions[n].options if option.right)


def test_the_bet_is_won_by_who_says_none() -> None:
    assert asked.beats("large_firm", "local") == 0 and asked.beats("clusters", "large_firm") == 5
    won = next(option for option in bet("govern_a_territory").wager.question.options if option.right)
    assert won.text == "On none of the five"
    assert asked.beats("local", "large_firm", True) == 3
    for score in ("income", "jobs"):  # the two that the answer names
        assert asked.average("large_firm", score) > asked.average("local", score)
    assert "5 of 5" in repr(reveal("govern_a_territory"))


def test_the_local_recipe_starts_in_1975_and_the_large_firm_in_1955() -> None:
    first = {name: next(t for t, cards in enumerate(gt.recipe(name)) if cards) for name in ("large_firm", "local")}
    assert first == {"large_firm": 0, "local": 2}


def test_jobs_came_early_and_left_late() -> None:
    large, local = (gt.outcome(name).paths["jobs"].mean(axis=1) for name in ("large_firm", "local"))
    assert (large[5:30] > local[5:30]).all() and large[-1] < local[-1]
    assert chosen(WHEN).text == "Because its jobs came early and left late"


def test_governance_alone_leaves_more_environment() -> None:
    ends = {name: asked.end(name, "environment") for name in asked.recipes()}
    assert [name for name in ends if ends[name] > ends["nothing"]] == ["governance"]
    assert chosen(ENVIRONMENT).text == "Governance alone"


def test_orders_say_opposite_things() -> None:
    assert asked.order("commons", "motor_industry", "environment") > 1 and chosen(ORDER).text == "Commons first"
    assert asked.order("concertation", "regional_metropolis", "voice") < -1  # "higher when it comes late"
    assert "No:" in chosen(WINNER).text


def test_the_exercises_take_what_the_model_gives() -> None:
    assert check("govern_a_territory.1", (4, 3)) and not check("govern_a_territory.1", (5, 3))
    voice = gt.sequence("concertation", "regional_metropolis")
    assert check("govern_a_territory.2", abs(voice.first - voice.second)[4])
    assert "That is income" in repr(check("govern_a_territory.2", abs(voice.first - voice.second)[0]))
    assert check("govern_a_territory.4", 5) and not check("govern_a_territory.4", 4)


def test_the_class_is_the_class_of_the_game() -> None:
    assert asked.STUDENTS == STUDENTS
    runs = gt.compare(gt.sample_class())
    for over_years, name in ((False, "resilience"), (True, "average_resilience")):
        assert asked.best_student("resilience", over_years) == runs[name].idxmax()
    assert check("govern_a_territory.5", (runs["resilience"].idxmax(), runs["average_resilience"].idxmax()))
    assert len({runs["resilience"].idxmax(), runs["average_resilience"].idxmax()}) == 2


@pytest.mark.parametrize(("code", "now"), [("38", 5), ("48", 3), ("2A", 3)])
def test_the_exercise_on_the_territory(code: str, now: int) -> None:
    home = my_territory(code).departement
    assert asked.beats("local", "large_firm", place=home) == now
    assert check("govern_a_territory.3", (now, asked.beats("local", "large_firm", True, home)))
    my_territory("38")


def test_overseas_the_game_says_where_it_can_start() -> None:
    my_territory("974")
    with pytest.raises(ValueError, match="96 départements"):
        asked.my_lead()
    my_territory("38")
