"""What the site is made of: its chapters and explorers are those of the package, and nothing leads nowhere."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from urllib.parse import unquote

import course_utils
from tests.browser.server import Site
from tests.browser.site import chapters, pages
from tests.browser.visit import Opens

ELSEWHERE = ("http:", "https:", "mailto:", "data:", "javascript:")


def test_there_are_chapters_with_explorers(site: Site) -> None:
    assert sum(bool(page.explorers) for page in chapters()) >= 2


def test_the_explorers_of_the_pages_are_those_of_the_package(site: Site) -> None:
    counted = Counter(name for page in chapters() for name in page.explorers)
    assert set(counted) == set(course_utils.explorers())
    assert not [name for name, times in counted.items() if times > 1], "one explorer, one page"


def test_every_notebook_has_its_page_and_explorer(site: Site) -> None:
    concepts = {
        page.path.split("/")[-1].removesuffix(".html"): page for page in pages() if page.path.startswith("notebooks/")
    }
    for concept, page in concepts.items():
        assert any(name.split(".")[0] == concept for name in page.explorers), f"{page} has no explorer of its concept"


def test_every_page_has_an_icon_that_exists(site: Site) -> None:
    for page in pages():
        assert page.icon, f"{page} has no favicon"
        assert (site.folder / page.path).parent.joinpath(page.icon.split("?")[0]).resolve().is_file(), page


def mark(place: str) -> str:
    """What a page holds at a place: an element of that name, or the explorer whose state a link opens."""
    state = re.match(r"explorer=([\w.]+)&", unescape(place))
    return f'data-concept="{state[1]}"' if state else f'id="{place}"'


def test_every_link_leads_to_a_file_and_a_place_in_it(site: Site) -> None:
    decks = [path.relative_to(site.folder).as_posix() for path in sorted(site.folder.glob("slides/*.html"))]
    assert len(decks) == sum(page.path.startswith("notebooks/") for page in pages())
    texts = {path: (site.folder / path).read_text("utf-8") for path in [*(page.path for page in pages()), *decks]}
    broken = []
    for path, text in texts.items():
        for address in re.findall(r'<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]+)"', text):
            if address.startswith(ELSEWHERE) or address in {"#", "#top"}:
                continue
            file, _, place = unquote(address).partition("#")
            target = (site.folder / path).parent / file.split("?")[0] if file else site.folder / path
            aim = (
                texts.get(target.resolve().relative_to(site.folder.resolve()).as_posix()) if target.is_file() else None
            )
            if not target.is_file() or (place and aim and mark(place) not in aim):
                broken.append(f"{path} -> {address}")
    assert not broken


def test_the_search_finds_a_chapter(visit: Opens) -> None:
    chapter = chapters()[0]
    word = max(re.findall(r"[A-Za-z]+", chapter.title.split("—")[0]), key=len)
    found = visit(f"search.html?q={word}")
    found.page.locator(f'#search-results a[href*="{chapter.path.split("/")[-1]}"]').first.wait_for()
    assert not found.errors and not found.foreign
