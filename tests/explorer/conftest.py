"""The demonstration explorer and its payload, built once."""

from __future__ import annotations

from typing import Any

import pytest

from course_utils.explorer import Explorer, static
from tests.explorer.demo import explorer


@pytest.fixture
def demo() -> Explorer:
    return explorer()


@pytest.fixture(scope="session")
def payload() -> dict[str, Any]:
    return static.payload(explorer())
