"""Read the tables of compiled/: citations put right, what is from memory left out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pandas as pd

from .fetch import HERE

COMPILED = HERE / "compiled"


def compiled(name: str) -> pd.DataFrame:
    """A hand-compiled table, all text, with its sources cited as the primary ones; figures from memory are refused."""
    table = pd.read_csv(COMPILED / name, dtype=str)
    flagged = [c for c in table if table[c].str.contains("from_memory", na=False).any() or c == "from_memory"]
    assert not flagged, f"{name}: figures from memory in {flagged}"
    return _cited(table)


def compiled_but_from_memory(name: str, keep: dict[str, list[str]]) -> pd.DataFrame:
    """A table with a column from_memory: rows marked "no" stay; `keep` says what other marks make empty.

    `keep` maps each mark other than "no" to the columns that it spoils (emptied); a row whose mark is mapped to [] is
    left out whole. An unknown mark is an error, so that a new one cannot slip through.
    """
    table = pd.read_csv(COMPILED / name, dtype=str)
    marks = table["from_memory"].fillna("no")
    unknown = sorted(set(marks) - {"no"} - set(keep))
    assert not unknown, f"{name}: say what to do with {unknown}"
    for mark, spoiled in keep.items():
        assert (marks == mark).any(), f"{name}: no row is marked {mark!r}"
        table.loc[marks == mark, spoiled] = None
    whole = (marks == "no") | marks.map(lambda mark: bool(keep.get(mark)))
    return _cited(table[whole].drop(columns="from_memory").reset_index(drop=True))


def addressed(table: pd.DataFrame) -> pd.DataFrame:
    """Join source and source_url into one column "citation — address", copies cited by what was copied."""
    joined = table["source"] + table["source_url"].map(lambda url: "" if pd.isna(url) else f" — {url}")
    return table.assign(source=joined.map(cite)).drop(columns="source_url")


def cite(source: str) -> str:
    """Replace addresses of copies by the citation of what was copied (compiled/citations*.csv)."""
    return " | ".join(_citations().get(part.strip(), part.strip()) for part in source.split(" | "))


def plain(name: str) -> str:
    """A name without accents, capitals, hyphens and leading article, to match two spellings."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"^(la|le) ", "", re.sub(r"[^a-z]+", " ", letters)).strip()


def _cited(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(source=table["source"].map(cite)) if "source" in table else table


@cache
def _citations() -> dict[str, str]:
    tables = [pd.read_csv(path) for path in sorted(COMPILED.glob("citations*.csv"))]
    return dict(pd.concat(tables).set_index("as_read")["cited"])
