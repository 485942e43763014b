"""The questions on the pôles are answered by the laboratory and by the list: which option is right is computed here."""

from __future__ import annotations

import pytest

from course_utils.concepts import competitiveness_poles as pc
from course_utils.concepts.competitiveness_poles import Policy, known_bias
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.competitiveness_poles import asked
from course_utils.teaching.questions import Option

WINNERS, SURVIVES, DECLINE, JUMP, ENDS = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("competitiveness_poles").questions[n].options if option.right)


def test_the_bet_is_won_by_who_says_harm() -> None:
    policy = Policy("good", 0.9, 10, 0, "last")
    assert known_bias(policy)[2] < -10 and asked.mean("did", **asked.BET) == pytest.approx(
        known_bias(policy)[2], abs=0.5
    )
    won = next(option for option in bet("competitiveness_poles").wager.question.options if option.right)
    assert won.text.startswith("It harmed")
    assert f"{asked.mean('did', **asked.BET):.1f}" in repr(reveal("competitiveness_poles"))
    early = asked.mean("did", **asked.BET | {"baseline": "early"})
    assert abs(early) < 0.5, "what the feedback promises: the harm vanishes"


def test_winners_and_levels() -> None:
    assert known_bias(Policy("level", 0.9))[0] == pytest.approx(asked.mean("naive", strength="0.9"), abs=0.5)
    assert "30 %" in chosen(WINNERS).text and chosen(SURVIVES).text == "On a permanently high level"
    assert abs(asked.mean("did", strength="0.9")) < 0.3 < abs(asked.mean("did", rule="good", strength="0.9"))


def test_decline_and_the_jump() -> None:
    assert asked.mean("did", rule="falling", gap="2", strength="0.9") < -10
    assert chosen(DECLINE).text == "It makes the policy look worse"
    jump = asked.file_estimate("did", "C", "early") - asked.file_estimate("did", "C", "last")
    assert jump > 3 * pc.report("C", "last").error[2, 0] and "no ordinary one" in chosen(JUMP).text


def test_ends_are_mergers() -> None:
    found = asked.ends()
    assert found.counts["merged"] > 2 * found.counts["other"] and chosen(ENDS).text.startswith("A merger")
    exits = pc.poles()["exit"].value_counts()
    assert exits["label withdrawn"] == 6 and exits["closed"] == 1  # what two wrong answers are told
    assert asked.merged(15)[0] > 2.4 * asked.merged(10)[1]  # "about three times as large"


def test_the_exercises_take_what_the_package_gives() -> None:
    decline = Policy("falling", 0.9, 5, 2)
    assert check("competitiveness_poles.1", 5 + known_bias(decline)[2])
    assert "bias" in repr(check("competitiveness_poles.1", known_bias(decline)[2]))
    assert check("competitiveness_poles.2", {"did"}) and check("competitiveness_poles.2", {"difference-in-differences"})
    assert not check("competitiveness_poles.2", {"did", "matching"})
    assert check("competitiveness_poles.3", pc.ends().by(10, "merged"))
    assert not check("competitiveness_poles.3", pc.ends().by(15, "merged"))
    held = tuple(float(pc.score(Policy("rising", 0.6, noise, 2)).coverage[2]) for noise in (20, 5))
    assert check("competitiveness_poles.5", held)


@pytest.mark.parametrize("code", ["38", "75", "2A", "59", "976"])
def test_the_exercise_on_the_territory(code: str) -> None:
    around = list(pc.home(my_territory(code).departement).around)
    merged = int((pc.poles().loc[around, "cause"] == "merged").sum())
    assert check("competitiveness_poles.4", (len(around), merged))
    assert not check("competitiveness_poles.4", (len(around) + 1, merged))
