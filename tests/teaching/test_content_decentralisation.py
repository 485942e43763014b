"""The questions on decentralisation are answered by the model: which option is right is computed here."""

from __future__ import annotations

import pytest

from course_utils import load
from course_utils.concepts import decentralisation
from course_utils.concepts.decentralisation.groups import SIZES
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.decentralisation import asked
from course_utils.teaching.questions import Option

FRONTIER, ALONE, MIXED, FIXED, MAP = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("decentralisation").questions[n].options if option.right)


def test_what_is_asked_agrees_with_the_model() -> None:
    for kappa, n, fixed in ((0.3, 4, 0.0), (0.1, 36, 0.02), (0.2, 12, 0.05)):
        assert asked.frontier(kappa, n, fixed) == pytest.approx(float(decentralisation.threshold(kappa, n, fixed)))
    found, at = decentralisation.losses("leaning", 0.4, 0.3).mean, SIZES.index(6)
    own = asked.missed()
    assert [own.state, own.alone, own.neighbours, own.random] == [found[0, -1], found[0, 0], found[0, at], found[2, at]]


def test_the_bet_is_won_by_who_says_more_than_either() -> None:
    found = asked.missed()
    assert found.random > max(found.state, found.alone) + 1 and found.neighbours < min(found.state, found.alone)
    won = next(option for option in bet("decentralisation").wager.question.options if option.right)
    assert won.text == "More than either"
    assert f"<strong>{found.random:.0f}</strong>" in reveal("decentralisation")._repr_html_()


def test_the_frontier_is_shared_over_kept() -> None:
    assert chosen(FRONTIER).text == "0.25"


def test_alone_is_right_without_spillovers() -> None:
    assert asked.losses(0.4, 0.0, "36")[1] == pytest.approx(0) and chosen(ALONE).text == "Each place alone"


def test_living_areas_of_mixed_tastes_lie_between() -> None:
    found = asked.missed(map="mixed", kappa=0.2)
    assert found.alone < found.neighbours < found.state and chosen(MIXED).text.startswith("Worse: too much variety")


def test_a_fixed_cost_raises_the_frontier() -> None:
    assert asked.frontier(0.2, 36, 0.05) > asked.frontier(0.2, 36) and chosen(FIXED).text.startswith("It rises")


def test_most_groups_did_not_change() -> None:
    same, all_ = asked.unchanged()
    assert same / all_ > 0.8 and chosen(MAP).text == "More than four in five"
    assert f"{same:,}" in chosen(MAP).feedback


def test_the_exercises_take_what_the_model_gives() -> None:
    threshold = decentralisation.threshold
    assert check("decentralisation.1", float(threshold(0.3, n=4)))
    assert "very many places" in repr(check("decentralisation.1", 0.3 / 0.7))
    assert check("decentralisation.2", (float(threshold(0.1, 36)), float(threshold(0.1, 36, 0.02))))
    assert check("decentralisation.3", (6, decentralisation.losses("sorted", 0.4, 0.3).mean[0].min()))
    assert not check("decentralisation.3", (8, 0.8))
    steps = load("competences").dropna(subset=["law_date"])
    recent = steps[steps["law_date"].dt.year.between(2010, 2020)]["to_level"]
    counts = (recent == "region").sum(), (recent == "group").sum()
    assert counts[1] > counts[0] and check("decentralisation.5", counts)
    whole = (steps["to_level"] == "region").sum(), (steps["to_level"] == "group").sum()
    assert "all years" in repr(check("decentralisation.5", whole))


@pytest.mark.parametrize("code", ["38", "75", "2A", "06", "976"])
def test_the_exercise_on_the_territory(code: str) -> None:
    table = load("epci").query("year == 2026")
    own = table[table["departement"] == my_territory(code).departement]
    answer = (own["population"] < 15_000).sum(), own["communes"].median()
    assert check("decentralisation.4", answer)
    assert not check("decentralisation.4", (answer[0] + 1, answer[1]))
