"""Fixtures that tests of any kind may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from xdist.remote import Producer
from xdist.scheduler import Scheduling

from tests.shares import Shares
from tools.chromium import FLAGS, find_or_install

# `make test` tries the same examples each time, so that CI says something of the change and not of its luck;
# `make verify` draws new ones.
settings.register_profile("same", derandomize=True)
settings.register_profile("new", derandomize=False, print_blob=True)
settings.load_profile("same")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling:
    """Share the tests out among the workers as tests/shares.py says."""
    return Shares(config, log)


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


# Not for the session: Playwright's loop must be closed before other tests (notebooks, JupyterLab) start their own.
@pytest.fixture(scope="module")
def browser(chromium_path: str, chromium_flags: tuple[str, ...]) -> Iterator[Browser]:
    """Chromium, one for the tests of a file; tests/browser, where no test has a loop of its own, keeps one for all."""
    yield from chromium(chromium_path, chromium_flags)


def chromium(chromium_path: str, chromium_flags: tuple[str, ...]) -> Iterator[Browser]:
    """Start Chromium, and close it and its loop."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=list(chromium_flags))
        yield browser
        browser.close()
