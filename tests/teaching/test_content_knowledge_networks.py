"""The questions on knowledge networks are answered by the model: which option is right is computed here."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils import load
from course_utils.concepts import knowledge_networks as kn
from course_utils.measures import robustness, small_world
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.knowledge_networks import asked
from course_utils.teaching.questions import Option

BARTER, GIFT, EXPERTS, BUZZ, POLES = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("knowledge_networks").questions[n].options if option.right)


def test_the_bet_is_won_by_who_says_seven() -> None:
    before, after = asked.paths()
    assert round(before) == 25 and round(after) == 7
    won = next(option for option in bet("knowledge_networks").wager.question.options if option.right)
    assert won.text == "About 7" and f"{after:.1f}" in repr(reveal("knowledge_networks"))
    assert asked.kept("0.01")[1] > 0.95  # hardly any firm has noticed


def test_barter_is_worst_among_strangers_or_alone() -> None:
    known = [asked.knows(share) for share in asked.shares()]
    assert known[0] < known[-1] < max(known) - 0.4
    assert chosen(BARTER).text == "Because barter gets stuck sooner" and f"{known[-1]:.1f}" in chosen(BARTER).feedback


def test_no_share_is_too_large_for_gifts() -> None:
    known = [asked.knows(share, rule="gift") for share in asked.shares()]
    assert known[-1] > max(known) - 0.01 and chosen(GIFT).text == "None"


def test_without_experts_it_hardly_matters() -> None:
    known = [asked.knows(share, experts="0") for share in asked.shares()]
    assert max(known) < 1.04 * min(known) and chosen(EXPERTS).text == "It hardly matters"
    assert float(asked.shares()[int(np.argmax(known))]) >= 0.3


def test_the_buzz_goes_on_and_teaches_nothing() -> None:
    cut, whole = kn.talk(frozenset({"b1"})), kn.talk()
    assert cut.learnt[1] < 0.2 * whole.learnt[1] and f"{100 * cut.learnt[1]:.1f}" in chosen(BUZZ).feedback
    assert (np.diff(cut.path[:, 1]) > -1e-6).all()  # nobody forgets, as a wrong answer is told


def test_themes_give_a_way_round() -> None:
    left = robustness(kn.matrix("both"), [kn.net("both").order[0]])[0]
    assert left == pytest.approx(82 / 83) and chosen(POLES).text == "Nearly all"


def test_the_exercises_take_what_the_measures_give() -> None:
    ring = kn.adjacency_matrix(kn.rings(500, 14, [0.0], 1, 1)[0, 0], 500)
    assert check("knowledge_networks.1", small_world(ring).clustering)
    assert check("knowledge_networks.1", 3 * 12 / (4 * 13)) and not check("knowledge_networks.1", 0.5)
    assert "10 links" in repr(check("knowledge_networks.1", 3 * 8 / (4 * 9)))
    at, found = kn.SHARES.index(0.1), kn.world(10)
    pair = (found.path_length[at] / found.path_length[0], found.clustering[at] / found.clustering[0])
    assert check("knowledge_networks.2", pair)
    assert "wrong way round" in repr(check("knowledge_networks.2", pair[::-1]))
    assert check("knowledge_networks.3", 3) and not check("knowledge_networks.3", 2)
    assert "two gatekeepers hold" in repr(check("knowledge_networks.3", 4))
    net = kn.net("theme")
    assert check("knowledge_networks.4", (kn.labelled().index[net.order[0]], net.whole[1]))
    assert "régions" in repr(check("knowledge_networks.4", ("Elastopôle", kn.net("region").whole[1])))


def test_cap_digital_absorbed_poles_of_two_other_themes() -> None:
    """Said by the right answer of exercise 4."""
    links = load("poles_competitivite", "links").query("into == 'Cap Digital' and relation == 'absorbed'")
    themes = kn.labelled()["theme"]
    assert {themes[pole] for pole in links["from"]} == {"building and city", "consumer goods and services"}
    assert links["earliest"].dt.year.min() == 2018 and links["latest"].dt.year.max() == 2019


@pytest.mark.parametrize("code", ["38", "75", "2A", "974", "45"])
def test_the_exercise_on_the_territory(code: str) -> None:
    home = my_territory(code).departement
    _region, own = kn.at_home(home)
    themes = kn.labelled()["theme"]
    mine = set(themes.iloc[own])
    others = sum(theme in mine for i, theme in enumerate(themes) if i not in own)
    assert check("knowledge_networks.5", (len(own), others))
    assert not check("knowledge_networks.5", (len(own) + 1, others))
