"""Texts of the questions and exercises, one module a concept, and how they are found."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterable
from types import ModuleType

MANY = 12


class UnknownQuestions(KeyError):
    """No bet, quiz or exercise is written under that concept's name."""

    def __str__(self) -> str:
        return str(self.args[0])


def concepts() -> list[str]:
    """Names of the concepts that have questions.

    Examples
    --------
    >>> "growth_pole" in concepts()
    True
    """
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def find(concept: str) -> ModuleType:
    """Return the module that holds the texts of `concept`: ``wager()``, ``quiz()`` and ``exercises()``.

    Raises
    ------
    UnknownQuestions
        If there is none, with the closest names.
    """
    known = concepts()
    if concept not in known:
        raise UnknownQuestions(f"no questions are written for {concept!r}{did_you_mean(concept, known)}")
    return importlib.import_module(f"{__name__}.{concept}")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """End of an error message: the closest known names, or all of them if they are few.

    Examples
    --------
    >>> did_you_mean("growth_pol", ["growth_pole", "genealogy"])
    "; did you mean 'growth_pole'?"
    """
    listed = list(known)
    close = difflib.get_close_matches(str(name), listed, n=3, cutoff=0.6)
    if close:
        return f"; did you mean {' or '.join(map(repr, close))}?"
    if len(listed) > MANY:
        return f"; there are {len(listed)}, such as {', '.join(map(repr, listed[:3]))}"
    return f"; there are {', '.join(map(repr, listed))}" if listed else ""
