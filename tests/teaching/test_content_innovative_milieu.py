"""The questions on the innovative milieu are answered by the model: which option is right is computed here."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.concepts import innovative_milieu as milieu
from course_utils.concepts.innovative_milieu.model import ROUNDS
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.innovative_milieu import asked
from course_utils.teaching.questions import Option, Question

SOON, BRIDGES, SMOOTH, ALONE, HISTORY = range(5)
DENSITIES = ("none", "ring", "quarter", "half", "three", "all")


def question(n: int) -> Question:
    return quiz("innovative_milieu").questions[n]


def chosen(n: int) -> Option:
    return next(option for option in question(n).options if option.right)


def test_what_is_asked_agrees_with_the_model() -> None:
    assert asked.DENSITIES == DENSITIES and asked.horizons() == list(ROUNDS[1:])
    for horizon, density in ((1, "ring"), (5, "all"), (200, "none")):
        own = milieu.outcome(5, 17, density).mean[ROUNDS.index(horizon)]
        assert asked.performance(density, horizon) == own
        assert asked.first(horizon) == milieu.ranking(5, 17, 0.0, horizon).first
    gap = milieu.gap(5, 17, ("all", 1 / 17), ("all", 0.0), 200)
    assert asked.bridge(1) == pytest.approx(gap.mean, abs=1e-6)
    assert asked.ends(2, "ring", "none") == milieu.story(1, "ring", "none").performance[-1].mean()


def test_the_bet_is_won_by_the_ring_and_would_be_lost_early() -> None:
    won = next(option for option in bet("innovative_milieu").wager.question.options if option.right)
    assert won.text == "Each knows two neighbours only"
    late, soon = (milieu.ranking(5, 17, 0.0, horizon) for horizon in (200, 5))
    assert late.first == "ring" and soon.first == "all" and late.best.sum() == soon.best.sum() == 1
    assert f"{100 * late.mean[1]:.1f}" in repr(reveal("innovative_milieu"))


def test_few_solutions_are_left_early_where_everybody_knows_everybody() -> None:
    """Said to who bets on the crowd."""
    for number in range(3):
        dense, ring = (milieu.story(number, density, "none").different()[5] for density in ("all", "ring"))
        assert dense < 0.6 * ring


def test_five_rounds_are_for_the_crowd() -> None:
    assert chosen(SOON).text == "Everybody knows everybody"
    assert all(DENSITIES[int(milieu.ranking(5, 17, 0.0, h).mean.argmin())] == "none" for h in ROUNDS[1:])


def test_one_bridge_is_best() -> None:
    gains = [milieu.outcome(5, 17, "all", links / 17).mean[-1] for links in range(18)]
    assert int(np.argmax(gains)) == 1 and chosen(BRIDGES).text == "One bridge"
    three, every = (milieu.outcome(5, 17, "all", chance).mean[-1] for chance in (0.03, 1.0))
    assert gains[0] < three and gains[0] < every


def test_on_a_smooth_problem_all_end_alike() -> None:
    ends = milieu.ranking(0, 17, 0.0, 200).mean
    assert ends.min() > 0.9995 and chosen(SMOOTH).text == "All of them alike"


def test_the_best_agent_is_alone() -> None:
    best = {density: milieu.outcome(5, 17, density).best[-1] for density in DENSITIES}
    assert max(best, key=lambda density: best[density]) == "none" and chosen(ALONE).text == "Among isolated agents"
    ring = milieu.outcome(5, 17, "ring")
    assert ring.best[-1] == pytest.approx(ring.mean[-1], abs=1e-3)  # the best ends with what all others have


def test_a_history_against_the_average() -> None:
    dense, ring = (milieu.story(2, density, "one").performance[-1].mean() for density in ("all", "ring"))
    assert dense > ring + 0.02
    assert milieu.gap(5, 17, ("all", 1 / 17), ("ring", 1 / 17), 24 if 24 in ROUNDS else 30).mean < -0.01
    one, other = (milieu.outcome(5, 17, density, 1 / 17) for density in ("all", "ring"))
    assert one.high[-1] > other.low[-1]  # the light bands overlap
    assert chosen(HISTORY).text == "Next to nothing about the average"


def test_the_exercises_take_what_the_model_gives() -> None:
    ahead = [h for h in ROUNDS[1:] if milieu.gap(2, 9, ("ring", 0.0), ("all", 0.0), h).mean > 0]
    assert check("innovative_milieu.1", ahead[0])
    assert "K = 8" in repr(check("innovative_milieu.1", asked.turns(8, 9)))
    found = milieu.ranking(5, 33, 0.0, 12)
    assert check("innovative_milieu.2", (found.first, found.mean.max())) and found.best.sum() == 1
    assert "few rounds more" in repr(check("innovative_milieu.2", ("ring", found.mean[1])))
    gains = [milieu.gap(8, 33, ("all", links / 33), ("all", 0.0), 200).mean for links in (1, 33)]
    assert check("innovative_milieu.3", (100 * gains[0], 100 * gains[1])) and gains[1] < gains[0] / 2
    assert "hundredth" in repr(check("innovative_milieu.3", tuple(gains)))
    assert check("innovative_milieu.4", 2**12 / 13)
    drawn = float(milieu.peaks(milieu.landscapes(11, parts=12, runs=100)).sum(axis=0).mean())
    assert check("innovative_milieu.4", drawn)  # what the feedback invites to draw is close enough
    assert "13, not 12" in repr(check("innovative_milieu.4", 2**12 / 12))


@pytest.mark.parametrize("code", ["38", "75", "2A", "06", "976"])
def test_the_exercise_on_the_territory(code: str) -> None:
    own = milieu.supposed(my_territory(code).departement, 45, 8)
    assert check("innovative_milieu.5", (own.agents, own.density))
    assert not check("innovative_milieu.5", (own.agents, 0.5 * own.density))
