"""Which of our files a piece of code depends on, found by following its imports without running it."""

from __future__ import annotations

import ast
import functools
import importlib
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
#: What these hold is on no page: the list of all explorers, and the live face.
IGNORED = ("explorer/registry.py", "explorer/live.py")


def follow(code: str) -> tuple[list[Path], frozenset[str]]:
    """Return the files that `code` reaches, and all the texts written in it and in them.

    Examples
    --------
    >>> files, texts = follow("from course_utils.measures import gini; load('epci')")
    >>> [path.name for path in files], texts
    (['_checks.py', 'inequality.py'], ...)
    """
    todo, texts = _read("", code)
    found: set[Path] = set()
    while fresh := {path for path in todo - found if path.exists()}:
        found |= fresh
        read = [_read_file(path) for path in fresh]
        todo = frozenset().union(*(files for files, _texts in read))
        texts = texts.union(*(own for _files, own in read))
    return sorted(found), texts


@functools.cache
def _read_file(path: Path) -> tuple[frozenset[Path], frozenset[str]]:
    """Read each file once a process: the state that a build starts with is the one that counts."""
    return _read(_package(path), path.read_text("utf-8"))


def _read(package: str, code: str) -> tuple[frozenset[Path], frozenset[str]]:
    """Return the files that `code` imports itself, and its texts."""
    tree = ast.parse(code)
    texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    files = {path for module, name in _imports(tree, package) for path in _files(module, name)}
    return frozenset(files - {PACKAGE / name for name in IGNORED}), frozenset(texts)


def _package(path: Path) -> str:
    return ".".join(["course_utils", *path.relative_to(PACKAGE).parent.parts])


def _imports(tree: ast.AST, package: str) -> Iterator[tuple[str, str]]:
    """Yield module and name of each import of ours; the name of a plain ``import`` is empty."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            above = package.split(".")[: package.count(".") + 2 - node.level] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((module, alias.name) for alias in node.names if _ours(module))
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names if _ours(alias.name))


def _ours(module: str) -> bool:
    return module.split(".")[0] == "course_utils"


def _files(module: str, name: str) -> list[Path]:
    """Return the files that ``from module import name`` runs: only the name's own of a package that loads lazily.

    Such a package keeps a table ``_HOME`` of the submodules that hold its names.
    """
    base = PACKAGE.joinpath(*module.split(".")[1:])
    if not base.is_dir():
        return [base.with_suffix(".py")]
    inside = [p for p in (base / f"{name}.py", base / name / "__init__.py") if name and p.exists()]
    first = base / "__init__.py"
    if not first.exists() or "_HOME" not in first.read_text("utf-8"):
        return [*inside, first]
    lazy: dict[str, str] = importlib.import_module(module)._HOME
    if name in lazy:
        return _files(f"{module}.{lazy[name]}", name)
    return _files(f"{module}.{name}", "") if inside else sorted(base.rglob("*.py"))
