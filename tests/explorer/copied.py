"""A copy of the package and of the descriptors of the data, that a test may edit, not the repository."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from course_utils.datasets import data_root
from course_utils.explorer import cache, sources


@contextmanager
def copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Have the cache look at copies, ``course_utils`` and ``data`` in `folder`."""
    package, data = folder / "course_utils", folder / "data"
    shutil.copytree(sources.PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__", "page"))
    for descriptor in data_root().glob("*/datapackage.yaml"):
        (data / descriptor.parent.name).mkdir(parents=True)
        shutil.copy(descriptor, data / descriptor.parent.name)
    for module in (sources, cache):
        monkeypatch.setattr(module, "PACKAGE", package)
    monkeypatch.setattr(cache, "data_root", lambda: data)
    sources._read_file.cache_clear()
    yield folder
    sources._read_file.cache_clear()


def touch(path: Path) -> None:
    """Change a file, as a new build sees it."""
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    sources._read_file.cache_clear()
