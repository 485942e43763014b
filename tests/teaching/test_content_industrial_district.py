"""The questions on the industrial district are answered by the model: which option is right is computed here."""

from __future__ import annotations

import math

import pytest

from course_utils.concepts import industrial_district
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.industrial_district import asked
from course_utils.teaching.questions import Option

BOUND, URN, SMALL, ITALY, PROVINCES = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("industrial_district").questions[n].options if option.right)


def test_the_best_site_wins_about_half() -> None:
    found = industrial_district.ends(0.1, (math.inf,), 6)[0]
    assert asked.wins() == found.best and 0.4 < found.best < 0.6
    won = next(option for option in bet("industrial_district").wager.question.options if option.right)
    assert won.text == "About half" and f"{100 * found.best:.0f}" in repr(reveal("industrial_district"))
    assert asked.wins(strength="0.02") > 0.75
    assert asked.alone() == pytest.approx(industrial_district.geography(6)[0], abs=0.005)
    assert asked.different_winners() >= 3


def test_below_the_spread_all_go_on_getting_firms() -> None:
    assert not industrial_district.shut_out(0.5, lead=0.1)
    assert chosen(BOUND).text == "All places go on getting firms" and asked.winner_share(bound="0.5") < 0.5


def test_one_in_ten_urns_ends_below_a_tenth() -> None:
    part = asked.below(0.1)
    assert part == pytest.approx(0.1, abs=industrial_district.margin(0.1) * 1.3) and "one in ten" in chosen(URN).text


def test_a_third_drops_out_with_the_word_small() -> None:
    usual, strict = industrial_district.funnel(), industrial_district.funnel(small="50")
    assert 0.55 < strict.counts[-1] / usual.counts[-1] < 0.8 and chosen(SMALL).text == "About two thirds"
    assert strict.hits[0] < usual.hits[0]


def test_italy_twice() -> None:
    assert (asked.italy("original"), asked.italy("2011-type")) == (156, 181)
    assert chosen(ITALY).text == "Another method for the same year"


def test_fes_and_casablanca() -> None:
    found = industrial_district.morocco()
    assert (found.largest(1), found.largest(2)) == ("Casablanca", "Fès")
    question = quiz("industrial_district").questions[PROVINCES]
    assert "Fès" in question.ask and chosen(PROVINCES).text.startswith("Nothing shows")


def test_the_exercises_take_what_the_package_gives() -> None:
    assert check("industrial_district.1", industrial_district.geography(3, edge=0.5)[0])
    assert "does not simply add" in repr(check("industrial_district.1", 1 / 3 + 0.5))
    laws = [industrial_district.exact(beta, 100) for beta in (2.0, 1.0)]
    assert check("industrial_district.2", tuple(law[0] + law[-1] for law in laws))
    assert "place A alone" in repr(check("industrial_district.2", tuple(law[0] for law in laws)))
    left = [industrial_district.funnel((1.0, 1.0, 2.0, 0.6), small).counts[-1] for small in ("250", "50")]
    assert check("industrial_district.3", tuple(left)) and not check("industrial_district.3", (13, 9))
    hits, made = industrial_district.funnel().hits
    assert check("industrial_district.5", 1 - hits / industrial_district.funnel().counts[-1])
    assert "missed" in repr(check("industrial_district.5", 1 - hits / made))


@pytest.mark.parametrize("code", ["38", "75", "2A", "06", "976"])
def test_the_exercise_on_the_territory(code: str) -> None:
    own = industrial_district.sectors("2018").loc[my_territory(code).departement]
    assert check("industrial_district.4", (own["industry"], own.idxmax()))
    assert not check("industrial_district.4", (own["industry"] + 0.1, own.idxmin()))


def test_the_same_quotients_by_two_ways() -> None:
    own = industrial_district.sectors("2018").loc["49"]
    assert asked.quotients("49") == pytest.approx(own.to_dict())
