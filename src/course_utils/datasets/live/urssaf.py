"""Urssaf: private establishments and employees, the finest official French table of places by industry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Unpack

from .cache import Kept
from .call import Call, How, answer
from .errors import ChangedFormat, NoFigures
from .sources import SOURCES, Source
from .tables import BY_COMMUNE, LIKE_OFFLINE, checked, checked_place, finished, frame_of, numbers, places, years_of
from .transport import Question

if TYPE_CHECKING:
    import pandas as pd

    Found = tuple[pd.DataFrame, Source, Question, Kept]

SECTORS = ("na17", "na38", "na88", "ape")
#: Columns of the table by département -> ours.
DEPARTEMENTS = {
    "code_departement": "departement",
    "annee": "year",
    "secteur_na17i": "label",
    "effectifs_salaries_moyens": "employment",
    "nombre_d_etablissements": "establishments",
}
#: Columns of the table by commune -> ours; and its columns of one year.
COMMUNES = {"code_commune": "code", "commune": "name", "code_departement": "departement", "ape": "label"}
WIDE = {"effectifs_salaries": "employment", "nombre_d_etablissements": "establishments"}
UNKNOWN = "unclassified"
ONE_YEAR = re.compile(rf"({'|'.join(WIDE)})_(\d{{4}})")


def urssaf(
    sectors: str = "na17",
    place: str | None = None,
    years: int | Iterable[int] | None = None,
    **how: Unpack[How],
) -> pd.DataFrame:
    """Private establishments and employees of today, by département or commune, activity and year.

    From open.urssaf.fr (https://open.urssaf.fr), without a key. "na17": means over the year since 1998, table
    nombre-etab-effectifs-salaries-et-masse-salariale-secteur-prive-dep-x-na17i (its columns could not be verified; if
    they differ, `ChangedFormat` lists those found). "na38", "na88", "ape": end of December since 2006, table
    etablissements-et-effectifs-salaries-au-niveau-commune-x-ape-last, summed by département on the service for the
    first two: no annual table by département x NA38 or NA88 since 1998 was found.

    Parameters
    ----------
    sectors : {"na17", "na38", "na88", "ape"}
        Grain of the activities. "ape" is by commune, the others by département.
    place : str, optional
        Code of a département; for "ape", of a département or a commune, and required (in Paris, Lyon and Marseille of
        an arrondissement: "75101"). All départements by default.
    years : int or iterable of int, optional
        All that there are by default.
    **how
        max_age, refresh, stale, timeout: see `How`.

    Returns
    -------
    pandas.DataFrame
        The columns of ``load("employment_departements")`` and establishments: employment is employees, sector the label
        and nace the code of the activity, total the sum of what is published for the place and year. With "ape": code,
        name, departement in the place of departement, name, region_22, nuts3. Rows of no département are left out.

    Raises
    ------
    LiveError
        If it could not be had: `Offline`, `Refused`, `ServerFailed`, `TooSlow`, `ChangedFormat` ...
    ValueError
        If the sectors are none of these, or "ape" comes without a place.
    UnknownDataset
        If no place has the code (a ``KeyError``).
    """
    if sectors not in SECTORS:
        raise ValueError(f"sectors must be one of {SECTORS}, not {sectors!r}")
    if sectors == "ape" and place is None:
        raise ValueError('sectors="ape" needs a place, département or commune: the whole country is over 1 GB')
    if place is not None:
        checked_place(place, "commune" if sectors == "ape" and len(place) == 5 else "departement")
    call, wanted = Call(**how), years_of(years)
    columns: tuple[str, ...] = LIKE_OFFLINE
    if sectors == "ape":
        columns, (frame, source, question, kept) = BY_COMMUNE, _communes(place or "", call)
    elif sectors == "na17":
        frame, source, question, kept = _departements(place, call)
    else:
        frame, source, question, kept = _summed(f"secteur_{sectors}", place, wanted, call)
    frame = frame[frame["year"].isin(wanted)] if wanted else frame
    return finished(frame, (*columns, "establishments"), ["year", columns[0], "nace"], source, question, kept)


def _export(source: Source, **clauses: str) -> Question:
    """The whole of a table, or what the clauses (where, select, group_by) leave of it."""
    address = f"{source.base}/catalog/datasets/{source.code}/exports/json"
    return Question(address, tuple(clauses.items()), source.offline)


def _where(place: str | None) -> dict[str, str]:
    column = "code_commune" if place and len(place) == 5 else "code_departement"
    return {"where": f'{column}="{place}"'} if place else {}


def _departements(place: str | None, call: Call) -> Found:
    source = SOURCES["urssaf_departements"]
    question = _export(source, **_where(place))

    def read(records: Any) -> pd.DataFrame:
        frame = frame_of(records, DEPARTEMENTS, question)[list(DEPARTEMENTS)].rename(columns=DEPARTEMENTS)
        return _labelled(frame.merge(places(), on="departement"), "departement", question)

    frame, kept = answer(question, read, call)
    return frame, source, question, kept


def _communes(place: str, call: Call) -> Found:
    source = SOURCES["urssaf_communes"]
    question = _export(source, **_where(place))

    def read(records: Any) -> pd.DataFrame:
        return _labelled(_tidy(records, COMMUNES, question), "code", question)

    frame, kept = answer(question, read, call)
    return frame, source, question, kept


def _summed(column: str, place: str | None, wanted: list[int], call: Call) -> Found:
    """The table by commune, summed by the service by département and sector."""
    source = SOURCES["urssaf_communes"]
    fields = Question(f"{source.base}/catalog/datasets/{source.code}", (), source.offline)
    names, _described = answer(fields, lambda document: _fields(document, column, fields), call)
    years = {name: ONE_YEAR.fullmatch(name) for name in names}
    sums = [f"sum({name}) as {name}" for name, hit in years.items() if hit and (not wanted or int(hit[2]) in wanted)]
    if not sums:
        raise fields.fails(NoFigures, f"has no column of {wanted}")
    columns = {"code_departement": "departement", column: "label"}
    question = _export(source, select=",".join([*columns, *sums]), group_by=",".join(columns), **_where(place))

    def read(records: Any) -> pd.DataFrame:
        return _labelled(_tidy(records, columns, question).merge(places(), on="departement"), "departement", question)

    frame, kept = answer(question, read, call)
    return frame, source, question, kept


def _fields(document: Any, column: str, question: Question) -> list[str]:
    """Names of the columns of a table, from its description."""
    try:
        names = [str(field["name"]) for field in document["fields"]]
    except (KeyError, TypeError) as error:
        raise question.fails(ChangedFormat, "expected a description with a list of fields") from error
    needed = {*(f"{stem}_<year>" for stem in WIDE), "code_departement", column}
    if missing := sorted(needed - {re.sub(r"_\d{4}$", "_<year>", name) for name in names}):
        raise question.fails(ChangedFormat, f"expected the columns {', '.join(missing)}; found {', '.join(names[:40])}")
    return names


def _tidy(records: Any, columns: dict[str, str], question: Question) -> pd.DataFrame:
    """One row a year from one column a year; years in which a cell has neither figure are left out."""
    import pandas as pd

    wide = frame_of(records, columns, question)
    years: dict[int, dict[str, str]] = {}
    for hit in filter(None, map(ONE_YEAR.fullmatch, map(str, wide.columns))):
        years.setdefault(int(hit[2]), {})[hit[0]] = WIDE[hit[1]]
    if not years or any(len(pair) < len(WIDE) for pair in years.values()):
        expected = " and ".join(f"{stem}_<year>" for stem in WIDE)
        raise question.fails(ChangedFormat, f"expected columns {expected}; found {', '.join(map(str, wide.columns))}")
    parts = [
        wide[[*columns, *pair]].rename(columns={**columns, **pair}).assign(year=year)
        for year, pair in sorted(years.items())
    ]
    return pd.concat(parts, ignore_index=True).dropna(subset=list(WIDE.values()), how="all")


def _labelled(frame: pd.DataFrame, place: str, question: Question) -> pd.DataFrame:
    """Labels split into code and words, figures as numbers, and the sum of its place and year beside each."""
    label = frame["label"].astype(str).where(frame["label"].notna(), UNKNOWN)
    frame = checked(frame.assign(label=label), ["year", place, "label"], question)
    frame = frame.assign(**{name: numbers(frame[name], question) for name in ("year", *WIDE.values())})
    parts = label.str.partition(" ")  # "C1 Denrées alimentaires": code, blank, words
    frame = frame.assign(nace=parts[0], sector=parts[2].where(parts[2] != "", parts[0]))
    frame = frame.sort_values("nace", kind="stable")
    return frame.assign(total=frame.groupby([place, "year"])["employment"].transform("sum"))
