"""Parquet files: only the columns that are used, batch by batch, so that a small file cannot unpack to a large one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import BadTable
from . import files
from .extras import extra
from .files import Source
from .header import used_places
from .layout import BLANKS, Layout, numerals_of
from .wish import Wish

if TYPE_CHECKING:
    import pandas as pd

BATCH = 65_536
#: Bytes that the columns of one row take in memory, at least.
CELL = 8


def columnar_piece(source: Source, wish: Wish, rows: int | None) -> tuple[Layout, pd.DataFrame]:
    """The layout of a Parquet file and its first `rows` rows, all by default.

    Raises
    ------
    BadTable
        If the file is damaged, or a column has a type that the shape cannot take.
    """
    with extra("big", "Reading a Parquet file"):
        import pyarrow.parquet
    try:
        with pyarrow.parquet.ParquetFile(source.path) as file:
            layout = _layout(file.schema_arrow, source.path, wish)
            table = _table(file, layout, rows)
    except BadTable:
        raise
    except Exception as error:  # pyarrow raises ArrowInvalid, OSError, KeyError ... for damaged files
        what = f"the Parquet file is damaged ({type(error).__name__}: {str(error)[:80]!r})"
        raise BadTable(source.path, what, "Download it or write it again") from error
    frame = _frame(table, layout)
    return replace(layout, numerals=numerals_of(frame, layout)), frame


def group_piece(path: Path, layout: Layout, group: int) -> pd.DataFrame:
    """The used columns of one row group."""
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(path) as file:
        return _frame(file.read_row_group(group, columns=_names(layout)), layout)


def group_count(path: Path) -> int:
    """How many row groups a file has."""
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(path) as file:
        return int(file.num_row_groups)


def _layout(schema: Any, path: Path, wish: Wish) -> Layout:
    header = tuple(schema.names)
    found = used_places(header, wish, path)
    typed = set()
    for name, at in found.items():
        column, kind = wish.shape.column(name), _kind(schema.types[at])
        if column.numeric and column.values is None and kind in ("whole", "number"):
            typed.add(name)
        elif kind not in ("text", "whole", "date"):
            what = f"column {header[at]!r} has the type {schema.types[at]}"
            raise BadTable(path, what, "Store codes and words as texts, figures as numbers")
    return Layout(path, wish, header, found, typed=frozenset(typed))


def _kind(given: Any) -> str:
    """What a type of Arrow holds, in the few words that matter here."""
    import pyarrow.types as kinds

    kind = given.value_type if kinds.is_dictionary(given) else given
    if kinds.is_string(kind) or kinds.is_large_string(kind) or kinds.is_string_view(kind):
        return "text"
    if kinds.is_integer(kind):
        return "whole"
    if kinds.is_floating(kind) or kinds.is_decimal(kind):
        return "number"
    return "date" if kinds.is_date(kind) or kinds.is_timestamp(kind) or kinds.is_boolean(kind) else "other"


def _names(layout: Layout) -> list[str]:
    return list(dict.fromkeys(layout.header[at] for at in layout.places.values()))


def _table(file: Any, layout: Layout, rows: int | None) -> Any:
    """The first rows, stopped where they take too much memory."""
    import pyarrow

    batches, size, count = [], 0, 0
    schema = pyarrow.schema([file.schema_arrow.field(name) for name in _names(layout)])
    if rows is None and (least := file.metadata.num_rows * CELL * len(schema)) > files.LIMIT:
        raise files.too_large(layout.file, least)
    for batch in file.iter_batches(batch_size=min(rows or BATCH, BATCH), columns=schema.names):
        batches.append(batch.select(schema.names))
        size, count = size + batch.nbytes, count + batch.num_rows
        if size > files.LIMIT:
            raise files.too_large(layout.file, size)
        if rows is not None and count >= rows:
            break
    return pyarrow.Table.from_batches(batches, batches[0].schema if batches else schema)


def _frame(table: Any, layout: Layout) -> pd.DataFrame:
    """The used columns as texts and numbers; the index counts the rows from 1."""
    import pandas as pd
    import pyarrow

    def column(name: str) -> Any:
        values = table.column(layout.header[layout.places[name]])
        if name in layout.typed:
            return values.cast(pyarrow.float64(), safe=False).to_pandas().to_numpy()
        texts = values.cast(pyarrow.string()).to_pandas().astype("str")
        return texts.fillna("").str.strip(BLANKS).to_numpy()

    index = pd.RangeIndex(1, table.num_rows + 1)
    kinds = {name: "float64" if name in layout.typed else "str" for name in layout.found}
    return pd.DataFrame({name: pd.Series(column(name), index, kinds[name]) for name in layout.found}, index=index)
