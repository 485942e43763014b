"""The offline edition: equal bytes, and a book that opens by a double click with the network cut."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.site import FOLDER
from tests.browser.visit import SECONDS, wake
from tools.archive import pack
from tools.offline import BOOK, START, build

CHAPTER, EXPLORER = "notebooks/1_large_firm/growth_pole", "growth_pole"


@pytest.fixture(scope="module")
def zipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(FOLDER, tmp_path_factory.mktemp("offline") / "one.zip")


@pytest.fixture(scope="module")
def stick(zipped: Path) -> Path:
    """The zip as a reader unpacks it, in a folder whose name has a space and an accent."""
    folder = zipped.parent / "clé USB"
    zipfile.ZipFile(zipped).extractall(folder)
    return folder


def test_the_root_holds_one_page_and_one_folder(stick: Path) -> None:
    assert sorted(path.name for path in stick.iterdir()) == sorted([START, BOOK.rstrip("/")])


def test_the_zip_holds_the_whole_site(zipped: Path) -> None:
    names = zipfile.ZipFile(zipped).namelist()
    assert names == sorted(names)
    pages = {f"{BOOK}{path.relative_to(FOLDER).as_posix()}" for path in FOLDER.rglob("*.html")}
    assert pages <= set(names)
    assert len(pages) > 50
    assert len({info.date_time for info in zipfile.ZipFile(zipped).infolist()}) == 1


def test_two_zips_of_the_same_files_have_equal_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, names in ((first, ("b.html", "a.css")), (second, ("a.css", "b.html"))):
        (folder / "_static").mkdir(parents=True)
        for name in names:
            (folder / "_static" / name).write_text(f"what {name} holds\n" * 99, "utf-8")
        (folder / "index.html").write_text("the front door", "utf-8")
    os.utime(second / "index.html", (1e9, 1e9))
    (second / "index.html").chmod(0o600)
    once, again = build(first, tmp_path / "1.zip"), build(second, tmp_path / "2.zip")
    assert once.read_bytes() == again.read_bytes()
    (second / "index.html").write_text("another front door", "utf-8")
    assert build(second, tmp_path / "3.zip").read_bytes() != once.read_bytes()


@pytest.mark.slow
def test_two_zips_of_the_site_have_equal_bytes(zipped: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(FOLDER, tmp_path / "html", copy_function=shutil.copy)
    assert build(copy, tmp_path / "again.zip").read_bytes() == zipped.read_bytes()


def test_the_time_stamp_is_the_commits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    (info,) = zipfile.ZipFile(pack({"a": b"x"}, tmp_path / "a.zip")).infolist()
    assert info.date_time == (2026, 1, 1, 0, 0, 0)


def test_a_site_that_is_not_built_is_an_error_that_helps(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make book"):
        build(tmp_path, tmp_path / "none.zip")


def test_the_book_opens_from_the_stick_with_the_network_cut(stick: Path, browser: Browser) -> None:
    context = browser.new_context(offline=True)
    asked: list[str] = []
    errors: list[str] = []
    page = context.new_page()
    page.set_default_timeout(SECONDS)
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: errors.append(f"{request.url} {request.failure}"))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((stick / START).as_uri())
    page.wait_for_url("**/book/index.html")
    page.locator(f'a[href$="{CHAPTER}.html"]').first.evaluate("link => link.click()")
    page.wait_for_url(f"**/{CHAPTER}.html")
    root = page.locator(f'.cu-explorer[data-concept="{EXPLORER}"]').first
    wake(root)
    before = root.evaluate("root => [root.explorer.reading(), JSON.stringify(root.explorer.figures())]")
    slider = root.locator("input[type=range]").first
    slider.focus()
    slider.press("End")
    root.evaluate("root => root.explorer.set({})")
    after = root.evaluate("root => [root.explorer.reading(), JSON.stringify(root.explorer.figures())]")
    context.close()
    assert before[0] != after[0]
    assert before[1] != after[1]
    assert [url for url in asked if not url.startswith(("file://", "data:", "blob:"))] == []
    assert errors == []
