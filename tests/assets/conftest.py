"""Where the vendored front-end files are, and a Chromium to run them in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser

Open = Callable[[str, str], SimpleNamespace]


@pytest.fixture(scope="session")
def assets(repository: Path) -> Path:
    return repository / "book" / "assets"


@pytest.fixture(scope="session")
def plotly(assets: Path) -> SimpleNamespace:
    return SimpleNamespace(**json.loads((assets / "plotly/bundle.json").read_text("utf8")))


@pytest.fixture
def open_file(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page from ``file://`` with a script of the assets; gives the page, its requests and its errors."""
    pages = []

    def opened(head: str, body: str) -> SimpleNamespace:
        path = tmp_path / "page.html"
        icon = '<link rel="icon" href="data:,">'
        path.write_text(f'<!doctype html><meta charset="utf-8">{icon}{head}<body>{body}</body>', "utf8")
        page, requests, errors = browser.new_page(), [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text))
        page.goto(path.as_uri())
        pages.append(page)
        return SimpleNamespace(page=page, requests=requests, errors=errors)

    yield opened
    for page in pages:
        page.close()
