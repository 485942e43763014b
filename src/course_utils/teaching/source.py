"""The source of a tested function, shown so that what is read is what runs."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from course_utils.words import _, say

PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Source:
    """Code of a function without the long part of its docstring, and where it and its test live."""

    code: str
    lives_in: str
    tested_in: str

    def whereabouts(self, quote: str = "") -> str:
        """One line that says where the function and its test are, paths between `quote`."""
        path, test = f"{quote}{self.lives_in}{quote}", f"{quote}{self.tested_in}{quote}"
        if not self.tested_in:
            return say(_("From {path}."), path=path)
        return say(_("From {path}, tested in {test}."), path=path, test=test)

    def _repr_markdown_(self) -> str:
        return f"```python\n{self.code}\n```\n\n{self.whereabouts('`')}\n"

    def __repr__(self) -> str:
        return f"{self.code}\n\n# {self.whereabouts()}"


def show_source(function: Callable[..., Any]) -> Source:
    """Show the source of a function of the course.

    Parameters
    ----------
    function : callable
        A Python function or class.

    Returns
    -------
    Source
        Highlighted in a notebook and in the book, plain text in a terminal; of the docstring, only its first line.

    Raises
    ------
    TypeError
        If `function` has no Python source (a number, a builtin ...).

    Examples
    --------
    >>> from course_utils.words import percent
    >>> print(show_source(percent).code.splitlines()[0])
    def percent(fraction: float, decimals: int = 0) -> Number:
    """
    target = inspect.unwrap(function) if callable(function) else function
    try:
        code = textwrap.dedent(inspect.getsource(target))
        path = Path(inspect.getsourcefile(target) or "").resolve()
    except (TypeError, OSError) as error:
        raise TypeError(f"show_source takes a function written in Python, got {function!r}") from error
    lives_in = _inside_package(path)
    return Source(_shorten(code), lives_in, _test_of(lives_in))


def _shorten(code: str) -> str:
    """Keep the first line of the docstring, blank line after it included."""
    node = ast.parse(code).body[0]
    text = ast.get_docstring(node) if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)) else None
    if not text:
        return code.rstrip()
    literal = node.body[0]  # type: ignore[attr-defined]
    lines = code.splitlines()
    indent = " " * literal.col_offset
    lines[literal.lineno - 1 : literal.end_lineno] = [f'{indent}"""{text.splitlines()[0]}"""']
    return "\n".join(lines).rstrip()


def _inside_package(path: Path) -> str:
    """Path from ``src`` on, the same on every machine."""
    if not path.is_relative_to(PACKAGE):
        return path.name
    return str(PurePosixPath("src", PACKAGE.name, *path.relative_to(PACKAGE).parts))


def _test_of(lives_in: str) -> str:
    """The file that mirrors `lives_in` under ``tests``, if it is at hand; a wheel ships no tests."""
    *folders, name = PurePosixPath(lives_in).parts[2:] or [""]
    stem = name.removesuffix(".py")
    package = (folders or [stem])[-1]
    mirrors = ([*folders, f"test_{stem}.py"], [*folders[:-1], f"test_{package}.py"])
    for candidate in (PurePosixPath("tests", *mirror) for mirror in mirrors):
        if PACKAGE.parents[1].joinpath(candidate).is_file():
            return str(candidate)
    return ""
