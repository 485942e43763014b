"""Without scripts, in an old browser and in print: the default state as a table with its reading, no empty box."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator

import course_utils
from course_utils.explorer.table import tables
from tests.browser.site import SitePage
from tests.browser.visit import Opens, script

A4 = {"viewport": {"width": 720, "height": 1000}}


def assert_readable(root: Locator) -> None:
    """The fallback is seen, with the reading and the rows that Python gives, and nothing of the explorer is empty."""
    box = root.locator(".cu-fallback")
    assert box.is_visible()
    name = root.get_attribute("data-concept")
    got = box.evaluate(script("table_rows"))
    assert got and all(len(rows) > 1 for rows in got)
    assert root.evaluate(script("empty")) == []
    if name:
        model = course_utils.explorers()[name]()
        assert box.locator(".cu-reading").inner_text() == str(model.read())
        for rows, (_name, head, body) in zip(got, [t for f in model.evaluate() for t in tables(f)], strict=True):
            assert rows[0] == head and rows[1:] == body[: len(rows) - 1]


def test_without_scripts(visit: Opens, chapter: SitePage) -> None:
    seen = visit(chapter, java_script_enabled=False)
    assert len(seen.roots()) == len(chapter.explorers) + chapter.figures
    for root in seen.roots():
        assert_readable(root)
        assert root.locator("input, select, button").count() == 0
    assert seen.foreign == [] and seen.errors == []


def test_in_a_browser_that_cannot_inflate(visit: Opens, sample_page: SitePage) -> None:
    seen = visit(sample_page, before="delete window.DecompressionStream")
    for root in seen.roots():
        root.scroll_into_view_if_needed()
        assert_readable(root)
    assert seen.errors == []


def test_where_plotly_does_not_arrive(visit: Opens, sample_page: SitePage) -> None:
    """The reader is told, and gets the table."""
    seen = visit("search.html")
    seen.context.route("**/plotly-course.min.js", lambda route: route.abort())
    seen.page = seen.open(seen.own + "/" + sample_page.path)
    for root in seen.roots():
        root.evaluate("root => root.scrollIntoView()")
        seen.page.wait_for_function("root => root.classList.contains('cu-failed')", arg=root.element_handle())
        assert_readable(root)
    assert all("plotly-course" in error for error in seen.errors)


@pytest.mark.parametrize("drawn", [False, True])
def test_in_print(visit: Opens, sample_page: SitePage, drawn: bool) -> None:
    seen = visit(sample_page, **A4)
    if drawn:
        seen.wake()
    seen.page.emulate_media(media="print")
    for root in seen.roots():
        assert root.is_visible()
        assert root.evaluate(script("empty")) == []
        pictures = [p for p in root.locator(".cu-plot").all() if p.is_visible()]
        if root.get_attribute("data-ready"):
            assert pictures and all(p.locator("svg").first.bounding_box()["height"] > 50 for p in pictures)
            assert all(p.bounding_box()["x"] + p.bounding_box()["width"] <= 720 for p in pictures)
        else:
            assert_readable(root)
            assert not pictures
        assert not any(e.is_visible() for e in root.locator("button, input, select").all())
    assert seen.errors == []
