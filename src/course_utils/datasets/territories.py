"""The places among which a reader chooses their own: départements and EPCI."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .errors import UnknownDataset
from .loading import load

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ["name", "departement", "region", "population", "employment_share"]
LATEST = 2026


def territories(level: str = "departement") -> pd.DataFrame:
    """List the territories of a level.

    Parameters
    ----------
    level : {"departement", "epci"}
        Which territories.

    Returns
    -------
    pandas.DataFrame
        Indexed by code, sorted: name, departement (code; the main one of an EPCI), region (code), population
        (inhabitants, in force on 1 January 2026), employment_share (share of the country's jobs in 2018,
        between 0 and 1; NaN for EPCI).

    Raises
    ------
    ValueError
        If the level is neither.

    Examples
    --------
    >>> territories().loc["38", "name"]
    'Isère'
    """
    if level not in ("departement", "epci"):
        raise ValueError(f"level must be 'departement' or 'epci', not {level!r}")
    return (_departements() if level == "departement" else _epci()).copy()


def territory(code: str) -> pd.Series:
    """Give one territory.

    Parameters
    ----------
    code : str
        Code of a département ("38", "2A", "974") or SIREN code of an EPCI ("200040715").

    Returns
    -------
    pandas.Series
        Named by the code: level, then the columns of `territories`.

    Raises
    ------
    UnknownDataset
        If no territory has this code (a ``KeyError``).

    Examples
    --------
    >>> territory("200040715")["name"]
    'Grenoble-Alpes-Métropole'
    """
    import pandas as pd

    for level, table in (("departement", _departements()), ("epci", _epci())):
        if code in table.index:
            return pd.concat([pd.Series({"level": level}), table.loc[code]]).rename(code)
    names = pd.concat([_departements()["name"], _epci()["name"]])
    same = names[names.str.casefold() == str(code).casefold()]
    hint = f"did you mean {same.index[0]!r}, the code of {same.iloc[0]}?" if len(same) else ""
    raise UnknownDataset(code, names.index, what="territory with code", hint=hint)


@cache
def _departements() -> pd.DataFrame:
    table = load("departements").set_index("code")
    jobs = (
        load("employment_departements").query("year == 2018").groupby("departement", observed=True)["employment"].sum()
    )
    table = table.assign(departement=table.index, population=table[f"population_{LATEST}"])
    table["employment_share"] = (jobs / jobs.sum()).reindex(table.index).to_numpy()
    return _plain(table)


@cache
def _epci() -> pd.DataFrame:
    table = load("epci").query("year == @LATEST").set_index("epci")
    regions = load("departements").set_index("code")["region"]
    table = table.assign(
        region=table["departement"].astype(str).map(regions.astype(str)), employment_share=float("nan")
    )
    return _plain(table)


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """Keep the common columns, as plain strings and numbers."""
    kept = table[COLUMNS].astype({"departement": "str", "region": "str"}).sort_index().rename_axis("code")
    kept.attrs = {}
    return kept
