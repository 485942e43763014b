"""What the extension's functions see of Sphinx, without a book."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.sphinx_ext.made import Room


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An application with an empty book, that remembers what is added to pages."""
    source, out = tmp_path / "book", tmp_path / "book" / "_build" / "html"
    out.mkdir(parents=True)
    added: list[tuple[str, Any, dict[str, Any]]] = []
    monkeypatch.setenv("COURSE_UTILS_CACHE", os.environ.get("COURSE_UTILS_CACHE", ""))  # the extension sets it for good
    return SimpleNamespace(
        srcdir=str(source),
        outdir=str(out),
        builder=SimpleNamespace(format="html"),
        config=SimpleNamespace(
            root_doc="book/index", html_title="", project="P & Q", html_favicon="a/icon.svg", language="en"
        ),
        env=SimpleNamespace(metadata={"book/glossary": {}, "book/bibliography": {}, "other": {}}, docname="other"),
        added=added,
        add_js_file=lambda name, **more: added.append(("js", name, more)),
        add_css_file=lambda name, **more: added.append(("css", name, more)),
    )


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    """An empty data room in place of the course's own."""
    return Room(tmp_path / "data", monkeypatch)
