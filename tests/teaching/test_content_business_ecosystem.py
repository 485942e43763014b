"""The questions on business ecosystems are answered by the model: which option is right is computed here."""

from __future__ import annotations

import pytest

from course_utils.concepts import business_ecosystem as be
from course_utils.measures import robustness, shapley
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.business_ecosystem import asked
from course_utils.teaching.questions import Option

PAIRS, CHAIN, RIVAL, RANDOM, SHOP = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("business_ecosystem").questions[n].options if option.right)


def test_the_bet_is_won_by_who_says_half() -> None:
    by_hand = shapley(5, lambda own: len(own) - 1 if 0 in own else 0)
    assert by_hand[0] / 4 == 0.5 and asked.keystone().share == pytest.approx(0.5)
    won = next(option for option in bet("business_ecosystem").wager.question.options if option.right)
    assert won.text == "Half"
    answer = repr(reveal("business_ecosystem"))
    for share in ("50", "12.5", "75", "2.1", "20"):
        assert share in answer


def test_pairs_give_less_of_more() -> None:
    plain, more = be.split(4), be.split(4, rule="pairs")
    assert more.share < plain.share and more.hubs > plain.hubs and more.value > plain.value
    assert chosen(PAIRS).text == "A smaller share of a larger whole" and f"{more.hubs:.1f}" in chosen(PAIRS).feedback


def test_in_a_chain_nobody_has_more_than_the_others() -> None:
    found = be.build(be.START, "all")
    inside = [share for share in found.shapley if share]
    assert inside == pytest.approx([0.8] * 5) and chosen(CHAIN).text == "Nobody: all have the same"
    three = be.split(3, rule="all")
    assert three.hubs == pytest.approx(three.one)


def test_a_rival_leaves_a_sixth() -> None:
    found = be.build(be.START | {"rival"})
    assert found.shapley[0] / found.value == pytest.approx(1 / 6) and chosen(RIVAL).text == "About a sixth"


def test_one_run_of_ten_breaks() -> None:
    found = be.loss(1)
    at = found.removed.tolist().index(4)
    assert 0.07 < found.broken[at] < 0.14 and chosen(RANDOM).text == "In about one run of ten"
    assert f"{100 * found.broken[at]:.0f}" in chosen(RANDOM).feedback


def test_substitutes_are_invited_for_the_keystone_s_sake() -> None:
    one, three = be.split(4, 1), be.split(4, 3)
    assert three.value == one.value and three.share > one.share and three.lost_firm == 0 < one.lost_firm
    assert chosen(SHOP).text == "To take more, and to depend on nobody"


def test_the_exercises_take_what_the_model_gives() -> None:
    assert check("business_ecosystem.1", (3 / 4, 1 / 48))
    assert "all twelve" in repr(check("business_ecosystem.1", (0.75, 0.25)))
    assert check("business_ecosystem.2", {"C1", "D1"}) and not check("business_ecosystem.2", {"C1"})
    assert "twins" in repr(check("business_ecosystem.2", {"A1", "B1", "C1", "D1"}))
    assert check("business_ecosystem.3", 1 / 3) and not check("business_ecosystem.3", 0.4)
    assert "one hub took alone" in repr(check("business_ecosystem.3", 0.5))
    assert "both were asked" in repr(check("business_ecosystem.3", 1 / 6))
    left = robustness(be.network(2, 0.5), be.targeted(2, 0.5))
    assert check("business_ecosystem.4", int((left < 0.5).argmax()) + 1)
    assert "not with two" in repr(check("business_ecosystem.4", 1))


@pytest.mark.parametrize("code", ["38", "75", "2A", "974", "45"])
def test_the_exercise_on_the_territory(code: str) -> None:
    home = my_territory(code).departement
    many = len(be.at_home(home))
    assert many == asked.poles(home)
    share = be.split(4, many).share if many else 0
    assert share == pytest.approx(many / (many + 1) if many else 0)
    assert check("business_ecosystem.5", (many, share)) and not check("business_ecosystem.5", (many + 1, share))
