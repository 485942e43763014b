"""The files of a dataset as the site offers them: those of its package as they are, and each table as Parquet."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from sphinx.application import Sphinx

from course_utils.datasets import data_root, load
from course_utils.datasets.descriptors import checked_path, descriptor, names
from course_utils.sphinx_ext.assets import is_html
from course_utils.words import _, number

#: Folder of the site, below its root.
FOLDER = "data"
FORMATS = {".csv": "CSV", ".csv.gz": "CSV, gzip", ".geojson": "GeoJSON", ".parquet": "Parquet", ".yaml": "YAML"}


@dataclass(frozen=True)
class Download:
    """One file that a page offers.

    Parameters
    ----------
    path : Path
        Where it lies on this machine.
    address : str
        Where it lies in the site, from its root.
    table : str
        Title of what it holds.
    """

    path: Path
    address: str
    table: str

    def text(self) -> str:
        """Text of its link: what, in which format, how large."""
        ending = next(end for end in sorted(FORMATS, key=len, reverse=True) if self.address.endswith(end))
        return f"{self.table}: {FORMATS[ending]}, {size(self.path.stat().st_size)}"


def size(count: int) -> str:
    """Print a number of bytes.

    Examples
    --------
    >>> size(1_234_567).replace(chr(0x202F), " "), size(4_321).replace(chr(0x202F), " ")
    ('1.2 MB', '4 kB')
    """
    return str(number(count / 1e6, 1, "MB") if count >= 1e6 else number(max(count / 1e3, 1), 0, "kB"))


def downloads(name: str) -> list[Download]:
    """Return the files of a dataset, in the order of its description."""
    found = []
    for resource in descriptor(name)["resources"]:
        path = checked_path(name, resource)
        found.append(Download(path, f"{FOLDER}/{name}/{path.name}", resource["title"]))
        if "schema" in resource:
            address = f"{FOLDER}/{name}/{resource['name']}.parquet"
            found.append(Download(parquet(name, resource), address, resource["title"]))
    card = data_root() / name / "datapackage.yaml"
    return [*found, Download(card, f"{FOLDER}/{name}/{card.name}", _("Description of all files (Data Package)"))]


def parquet(name: str, resource: dict[str, Any]) -> Path:
    """Return a table as Parquet, made anew only if the table or its schema changed.

    The bytes depend on nothing but the table and the version of pyarrow.
    """
    seen = hashlib.sha256(f"{pa.__version__} {resource!r}".encode() + Path(__file__).read_bytes())
    folder = Path(os.environ["COURSE_UTILS_CACHE"]) / "parquet"
    path = folder / f"{name}-{resource['name']}-{seen.hexdigest()[:16]}.parquet"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{name}-{resource['name']}-{'?' * 16}.parquet"):
            old.unlink(missing_ok=True)
        frame = load(name, resource["name"])
        frame.attrs = {}
        part = path.with_suffix(f".{os.getpid()}.part")
        pq.write_table(pa.Table.from_pandas(frame, preserve_index=False), part, compression="zstd")
        part.replace(path)
    return path


def copy_downloads(app: Sphinx, error: Exception | None) -> None:
    """Put the files beside the pages that offer them."""
    if error or not is_html(app):
        return
    for download in (one for name in names() for one in downloads(name)):
        target = Path(app.outdir) / download.address
        if not target.exists() or target.read_bytes() != download.path.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(download.path, target)
