"""My territory: chosen once, known on every page; where storage is refused the links carry it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

import course_utils
from course_utils.datasets import territories
from course_utils.explorer import Territory
from tests.browser.site import SitePage, chapters
from tests.browser.visit import Opens, Visit, settle, wake

KEY = "places-that-produce.territory"
REFUSED = """for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {
  configurable: true, get() { throw new DOMException('The operation is insecure.', 'SecurityError'); }
})"""
VALUES = "root => root.explorer.values()"


def places() -> Iterator[tuple[SitePage, str, str, Territory]]:
    """Page, explorer and name of each control that asks for a territory."""
    for page in chapters():
        for name in page.explorers:
            for key, control in course_utils.explorers()[name]().controls.items():
                if isinstance(control, Territory):
                    yield page, name, key, control


def by_kind(number: int) -> list[tuple[SitePage, str, str, Territory]]:
    """The first so many pages for each kind of territory asked for: the script that keeps a place is one for all."""
    kept: dict[str, dict[SitePage, tuple[SitePage, str, str, Territory]]] = {}
    for place in places():
        pages = kept.setdefault(place[3].level, {})
        if len(pages) < number:
            pages.setdefault(place[0], place)
    return [place for pages in kept.values() for place in pages.values()]


def another(control: Territory) -> str:
    """A place that is not the default, with a slider to move if the control moves any."""
    moved = [code for table in control.sets.values() for code in table]
    return next(code for code in reversed(moved or control.nodes()) if code != control.value)


def departement(level: str, code: str) -> str:
    return code if level == "departement" else str(territories("epci").loc[code, "departement"])


def chosen(seen: Visit, name: str, key: str, code: str) -> None:
    """Choose a place by hand."""
    root = seen.root(name)
    wake(root)
    root.locator(f'select[name="{key}"]').select_option(code)
    settle(root)


def assert_known(seen: Visit, name: str, key: str, control: Territory, level: str, code: str) -> None:
    """The explorer has the place, or one of the same département where it asks for another kind of place."""
    wake(seen.root(name))
    values = seen.root(name).evaluate(VALUES)
    if control.level == level:
        assert values[key] == code
    else:
        assert departement(control.level, values[key]) == departement(level, code)
    for moved, table in control.sets.items():
        if values[key] in table:
            assert values[moved] == course_utils.explorers()[name]().controls[moved].accept(table[values[key]])


def test_several_chapters_ask_for_a_place() -> None:
    assert len({page for page, *_rest in places()}) >= 2


@pytest.mark.parametrize("number", [3, pytest.param(99, marks=pytest.mark.slow)])
def test_a_place_is_kept_from_page_to_page(visit: Opens, number: int) -> None:
    found = by_kind(number)
    page, name, key, control = found[0]
    code = another(control)
    seen = visit(page)
    chosen(seen, name, key, code)
    assert code in json.loads(seen.page.evaluate("key => localStorage.getItem(key)", KEY)).values()
    for page, name, key, other in found:
        seen.page = seen.open(seen.own + "/" + page.path)
        assert_known(seen, name, key, other, control.level, code)
    assert seen.errors == []


@pytest.mark.parametrize("number", [4, pytest.param(99, marks=pytest.mark.slow)])
def test_explorers_of_one_page_follow_each_other(visit: Opens, number: int) -> None:
    """On some of the pages with several explorers that ask for a place; on each of them all are tried."""
    asking = {page: [rest for owner, *rest in places() if owner == page] for page, *_rest in places()}
    shared = {page: here for page, here in asking.items() if len(here) > 1}
    for page, *_rest in [place for place in by_kind(99) if place[0] in shared][:number]:
        here = shared[page]
        name, key, control = here[-1]
        seen = visit(page)
        chosen(seen, name, key, another(control))
        for name, key, other in here:
            assert_known(seen, name, key, other, control.level, another(control))


def test_with_storage_refused_the_links_carry_the_place(visit: Opens) -> None:
    found = list(places())
    (page, name, key, control), later = found[0], [f for f in found if f[0] != found[0][0]]
    seen = visit(page, before=REFUSED).wake()
    code = another(control)
    chosen(seen, name, key, code)
    link = seen.page.locator(f'a[href*="{later[0][0].path.split("/")[-1]}"]').first
    carried = json.loads(parse_qs(urlsplit(link.get_attribute("href")).query)["territory"][0])
    assert code in carried.values()
    link.evaluate("link => link.click()")
    seen.page.wait_for_url(f"**/{later[0][0].path}?territory=*")
    assert_known(seen, *later[0][1:], control.level, code)
    onward = seen.page.locator(f'a[href*="{page.path.split("/")[-1]}"]').first
    assert "territory=" in onward.get_attribute("href")
    assert seen.errors == []


def test_a_chapter_works_with_storage_refused(visit: Opens, sample_page: SitePage) -> None:
    seen = visit(sample_page, before=REFUSED).wake()
    assert seen.errors == []
    assert seen.page.locator("html").get_attribute("data-theme") in {"light", "dark"}
