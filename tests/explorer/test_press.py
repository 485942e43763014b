"""A click on a point moves a control: the page does what Python does, in a real browser too."""

from __future__ import annotations

import doctest
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from course_utils.explorer import Choice, Explorer, Panel, Reading, Slider, Toggle, press
from course_utils.explorer.live import LiveFace
from course_utils.explorer.press import pressed
from course_utils.sphinx_ext import assets
from course_utils.words import say
from tests.explorer import written

PAGE = Path(press.__file__).parent / "page"
ROOT = "document.querySelector('.cu-explorer').explorer"


def test_examples_hold() -> None:
    ran = doctest.testmod(press)
    assert ran.attempted >= 3 and ran.failed == 0


def clicked() -> Explorer:
    """Four points: two flip a toggle each, one chooses, one does nothing."""

    def figure(_result: None, **state: Any) -> dict[str, Any]:
        marker = {"size": 40, "symbol": ["x" if state["a"] else "circle", "circle", "square", "diamond"]}
        points = {"type": "scatter", "mode": "markers", "x": [1, 2, 3, 4], "y": [1, 2, 1, 2], "marker": marker}
        return {"data": [points | {"meta": {"sets": ["a", "b", "who=x", None]}}], "layout": {"showlegend": False}}

    controls = {"a": Toggle("A"), "b": Toggle("B", True), "who": Choice("Who", {"none": "-", "x": "X"}, "none")}
    names = tuple(controls)
    return Explorer(
        "clicked",
        controls,
        [Panel("points", lambda **_state: None, figure, names, alt="Four points.", title="Points")],
        Reading(
            lambda **state: state,
            lambda state, **_s: say("{a} {b} {who}", **{k: str(v) for k, v in state.items()}),
            names,
        ),
    )


@pytest.mark.parametrize(("wish", "message"), [("c", "no control 'c'"), ("size", "cannot be set"), ("who=z", "one of")])
def test_a_wish_that_cannot_be_met_is_refused(wish: str, message: str) -> None:
    controls = clicked().controls | {"size": Slider("Size", 0, 1, 0)}
    with pytest.raises(ValueError, match=message):
        pressed(controls, {"a": False, "b": False, "who": "none", "size": 0.0}, wish)


def test_the_live_face_hears_the_click() -> None:
    face = LiveFace(clicked())
    for places, name, value in (([0], "a", True), ([0], "a", False), ([2], "who", "x"), ([2], "who", "none")):
        face._press(["a", "b", "who=x", None], places)
        assert face.values()[name] == value
    before = face.values()
    face._press(["a", "b", "who=x", None], [3])
    assert face.values() == before


# --- the page ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, repository: Path, browser: Browser) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("page")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(written, "explorer", clicked)
        address = written.write(folder, repository)
    page = browser.new_page(viewport={"width": 900, "height": 1200})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    page.wait_for_selector(".cu-explorer[data-ready]")
    yield page
    assert errors == []


def spot(page: Page, place: int) -> tuple[float, float]:
    """Where a point is drawn, in pixels of the window."""
    box = page.evaluate(
        "n => { const e = document.querySelectorAll('.cu-plot .points path')[n];"
        " e.scrollIntoView({ block: 'center' }); const b = e.getBoundingClientRect();"
        " return [b.x + b.width / 2, b.y + b.height / 2]; }",
        place,
    )
    return float(box[0]), float(box[1])


@pytest.mark.browser
def test_a_click_moves_the_control_and_a_second_one_brings_it_back(page: Page) -> None:
    model = clicked()
    state = dict(model.defaults())
    for place, wish in ((0, "a"), (1, "b"), (2, "who=x"), (0, "a"), (2, "who=x"), (3, None)):
        page.wait_for_timeout(400)  # plotly takes two clicks within 300 ms for a double click, wherever they fall
        page.mouse.click(*spot(page, place))
        state |= pressed(model.controls, state, wish) if wish else {}
        page.wait_for_function(f"wanted => JSON.stringify({ROOT}.values()) === wanted", arg=_json(state))
        page.evaluate(f"{ROOT}.set({{}})")
        assert page.evaluate(f"{ROOT}.reading()") == model.read(**state)


@pytest.mark.browser
def test_the_keyboard_does_what_a_click_does(page: Page) -> None:
    page.evaluate(f"{ROOT}.set({{a: false, b: true, who: 'none'}})")
    page.locator("input[name=a]").press("Space")
    assert page.evaluate(f"{ROOT}.values().a") is True


@pytest.mark.browser
def test_the_page_does_what_python_does(page: Page) -> None:
    """Two thousand random controls, states and wishes."""
    dice, cases, wanted = random.Random(2016), [], []
    for _case in range(2_000):
        keys = [
            f"k{i}={'=' * dice.randrange(2)}" if dice.random() < 0.2 else f"k{i}" for i in range(dice.randint(1, 5))
        ]
        controls = {"t": Toggle("T", dice.random() < 0.5), "c": Choice("C", {k: k for k in keys}, dice.choice(keys))}
        values = {"t": dice.random() < 0.5, "c": dice.choice(keys)}
        wish = dice.choice(["t", "c=" + dice.choice(keys), "c=none", "q", "q=1"])
        try:
            wanted.append(pressed(controls, values, wish))
        except ValueError:
            wanted.append(None)
        shown = {
            "t": {"k": "t", "t": "checkbox"},
            "c": {"k": "c", "t": "select", "nodes": keys, "value": controls["c"].value},
        }
        cases.append([shown, values, wish])
    source = "".join((PAGE / name).read_text("utf-8") for name in ("4_controls.js", "7_press.js"))
    run = "cases.map(c => { try { return pressed(...c); } catch { return null; } })"
    found = page.evaluate(f"text => {{ const cases = JSON.parse(text); {source} return {run}; }}", json.dumps(cases))
    assert found == wanted and None in wanted


def _json(state: dict[str, Any]) -> str:
    return json.dumps(state, separators=(",", ":"))


def test_the_script_is_short_and_shipped() -> None:
    source = (PAGE / "7_press.js").read_text("utf-8")
    assert len(source.splitlines()) < 40 and source in assets.page_script()
