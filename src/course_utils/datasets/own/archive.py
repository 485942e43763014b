"""An Excel workbook as an archive: looked through, without being unpacked to disk, before anything parses it."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from ..errors import BadTable
from . import files

MEMBERS = 5000
MARKUP = (".xml", ".rels", ".vml")
ENTITIES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3}\d+:[A-Z]{1,3}\d+)["']""")
FOREIGN = "Save the table again in the spreadsheet as .xlsx or CSV, and do not open a file that you were not expecting"


def merged_cells(path: Path) -> dict[str, list[str]]:
    """Check a workbook's archive; return the merged cells of each of its sheets, by member.

    Raises
    ------
    BadTable
        If the archive is broken, is no workbook, leaves its folder, is a bomb, or declares entities.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_members(path, archive.infolist())
            _check_size(path, archive.infolist())
            return {name: _merged(path, archive.read(name), name) for name in archive.namelist() if _is_markup(name)}
    except BadTable:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise BadTable(path, f"the workbook is damaged ({error})", "Download it or save it again") from error


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Refuse names that lead out of the archive, encrypted members, and archives that are no workbook."""
    for member in members:
        parts = PurePosixPath(member.filename.replace("\\", "/"))
        if parts.is_absolute() or ".." in parts.parts or re.match(r"[A-Za-z]:", member.filename):
            what = f"its member {member.filename!r} leads out of the archive"
            raise BadTable(path, what, FOREIGN)
        if member.flag_bits & 1:
            raise BadTable(path, f"its member {member.filename!r} is encrypted", "Save it without a password")
    names = {member.filename for member in members}
    if "[Content_Types].xml" not in names:
        listed = ", ".join(sorted(names)[:3]) or "nothing"
        what = f"a zip archive that is no Excel workbook; it holds {listed}"
        raise BadTable(path, what, "Unpack it and give the table itself")
    if len(members) > MEMBERS or len(names) < len(members):
        raise BadTable(path, f"an archive of {len(members):,} members, some perhaps twice", FOREIGN)


def _check_size(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Refuse what is too large unpacked; zipfile never gives more bytes than a member declares."""
    unpacked, packed = sum(member.file_size for member in members), path.stat().st_size
    if unpacked > files.RATIO_FROM and unpacked > files.RATIO * packed:
        raise files.bomb(path, unpacked, packed)
    if unpacked > files.LIMIT:
        raise BadTable(path, f"unpacked it has {unpacked:,} bytes, more than {files.LIMIT:,}", "Save the sheet as CSV")


def _is_markup(name: str) -> bool:
    return name.lower().endswith(MARKUP)


def _merged(path: Path, data: bytes, name: str) -> list[str]:
    """Refuse markup that could hide or declare entities; return its merged cells."""
    declared = ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    plain = declared is None or declared[1].lower() in (b"utf-8", b"utf8", b"us-ascii", b"ascii")
    if not plain or b"\x00" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BadTable(path, f"its member {name!r} is not in UTF-8", FOREIGN)
    if ENTITIES.search(data):
        raise BadTable(path, f"its member {name!r} declares entities, which no spreadsheet does", FOREIGN)
    return [reference.decode() for reference in MERGED.findall(data)]
