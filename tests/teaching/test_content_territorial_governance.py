"""The questions on territorial governance are answered by the model: which option is right is computed here."""

from __future__ import annotations

from collections import Counter

import pytest

from course_utils.concepts import territorial_governance as tg
from course_utils.measures import (
    borda,
    condorcet_winner,
    contract_gain,
    duels,
    harvest_optimum,
    herders_threshold,
    instant_runoff,
)
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.territorial_governance import asked
from course_utils.teaching.questions import Option

VOTE, STATE, CYCLE, TALK, DEBATE = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("territorial_governance").questions[n].options if option.right)


def test_the_bet_is_won_by_who_says_a_little_less_than_half() -> None:
    assert 0.4 < asked.agree() < 0.5
    won = next(option for option in bet("territorial_governance").wager.question.options if option.right)
    assert "less than half" in won.text and "46" in repr(reveal("territorial_governance"))
    assert 1 - asked.drawn("any", "debate").disagree < 0.9 < 1 - asked.drawn("near", "debate").disagree
    assert 1 - asked.drawn("near", "first").disagree < 0.05  # "at the first meeting it is so"


def test_right_answers_stand_at_different_letters() -> None:
    letters = Counter(question.right for question in quiz("territorial_governance").questions)
    assert max(letters.values()) <= 2


def test_the_vote() -> None:
    camps = [(float(voters), tuple(order)) for voters, order in asked.CAMPS]
    assert asked.last_round() == ("K", "M", 58) and instant_runoff(camps) == "K" and chosen(VOTE).text.startswith("K")
    assert condorcet_winner(camps) == "N" and max(borda(camps), key=lambda name: borda(camps)[name]) == "N"
    assert duels(camps)["K", "M"] == 58


def test_seventy_per_cent_is_worse_than_no_state() -> None:
    assert asked.ruled(0.7).choice == "exceed" and asked.ruled(0.7).gain < 0
    assert chosen(STATE).text.startswith("Both exceed") and asked.ruled(0.8).choice == "keep"


def test_cycles_talk_and_debate() -> None:
    shares = asked.cycles()
    assert all(0.05 < share < 0.09 for share in shares) and chosen(CYCLE).text == "In 5 to 9 of 100 elections"
    used, kept = (asked.summers(talk="yearly", you=you) for you in ("best", "keep"))
    assert used.yours > used.theirs and used.herd[-1] > 31 and kept.share > 0.95
    assert chosen(TALK).text == "You do best, and trust is gone"
    assert (asked.answers("first"), asked.answers("debate")) == (5, 1)
    assert chosen(DEBATE).text == "What people think of the paths"


def test_the_exercises_take_what_the_measures_give() -> None:
    camps = [(float(voters), tuple(order)) for voters, order in asked.CAMPS]
    assert check("territorial_governance.1", borda(camps)["N"])
    assert "points of M" in repr(check("territorial_governance.1", borda(camps)["M"]))
    assert "4, 3, 2, 1" in repr(check("territorial_governance.1", borda(camps)["N"] + 100))
    assert check("territorial_governance.2", herders_threshold(4)) and not check("territorial_governance.2", 0.75)
    cost = 2 * (10 - tg.ruled(0.9).gain)
    assert check("territorial_governance.3", cost) and contract_gain(cost) == pytest.approx(tg.ruled(0.9).gain)
    assert "half that each pays" in repr(check("territorial_governance.3", cost / 2))
    best = harvest_optimum(4, 10, 0.25)
    assert check("territorial_governance.4", (10 - 0.25 * (best.total + best.each)) / 4)
    assert "above 20" in repr(check("territorial_governance.4", 0.75))


@pytest.mark.parametrize("code", ["38", "75", "2A", "92", "976"])
def test_the_exercise_on_the_territory(code: str) -> None:
    home = my_territory(code).departement
    assert asked.each_stands_for(home) == pytest.approx(tg.inhabitants_each(home))
    assert check("territorial_governance.5", tg.inhabitants_each(home)) and not check("territorial_governance.5", 3)
