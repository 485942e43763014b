"""Fixtures of the tests of the data themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_utils.datasets import data_root


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the data packages."""
    return data_root()
