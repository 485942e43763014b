"""`course_utils` is lazy, complete, and says the same thing to people, to tools and to Python."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import course_utils

HEAVY = ("numpy", "scipy", "pandas", "plotly", "ipywidgets", "anywidget", "networkx", "yaml", "IPython")


@pytest.mark.parametrize("name", course_utils.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(course_utils, name) is not None
    assert name in dir(course_utils)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        course_utils.lode  # noqa: B018


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse(Path(course_utils.__file__).read_text("utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert seen == set(course_utils.__all__)


def test_public_functions_are_documented() -> None:
    undocumented = [name for name in course_utils.__all__ if not getattr(course_utils, name).__doc__]
    assert undocumented == []


def run_python(code: str) -> str:
    """Run `code` in a Python of its own; return what it printed."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_importing_loads_nothing_heavy() -> None:
    code = f"import sys, course_utils; print([m for m in {HEAVY} if m in sys.modules])"
    assert run_python(code) == "[]"


def test_measures_load_no_tables_and_no_figures() -> None:
    code = (
        "import sys, course_utils.measures;print([m for m in ('pandas', 'plotly', 'ipywidgets') if m in sys.modules])"
    )
    assert run_python(code) == "[]"


def test_loading_a_table_loads_no_figures() -> None:
    code = (
        "import sys, course_utils; course_utils.load('departements');"
        "print([m for m in ('plotly', 'ipywidgets') if m in sys.modules])"
    )
    assert run_python(code) == "[]"
