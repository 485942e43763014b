"""The cheap builders run again and give the same bytes; those that need the archives are run by `make data`."""

from __future__ import annotations

import hashlib
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest

from data.builders import _dates, _package, _quantities, fetch

# Families that read compiled/ and tables already built: no download, no library beyond those of the course.
CHEAP = [
    "circularity", "citizens", "competences", "facts", "germany", "parameters", "policy", "poles",
    "regional_employment", "symbiosis", "synthetic",
]  # fmt: skip


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of each file of each package of a folder."""
    return {
        f"{path.parent.name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.glob("*/*")
        if path.is_file()
    }


@pytest.mark.parametrize("family", CHEAP)
def test_builder_gives_the_committed_bytes(
    family: str, tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_package, "DATA", tmp_path)
    monkeypatch.setattr(fetch, "_checked", lambda path: pytest.fail(f"{family} reads the archive {path.name}"))
    import_module(f"data.builders.{family}").build()
    made, committed = digests(tmp_path), digests(root)
    assert made
    assert made == {name: committed[name] for name in made}


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("1948-06-21", "1948-06-21", "1948-06-21", "day"),
        ("1957-04", "1957-04-01", "1957-04-30", "month"),
        ("1963", "1963-01-01", "1963-12-31", "year"),
        ("c.2008", "2008-01-01", "2008-12-31", "year"),
        ("1998 to c. 2009", "1998-01-01", "2009-12-31", "span"),
        ("1939-1986", "1939-01-01", "1986-12-31", "span"),
        ("2019-10-04 to 2020-06-21", "2019-10-04", "2020-06-21", "span"),
    ],
)
def test_dates(text: str, start: str, end: str, precision: str) -> None:
    found = _dates.span(text)
    assert (found.start, found.end, found.precision) == (pd.Timestamp(start), pd.Timestamp(end), precision)


@pytest.mark.parametrize("text", ["undated", "2005?", "12 July 2005", "2005-13"])
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        _dates.span(text)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("1,600", "labs", (1600, None, None, "exact", "labs")),
        ("95", "% (over)", (95, 95, None, "at least", "%")),
        ("3", "% (less than)", (3, None, 3, "at most", "%")),
        ("60", "% (nearly)", (60, None, None, "about", "%")),
        ("55-70", "%", (None, 55, 70, "range", "%")),
        (None, "", (None, None, None, "none", "")),
    ],
)
def test_quantities(value: str | None, unit: str, expected: tuple) -> None:
    row = _quantities.with_quantities(pd.DataFrame({"value": [value], "unit": [unit]})).iloc[0]
    found = tuple(
        None if pd.isna(row[c]) else row[c] for c in ("value", "value_low", "value_high", "value_flag", "unit")
    )
    assert found == expected


def test_a_value_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError):
        _quantities.quantity("more than half")
