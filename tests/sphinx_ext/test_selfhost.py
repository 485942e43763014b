"""Nothing of another host is left on a page."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from course_utils.sphinx_ext import selfhost

FONTAWESOME = """<html><head>
<link rel="preload" as="script" href="_static/scripts/fontawesome.js?digest=1" />
<script src="_static/scripts/bootstrap.js?digest=1"></script>
<script src="_static/scripts/fontawesome.js?digest=1"></script>
<script src="_static/searchtools.js"></script>
<script src="_static/language_data.js"></script>
<script src="searchindex.js"></script>
</head><body><table><tr><th></th></tr></table></body></html>"""


def script(filename: str | None = None, body: str = "") -> Any:
    return SimpleNamespace(filename=filename, attributes={"body": body} if body else {})


@pytest.mark.parametrize("formulas", [True, False])
def test_scripts_of_other_hosts_are_dropped(app: Any, formulas: bool) -> None:
    own = [script("_static/course/course.js"), script(body="document.documentElement.classList"), "_static/plain.js"]
    mathjax = [script("_static/course/mathjax/tex-chtml.js"), script(body="window.MathJax = {}")]
    foreign = [
        script("https://unpkg.com/thebe@0.8.2/lib/index.js"),
        script("_static/sphinx-thebe.js"),
        script(body="const thebe_selector = '.thebe'"),
        "https://cdn.example.org/require.js",
    ]
    math = SimpleNamespace(data={"has_equations": {"page": formulas}})
    app.env.get_domain = {"math": math}.__getitem__
    context: dict[str, Any] = {"script_files": [*own, *foreign, *mathjax]}
    selfhost.drop_foreign_scripts(app, "page", "page.html", context, None)
    assert context["script_files"] == [*own, *(mathjax if formulas else [])]


def test_a_page_without_scripts_is_left_alone(app: Any) -> None:
    context: dict[str, Any] = {}
    selfhost.drop_foreign_scripts(app, "page", "page.html", context, None)
    assert context == {}


def test_pages_are_cleaned(app: Any) -> None:
    out = Path(app.outdir)
    static = out / "_static" / "scripts"
    static.mkdir(parents=True)
    for name in ("fontawesome.js", "fontawesome.js.LICENSE.txt", "bootstrap.js", "bootstrap.js.map"):
        (static / name).write_text("x")
    (out / "deep").mkdir()
    for name in ("a.html", "deep/b.html", "search.html"):
        (out / name).write_text(FONTAWESOME)
    selfhost.clean_pages(app, None)
    searched = (out / "search.html").read_text()
    assert all(f"{name}.js" in searched for name in ("searchtools", "language_data", "searchindex"))
    for name in ("a.html", "deep/b.html"):
        text = (out / name).read_text()
        assert "search" not in text and "language_data" not in text
        assert "fontawesome" not in text and "bootstrap.js" in text and "<th></th>" not in text
        assert text.index("<script>") < text.index("bootstrap.js")  # the guard of storage comes first
    assert [path.name for path in static.iterdir()] == ["bootstrap.js"]
    once = (out / "a.html").read_text()
    selfhost.clean_pages(app, None)
    assert (out / "a.html").read_text() == once


@pytest.mark.parametrize(("error", "format_"), [(RuntimeError("no"), "html"), (None, "latex")])
def test_nothing_is_cleaned_after_an_error_or_for_another_builder(
    app: Any, error: Exception | None, format_: str
) -> None:
    app.builder.format = format_
    page = Path(app.outdir) / "a.html"
    page.write_text(FONTAWESOME)
    selfhost.clean_pages(app, error)
    assert page.read_text() == FONTAWESOME


def test_theme_options_that_jupyter_book_leaves_out() -> None:
    config: Any = SimpleNamespace(html_theme_options={"navbar_start": ["x"]}, html_context={})
    selfhost.complete_theme_options(None, config)  # type: ignore[arg-type]
    assert config.html_theme_options["navbar_start"] == ["x"] and config.html_theme_options["navbar_end"] == []
    assert config.html_theme_options["max_navbar_depth"] == 1  # not the pages of all datasets beside every page
    assert config.html_context == {"default_mode": "auto"}
