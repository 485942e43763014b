"""The extension in a small book of its own, built by Sphinx."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path

import pytest
from sphinx.application import Sphinx

from course_utils.datasets.descriptors import descriptor, names
from course_utils.datasets.language import title_of
from course_utils.sphinx_ext import examples, prebuild

CONF = """
extensions = ['myst_parser', 'course_utils.sphinx_ext']
project = 'Small'
html_theme = 'sphinx_book_theme'
"""
SOURCES = {
    "index.rst": """
A small book
============

.. provenance-card:: epci

.. toctree::

   book/data

.. toctree::
   :glob:

   book/datasets/*
   notebooks/*
""",
    "book/data.md": """# Data

```{data-catalogue}
```

One of them is [poles](data.md#data-growth-poles).
""",
    "notebooks/growth_pole.md": "# A pole",
    "notebooks/growth_pole.ipynb": json.dumps({"cells": [{"cell_type": "code", "source": ["load('epci')"]}]}),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[Path]:
    source = tmp_path_factory.mktemp("book")
    (source / "conf.py").write_text(CONF, "utf-8")
    for name, text in SOURCES.items():
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_text(text, "utf-8")
    (source / "book" / "assets").mkdir()
    for name in ("plotly", "mathjax", "reveal"):
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


def test_the_card_of_a_dataset(site: Path) -> None:
    assert (site / "index.html").read_text("utf-8").count('<aside class="cu-card"') == 1


def test_the_catalogue_has_a_row_for_each_dataset(site: Path) -> None:
    text = (site / "book" / "data.html").read_text("utf-8")
    assert text.count('<tr role="row" id="data-') == len(names())
    for name in names():
        assert f'id="data-{name.replace("_", "-")}"' in text and f'<a href="datasets/{name}.html">' in text
    assert 'href="#data-growth-poles"' in text
    assert "course/catalogue.js" in text and "course/catalogue.css" in text


@pytest.mark.parametrize("name", names())
def test_a_page_says_everything_of_its_dataset(site: Path, name: str) -> None:
    text = (site / "book" / "datasets" / f"{name}.html").read_text("utf-8")
    described = descriptor(name)
    article = text[text.index("<h1") :]
    title = unescape(re.sub("<.*?>", "", article[: article.index("</h1>")])).replace("’", "'")
    assert title.startswith(title_of(described))
    assert f'<p class="cu-french"><span lang="fr">{escape(described["title_fr"])}</span></p>' in article
    assert article.count('<figure class="cu-picture">') == article.count('<aside class="cu-card"') == 1
    tables = [resource for resource in described["resources"] if "schema" in resource]
    assert article.count('class="cu-codebook"') == len(tables)
    assert "@misc" in article and "places_that_produce_" in article
    shown = examples.shown(examples.value_of(name))[1]
    assert shown.replace("<th></th>", "<td></td>") in article if "<table" in shown else shown in unescape(article)
    for file in re.findall(r'<a href="\.\./\.\./([^"]+)" download', article):
        assert (site / file).is_file(), file
    assert article.count(" download>") == len(described["resources"]) + len(tables) + 1
    assert "catalogue.js" not in text and "course/catalogue.css" in text


def test_where_a_dataset_is_used(site: Path) -> None:
    """The chapter that loads it is linked; a concept without a chapter is named."""
    text = (site / "book" / "datasets" / "epci.html").read_text("utf-8")
    used = text[text.index('<section id="where-it-is-used">') :]
    assert "environmental limits (no chapter yet)" in used
    assert re.search(r'href="../../notebooks/growth_pole.html"><span class="doc">A pole</span>', used)


def test_pages_load_only_their_own_files(site: Path) -> None:
    text = (site / "index.html").read_text("utf-8")
    assert '<script defer="defer" src="_static/course/course.js' in text
    assert "_static/course/explorer.css" in text and "_static/course/teaching.css" in text
    assert 'src="http' not in text and "DecompressionStream" in text
    assert (site / "_static" / "course" / "plotly-course.min.js").stat().st_size > 500_000


def test_the_digests_are_remembered_and_nothing_is_stale(site: Path) -> None:
    kept = json.loads((site.parent / "course-digests.json").read_text("utf-8"))
    assert set(kept) == {"book/data", "notebooks/growth_pole", *(f"book/datasets/{name}" for name in names())}
