"""The two explorers of the game that are ordinary lattices: recipes over many seeds, and the order of two cards."""

from __future__ import annotations

import doctest
import importlib
import itertools
import json
import math
import pkgutil
import random
import zlib
from typing import Any

import numpy as np
import pytest

from course_utils.concepts import govern_a_territory as game
from course_utils.concepts.govern_a_territory.cards import titles
from course_utils.concepts.govern_a_territory.recipes import RECIPES, RUNS, outcome
from course_utils.concepts.govern_a_territory.rules import SCORES
from course_utils.concepts.govern_a_territory.sentences import leaders
from course_utils.concepts.govern_a_territory.sequences import PAIRS, sequence
from course_utils.explorer import Explorer, explorers, static

NAMES = ("govern_a_territory", "govern_a_territory.sequence")
START: dict[str, Any] = {"recipe": "mixed", "score": "income", "shocks": True, "budget": "normal", "place": "38"}


@pytest.fixture(scope="module")
def built() -> dict[str, Explorer]:
    return {name: explorers()[name]() for name in NAMES}


def test_examples_hold() -> None:
    ran = [
        doctest.testmod(importlib.import_module(f"{game.__name__}.{module.name}"), optionflags=doctest.ELLIPSIS)
        for module in pkgutil.iter_modules(game.__path__)
    ]
    assert sum(one.attempted for one in ran) >= 15 and sum(one.failed for one in ran) == 0


@pytest.mark.parametrize("name", NAMES)
def test_explorers_stay_within_their_budgets(built: dict[str, Explorer], name: str) -> None:
    explorer = built[name]
    for panel in explorer.panels:
        states = math.prod(len(explorer.controls[key].nodes()) for key in panel.controls)
        assert states <= 1500
    packed = len(zlib.compress(json.dumps(static.payload(explorer)).encode()))
    assert packed < 150_000


@pytest.mark.parametrize("name", NAMES)
def test_every_control_changes_the_reading(built: dict[str, Explorer], name: str) -> None:
    explorer, random_state = built[name], random.Random(4)
    nodes = {key: control.nodes() for key, control in explorer.controls.items()}
    for key in nodes:
        changed = 0
        for _n in range(6):
            state = {k: random_state.choice(values) for k, values in nodes.items()}
            readings = {str(explorer.reading.say(state | {key: value})) for value in nodes[key]}
            changed += len(readings) > 1
        assert changed >= 4, key


def test_two_sets_of_seeds_say_the_same() -> None:
    for name in RECIPES:
        one, two = outcome(name), outcome(name, seed=50_000)
        for score in SCORES:
            noise = one.paths[score][-1].std() / math.sqrt(RUNS)
            assert abs(one.mean(score) - two.mean(score)) < max(4 * math.sqrt(2) * noise, 1e-9)
    first, second = ({n: outcome(n, seed=seed) for n in RECIPES} for seed in (1000, 50_000))
    assert leaders(first) == leaders(second)


def test_bands_hold_eight_in_ten() -> None:
    found = outcome("local")
    low, high = found.band("jobs")
    inside = (found.paths["jobs"][-1] >= low[-1]) & (found.paths["jobs"][-1] <= high[-1])
    assert inside.mean() == pytest.approx(0.8, abs=0.02)
    quiet = outcome("local", shocks=False)
    assert all((edge == quiet.paths["jobs"][:, 0]).all() for edge in quiet.band("jobs"))


def test_the_reading_is_true(built: dict[str, Explorer]) -> None:
    for recipe, shocks, place in itertools.product(RECIPES, (True, False), ("38", "48")):
        state = START | {"recipe": recipe, "shocks": shocks, "place": place}
        text, own = str(built[NAMES[0]].reading.say(state)), outcome(recipe, place, "normal", shocks)
        # halves may round either way
        assert any(f"income stands at {v:.0f}" in text for v in (own.mean("income"), own.mean("income") + 1e-9))
        lead = leaders({name: outcome(name, place, "normal", shocks) for name in RECIPES})
        assert f"leads on {sum(name == recipe for name in lead.values())} of the 5" in text
        assert ("in every game" in text) is not shocks


def test_more_money_does_more() -> None:
    for recipe in ("large_firm", "local", "clusters"):
        incomes = [outcome(recipe, budget=budget).mean("income") for budget in ("small", "normal", "large")]
        assert incomes == sorted(incomes)


def test_orders_of_the_same_card_twice_are_one() -> None:
    for card in PAIRS:
        found = sequence(card, card)
        assert (found.first == found.second).all()


def test_a_sequence_is_the_game_played() -> None:
    found = sequence("cluster", "gatekeepers", "59")
    turns = [[], [], [], [], ["cluster"], ["gatekeepers"], []]
    played, idle = (game.play(territory="59", shocks=False, turns=t)["scores"] for t in (turns, [[]] * 7))
    assert found.first == pytest.approx(np.array([played[s] - idle[s] for s in SCORES]))
    mirrored = sequence("gatekeepers", "cluster", "59")
    assert (mirrored.second == found.first).all() and (mirrored.first_apart == found.second_apart).all()


def test_sequence_readings_name_the_cards(built: dict[str, Explorer]) -> None:
    for one, two in itertools.product(PAIRS, PAIRS):
        text = str(built[NAMES[1]].reading.say({"one": one, "two": two, "place": "38"}))
        assert titles()[one] in text and titles()[two] in text
