"""All that a release holds, into dist/: `make dist`.

The wheel, the source distribution, the site, the offline edition, the print edition where `make print` has made it,
their checksums, and the release notes from CHANGELOG.md.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools import offline
from tools.archive import DIST, ROOT, SITE, edition, pack, site_files, version

SUMS = "SHA256SUMS"
NOTES = "RELEASE_NOTES.md"
PRINTED = "print.pdf"


class NotAReleaseError(RuntimeError):
    """The tag, the version and the changelog do not agree; the message says where."""


def notes(changelog: str, number: str) -> str:
    """The part of the changelog that tells of one version, without its heading.

    Raises
    ------
    NotAReleaseError
        If the changelog says nothing of that version.
    """
    found = re.search(rf"^## {re.escape(number)}\b[^\n]*\n(.*?)(?=^## |\Z)", changelog, re.M | re.S)
    if not found or not found[1].strip():
        raise NotAReleaseError(f"CHANGELOG.md says nothing under '## {number}'")
    return found[1].strip() + "\n"


def agree(tag: str, number: str, changelog: str) -> None:
    """See to it that what is tagged is what is released.

    Raises
    ------
    NotAReleaseError
        If the tag is not the version, or the changelog still calls the version unreleased.
    """
    if tag != f"v{number}":
        raise NotAReleaseError(
            f"the tag is {tag}, but pyproject.toml says {number}: tag v{number}, or change the version"
        )
    if re.search(rf"^## {re.escape(number)}\b.*unreleased", changelog, re.M | re.I):
        raise NotAReleaseError(f"CHANGELOG.md calls {number} unreleased: write the date there, then move the tag")


def build(kind: str, folder: Path) -> Path:
    """Build the wheel or the source distribution with the pinned builder."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    ending = {"wheel": "-py3-none-any.whl", "sdist": ".tar.gz"}[kind]
    return folder / f"places_that_produce-{version()}{ending}"


def checksums(files: Sequence[Path]) -> str:
    """What `sha256sum --check` reads: digest, two spaces, name; sorted by name."""
    lines = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    return "".join(f"{lines[name]}  {name}\n" for name in sorted(lines))


def release(site: Path = SITE, folder: Path = DIST) -> list[Path]:
    """Make everything; the files that the checksums name, then the checksums and the notes.

    Parameters
    ----------
    site : Path
        The folder of the built book.
    folder : Path
        Where everything goes.

    Returns
    -------
    list of Path
        What a release uploads.
    """
    files = [
        build("wheel", folder),
        build("sdist", folder),
        pack(site_files(site), edition("site.zip", folder)),
        offline.build(site, edition("offline.zip", folder)),
    ]
    if (printed := edition(PRINTED, folder)).is_file():
        files.append(printed)
    (folder / SUMS).write_text(checksums(files), encoding="utf-8")
    told = notes((ROOT / "CHANGELOG.md").read_text("utf-8"), version())
    (folder / NOTES).write_text(told, encoding="utf-8")
    return [*files, folder / SUMS, folder / NOTES]


def main(arguments: Sequence[str]) -> None:
    """Make the release and list it."""
    parser = argparse.ArgumentParser(prog="python -m tools.dist", description=__doc__)
    parser.add_argument("--tag", help="the git tag, which must be v and the version")
    if tag := parser.parse_args(arguments).tag:
        agree(tag, version(), (ROOT / "CHANGELOG.md").read_text("utf-8"))
    for path in release():
        print(f"{path.stat().st_size / 1e6:8.2f} MB  {path.relative_to(ROOT)}")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (NotAReleaseError, FileNotFoundError) as error:
        sys.exit(f"dist: {error}")
