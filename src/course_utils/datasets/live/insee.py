"""INSEE: population of reference and jobs at the place of work, through its Melodi service."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Unpack
from urllib.parse import urlsplit

from ..loading import load
from .call import Call, How, answer, parsed
from .errors import ChangedFormat, TooLarge
from .sources import SOURCES
from .tables import BY_COMMUNE, LIKE_OFFLINE, checked, checked_place, finished, frame_of, numbers, places, years_of
from .transport import Question, fetch

if TYPE_CHECKING:
    import pandas as pd

#: table -> key of SOURCES, filters.
TABLES: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "population": ("insee_population", (("POPREF_MEASURE", "PMUN"),)),
    "employment": (
        "insee_employment",
        (("RP_MEASURE", "NBEMP"), ("SEX", "_T"), ("PCS", "_T"), ("EMPFORM", "_T")),
    ),
}
LEVELS = {"departement": "DEP", "commune": "COM"}
#: Codes of the census's five sectors -> NACE, sector.
SECTORS = {
    "AZ": ("A", "agriculture"),
    "BE": ("B-E", "industry"),
    "FZ": ("F", "construction"),
    "GU": ("G-N, R-U", "trade_transport_services"),
    "OQ": ("O-Q", "public_admin_education_health"),
}
#: level -> data set of the course that names its places, the columns that do.
PLACES = {
    "departement": ("departements", ["code", "name", "region"]),
    "commune": ("communes", ["code", "name", "departement", "region", "epci"]),
}
VALUE = "OBS_VALUE_NIVEAU"
PAGE, PAGES = 10_000, 25  # rows a page; the service takes 30 calls a minute


def insee(
    table: str = "population",
    level: str = "departement",
    place: str | None = None,
    years: int | Iterable[int] | None = None,
    **how: Unpack[How],
) -> pd.DataFrame:
    """Population or jobs of today, by département or commune.

    Tables DS_POPULATIONS_REFERENCE and DS_RP_EMPLOI_LT_COMP of INSEE's Melodi service (https://api.insee.fr/melodi),
    without a key. The package pynsee asks the same service, but leaves its certificate unchecked: see `transport`.

    Parameters
    ----------
    table : {"population", "employment"}
        Inhabitants (population municipale), or jobs at the place of work at the census, in five sectors.
    level : {"departement", "commune"}
        Which places.
    place : str, optional
        Code of a département; with level "commune", of a département (all its communes) or a commune, and required.
    years : int or iterable of int, optional
        All that there are by default.
    **how
        max_age, refresh, stale, timeout: see `How`.

    Returns
    -------
    pandas.DataFrame
        "population": the columns that name the places in ``load("departements")`` or ``load("communes")`` (code, name,
        ...), year, population, source. "employment": the columns of ``load("employment_departements")``, total as
        published, else the sum of the five sectors; by commune, code, name, departement stand in the place of
        departement, name, region_22, nuts3.

    Raises
    ------
    LiveError
        If it could not be had: `Offline`, `Refused`, `ServerFailed`, `TooSlow`, `ChangedFormat` ...
    ValueError
        If table or level is neither, or communes come without a place.
    UnknownDataset
        If no place has the code (a ``KeyError``).
    """
    if table not in TABLES or level not in LEVELS:
        raise ValueError(f"table must be one of {list(TABLES)}, level one of {list(LEVELS)}, not {table!r}, {level!r}")
    key, filters = TABLES[table]
    source = SOURCES[key]
    params = (("GEO", _geo(level, place)), *filters, *(("TIME_PERIOD", str(year)) for year in years_of(years)))
    question = Question(f"{source.base}/data/{source.code}", (*params, ("maxResult", str(PAGE))), source.offline)
    shape, keys = (
        (_population, ["year", "code"]) if table == "population" else (_employment, ["year", "code", "sector"])
    )

    def read(rows: Any) -> pd.DataFrame:
        return checked(shape(_observations(rows, level, question), level, question), keys, question)

    frame, kept = answer(question, read, Call(**how), _all_pages)
    return finished(frame, _columns(table, level), keys, source, question, kept)


def _columns(table: str, level: str) -> Iterable[str]:
    if table == "population":
        return *PLACES[level][1], "year", "population", "source"
    return LIKE_OFFLINE if level == "departement" else BY_COMMUNE


def _geo(level: str, place: str | None) -> str:
    """The filter on places: all départements, one, one commune, or (``DEP-38*COM``) the communes of a département."""
    if place is None:
        if level == "commune":
            raise ValueError('level="commune" needs a place: a département or a commune')
        return LEVELS[level]
    inside = level == "commune" and len(place) != 5
    checked_place(place, "departement" if inside else level)
    return f"DEP-{place}*COM" if inside else f"{LEVELS[level]}-{place}"


def _all_pages(question: Question, until: float) -> bytes:
    """The observations of all pages as one list; a page says where the next one is."""
    host = urlsplit(question.url).netloc
    asked, rows = question, []
    for _page in range(PAGES):
        document = parsed(fetch(asked, until), asked)
        try:
            rows += document["observations"]
            paging = document.get("paging") or {}
            following = "" if paging.get("isLast", True) else str(paging["next"])
        except (KeyError, TypeError, AttributeError) as error:
            raise question.fails(ChangedFormat, "expected observations and, if there are more, a next page") from error
        if not following:
            return json.dumps(rows).encode()
        if urlsplit(following).netloc != host:
            raise question.fails(ChangedFormat, f"expected the next page on {host}, found {following}")
        asked = Question(following, (), question.instead)
    raise question.fails(TooLarge, f"more than {PAGES * PAGE} rows")


def _observations(rows: Any, level: str, question: Question) -> pd.DataFrame:
    """code, year, value and the dimensions; what has no value (secret, or counted with another place) is left out."""
    import pandas as pd

    frame = frame_of(rows, ("dimensions", "measures"), question)
    dimensions = frame_of(frame["dimensions"].tolist(), ("GEO", "TIME_PERIOD"), question)
    measures = frame_of(frame["measures"].tolist(), (VALUE,), question)[VALUE]
    value = pd.Series([cell.get("value") if isinstance(cell, dict) else None for cell in measures], name=VALUE)
    places_found = dimensions["GEO"].astype(str).str.extract(rf"^(?:\d{{4}}-)?{LEVELS[level]}-(?P<code>\w+)$")
    if places_found["code"].isna().any():
        odd = dimensions["GEO"][places_found["code"].isna()].iloc[0]
        raise question.fails(ChangedFormat, f"expected places like 2025-{LEVELS[level]}-38, found {odd}")
    years = numbers(dimensions["TIME_PERIOD"].astype(str).str[:4], question)
    frame = dimensions.assign(code=places_found["code"], year=years, value=numbers(value, question))
    return frame.dropna(subset="value").assign(value=lambda kept: kept["value"].round().astype("int64"))


def _population(frame: pd.DataFrame, level: str, _question: Question) -> pd.DataFrame:
    offline, place = PLACES[level]
    names = load(offline)[place].astype({"code": str})
    return frame[["code", "year", "value"]].rename(columns={"value": "population"}).merge(names, how="left", on="code")


def _employment(frame: pd.DataFrame, level: str, question: Question) -> pd.DataFrame:
    if "EMP_ACTIVITY" not in frame:
        raise question.fails(ChangedFormat, f"expected the dimension EMP_ACTIVITY; found {', '.join(frame.columns)}")
    found = sorted(frame["EMP_ACTIVITY"].astype(str).unique())
    totals = frame[frame["EMP_ACTIVITY"] == "_T"].rename(columns={"value": "total"})[["code", "year", "total"]]
    frame = frame[frame["EMP_ACTIVITY"].isin(SECTORS)].rename(columns={"value": "employment"})
    if frame.empty:
        raise question.fails(ChangedFormat, f"expected the sectors {', '.join(SECTORS)}; found {', '.join(found)}")
    for at, name in enumerate(("nace", "sector")):
        frame[name] = frame["EMP_ACTIVITY"].map({code: pair[at] for code, pair in SECTORS.items()})
    if totals.empty:
        frame["total"] = frame.groupby(["code", "year"])["employment"].transform("sum")
    else:
        frame = frame.merge(totals, on=["code", "year"])
    frame = frame[["code", "year", "sector", "nace", "employment", "total"]]
    if level == "departement":
        return frame.merge(places().assign(code=places()["departement"]), on="code")
    return frame.merge(load("communes")[["code", "name", "departement"]].astype({"code": str}), how="left", on="code")
