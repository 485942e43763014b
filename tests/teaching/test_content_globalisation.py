"""The questions on globalisation are answered by the account and the model: which option is right is computed here."""

from __future__ import annotations

import pytest

from course_utils.concepts import globalisation
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.globalisation import asked
from course_utils.teaching.questions import Option

PARIS, WEIGHTS, TEXAS, ALLOCATION, JUMP = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("globalisation").questions[n].options if option.right)


def test_what_is_asked_agrees_with_the_concept() -> None:
    for code in ("54", "75", "31"):
        change, _national, mix, local = globalisation.home(code).own
        found = asked.place(code)
        assert (found["change"], found["mix"], found["local"]) == pytest.approx((change, mix, local))
    assert asked.country("NLD", weights="final") == pytest.approx(globalisation.country("NLD", 1960, 2011, "final"))
    assert asked.emptying_gap(0.55, 0.5) == pytest.approx(float(globalisation.emptying_gap(0.55, 0.5)))
    assert asked.firms(0.55, 0.8) == pytest.approx(0.95)
    assert tuple(asked.peers("38")) == tuple(p.code for p in my_territory("38").peers())


def test_the_bet_is_won_by_who_says_next_to_nothing() -> None:
    found = asked.place(asked.LONGWY)
    gap = found["whole"] - found["change"]
    assert gap == pytest.approx(-found["mix"] - found["local"])
    assert abs(found["mix"]) < 0.02 * gap
    won = next(option for option in bet("globalisation").wager.question.options if option.right)
    assert won.text == "Next to nothing" and "0.05" in repr(reveal("globalisation"))


def test_paris() -> None:
    found = asked.place(asked.PARIS)
    assert found["change"] > found["whole"] and found["local"] < 0 < found["mix"]
    assert chosen(PARIS).text.startswith("Its industries did")


def test_the_order_turns() -> None:
    first, last = asked.country("NLD"), asked.country("NLD", weights="final")
    assert first["mix"] > first["local"] and last["local"] > last["mix"]
    assert chosen(WEIGHTS).text.startswith("The order") and f"{last['local']:.1f}" in chosen(WEIGHTS).feedback


def test_texas() -> None:
    shift = asked.state("TX").shift
    assert shift[0] > 0 > shift[12] and chosen(TEXAS).text.startswith("That depends")


def test_minus_times_minus() -> None:
    found = globalisation.areas("75", "industry")
    assert found.jobs < found.alike and found.here < found.sector
    assert asked.allocation("75", "industry") > 0 and chosen(ALLOCATION).text == "Plus"


def test_the_jump() -> None:
    assert asked.firms(0.7, 0.89, 0.01) == 1 and asked.firms(0.7, 0.92, 0.01) == 0
    assert chosen(JUMP).text == "Region 1 is empty"


def test_what_the_right_answers_claim() -> None:
    assert asked.largest_local() == asked.AHEAD
    from course_utils.concepts.globalisation import france, places

    industry = list(places.sectors()).index("industry")
    assert france.sector_growth("2008-2018", "31")[industry] > 0 > france.sector_growth("2008-2018")[industry]
    worst, jobs = asked.worst_allocation("88")
    assert worst == "industry" and jobs < -1_000
    found = globalisation.areas("88", "industry")
    assert 1.7 < found.jobs / found.alike < 2 and found.here < found.sector
    ratio = asked.emptying_gap(0.55, 0.5) / asked.emptying_gap(0.55, 0.8)
    assert 5.5 < ratio < 6.5


def test_exercises_and_slips() -> None:
    assert check("globalisation.1", globalisation.home("31").own[3])
    assert "whole change" in repr(check("globalisation.1", globalisation.home("31").own[0]))
    assert not check("globalisation.2", (32.6, 18.0))
    assert check("globalisation.3", ("industry", globalisation.areas("88", "industry").terms["allocation"]))
    assert check("globalisation.5", (0.068, 0.0115)) and not check("globalisation.5", (0.0115, 0.068))


@pytest.mark.parametrize("code", ["38", "75", "2A", "976", "200040715"])
def test_the_exercise_on_the_territory(code: str) -> None:
    own = my_territory(code)
    found = globalisation.home(own.departement, "2013-2018")
    assert check("globalisation.4", (found.own[3], found.peers[3]))
    assert not check("globalisation.4", (found.own[3] + 1, found.peers[3]))
    my_territory("38")
