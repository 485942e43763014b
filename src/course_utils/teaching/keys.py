"""The keys of a chapter, computed when they are asked for: for instructors only."""

from __future__ import annotations

from typing import Any

from course_utils.teaching import content
from course_utils.teaching.questions import Question
from course_utils.teaching.territory import my_territory
from course_utils.words import _, say


def keys(concept: str) -> str:
    """Return the right answers of a chapter as Markdown: its bet, its quiz and its exercises.

    Parameters
    ----------
    concept : str
        Name of the concept, for instance ``"growth_pole"``.

    Returns
    -------
    str
        Numbers come from the model or the data as they are now; those of a territory are those of `my_territory()`.

    Raises
    ------
    UnknownQuestions
        A ``KeyError``, if nothing is written for `concept`.

    Examples
    --------
    >>> keys("growth_pole").splitlines()[0]
    '## Keys'
    """
    texts = content.find(concept)
    wager = texts.wager()
    asked = [f"{n}. {_right(question)}" for n, question in enumerate(texts.quiz(), 1)]
    found = [f"- `{task.key}`: {told(task.expected())}" for task in texts.exercises()]
    where = say(_("Exercises on a territory are answered for {place}."), place=my_territory().name)
    heads = [f"## {_('Keys')}", f"**{_('Bet')}.** {_right(wager.question)}", wager.answer]
    quiz = [f"**{_('Quiz')}**", "\n".join(asked)]
    exercises = [f"**{_('Exercises')}.** {where}", "\n".join(found)]
    return "\n\n".join([*heads, *quiz, *exercises])


def told(value: Any) -> str:
    """Print an expected answer: six digits of a number, names of a set in order.

    Examples
    --------
    >>> told((0.371256, {"Iron ore", "Fuel"}))
    '0.371256; {Fuel, Iron ore}'
    """
    if isinstance(value, (tuple, list)):
        return "; ".join(told(part) for part in value)
    if isinstance(value, (set, frozenset)):
        return f"{{{', '.join(sorted(map(str, value)))}}}"
    return value if isinstance(value, str) else f"{float(value):.6g}"


def _right(question: Question) -> str:
    letter, option = next(pair for pair in question.lettered if pair[1].right)
    return f"{question.ask} **({letter})** {option.text}"
