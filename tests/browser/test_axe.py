"""axe-core on every page, in light and in dark: no violation, no rule switched off, no element left out."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.site import SitePage
from tests.browser.visit import Opens, Visit

MODE = "try {{ localStorage.setItem('mode', '{0}'); localStorage.setItem('theme', '{0}'); }} catch {{}}"


def violations(seen: Visit) -> list[str]:
    """Say every violation: rule, where, and the HTML of the element."""
    found = Axe().run(seen.page, options=None).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}\n    {node['target']}\n    {node['html'][:300]}\n"
        f"    {node.get('failureSummary', '')}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(visit: Opens, any_page: SitePage, theme: str) -> None:
    seen = visit(any_page, before=MODE.format(theme)).wake()
    assert seen.page.locator("html").get_attribute("data-theme") == theme
    for root in seen.roots():
        root.get_by_role("button", name="Show as table").click()
        root.locator(".cu-tables table").first.wait_for()
    found = violations(seen)
    assert not found, f"{len(found)} violations\n" + "\n".join(found)


def test_axe_finds_nothing_on_a_phone(visit: Opens, chapter: SitePage) -> None:
    """Tables and formulas that scroll sideways only there must be reached by keyboard."""
    seen = visit(chapter, viewport={"width": 390, "height": 844}).wake()
    found = violations(seen)
    assert not found, f"{len(found)} violations\n" + "\n".join(found)


def test_axe_sees_a_defect(visit: Opens) -> None:
    """A check that cannot fail checks nothing."""
    seen = visit("search.html")
    seen.page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert any(line.startswith("button-name") for line in violations(seen))
