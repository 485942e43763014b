"""The decks are written beside the book, ask nobody for anything, and hold no inline script."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from course_utils.sphinx_ext import slides
from tests.slides.chapter import CHAPTER


@pytest.fixture
def app(tmp_path: Path, repository: Path) -> Any:
    """A finished build of one chapter."""
    source, out = tmp_path / "book", tmp_path / "html"
    for folder in (source / "notebooks", out / "notebooks", out / "slides"):
        folder.mkdir(parents=True)
    (source / "book").symlink_to(repository / "book")
    (source / "notebooks" / "pole.ipynb").write_text("{}")
    (out / "notebooks" / "pole.html").write_text(CHAPTER)
    (out / "slides" / "gone.html").write_text("a chapter that was taken out")
    config = SimpleNamespace(language="en", html_favicon="book/assets/favicon.svg", html_title="", project="P & Q")
    return SimpleNamespace(srcdir=str(source), outdir=str(out), builder=SimpleNamespace(format="html"), config=config)


def build(app: Any) -> tuple[str, str]:
    slides.copy_deck_files(app)
    slides.write_decks(app, None)
    out = Path(app.outdir)
    return (out / "slides/pole.html").read_text(), (out / "notebooks/pole.html").read_text()


def test_a_deck_is_written_and_found_from_its_chapter(app: Any) -> None:
    deck, page = build(app)
    assert [path.name for path in (Path(app.outdir) / "slides").iterdir()] == ["pole.html"]
    assert deck.count("<section id=") == 11
    assert '<a href="../../slides/pole.html">Slides of this chapter</a>' in page
    assert page.index("</h1>\n<p><em>") < page.index("Slides of this chapter") < page.index('id="the-question"')
    assert '<a href="../notebooks/pole.html">To the chapter</a>' in deck and "P &amp; Q" in deck
    assert build(app) == (deck, page)  # a second build changes nothing


def test_a_deck_uses_the_shared_files_of_its_page_and_no_others(app: Any) -> None:
    deck, _page = build(app)
    used = re.findall(r'(?:src|href)="(\.\./_static/[^"]+)"', deck)
    assert [address.split("?")[0].removeprefix("../_static/") for address in used] == [
        "favicon.svg",
        "course/slides/reveal.css",
        "course/explorer.css",
        "course/slides/slides.css",
        "course/slides/reveal.js",
        "course/slides/slides.js",
        "course/course.js",
        "course/mathjax/tex-chtml.js",
    ]
    assert "course.js?v=4" in deck  # as on the page, so that what is cached is used
    for address in used:
        if "/slides/" in address:
            assert (Path(app.outdir) / "slides" / address.split("?")[0]).is_file()


def test_nothing_is_inline(app: Any) -> None:
    deck, _page = build(app)
    assert all('type="application/json"' in tag or " src=" in tag for tag in re.findall(r"<script[^>]*>", deck))
    assert not re.search(r'<[^>]+\son\w+="|javascript:', deck)
    script = (slides.OWN / "slides.js").read_text()
    assert not re.search(r"\beval\(|new Function|innerHTML|\.on\w+ =|https?://", script)


@pytest.mark.parametrize(("error", "format_"), [(RuntimeError("no"), "html"), (None, "latex")])
def test_nothing_is_written_after_an_error_or_for_another_builder(
    app: Any, error: Exception | None, format_: str
) -> None:
    app.builder.format = format_
    slides.write_decks(app, error)
    assert (Path(app.outdir) / "notebooks/pole.html").read_text() == CHAPTER
