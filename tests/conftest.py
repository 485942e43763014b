"""Fixtures that tests of any kind may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.chromium import FLAGS, find_or_install


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the clone."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """A Chromium that starts; the tests that ask for it fail, and are never skipped, where there is none."""
    return find_or_install()


@pytest.fixture(scope="session")
def chromium_flags() -> tuple[str, ...]:
    """How Chromium is started: as any user, with no screen, calling nobody."""
    return FLAGS
