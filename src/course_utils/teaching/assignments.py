"""Assignments for nbgrader, one a chapter, made from its exercises and their folded solutions."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from course_utils.teaching import content
from course_utils.teaching.editions import SOLUTION, notebooks, read, write
from course_utils.teaching.exercises import Exercise
from course_utils.teaching.preparation import preparation
from course_utils.teaching.territory import my_territory
from course_utils.words import _, say

#: Points of an exercise on the student's own territory, and of one that is the same for all.
OWN, SHARED = 4, 1
SAMPLE = ("38", "48", "59")


def write_all(folder: Path, chapters: Iterable[str] | None, term: str = "", force: bool = False) -> list[Path]:
    """Write assignments as nbgrader wants them: ``<folder>/<chapter>/<chapter>.ipynb``.

    Raises
    ------
    UnknownQuestions
        A ``KeyError``, if there is no such chapter.
    FileExistsError
        If one is there and `force` is not given.
    """
    written = []
    for concept in content.concepts() if chapters is None else chapters:
        target = folder / concept / f"{concept}.ipynb"
        if target.exists() and not force:
            raise FileExistsError(f"{target} is there already; --force replaces it")
        made = assignment(concept, term)
        target.parent.mkdir(parents=True, exist_ok=True)
        write(made, target)
        written.append(target)
    return written


def assignment(concept: str, term: str = "") -> dict[str, Any]:
    """Return the instructor's notebook of an assignment, solutions and hidden checks included.

    Parameters
    ----------
    concept : str
        Name of the chapter.
    term : str
        Any text; another one draws other territories.

    Returns
    -------
    dict
        A notebook for nbgrader's ``source`` folder; `nbgrader generate_assignment` takes out what is not for students.

    Raises
    ------
    UnknownQuestions
        A ``KeyError``, if there is no such chapter.
    """
    tasks = content.find(concept).exercises()
    source = read(next(path for path in notebooks() if path.stem == concept))
    texts = ["".join(c["source"]) for c in source["cells"] if c["cell_type"] == "markdown"]
    solutions = [code for text in texts for code in SOLUTION.findall(text)]
    title = texts[0].splitlines()[0].removeprefix("# ")
    cells = [_cell("markdown", "about", _about(title)), _cell("code", "login", _login(concept, term))]
    shown = ["".join(c["source"]) for c in source["cells"] if c["cell_type"] == "code"]
    cells.append(_cell("code", "preparation", preparation(shown, solutions)))
    for n, (task, solution) in enumerate(zip(tasks, solutions, strict=True), 1):
        cells += _exercise(n, task, solution, (concept, term))
    return {"cells": cells, "metadata": source["metadata"], "nbformat": 4, "nbformat_minor": 5}


def own(task: Exercise) -> bool:
    """Whether the answer to an exercise depends on the territory.

    Examples
    --------
    >>> [own(task) for task in content.find("growth_pole").exercises()]
    [False, False, True, False, False]
    """
    before, found = my_territory().code, []
    for code in SAMPLE:
        my_territory(code)
        found.append(task.expected())
    my_territory(before)
    return any(answer != found[0] for answer in found)


def _about(title: str) -> str:
    told = _(
        "Write your login first and run that cell: it draws a territory of your own, for the exercises that ask for"
        " one. Then give each answer in its cell. The cell below it says only whether the answer is of the right kind;"
        " it is marked after you have submitted."
    )
    return f"# {say(_('Assignment: {title}'), title=title)}\n\n{told}"


def _login(concept: str, term: str) -> str:
    draw = f"my_territory(drawn(LOGIN, {concept!r}, {term!r}))"
    heads = "from course_utils import my_territory\nfrom course_utils.teaching.draws import drawn"
    return f'{heads}\n\nLOGIN = ""\n{draw}'


def _exercise(n: int, task: Exercise, solution: str, place: tuple[str, str]) -> list[dict[str, Any]]:
    points = OWN if own(task) else SHARED
    ident = task.key.replace(".", "_")
    heading = say(_("Exercise {n} ({points} of the points)"), n=str(n), points=str(points))
    ask = say(_("{task} Give `{name}`: {asks}."), task=task.task, name=f"answer_{n}", asks=task.asks)
    answer = f"### BEGIN SOLUTION\n{answered(solution, n)}\n### END SOLUTION"
    concept, term = place
    tests = [
        "from course_utils.teaching.marks import well_formed",
        "",
        f'well_formed("{task.key}", answer_{n})',
        "### BEGIN HIDDEN TESTS",
        "from course_utils.teaching.draws import graded",
        "from course_utils.teaching.marks import mark",
        "",
        f'mark("{task.key}", answer_{n}, graded(), {concept!r}, {term!r})',
        "### END HIDDEN TESTS",
    ]
    return [
        _cell("markdown", f"task_{ident}", f"## {heading}\n\n{ask}"),
        _cell("code", ident, answer, {"grade": False, "solution": True, "locked": False}),
        _cell("code", f"test_{ident}", "\n".join(tests), {"grade": True, "locked": True, "points": points}),
    ]


def answered(solution: str, n: int) -> str:
    r"""Return a solution of the book that gives ``answer_n`` where it called ``check``.

    Examples
    --------
    >>> answered('x = 2\ncheck("a.1", (x, 3))', 1).splitlines()
    ['x = 2', 'answer_1 = (x, 3)']
    """
    code = solution.strip()
    last = ast.parse(code).body[-1]
    call = last.value if isinstance(last, ast.Expr) else None
    if not isinstance(call, ast.Call) or len(call.args) != 2:
        raise ValueError(f"a solution must end in check(key, answer): {code!r}")
    given = ast.get_source_segment(code, call.args[1])
    return "\n".join([*code.splitlines()[: last.lineno - 1], f"answer_{n} = {given}"])


def _cell(kind: str, ident: str, text: str, grading: dict[str, Any] | None = None) -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": kind, "id": ident.replace("_", "-")[:64], "metadata": {}}
    cell["source"] = text.splitlines(keepends=True)
    if kind == "code":
        cell |= {"execution_count": None, "outputs": []}
    if grading:
        usual = {"schema_version": 3, "grade_id": ident, "solution": False, "task": False}
        cell["metadata"]["nbgrader"] = usual | grading
    return cell
