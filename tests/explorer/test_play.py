"""The play button of the page in a real browser: where a run goes, what ends it, and that it is not read out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from course_utils.explorer import Explorer
from course_utils.explorer.run import BEAT, run_of
from tests.explorer.written import write

pytestmark = pytest.mark.browser
ROOT = "document.querySelector('.cu-explorer').explorer"
QUICK = 60
#: Records each state that is shown, and each time that the reading is announced.
WATCH = """() => {
    window.states = [];
    window.announced = [];
    const root = document.querySelector('.cu-explorer'), reading = root.querySelector('.cu-stage .cu-reading');
    new MutationObserver(() => window.states.push(root.explorer.values())).observe(
        root.querySelector('.cu-controls'), { attributes: true, subtree: true, attributeFilter: ['aria-valuetext'] });
    const heard = () => { if (reading.ariaLive === 'polite') window.announced.push(reading.textContent); };
    new MutationObserver(heard).observe(reading, { childList: true });
}"""
Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Callable[[int], str]:
    made: dict[int, str] = {}

    def of(beat: int) -> str:
        if beat not in made:
            made[beat] = write(tmp_path_factory.mktemp("play"), repository, beat)
        return made[beat]

    return of


@pytest.fixture
def opened(address: Callable[[int], str], browser: Browser) -> Iterator[Opener]:
    """``opened(beat, **context options)``: the demonstration, drawn."""
    contexts, errors = [], []

    def open_page(beat: int = QUICK, **options: Any) -> Page:
        contexts.append(browser.new_context(**{"viewport": {"width": 900, "height": 1600}} | options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address(beat))
        page.wait_for_selector(".cu-explorer[data-ready]")
        page.evaluate(WATCH)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


def button(page: Page, label: str, name: str = "Play") -> Locator:
    return page.get_by_role("button", name=f"{name} {label}", exact=True)


def value(page: Page, name: str) -> Any:
    return page.evaluate(f"name => {ROOT}.values()[name]", name)


def shown(page: Page, name: str) -> list[Any]:
    """Values that a control went through, one after the other."""
    values: list[Any] = page.evaluate("name => window.states.map(state => state[name])", name)
    return [v for i, v in enumerate(values) if i == 0 or v != values[i - 1]]


def test_a_run_goes_on_from_the_present_value_to_the_end(opened: Opener, demo: Explorer) -> None:
    page = opened(400)
    before = page.url
    button(page, "Scale").press("Enter")
    expect(button(page, "Scale", "Pause")).to_be_focused()
    expect(button(page, "Scale")).to_be_focused()
    assert shown(page, "scale") == [10, 100]
    assert page.evaluate(f"{ROOT}.figures()[2].data[0].z[2][1]") == pytest.approx(3e7)
    assert page.evaluate(f"{ROOT}.reading()") == demo.read(scale=100.0)
    assert page.url == before


def test_at_the_end_it_starts_again(opened: Opener) -> None:
    page = opened(150)
    page.evaluate(f"{ROOT}.set({{scale: 100}})")
    page.evaluate("window.states = []")
    button(page, "Scale").click()
    expect(button(page, "Scale")).to_be_visible()
    page.wait_for_function(f"{ROOT}.values().scale === 100")
    expect(button(page, "Scale")).to_be_visible()
    assert shown(page, "scale") == [0.01, 0.1, 1, 10, 100]


def test_a_smooth_slider_passes_over_its_whole_length(opened: Opener, demo: Explorer) -> None:
    page = opened(10)
    button(page, "Size").click()
    expect(button(page, "Size")).to_be_visible(timeout=20_000)
    assert shown(page, "size") == pytest.approx([v for v in run_of(demo.controls["size"]).values if v > 4.001])


def test_a_list_plays_too(opened: Opener) -> None:
    page = opened()
    button(page, "Shape").click()
    page.wait_for_function(f"{ROOT}.values().shape === 'falling'")
    assert page.locator("[name=shape]").input_value() == "falling"
    expect(button(page, "Shape")).to_be_visible()


def test_the_pace_is_calm(opened: Opener) -> None:
    page = opened(BEAT)
    page.evaluate(f"{ROOT}.set({{scale: 0.01}})")
    page.evaluate("window.began = performance.now()")
    button(page, "Scale").click()
    page.wait_for_function(f"{ROOT}.values().scale === 10")
    assert page.evaluate("performance.now() - window.began") >= 2 * BEAT - 50
    page.keyboard.press("Escape")


def test_a_run_is_not_read_out_but_its_end_is(opened: Opener, demo: Explorer) -> None:
    page = opened(200)
    page.evaluate(f"{ROOT}.set({{size: 1}})")
    page.evaluate("window.announced = []")
    button(page, "Size").click()
    page.wait_for_function(f"{ROOT}.values().size > 1.5")
    loud = (
        "[...document.querySelectorAll('.cu-explorer :is(.cu-reading, output)')].map(e => e.getAttribute('aria-live'))"
    )
    assert set(page.evaluate(loud)) - {None} == {"off"} and page.evaluate("window.announced") == []
    page.keyboard.press("Escape")
    page.wait_for_function("window.announced.length")
    assert set(page.evaluate(loud)) - {None} == {"polite"}
    assert page.evaluate("window.announced") == [demo.read(**page.evaluate(f"{ROOT}.values()"))]


def stay(page: Page, name: str = "Size") -> None:
    """The run has ended where it was."""
    expect(button(page, name)).to_be_visible()
    before = value(page, "size")
    page.wait_for_timeout(300)
    assert value(page, "size") == before < 10


ENDS: dict[str, Callable[[Page], Any]] = {
    "pause": lambda page: button(page, "Size", "Pause").click(),
    "escape": lambda page: page.keyboard.press("Escape"),
    "another control by hand": lambda page: page.locator("[name=power]").press("ArrowRight"),
    "its own slider by hand": lambda page: page.locator("[name=size]").press("ArrowLeft"),
    "a tap on a list": lambda page: page.locator("[name=place]").dispatch_event("pointerdown", {"bubbles": True}),
    "a script": lambda page: page.evaluate(f"{ROOT}.set({{gap: true}})"),
    "copy link": lambda page: page.get_by_role("button", name="Copy link").click(),
    "a look elsewhere": lambda page: page.evaluate("window.scrollTo(0, 1e6)"),
    "a hidden page": lambda page: page.evaluate("document.dispatchEvent(new Event('visibilitychange'))"),
}


@pytest.mark.parametrize("end", ENDS)
def test_what_ends_a_run(opened: Opener, end: str) -> None:
    page = opened(100, viewport={"width": 900, "height": 400})
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<div style=\"height:3000px\"></div>')")
    page.evaluate(f"{ROOT}.set({{size: 1}})")
    button(page, "Size").click()
    page.wait_for_function(f"{ROOT}.values().size > 1.5")
    ENDS[end](page)
    stay(page)


def test_scrolling_within_the_explorer_does_not_end_it(opened: Opener) -> None:
    page = opened(100, viewport={"width": 900, "height": 400})
    page.evaluate(f"{ROOT}.set({{size: 1}})")
    button(page, "Size").click()
    page.mouse.wheel(0, 300)
    page.wait_for_function(f"{ROOT}.values().size > 2.5")
    page.keyboard.press("Escape")


def test_reset_ends_a_run_and_leads_back(opened: Opener, demo: Explorer) -> None:
    page = opened(100)
    button(page, "Size").click()
    page.wait_for_function(f"{ROOT}.values().size > 5")
    page.get_by_role("button", name="Reset").click()
    expect(button(page, "Size")).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate(f"{ROOT}.values()") == demo.defaults()


def test_a_link_copied_during_a_run_holds_what_is_shown(opened: Opener) -> None:
    page = opened(100)
    button(page, "Size").click()
    page.wait_for_function(f"{ROOT}.values().size > 5")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("status").filter(has_text="ink").wait_for()
    assert f"size={value(page, 'size'):g}" in page.url


def test_one_run_at_a_time(opened: Opener) -> None:
    page = opened(200)
    button(page, "Size").click()
    expect(button(page, "Size", "Pause")).to_be_visible()
    button(page, "Scale").click()
    expect(button(page, "Size")).to_be_visible()
    assert value(page, "size") < 10
    expect(button(page, "Scale")).to_be_visible()
    assert value(page, "scale") == 100


def test_less_motion_is_one_step_a_press_and_is_read_out(opened: Opener) -> None:
    page = opened(reduced_motion="reduce")
    step = button(page, "Scale", "Next step")
    for wanted in (10, 100, 0.01):
        step.click()
        page.wait_for_function(f"wanted => {ROOT}.values().scale === wanted", arg=wanted)
        page.wait_for_timeout(3 * QUICK)
        assert value(page, "scale") == wanted
    assert page.locator(".cu-explorer .cu-stage .cu-reading").get_attribute("aria-live") == "polite"
    assert len(page.evaluate("window.announced")) >= 3
    page.emulate_media(reduced_motion="no-preference")
    expect(button(page, "Scale")).to_be_visible()


@pytest.mark.parametrize("width", [900, 520, 390, 320])
def test_the_button_has_room_and_leaves_room(opened: Opener, width: int) -> None:
    page = opened(viewport={"width": width, "height": 800})
    for row in page.locator(".cu-row:has(.cu-play)").all():
        target, field = row.locator(".cu-play").bounding_box(), row.locator("input, select").bounding_box()
        assert target and field and target["height"] >= 24 and target["width"] >= 24 and field["width"] >= 120
        assert target["x"] + target["width"] <= width
        apart = field["x"] + field["width"] <= target["x"] or target["y"] + target["height"] <= field["y"]
        assert apart, "the button lies over its input"


def test_axe_finds_nothing_during_a_run(opened: Opener) -> None:
    page = opened(2_000)
    button(page, "Size").click()
    expect(button(page, "Size", "Pause")).to_be_visible()
    found = Axe().run(page, context=".cu-controls", options=None).response["violations"]
    assert [rule["id"] for rule in found] == []
