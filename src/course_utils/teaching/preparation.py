"""What a chapter has imported and named before its exercises begin, cut down to what they use."""

from __future__ import annotations

import ast
import re

TOLD = re.compile(r'my_territory\("[^"]*"\)')
#: Names of the book's own furniture, of no use in an assignment.
FURNITURE = {"bet", "reveal", "quiz", "explore", "info", "show_source"}


def preparation(cells: list[str], solutions: list[str]) -> str:
    """Return all imports of a chapter's cells, and those of its statements on which its solutions rest.

    Parameters
    ----------
    cells : list of str
        Code cells of the chapter, in order.
    solutions : list of str
        Code of its solutions.

    Returns
    -------
    str
        Code in the order of the chapter; a territory chosen by name becomes the one drawn.

    Examples
    --------
    >>> preparation(["import math", "a = 1", "b = a + 1", "c = 3"], ["check('x.1', math.sqrt(b))"]).splitlines()
    ['import math', '', 'a = 1', 'b = a + 1']
    """
    statements = [(node, code) for code in cells for node in ast.parse(code).body]
    wanted = {name for code in solutions for node in ast.parse(code).body for name in _names(node, ast.Load)}
    kept: list[str] = []
    for node, code in reversed(statements):
        defined = _defined(node)
        if defined & wanted:
            wanted |= _names(node, ast.Load)
            kept.insert(0, ast.get_source_segment(code, node) or "")
    imports = [line for node, _code in statements for line in _imported(node)]
    text = "\n".join([*dict.fromkeys(imports), *([""] if kept else []), *kept])
    return TOLD.sub("my_territory()", text)


def _imported(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        names = [alias for alias in node.names if alias.name not in FURNITURE]
        return [ast.unparse(ast.ImportFrom(node.module, names, node.level))] if names else []
    return [ast.unparse(node)] if isinstance(node, ast.Import) else []


def _defined(node: ast.stmt) -> set[str]:
    """Names that a statement gives a value, or changes; an expression and an import give none here."""
    if isinstance(node, (ast.Import, ast.ImportFrom, ast.Expr)):
        return set()
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return {node.name}
    changed = {
        target.value.id
        for target in ast.walk(node)
        if isinstance(target, (ast.Subscript, ast.Attribute))
        and isinstance(target.ctx, ast.Store)
        and isinstance(target.value, ast.Name)
    }
    return _names(node, ast.Store) | changed


def _names(node: ast.AST, context: type[ast.expr_context]) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, context)}
