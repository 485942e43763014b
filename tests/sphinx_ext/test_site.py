"""The extension in a small book of its own, built by Sphinx."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sphinx.application import Sphinx

from course_utils.datasets import catalogue
from course_utils.sphinx_ext import prebuild

CONF = """
extensions = ['course_utils.sphinx_ext']
project = 'Small'
html_theme = 'sphinx_book_theme'
"""
INDEX = """
A small book
============

.. provenance-card:: epci

.. data-catalogue::
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[Path]:
    source = tmp_path_factory.mktemp("book")
    (source / "conf.py").write_text(CONF, "utf-8")
    (source / "index.rst").write_text(INDEX, "utf-8")
    (source / "book" / "assets").mkdir(parents=True)
    for name in ("plotly", "mathjax"):
        shutil.copytree(repository / "book" / "assets" / name, source / "book" / "assets" / name)
    out = source / "_build" / "html"
    with pytest.MonkeyPatch.context() as patch:
        for name in ("COURSE_UTILS_FACE", "COURSE_UTILS_CACHE"):
            patch.setenv(name, "")  # the extension sets them for good
        patch.setattr(prebuild, "explorers", dict)
        app = Sphinx(source, source, out, out.parent / "trees", "html", status=None, warningiserror=True)
        app.build()
        assert app.statuscode == 0
        yield out


def test_the_card_of_a_dataset_and_of_all(site: Path) -> None:
    text = (site / "index.html").read_text("utf-8")
    names = [str(name) for name in catalogue().index]
    assert text.count('<aside class="cu-card"') == 1 + len(names)
    for name in names:
        assert f'id="data-{name.replace("_", "-")}"' in text and f"({name})" in text


def test_pages_load_only_their_own_files(site: Path) -> None:
    text = (site / "index.html").read_text("utf-8")
    assert '<script defer="defer" src="_static/course/course.js' in text
    assert "_static/course/explorer.css" in text and "_static/course/teaching.css" in text
    assert 'src="http' not in text and "DecompressionStream" in text
    assert (site / "_static" / "course" / "plotly-course.min.js").stat().st_size > 500_000


def test_the_digests_are_remembered_and_nothing_is_stale(site: Path) -> None:
    assert (site.parent / "course-digests.json").read_text("utf-8") == "{}"
