"""Excel workbooks: one sheet as rows of texts. Formulas are not computed, links are not followed."""

from __future__ import annotations

import datetime
import itertools
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import BadTable
from .archive import merged_cells
from .extras import extra
from .wish import Wish

#: Cells of a sheet, empty ones between filled ones included; a sheet can claim 17 thousand million.
CELLS = 20_000_000
ROWS = 1_048_576


def sheet_rows(path: Path, wish: Wish) -> tuple[list[list[str]], list[str]]:
    """The rows of a sheet, as texts, and its merged cells.

    Raises
    ------
    BadTable
        If the workbook is damaged or dangerous, or has no such sheet.
    ImportError
        If openpyxl is not installed; the message names the extra.
    """
    merged = merged_cells(path)
    with extra("excel", "Reading an Excel workbook"):
        import openpyxl
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles, validations and the like: none of them matters here
        try:
            book = openpyxl.load_workbook(path, read_only=True, keep_links=False)
            try:
                sheet = _sheet(book, wish, path)
                rows = list(_rows(sheet, path, wish.decimal or "."))
            finally:
                book.close()
        except BadTable:
            raise
        except Exception as error:  # openpyxl has no error of its own for a damaged workbook
            what = f"the workbook is damaged ({type(error).__name__}: {str(error)[:80]})"
            raise BadTable(path, what, "Open it in a spreadsheet and save it again") from error
    return rows, merged.get(getattr(sheet, "_worksheet_path", "").lstrip("/"), [])


def refuse_merged(path: Path, merged: list[str], first: int) -> None:
    """Refuse cells that are merged from the row `first` on: the header and the table below it.

    Raises
    ------
    BadTable
        If there are any.
    """
    for reference in merged:
        rows = [int(number) for number in re.findall(r"\d+", reference)]
        if max(rows) >= first:
            what = f"the cells {reference} are merged, in or below the header (row {first})"
            raise BadTable(path, what, "Unmerge them, and write one name above each column and one value in each cell")


def _sheet(book: Any, wish: Wish, path: Path) -> Any:
    names = [sheet.title for sheet in book.worksheets]
    if not names:
        raise BadTable(path, "the workbook has no sheet with cells", "Save the table in a sheet")
    if wish.sheet is not None and wish.sheet not in names:
        listed = ", ".join(map(repr, names[:10]))
        raise BadTable(path, f"the workbook has no sheet {wish.sheet!r}", f"Its sheets are {listed}")
    return book[wish.sheet] if wish.sheet is not None else book.worksheets[0]


def _rows(sheet: Any, path: Path, decimal: str) -> Iterator[list[str]]:
    """Rows of texts, empty ones at the end left out."""
    sheet.reset_dimensions()  # what a sheet says of its own size is not to be trusted
    cells, empty = 0, 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        cells += len(row)
        if cells > CELLS or number > ROWS:
            what = f"the sheet claims more than {ROWS:,} rows or {CELLS:,} cells"
            raise BadTable(path, what, "Delete what is far from the table, or save the table as CSV")
        texts = ["" if value is None else _text(value, decimal) for value in row]
        while texts and not texts[-1]:
            texts.pop()
        if not texts:
            empty += 1
            continue
        yield from itertools.repeat([], empty)
        empty = 0
        yield texts


def _text(value: Any, decimal: str) -> str:
    """A filled cell as a text: numbers in full, whole ones without decimals, days as 2018-12-31."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value).replace(".", decimal)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    # What is left besides plain values are formulas over several cells, which openpyxl gives as objects.
    plain = isinstance(value, str | int | datetime.date | datetime.time | datetime.timedelta)
    return str(value) if plain else "=..."
