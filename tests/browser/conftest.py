"""Fixtures of the browser tests: the built site, one browser, one context a visit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser import site as book
from tests.browser.server import Site, serve
from tests.browser.site import SitePage
from tests.browser.visit import Opens, Visit
from tests.conftest import chromium

MODE = "try {{ localStorage.setItem('mode', '{0}'); localStorage.setItem('theme', '{0}'); }} catch {{}}"
DESK = {"viewport": {"width": 1280, "height": 900}}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run over what is found in the built site; where nothing is, run once and let the `site` fixture fail."""
    found = {
        "chapter": [(page, str(page)) for page in book.chapters()],
        "any_page": [(page, str(page)) for page in book.visited()],
        "plain_page": [(page, str(page)) for page in book.visited() if not page.drawn],
        "dataset_page": [(page, page.dataset) for page in book.dataset_pages()],
        "explorer": [((page, name), name) for page in book.chapters() for name in page.explorers],
        "leading": [((page, page.explorers[0]), page.explorers[0]) for page in book.chapters() if page.explorers],
        "sample": [((page, name), name) for page, name in book.samples()],
        "sample_page": [(page, str(page)) for page in book.sample_pages()],
    }
    for name, cases in found.items():
        if name in metafunc.fixturenames:
            values, ids = zip(*(cases or [(None, "nothing-built")]), strict=True)
            metafunc.parametrize(name, values, ids=ids, scope="module")


@pytest.fixture(scope="package")
def browser(chromium_path: str, chromium_flags: tuple[str, ...]) -> Iterator[Browser]:
    """Chromium, one for the tests of this folder."""
    yield from chromium(chromium_path, chromium_flags)


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """The built book, served; without it the tests fail, they are never skipped."""
    if not (book.FOLDER / "index.html").is_file():
        pytest.fail(f"no built book in {book.FOLDER}: run `make book` first, or name the folder in COURSE_SITE")
    if not book.chapters():
        pytest.fail(f"no page of {book.FOLDER} holds an explorer or a figure")
    with serve(book.FOLDER) as served:
        yield served


def opener(site: Site, browser: Browser, opened: list[Visit]) -> Opens:
    """Make the function that opens pages and remembers them."""

    def visit(page: SitePage | str, origin: str = "http", before: str = "", **options: Any) -> Visit:
        context = browser.new_context(**(DESK | options))
        if before:
            context.add_init_script(before)
        opened.append(Visit(context, site.address(getattr(page, "path", page), origin), site.roots[origin]))
        return opened[-1]

    return visit


@pytest.fixture
def visit(site: Site, browser: Browser) -> Iterator[Opens]:
    """``visit(page, origin, before=script, **context options)``: open a page in a context of its own."""
    opened: list[Visit] = []
    yield opener(site, browser, opened)
    close(opened)


@pytest.fixture(scope="package")
def kept(site: Site, browser: Browser) -> Iterator[Opens]:
    """``kept(page, before=script, **context options)``: like `visit`, all drawn, kept until another page is asked.

    For tests that leave the page as it was: opening and drawing take longer than most of what is asked of a page.
    """
    opened: list[Visit] = []
    visit, held = opener(site, browser, opened), {}

    def sit(page: SitePage, **options: Any) -> Visit:
        if {page} != {owner for owner, _how in held}:
            close(opened)
            held.clear()
        how = page, json.dumps(options, sort_keys=True)
        if how not in held:
            with site.asking() as cold:
                held[how] = visit(page, **options).complete(formulas=page.mathematics)
            held[how].weights = cold
        return held[how]

    yield sit
    close(opened)


@pytest.fixture
def desk(kept: Opens) -> Callable[[SitePage], Visit]:
    """``desk(page)``: a page on a desk, 1280 px wide, kept."""
    return lambda page: kept(page)


@pytest.fixture
def night(kept: Opens) -> Callable[[SitePage], Visit]:
    """``night(page)``: a page in dark on the narrowest phone, 320 px wide, kept."""
    return lambda page: kept(page, before=MODE.format("dark"), viewport={"width": 320, "height": 844})


def close(opened: list[Visit]) -> None:
    """Close what was opened, and forget it."""
    for each in opened:
        each.context.close()
    opened.clear()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the tests measured."""
    reports = [r for kind in ("passed", "failed") for r in terminalreporter.stats.get(kind, [])]
    measured = [value for report in reports for key, value in report.user_properties if key == "measured"]
    if measured:
        terminalreporter.section("measured in the browser")
        for line in sorted(set(measured)):
            terminalreporter.write_line(line)
