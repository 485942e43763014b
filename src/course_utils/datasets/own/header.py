"""Which row of a file is its header, and which of its columns is which column of the shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from ..errors import BadTable
from .shapes import Column, fold, level_names
from .wish import Wish

Record = Sequence[str]
#: How many rows of notes a table may have above its header.
SEARCHED = 30
YEAR = re.compile("(?:1[789]|20|21)[0-9]{2}")


def header_row(records: Sequence[Record], wish: Wish) -> int:
    """Position of the row with the most names of the shape; the first row that is not empty if there are none."""
    scores = [score(record, wish) for record in records[:SEARCHED]]
    best = max(scores, default=0)
    if best:
        return scores.index(best)
    return next((row for row, record in enumerate(records) if any(cell.strip() for cell in record)), 0)


def score(record: Record, wish: Wish) -> int:
    """How many columns of the shape a row names."""
    given = {fold(name) for name in wish.columns.values()}
    folded = {fold(cell) for cell in record} - {""}
    return sum(bool(folded.intersection(column.names)) for column in _asked(wish)) + len(folded & given)


def places(header: Record, wish: Wish, file: Path) -> dict[str, int]:
    """Where each column of the shape stands in the file.

    Raises
    ------
    BadTable
        If one is missing, or two could be it.
    """
    found = {name: _given(name, asked, header, wish, file) for name, asked in wish.columns.items()}
    folded = [fold(cell) for cell in header]
    exact = {column.name for column in _asked(wish) if folded.count(fold(column.name)) == 1}
    taken = {*found.values(), *(folded.index(fold(name)) for name in exact)}
    for column in _asked(wish):
        if column.name in found:
            continue
        if column.name in exact:
            found[column.name] = folded.index(fold(column.name))
            continue
        candidates = [at for at, cell in enumerate(folded) if cell in column.names and at not in taken]
        candidates = _of_level(candidates, folded, wish) if column.name == "territory" else candidates
        if len(candidates) > 1:
            raise _ambiguous(column, [header[at] for at in candidates], file)
        found |= {column.name: candidates[0]} if candidates else {}
    missing = [column for column in _asked(wish) if column.required and column.name not in found]
    if missing:
        raise _missing(missing, header, found, file)
    return found


def used_places(header: Record, wish: Wish, file: Path) -> dict[str, int]:
    """The places of the columns that matter: what is neither added up nor grouped by is not read at all.

    Raises
    ------
    BadTable
        If a column is missing, if two could be it, or if years would be added up.
    """
    found = places(header, wish, file)
    if wish.aggregate and "year" in found and "year" not in wish.aggregate:
        mend = 'Put "year" into aggregate as well; the rows of one year can be taken from the result'
        raise BadTable(file, "figures of several years do not add up", mend)
    used = {c.name for c in wish.shape.columns if not wish.aggregate or c.adds or c.keep or c.name in wish.aggregate}
    return {name: at for name, at in found.items() if name in used}


def _asked(wish: Wish) -> list[Column]:
    return [column for column in wish.shape.columns if not column.counts]


def _given(name: str, asked: str, header: Record, wish: Wish, file: Path) -> int:
    """Where the column stands that the caller named."""
    known = [column.name for column in _asked(wish)]
    if name not in known:
        what = f"columns= names {name!r}, which {wish.shape.name!r} has not"
        raise BadTable(file, what, f"It has {', '.join(known)}")
    same = [at for at, cell in enumerate(header) if cell.strip() == str(asked).strip()]
    same = same or [at for at, cell in enumerate(header) if fold(cell) == fold(asked)]
    if len(same) == 1:
        return same[0]
    what = f"columns= asks for {asked!r}, which the file has {'twice' if same else 'not'}"
    raise BadTable(file, what, f"Its columns are {_listed(header)}")


def _of_level(candidates: list[int], folded: list[str], wish: Wish) -> list[int]:
    """Of several columns of codes, the one of the level that was asked for."""
    level = wish.level or wish.shape.places
    if len(candidates) < 2 or not level:
        return candidates
    names = level_names(wish.shape.places or level)
    return [at for at in candidates if folded[at] in names] or candidates


def _ambiguous(column: Column, found: list[str], file: Path) -> BadTable:
    if len(set(found)) == 1:
        return BadTable(file, f"{len(found)} columns are called {found[0]!r}", "Rename or delete all but one")
    listed = ", ".join(map(repr, found))
    mend = f'Say which one: columns={{"{column.name}": "{found[0]}"}}'
    return BadTable(file, f"several columns could be {column.name!r}: {listed}", mend)


def _missing(missing: list[Column], header: Record, found: dict[str, int], file: Path) -> BadTable:
    """The error for missing columns: what there is, the closest names, and years laid out in columns."""
    first = missing[0]
    absent = " and no column ".join(repr(column.name) for column in missing)
    what = f"no column {absent}; its columns are {_listed(header)}"
    years = [cell.strip() for cell in header if YEAR.fullmatch(cell.strip())]
    digits = [cell for cell in header if cell.strip().isdigit()]
    if len(digits) == len(years) > 1:
        mend = f"The years {years[0]} ... {years[-1]} stand in columns: make one row a year (pandas: DataFrame.melt)"
        return BadTable(file, what, mend)
    if digits:
        return BadTable(file, what, "There seems to be no header row: write the names of the columns above the data")
    free = {fold(cell): cell for at, cell in enumerate(header) if fold(cell) and at not in found.values()}
    close = [free[near] for name in first.names for near in get_close_matches(name, free, n=1, cutoff=0.7)]
    question = f"Is it {close[0]!r}? " if close else ""
    example = close[0] if close else "its name in your file"
    return BadTable(file, what, f'{question}Rename it, or say columns={{"{first.name}": "{example}"}}')


def _listed(header: Record) -> str:
    shown = [repr(cell.strip()[:40]) for cell in header[:12]]
    return ", ".join(shown) + (f" and {len(header) - 12} more" if len(header) > 12 else "")
