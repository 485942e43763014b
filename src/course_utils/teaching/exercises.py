"""Exercises: an answer is compared with what the model gives now, never with a number typed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from course_utils.teaching import answers, content
from course_utils.teaching.answers import Grade


@dataclass(frozen=True)
class Slip:
    """A known mistake: what it computes, and what to say to someone who gives that."""

    value: Callable[[], Any]
    feedback: str


@dataclass(frozen=True)
class Exercise:
    """A question of the chapter's last part that the machine can check.

    Parameters
    ----------
    key : str
        ``"<concept>.<number>"``.
    kind : str
        ``"number"``, ``"text"``, ``"set"``, or several joined by commas for a tuple: ``"number, text"``.
    task : str
        What is to be found.
    expected : callable
        Gives the right answer, computed from the model or from data when it is needed.
    asks : str
        What an answer looks like, unit included.
    right, hint : str
        Said to a right answer, and to a wrong one.
    tolerance, slack : float
        Relative and absolute difference that still counts as right.
    slips : tuple of Slip
        Known mistakes.
    choices : callable, optional
        Gives the only names that make sense, by whatever a reader may call them.
    """

    key: str
    kind: str
    task: str
    expected: Callable[[], Any]
    asks: str
    right: str
    hint: str
    tolerance: float = 0.01
    slack: float = 0.0
    slips: tuple[Slip, ...] = ()
    choices: Callable[[], Mapping[str, str]] | None = None

    def __post_init__(self) -> None:
        """Refuse a kind that cannot be checked."""
        for kind in self.kinds:
            if kind not in answers.KINDS:
                raise ValueError(f"exercise {self.key}: kind {kind!r} is none of {', '.join(answers.KINDS)}")

    @property
    def kinds(self) -> list[str]:
        """The kinds of the parts of an answer."""
        return [kind.strip() for kind in self.kind.split(",")]

    def read(self, answer: Any) -> list[Any]:
        """Return the parts of `answer`, each of its kind; ``TypeError`` and ``ValueError`` say what is expected."""
        parts = [answer] if len(self.kinds) == 1 else answer
        if not isinstance(parts, (tuple, list)) or len(parts) != len(self.kinds):
            raise TypeError(f"{self.key} expects {self.asks}: a tuple of {len(self.kinds)}, got {answer!r}")
        names = self.choices() if self.choices else {}
        try:
            return [answers.read(kind, part, names) for kind, part in zip(self.kinds, parts, strict=True)]
        except (TypeError, ValueError) as error:
            raise type(error)(f"{self.key} expects {self.asks}; {error}") from None

    def grade(self, given: list[Any], expected: Any) -> list[Grade]:
        """Grade each part of a read answer."""
        wanted = [expected] if len(self.kinds) == 1 else list(expected)
        return [self._grade_part(*pair) for pair in zip(self.kinds, given, wanted, strict=True)]

    def _grade_part(self, kind: str, given: Any, expected: Any) -> Grade:
        if kind == "number":
            return answers.grade_number(given, float(expected), self.tolerance, self.slack)
        return answers.grade_text(given, expected) if kind == "text" else answers.grade_set(given, set(expected))


class UnknownExercise(KeyError):
    """There is no exercise of that name."""

    def __str__(self) -> str:
        return str(self.args[0])


def exercise(key: str) -> Exercise:
    """Return the exercise called `key`, or raise `UnknownExercise` with those of its concept or the closest names."""
    concept = str(key).partition(".")[0]
    known = content.concepts()
    written = {e.key: e for name in ([concept] if concept in known else known) for e in content.find(name).exercises()}
    if key in written:
        return written[key]
    hint = f"; there are {', '.join(written)}" if concept in known else content.did_you_mean(key, written)
    raise UnknownExercise(f"there is no exercise {key!r}{hint}")
