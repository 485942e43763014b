"""The page's script in a real browser, on the demonstration: what it draws, says and tables is what Python gives."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from course_utils.explorer import Explorer, Slider
from course_utils.explorer.table import heads, tables
from tests.explorer.written import write

pytestmark = pytest.mark.browser
ROOT = "document.querySelector('.cu-explorer').explorer"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, repository: Path, browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 900, "height": 1600})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(write(tmp_path_factory.mktemp("page"), repository))
    page.wait_for_selector(".cu-explorer[data-ready]")
    yield page
    assert errors == []


@pytest.fixture(autouse=True)
def reset(page: Page) -> None:
    page.evaluate(f"{ROOT}.set({{shape: 'rising', power: 1, scale: 1, gap: false, place: '38', size: 4}})")


def gap(found: Any, wanted: Any, path: str = "") -> float:
    """Largest difference of numbers; keys, lengths, nulls and texts must be the same."""
    if isinstance(wanted, dict):
        return max((gap(found[key], value, f"{path}.{key}") for key, value in wanted.items()), default=0.0)
    if isinstance(wanted, list):
        assert len(found) == len(wanted), path
        return max((gap(a, b, f"{path}[]") for a, b in zip(found, wanted, strict=True)), default=0.0)
    if isinstance(wanted, (int, float)) and not isinstance(wanted, bool):
        return abs(found - wanted)
    assert found == wanted, path
    return 0.0


def some_state(demo: Explorer, draw: random.Random) -> dict[str, Any]:
    """A state that a reader could reach, off the lattice where the page interpolates."""
    state: dict[str, Any] = {}
    for name, control in demo.controls.items():
        smooth = isinstance(control, Slider) and control.interpolate
        state[name] = round(draw.uniform(control.min, control.max), 3) if smooth else draw.choice(control.nodes())
    return state


def test_the_page_draws_says_and_tables_what_the_model_gives(page: Page, demo: Explorer) -> None:
    draw = random.Random(2016)
    for _case in range(40):
        asked = some_state(demo, draw)
        page.evaluate(f"state => {ROOT}.set(state)", asked)
        values = page.evaluate(f"{ROOT}.values()")
        assert values == asked
        line, bars, grid = page.evaluate(f"{ROOT}.figures()")
        wanted = demo.evaluate(**values)
        assert gap(line["data"], wanted[0]["data"]) <= 10 * 2e-5
        assert gap(bars["data"], wanted[1]["data"]) <= 10 * 2e-5
        assert gap(grid["data"], wanted[2]["data"]) <= 3e7 * 2e-5
        assert gap(grid["data"][1], wanted[2]["data"][1]) == 0  # a whole number
        assert page.evaluate(f"{ROOT}.reading()") == demo.read(**values)


def test_layouts_are_pythons(page: Page, demo: Explorer) -> None:
    found = page.evaluate(f"{ROOT}.figures()")
    assert gap([f["layout"] for f in found], [f["layout"] for f in demo.evaluate()]) == 0


def test_the_list_of_places_follows_the_rows(page: Page, demo: Explorer) -> None:
    """Every place, not only a few: rows of tables and the list of the page must be in one order."""
    for code in demo.controls["place"].nodes():
        page.evaluate(f"code => {ROOT}.set({{place: code, size: 4}})", code)
        assert page.evaluate(f"{ROOT}.reading()").endswith(demo.read(place=code).split(" of its top. ")[1])


def test_the_table_is_pythons(page: Page, demo: Explorer) -> None:
    page.locator(".cu-explorer").get_by_role("button", name="Show as table").click()
    shown = page.locator(".cu-explorer .cu-tables table")
    read = [
        [[cell.inner_text() for cell in row.locator("th, td").all()] for row in table.locator("tr").all()]
        for table in shown.all()
    ]
    wanted = [[head, *body] for figure in demo.evaluate() for _caption, head, body in tables(figure)]
    assert [len(table) for table in read] == [len(table) for table in wanted]
    assert [table[0] for table in read] == [table[0] for table in wanted]
    assert read[1:] == wanted[1:] and read[0][1] == wanted[0][1]
    page.locator(".cu-explorer").get_by_role("button", name="Hide table").click()
    assert heads()["y"] in page.evaluate(f"{ROOT}.table().flat()")


def test_a_drawing_that_was_asked_for_is_done(page: Page) -> None:
    """Even when another drawing, still under way, has drawn it."""
    script = f"""async () => {{
        const first = {ROOT}.set({{power: 2.5}}), second = {ROOT}.set({{power: 3}});
        await second;
        return {ROOT}.figures()[0].data[0].y[15];
    }}"""
    assert page.evaluate(script) == pytest.approx(4 * (15 / 29) ** 3, abs=1e-3)


@pytest.mark.parametrize("state", ["{power: 9}", "{power: 'x'}", "{shape: 'flat'}", "{place: '99'}", "{speed: 1}"])
def test_a_wrong_value_is_refused(page: Page, state: str) -> None:
    name = state[1:].split(":")[0]
    refused = f"{ROOT}.set({state}).then(() => 'taken', error => error instanceof RangeError ? error.message : 'other')"
    assert name in page.evaluate(refused)
    assert page.evaluate(f"{ROOT}.values()")["power"] == 1


def test_a_place_moves_the_slider_that_it_sets(page: Page) -> None:
    page.evaluate(f"{ROOT}.set({{place: '01'}})")
    assert page.evaluate(f"{ROOT}.values()")["size"] == 7.5


def test_a_plain_figure_is_drawn_without_controls(page: Page) -> None:
    page.locator(".cu-figure .cu-plot").scroll_into_view_if_needed()
    page.wait_for_selector(".cu-figure[data-ready]")
    assert page.locator(".cu-figure input, .cu-figure select, .cu-figure output").count() == 0
    assert page.evaluate("document.querySelector('.cu-figure').explorer.figures()[0].data[0].y") == [1, 2]


def test_every_input_has_a_label(page: Page) -> None:
    unnamed = """[...document.querySelectorAll('.cu-explorer input, .cu-explorer select')].filter(
        e => !e.name || !e.labels.length || !e.labels[0].textContent.trim()).length"""
    assert page.evaluate(unnamed) == 0
    assert page.locator("output").all_inner_texts() == ["1.00", "4.0\u202fm", "1.00"]
