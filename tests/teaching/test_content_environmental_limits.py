"""The questions on the limits are answered by the model: which option is right is computed here."""

from __future__ import annotations

import pytest

from course_utils.concepts import environmental_limits as el
from course_utils.measures import trade
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.environmental_limits import asked
from course_utils.teaching.questions import Option

RULES, TRADING, BUDGET, FEE, LEARNING = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("environmental_limits").questions[n].options if option.right)


def test_the_bet_is_won_by_who_says_just_as_much() -> None:
    ends = [el.deal(share).market for share in (0.0, 1.0)]
    assert ends[0].used == pytest.approx(ends[1].used) and ends[0].paid[0] > 0 > ends[1].paid[0]
    won = next(option for option in bet("environmental_limits").wager.question.options if option.right)
    assert won.text.startswith("Under neither") and "22.5" in repr(reveal("environmental_limits"))


def test_an_equal_part_a_commune_is_most_often_best() -> None:
    counts, n = el.favourites()
    assert asked.best_for() == dict(zip(el.CLAIMS, counts.astype(int).tolist(), strict=True))
    assert max(asked.best_for(), key=lambda rule: asked.best_for()[rule]) == "communes" and n == 1247
    assert chosen(RULES).text == "An equal part a commune" and "633" in chosen(RULES).feedback


def test_the_rule_matters_to_who_pays() -> None:
    rich, poor = el.deal(1.0), el.deal(0.0)
    assert rich.market.price * 50 == pytest.approx(poor.market.paid[0] - rich.market.paid[0])
    assert chosen(TRADING).text == "True for who builds, false for who pays" and "1,875" in chosen(TRADING).feedback


def test_the_budget_is_used_up_in_2027() -> None:
    assert int(el.path(19_000).used_up) == 2027 and chosen(BUDGET).text == "In 2027" and "51" in chosen(BUDGET).feedback


def test_a_fee_brings_the_rule_back() -> None:
    one, other = (el.deal(share, 0.5, 30).market for share in (1.0, 0.0))
    assert one.used[0] > other.used[0] and abs(one.bought).sum() > 1 and abs(other.bought).sum() > 1
    assert chosen(FEE).text.startswith("Who builds depends")


def test_a_seller_may_lose_by_learning() -> None:
    quota, traded = asked.worth(1.0, 50)
    assert (quota, traded) == pytest.approx(el.worth_of_learning(1.0, 0.5, 0.5)) and traded < 0 < quota
    assert chosen(LEARNING).text == "it loses"


def test_right_answers_stand_at_different_letters() -> None:
    at = [[o.right for o in q.options].index(True) for q in quiz("environmental_limits").questions]
    assert max(at.count(letter) for letter in set(at)) <= len(at) / 2


def test_the_exercises_take_what_the_measures_give() -> None:
    assert check("environmental_limits.1", el.shared("38", "mix", 2036).allowances[0])
    assert "for 2026" in repr(check("environmental_limits.1", el.shared("38", "mix", 2026).allowances[0]))
    assert check("environmental_limits.2", trade([60, 40], [1, 3], [25, 0]).price)
    assert "50 ha" in repr(check("environmental_limits.2", 37.5))
    assert check("environmental_limits.3", (el.BUDGET - el.path(0).decade) / 7)
    assert "Three years" in repr(check("environmental_limits.3", 12_000))
    assert check("environmental_limits.4", 3 * 20 - 30) and "price" in repr(check("environmental_limits.4", 37.5))
    assert abs(el.deal(0.6, 0.5, 30).market.bought).sum() == pytest.approx(0, abs=1e-6)
    assert abs(el.deal(0.6, 0.5, 29).market.bought).sum() > 0.1


@pytest.mark.parametrize("code", ["38", "75", "2A", "23", "974", "976"])
def test_the_exercise_on_the_territory(code: str) -> None:
    home = my_territory(code).departement
    assert check("environmental_limits.5", el.shared(home, "communes").gini)
    assert not check("environmental_limits.5", 0.99)
