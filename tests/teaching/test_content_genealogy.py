"""The genealogy's questions are answered by the table and by the model."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.concepts.genealogy import chance, lags, summary, territory
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.genealogy import asked
from course_utils.teaching.content.genealogy.bet import GUESSES
from course_utils.teaching.questions import Question

WAITS, NATIONAL, FEW, ONE_DATE, LABEL = range(5)


def question(n: int) -> Question:
    return quiz("genealogy").questions[n]


def right(asked_: Question) -> str:
    return next(option.text for option in asked_.options if option.right)


def test_the_bet_is_on_the_count_of_the_widest_definition() -> None:
    truth = summary(lags("descends")).known
    options = bet("genealogy").wager.question.options
    assert [option.right for option in options].index(True) == GUESSES.index(truth)
    assert f"{truth} of 10 have a policy" in repr(reveal("genealogy"))
    years = [lag.published.start.year for lag in lags() if lag.status != "older"]
    assert (min(years), max(years)) == (1947, 1993) and len(years) == 10


def test_the_mean_of_all_is_above_that_of_the_known() -> None:
    found = summary(lags())
    assert found.at_least > 2 * found.mean
    assert right(question(WAITS)).startswith("More")


def test_only_the_national_definition_leaves_the_growth_pole_waiting() -> None:
    choices = ({"use": "names"}, {"use": "follows", "reach": "france"}, {"use": "follows", "reach": "national"})
    waits = [next(lag for lag in lags(**c) if lag.concept == "growth_pole").status == "waiting" for c in choices]
    assert [option.right for option in question(NATIONAL).options] == waits


def test_the_test_of_the_quiz_is_that_of_the_explorer() -> None:
    luck = chance(lags())
    assert not luck.convincing and f"p = {luck.p:.2f}" in question(FEW).ask
    before, after = (asked.told(becattini=b)[2] for b in (False, True))
    assert before.balance < 0 < after.balance
    assert "slower, not quicker" in right(question(ONE_DATE))


def test_the_industrial_ecosystem_was_there_before_the_cluster() -> None:
    published = {lag.concept: lag.published.middle for lag in lags()}
    assert published["industrial_ecosystem"] < published["cluster"] < published["business_ecosystem"]
    assert right(question(LABEL)) == "The industrial ecosystem"


def test_means_with_and_without_those_who_wait() -> None:
    found = [lag for lag in lags(use="names") if lag.status != "older"]
    assert check("genealogy.1", np.mean([lag.years for lag in found if lag.status == "known"]))
    assert check("genealogy.1", 11.6)
    assert check("genealogy.2", np.mean([lag.years for lag in found])) and check("genealogy.2", 28.8)


@pytest.mark.parametrize("code", ["38", "13", "59", "976", "2A"])
def test_what_came_to_a_territory_is_counted(code: str) -> None:
    my_territory(code)
    both = territory.here(code) + territory.nearby(code)
    assert check("genealogy.3", (len(both), sum(a.what == "cluster" for a in both)))


def test_three_famous_pairs_show_nothing_once_they_are_in_order() -> None:
    assert asked.chance_of_quoted() == 1.0 and asked.chance_of_quoted(by_date=False) == pytest.approx(1 / 3)
    assert "order in which they are quoted" in repr(check("genealogy.4", 1 / 3))


def test_the_growth_pole_waits_longest_for_a_national_policy() -> None:
    assert check("genealogy.5", ("growth_pole", 68.6)) and check("genealogy.5", ("Growth pole", 68.6))
    assert not check("genealogy.5", ("polarisation", 66.6))
