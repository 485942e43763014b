"""Fixtures of the tests of datasets."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course_utils.datasets import data_root, descriptors


@pytest.fixture
def copied_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data that a test may damage, read in place of the real one."""
    root = tmp_path / "data"
    shutil.copytree(data_root(), root, ignore=shutil.ignore_patterns("builders"))
    monkeypatch.setattr(descriptors, "data_root", lambda: root)
    return root
