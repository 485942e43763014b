"""Adding up: pieces of a table into groups, groups of pieces into one table, places rolled up on the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import codes
from .layout import Layout

if TYPE_CHECKING:
    import pandas as pd


def by(layout: Layout) -> list[str]:
    """The columns by which figures are added up."""
    shape = layout.wish.shape
    return list(layout.wish.aggregate) or [name for name in shape.key if name in layout.places]


def grouped(table: pd.DataFrame, layout: Layout) -> pd.DataFrame:
    """Add up the rows of a checked piece; a sum of missing figures only is missing."""
    figures = [column.name for column in layout.wish.shape.columns if column.adds and column.name in table]
    return table.groupby(by(layout), observed=True, sort=True, dropna=False)[figures].sum(min_count=1).reset_index()


def combined(pieces: Sequence[pd.DataFrame], layout: Layout) -> pd.DataFrame:
    """Add up pieces that are grouped; communes become the places of the level that was asked for."""
    import pandas as pd

    table = pd.concat(pieces, ignore_index=True)
    level, shape = layout.wish.level, layout.wish.shape
    if shape.places and level and "territory" in table:
        other = shape.column("territory").other
        parents = {code: codes.rolled(code, level) or other for code in table["territory"].unique()}
        table["territory"] = table["territory"].map(parents).astype("str")
    return grouped(table, layout)
