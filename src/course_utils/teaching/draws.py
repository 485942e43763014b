"""Which territory a student works on, drawn from the login, so that a neighbour's numbers are of no use."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

#: Paris has one commune, and no transfer is recorded from the three départements around it: exercises have no answer.
LEFT_OUT = frozenset({"75", "92", "93", "94"})


def pool() -> list[str]:
    """Return the codes that may be drawn: metropolitan départements in which every exercise has an answer.

    Examples
    --------
    >>> len(pool())
    92
    """
    from course_utils.datasets import territories  # pandas is heavy

    codes = [str(code) for code in territories("departement").index]
    return sorted(code for code in codes if len(code) == 2 and code not in LEFT_OUT)


def drawn(login: str, assignment: str, term: str = "") -> str:
    """Return the territory of a student in an assignment: the same each time, another one each term.

    Parameters
    ----------
    login : str
        As the instructor knows the student; case and outer spaces do not matter.
    assignment : str
        Name of the assignment.
    term : str
        Any text.

    Returns
    -------
    str
        Code of a département, for `my_territory`.

    Raises
    ------
    ValueError
        If `login` is empty.

    Examples
    --------
    >>> drawn("alice", "growth_pole") == drawn(" Alice ", "growth_pole")
    True
    """
    name = login.strip().casefold()
    if not name:
        raise ValueError("write your login between the quotes of LOGIN first")
    digest = hashlib.sha256("\n".join([name, assignment, term]).encode()).digest()
    codes = pool()
    return codes[int.from_bytes(digest[:8], "big") % len(codes)]


def graded() -> str:
    """Return the login of the student whose notebook nbgrader runs: its folder is `autograded/LOGIN/ASSIGNMENT`.

    Raises
    ------
    RuntimeError
        If it is not nbgrader that grades.
    """
    if os.environ.get("NBGRADER_EXECUTION") != "autograde":
        raise RuntimeError("hidden checks run under `nbgrader autograde` only")
    return Path.cwd().parent.name
