"""Bets and quizzes in a real Chromium with JavaScript off: by pointer, by keyboard, in print, on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import resources

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from course_utils.teaching import bet, check, html, my_territory, quiz, reveal

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("sample")]
Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Open a page of the book: the theme's style sheet, ours as a file, all four outputs."""
    monkeypatch.setenv("COURSE_UTILS_FACE", "static")
    styles = resources.files("pydata_sphinx_theme") / "theme/pydata_sphinx_theme/static/styles"
    sheets = [(styles / name).read_text() for name in ("theme.css", "pydata-sphinx-theme.css")] + [html.style_sheet()]
    pages: list[Page] = []

    def opened(theme: str = "light", width: int = 1280, script: bool = False, has: bool = True) -> Page:
        page = browser.new_page(viewport={"width": width, "height": 800}, java_script_enabled=script)
        pages.append(page)
        shown = [bet("sample"), reveal("sample"), quiz("sample"), quiz("sample"), check("sample.1", 0.26)]
        shown += [my_territory("200040715")]  # long names beside numbers
        outputs = [
            f'<div class="cell_output"><div class="output text_html">{s._repr_html_()}</div></div>' for s in shown
        ]
        head = f"<title>t</title>{''.join(f'<style>{sheet}</style>' for sheet in sheets)}"
        body = f'<main class="bd-content"><h1>t</h1>{"".join(outputs)}</main>'
        text = f'<!doctype html><html lang="en" data-theme="{theme}"><head>{head}</head><body>{body}</body></html>'
        page.set_content(text if has else text.replace(":has(", ":unknown("))
        return page

    yield opened
    for page in pages:
        page.close()


def shown(page: Page, selector: str) -> list[bool]:
    return [element.is_visible() for element in page.locator(selector).all()]


def read_aloud(page: Page) -> str:
    """What Chromium hands to a screen reader, counters included."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    spoken = [n["name"]["value"] for n in nodes if n["role"]["value"] == "StaticText"]
    return " ".join(" ".join(spoken).split())


def test_before_a_bet_the_answer_is_folded(open_page: Open) -> None:
    page = open_page()
    assert shown(page, ".cu-reveal .cu-feedback") == [False] * 3
    assert shown(page, ".cu-reveal .cu-answer, .cu-reveal .cu-youbet, .cu-placed") == [False] * 3
    assert page.locator(".cu-reveal p.cu-unbet").is_visible()
    page.locator(".cu-reveal summary").click()
    assert page.locator(".cu-reveal details p").is_visible()


@pytest.mark.parametrize("picked", [0, 1, 2])
def test_a_bet_unfolds_its_own_feedback_and_the_answer(open_page: Open, picked: int) -> None:
    page = open_page()
    page.locator(".cu-bet label").nth(picked).click()
    assert shown(page, ".cu-reveal .cu-feedback") == [i == picked for i in range(3)]
    assert shown(page, ".cu-reveal .cu-answer, .cu-reveal .cu-youbet, .cu-placed") == [True] * 3
    assert shown(page, ".cu-reveal .cu-unbet") == [False] * 2


def test_the_keyboard_moves_a_bet(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert shown(page, ".cu-reveal .cu-feedback") == [True, False, False]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert shown(page, ".cu-reveal .cu-feedback") == [False, False, True]
    page.keyboard.press("Enter")  # would send a form that is not inert
    assert shown(page, ".cu-reveal .cu-feedback") == [False, False, True]


def test_quizzes_answer_for_themselves_count_and_start_again(open_page: Open) -> None:
    page = open_page()
    one, two = page.locator(".cu-quiz").all()
    one.locator("label").nth(1).click()
    one.locator("label").nth(3).click()
    visible = [e.inner_text() for e in one.locator(".cu-feedback").all() if e.is_visible()]
    assert [v.split(".")[0] for v in visible] == ["bNot this one", "aRight"]
    assert not any(e.is_visible() for e in two.locator(".cu-feedback").all())
    assert read_aloud(page).count("Right answers: 1 / 2") == 1 and read_aloud(page).count("Right answers: 0 / 2") == 1
    one.locator("button").click()
    assert not any(e.is_visible() for e in one.locator(".cu-feedback").all())


def test_print_shows_everything(open_page: Open) -> None:
    page = open_page("dark")
    page.emulate_media(media="print")
    assert all(shown(page, ".cu-feedback")) and all(shown(page, ".cu-reveal .cu-answer"))
    assert page.locator(".cu-bet").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"


def test_without_has_everything_is_readable(open_page: Open) -> None:
    """An older browser drops the `@supports` block and every rule with ``:has()``."""
    page = open_page(has=False)
    assert all(shown(page, ".cu-reveal .cu-feedback, .cu-reveal .cu-answer"))
    page.locator(".cu-quiz label").nth(1).click()
    assert shown(page, ".cu-quiz >> nth=0 >> .cu-feedback") == [False, True, False, False, False, False]


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_targets_are_large_and_nothing_is_clipped(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    for element in page.locator(".cu-teach input, .cu-teach label, .cu-teach button, .cu-teach summary").all():
        box = element.bounding_box()
        assert box and box["height"] >= 24 and box["width"] >= 24
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
    for cell in page.locator(".cu-place th, .cu-place td").all():
        box = cell.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_page: Open, theme: str) -> None:
    page = open_page(theme, script=True)
    for option in (None, "a", "b", "c"):
        for radio in page.locator(f".cu-teach input[value={option}]").all() if option else []:
            radio.check()
        found = Axe().run(page, context=".cu-teach")
        assert found.violations_count == 0, found.generate_report()
