"""The questions on the circular economy are answered by the model: which option is right is computed here."""

from __future__ import annotations

import math

import pytest

from course_utils.concepts import circular_economy as ce
from course_utils.measures import circular_share
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.circular_economy import asked
from course_utils.teaching.questions import Option

TRAP, LONGER, FRANCE, EDITIONS, WEB = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("circular_economy").questions[n].options if option.right)


def test_the_bet_is_won_by_who_says_fifty_five() -> None:
    assert asked.share() == pytest.approx(circular_share(0.02, 30, 1))
    won = next(option for option in bet("circular_economy").wager.question.options if option.right)
    assert won.text.startswith("About 55") and "55" in repr(reveal("circular_economy"))
    assert round(asked.share(lifetime=10), 1) == 0.8  # said to who bets on 80 %
    assert 0.5 < math.exp(-0.02 * 30) < 0.6  # "little more than half as much was sold"


def test_only_the_product_counts() -> None:
    assert asked.share(0.03, 20) == pytest.approx(asked.share()) and "3 %" in chosen(TRAP).text
    assert "20 years" in chosen(TRAP).text
    for other in ((0.02, 20), (0.03, 40)):
        assert abs(asked.share(*other) - asked.share()) > 0.1


def test_as_much_must_be_mined_as_before() -> None:
    now, later = asked.year(), asked.later(extension="1")
    assert later.virgin == pytest.approx(now.virgin) and later.sold < now.sold and later.share < now.share
    assert chosen(LONGER).text == "As much must be mined as before"


def test_the_stock_holds_the_share_of_france_down() -> None:
    cases = {"waste": {"loop": "all"}, "fires": {"fires": "half"}, "stock": {"stock": "none"}}
    share = {key: asked.france(**case).share for key, case in cases.items()}
    assert max(share, key=lambda key: share[key]) == "stock" and chosen(FRANCE).text == "Add nothing to the stock"
    half = asked.france(stock="half").share
    assert asked.france().share < half < share["fires"]  # "after the stock, the fires", told of halves
    assert f"{100 * half:.1f}" in chosen(FRANCE).feedback


def test_two_editions_make_no_series() -> None:
    assert asked.rate("FR", 2016) == asked.rate("FR", 2022, "November 2023") > asked.rate("FR", 2022)
    assert chosen(EDITIONS).text == "Of which editions they are"


def test_materials_do_not_turn() -> None:
    assert asked.materials_alone() == ce.kalundborg(kind="material").finn == 0 and chosen(WEB).text == "Nought"
    assert 0.05 < ce.kalundborg(1e6, kind="water").finn < 0.15  # the wrong answer that is told to look at the water


def test_the_exercises_take_what_the_measures_give() -> None:
    assert check("circular_economy.1", circular_share(0.015, 40, 0.72))
    assert "recovery alone" in repr(check("circular_economy.1", 0.72))
    assert "perfect recovery" in repr(check("circular_economy.1", math.exp(-0.6)))
    assert check("circular_economy.2", -math.log(0.9) / 0.02) and not check("circular_economy.2", 30)
    assert "growth of 1" in repr(check("circular_economy.2", -math.log(0.9) / 0.01))
    assert check("circular_economy.3", ce.harmless_rebound(0.02, 30, 0.8, 0.5))
    assert "60" in repr(check("circular_economy.3", ce.harmless_rebound(0.02, 30, 0.6, 0.5)))
    assert check("circular_economy.4", 0.75 ** (1 / 8)) and ce.loop(8, 0.75 ** (1 / 8)).finn == pytest.approx(0.75)
    assert "whole lap" in repr(check("circular_economy.4", 0.75))
    assert "five firms" in repr(check("circular_economy.4", 0.75 ** (1 / 5)))


@pytest.mark.parametrize("code", ["38", "75", "2A", "23", "974"])
def test_the_exercise_on_the_territory(code: str) -> None:
    home = my_territory(code).departement
    assert asked.home_growth(home) == pytest.approx(ce.at_home(home).growth)
    assert check("circular_economy.5", ce.at_home(home, 60).ceiling)
    assert not check("circular_economy.5", 0.2)
