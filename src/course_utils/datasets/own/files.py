"""Which files a reader means, and whether they may be opened: regular, not empty, of a known kind, not too large."""

from __future__ import annotations

import glob
import gzip
import os
import stat
import zlib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ..errors import BadTable

#: Bytes, once unpacked, that are read into memory; larger files are added up out of core.
LIMIT = 200_000_000
#: Larger ratios of unpacked to packed bytes are met in bombs only.
RATIO, RATIO_FROM = 200, 10_000_000
KINDS = {b"PK\x03\x04": "zip", b"PK\x05\x06": "zip", b"PAR1": "parquet", b"\x1f\x8b": "gz", b"\xd0\xcf\x11\xe0": "ole"}
OLD = "an old .xls workbook, or one protected by a password"


@dataclass(frozen=True)
class Source:
    """A file that may be opened.

    Parameters
    ----------
    path : Path
        Where it is.
    kind : {"text", "gz", "zip", "parquet"}
        What its first bytes say, whatever its name says.
    size : int
        Bytes on disk.
    """

    path: Path
    kind: str
    size: int


def sources(given: str | os.PathLike[str]) -> list[Source]:
    """The files that a path, or a pattern such as "parts/*.parquet", names, in alphabetical order.

    Raises
    ------
    BadTable
        If there is none, or one that cannot be a table.
    """
    text = os.path.expanduser(os.fspath(given))
    if "://" in text:
        raise BadTable(text, "this is an address", "Download the file first, then give its path")
    try:
        found = [text] if os.path.lexists(text) else sorted(glob.glob(text, recursive=True))
    except (ValueError, OSError) as error:
        raise BadTable(text, f"this is not a path ({error})", "Give the path of a file") from error
    if not found:
        raise BadTable(text, "there is no such file", _nearby(Path(text)))
    return [_source(Path(path)) for path in found]


def content(source: Source, most: int) -> tuple[bytes, bool]:
    """At most the first `most` bytes of a text file, unpacked if need be, and whether they are all of it."""
    try:
        with gzip.open(source.path) if source.kind == "gz" else open(source.path, "rb") as stream:
            data = stream.read(most + 1)
    except (EOFError, zlib.error, OSError) as error:
        what = f"the file cannot be read to its end ({error})"
        raise BadTable(source.path, what, "Download or save it again") from error
    if source.kind == "gz" and len(data) > RATIO_FROM and len(data) > RATIO * source.size:
        raise bomb(source.path, len(data), source.size)
    return data[:most], len(data) <= most


class TooLarge(BadTable):
    """A table that does not fit in memory; it can still be added up."""


def bomb(path: Path, unpacked: int, packed: int) -> BadTable:
    """The error for a file that grows without measure when it is unpacked."""
    what = f"{packed:,} bytes unpack to at least {unpacked:,}: this looks like a zip bomb"
    return BadTable(path, what, "If you know where it comes from, unpack it yourself and give the plain CSV")


def too_large(path: Path, size: int) -> TooLarge:
    """The error for a file that does not fit in memory."""
    what = f"{size:,} bytes are more than the {LIMIT:,} that are read into memory"
    mend = 'Say what to add up, for instance aggregate=["territory", "sector", "year"]: it then need not fit'
    return TooLarge(path, what, mend)


def _source(path: Path) -> Source:
    try:
        state = os.stat(path)
    except (OSError, ValueError) as error:
        raise BadTable(path, f"the file cannot be reached ({error})", "Check the path") from error
    if stat.S_ISDIR(state.st_mode):
        raise BadTable(path, "this is a folder", f'Give one file, or a pattern such as "{path.name}/*.csv"')
    if not stat.S_ISREG(state.st_mode):
        raise BadTable(path, "this is a device, a pipe or a socket, not a file", "Save the table to a file")
    try:
        with open(path, "rb") as stream:
            first = stream.read(4)
    except OSError as error:
        raise BadTable(path, f"the file cannot be opened ({error})", "Check who may read it") from error
    if not first:
        raise BadTable(path, "the file is empty", "Check that the download or the export was complete")
    kind = next((kind for magic, kind in KINDS.items() if first.startswith(magic)), "text")
    if kind == "ole":
        raise BadTable(path, OLD, "In the spreadsheet, save it as .xlsx without a password, or as CSV")
    return Source(path, kind, state.st_size)


def _nearby(path: Path) -> str:
    """How to go on when a file is missing: the closest names of its folder."""
    try:
        there = sorted(os.listdir(path.parent))
    except (OSError, ValueError):
        return f"The folder {str(path.parent)!r} does not exist either; the working folder is {os.getcwd()!r}"
    close = get_close_matches(path.name, there, n=3, cutoff=0.6)
    if close:
        return f"Did you mean {' or '.join(map(repr, close))}?"
    return "Check the path; relative ones start where Python was started"
