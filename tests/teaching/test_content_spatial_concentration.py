"""The questions on spatial concentration are answered by the model: which option is right is computed here."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.concepts import spatial_concentration as space
from course_utils.measures import ellison_glaeser
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.spatial_concentration import asked
from course_utils.teaching.questions import Option, Question

ONE_GAMMA, BORDERS, LOCAL, TINY, STARS = range(5)


def question(n: int) -> Question:
    return quiz("spatial_concentration").questions[n]


def chosen(n: int) -> Option:
    return next(option for option in question(n).options if option.right)


def test_the_bet_is_won_by_who_says_the_industry_without_clusters() -> None:
    darts = space.of_darts(20, "lumpy")
    clusters = [space.of_throw(200, "equal", 0.4, 40.0, draw) for draw in range(1, 7)]
    assert darts.low[0] > max(found[0] for found in clusters)
    assert np.mean([found[2] for found in clusters]) > darts.mean[2] + 0.01
    won = next(option for option in bet("spatial_concentration").wager.question.options if option.right)
    assert won.text.startswith("A, the one without any cluster")
    shown = repr(reveal("spatial_concentration"))
    assert f"{darts.mean[0]:.2f}" in shown and f"{np.mean([found[0] for found in clusters]):.2f}" in shown


def test_one_gamma_within_chance_says_nothing() -> None:
    low, mean, high = asked.darts(asked.GAMMA, **asked.DARTS)
    assert low < 0.8 * high < high and abs(mean) < 0.005 and chosen(ONE_GAMMA).text == "It cannot be said"
    alike = space.of_darts(200, "equal")
    assert 0.8 * high > 5 * alike.high[2]  # what a wrong answer is told


def test_only_the_borders_changed() -> None:
    darts = space.of_darts(60, "equal")
    assert darts.low[0] > darts.high[1] and chosen(BORDERS).text.startswith("The borders")


def test_two_distances_of_41_are_what_chance_gives() -> None:
    assert asked.distances() == 41
    band = space.bands(60, "uneven", 200)
    fresh = space.bands(60, "uneven", 1000, 5).curves
    assert (fresh > band.local[1]).sum(axis=1).mean() == pytest.approx(0.05 * 41, abs=0.7)
    assert chosen(LOCAL).text == "Nothing beyond chance"


def test_tiny_and_certain() -> None:
    found = space.industry("industry", "province", "people")
    assert found.gamma > 1000 * found.high and found.gamma < 0.01
    assert chosen(TINY).text.startswith("Certainly not chance")


def test_the_stars_of_the_last_question_are_darts() -> None:
    assert asked.stars("200") == space.chance_quotients(200, "equal", 1).stars
    assert str(asked.stars("200")) in question(STARS).ask and chosen(STARS).text.startswith("Perhaps none")


def test_the_exercises_take_what_the_package_gives() -> None:
    found = ellison_glaeser([60, 30, 10], [0, 1, 2], [0.5, 0.3, 0.2])
    assert check("spatial_concentration.1", (found.H, (1 - 0.38) * found.H))
    assert "multiply" in repr(check("spatial_concentration.1", (0.46, 0.46)))
    gamma = space.of_throw(200, "equal", 0.8, 40.0, 2)
    end = space.localised(200, "equal", 0.8, 40.0, 2)[1]
    assert check("spatial_concentration.2", (gamma[2], end)) and not check("spatial_concentration.2", (gamma[2], 10))
    assert "other borders" in repr(check("spatial_concentration.2", (gamma[3], end)))
    services = space.industry("services", "province", "people").gamma
    assert check("spatial_concentration.4", ("services", services))
    construction = space.industry("construction", "province", "businesses").gamma
    assert "all businesses" in repr(check("spatial_concentration.4", ("construction", construction)))
    alarms = space.false_alarms(60, "equal", 20)
    assert check("spatial_concentration.5", alarms) and alarms > 0.2  # more than one in five
    assert "20" in repr(check("spatial_concentration.5", space.false_alarms(60, "equal", 200)))


@pytest.mark.parametrize("code", ["38", "75", "2A", "48", "976"])
def test_the_exercise_on_the_territory(code: str) -> None:
    share = space.site_share(my_territory(code).departement)
    assert check("spatial_concentration.3", (200 * share, (1 - share) ** 200))
    assert not check("spatial_concentration.3", (200 * share + 1, 0.5))
