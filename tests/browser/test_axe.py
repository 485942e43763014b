"""axe-core on every page, in light and in dark: no violation, no rule switched off, no kind of element left out."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.site import SitePage
from tests.browser.visit import Opens, Visit

# Rules that pass are only counted: listing each element that passes takes longer than all checks together.
OPTIONS = {"resultTypes": ["violations"]}
ROWS = 8
MODE = "try {{ localStorage.setItem('mode', '{0}'); localStorage.setItem('theme', '{0}'); }} catch {{}}"


def violations(seen: Visit) -> list[str]:
    """Say every violation: rule, where, and the HTML of the element."""
    found = Axe().run(seen.page, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}\n    {node['target']}\n    {node['html'][:300]}\n"
        f"    {node.get('failureSummary', '')}"
        for rule in found
        for node in rule["nodes"]
    ]


def opened(seen: Visit, tables: bool) -> Visit:
    """All figures drawn; their tables open, if asked for; of a table with hundreds of rows alike, the first."""
    seen.wake()
    for root in seen.roots() if tables else []:
        root.get_by_role("button", name="Show as table").click()
        root.locator(".cu-tables table").first.wait_for()
    seen.page.evaluate(f"document.querySelectorAll('tbody tr:nth-child(n + {ROWS + 1})').forEach(row => row.remove())")
    return seen


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(visit: Opens, any_page: SitePage, theme: str, width: int) -> None:
    """Light on a desk, dark on a phone, where tables and formulas scroll sideways and the keyboard must reach them."""
    seen = opened(visit(any_page, before=MODE.format(theme), viewport={"width": width, "height": 844}), width == 390)
    assert seen.page.locator("html").get_attribute("data-theme") == theme
    assert seen.foreign == [] and seen.errors == []  # before axe, which follows imports of style sheets by itself
    found = violations(seen)
    assert not found, f"{len(found)} violations\n" + "\n".join(found)


@pytest.mark.parametrize(("theme", "width"), [("dark", 1280), ("light", 390)])
def test_axe_finds_nothing_the_other_way_round(visit: Opens, sample_page: SitePage, theme: str, width: int) -> None:
    seen = visit(sample_page, before=MODE.format(theme), viewport={"width": width, "height": 844})
    found = violations(opened(seen, width == 1280))
    assert not found, f"{len(found)} violations\n" + "\n".join(found)


def test_axe_sees_a_defect(visit: Opens) -> None:
    """A check that cannot fail checks nothing."""
    seen = visit("search.html")
    seen.page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert any(line.startswith("button-name") for line in violations(seen))
