"""The page's engine is the twin of Python's: the same games, codes and debriefs, over thousands of them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from course_utils.concepts import govern_a_territory as game
from course_utils.concepts.govern_a_territory.game import shown
from course_utils.concepts.govern_a_territory.simulate import simulate
from tests.concepts.test_govern_a_territory import random_plans

GAMES = 2000
CLOSE = 1e-6


@pytest.fixture(scope="module")
def page(browser: Browser) -> Any:
    page = browser.new_page()
    page.add_script_tag(content=game.ENGINE.read_text("utf-8"))
    page.evaluate("data => courseGame.load(data)", game.game_data())
    yield page
    page.close()


def test_two_thousand_random_games_are_equal(page: Page) -> None:
    """Every stock, account, score and approval of the last year and of one in between, all decisions, all shocks."""
    plans = random_plans(GAMES, seed=2025)
    script = """plans => plans.map(plan => {
        const game = courseGame.play(plan);
        const at = Math.floor(game.rows.product.length / 2);
        const pick = row => Object.fromEntries(Object.entries(game.rows).map(([name, values]) => [name, values[row]]));
        return {...game, rows: {last: pick(game.rows.product.length - 1), middle: pick(at)}};
    })"""
    given = [{k: v for k, v in asdict(plan).items() if k != "without"} for plan in plans]
    found = json.loads(page.evaluate(f"plans => JSON.stringify(({script})(plans))", given))
    run, worst = simulate(plans), 0.0
    for n, (plan, theirs) in enumerate(zip(plans, found, strict=True)):
        ours = shown(plan, run, n)
        at = len(ours["rows"]["product"]) // 2
        rows = {name: (values[-1], values[at]) for name, values in ours["rows"].items()}
        assert rows.keys() == theirs["rows"]["last"].keys()
        for name, (last, middle) in rows.items():
            apart = max(abs(last - theirs["rows"]["last"][name]), abs(middle - theirs["rows"]["middle"][name]))
            worst = max(worst, apart)
            assert apart < CLOSE, (plan, name)
        for name in ("territory", "seed", "turns", "code", "year", "over", "offered"):
            assert theirs[name] == ours[name], (plan, name)
        assert theirs["struck"] == ours["struck"], plan
        assert theirs["averages"] == pytest.approx(ours["averages"], abs=CLOSE), plan
        assert [t["cards"] for t in theirs["played"]] == [t["cards"] for t in ours["played"]], plan
    print(f"largest difference over {GAMES} games: {worst:.1e}")


def test_codes_and_chance_are_equal(page: Page) -> None:
    plans = random_plans(200, seed=4)
    codes = [game.encode(plan) for plan in plans]
    back = page.evaluate("codes => codes.map(code => courseGame.decode(code))", codes)
    assert [game.Plan(**one | {"turns": tuple(map(tuple, one["turns"]))}) for one in back] == plans
    seeds = [0, 1, 1000, (1 << 20) - 1]
    assert page.evaluate("seeds => seeds.map(s => courseGame.draws(s, 90))", seeds) == game.draws(seeds, 90).tolist()


@pytest.mark.parametrize(
    "call",
    [
        "courseGame.decode('')",
        "courseGame.decode('?')",
        "courseGame.decode(courseGame.start('38').code.replace(/.$/, '!'))",
        "courseGame.decode('2' + courseGame.start('38').code.slice(1))",
        "courseGame.play({territory: '99'})",
        "courseGame.play({turns: [['cluster']]})",
        "courseGame.play({turns: [['constructor']]})",
        "courseGame.step(courseGame.start('38', 1, {budget: 'small'}), ['motor_industry', 'growth_zone'])",
    ],
)
def test_the_page_refuses_too(page: Page, call: str) -> None:
    assert page.evaluate(f"() => {{ try {{ {call}; return ''; }} catch (error) {{ return error.message; }} }}")


def test_the_debrief_is_equal(page: Page) -> None:
    plans = random_plans(15, seed=6)
    given = [{k: v for k, v in asdict(plan).items() if k != "without"} for plan in plans]
    found = page.evaluate("plans => plans.map(plan => courseGame.debrief(courseGame.play(plan)))", given)
    for plan, theirs in zip(plans, found, strict=True):
        for ours, other in zip(game.debrief(game.play(plan)), theirs, strict=True):
            for one, two in zip(ours["lines"], other["lines"], strict=True):
                assert {**two, "effect": None} == {**one, "effect": None}
                assert (two["effect"] or {}) == pytest.approx(one["effect"] or {}, abs=CLOSE)


def test_the_engine_is_a_classic_script_that_calls_nobody(page: Page) -> None:
    text = game.ENGINE.read_text("utf-8")
    assert not any(word in text for word in ("import ", "fetch(", "XMLHttp", "Math.pow", "Math.exp", "Math.log"))
    assert page.evaluate("() => typeof courseGame.scores(courseGame.start('38')).income") == "number"
