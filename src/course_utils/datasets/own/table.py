"""`load_table`: a reader's own table, small or large, in the shape that the notebooks use."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..errors import BadTable
from . import cluster, duck, files
from .cells import checked, refuse_duplicates
from .files import Source, TooLarge
from .layout import Layout
from .pieces import beginning, whole
from .shapes import Column
from .totals import combined, grouped
from .wish import Wish, wish

if TYPE_CHECKING:
    import pandas as pd

ENGINES = ("pandas", "duckdb", "dask")


def load_table(
    path: str | os.PathLike[str],
    like: str = "employment_by_territory",
    *,
    columns: Mapping[str, str] | None = None,
    level: str | None = None,
    aggregate: Sequence[str] | None = None,
    engine: str | None = None,
    delimiter: str | None = None,
    decimal: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    gaps: bool = False,
) -> pd.DataFrame:
    r"""Read a table of your own into a shape that the notebooks use; nothing in it is executed, nothing is written.

    Delimiter, decimal sign, encoding, header row and the usual English and French names of columns are found; where
    the file can be read in two ways, an error asks which is meant.

    Parameters
    ----------
    path : str or path
        A CSV (also packed with gzip), Excel (.xlsx) or Parquet file, or a pattern such as ``"parts/*.parquet"`` whose
        files all have the same columns.
    like : str
        The shape: "employment_by_territory" (territory, name, year, sector, employment, establishments),
        "population_by_territory" (territory, name, year, population), "flows" (from, to, year, value),
        "establishments" (one row an establishment, as in INSEE's Sirene; always added up), or the name of a data
        set of the course. `template` shows the columns.
    columns : mapping, optional
        Column of the shape -> column of the file, for names that are not found: ``{"employment": "EFF_TOT"}``.
    level : {"departement", "region", "epci", "commune"}, optional
        Whose codes the territories are. Unknown codes are then refused; establishments are added up to this level.
    aggregate : sequence of str, optional
        Columns by which figures are added up, such as ``["territory", "sector", "year"]``. Without it each
        combination may stand in one row only.
    engine : {"pandas", "duckdb", "dask"}, optional
        Who adds up: in memory; out of core, in about a gigabyte whatever the size of the file; on the cluster of the
        active ``distributed.Client``, whose workers see the file under the same path. By default in memory up to
        200 MB, DuckDB beyond.
    delimiter, decimal, encoding, sheet : str, optional
        What is not to be guessed.
    gaps : bool
        Keep empty cells in columns of numbers as NaN instead of refusing them; sums leave them out.

    Returns
    -------
    pandas.DataFrame
        The columns of the shape, in its order; codes are strings. ``attrs["file"]`` and ``attrs["like"]`` say what
        was read. Of establishments, `employment` is the middle of INSEE's size band, an estimate, between
        `employment_low` and `employment_high`.

    Raises
    ------
    BadTable
        If the table cannot be used as it is (a ``ValueError``): the message says what is wrong, where, and how to
        mend it.
    UnknownDataset
        If there is no such shape.
    ImportError
        If the file needs a package that is not installed; the message names the extra.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> mine = pathlib.Path(tempfile.mkdtemp()) / "mine.csv"
    >>> _ = mine.write_text("Département;Année;Secteur;Emploi\n38;2018;industry;73 800\n", encoding="utf8")
    >>> load_table(mine, level="departement")
      territory  year    sector  employment
    0        38  2018  industry     73800.0
    """
    said = {"delimiter": delimiter, "decimal": decimal, "encoding": encoding, "sheet": sheet, "gaps": gaps}
    asked = wish(like, columns, level, aggregate, **said)
    if engine is not None and engine not in ENGINES:
        raise ValueError(f"engine must be one of {', '.join(map(repr, ENGINES))}, not {engine!r}")
    if engine in ("duckdb", "dask") and not asked.adds:
        raise ValueError(f'engine={engine!r} adds up: say aggregate=["territory", "sector", "year"], for instance')
    found = sources_of(path)
    table, layout = _read(found, asked, engine)
    if not len(table):
        raise BadTable(layout.file, "no row is left", "Check the column that says which establishments are active")
    finished = _finished(table, layout)
    finished.attrs = {"file": os.fspath(path), "like": like}
    return finished


def sources_of(path: str | os.PathLike[str]) -> list[Source]:
    """The files that `path` names, all of one kind.

    Raises
    ------
    BadTable
        If there is none, if one may not be opened, or if their kinds differ.
    """
    found = files.sources(path)
    kinds = {source.kind for source in found}
    if len(kinds) > 1:
        what = f"the pattern names files of different kinds ({', '.join(sorted(kinds))})"
        raise BadTable(os.fspath(path), what, "Give a pattern that names one kind only")
    return found


def _read(found: list[Source], asked: Wish, engine: str | None) -> tuple[pd.DataFrame, Layout]:
    if engine is None and not (asked.adds and sum(source.size for source in found) > files.LIMIT):
        try:
            return _in_memory(found, asked)
        except TooLarge:
            if not asked.adds:
                raise
    elif engine == "pandas":
        return _in_memory(found, asked)
    layout = _common_layout(found, asked)
    pieces = cluster.totals(found, layout) if engine == "dask" else [duck.totals(found, layout)]
    return combined([piece for piece in pieces if piece is not None], layout), layout


def _in_memory(found: list[Source], asked: Wish) -> tuple[pd.DataFrame, Layout]:
    import pandas as pd

    tables = []
    for source in found:
        layout, frame = whole(source, asked)
        table = checked(frame, layout)
        if len(found) > 1:
            table.index = pd.Index([f"{row} of {source.path.name}" for row in table.index])
        tables.append(grouped(table, layout) if asked.adds else table)
    if asked.adds:
        return combined(tables, layout), layout
    table = pd.concat(tables)
    refuse_duplicates(table, layout)
    return table.reset_index(drop=True), layout


def _common_layout(found: list[Source], asked: Wish) -> Layout:
    """The layout of the first file, once the beginnings of all are checked and laid out alike."""
    layouts = []
    for source in found:
        layout, frame = beginning(source, asked)
        checked(frame, layout)
        layouts.append(layout)
    first = layouts[0]
    for layout in layouts[1:]:
        if (layout.header, layout.dialect, layout.typed) != (first.header, first.dialect, first.typed):
            what = f"it is not laid out like {first.file.name}"
            raise BadTable(layout.file, what, "Files of one pattern have the same columns, delimiter and encoding")
    return first


def _finished(table: pd.DataFrame, layout: Layout) -> pd.DataFrame:
    """Columns in the order of the shape, repeated words as categories, whole numbers as integers."""
    table = table[[column.name for column in layout.wish.shape.columns if column.name in table]].copy()
    for column in layout.wish.shape.columns:
        if column.name in table and column.categories:
            table[column.name] = _categorical(table[column.name], column)
        elif column.name in table and column.type == "integer" and table[column.name].notna().all():
            table[column.name] = table[column.name].astype("int64")
    return table


def _categorical(values: pd.Series, column: Column) -> pd.Series:
    import pandas as pd

    seen = values.dropna().unique().tolist()
    listed = list(column.enum) or (seen if column.categories == "file order" else sorted(seen))
    return values.astype(pd.CategoricalDtype(listed))
