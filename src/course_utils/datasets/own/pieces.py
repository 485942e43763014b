"""A file, or its beginning, as a layout and a frame: the one way in for every engine."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import BadTable
from . import files
from .columnar import columnar_piece
from .decoding import decoded
from .delimited import dialect, records
from .files import Source
from .header import header_row, used_places
from .layout import Layout, frame_of, numerals_of
from .wish import Wish
from .workbook import refuse_merged, sheet_rows

if TYPE_CHECKING:
    import pandas as pd

#: Bytes that show how a large file is laid out; of a packed one more are unpacked, to see whether it is a bomb.
HEAD, HEAD_PACKED = 1_000_000, 20_000_000


def whole(source: Source, wish: Wish) -> tuple[Layout, pd.DataFrame]:
    """The layout of a file and all of its rows.

    Raises
    ------
    BadTable
        If the file cannot be read as the shape asks; `TooLarge` if it does not fit in memory.
    """
    if source.kind == "zip":
        return _sheet_piece(source, wish)
    if source.kind == "parquet":
        return columnar_piece(source, wish, None)
    if source.size > files.LIMIT:
        raise files.too_large(source.path, source.size)
    data, complete = files.content(source, files.LIMIT)
    if not complete:
        raise files.too_large(source.path, len(data))
    return _text_piece(source, wish, data, True)


def beginning(source: Source, wish: Wish) -> tuple[Layout, pd.DataFrame]:
    """The layout of a file, and its first rows.

    Raises
    ------
    BadTable
        If these cannot be read as the shape asks.
    """
    if source.kind == "zip":
        what = "an Excel workbook is read in memory"
        raise BadTable(source.path, what, "Leave engine= out, or save the sheet as CSV")
    if source.kind == "parquet":
        return columnar_piece(source, wish, HEAD // 100)
    data, complete = files.content(source, HEAD_PACKED if source.kind == "gz" else HEAD)
    if len(data) > HEAD or not complete:
        data, complete = data[: data.rfind(b"\n", 0, HEAD) + 1] or data[:HEAD], False
    return _text_piece(source, wish, data, complete)


def _text_piece(source: Source, wish: Wish, data: bytes, complete: bool) -> tuple[Layout, pd.DataFrame]:
    text, encoding = decoded(data, source.path, wish.encoding)
    found = dialect(text, encoding, wish, source.path)
    layout = Layout(source.path, wish, found.header, used_places(found.header, wish, source.path), dialect=found)
    rows = itertools.islice(records(text, found.delimiter, source.path, complete), found.header_row + 1, None)
    return _with_numerals(layout, frame_of(rows, layout, found.header_row + 2))


def _sheet_piece(source: Source, wish: Wish) -> tuple[Layout, pd.DataFrame]:
    rows, merged = sheet_rows(source.path, wish)
    if not rows:
        raise BadTable(source.path, "the sheet is empty", "Choose another one with sheet=, or fill it in")
    at = header_row(rows, wish)
    refuse_merged(source.path, merged, at + 1)
    header = tuple(cell.strip() for cell in rows[at])
    layout = Layout(source.path, wish, header, used_places(header, wish, source.path))
    padded = (row + [""] * (len(header) - len(row)) for row in rows[at + 1 :])
    return _with_numerals(layout, frame_of(padded, layout, at + 2))


def _with_numerals(layout: Layout, frame: pd.DataFrame) -> tuple[Layout, pd.DataFrame]:
    return replace(layout, numerals=numerals_of(frame, layout)), frame
