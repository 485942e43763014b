"""Which files code depends on, on a small package of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from course_utils.explorer import sources
from course_utils.explorer.sources import follow

#: A copy in small of the package: lazy and eager packages, relative imports, a circle, an import inside a function.
FILES = {
    "__init__.py": "_HOME = {'load': 'datasets', 'gini': 'measures'}",
    "words.py": "WORD = 'a word'",
    "measures/__init__.py": "_HOME = {'gini': 'inequality', 'rounds': 'input_output'}",
    "measures/inequality.py": "from course_utils.measures._checks import check\nNAME = 'epci'",
    "measures/input_output.py": "from course_utils.measures import _checks",
    "measures/_checks.py": "",
    "datasets/__init__.py": "from .loading import load\nfrom . import names",
    "datasets/loading.py": "from ..words import WORD",
    "datasets/names.py": "DEFAULT = 'departements'",
    "concepts/pole.py": "from course_utils.measures import rounds\ndef f():\n from course_utils.explorer import panel",
    "concepts/city/__init__.py": "from course_utils.concepts.city.explorer import explorer",
    "concepts/city/explorer.py": "from course_utils.concepts.city import model\nimport numpy as np",
    "concepts/city/model.py": "import course_utils.measures.inequality\nfrom course_utils.concepts import city",
    "explorer/__init__.py": "from course_utils.explorer import panel, registry",
    "explorer/panel.py": "",
    "explorer/registry.py": "import course_utils.concepts.pole",
    "explorer/live.py": "",
}


@pytest.fixture(autouse=True)
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        if name.endswith("__init__.py"):
            module = ModuleType(".".join(["course_utils", *path.relative_to(tmp_path).parent.parts]))
            if "_HOME" in text:
                exec(text, module.__dict__)
            monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(sources, "PACKAGE", tmp_path)
    sources._read_file.cache_clear()
    yield
    sources._read_file.cache_clear()


def reached(code: str) -> set[str]:
    return {path.relative_to(sources.PACKAGE).as_posix() for path in follow(code)[0]}


@pytest.mark.parametrize(
    ("code", "files"),
    [
        ("import numpy\nfrom pandas import DataFrame", set()),
        ("from course_utils.words import WORD", {"words.py"}),
        ("from course_utils import words", {"words.py"}),
        ("from course_utils.measures import gini", {"measures/inequality.py", "measures/_checks.py"}),
        ("from course_utils import gini", {"measures/inequality.py", "measures/_checks.py"}),
        ("from course_utils.measures import rounds", {"measures/input_output.py", "measures/_checks.py"}),
        ("import course_utils.measures.input_output as io", {"measures/input_output.py", "measures/_checks.py"}),
        ("from course_utils import measures", {name for name in FILES if name.startswith("measures/")}),
        (
            "from course_utils import load",
            {"datasets/__init__.py", "datasets/loading.py", "datasets/names.py", "words.py"},
        ),
        ("from course_utils.concepts.nowhere import explorer", set()),
    ],
)
def test_imports_are_followed(code: str, files: set[str]) -> None:
    assert reached(code) == files


def test_a_module_and_what_it_imports_inside_a_function() -> None:
    found = reached("from course_utils.concepts.pole import explorer")
    assert found == {
        "concepts/pole.py",
        "measures/input_output.py",
        "measures/_checks.py",
        "explorer/__init__.py",
        "explorer/panel.py",
    }


def test_a_package_in_a_circle() -> None:
    found = reached("from course_utils.concepts.city import explorer")
    city = {name for name in FILES if name.startswith("concepts/city/")}
    assert found == city | {"measures/inequality.py", "measures/_checks.py"}


def test_the_whole_package_is_everything_but_what_no_page_shows() -> None:
    assert reached("import course_utils as cu") == FILES.keys() - set(sources.IGNORED)


def test_texts_are_those_of_the_code_and_of_all_it_reaches() -> None:
    _files, texts = follow("from course_utils.measures import gini\nload('communes')")
    assert {"communes", "epci"} <= texts and "departements" not in texts


def test_a_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a build starts with is what it is remembered by, even if a file changes meanwhile."""
    before = follow("from course_utils.measures import gini")
    (sources.PACKAGE / "measures/inequality.py").write_text("", "utf-8")
    assert follow("from course_utils.measures import gini") == before
