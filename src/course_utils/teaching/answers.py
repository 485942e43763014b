"""What an answer may look like, and how far it is from the expected one."""

from __future__ import annotations

import math
import numbers
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from course_utils.teaching.content import did_you_mean
from course_utils.words import _, number, say

KINDS = ("number", "text", "set")


@dataclass(frozen=True)
class Grade:
    """How an answer stands: ``"right"``, ``"close"``, ``"unit"`` (right but for the unit) or ``"wrong"``, and why."""

    status: str
    why: str = ""


def read(kind: str, answer: Any, choices: Mapping[str, str] | None = None) -> Any:
    """Return `answer` as a float, a text or a set of texts.

    Parameters
    ----------
    kind : {"number", "text", "set"}
        What is expected.
    answer : object
        What the reader gave; numpy scalars are numbers, lists are sets.
    choices : mapping of str to str, optional
        The only texts that make sense, if they are known: what a reader may write, and the name that it stands for.

    Raises
    ------
    TypeError
        If the answer is of another kind.
    ValueError
        If a number is not finite, or a text is none of the choices.
    """
    if kind == "number":
        return _read_number(answer)
    if kind == "text":
        return _read_text(answer, choices or {})
    listed = answer.tolist() if hasattr(answer, "tolist") else answer
    if isinstance(listed, (str, bytes, dict)) or not isinstance(listed, Iterable):
        raise TypeError(f'a set of texts such as {{"a", "b"}} is wanted, got {type(answer).__name__} {answer!r}')
    return {_read_text(item, choices or {}) for item in listed}


def fold(text: str) -> str:
    """Return `text` without accents, case, hyphens and doubled spaces: what two people write for one name.

    Examples
    --------
    >>> fold("Provence-Alpes-Côte d'Azur") == fold("provence alpes cote d’azur")
    True
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.casefold().translate(str.maketrans("-_’", "  '")).split())


def grade_number(given: float, expected: float, tolerance: float, slack: float = 0.0) -> Grade:
    """Compare two numbers.

    Parameters
    ----------
    given, expected : float
        The reader's number and the model's.
    tolerance : float
        Relative difference that still counts as right; ten times as much is close.
    slack : float
        Absolute difference that still counts as right, for numbers read on a slider.
    """
    allowed = max(tolerance * abs(expected), slack)
    distance = abs(given - expected)
    if distance <= allowed:
        return Grade("right")
    slip = _unit_slip(given, expected, max(tolerance, 1e-9))
    if slip:
        return Grade("unit", slip)
    side = _("a little too high") if given > expected else _("a little too low")
    if distance <= 10 * allowed:
        return Grade("close", say(_("Close, but {side}."), side=side))
    return Grade("wrong", _("Too high.") if given > expected else _("Too low."))


def grade_set(given: set[str], expected: set[str]) -> Grade:
    """Compare two sets of names: how many are found, how many do not belong."""
    mine, theirs = {fold(name) for name in given}, {fold(name) for name in expected}
    found, extra = len(mine & theirs), len(mine - theirs)
    if mine == theirs:
        return Grade("right")
    counted = say(
        _("Found {found} of {wanted}; {extra} of yours not among them."),
        found=number(found), wanted=number(len(theirs)), extra=number(extra),
    )  # fmt: skip
    return Grade("close" if found * 2 >= len(theirs) and extra <= found else "wrong", counted)


def grade_text(given: str, expected: str) -> Grade:
    """Compare two texts, accents, case and hyphens aside."""
    if fold(given) == fold(expected):
        return Grade("right")
    return Grade("wrong", say(_("It is not {given}."), given=given))


def _unit_slip(given: float, expected: float, tolerance: float) -> str:
    slips = {
        100.0: _("You gave percent where a fraction is wanted: divide by 100."),
        0.01: _("You gave a fraction where percent is wanted: multiply by 100."),
        1e3: _("You are a thousand times too high: look at the unit."),
        1e-3: _("You are a thousand times too low: look at the unit."),
        1e6: _("You are a million times too high: look at the unit."),
        1e-6: _("You are a million times too low: look at the unit."),
        -1.0: _("The size is right, the sign is not."),
    }
    told = (text for factor, text in slips.items() if math.isclose(given, expected * factor, rel_tol=tolerance))
    return next(told, "") if expected else ""


def _read_number(answer: Any) -> float:
    value = answer.item() if hasattr(answer, "item") and getattr(answer, "size", 1) == 1 else answer
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise TypeError(f"a number is wanted, got {type(answer).__name__} {answer!r}")
    if not math.isfinite(value):
        raise ValueError(f"a finite number is wanted, got {answer!r}")
    return float(value)


def _read_text(answer: Any, choices: Mapping[str, str]) -> str:
    if not isinstance(answer, str):
        raise TypeError(f"a text between quotes is wanted, got {type(answer).__name__} {answer!r}")
    known = {fold(written): name for written, name in choices.items()}
    if choices and fold(answer) not in known:
        raise ValueError(f"{answer!r} is not one of the names{did_you_mean(answer, choices)}")
    return known.get(fold(answer), answer)
