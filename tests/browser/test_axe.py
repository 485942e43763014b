"""axe-core on every page, in light and in dark: no violation, no rule switched off, no kind of element left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import MODE
from tests.browser.site import SitePage
from tests.browser.visit import Opens, Visit

# Rules that pass are only counted: listing each element that passes takes longer than all checks together.
OPTIONS = {"resultTypes": ["violations"]}
ROWS = 8
HIDE = """rows => {
  for (const row of document.querySelectorAll(`tbody tr:nth-child(n + ${rows + 1})`)) {
    if (!row.hidden) row.hidden = row.dataset.unread = true;
  }
}"""
SHOW = "document.querySelectorAll('[data-unread]').forEach(row => { row.hidden = false; delete row.dataset.unread; })"


def violations(seen: Visit) -> list[str]:
    """Say every violation: rule, where, and the HTML of the element."""
    found = Axe().run(seen.page, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}\n    {node['target']}\n    {node['html'][:300]}\n"
        f"    {node.get('failureSummary', '')}"
        for rule in found
        for node in rule["nodes"]
    ]


def found_on(seen: Visit, theme: str) -> str:
    """Say what axe finds; of a table with hundreds of rows alike, the first are read."""
    assert seen.page.locator("html").get_attribute("data-theme") == theme
    assert seen.foreign == [] and seen.errors == []  # before axe, which follows imports of style sheets by itself
    seen.page.evaluate(HIDE, ROWS)
    found = violations(seen)
    seen.page.evaluate(SHOW)
    return f"{len(found)} violations\n" + "\n".join(found) if found else ""


def test_axe_finds_nothing_in_light_on_a_desk(desk: Callable[[SitePage], Visit], any_page: SitePage) -> None:
    assert not found_on(desk(any_page), "light")


def test_axe_finds_nothing_in_dark_on_a_phone(night: Callable[[SitePage], Visit], any_page: SitePage) -> None:
    """With all tables open: tables and formulas scroll sideways, and the keyboard must reach them."""
    assert not found_on(night(any_page).tables(shown=True), "dark")


@pytest.mark.parametrize(("theme", "width"), [("dark", 1280), ("light", 390)])
def test_axe_finds_nothing_the_other_way_round(visit: Opens, sample_page: SitePage, theme: str, width: int) -> None:
    seen = visit(sample_page, before=MODE.format(theme), viewport={"width": width, "height": 844}).wake()
    assert not found_on(seen.tables(shown=width == 1280), theme)


def test_axe_sees_a_defect(visit: Opens) -> None:
    """A check that cannot fail checks nothing."""
    seen = visit("search.html")
    seen.page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert any(line.startswith("button-name") for line in violations(seen))
