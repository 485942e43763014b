"""The files that all pages share."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from course_utils.datasets import geometry, territories
from course_utils.datasets.geometry import outlines
from course_utils.explorer.controls import Territory, places
from course_utils.sphinx_ext import assets


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page()


def vendor(app: Any) -> None:
    """Stand-ins for the vendored files."""
    folder = Path(app.srcdir) / "book" / "assets"
    (folder / "plotly").mkdir(parents=True)
    (folder / "mathjax" / "fonts").mkdir(parents=True)
    (folder / "plotly" / "plotly-course.min.js").write_text("Plotly")
    (folder / "mathjax" / "fonts" / "a.woff").write_text("A")


@pytest.mark.parametrize("level", ["departement", "epci"])
def test_lists_of_places(level: str) -> None:
    listed = assets.place_list(level)
    assert [place[0] for place in listed] == Territory("t", level, places(level)[0]).nodes()
    assert listed[0][1] == {"departement": "Nord", "epci": "Métropole du Grand Paris"}[level]
    table = territories(level)
    assert all(isinstance(text, str) and text and text != "nan" for place in listed for text in place)
    assert all(table.loc[code, "name"] == name for code, name, _departement in listed)
    assert {departement for _code, _name, departement in listed} <= set(territories().index)


def test_shared_scripts_are_one_assignment() -> None:
    text = assets.shared_script("geo-x", {"é": [1, None], "</script>": "'"})
    name, value = re.fullmatch(r"\(window\.courseShared=window\.courseShared\|\|\{\}\)\[(.*?)\]=(.*);\n", text).groups()  # type: ignore[union-attr]
    assert (json.loads(name), json.loads(value)) == ("geo-x", {"é": [1, None], "</script>": "'"})


def test_all_parts_are_in_the_script_in_order() -> None:
    script = assets.page_script()
    parts = sorted(assets.PAGE.glob("*.js"))
    assert len(parts) >= 7
    starts = [script.index(part.read_text("utf-8")) for part in parts]
    assert starts == sorted(starts)


@pytest.mark.browser
def test_the_script_parses_and_leaves_one_name_behind(page: Page, tmp_path: Path) -> None:
    (tmp_path / "course.js").write_text(assets.page_script(), "utf-8")
    (tmp_path / "page.html").write_text("<!doctype html><title>t</title>", "utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    before = set(page.evaluate("Object.getOwnPropertyNames(window)"))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_script_tag(url=(tmp_path / "course.js").as_uri())
    assert set(page.evaluate("Object.getOwnPropertyNames(window)")) - before == {"courseShared"}
    assert errors == []


def test_the_script_names_no_host() -> None:
    """What is loaded lies beside the script: nothing is fetched, nothing is a module."""
    script = assets.page_script() + (assets.DATA_ROOM / "catalogue.js").read_text("utf-8")
    assert not re.search(r"\b(https?|wss?):|['\"`]//", script)
    assert not re.search(r"\bfetch\(|\bimport[ (]|\bXMLHttpRequest\b|\beval\(", script)


def test_pages_load_the_small_files(app: Any) -> None:
    assets.add_to_pages(app)
    names = [name for _kind, name, _more in app.added]
    assert names == [None, "course/course.js", "course/explorer.css", "course/teaching.css"]
    assert app.added[0][2]["body"] == assets.EARLY and app.added[1][2]["loading_method"] == "defer"


def test_shared_files_are_written(app: Any) -> None:
    vendor(app)
    assets.copy_shared_files(app)
    out = Path(app.outdir) / "_static" / "course"
    found = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert found == {
        *("course.js", "explorer.css", "teaching.css", "catalogue.css", "catalogue.js"),
        *("plotly-course.min.js", "mathjax/fonts/a.woff"),
        *(f"geo-{name}.js" for name in outlines()),
        *("territories-departement.js", "territories-epci.js"),
    }
    text = (out / "geo-regions.js").read_text("utf-8")
    assert json.loads(text.partition("]=")[2].rstrip(";\n")) == geometry("regions")
    assets.copy_shared_files(app)  # a second build writes over the first


def test_nothing_is_written_for_another_builder(app: Any) -> None:
    app.builder.format = "latex"
    assets.copy_shared_files(app)
    assets.add_to_pages(app)
    assert app.added == [] and list(Path(app.outdir).iterdir()) == []
