"""Fixtures of the tests of `live`: an office on this machine, a cache of its own, no way to the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from course_utils.datasets.live import sources, transport
from tests.datasets.live.office import Office, opened

PROXIES = [name for stem in ("http", "https", "all", "no") for name in (f"{stem}_proxy", f"{stem.upper()}_PROXY")]


@pytest.fixture(autouse=True)
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Short limits, no proxy, a cache that nobody else uses, and no address outside this machine."""
    monkeypatch.setenv("COURSE_UTILS_CACHE", str(tmp_path / "cache"))
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(transport, "PAUSES", (0.01, 0.02, 0.04))
    monkeypatch.setattr(transport, "READ", 2.0)
    for service in sources.SERVICES:
        monkeypatch.setitem(sources.SERVICES, service, "http://127.0.0.1:9")  # the discard port: nobody listens


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """The office that all services are asked of."""
    with opened() as here:
        for service in sources.SERVICES:
            monkeypatch.setitem(sources.SERVICES, service, here.base)
        yield here
