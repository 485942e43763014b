"""Zip files whose bytes depend on nothing but what is packed, and the names that all editions share."""

from __future__ import annotations

import os
import time
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "_build" / "html"
DIST = ROOT / "dist"
NAME = "places-that-produce"
#: The oldest moment that a zip file can hold.
EARLIEST = 315_532_800


def version() -> str:
    """The version of pyproject.toml."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def edition(kind: str, folder: Path = DIST) -> Path:
    """Where an edition goes, ``places-that-produce-VERSION-KIND``."""
    return folder / f"{NAME}-{version()}-{kind}"


def moment() -> tuple[int, int, int, int, int, int]:
    """The time stamp of every member: SOURCE_DATE_EPOCH, which the Makefile takes from the commit."""
    year, month, day, hour, minute, second, *_ = time.gmtime(
        max(EARLIEST, int(os.environ.get("SOURCE_DATE_EPOCH", EARLIEST)))
    )
    return year, month, day, hour, minute, second


def site_files(site: Path, below: str = "") -> dict[str, Path]:
    """Every file of the built site by the name it gets in an archive; hidden files serve the builder only.

    Raises
    ------
    FileNotFoundError
        If the site is not built.
    """
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"no built book in {site}: run `make book` first")
    found = (path.relative_to(site) for path in site.rglob("*") if path.is_file())
    return {f"{below}{name.as_posix()}": site / name for name in found if not any(p[0] == "." for p in name.parts)}


def pack(members: Mapping[str, Path | bytes], out: Path) -> Path:
    """Write a zip file with sorted names, one time stamp and one set of permissions."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(members):
            content = members[name]
            info = zipfile.ZipInfo(name, moment())
            info.compress_type = zipfile.ZIP_DEFLATED
            # What the zip says must not depend on the system that packs: Unix, a plain file that all may read.
            info.create_system, info.external_attr = 3, 0o100644 << 16
            archive.writestr(info, content if isinstance(content, bytes) else content.read_bytes(), compresslevel=9)
    return out
