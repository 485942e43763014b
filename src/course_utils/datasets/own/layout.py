"""How one file is laid out, and its used columns as texts: the same whether all of a file is read, or a piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import BadTable
from .delimited import Dialect
from .numerals import Numerals, UnclearNumerals, numerals
from .wish import Wish

if TYPE_CHECKING:
    import pandas as pd

#: What is taken off both ends of a cell.
BLANKS = " \t\n\r\v\f\u00a0\u2009\u202f"


@dataclass(frozen=True)
class Layout:
    """What is to be read of a file, and how.

    Parameters
    ----------
    file : Path
        The file, for messages.
    wish : Wish
        What the caller asked for.
    header : tuple of str
        Columns of the file.
    places : dict
        Column of the shape -> place in the file.
    numerals : Numerals
        How numbers are written.
    dialect : Dialect, optional
        For text files.
    typed : frozenset of str
        Columns of the shape that the file holds as numbers.
    rows : bool
        Whether the index of a frame counts the rows of the file, so that messages may name them.
    """

    file: Path
    wish: Wish
    header: tuple[str, ...]
    places: dict[str, int]
    numerals: Numerals = field(default_factory=Numerals)
    dialect: Dialect | None = None
    typed: frozenset[str] = frozenset()
    rows: bool = True

    @property
    def found(self) -> list[str]:
        """Columns of the shape that the file has, in the order of the shape."""
        return [column.name for column in self.wish.shape.columns if column.name in self.places]


def frame_of(records: Iterable[Sequence[str]], layout: Layout, first: int) -> pd.DataFrame:
    """The used columns of some rows, as texts without blanks around them; the index is the row in the file.

    Parameters
    ----------
    records : iterable
        Rows below the header.
    layout : Layout
        Which columns are used.
    first : int
        Number of the first of these rows in the file.

    Raises
    ------
    BadTable
        If a row has more or fewer cells than the header.
    """
    import pandas as pd

    width, used = len(layout.header), [layout.places[name] for name in layout.found]
    cells: list[list[str]] = [[] for _ in used]
    rows: list[int] = []
    same: dict[str, str] = {}  # equal texts are held once
    for row, record in enumerate(records, first):
        if len(record) < 2 and not "".join(record).strip(BLANKS):
            continue
        if len(record) != width and (len(record) < width or any(record[width:])):
            raise _ragged(record, row, layout)
        texts = [record[place].strip(BLANKS) for place in used]
        if not any(texts):  # nothing but delimiters, or remarks
            continue
        rows.append(row)
        for column, text in zip(cells, texts, strict=True):
            column.append(same.setdefault(text, text))
    return pd.DataFrame(
        {name: pd.Series(column, rows, dtype="str") for name, column in zip(layout.found, cells, strict=True)},
        index=rows,
    )


def numerals_of(frame: pd.DataFrame, layout: Layout) -> Numerals:
    """How the columns of numbers of a frame are written.

    Raises
    ------
    BadTable
        If they can be read in two ways.
    """
    numeric = [c.name for c in layout.wish.shape.columns if c.numeric and c.values is None and c.name in frame]
    texts = [frame[name] for name in numeric if name not in layout.typed]
    try:
        return numerals((text for column in texts for text in column.dropna().unique()), layout.wish.decimal)
    except UnclearNumerals as unclear:
        shown = [f"{text!r}{_where(text, texts, layout)}" for text in unclear.examples]
        mend = "Write all numbers the same way, or say decimal=',' or decimal='.'"
        raise BadTable(layout.file, f"{unclear.why}: {' and '.join(shown)}", mend) from unclear


def _where(text: str, columns: list[pd.Series], layout: Layout) -> str:
    column = next(column for column in columns if (column == text).any())
    name = layout.header[layout.places[str(column.name)]]
    return f" (column {name!r}, row {column.index[column == text][0]})" if layout.rows else f" (column {name!r})"


def _ragged(record: Sequence[str], row: int, layout: Layout) -> BadTable:
    cells = f"{len(record)} cell{'s' if len(record) != 1 else ''}"
    where = f"row {row} has" if layout.rows else "a row has"
    what = f"{where} {cells}, the header {len(layout.header)}: {' | '.join(record)[:80]!r}"
    delimiter = layout.dialect.delimiter if layout.dialect else ""
    if len(record) > len(layout.header) and delimiter == ",":
        mend = "If numbers have a decimal comma, save the file with semicolons between cells, or quote the numbers"
    elif len(record) < 2:
        mend = "Delete notes and sources below the table"
    else:
        mend = f"Give each row the same number of cells; put texts that hold {delimiter!r} in quotes"
    return BadTable(layout.file, what, mend)
