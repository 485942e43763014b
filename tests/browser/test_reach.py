"""From a web server, a sub-path and ``file://``: nothing is asked of other hosts, nothing fails, all is drawn."""

from __future__ import annotations

import pytest

from tests.browser.site import SitePage
from tests.browser.visit import Opens


@pytest.mark.parametrize("origin", ["http", "sub", "file"])
def test_a_chapter_works_from(visit: Opens, chapter: SitePage, origin: str) -> None:
    seen = visit(chapter, origin).wake()
    if chapter.mathematics:
        seen.page.locator("mjx-container").first.wait_for()
    seen.page.evaluate("() => document.fonts.ready.then(() => 1)")
    assert seen.foreign == []
    assert seen.errors == []
    assert len(seen.roots()) == len(chapter.explorers) + chapter.figures


@pytest.mark.parametrize("origin", ["http", "sub", "file"])
def test_every_page_opens_from(visit: Opens, any_page: SitePage, origin: str) -> None:
    seen = visit(any_page, origin)
    assert seen.foreign == []
    assert seen.errors == []


@pytest.mark.parametrize("origin", ["http", "sub", "file"])
def test_the_front_door_leads_in(visit: Opens, origin: str) -> None:
    seen = visit("index.html", origin)
    seen.page.locator("article h1").first.wait_for()
    assert seen.foreign == []
    assert seen.errors == []
