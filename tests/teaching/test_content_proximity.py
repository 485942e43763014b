"""The questions on proximity are answered by the model: which option is right is computed here."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.concepts import proximity
from course_utils.concepts.proximity import towns
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.proximity import asked
from course_utils.teaching.questions import Option, Question

ACROSS, SAME, PARADOX, SHORT, SCHOOLS = range(5)


def question(n: int) -> Question:
    return quiz("proximity").questions[n]


def chosen(n: int) -> Option:
    return next(option for option in question(n).options if option.right)


def test_what_is_asked_agrees_with_the_model() -> None:
    for near, belong in ((8, 10), (30, 30), (1, 1)):
        p = proximity.link_probability([1, 1, 0], np.log([near, belong, 1]))
        assert asked.chance(near, belong) == pytest.approx(float(p))
    for reach in (0.4, 1.0):
        similar, most = asked.best(reach)
        assert similar == pytest.approx(proximity.best_similarity(reach), rel=1e-4)
        assert most == pytest.approx(proximity.taught(similar, reach).each)


def test_the_bet_is_won_by_who_says_that_few_are_linked() -> None:
    share = proximity.kinds(30, 1, 1, spread=6).mean[asked.NEAR_STRANGE]
    won = next(option for option in bet("proximity").wager.question.options if option.right)
    assert won.text == "About 20" and 0.17 < share < 0.25
    assert f"{100 * share:.0f} of 100" in repr(reveal("proximity"))


def test_links_cross_the_map() -> None:
    found = proximity.population(1, 30, 5)
    linked = found.linked(1, 30, 30)
    made, far = asked.links(asked.ORGANISED)
    assert (made, far) == (linked.sum(), (linked & (found.distance > 200)).sum()) and far > 0.7 * made
    assert chosen(ACROSS).text == "Most of them cross the map"


def test_the_same_learn_nothing() -> None:
    assert proximity.learned(0.0) == 0 and chosen(SAME).text == "Nothing"


def test_more_links_that_teach_less() -> None:
    start, after = (proximity.taught(s, 1.0) for s in (1.0, asked.STRONG))
    assert after.links > start.links and after.each < start.each
    assert chosen(PARADOX).text == "More links, and each teaches less"


def test_up_to_a_point() -> None:
    similar, most = asked.best(asked.SHORT)
    assert 1 < similar < 100 and most > proximity.taught(1.0, asked.SHORT).each
    assert most > proximity.taught(100.0, asked.SHORT).each and chosen(SHORT).text.startswith("No, it teaches more")


def test_a_region_that_does_nothing() -> None:
    found = asked.reading(asked.PLAIN)
    assert found.truth[4] == 1 and found.alone[4] > 2 and chosen(SCHOOLS).text.startswith("Because who shares")
    assert proximity.readings(1, 10, 10, 1).alone[4] == pytest.approx(1, abs=0.1)  # it is distance that lends it


def test_the_exercises_take_what_the_model_gives() -> None:
    p = float(proximity.link_probability([1, 1, 0], np.log([8, 10, 1])))
    assert check("proximity.1", p) and "odds multiply" in repr(check("proximity.1", asked.chance(18)))
    assert check("proximity.2", asked.links(asked.ORGANISED)) and not check("proximity.2", (46, 46))
    similar = proximity.best_similarity(0.6)
    assert check("proximity.3", (similar, proximity.taught(similar, 0.6).each))
    assert not check("proximity.3", (1.0, 0.56))
    medians = {theme: float(np.median(towns.distances(theme))) for theme in towns.themes()}
    closest = min(medians, key=medians.__getitem__)
    assert check("proximity.5", (closest, medians[closest])) and not check("proximity.5", ("food", medians["food"]))


@pytest.mark.parametrize("code", ["38", "75", "2A", "06", "974"])
def test_the_exercise_on_the_territory(code: str) -> None:
    own = proximity.home(my_territory(code).departement)
    assert check("proximity.4", (own.close, float(own.kilometres[0])))
    assert not check("proximity.4", (own.close + 1, float(own.kilometres[0])))
