"""Files that do not fit in memory, added up by DuckDB: one scan, bounded memory, nothing fetched, nothing else read."""

from __future__ import annotations

import codecs
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..errors import BadTable
from .cells import checked
from .extras import extra
from .faults import complaint, read
from .files import Source
from .layout import Layout
from .query import BAD, SHOW, query
from .shapes import Column
from .totals import by

if TYPE_CHECKING:
    import pandas as pd

LINE = re.compile(r"Line: ([0-9]+)\s+Original Line: ?(.*)")
CELLS = re.compile(r"Expected Number of Columns: ([0-9]+) Found: ([0-9]+)")
MEMORY = "1GB"
THREADS = 4
ENCODINGS = {"utf-8": "utf-8", "utf-8-sig": "utf-8", "ascii": "utf-8", "iso8859-1": "latin-1", "cp1252": "latin-1"}


def totals(sources: Sequence[Source], layout: Layout) -> pd.DataFrame:
    """Add up the files, laid out like the first.

    Raises
    ------
    BadTable
        If a row cannot be read, or a cell is not what the shape asks for.
    ImportError
        If DuckDB is not installed; the message names the extra.
    """
    with extra("big", "Adding up a large file"):
        import duckdb
    layout = replace(layout, rows=False)
    paths = [os.path.abspath(source.path) for source in sources]
    if strange := next((path for path in paths if set(path) & set("*?[")), None):
        raise BadTable(strange, "DuckDB takes * ? and [ in a path for a pattern", "Rename the file or its folder")
    packed = sources[0].kind == "gz"
    statement = query(layout, _encoding(layout), packed)
    with _connection(paths) as connection:
        try:
            found = connection.execute(statement, [paths]).df()
        except duckdb.Error as error:
            raise _translated(error, layout) from error
    return _verified(found, layout)


@contextmanager
def _connection(paths: Sequence[str]) -> Iterator[Any]:
    """DuckDB in memory: it spills into a folder of its own, reads these files and nothing else, and loads nothing."""
    import duckdb

    with tempfile.TemporaryDirectory(prefix="course-utils-") as spill:
        config = {
            "memory_limit": MEMORY,
            "threads": min(THREADS, os.cpu_count() or 1),
            "temp_directory": spill,
            "preserve_insertion_order": "false",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
        }
        connection = duckdb.connect(":memory:", config=config)  # type: ignore[arg-type]
        try:
            connection.execute("SET enable_progress_bar = false")  # it is printed where the result should be
            connection.execute(f"SET allowed_paths = [{', '.join(map(_quoted, paths))}]")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            yield connection
        finally:
            connection.close()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _encoding(layout: Layout) -> str:
    if layout.dialect is None:
        return ""
    name = codecs.lookup(layout.dialect.encoding).name
    if name not in ENCODINGS:
        raise BadTable(layout.file, f"a large file in {name} cannot be added up", 'Save it again as "CSV UTF-8"')
    return ENCODINGS[name]


def _translated(error: Exception, layout: Layout) -> BadTable:
    """DuckDB's error in a few words: its line of the file; what it advises are options of its own."""
    text = str(error)
    line = LINE.search(text)
    cells, foreign = CELLS.search(text), "unicode" in text or "encoded" in text
    what = f"the file cannot be read to its end: {text.splitlines()[0][:200]}"
    if line:
        where = f"line {int(line[1]):,}"
        seen = f"has {cells[2]} cells, the header {cells[1]}" if cells else "cannot be read"
        seen = f"is not written in {layout.dialect.encoding}" if foreign and layout.dialect else seen
        what = f"{where} {seen}: {line[2].strip()[:80]!r}"
    if foreign:
        mend = 'Say encoding="cp1252", or convert the file to UTF-8 (iconv -f CP1252 -t UTF-8)'
    elif layout.dialect is None:
        mend = "Download the file or write it again"
    else:
        mend = "Mend or delete that line: each has as many cells as the header, and quotation marks in pairs"
    return BadTable(layout.file, what, mend)


def _verified(found: pd.DataFrame, layout: Layout) -> pd.DataFrame:
    """The groups with their values, once no row of the file was at fault."""
    numeric = [column for column in layout.wish.shape.columns if column.numeric and BAD + column.name in found]
    for column in numeric:
        wrong = found[found[BAD + column.name] > 0]
        if len(wrong):
            raise _complaint(column, wrong, layout)
    keys = by(layout)
    if not len(found):
        return found[keys]
    typed = layout.typed | {name for name in keys if layout.wish.shape.column(name).numeric}
    table = checked(found[keys], replace(layout, typed=frozenset(typed)))[keys]
    figures = [column.name for column in layout.wish.shape.columns if column.adds and column.name in found]
    return table.assign(**{name: found[name].astype("float64") for name in figures})


def _complaint(column: Column, wrong: pd.DataFrame, layout: Layout) -> BadTable:
    cells = wrong[SHOW + column.name].fillna("").astype(str).drop_duplicates().tolist()
    faults = {cell: read(column, cell, replace(layout, typed=frozenset()))[1] for cell in cells}
    fault = next(filter(None, faults.values()), "text")
    examples = [(None, cell) for cell in cells if faults[cell] == fault or not faults[cell]]
    return complaint(column, fault, examples, int(wrong[BAD + column.name].sum()), layout)
