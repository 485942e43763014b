"""How many communes there are since 1943, and what changed their number."""

from __future__ import annotations

from functools import cache

import pandas as pd

from course_utils.datasets import load

#: Kinds of events by what they do; the names are those of the dataset.
KINDS = {
    "merger": ("merger", "merger with associated communes"),
    "new": ("commune nouvelle",),
    "separation": ("separation", "creation"),
}
WAVES = ((1964, 1974), (2015, 2019))


@cache
def counts() -> pd.Series:
    """Return the number of communes on 1 January by year, 1943 to 2019, and in 2026.

    Examples
    --------
    >>> counts().loc[[1943, 2019, 2026]].tolist()
    [38140, 34970, 34875]
    """
    history = load("commune_history").set_index("year")["communes"]
    return pd.concat([history, pd.Series({2026: len(load("communes"))})])


@cache
def yearly(event: str) -> pd.Series:
    """Return what events of one kind did to the number of communes, year by year.

    Parameters
    ----------
    event : {"all", "merger", "new", "separation"}
        All events; mergers under the law of 1971 and before; communes nouvelles (2010); separations and creations.

    Examples
    --------
    >>> int(yearly("new").loc[2016]), int(yearly("separation").sum() > 0)
    (-786, 1)
    """
    table = load("commune_history", "events")
    own = table if event == "all" else table[table["event"].isin(KINDS[event])]
    return own.groupby("year")["change"].sum().reindex(range(1943, 2020), fill_value=0)
