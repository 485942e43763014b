"""The built decks in a real browser: nothing leaves its slide, explorers are alive, keys do what they should."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.server import Site, serve
from tests.browser.site import FOLDER
from tests.browser.visit import Visit

#: Has formulas, a pair of figures, a chosen one, a Sankey diagram, runs, a territory.
SAMPLE = "growth_pole"
SCREEN = {"viewport": {"width": 1280, "height": 720}}
MEASURE = (Path(__file__).parent / "measure.js").read_text("utf-8")
ALIVE = "section.present :is(.cu-explorer, .cu-figure)"
Present = Callable[..., Visit]

pytestmark = pytest.mark.browser


def decks() -> list[str]:
    return sorted(path.stem for path in (FOLDER / "slides").glob("*.html"))


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """The built book, served."""
    if not decks():
        pytest.fail(f"no slides in {FOLDER}: run `make book` first, or name the folder in COURSE_SITE")
    with serve(FOLDER) as served:
        yield served


@pytest.fixture
def present(site: Site, browser: Browser) -> Iterator[Present]:
    """``present(deck, origin, **context options)``: open a deck, its formulas set."""
    opened: list[Visit] = []

    def visit(deck: str, origin: str = "http", at: str = "", **options: object) -> Visit:
        context = browser.new_context(**(SCREEN | options))
        opened.append(Visit(context, site.address(f"slides/{deck}.html{at}", origin), site.roots[origin]))
        page = opened[-1].page
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html[data-deck=ready]")
            page.evaluate("() => window.MathJax.startup?.promise.then(() => document.fonts.ready).then(() => 1)")
        return opened[-1]

    yield visit
    for each in opened:
        each.context.close()


def show(visit: Visit, slide: str | int) -> None:
    """Turn to a slide, and wait until its explorer is drawn."""
    page = visit.page
    to = slide if isinstance(slide, int) else f"...Object.values(Reveal.getIndices(document.getElementById({slide!r})))"
    page.evaluate(f"() => Reveal.slide({to})")
    if page.locator(ALIVE).count():
        page.wait_for_selector(f"{ALIVE}[data-ready]")


def walk(visit: Visit) -> list[str]:
    """Turn all slides; answer every question, unfold every answer; return what is wrong."""
    wrong = []
    for number in range(visit.page.evaluate("Reveal.getTotalSlides()")):
        show(visit, number)
        wrong += visit.page.evaluate(MEASURE)
        for part in visit.page.locator("section.present.ask :is(input[type=radio], summary):visible").all():
            part.click()
            wrong += visit.page.evaluate(MEASURE)
    return wrong


def states(visit: Visit) -> list[str]:
    """Move every explorer to where its controls end, and return what is wrong there: sentences grow."""
    wrong = []
    move = """async ([which, last]) => {
      const root = document.querySelectorAll('.slides .cu-explorer')[which], values = {};
      for (const c of JSON.parse(root.querySelector('script').textContent).controls) {
        if (c.t === 'checkbox') values[c.k] = last;
        if (c.t === 'range') values[c.k] = last ? c.max : c.min;
        if (c.t === 'select') values[c.k] = c.options.at(last ? -1 : 0)[0];
      }
      Reveal.slide(Reveal.getIndices(root.closest('section')).h);
      await root.explorer.set(values);
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    }"""
    for which in range(visit.page.locator(".slides .cu-explorer").count()):
        for last in (False, True):
            visit.page.evaluate(move, [which, last])
            wrong += visit.page.evaluate(MEASURE)
    return wrong


def test_nothing_leaves_its_slide_or_this_machine(present: Present) -> None:
    visit = present(SAMPLE)
    assert walk(visit) == []
    assert (visit.errors, visit.foreign) == ([], [])
    assert visit.page.locator("section mjx-container").count() > 5


def test_an_explorer_is_drawn_when_its_slide_is_shown_and_answers(present: Present) -> None:
    visit = present(SAMPLE, "file")
    assert visit.page.evaluate("typeof Plotly") == "undefined"  # loaded when a figure comes near
    show(visit, f"explorer-{SAMPLE}")
    root = visit.page.locator(ALIVE)
    before = root.evaluate("root => [root.explorer.reading(), JSON.stringify(root.explorer.figures())]")
    values = root.evaluate("root => root.explorer.set({share: 0.2}).then(() => root.explorer.values())")
    after = root.evaluate("root => [root.explorer.reading(), JSON.stringify(root.explorer.figures())]")
    assert values["share"] == pytest.approx(0.2, rel=0.05)
    assert before[0] != after[0] and before[1] != after[1]
    seen = root.locator(".cu-panel:visible").count()
    chosen = root.locator(".chooser button").nth(1)
    chosen.click()
    assert seen == root.locator(".cu-panel:visible").count() == 1
    assert root.locator(".cu-panel").nth(1).is_visible() and chosen.get_attribute("aria-pressed") == "true"
    assert (visit.errors, visit.foreign) == ([], [])


def test_keys_turn_slides_but_move_the_control_that_has_the_focus(present: Present) -> None:
    page = (visit := present(SAMPLE)).page
    where = lambda: page.evaluate("Reveal.getState().indexh")  # noqa: E731
    page.keyboard.press("ArrowRight")
    assert where() == 1
    show(visit, f"explorer-{SAMPLE}")
    here, slider = where(), page.locator("section.present input[name=share]")
    slider.focus()
    value = slider.input_value()
    page.keyboard.press("ArrowRight")
    assert where() == here and slider.input_value() != value
    page.locator("section.present select").first.focus()
    page.keyboard.press("ArrowDown")
    assert where() == here
    page.keyboard.press("PageDown")  # the key of a remote control
    assert where() == here + 1
    show(visit, f"explorer-{SAMPLE}")
    slider.focus()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowLeft")
    assert where() == here - 1


def test_speaker_notes_are_shown_with_a_key_and_a_button(present: Present) -> None:
    page = (visit := present(SAMPLE)).page
    show(visit, f"explorer-{SAMPLE}")
    assert not page.locator(".speaker-notes").is_visible()
    page.keyboard.press("s")
    assert "First move" in page.locator(".speaker-notes").inner_text()
    button = page.get_by_role("button", name="Speaker notes")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert not page.locator(".speaker-notes").is_visible()


def test_the_answer_follows_the_bet_from_the_address_of_its_slide(present: Present) -> None:
    page = present(SAMPLE, at=f"#/bet-{SAMPLE}-slide").page
    page.locator("section.present input[type=radio]").first.check()
    page.get_by_role("link", name="To the answer").click()
    assert page.locator("section.present .cu-answer").is_visible()
    page.wait_for_function("name => location.hash.startsWith('#/reveal-' + name)", arg=SAMPLE)


def test_axe_finds_nothing_on_slides_of_each_kind(present: Present) -> None:
    visit = present(SAMPLE)
    for slide in ("title", "the-model", f"explorer-{SAMPLE}", f"bet-{SAMPLE}-slide"):
        show(visit, slide)
        found = Axe().run(visit.page).response["violations"]
        assert [(f["id"], [n["html"][:120] for n in f["nodes"]]) for f in found] == [], slide


def test_without_scripts_the_deck_is_a_page_to_read(present: Present) -> None:
    page = present(SAMPLE, java_script_enabled=False).page
    assert page.locator("section").count() == page.locator("section:visible").count() > 20
    assert page.locator(".cu-fallback table").first.is_visible()
    assert page.get_by_role("link", name="To the chapter").is_visible()


@pytest.mark.slow
@pytest.mark.parametrize("deck", decks() or ["nothing-built"])
def test_every_deck_fits_and_lives(present: Present, deck: str) -> None:
    visit = present(deck)
    assert walk(visit) == []
    assert states(visit) == []
    assert (visit.errors, visit.foreign) == ([], [])
