"""From a web server, a sub-path and ``file://``: nothing is asked of other hosts, nothing fails, all is drawn."""

from __future__ import annotations

import pytest

from tests.browser.site import SitePage, pages
from tests.browser.visit import Opens, Visit, script

ORIGINS = ["http", "sub", "file"]
BROKEN_FONTS = "() => document.fonts.ready.then(all => [...all].filter(f => f.status === 'error').map(f => f.family))"


def assert_formulas(seen: Visit, page: SitePage) -> None:
    """Formulas are set by the site's own MathJax, which no other page asks for."""
    if page.mathematics:
        seen.page.wait_for_function(f"() => ({script('unset')})().length === 0")
        spoken = seen.page.locator("mjx-container mjx-assistive-mml, mjx-container[aria-label]")
        assert spoken.count() > 0, "formulas that are only drawn"
    asked = [url for url in seen.requests if "mathjax" in url]
    assert bool(asked) == page.mathematics
    assert seen.page.evaluate(BROKEN_FONTS) == []


@pytest.mark.parametrize("origin", ["file", "http", "sub"])
def test_a_chapter_works_from(visit: Opens, sample_page: SitePage, origin: str) -> None:
    """What the others ask of a server is watched by test_axe.py, their formulas by test_weight.py."""
    assert_works(visit, sample_page, origin)


@pytest.mark.slow
def test_every_chapter_works_from_a_folder(visit: Opens, chapter: SitePage) -> None:
    assert_works(visit, chapter, "file")


def assert_works(visit: Opens, chapter: SitePage, origin: str) -> None:
    seen = visit(chapter, origin).wake()
    assert_formulas(seen, chapter)
    assert seen.foreign == []
    assert seen.errors == []
    assert len(seen.roots()) == len(chapter.explorers) + chapter.figures


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_page_without_figures_works_from(visit: Opens, plain_page: SitePage, origin: str) -> None:
    seen = visit(plain_page, origin)
    assert_formulas(seen, plain_page)
    assert not [url for url in seen.requests if "plotly" in url or "/geo-" in url]
    assert seen.foreign == []
    assert seen.errors == []


@pytest.mark.parametrize("origin", ORIGINS)
def test_the_front_door_leads_in(visit: Opens, origin: str) -> None:
    seen = visit("index.html", origin)
    seen.page.locator("article h1").first.wait_for()
    assert seen.foreign == []
    assert seen.errors == []


def test_some_page_has_formulas() -> None:
    assert any(page.mathematics for page in pages())
