"""The same account for a reader's own table, in the shape that `course_utils.load_table` gives."""

from __future__ import annotations

import numpy as np
import pandas as pd

from course_utils.concepts.globalisation import europe
from course_utils.concepts.globalisation.model import decompose


def account(table: pd.DataFrame, start: int, end: int, weights: str = "initial") -> pd.DataFrame:
    """Split the change of each territory of a table into national term, mix and local term, in percent.

    Parameters
    ----------
    table : DataFrame
        Columns ``territory``, ``year``, ``sector`` and ``employment``, and ``name`` if there is one. A sector that has
        no row in a territory counts as 0; a territory without any row in one of the years is left out of everything.
    start, end : int
        Years that are in the table.
    weights : {"initial", "final", "chained"}
        As for `decompose`; ``"chained"`` takes all years of the table between the two.

    Returns
    -------
    DataFrame
        One row a territory, in percent of its jobs of the start; the whole is the sum of the territories kept.

    Raises
    ------
    ValueError
        If a year is not in the table, or no territory has both.

    Examples
    --------
    >>> account(example(), 1973, 2011).loc["Spain"].round(1).tolist()
    [41.4, 22.1, -11.6, 31.0]
    """
    known = sorted(set(table["year"].astype(int)))
    for year in (start, end):
        if year not in known:
            raise ValueError(f"year {year} is not in the table, which has {', '.join(map(str, known))}")
    years = [y for y in known if start <= y <= end] if weights == "chained" else [start, end]
    label = "name" if "name" in table else "territory"
    kept = table.astype({label: str, "sector": str}).query("year in @years")
    wide = kept.pivot_table(index=label, columns=["year", "sector"], values="employment", aggfunc="sum")
    there = np.logical_and.reduce([wide[year].notna().any(axis=1) if year in wide else False for year in years])
    wide = wide[there].reindex(columns=pd.MultiIndex.from_product([years, sorted(set(kept["sector"]))])).fillna(0.0)
    if wide.empty:
        raise ValueError(f"no territory has figures of all of {', '.join(map(str, years))}")
    found = decompose([wide[year].to_numpy(dtype=float) for year in years], weights)
    return pd.DataFrame({p: found.percent(p) for p in ("change", "national", "mix", "local")}, index=wide.index)


def example() -> pd.DataFrame:
    """Jobs of seven European countries in 1973 and 2011 in the shape of a reader's own table, thousands.

    Examples
    --------
    >>> example().columns.tolist()
    ['territory', 'name', 'year', 'sector', 'employment']
    """
    long = europe.jobs().stack().rename("employment").reset_index()
    long = long.query("year in (1973, 2011) and country != @europe.WEST_GERMANY")
    named = long.rename(columns={"country": "territory"}).assign(name=long["country"].map(europe.countries()))
    return named[["territory", "name", "year", "sector", "employment"]].reset_index(drop=True)
