"""What changed is executed and read again, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_cache import get_cache

from course_utils.sphinx_ext import fresh
from tests.explorer.copied import copied, touch

NOTEBOOKS = {"growth_pole": "1_large_firm", "urban_hierarchy": "1_large_firm", "epci_only": "2_local_reinvented"}
CODE = {
    "growth_pole": "%matplotlib inline\nfrom course_utils import quiz\n!ls",
    "urban_hierarchy": "from course_utils import explore, load\nload('communes')",
    "epci_only": "from course_utils.measures import gini\ngini([1, 2])",
}


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with copied(tmp_path, monkeypatch) as folder:
        yield folder


@pytest.fixture
def book(app: Any) -> Any:
    """Three notebooks, and one that the editor saved."""
    for name, part in NOTEBOOKS.items():
        folder = Path(app.srcdir) / "notebooks" / part
        folder.mkdir(parents=True, exist_ok=True)
        cells = [nbformat.v4.new_markdown_cell("from nowhere import !"), nbformat.v4.new_code_cell(CODE[name])]
        nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / f"{name}.ipynb")
    hidden = Path(app.srcdir) / "notebooks" / "1_large_firm" / ".ipynb_checkpoints"
    hidden.mkdir()
    (hidden / "growth_pole-checkpoint.ipynb").write_text("{}")
    return app


def stale(book: Any) -> set[str]:
    """Names of the notebooks that are read again."""
    env: Any = type("Env", (), {"all_docs": {f"notebooks/{part}/{name}": 0 for name, part in NOTEBOOKS.items()}})
    return {Path(name).name for name in fresh.outdated_pages(book, env, set(), set(), set())}


def test_notebooks_are_found_and_checkpoints_are_not(book: Any) -> None:
    found = dict(fresh.notebooks(book))
    assert sorted(found) == [
        f"notebooks/{part}/{name}" for name, part in sorted(NOTEBOOKS.items(), key=lambda x: (x[1], x[0]))
    ]
    assert all(path.exists() for path in found.values())


def test_the_code_of_a_notebook(book: Any) -> None:
    path = Path(book.srcdir) / "notebooks" / "1_large_firm" / "growth_pole.ipynb"
    assert fresh.code_of(path) == "from course_utils import quiz"


def test_a_first_build_reads_everything_and_a_second_nothing(book: Any) -> None:
    assert stale(book) == NOTEBOOKS.keys()
    fresh.remember(book, None)
    assert stale(book) == set()


def test_a_build_that_failed_is_not_remembered(book: Any) -> None:
    fresh.remember(book, RuntimeError("no"))
    assert stale(book) == NOTEBOOKS.keys()


@pytest.mark.parametrize(
    ("file", "changed"),
    [
        ("course_utils/concepts/growth_pole/model.py", {"growth_pole"}),
        ("course_utils/concepts/urban_hierarchy/model.py", {"urban_hierarchy"}),
        ("course_utils/measures/inequality.py", {"urban_hierarchy", "epci_only"}),
        ("course_utils/teaching/bets.py", {"growth_pole", "urban_hierarchy"}),
        ("course_utils/teaching/content/growth_pole.py", {"growth_pole"}),
        ("course_utils/explorer/registry.py", set()),
        ("course_utils/explorer/static.py", NOTEBOOKS.keys()),
        ("data/metropoles_equilibre/datapackage.yaml", {"urban_hierarchy"}),
        ("data/communes/datapackage.yaml", NOTEBOOKS.keys()),
    ],
)
def test_a_change_reaches_the_pages_that_show_it(copy: Path, book: Any, file: str, changed: set[str]) -> None:
    content = copy / "course_utils" / "teaching" / "content"
    for concept in ("growth_pole", "urban_hierarchy"):
        (content / f"{concept}.py").write_text("from course_utils.teaching import bets")
    fresh.remember(book, None)
    touch(copy / file)
    assert stale(book) == changed


def test_a_cell_that_imports_something_else_changes_the_page(book: Any) -> None:
    fresh.remember(book, None)
    path = Path(book.srcdir) / "notebooks" / "2_local_reinvented" / "epci_only.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source = "from course_utils.measures import leontief_inverse"
    nbformat.write(notebook, path)
    assert stale(book) == {"epci_only"}


@pytest.mark.parametrize("moved", [False, True])
def test_the_cached_execution_of_stale_notebooks_is_dropped(copy: Path, book: Any, moved: bool, tmp_path: Path) -> None:
    """Of a clone that was moved, too: its records say where the notebooks stood before."""
    kept = get_cache(Path(book.outdir).parent / ".jupyter_cache")
    before = shutil.copytree(Path(book.srcdir) / "notebooks", tmp_path / "before" / "notebooks") if moved else None
    for name, path in fresh.notebooks(book):
        where = before.parent / f"{name}.ipynb" if before else path
        kept.cache_notebook_file(where, check_validity=False)
    fresh.remember(book, None)
    touch(copy / "course_utils" / "concepts" / "growth_pole" / "model.py")
    fresh.forget_stale_notebooks(book)
    assert {Path(record.uri).stem for record in kept.list_cache_records()} == NOTEBOOKS.keys() - {"growth_pole"}
    assert os.environ["COURSE_UTILS_CACHE"] == str(Path(book.outdir).parent / "course-cache")


def test_without_a_cache_there_is_nothing_to_drop(book: Any) -> None:
    fresh.forget_stale_notebooks(book)
    assert not (Path(book.outdir).parent / ".jupyter_cache").exists()


def test_what_is_remembered_can_be_read(book: Any) -> None:
    fresh.remember(book, None)
    kept = json.loads((Path(book.outdir).parent / "course-digests.json").read_text("utf-8"))
    assert len(set(kept.values())) == len(kept) == 3


def test_kernels_show_the_static_face(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_UTILS_FACE", "live")
    fresh.choose_static_face()
    assert os.environ["COURSE_UTILS_FACE"] == "static"


def test_the_extension_has_a_version_of_its_own() -> None:
    assert fresh.extension_version() == fresh.extension_version() > 0
