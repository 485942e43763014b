"""The questions on core and periphery are answered by the model: which option is right is computed here."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils import load
from course_utils.concepts import core_periphery
from course_utils.datasets import territories
from course_utils.measures import break_point, sustain_point, sustain_subsidy
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.core_periphery import asked
from course_utils.teaching.questions import Option, Question

HISTORY, BELOW, PAST, HUMP, THEIL = range(5)


def question(n: int) -> Question:
    return quiz("core_periphery").questions[n]


def chosen(n: int) -> Option:
    return next(option for option in question(n).options if option.right)


def test_what_is_asked_agrees_with_the_measures() -> None:
    for sigma, mu in ((5, 0.4), (6, 0.4), (4, 0.3)):
        economy = {"sigma": str(sigma), "mu": str(mu)}
        assert asked.break_point(**economy) == pytest.approx(break_point(sigma, mu), rel=2e-3)
        assert asked.sustain_point(**economy) == pytest.approx(sustain_point(sigma, mu), rel=1e-6)
        assert asked.resisted(1.25, **economy) == pytest.approx(sustain_subsidy(1.25, sigma, mu), abs=1e-6)
    for share, T, subsidy in ((0.55, 1.9, 0), (0.9, 1.7, 0), (1.0, 1.3, 0.1), (1.0, 1.8, 0.01), (0.2, 1.4, 0)):
        assert asked.ends(share, T, subsidy) == pytest.approx(core_periphery.destination(share, T, subsidy=subsidy))


def test_the_bet_is_won_by_who_says_that_it_is_gone() -> None:
    assert core_periphery.destination(asked.START, asked.BEFORE) == pytest.approx(0.5)
    assert core_periphery.destination(asked.START, asked.AFTER) == 1.0
    won = next(option for option in bet("core_periphery").wager.question.options if option.right)
    assert won.text == "It is gone"
    assert f"{100 * sustain_subsidy(asked.AFTER, 5, 0.4):.1f}" in repr(reveal("core_periphery"))


def test_the_same_cost_and_two_ends() -> None:
    ends = [core_periphery.destination(share, 1.7) for share in (0.6, 0.9)]
    assert ends == pytest.approx([0.5, 1.0]) and chosen(HISTORY).text.startswith("One at one half")


def test_eight_percent_does_nothing_and_ten_moves_all() -> None:
    ends = [core_periphery.destination(1.0, 1.3, subsidy=s) for s in (0.08, 0.10)]
    assert ends == [1.0, 0.0]
    assert chosen(BELOW).text == "Nothing, and it costs nothing" and chosen(PAST).text == "All in region 2"
    assert 0.3 < core_periphery.destination(1.0, 1.8, subsidy=0.01) < 0.5  # what a wrong answer is told to try


def test_the_threshold_rises_then_falls() -> None:
    most, at = asked.highest_resisted()
    assert most == pytest.approx(0.09, abs=5e-4) and 1.2 < at < 1.35
    assert chosen(HUMP).text == "It rises, then falls"


def test_the_part_within_grew() -> None:
    today = load("departements")
    assert len(today) == 101
    before, after = asked.unevenness(2016), asked.unevenness(2023)
    grown = {part: after[part] - before[part] for part in ("total", "within", "between")}
    assert grown["within"] > grown["total"] > 0 > grown["between"]
    assert chosen(THEIL).text == "The differences inside the régions"
    assert f"{before['within']:.4f}" in chosen(THEIL).feedback and f"{after['within']:.4f}" in chosen(THEIL).feedback


def test_the_exercises_take_what_the_measures_give() -> None:
    assert check("core_periphery.1", break_point(6, 0.4))
    assert "sustain point" in repr(check("core_periphery.1", sustain_point(6, 0.4)))
    assert check("core_periphery.2", (float(sustain_subsidy(1.5, 5, 0.4)), 0.0))
    assert not check("core_periphery.2", (float(sustain_subsidy(1.5, 5, 0.4)), 0.5))
    assert check("core_periphery.3", core_periphery.last_call(0.05, 20))
    assert "too late" in repr(check("core_periphery.3", core_periphery.last_call(0.05, 20) + 5))
    assert check("core_periphery.5", ("business", core_periphery.values_of("business").williamson))
    assert not check("core_periphery.5", ("industry", core_periphery.values_of("industry").williamson))


def test_the_rate_that_no_core_resists() -> None:
    """Said by a slip of exercise 3."""
    assert float(np.max(core_periphery.thresholds(np.linspace(1.02, 2.1, 60)).sustain)) < 0.10


@pytest.mark.parametrize("code", ["38", "75", "2A", "06", "976"])
def test_the_exercise_on_the_territory(code: str) -> None:
    own = my_territory(code)
    people = load("departements").set_index("code")["population_2021"].astype(float)
    rows = load("employment_departements").query("year == 2018").drop_duplicates("departement")
    jobs = rows.astype({"departement": str}).set_index("departement")["total"].astype(float)
    mine = jobs[own.departement] / people[own.departement]
    assert check("core_periphery.4", (mine, mine / (jobs.sum() / people.sum())))
    assert not check("core_periphery.4", (mine + 0.1, 1.0))
    assert set(jobs.index) == set(people.index) == set(territories("departement").index)
