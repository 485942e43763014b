"""Bind the printed pages: title and contents in front, page numbers, links within the book, an outline."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from html import escape

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    Fit,
    IndirectObject,
    NameObject,
    NumberObject,
    RectangleObject,
)

from course_utils.words import _
from tools.print_edition.printing import Printed

#: Links within the book name their page under this address until the binding finds it; nobody can own it.
WITHIN = "https://book.invalid/"
STYLE = """
@page { size: A4; margin: 20mm 18mm; }
body { font: 10pt sans-serif; color: #222; }
h1 { font-size: 20pt; }
h1 + p { break-after: page; }
h2 { font-size: 14pt; }
table { width: 100%; border-collapse: collapse; }
td { padding: .6mm 0; }
.part td { font-weight: 700; padding-top: 3mm; }
.number { text-align: right; }
.deep td:first-child { padding-left: 6mm; }
"""
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title><style>{style}</style>
<h1>{title}</h1><p>{edition}</p><h2>{heading}</h2><table>{rows}</table></html>
"""


def starts(printed: Sequence[Printed], before: int) -> list[int]:
    """The page number at which each page of the site begins, after `before` pages of front matter."""
    numbers, number = [], before + 1
    for each in printed:
        numbers.append(number)
        number += len(PdfReader(io.BytesIO(each.pdf)).pages)
    return numbers


def contents(printed: Sequence[Printed], numbers: Sequence[int], title: str, edition: str) -> str:
    """The title and the table of contents as a page to print; its links name pages as those of the book do."""
    rows = []
    for each, number in zip(printed, numbers, strict=True):
        if each.leaf.part:
            rows.append(f'<tr class="part"><td colspan="2">{escape(each.leaf.part)}</td></tr>')
        deep = ' class="deep"' if each.leaf.depth > 1 else ""
        link = f'<a href="{WITHIN}{escape(each.leaf.path)}" style="color:inherit">{escape(each.title)}</a>'
        rows.append(f'<tr{deep}><td>{link}</td><td class="number">{number}</td></tr>')
    words = {"title": escape(title), "edition": escape(edition), "heading": escape(_("Contents"))}
    return PAGE.format(style=STYLE, rows="\n".join(rows), **words)


def front(
    printed: Sequence[Printed], title: str, edition: str, press: Callable[[str], bytes]
) -> tuple[bytes, list[int]]:
    """Print title and contents again until the length of the contents agrees with the numbers in it."""
    before = 2
    while True:
        numbers = starts(printed, before)
        pdf = press(contents(printed, numbers, title, edition))
        length = len(PdfReader(io.BytesIO(pdf)).pages)
        if length == before:
            return pdf, numbers
        before = length


def bind(printed: Sequence[Printed], title: str, edition: str, press: Callable[[str], bytes]) -> PdfWriter:
    """Make one book of the printed pages.

    Parameters
    ----------
    printed : sequence of Printed
        The pages of the site in order.
    title, edition : str
        What stands on the first page.
    press : callable
        Turns HTML into PDF.
    """
    head, numbers = front(printed, title, edition, press)
    writer = PdfWriter()
    for pdf in (head, *(each.pdf for each in printed)):
        # The outline is the book's own; Chromium's of each page would stand beside it.
        writer.append(io.BytesIO(pdf), import_outline=False)
    where = {each.leaf.path: number - 1 for each, number in zip(printed, numbers, strict=True)}
    for number, page in enumerate(writer.pages, start=1):
        lead(writer, page, where)
        if number > 1:
            stamp(page, number)
            # Stamping unpacks what the page draws; packed again 150 MB become 57.
            page.compress_content_streams()
    outline(writer, printed, numbers)
    writer.add_metadata({"/Title": title, "/Author": "Places that Produce contributors"})
    writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=True)
    return writer


def outline(writer: PdfWriter, printed: Sequence[Printed], numbers: Sequence[int]) -> None:
    """The tree that a reader of PDF shows beside the pages: parts, chapters, what stands below them."""
    over: dict[int, IndirectObject] = {}
    for each, number in zip(printed, numbers, strict=True):
        leaf = each.leaf
        if leaf.part:
            over = {0: writer.add_outline_item(title=leaf.part, page_number=number - 1)}
        above = over.get(leaf.depth - 1)
        over[leaf.depth] = writer.add_outline_item(title=each.title, page_number=number - 1, parent=above)


def stamp(page: PageObject, number: int) -> None:
    """Write a page number in the middle of the foot, in one of the fonts that every reader of PDF has."""
    text = str(number)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    named = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    fonts = DictionaryObject({NameObject("/CourseNumber"): named})
    over = PageObject.create_blank_page(width=page.mediabox.width, height=page.mediabox.height)
    over[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    # A digit of Helvetica is 0.556 of its size wide.
    left = float(page.mediabox.width) / 2 - 0.278 * 9 * len(text)
    stream.set_data(f"BT /CourseNumber 9 Tf {left:.1f} 30 Td ({text}) Tj ET".encode("ascii"))
    over[NameObject("/Contents")] = stream
    page.merge_page(over)


def lead(writer: PdfWriter, page: PageObject, where: dict[str, int]) -> None:
    """Let links within the book lead to their page; one to a page that is not printed is dropped."""
    kept = ArrayObject()
    for reference in page.get("/Annots", ArrayObject()):
        note = reference.get_object()
        address = str(note.get("/A", {}).get("/URI", ""))
        if not address.startswith(WITHIN):
            kept.append(reference)
        elif (target := where.get(address.removeprefix(WITHIN))) is not None:
            link = Link(rect=RectangleObject(note["/Rect"]), target_page_index=target, fit=Fit.fit_horizontally())
            link[NameObject("/Dest")] = ArrayObject([writer.pages[target].indirect_reference, NameObject("/Fit")])
            link[NameObject("/Border")] = ArrayObject([NumberObject(0)] * 3)
            kept.append(writer._add_object(link))
    page[NameObject("/Annots")] = kept
