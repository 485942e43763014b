"""The questions on Porter's cluster are answered by the model: which option is right is computed here."""

from __future__ import annotations

import pytest

from course_utils.concepts import porter_cluster
from course_utils.concepts.porter_cluster import cap, copying, programme, standing, stars
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.porter_cluster import asked
from course_utils.teaching.questions import Option

MONEY, SWAP, TWINS, COARSE, SCHOOLS = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("porter_cluster").questions[n].options if option.right)


def test_what_is_asked_agrees_with_the_concept() -> None:
    for r in ("1", "0", "-1", "-4", "-inf"):
        assert asked.copied((60, 20, 35, 90), r).gains == pytest.approx(copying((60, 20, 35, 90), float(r)).gains)
    assert asked.starred("industry", quotient=1.5).places_with(1) == stars("france", "industry", 1.5).places_with(1)
    assert asked.standing("38", "industry") == standing("38", "industry")
    assert asked.programme("even", -4.0).enough == programme("even", -4.0, 0.0).enough


def test_the_bet_is_won_by_who_says_almost_nothing() -> None:
    found = copying(asked.BET, -4)
    assert 0 < found.gains[3] / found.now < 0.02
    rises = [copying(asked.BET, r).gains[3] / copying(asked.BET, r).now for r in (1, -1)]
    assert rises == pytest.approx([0.25, 0.12], abs=0.005)
    won = next(option for option in bet("porter_cluster").wager.question.options if option.right)
    assert won.text == "By less than one part in fifty"
    assert f"{found.cap:.1f}" in repr(reveal("porter_cluster"))


def test_points_on_the_gap() -> None:
    found = programme("one_gap", -4.0, 0.0)
    assert found.mean["weakest"][-1] > 2 * found.mean["strongest"][-1]
    assert chosen(MONEY).text == "More than twice the strength" and "the first 5 of" in chosen(MONEY).feedback


def test_with_substitutes_the_distance_counts() -> None:
    gains = copying((75, 50, 25, 50), 1).gains
    assert gains[2] == pytest.approx(gains[3]) and chosen(SWAP).text == "No difference"


def test_focus_never_reverses_specialisation() -> None:
    found = stars("france", "industry")
    assert (found.share / found.quotient) == pytest.approx(found.share[0] / found.quotient[0])
    assert chosen(TWINS).text == "No" and f"{found.focus_quotient:.2f}" in chosen(TWINS).feedback


def test_coarse_sectors_have_no_quotient_of_two() -> None:
    assert stars("france", "industry").specialised.sum() == 0
    assert chosen(COARSE).text.startswith("Little") and "1.84" in chosen(COARSE).feedback


def test_the_two_schools_are_told_apart() -> None:
    assert chosen(SCHOOLS).text.startswith("Do the firms under a star")


def test_the_exercises_take_what_the_concept_gives() -> None:
    assert check("porter_cluster.1", cap((100, 100, 40, 100), -4))
    assert "alone" in repr(check("porter_cluster.1", 40))
    assert "r = -1" in repr(check("porter_cluster.1", cap((100, 100, 40, 100), -1)))
    gains = copying((50, 25, 50, 100), -1).gains
    assert check("porter_cluster.2", ("demand", gains[1])) and not check("porter_cluster.2", ("strategy", gains[0]))
    last = max(q / 10 for q in range(10, 31) if stars("france", "finance_realestate_business", q / 10).places_with(3))
    assert check("porter_cluster.3", last)
    assert "too far" in repr(check("porter_cluster.3", last + 0.1))
    three = tuple(stars("morocco", "agriculture", q).places_with(3) for q in (2, 1.5, 1))
    assert check("porter_cluster.5", three) and len(set(three)) == 3
    assert not check("porter_cluster.5", (three[0], three[0], three[0]))


@pytest.mark.parametrize("code", ["38", "75", "2A", "974", "976"])
def test_the_exercise_on_the_territory(code: str) -> None:
    own = my_territory(code)
    found = porter_cluster.standing(own.departement, "industry")
    assert check("porter_cluster.4", (found.quotient, found.rank))
    assert not check("porter_cluster.4", (found.quotient + 0.5, found.rank))
