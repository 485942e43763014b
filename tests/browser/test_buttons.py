"""Under the figure: the reading that is announced, the table, the link to a state, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

import pytest
from playwright.sync_api import Locator, Page

import course_utils
from course_utils.explorer.table import tables
from tests.browser.site import SitePage
from tests.browser.states import states
from tests.browser.visit import Opens, Visit, script, wake

Named = tuple[SitePage, str]
SET = "(root, values) => root.explorer.set(values)"
ALL = "root => [root.explorer.values(), root.explorer.figures(), root.explorer.reading()]"


def rows_of(root: Locator) -> list:
    return list(root.locator(".cu-tables").evaluate(script("table_rows")))


def button(root: Locator, name: str) -> Locator:
    return root.get_by_role("button", name=name)


def test_the_table_holds_the_rows_of_the_figures(desk: Callable[[SitePage], Visit], chapter: SitePage) -> None:
    for root in desk(chapter).roots():
        opener = button(root, "Show as table")
        assert opener.get_attribute("aria-expanded") == "false"
        opener.click()
        root.locator(".cu-tables table").first.wait_for()
        closer = button(root, "Hide table")
        assert closer.get_attribute("aria-expanded") == "true"
        assert root.locator(f"#{closer.get_attribute('aria-controls')}").is_visible()
        shown = [[head, *body] for figure in root.evaluate(ALL)[1] for _name, head, body in tables(figure)]
        assert rows_of(root) == shown
        assert len(shown) > 0 and all(len(rows) > 1 for rows in shown)
        raw = root.evaluate("root => root.explorer.table()")
        assert [len(row) for row in raw] == [len(row) for rows in shown for row in rows]
        closer.click()
        assert button(root, "Show as table").get_attribute("aria-expanded") == "false"
        root.locator(".cu-tables").wait_for(state="hidden")


def test_an_open_table_follows_the_controls(desk: Callable[[SitePage], Visit], sample: Named) -> None:
    page, name = sample
    root, model = desk(page).root(name), course_utils.explorers()[name]()
    button(root, "Show as table").click()
    root.locator(".cu-tables table").first.wait_for()
    for state in states(model, 3):
        root.evaluate(SET, state)
        assert rows_of(root) == [[head, *body] for f in root.evaluate(ALL)[1] for _name, head, body in tables(f)]
    button(root, "Hide table").click()
    root.locator(".cu-tables").wait_for(state="hidden")


def test_reset_leads_back(visit: Opens, sample: Named) -> None:
    page, name = sample
    root, model = visit(page).root(name), course_utils.explorers()[name]()
    wake(root)
    first = root.evaluate(ALL)
    assert first[0] == model.defaults() and first[2] == str(model.read())
    root.evaluate(SET, states(model, 2)[0])
    assert root.evaluate(ALL) != first
    button(root, "Reset").click()
    root.evaluate(SET, {})
    assert root.evaluate(ALL) == first


def test_the_reading_is_announced(desk: Callable[[SitePage], Visit], explorer: Named) -> None:
    page, name = explorer
    root = desk(page).root(name)
    reading = root.locator(".cu-stage .cu-reading")
    assert reading.get_attribute("aria-live") == "polite"
    assert reading.inner_text() == root.evaluate("root => root.explorer.reading()") != ""


def restored(page: Page, name: str) -> list:
    root = page.locator(f'.cu-explorer[data-concept="{name}"]')
    wake(root)
    return list(root.evaluate(ALL))


@pytest.mark.parametrize(("origin", "rights"), [("http", ["clipboard-read", "clipboard-write"]), ("file", [])])
def test_a_copied_link_brings_the_state_back(
    visit: Opens, sample_page: SitePage, origin: str, rights: list[str]
) -> None:
    """With the clipboard, and where it is refused: then the link stands in the address bar."""
    seen = visit(sample_page, origin, permissions=rights)
    elsewhere = visit("search.html", origin)
    for name in sample_page.explorers[:1]:
        root, model = seen.root(name), course_utils.explorers()[name]()
        wake(root)
        root.evaluate(SET, states(model, 2)[1])
        here = root.evaluate(ALL)
        button(root, "Copy link").click()
        root.get_by_role("status").filter(has_text="ink").wait_for()
        address = seen.page.evaluate("() => navigator.clipboard.readText()") if rights else seen.page.url
        assert "#" in address and address == seen.page.url
        assert restored(elsewhere.open(address), name) == here
    assert elsewhere.errors == [] and seen.errors == []


def test_a_link_with_wrong_values_shows_the_defaults(visit: Opens, sample_page: SitePage) -> None:
    seen = visit("search.html")
    for name in sample_page.explorers[-1:]:
        model = course_utils.explorers()[name]()
        wrong = [f"{control}={value}" for control, value in zip(model.controls, cycle(["1e99", "nonsense", ""]))]
        address = f"{seen.own}/{sample_page.path}#explorer={name}&unknown=1&{'&'.join(wrong)}"
        assert restored(seen.open(address), name)[0] == model.defaults()
    assert seen.errors == []
