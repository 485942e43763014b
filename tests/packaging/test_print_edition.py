"""The print edition, tried on two pages: numbers, contents, links, outline, small multiples with their readings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.browser.site import FOLDER
from tools.print_edition.__main__ import make
from tools.print_edition.binding import WITHIN
from tools.print_edition.order import leaves
from tools.print_edition.printing import MOST, Printed

PLAIN, CHAPTER = "book/how_to_use", "notebooks/1_large_firm/urban_hierarchy"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Printed], PdfReader]:
    out = tmp_path_factory.mktemp("print") / "two.pdf"
    return make(FOLDER, out, [PLAIN, CHAPTER]), PdfReader(out)


@pytest.fixture(scope="module")
def texts(book: tuple[list[Printed], PdfReader]) -> list[str]:
    """The words of each sheet, without ligatures and line ends."""
    return [flat(page.extract_text()) for page in book[1].pages]


def flat(text: str) -> str:
    for ligature, letters in {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}.items():
        text = text.replace(ligature, letters)
    return re.sub(r"\s+", " ", text).strip()


def annotations(reader: PdfReader) -> list[dict[str, Any]]:
    return [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]


def test_every_page_of_the_toc_is_printed_once_and_in_its_order(repository: Path) -> None:
    listed = leaves(repository / "_toc.yml", FOLDER)
    paths = [leaf.path for leaf in listed]
    assert paths[0] == "book/index"
    assert len(paths) == len(set(paths))
    assert [path for path in paths if not (FOLDER / f"{path}.html").is_file()] == []
    assert paths.index("book/data") < paths.index("book/datasets/communes") < paths.index("book/glossary")
    assert {leaf.depth for leaf in listed} == {0, 1, 2}
    assert next(leaf for leaf in listed if leaf.path == "book/era_1").part.startswith("Era 1.")


def test_every_sheet_but_the_title_bears_its_number(texts: list[str]) -> None:
    assert texts[0].startswith("Places that Produce")
    assert [number for number, text in enumerate(texts[1:], 2) if not re.search(rf"\b{number}$", text)] == []


def test_the_contents_name_the_sheet_where_each_page_begins(
    book: tuple[list[Printed], PdfReader], texts: list[str]
) -> None:
    for printed in book[0]:
        title = flat(printed.title)
        told = re.search(rf"{re.escape(title)} (\d+)", texts[1])
        assert told, title
        assert texts[int(told[1]) - 1].startswith(title)
    assert len(texts) > 10


def test_the_outline_leads_to_the_same_sheets(book: tuple[list[Printed], PdfReader], texts: list[str]) -> None:
    part, below = book[1].outline
    assert part["/Title"] == "Start here"
    assert [flat(item["/Title"]) for item in below] == [flat(printed.title) for printed in book[0]]
    for item in below:
        assert texts[book[1].get_destination_page_number(item)].startswith(flat(item["/Title"]))


def test_links_within_the_book_lead_to_sheets_and_none_to_this_machine(book: tuple[list[Printed], PdfReader]) -> None:
    notes = annotations(book[1])
    addresses = [str(note["/A"].get("/URI", "")) for note in notes if "/A" in note]
    assert [address for address in addresses if address.startswith((WITHIN, "file:"))] == []
    assert any(address.startswith("https://") for address in addresses)
    sheets = {page.indirect_reference for page in book[1].pages}
    led = [
        note["/Dest"].raw_get(0) if hasattr(note["/Dest"], "raw_get") else list.__getitem__(note["/Dest"], 0)
        for note in notes
        if "/Dest" in note
    ]
    assert len(led) >= 2
    assert set(led) <= sheets


def test_an_explorer_is_printed_in_its_default_and_states_that_differ(
    book: tuple[list[Printed], PdfReader], texts: list[str]
) -> None:
    plain, chapter = book[0]
    assert (plain.explorers, plain.drawings) == (0, 0)
    assert (chapter.explorers, chapter.drawings) == (1, 1 + MOST)
    assert chapter.failed == ()
    whole = " ".join(texts)
    # The default, and another sort of city, each with its own sentence.
    readings = set(re.findall(r"Among the [\d,]+ largest \w+[^.]* the exponent is [\d.]+", whole))
    assert {reading.split(" largest ")[1].split()[0] for reading in readings} == {"communes", "intercommunalities"}
    assert len(readings) >= 2


def test_nothing_is_left_of_what_only_a_screen_can_do(texts: list[str]) -> None:
    words = ("Copy link to this state", "Show as table", "Skip to main content", "Print to PDF")
    body = " ".join(texts[texts.index(next(t for t in texts if t.startswith("The urban hierarchy"))) :])
    assert [word for word in words if word in body] == []
