"""What is mended or added in built pages: accessibility, storage, the front door, anchors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from docutils.utils import new_document
from playwright.sync_api import Browser

from course_utils.datasets.descriptors import names
from course_utils.sphinx_ext import front_door, links, pages
from course_utils.sphinx_ext.accessible import MENDS, mend
from course_utils.sphinx_ext.storage import GUARD, guard

DEFECTS = [
    ("<tr><th></th><th>a</th></tr>", "<tr><td></td><th>a</th></tr>"),
    ('<div role="doc-biblioentry">', '<div role="listitem">'),
    (
        '<div class="sidebar-primary-item">\n  <a class="navbar-brand logo" href="#">',
        '<div class="sidebar-primary-item" role="navigation" aria-label="Home">\n'
        '  <a class="navbar-brand logo" href="#">',
    ),
    (
        '<div class="math notranslate nohighlight">',
        '<div tabindex="0" class="math notranslate nohighlight">',
    ),
    ('<span class="search-button__kbd-shortcut">', '<span class="search-button__kbd-shortcut" aria-hidden="true">'),
]


@pytest.mark.parametrize(("defect", "mended"), DEFECTS)
def test_defects_are_mended_once(defect: str, mended: str) -> None:
    assert mend(defect) == mended
    assert mend(mended) == mended


def test_every_mend_is_tested() -> None:
    assert all(any(pattern.search(defect) for defect, _mended in DEFECTS) for pattern, _replacement in MENDS)


@pytest.mark.parametrize("page", ["<p>text</p>", '<div class="sidebar-primary-item"><nav>', "<th>a</th>"])
def test_what_is_sound_is_left_alone(page: str) -> None:
    assert mend(page) == page


def test_the_guard_is_the_first_script_and_there_once() -> None:
    page = "<html><head><script>theme</script></head><body><head></body></html>"
    assert (
        guard(page)
        == guard(guard(page))
        == f"<html><head>{GUARD}<script>theme</script></head><body><head></body></html>"
    )


@pytest.mark.browser
@pytest.mark.parametrize("refused", [True, False])
def test_where_storage_is_refused_it_lasts_as_long_as_the_page(refused: bool, tmp_path: Path, browser: Browser) -> None:
    page_file = tmp_path / "page.html"
    page_file.write_text(guard("<!doctype html><html><head><title>t</title></head><body></body></html>"))
    refusing = """for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException('no'); } });"""
    page = browser.new_context().new_page()
    if refused:
        page.add_init_script(refusing)
    page.goto(page_file.as_uri())
    script = """() => {
        localStorage.setItem('a', 1);
        return [localStorage.getItem('a'), localStorage.getItem('b'), Boolean(window.courseStorageRefused)];
    }"""
    assert page.evaluate(script) == ["1", None, refused]


def test_the_front_door_leads_to_the_root_document(app: Any) -> None:
    front_door.write_front_door(app, None)
    text = (Path(app.outdir) / "index.html").read_text("utf-8")
    assert '<html lang="en">' in text and "<title>P &amp; Q</title>" in text
    assert 'url=book/index.html"' in text and 'href="_static/icon.svg"' in text


@pytest.mark.parametrize("change", ["root", "error", "builder"])
def test_no_front_door_where_none_is_wanted(app: Any, change: str) -> None:
    app.config.root_doc = "index" if change == "root" else "book/index"
    app.builder.format = "latex" if change == "builder" else "html"
    front_door.write_front_door(app, RuntimeError() if change == "error" else None)
    assert not (Path(app.outdir) / "index.html").exists()


def test_anchors_of_the_glossary(app: Any) -> None:
    app.env.docname = links.GLOSSARY
    document = new_document("glossary")
    document += nodes.term("", "Growth pole", ids=["term-Growth-pole"])
    links.add_anchors(app, document)
    assert app.env.metadata[links.GLOSSARY]["myst_slugs"] == {"growth-pole": (0, "term-Growth-pole", "Growth pole")}


def test_anchors_of_the_bibliography(app: Any) -> None:
    app.env.docname = links.BIBLIOGRAPHY
    source = Path(app.srcdir) / "book"
    source.mkdir()
    (source / "references.bib").write_text(
        "@article{perroux_1955,\n title={A}}\n\n@book{zipf_1949,\n}\n% @misc{no,\n", "utf-8"
    )
    links.add_anchors(app, new_document("bibliography"))
    assert app.env.metadata[links.BIBLIOGRAPHY]["myst_slugs"] == {
        "perroux_1955": (0, "cite-perroux-1955", "perroux_1955"),
        "zipf_1949": (0, "cite-zipf-1949", "zipf_1949"),
    }


def test_anchors_of_the_catalogue(app: Any) -> None:
    app.env.docname, app.env.metadata = pages.CATALOGUE, {pages.CATALOGUE: {}}
    links.add_anchors(app, new_document("data"))
    slugs = app.env.metadata[pages.CATALOGUE]["myst_slugs"]
    assert slugs["data-growth-poles"] == (0, "data-growth-poles", "growth_poles") and len(slugs) == len(names())


def test_other_pages_get_no_anchors(app: Any) -> None:
    links.add_anchors(app, new_document("other"))
    assert app.env.metadata["other"]["myst_slugs"] == {}
