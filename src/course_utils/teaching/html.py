"""HTML of bets, quizzes and answers: the same elements for JupyterLab, the built page, print and a USB stick."""

from __future__ import annotations

import html
import itertools
import os
from functools import cache
from importlib import resources

from course_utils.teaching.markup import inline
from course_utils.teaching.questions import Option, Question
from course_utils.words import _

#: Keeps JupyterLab from taking arrows and Enter on a focused element for moves between cells.
OWN_KEYS = ' data-lm-suppress-shortcuts="true"'
_instances: dict[str, itertools.count[int]] = {}


def face() -> str:
    """``"static"`` while the book is being built, else ``"live"``."""
    return "static" if os.environ.get("COURSE_UTILS_FACE") == "static" else "live"


def fresh_id(stem: str) -> str:
    """Return `stem`, then ``stem-2``, ``stem-3`` ...: shown twice on a page, a question must not answer for its twin.

    Examples
    --------
    >>> fresh_id("doc-example"), fresh_id("doc-example")
    ('doc-example', 'doc-example-2')
    """
    n = next(_instances.setdefault(stem, itertools.count(1)))
    return stem if n == 1 else f"{stem}-{n}"


@cache
def style_sheet() -> str:
    """Text of ``page/teaching.css``."""
    return resources.files("course_utils.teaching").joinpath("page/teaching.css").read_text(encoding="utf-8")


def anchor(stem: str, ident: str) -> str:
    """Return the id that links lead to.

    A live cell that runs again replaces its output and must keep its name; on a built page every id is given once.
    """
    return ident if face() == "static" else stem


def card(body: str, kind: str, extra: str = "") -> str:
    """Wrap `body` in the frame that all share.

    Live, each output carries the style sheet: a reader runs cells again in any order, and the one that
    had brought it would take it away. The built page links it as a file instead.
    """
    style = "" if face() == "static" else f"<style>{style_sheet()}</style>"
    return f'{style}<div class="cu-teach {kind}"{extra}>{body}</div>'


def form(body: str) -> str:
    """Wrap controls in a form that scopes their names and submits nothing.

    ``method=dialog`` outside a dialog is inert, so that no script is needed.
    """
    return f'<form method="dialog" autocomplete="off">{body}</form>'


def fieldset(question: Question, name: str, below: str, number: str = "") -> str:
    """One question: context, legend, radio buttons with their labels, then what picking one shows (`below`)."""
    context = f"<p>{inline(question.context)}</p>" if question.context else ""
    picks = "".join(_pick(letter, option, name) for letter, option in question.lettered)
    answers = f'<div class="cu-answers" role="status">{below}</div>'
    legend = f"<legend>{html.escape(number)}{inline(question.ask)}</legend>"
    return f'{context}<fieldset>{legend}<div class="cu-options">{picks}{answers}</div></fieldset>'


def _pick(letter: str, option: Option, name: str) -> str:
    ident = f"{name}-{letter}"
    right = " data-right" if option.right else ""
    field = f'<input type="radio" id="{ident}" name="{name}" value="{letter}"{right}{OWN_KEYS}>'
    return f'{field}<label for="{ident}"><span class="cu-letter">{letter}</span>{inline(option.text)}</label>'


def feedback(letter: str, option: Option) -> str:
    """What picking an option of a quiz shows."""
    return _told(letter, option, _("Right.") if option.right else _("Not this one."), "")


def outcome(letter: str, option: Option) -> str:
    """What a bet on an option came to; it stands far from the bet, so the option is repeated."""
    word = _("Well bet.") if option.right else _("Not this time.")
    return _told(letter, option, word, f"<strong>{inline(option.text)}</strong>: ")


def _told(letter: str, option: Option, word: str, said: str) -> str:
    start = f'<span class="cu-letter">{letter}</span>{said}<span class="cu-word">{html.escape(word)}</span>'
    look = "cu-good" if option.right else "cu-bad"
    return f'<div class="cu-feedback cu-for-{letter} {look}"><p>{start} {inline(option.feedback)}</p></div>'
