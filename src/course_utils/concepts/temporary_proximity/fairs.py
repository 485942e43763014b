"""Trade fairs: who came to German fairs before the pandemic and after, a trip having become harder in between."""

from __future__ import annotations

import pandas as pd

from course_utils.datasets import load


def exhibitors() -> pd.DataFrame:
    """Exhibitors at the international and national fairs of Germany, by origin.

    Returns
    -------
    DataFrame
        By origin: ``2019``, ``2022`` and ``change``, a fraction; the deepest fall first.

    Examples
    --------
    >>> exhibitors().round(2).loc["China"].tolist()
    [16000.0, 4800.0, -0.7]
    """
    table = load("proximity_results", "trade_fairs").dropna(subset=["origin"])
    found = table.pivot(index="origin", columns="date", values="value").astype(float)
    found.index, found.columns = found.index.astype(str), found.columns.astype(str)
    found = found.assign(change=found["2022"] / found["2019"] - 1).sort_values("change")
    return found.rename_axis(columns=None)
