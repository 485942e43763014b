"""CSV files: delimiter and header found by the names of the shape, rows read by the rules of RFC 4180."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import BadTable
from .header import SEARCHED, header_row, score
from .wish import Wish

DELIMITERS = ";,\t|"
NAMES = {";": "a semicolon", ",": "a comma", "\t": "a tab", "|": "a bar"}


@dataclass(frozen=True)
class Dialect:
    """How a text file is laid out.

    Parameters
    ----------
    encoding, delimiter : str
        As Python calls them.
    header_row : int
        Rows above the header.
    header : tuple of str
        Names of the columns.
    """

    encoding: str
    delimiter: str
    header_row: int
    header: tuple[str, ...]


def dialect(text: str, encoding: str, wish: Wish, file: Path) -> Dialect:
    """Find the delimiter and the header of a text.

    Raises
    ------
    BadTable
        If every row is one single cell.
    """
    tried = [wish.delimiter] if wish.delimiter else list(DELIMITERS)
    delimiter = max(tried, key=lambda sign: _quality(text, sign, wish))
    records = _start(text, delimiter)
    if max(map(len, records), default=0) < 2:
        raise _one_column(text, delimiter, wish, file)
    row = header_row(records, wish)
    return Dialect(encoding, delimiter, row, tuple(cell.strip() for cell in records[row]))


def records(text: str, delimiter: str, file: Path, whole: bool = True) -> Iterator[list[str]]:
    """The rows of a text, one by one; a text that is only the beginning of its file may end within a cell.

    Raises
    ------
    BadTable
        If a quotation mark is not closed, or a cell is longer than 131,072 characters.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    row = 0
    while True:
        row += 1
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if not whole and "end of data" in str(error):
                return
            what = f"row {row} (line {reader.line_num}) cannot be read: {error}"
            mend = 'Look for a quotation mark (") without its partner; double those inside a cell'
            raise BadTable(file, what, mend) from error


def _start(text: str, delimiter: str) -> list[list[str]]:
    """The first rows, read without complaint."""
    lines = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter, skipinitialspace=True)
    found: list[list[str]] = []
    try:
        for record in lines:
            found.append(record)
            if len(found) > 2 * SEARCHED:
                break
    except csv.Error:  # a cell without end: `records` says where
        pass
    return found


def _quality(text: str, delimiter: str, wish: Wish) -> tuple[int, int]:
    """How well a delimiter fits: names of the shape in the best row, then rows of the same width."""
    records = _start(text, delimiter)
    widths = Counter(len(record) for record in records if len(record) > 1)
    best = max((score(record, wish) for record in records if len(record) > 1), default=0)
    return best, max(widths.values(), default=0)


def _one_column(text: str, delimiter: str, wish: Wish, file: Path) -> BadTable:
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if wish.delimiter:
        better = max(DELIMITERS, key=lambda sign: _quality(text, sign, wish))
        what = f"with {delimiter!r} between cells there is only one column: {first[:60]!r}"
        return BadTable(file, what, f"Leave delimiter= out, or say {better!r} ({NAMES[better]})")
    strange = [sign for sign in "~^#:/ " if first.count(sign) > 0]
    hint = f"; if {strange[0]!r} is what parts them, say delimiter={strange[0]!r}" if strange else ""
    what = f"there is only one column: {first[:60]!r}"
    return BadTable(file, what, f"Cells are parted by commas, semicolons, tabs or bars{hint}")
