"""The pages of the data room: their sources, what has them read again, their tables, citations and words."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from docutils.core import publish_from_doctree
from docutils.utils import new_document

from course_utils.datasets.descriptors import descriptor, names, resource_of
from course_utils.sphinx_ext import catalogue, chapters, citation, codebook, french, pages
from tests.sphinx_ext.made import Room
from tests.sphinx_ext.test_fresh import book, copied  # noqa: F401

ROWS = {"place": ["a", "b"], "jobs": [3, 1]}


@pytest.fixture
def source(app: Any) -> Path:
    """The folder of a book with a catalogue."""
    folder = Path(app.srcdir)
    (folder / "book").mkdir()
    (folder / "book" / "data.md").write_text("# Data\n")
    return folder


def test_a_source_for_each_page_written_once(app: Any, source: Path) -> None:
    pages.write_stubs(app, app.config)
    written = {path.stem: path for path in (source / "book" / "datasets").iterdir()}
    assert sorted(written) == names() and "{dataset-page} epci\n" in written["epci"].read_text()
    for path in written.values():
        os.utime(path, (1, 1))
    written["epci"].write_text("edited")
    (source / "book" / "datasets" / "gone.md").write_text("old")
    pages.write_stubs(app, app.config)
    assert {path.stem for path in (source / "book" / "datasets").iterdir()} == written.keys()
    assert {name for name, path in written.items() if path.stat().st_mtime != 1} == {"epci"}
    assert "{dataset-page} epci\n" in written["epci"].read_text()


def test_a_book_without_a_catalogue_gets_no_pages(app: Any) -> None:
    pages.write_stubs(app, app.config)
    assert pages.digests(app) == {} and not (Path(app.srcdir) / "book").exists()


def test_a_page_is_read_again_when_its_data_change(app: Any, source: Path, room: Room) -> None:
    room.put(ROWS)
    before = pages.digests(app)
    assert set(before) == {"book/data", "book/datasets/geometry", "book/datasets/made"}
    assert pages.digests(app) == before
    room.put(ROWS, example='load("made").head()')
    assert "book/datasets/made" in {page for page, digest in pages.digests(app).items() if digest != before[page]}


def test_a_new_chapter_has_the_pages_read_again(book: Any) -> None:  # noqa: F811
    folder = Path(book.srcdir)
    (folder / "book").mkdir()
    (folder / "book" / "data.md").write_text("# Data\n")
    before = pages.digests(book)
    (folder / "notebooks" / "1_large_firm" / "growth_pole.ipynb").unlink()
    assert all(digest != before[page] for page, digest in pages.digests(book).items())


@pytest.mark.parametrize(
    ("page", "files"),
    [
        ("book/data", ["course/catalogue.css", "course/catalogue.js"]),
        ("book/datasets/epci", ["course/catalogue.css"]),
        ("book/glossary", []),
    ],
)
def test_only_these_pages_load_style_and_script(app: Any, page: str, files: list[str]) -> None:
    pages.add_files(app, page, "page.html", {}, None)
    assert [name for _kind, name, _more in app.added] == files


def test_what_a_chapter_reads(book: Any) -> None:  # noqa: F811
    read = chapters.datasets_of_chapters(book)
    assert read["growth_pole"] >= {"input_output_brazil", "employment_departements"}
    assert read["urban_hierarchy"] >= {"communes", "epci", "metropoles_equilibre", "geometry"}
    assert read["epci_only"] == set()
    assert chapters.chapters(book)["growth_pole"] == "notebooks/1_large_firm/growth_pole"


def test_a_notebook_that_the_contents_do_not_name_is_no_chapter(book: Any) -> None:  # noqa: F811
    book.config.external_site_map = {"notebooks/1_large_firm/growth_pole": None}
    assert chapters.chapters(book) == {"growth_pole": "notebooks/1_large_firm/growth_pole"}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("load('epci').query('year == 2019')", {"epci"}),
        ("course_utils.info('epci')", {"epci"}),
        ("geometry('departements')", {"geometry"}),
        ("Explorer(data=('communes', 'epci'))", {"communes", "epci"}),
        ("load(name); title('communes'); 'epci'; load('nowhere')", set()),
    ],
)
def test_datasets_that_code_reads(code: str, found: set[str]) -> None:
    assert chapters.datasets_in(code) == found


def test_the_codebook_has_every_column_with_its_words() -> None:
    fields = resource_of("epci")["schema"]["fields"]
    text = codebook.codebook(resource_of("epci"))
    assert text.count('<th scope="row"') == len(fields)
    for field in fields:
        assert codebook.column(field["name"]) in text
        assert f'<span lang="fr">{french.escape(field["title_fr"])}</span>' in text
    assert "One of: CC, CA, CU, METRO." in text


def test_nothing_of_a_description_is_taken_for_html(room: Room) -> None:
    evil = {"title": "a<b", "title_fr": "« c<d »", "description": "<script>", "unit": "<i>"}
    text = codebook.codebook(resource_of(room.put(ROWS, fields={"jobs": evil})))
    assert not {"<script>", "<i>", "a<b", "c<d"} & set(re.findall(r"<script>|<i>|a<b|c<d", text))


@pytest.mark.parametrize(
    ("rows", "fields", "years"),
    [
        ({"year": [2019, 2008, 2012]}, {"year": {"unit": "year"}}, "2008-2019"),
        ({"population_1999": [1], "population_2021": [2]}, {}, "1999-2021"),
        ({"start": ["1956-02-01", None]}, {"start": {"type": "date"}}, "1956"),
        ({"jobs": [1, 2]}, {}, ""),
    ],
)
def test_the_years_that_a_dataset_tells_of(room: Room, rows: Any, fields: Any, years: str) -> None:
    assert catalogue.period(room.put(rows, fields=fields)) == years


def test_words_that_find_a_dataset(room: Room) -> None:
    found = catalogue.words(descriptor(room.put(ROWS))).split()
    assert {"les", "poles", "invented", "p", "jobs"} <= set(found) and len(found) == len(set(found))


def test_bibtex_escapes_what_latex_would_run(room: Room) -> None:
    entry = citation.bibtex(room.put(ROWS))
    assert entry.startswith("@misc{places_that_produce_made,") and entry.endswith("\n}")
    assert r"author = {{P \& Q}}" in entry and r"50 \% of T" in entry and r"Licence\_1" in entry
    assert "url = {https://example.org/a_b}" in entry and "urldate = {2026-11-23}" in entry


@pytest.mark.parametrize("name", names())
def test_every_dataset_can_be_cited(name: str) -> None:
    entry = citation.bibtex(name)
    assert entry.count("{") == entry.count("}") and "author = {{" in entry and "several" not in entry.split("note")[0]
    assert {line.split(" = ")[0].strip() for line in entry.splitlines()[1:-1]} >= {"title", "year", "howpublished"}


def test_french_words_of_a_title_are_marked() -> None:
    document = new_document("page")
    document += french.nodes.paragraph("", "", *french.inlines("The « pôles » & towns"))
    html = publish_from_doctree(document, writer_name="html5", settings_overrides={"output_encoding": "unicode"})
    assert '<p>The <span lang="fr">« pôles »</span> &amp; towns</p>' in html
