"""Texts into values: each column is read by the shape, and the first thing that is wrong is told with its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import BadTable
from . import codes
from .faults import complaint, name_of, read, shown
from .layout import Layout
from .shapes import Column

if TYPE_CHECKING:
    import pandas as pd


def checked(frame: pd.DataFrame, layout: Layout) -> pd.DataFrame:
    """Give the columns of the shape with their values; rows that are not to be kept are left out.

    Raises
    ------
    BadTable
        If a cell is not what the shape asks for.
    """
    import pandas as pd

    if not len(frame):
        raise BadTable(layout.file, "the table has a header but no rows", "Check that the export was complete")
    _refuse_second_header(frame, layout)
    values: dict[str, pd.Series] = {}
    for column in layout.wish.shape.columns:
        if column.keep and column.name in frame:
            frame = frame[frame[column.name].isin(column.keep)]
    for column in layout.wish.shape.columns:
        if column.counts:
            values[column.name] = pd.Series(1, frame.index)
        elif column.name in frame and not column.keep:
            values[column.name] = _values(frame[column.name], column, layout)
    return pd.DataFrame(values, index=frame.index)


def refuse_duplicates(table: pd.DataFrame, layout: Layout) -> None:
    """Refuse two rows for the same thing.

    Raises
    ------
    BadTable
        If two rows have the same key.
    """
    key = [name for name in layout.wish.shape.key if name in table]
    again = table[table.duplicated(key, keep=False)] if key else table[:0]
    if len(again):
        first = again[(again[key] == again[key].iloc[0]).all(axis=1)]
        rows = " and ".join(map(str, first.index[:3]))
        shared = ", ".join(f"{name} {value}" for name, value in first[key].iloc[0].items())
        what = f"rows {rows} are about the same thing ({shared}); {len(again):,} rows have such a twin"
        listed = ", ".join(f'"{name}"' for name in key)
        adds = any(column.adds for column in layout.wish.shape.columns)
        mend = f"Delete the twins, or add them up: aggregate=[{listed}]" if adds else "Delete the twins"
        raise BadTable(layout.file, what, mend)


def _values(cells: pd.Series, column: Column, layout: Layout) -> pd.Series:
    """The values of a column: each different cell is read once."""
    import pandas as pd

    numbers, different = pd.factorize(cells, use_na_sentinel=False)
    results = [read(column, cell, layout) for cell in different]
    faults = [fault for _, fault in results]
    if any(faults):
        # Text in a column of numbers comes first: what else is wrong often follows from it.
        fault = "text" if "text" in faults else next(filter(None, faults))
        wrong = cells[pd.Series(faults, dtype="object").eq(fault).to_numpy()[numbers]]
        raise complaint(column, fault, list(wrong[:3].items()), len(wrong), layout)
    values = pd.Series([value for value, _ in results], dtype="float64" if column.numeric else "object")
    if not column.numeric and column.name in _coded(column, layout):
        _refuse_unknown_codes(cells, values.dropna().astype(str).unique().tolist(), column, layout)
    taken = pd.Series(values.to_numpy()[numbers], cells.index)
    return _typed(taken, column)


def _typed(values: pd.Series, column: Column) -> pd.Series:
    import pandas as pd

    if column.type == "integer":
        return values.astype("int64") if values.notna().all() else values
    if column.type == "date":
        return pd.to_datetime(values, format="%Y-%m-%d")
    return values.astype({"number": "float64", "boolean": "boolean"}.get(column.type, "str"))


def _coded(column: Column, layout: Layout) -> tuple[str, ...]:
    """Columns that hold codes of the level that the caller named; a shape that rolls up checks them later."""
    level = layout.wish.level
    if level is None or layout.wish.shape.places:
        return ()
    names = ("territory", "from", "to", level)
    return names if any(name in layout.places for name in names) else ("code",)


def _refuse_unknown_codes(cells: pd.Series, found: list[str], column: Column, layout: Layout) -> None:
    level = str(layout.wish.level)
    unknown = codes.unknown(found, level)
    if not unknown:
        return
    rows = [(cells.index[cells.astype(str) == code][0], code) for code in unknown[:3]]
    examples = shown(rows, len(unknown), layout.rows)
    what = f"{name_of(column, layout)} has codes that no {codes.CALLED[level]} has: {examples}"
    raise BadTable(layout.file, what, codes.advice(unknown, level))


def _refuse_second_header(frame: pd.DataFrame, layout: Layout) -> None:
    """Refuse a first row of words only, in columns of numbers too: names in two lines, or units below them."""
    numeric = [c for c in layout.wish.shape.columns if c.numeric and c.name in frame and c.values is None]
    cells = [str(cell) for cell in frame.iloc[0]]
    faults = {read(column, frame[column.name].iloc[0], layout)[1] for column in numeric}
    if "text" in faults and faults <= {"text", "missing"} and not any(map(str.isdigit, "".join(cells))):
        where = f"row {frame.index[0]}, below the header, " if layout.rows else "the first row "
        what = f"{where}has words where numbers are expected: {' | '.join(cells)[:80]!r}"
        mend = "If the header has two lines, leave one; if it is a line of units, delete it"
        raise BadTable(layout.file, what, mend)
