"""A small table to fill in, for those who start from nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .shapes import shape

if TYPE_CHECKING:
    import pandas as pd


def template(like: str = "employment_by_territory") -> pd.DataFrame:
    """Give a table with the columns of a shape and two rows to overwrite; save it, fill it, read it with `load_table`.

    Parameters
    ----------
    like : str
        Name of a shape.

    Returns
    -------
    pandas.DataFrame
        Required columns, and optional ones that have an example; the figures are from the course's own tables.

    Examples
    --------
    >>> template("population_by_territory")
      territory    name  year  population
    0        38   Isère  2026     1298990
    1        73  Savoie  2026      448226
    """
    import pandas as pd

    asked = [column for column in shape(like).columns if column.example or (column.required and not column.counts)]
    return pd.DataFrame({column.name: list(column.example) or [None, None] for column in asked})
