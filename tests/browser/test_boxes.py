"""Bounding boxes on a desk and on phones: nothing sticks out, nothing is clipped, targets are large enough."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import course_utils
from tests.browser.site import SitePage, chapters
from tests.browser.states import states
from tests.browser.visit import Opens, Visit, script, still

#: What must hold together.
PARTS = ".cu-explorer, .cu-figure, .cu-card, .cu-teach, .cu-stack"
SET = "(root, values) => root.explorer.set(values)"
CHECKS = ["sticking_out", "clipped", "small", "wide", "cut_words", "overlapping", "crossing"]


def complaints(seen: Visit, parts: str = PARTS) -> list[str]:
    """Everything that does not fit on the page as it stands, or in some parts of it."""
    return [line for check in CHECKS for line in seen.page.evaluate(script(check), parts)]


def test_all_fits_on_a_desk(desk: Callable[[SitePage], Visit], chapter: SitePage) -> None:
    assert_fits(desk(chapter), chapter)


def test_all_fits_on_the_narrowest_phone(night: Callable[[SitePage], Visit], chapter: SitePage) -> None:
    assert_fits(night(chapter), chapter)


def test_all_fits_on_a_phone_of_middling_width(visit: Opens, sample_page: SitePage) -> None:
    assert_fits(visit(sample_page, viewport={"width": 390, "height": 800}).wake(), sample_page)


def assert_fits(seen: Visit, chapter: SitePage) -> None:
    """As the page opens, with every control at its ends, and with its tables open; then back to how it opened."""
    found = dict.fromkeys(complaints(seen.tables(shown=False)), "as it opens")
    models = {name: course_utils.explorers()[name]() for name in chapter.explorers}
    for name, model in models.items():
        for state in extremes(model):
            seen.root(name).evaluate(SET, state)
            still(seen.page)
            own = complaints(seen, f'.cu-explorer[data-concept="{name}"]')
            found = dict.fromkeys(own, f"{name} at {state}") | found
    found = dict.fromkeys(complaints(seen.tables(shown=True)), "with its tables open") | found
    for name, model in models.items():
        seen.root(name).evaluate(SET, model.defaults())
    seen.tables(shown=False)
    listing = "\n".join(f"{line}\n    {where}" for line, where in found.items())
    assert not found, f"{len(found)} complaints\n{listing}"


def extremes(model: course_utils.Explorer) -> list[dict]:
    """The ends of every control, and one state at random: the longest values stand at an end."""
    ends = [{name: control.nodes()[end] for name, control in model.controls.items()} for end in (0, -1)]
    return [*ends, states(model, 1)[0]]


@pytest.mark.parametrize("width", [1280, 320])
def test_no_other_page_is_wider_than_the_window(visit: Opens, plain_page: SitePage, width: int) -> None:
    seen = visit(plain_page, viewport={"width": width, "height": 800})
    assert seen.page.evaluate(script("wide")) == []
    seen.page.evaluate("window.scrollTo(500, 0)")
    assert seen.page.evaluate("window.scrollX") == 0


def test_a_box_that_sticks_out_is_seen(visit: Opens) -> None:
    """A check that cannot fail checks nothing."""
    seen = visit(chapters()[0], viewport={"width": 390, "height": 800})
    button = '<button style="width:900px;height:9px;min-height:0;padding:0">w</button>'
    seen.page.locator(PARTS).first.evaluate("(part, html) => part.insertAdjacentHTML('beforeend', html)", button)
    assert {line.split(":")[0] for line in complaints(seen)} >= {"beyond its part", "smaller than 24 px"}
