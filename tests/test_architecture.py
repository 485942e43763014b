"""The house of design.md: which way imports point, how long things are, what is annotated and documented."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "course_utils"
MODULES = sorted(PACKAGE.rglob("*.py"))

#: area -> the areas of ours that it may import.
ARROWS = {
    "__init__": {"measures", "datasets", "explorer", "teaching", "concepts", "words"},
    "__main__": {"teaching"},
    "words": set(),
    "measures": set(),
    "datasets": {"words"},
    "explorer": {"datasets", "words"},
    "teaching": {"datasets", "explorer", "words"},
    "concepts": {"measures", "datasets", "explorer", "words"},
    "sphinx_ext": {"measures", "datasets", "explorer", "teaching", "concepts", "words"},
}
#: area -> the packages of others that it may import; an area that is not here may import what it needs.
PACKAGES = {
    "words": set(),
    "measures": {"numpy", "scipy"},
    "datasets": {
        "numpy",
        "pandas",
        "requests",
        "urllib3",
        "yaml",
        "openpyxl",
        "pyarrow",
        "duckdb",
        "dask",
        "distributed",
    },
    "concepts": {"numpy", "pandas", "plotly", "networkx"},
}
MODULE_LINES = 220
FUNCTION_LINES = 30


def area(path: Path) -> str:
    """The part of the house that a module stands in: `words`, `measures` ... or `__init__`."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The absolute names that a module imports, inside functions too."""
    package = ["course_utils", *path.relative_to(PACKAGE).parent.parts]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            # `from course_utils import words` names an area only in its alias.
            yield from (f"{module}.{alias.name}" for alias in node.names) if module == "course_utils" else [module]


def relative(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def test_every_module_stands_in_a_known_area() -> None:
    assert {area(path) for path in MODULES} <= ARROWS.keys()


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_arrows_point_one_way(path: Path) -> None:
    here = area(path)
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("course_utils.")}
    assert ours - {here} <= ARROWS[here]


@pytest.mark.parametrize("path", [path for path in MODULES if area(path) in PACKAGES], ids=relative)
def test_each_area_keeps_to_its_packages(path: Path) -> None:
    others = {name.split(".")[0] for name in imports(path)} - {"course_utils", *sys.stdlib_module_names}
    assert others <= PACKAGES[area(path)]


def functions(path: Path) -> Iterator[tuple[str, ast.FunctionDef, bool]]:
    """Every function and method of a module: its name with its class, the node, and whether it is public."""

    def walk(body: list[ast.stmt], prefix: str, public: bool) -> Iterator[tuple[str, ast.FunctionDef, bool]]:
        for node in body:
            shown = public and not getattr(node, "name", "").startswith("_")
            if isinstance(node, ast.ClassDef):
                yield from walk(node.body, f"{prefix}{node.name}.", shown)
            elif isinstance(node, ast.FunctionDef):
                yield prefix + node.name, node, shown
                yield from walk(node.body, f"{prefix}{node.name}.", False)

    yield from walk(ast.parse(path.read_text("utf-8")).body, "", True)


def code_lines(node: ast.FunctionDef) -> int:
    """Lines of a function, its docstring left out: documentation is never too long."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_modules_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MODULE_LINES
    long = {name: code_lines(node) for name, node, _ in functions(path) if code_lines(node) > FUNCTION_LINES}
    assert long == {}


def unannotated(node: ast.FunctionDef) -> list[str]:
    """The arguments of a function without an annotation, and `return`."""
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg]
    missing = [a.arg for a in given if a and not a.annotation and a.arg not in ("self", "cls")]
    return missing + (["return"] if node.returns is None else [])


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_public_functions_are_annotated_and_documented(path: Path) -> None:
    public = [(name, node) for name, node, shown in functions(path) if shown]
    assert {name: unannotated(node) for name, node in public if unannotated(node)} == {}
    assert [name for name, node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_translated_sentences_are_literal(path: Path) -> None:
    """`_()` and `say()` take no f-string: the catalogue of translations could never hold it."""
    calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
    named = [n for n in calls if isinstance(n.func, ast.Name) and n.func.id in ("_", "say") and n.args]
    assert [n.lineno for n in named if isinstance(n.args[0], ast.JoinedStr)] == []


def test_concepts_do_not_import_each_other() -> None:
    """A concept stands alone; what two share belongs to measures, datasets or explorer."""
    for path in (PACKAGE / "concepts").rglob("*.py"):
        own = path.relative_to(PACKAGE / "concepts").parts[0].removesuffix(".py")
        used = {name.split(".")[2] for name in imports(path) if name.startswith("course_utils.concepts.")}
        assert used <= {own}, relative(path)
