"""The catalogue: found by words and sorted by columns, with the keyboard too; a plain table without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from course_utils.datasets import catalogue, info
from tests.browser.visit import Opens

PAGE = "book/data.html"
NAMES = [str(name) for name in catalogue().index]
STATUS = ".cu-found"


@pytest.fixture
def page(visit: Opens) -> Iterator[Page]:
    seen = visit(PAGE)
    yield seen.page
    assert seen.errors == [] and seen.foreign == []


def shown(page: Page) -> list[str]:
    """Names of the rows that are seen, in their order."""
    rows = page.locator(".cu-all tbody tr").all()
    return [row.locator("th").inner_text() for row in rows if row.is_visible()]


def header(page: Page, name: str) -> str:
    """State of a column."""
    return str(page.get_by_role("columnheader", name=name).get_attribute("aria-sort"))


def test_all_datasets_in_the_order_of_their_names(page: Page) -> None:
    assert shown(page) == NAMES
    assert header(page, "Dataset") == "ascending" and header(page, "Rows") == "none"
    expect(page.locator(STATUS)).to_have_text(f"{len(NAMES)} of {len(NAMES)} datasets")


@pytest.mark.parametrize("words", ["Intercommunalités", "intercommunalites", "INTERCOMMUNALITÉS 2019"])
def test_search_by_words_of_either_language(page: Page, words: str) -> None:
    page.get_by_label("Search the datasets").fill(words)
    found = shown(page)
    assert "epci" in found and len(found) < len(NAMES)
    expect(page.locator(STATUS)).to_have_text(f"{len(found)} of {len(NAMES)} datasets")


def test_search_finds_columns_and_every_word_counts(page: Page) -> None:
    box = page.get_by_label("Search the datasets")
    box.fill("tax_regime")
    assert "epci" in shown(page) and "communes" not in shown(page)
    box.fill("tax_regime brazil")
    assert shown(page) == []
    expect(page.locator(STATUS)).to_have_text(f"0 of {len(NAMES)} datasets")
    box.fill("")
    assert shown(page) == NAMES


def test_what_is_found_is_told_politely(page: Page) -> None:
    assert page.locator(STATUS).get_attribute("aria-live") == "polite"
    assert page.get_by_role("search").count() >= 1


def test_sort_by_numbers_both_ways(page: Page) -> None:
    rows = catalogue()["rows"]
    button = page.get_by_role("button", name="Rows", exact=True)
    button.click()
    assert header(page, "Rows") == "ascending" and header(page, "Dataset") == "none"
    assert [rows[name] for name in shown(page)] == sorted(rows)
    button.click()
    assert header(page, "Rows") == "descending"
    assert [rows[name] for name in shown(page)] == sorted(rows, reverse=True)


def test_sort_by_words_and_empty_cells_last(page: Page) -> None:
    cells = page.locator(".cu-all tbody tr td[data-label=Years]")
    button = page.get_by_role("button", name="Years", exact=True)
    for reverse in (False, True):
        button.click()
        years = cells.all_text_contents()
        filled = [text for text in years if text]
        assert filled == sorted(filled, reverse=reverse) and years == filled + [""] * (len(years) - len(filled))


def test_sort_keeps_what_was_found(page: Page) -> None:
    page.get_by_label("Search the datasets").fill("employment")
    found = set(shown(page))
    page.get_by_role("button", name="Size", exact=True).click()
    assert set(shown(page)) == found


def test_with_the_keyboard(page: Page) -> None:
    page.get_by_label("Search the datasets").focus()
    page.keyboard.type("epci")
    page.keyboard.press("Tab")
    focused = "document.activeElement.textContent"
    assert page.evaluate(focused) == "Dataset"
    page.keyboard.press("Enter")
    assert header(page, "Dataset") == "descending"
    assert shown(page) == sorted(shown(page), reverse=True)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert header(page, "Title") == "ascending"
    assert page.evaluate(focused) == "Title"


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_rows_are_cards_that_are_found_and_sorted(visit: Opens, width: int) -> None:
    seen = visit(PAGE, viewport={"width": width, "height": 800})
    page = seen.page
    box, label = page.locator(".cu-all tbody tr").first, "getComputedStyle(e, '::before').content"
    assert box.bounding_box()["width"] <= width
    assert "Title" in box.locator("td").first.evaluate(f"e => {label}")
    page.get_by_label("Search the datasets").fill("epci")
    page.get_by_role("button", name="Rows", exact=True).click()
    assert shown(page) and header(page, "Rows") == "ascending"
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    for button in page.locator(".cu-all thead button").all():
        assert button.bounding_box()["height"] >= 24
    assert page.get_by_role("row").count() >= len(shown(page))  # displayed as blocks, they are rows still


def test_without_scripts_it_is_a_plain_table(visit: Opens) -> None:
    page = visit(PAGE, java_script_enabled=False).page
    assert shown(page) == NAMES
    assert page.locator(".cu-catalogue button, .cu-catalogue input").count() == 0
    assert page.locator(".cu-all thead th").all_inner_texts()[:2] == ["Dataset", "Title"]


def test_from_a_file_a_row_leads_to_its_page(visit: Opens) -> None:
    page = visit(PAGE, "file").page
    page.get_by_label("Search the datasets").fill("growth_poles")
    page.get_by_role("link", name="growth_poles", exact=True).click()
    expect(page.locator("article h1")).to_contain_text(info("growth_poles").title)


def test_a_link_to_a_row_leads_there(visit: Opens) -> None:
    seen = visit(f"{PAGE}#data-growth-poles")
    row = seen.page.locator("#data-growth-poles")
    expect(row).to_be_in_viewport()
    assert row.locator("th").inner_text() == "growth_poles"
