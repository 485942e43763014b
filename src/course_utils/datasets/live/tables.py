"""From what a service sent to a table like those of the course: checked, typed, with its origin."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from ..errors import UnknownDataset
from ..language import in_language
from ..loading import load
from ..own.codes import known, rolled
from .cache import Kept
from .errors import ChangedFormat, NoFigures
from .sources import LICENCES, PUBLISHERS, SOURCES, THROUGH, Source
from .transport import Question

if TYPE_CHECKING:
    import pandas as pd

#: Columns of `employment_departements`, which every table by département and sector has.
LIKE_OFFLINE = (
    "departement",
    "name",
    "region_22",
    "year",
    "sector",
    "employment",
    "total",
    "nace",
    "nuts3",
    "source",
)
#: The same by commune.
BY_COMMUNE = ("code", "name", "departement", "year", "sector", "employment", "total", "nace", "source")


@cache
def places() -> pd.DataFrame:
    """Départements as `employment_departements` names them: departement, nuts3, name, region_22."""
    labels = load("employment_departements")[["departement", "name", "region_22"]].astype(str).drop_duplicates()
    codes = load("nuts_departements")[["departement", "nuts3"]].astype(str)
    return codes.merge(labels, on="departement", validate="one_to_one")


def years_of(years: int | Iterable[int] | None) -> list[int]:
    """The years asked for, sorted; none means all.

    Examples
    --------
    >>> years_of(2018), years_of((2018, 2008)), years_of(None)
    ([2018], [2008, 2018], [])
    """
    if years is None:
        return []
    return sorted({int(year) for year in ([years] if isinstance(years, int) else years)})


def checked_place(code: str, level: str) -> str:
    """A code that may be asked for: of a département, or of a commune (one that has merged since, too).

    Raises
    ------
    UnknownDataset
        If no place has it.

    Examples
    --------
    >>> checked_place("38", "departement"), checked_place("69381", "commune")
    ('38', '69381')
    """
    good = code in known("departement") if level == "departement" else rolled(code, "departement") is not None
    if not good:
        raise UnknownDataset(code, known(level), what=f"{level} with code")
    return code


def frame_of(records: Any, needed: Iterable[str], question: Question) -> pd.DataFrame:
    """A table of records (dictionaries) that has at least the columns that are needed."""
    import pandas as pd

    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise question.fails(ChangedFormat, "expected a list of records, found something else")
    if not records:
        raise question.fails(NoFigures, "has no row for this question")
    frame = pd.DataFrame(records)
    missing = sorted(set(needed) - set(frame.columns))
    if missing:
        found = ", ".join(map(str, frame.columns[:40]))
        raise question.fails(ChangedFormat, f"expected the columns {', '.join(missing)}; found {found}")
    return frame


def numbers(values: pd.Series, question: Question) -> pd.Series:
    """Numbers: integers where there is no gap and no fraction."""
    import pandas as pd

    try:
        found = pd.to_numeric(values)
    except (TypeError, ValueError) as error:
        raise question.fails(ChangedFormat, f"expected numbers in {values.name}: {error}") from error
    whole = found.notna().all() and (found % 1 == 0).all()
    return found.astype("int64") if whole else found.astype("float64")


def checked(frame: pd.DataFrame, keys: list[str], question: Question) -> pd.DataFrame:
    """The table, if it has rows and one a cell: figures that come twice would be added up twice."""
    if frame.empty:
        raise question.fails(NoFigures, "has no row for this question")
    twice = frame[frame.duplicated(keys)]
    if len(twice):
        cell = ", ".join(f"{key} {twice.iloc[0][key]}" for key in keys)
        raise question.fails(ChangedFormat, f"expected one value a cell, found several for {cell}")
    return frame


def finished(
    frame: pd.DataFrame, columns: Iterable[str], keys: list[str], source: Source, question: Question, kept: Kept
) -> pd.DataFrame:
    """The columns in their order, rows in theirs, words as categories, and ``attrs`` that `provenance` reads."""
    import pandas as pd

    frame = checked(frame, keys, question).assign(source=f"{PUBLISHERS[source.service]}, table {source.code}")
    for column in frame.select_dtypes(exclude="number"):
        seen = frame[column].dropna().unique().tolist()
        frame[column] = frame[column].astype(pd.CategoricalDtype(seen if column == "sector" else sorted(seen)))
    frame = frame.sort_values(keys, ignore_index=True)[list(columns)]
    frame.attrs = _origin(source, question, kept, len(frame))
    return frame


def _origin(source: Source, question: Question, kept: Kept, rows: int) -> dict[str, Any]:
    """What ``attrs`` says at a glance, and under "provenance" all that `provenance` tells of any table."""
    date = kept.retrieved.isoformat()
    name = f"live.{next(key for key, value in SOURCES.items() if value == source)}"
    told = {
        "dataset": name,
        "title": in_language({"title": source.title, "title_fr": source.title_fr}, "title"),
        "kind": "official",
        "resource": source.code,
        "file": question.url,
        "sha256": hashlib.sha256(kept.body).hexdigest(),
        "rows": rows,
        "sources": [
            {
                "title": source.title,
                "publisher": PUBLISHERS[source.service],
                "path": source.page,
                "version": f"as answered on {date[:10]}",
                "through": THROUGH[source.service],
                "retrieved": date,
            }
        ],
        "licences": [dict(LICENCES[source.service])],
        "caveats": list(source.caveats),
        "concepts": [],
    }
    licence = LICENCES[source.service]["title"]
    return {"dataset": name, "source": source.page, "retrieved": date, "licence": licence, "provenance": told}
