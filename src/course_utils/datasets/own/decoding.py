"""Bytes of a file into text: UTF-8, UTF-16 or Windows-1252, told apart by what they hold; anything else is refused."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from ..errors import BadTable

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
WESTERN = "cp1252"
#: An accented letter in UTF-8, as bytes.
_ACCENT = re.compile(rb"[\xc3-\xc5][\x80-\xbf]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
SAVE = 'Save the file again as "CSV UTF-8"'


def decoded(data: bytes, file: Path, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file and its encoding.

    Raises
    ------
    BadTable
        If the bytes are no text, or mix encodings.
    """
    mark = next((name for start, name in MARKS.items() if data.startswith(start)), None)
    if encoding is None and mark is None and b"\x00" in data:
        raise BadTable(
            file,
            f"not a text: it has a zero byte at position {data.index(0):,}",
            f"If it is one, {SAVE[0].lower()}{SAVE[1:]}",
        )
    chosen = encoding or mark or ("utf-8" if _is_utf8(data) else WESTERN)
    if chosen == WESTERN and encoding is None and _ACCENT.search(data):
        place = _row_of_first_error(data)
        raise BadTable(file, f"the encodings UTF-8 and Windows-1252 are mixed (row {place})", SAVE)
    try:
        text = data.decode(chosen)
    except (LookupError, UnicodeError, ValueError) as error:
        written = f"in {chosen}" if encoding or mark else "in UTF-8 or Windows-1252"
        raise BadTable(file, f"the file is not written {written} ({error})", f"{SAVE}, or say encoding=") from error
    _refuse_other_kinds(text, file)
    return text, chosen


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _row_of_first_error(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 1


def _refuse_other_kinds(text: str, file: Path) -> None:
    """Refuse texts that are no table: nothing but blanks, control characters, markup, JSON."""
    start = text[:1000].lstrip("\ufeff \t\r\n")
    if not text.strip("\ufeff \t\r\n"):
        raise BadTable(file, "the file holds nothing but blanks", "Check that the export was complete")
    if found := _CONTROL.search(text):
        row = text.count("\n", 0, found.start()) + 1
        raise BadTable(file, f"the control character {found[0]!r} stands in row {row}: not a text", SAVE)
    for opening, kind in (("<", "a page of markup (HTML or XML)"), ("{", "JSON"), ("[{", "JSON")):
        if start.startswith(opening):
            raise BadTable(file, f"this is {kind}, not a table", "Download the CSV or Excel file itself")
