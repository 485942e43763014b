"""Formulas are set from the site's own files, on the pages that have some and on no other."""

from __future__ import annotations

import pytest

from tests.browser.site import SitePage, pages
from tests.browser.visit import Opens, script


@pytest.mark.parametrize("origin", ["http", "file"])
def test_formulas_are_set_where_there_are_some(visit: Opens, any_page: SitePage, origin: str) -> None:
    seen = visit(any_page, origin)
    asked = [url for url in seen.requests if "mathjax" in url]
    if any_page.mathematics:
        seen.page.wait_for_function(f"() => ({script('unset')})().length === 0")
        asked = [url for url in seen.requests if "mathjax" in url]
        assert asked and all(url.startswith(seen.own) for url in asked)
        assert (
            seen.page.evaluate(
                "() => document.fonts.ready.then(all => [...all].filter(f => f.status === 'error').length)"
            )
            == 0
        )
        assert seen.page.locator("mjx-container mjx-assistive-mml, mjx-container[aria-label]").count() > 0, (
            "a formula that is only drawn"
        )
    else:
        assert not asked
    assert seen.errors == []


def test_some_page_has_formulas() -> None:
    assert any(page.mathematics for page in pages())
