"""An explorer on a Markdown page."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from course_utils.explorer import cache
from course_utils.sphinx_ext import embedded


def directive(name: str) -> Any:
    """The directive as docutils would call it, with an error that can be caught."""
    made = embedded.EmbeddedExplorer.__new__(embedded.EmbeddedExplorer)
    made.arguments = [name]
    made.error = lambda message: ValueError(message)  # type: ignore[method-assign, assignment, return-value]
    return made


def test_the_directive_gives_the_explorer() -> None:
    (node,) = directive("portrait").run()
    assert node["format"] == "html"
    assert node.astext().startswith('<div class="cu-explorer" data-concept="portrait">')


def test_an_unknown_explorer_is_an_error_that_helps() -> None:
    with pytest.raises(ValueError, match="did you mean 'portrait'"):
        directive("portait").run()


def test_pages_with_explorers_depend_on_them(tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.mkdir()
    (book / "with.md").write_text("# One\n\n```{explorer} portrait\n```\n\n````{explorer} growth_pole.rounds\n````\n")
    (book / "without.md").write_text("# None, though `{explorer} portrait` is spoken of\n")
    app: Any = SimpleNamespace(srcdir=str(tmp_path))
    assert embedded.digests(app) == {
        "book/with": cache.digest(cache.code_of("portrait") + cache.code_of("growth_pole.rounds"))
    }
