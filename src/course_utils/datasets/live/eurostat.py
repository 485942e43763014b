"""Eurostat: regional accounts by NUTS 3 region, which in France is the département."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Unpack

from ..loading import load
from .call import Call, How, answer
from .errors import ChangedFormat
from .jsonstat import cells
from .sources import SOURCES
from .tables import LIKE_OFFLINE, checked, finished, numbers, places, years_of
from .transport import Question

if TYPE_CHECKING:
    import pandas as pd

#: table -> key of SOURCES, filters, name of the column of values, factor from the unit of the source.
TABLES: dict[str, tuple[str, tuple[tuple[str, str], ...], str, int]] = {
    "employment": ("eurostat_employment", (("unit", "THS"), ("wstatus", "EMP")), "employment", 1000),
    "gva": ("eurostat_gva", (("unit", "CP_MEUR"),), "gross_value_added", 1),
}
TOTAL = "TOTAL"
KEYS = ["year", "departement", "sector"]
DIMENSIONS = {"nace_r2", "geo", "time"}


def eurostat(table: str = "employment", years: int | Iterable[int] | None = None, **how: Unpack[How]) -> pd.DataFrame:
    """Jobs or gross value added of the French départements by sector, from Eurostat's regional accounts of today.

    Tables nama_10r_3empers and nama_10r_3gva, through the API Statistics
    (https://ec.europa.eu/eurostat/web/user-guides/data-browser/api-data-access/api-detailed-guidelines/api-statistics),
    without a key. NUTS 3 codes become départements by `nuts_departements`.

    Parameters
    ----------
    table : {"employment", "gva"}
        Jobs of employees and self-employed (persons), or gross value added (million euro, current prices).
    years : int or iterable of int, optional
        All that there are by default.
    **how
        max_age, refresh, stale, timeout: see `How`.

    Returns
    -------
    pandas.DataFrame
        The columns of ``load("employment_departements")``; for "gva", gross_value_added in the place of employment.
        ``attrs["flags"]`` counts the marks of the source among the values ("p": provisional).

    Raises
    ------
    LiveError
        If it could not be had: `Offline`, `Refused`, `ServerFailed`, `TooSlow`, `ChangedFormat` ...
    ValueError
        If the table is neither.
    """
    if table not in TABLES:
        raise ValueError(f"table must be one of {sorted(TABLES)}, not {table!r}")
    key, filters, column, factor = TABLES[table]
    source = SOURCES[key]
    sectors = _sectors()
    params = [("format", "JSON"), ("lang", "EN"), *filters]
    params += [("nace_r2", code) for code in (*sectors, TOTAL)] + [("geo", code) for code in places()["nuts3"]]
    params += [("time", str(year)) for year in years_of(years)]
    question = Question(f"{source.base}/data/{source.code}", tuple(params), source.offline)
    frame, kept = answer(question, lambda document: _beside_totals(document, sectors, question, factor), Call(**how))
    flags = frame.loc[frame["flag"] != "", "flag"].value_counts().to_dict()
    columns = [column if name == "employment" else name for name in LIKE_OFFLINE]
    frame = finished(frame.rename(columns={"value": column}), columns, KEYS, source, question, kept)
    frame.attrs["flags"] = flags
    return frame


def _sectors() -> dict[str, str]:
    """NACE code -> sector, in the order of the table of the course."""
    pairs = load("employment_departements")[["nace", "sector"]].astype(str).drop_duplicates()
    return dict(zip(pairs["nace"], pairs["sector"], strict=True))


def _cells(document: Any, question: Question, factor: int) -> pd.DataFrame:
    """nuts3, nace, year, value, flag of the cells; other dimensions must have one code."""
    frame = cells(document, DIMENSIONS, question)
    for name in frame.columns.difference([*DIMENSIONS, "value", "flag"]):
        if frame[name].nunique() > 1:
            raise question.fails(ChangedFormat, f"expected one {name}, found {sorted(frame[name].unique())}")
    frame["year"] = numbers(frame["time"], question)
    values = numbers(frame["value"], question)
    frame["value"] = (values * factor).round().astype("int64") if factor > 1 else values.astype("float64")
    return frame.rename(columns={"geo": "nuts3", "nace_r2": "nace"})[["nuts3", "nace", "year", "value", "flag"]]


def _beside_totals(document: Any, sectors: dict[str, str], question: Question, factor: int) -> pd.DataFrame:
    """The rows of the sectors, each with the total of its place and year as published, and its place."""
    found = checked(_cells(document, question, factor), ["nuts3", "nace", "year"], question)
    totals = found[found["nace"] == TOTAL].rename(columns={"value": "total"})[["nuts3", "year", "total"]]
    frame = found[found["nace"].isin(sectors)].merge(totals, on=["nuts3", "year"]).merge(places(), on="nuts3")
    if frame.empty:
        raise question.fails(ChangedFormat, "expected French NUTS 3 regions, sectors and a total; found none together")
    order = list(sectors)
    frame = frame.assign(sector=frame["nace"].map(sectors))
    return frame.sort_values("nace", key=lambda codes: codes.map(order.index))
