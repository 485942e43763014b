"""The notebooks as a teacher uses them: run in JupyterLab, a slider moved, the figure follows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

NOTEBOOKS = sorted(Path(__file__).parents[2].glob("notebooks/*/*.ipynb"))
#: What `make test` opens: maps behind a slider, and a notebook that has lists only; `make verify` opens all.
SAMPLE = {"urban_hierarchy", "genealogy"}
ATTEMPTS = 3
SEEN = {"prompts": ".jp-InputPrompt", "readouts": ".widget-readout", "kernel": ".jp-Toolbar-kernelName"}
#: Controls of what holds a figure: a game, a choice of territory have lists that no figure follows.
HOLDER = ".jp-OutputArea-output:has(.js-plotly-plot)"
SLIDER, LIST = f"{HOLDER} .widget-slider .noUi-handle", f"{HOLDER} .widget-dropdown select"
DRAWN = "[...document.querySelectorAll('.js-plotly-plot')].map(p => JSON.stringify(p.data))"


def run_all(page: Page, lab: str, notebook: Path) -> None:
    """Open a notebook and run every cell."""
    page.goto(f"{lab}/doc/tree/notebooks/{notebook.parent.name}/{notebook.name}?reset")
    page.locator(".jp-Notebook").wait_for(timeout=60_000)
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()


def move(page: Page) -> None:
    """Move the first slider by three steps; where there is none, take the next entry of the first list, once.

    Three entries on, a list of three shows what it showed before.
    """
    slider, lists = page.locator(SLIDER), page.locator(LIST)
    if slider.count():
        at_end = slider.first.get_attribute("aria-valuenow") == slider.first.get_attribute("aria-valuemax")
        for _ in range(3):
            slider.first.press("ArrowLeft" if at_end else "ArrowRight")
    else:
        entries, now = lists.first.locator("option").count(), lists.first.evaluate("list => list.selectedIndex")
        lists.first.select_option(index=(now + 1) % entries)


@pytest.mark.parametrize(
    "notebook",
    [pytest.param(path, marks=[] if path.stem in SAMPLE else pytest.mark.slow, id=path.stem) for path in NOTEBOOKS],
)
def test_a_control_moves_the_figure(lab_page: Page, lab: str, notebook: Path) -> None:
    foreign: list[str] = []
    lab_page.on("request", lambda r: None if r.url.startswith((lab, "data:", "blob:")) else foreign.append(r.url))
    run_all(lab_page, lab, notebook)
    control = lab_page.locator(f"{SLIDER}, {LIST}").first
    control.wait_for(timeout=120_000)
    expect(lab_page.locator(".jp-InputPrompt", has_text="[*]")).to_have_count(0, timeout=120_000)
    expect(lab_page.get_by_text("| Idle")).to_be_visible(timeout=120_000)
    control.scroll_into_view_if_needed()
    lab_page.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
    assert lab_page.locator('.jp-RenderedText[data-mime-type="application/vnd.jupyter.stderr"]').count() == 0
    assert follows(lab_page), state(lab_page)
    assert foreign == []


def follows(page: Page) -> bool:
    """Whether the figures change with the control; on a busy machine JupyterLab may lose the first moves."""
    before = page.evaluate(DRAWN)
    for _attempt in range(ATTEMPTS):
        move(page)
        try:
            page.wait_for_function(f"before => JSON.stringify({DRAWN}) !== JSON.stringify(before)", arg=before)
        except PlaywrightTimeout:
            continue
        return True
    return False


def state(page: Page) -> str:
    """What stands on the page, for whoever must find out why a figure did not follow."""
    shown = {name: page.locator(where).all_inner_texts()[:8] for name, where in SEEN.items()}
    sliders = [s.get_attribute("aria-valuenow") for s in page.locator(".widget-slider .noUi-handle").all()]
    return f"no figure moved: {shown}, sliders at {sliders}"


def test_a_play_button_runs_through_the_rounds_and_pauses(lab_page: Page, lab: str) -> None:
    run_all(lab_page, lab, next(path for path in NOTEBOOKS if path.stem == "growth_pole"))
    row = lab_page.locator(".widget-hbox", has=lab_page.locator(".widget-button"))
    play, shown = row.locator(".widget-button").first, row.locator(".widget-readout").first
    play.wait_for(timeout=120_000)
    expect(lab_page.get_by_text("| Idle")).to_be_visible(timeout=120_000)
    play.scroll_into_view_if_needed()
    expect(play).to_have_text("Play")
    expect(shown).to_have_text("8")
    play.click()
    expect(play).to_have_text("Pause")
    expect(shown).to_have_text("2", timeout=30_000)
    play.click()
    expect(play).to_have_text("Play")
    stood = shown.inner_text()
    lab_page.wait_for_timeout(2_000)
    assert shown.inner_text() == stood != "8"


@pytest.mark.slow
def test_the_game_is_played_to_its_end(lab_page: Page, lab: str) -> None:
    run_all(lab_page, lab, next(path for path in NOTEBOOKS if path.stem == "govern_a_territory"))
    game = lab_page.locator(".jp-OutputArea-output", has=lab_page.get_by_role("button", name="Start a game")).first
    game.wait_for(timeout=120_000)
    expect(lab_page.get_by_text("| Idle")).to_be_visible(timeout=120_000)
    game.get_by_role("button", name="Start a game").click()
    for year in range(1955, 2025, 10):
        expect(game.locator("strong", has_text=re.compile(f"^{year}$"))).to_be_visible(timeout=30_000)
        game.get_by_role("checkbox").nth(1).check()  # the first is "shocks", then the cards that can be paid
        game.get_by_role("button", name="Play this decade").click()
    expect(game.locator("h4", has_text="Debrief")).to_be_visible(timeout=30_000)
    assert game.locator("a[download]").count() == 2


def test_there_are_notebooks() -> None:
    assert {path.stem for path in NOTEBOOKS} >= SAMPLE
