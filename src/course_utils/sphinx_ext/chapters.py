"""The notebooks of the book: where they are, their code, and which datasets they and their concepts read."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx

from course_utils.datasets.descriptors import OUTLINES, names
from course_utils.explorer.sources import PACKAGE

#: Functions whose first argument names a dataset; `geometry` names outlines, which a dataset of that name may hold.
READERS = ("load", "info", "provenance", "geometry")


def notebooks(app: Sphinx) -> Iterator[tuple[str, Path]]:
    """Yield document name and path of each notebook."""
    root = Path(app.srcdir)
    for path in sorted((root / "notebooks").rglob("*.ipynb")):
        if ".ipynb_checkpoints" not in path.parts:
            yield path.relative_to(root).with_suffix("").as_posix(), path


def code_of(notebook: Path) -> str:
    """Return the Python code of a notebook, without magics."""
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    lines = [line for c in cells if c["cell_type"] == "code" for line in "".join(c["source"]).splitlines()]
    return "\n".join(line for line in lines if not line.lstrip().startswith(("%", "!")))


def datasets_in(code: str) -> set[str]:
    """Return the datasets that a piece of code reads or names as the data of an explorer.

    Examples
    --------
    >>> sorted(datasets_in("load('epci'); geometry('regions'); title('communes')"))
    ['epci', 'geometry']
    """
    found: set[str] = set()
    for call in (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)):
        called = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if called in READERS and call.args:
            found |= {_dataset(called, text) for text in _texts(call.args[0])}
        found |= {text for keyword in call.keywords if keyword.arg == "data" for text in _texts(keyword.value)}
    return found & set(names())


def _dataset(reader: str, text: str) -> str:
    return OUTLINES if reader == "geometry" and text in ("departements", "regions", "epci") else text


def _texts(node: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def concept_code(concept: str) -> list[str]:
    """Return the code of each module of a concept."""
    home = PACKAGE / "concepts"
    files = [home / f"{concept}.py", *sorted((home / concept).rglob("*.py"))]
    return [path.read_text("utf-8") for path in files if path.exists()]


def chapters(app: Sphinx) -> dict[str, str]:
    """Document name of the chapter of each concept that has one: a notebook that the table of contents names."""
    contents = getattr(app.config, "external_site_map", None)
    named = lambda docname: contents is None or docname in contents or f"{docname}.ipynb" in contents  # noqa: E731
    return {path.stem: docname for docname, path in notebooks(app) if named(docname)}


def datasets_of_chapters(app: Sphinx) -> dict[str, set[str]]:
    """Return the datasets that each chapter reads, in its notebook or in the modules of its concept."""
    return {
        path.stem: set().union(*map(datasets_in, [code_of(path), *concept_code(path.stem)]))
        for _docname, path in notebooks(app)
    }
