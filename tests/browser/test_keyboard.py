"""The Tab key walks through a whole chapter: every control in its order, each seen to be focused, no trap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.browser.site import SitePage
from tests.browser.visit import Opens, Visit, script

LIMIT = 600
#: Tab starts from where the focus was last: from the top of the page.
TOP = "() => { const top = document.body; top.tabIndex = -1; top.focus(); top.removeAttribute('tabindex'); }"
PARTS = ".cu-explorer, .cu-figure, .cu-teach, .cu-card"


def walk(seen: Visit) -> list[dict[str, Any]]:
    """Press Tab from the top of the page until the focus leaves it."""
    steps: list[dict[str, Any]] = []
    for _ in range(LIMIT):
        seen.page.keyboard.press("Tab")
        now = seen.page.evaluate(script("focus"))
        if now is None or (steps and now["name"] == steps[0]["name"] and len(steps) > 1):
            return steps
        steps.append(now)
    raise AssertionError(f"the focus is still in the page after {LIMIT} times Tab: {steps[-3:]}")


def test_tab_reaches_every_control_in_order(desk: Callable[[SitePage], Visit], chapter: SitePage) -> None:
    seen = desk(chapter)
    seen.page.evaluate(TOP)
    wanted = seen.page.evaluate(script("reachable"), PARTS)
    reached = [step for step in walk(seen) if step["order"] is not None]
    assert [int(step["order"]) for step in reached] == list(range(len(wanted)))
    assert not [step["name"] for step in reached if not step["marked"]], "focused, and nobody sees it"
    assert not [step["name"] for step in reached if not step["inside"]], "focused outside the window"
    assert seen.page.locator(".cu-row input, .cu-row select").count() <= len(wanted)


def test_shift_tab_leads_back(visit: Opens, sample_page: SitePage) -> None:
    """Radio buttons left out: backwards, a browser stops at the last one of a group that has no choice yet."""
    seen = visit(sample_page).wake()
    wanted = seen.page.evaluate(script("reachable"), PARTS)
    kept = [i for i, html in enumerate(wanted) if 'type="radio"' not in html]
    seen.page.locator(f'[data-order="{kept[-1]}"]').focus()
    met: list[int] = []
    for _ in range(LIMIT):
        now = seen.page.evaluate(script("focus"))
        if now is None or kept[0] in met:
            break
        if now["order"] is not None and int(now["order"]) in kept:
            met.append(int(now["order"]))
        seen.page.keyboard.press("Shift+Tab")
    assert met == kept[::-1]
