"""The same sums on several machines: each piece of a file is read, checked and added up by a worker of Dask."""

from __future__ import annotations

import codecs
import itertools
import os
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..errors import BadTable
from .cells import checked
from .columnar import group_count, group_piece
from .decoding import decoded
from .delimited import records
from .extras import extra
from .files import Source
from .layout import Layout, frame_of
from .totals import grouped

if TYPE_CHECKING:
    import pandas as pd

#: Bytes of a text file that one task reads.
BLOCK = 64_000_000


def totals(sources: Sequence[Source], layout: Layout) -> list[pd.DataFrame]:
    """Add up the files piece by piece, on the cluster of the active `distributed.Client` or in threads of this process.

    Every worker must see the files under the same path.

    Raises
    ------
    BadTable
        If a row cannot be read, or a cell is not what the shape asks for.
    ImportError
        If Dask is not installed; the message names the extra.
    """
    with extra("distributed", "Adding up on a cluster"):
        import dask
    layout = replace(layout, rows=False)
    tasks = [task for source in sources for task in _tasks(source, layout)]
    return list(dask.compute(*tasks))


def text_totals(block: bytes, layout: Layout, first: bool) -> pd.DataFrame | None:
    """The sums of one block of a text file; the first block of a file holds the header."""
    assert layout.dialect is not None
    skipped = layout.dialect.header_row + 1 if first else 0
    text, _ = decoded(block, layout.file, layout.dialect.encoding) if block.strip() else ("", "")
    rows = itertools.islice(records(text, layout.dialect.delimiter, layout.file), skipped, None)
    return _totals(frame_of(rows, layout, 1), layout)


def group_totals(source: Source, layout: Layout, group: int) -> pd.DataFrame | None:
    """The sums of one row group of a Parquet file."""
    return _totals(group_piece(source.path, layout, group), layout)


def _totals(frame: pd.DataFrame, layout: Layout) -> pd.DataFrame | None:
    return grouped(checked(frame, layout), layout) if len(frame) else None


def _tasks(source: Source, layout: Layout) -> list[Any]:
    import dask
    from dask.bytes import read_bytes

    path = os.path.abspath(source.path)
    if layout.dialect is None:
        whole = replace(source, path=source.path.resolve())
        return [dask.delayed(group_totals)(whole, layout, group) for group in range(group_count(whole.path))]
    if codecs.lookup(layout.dialect.encoding).name.startswith("utf-16") or set(path) & set("*?["):
        what = "a file in UTF-16, or with * ? [ in its path, is not read in pieces"
        raise BadTable(path, what, "Convert it to UTF-8, or rename it")
    how: dict[str, Any] = {"blocksize": BLOCK, "delimiter": b"\n"}
    if source.kind == "gz":
        how = {"blocksize": None, "compression": "gzip"}
    _, (blocks,) = read_bytes(path, sample=False, **how)
    return [dask.delayed(text_totals)(block, layout, place == 0) for place, block in enumerate(blocks)]
