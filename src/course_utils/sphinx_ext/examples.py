"""The five-line example of a dataset, run as it stands while the book is built."""

from __future__ import annotations

import ast
import warnings
from typing import Any

import pandas as pd

from course_utils.datasets.descriptors import descriptor

LINES, ROWS, COLUMNS = 5, 12, 8
FIRST = "from course_utils import load\n"


class ExampleError(ValueError):
    """An example that fails, warns, is too long or shows nothing; names the dataset."""


def code_of(name: str) -> str:
    """Return the example of a dataset with the import that it needs.

    Raises
    ------
    ExampleError
        If there is none, or if it is too long.
    """
    lines = str(descriptor(name).get("example") or "").strip()
    if not 0 < len(lines.splitlines()) <= LINES:
        raise ExampleError(f"{name}: an example has 1 to {LINES} lines, not {len(lines.splitlines())}")
    return (FIRST if "load(" in lines and "import load" not in lines else "") + lines


def value_of(name: str) -> Any:
    """Run the example of a dataset and return the value of its last line.

    Raises
    ------
    ExampleError
        If it fails or warns, or if its last line has no value to show.
    """
    tree = ast.parse(code_of(name))
    last = tree.body.pop()
    if not isinstance(last, ast.Expr):
        raise ExampleError(f"{name}: the last line of its example is not an expression")
    space: dict[str, Any] = {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            exec(compile(tree, f"<example of {name}>", "exec"), space)
            value = eval(compile(ast.Expression(last.value), f"<example of {name}>", "eval"), space)
    except Exception as error:
        raise ExampleError(f"{name}: its example fails: {type(error).__name__}: {error}") from error
    if value is None or (isinstance(value, (pd.DataFrame, pd.Series)) and value.empty):
        raise ExampleError(f"{name}: its example shows nothing")
    return value


def shown(value: Any) -> tuple[str, str]:
    """Return how a notebook would show a value: its kind, ``html`` for a table, else ``text``, and the text."""
    if isinstance(value, pd.DataFrame):
        return "html", value.to_html(max_rows=ROWS, max_cols=COLUMNS, border=0, justify="left", show_dimensions=True)
    with pd.option_context("display.max_rows", ROWS, "display.width", 80):
        return "text", str(value) if isinstance(value, str) else repr(value)
