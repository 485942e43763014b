"""Bets: a question before the explorer, its answer after it, joined by a style rule and no script."""

from __future__ import annotations

from dataclasses import dataclass

from course_utils.teaching import content
from course_utils.teaching.html import OWN_KEYS, anchor, card, fieldset, form, fresh_id, outcome
from course_utils.teaching.markup import bare, inline
from course_utils.teaching.questions import Wager
from course_utils.words import _


@dataclass(frozen=True)
class Bet:
    """A bet to be placed; shows itself in a notebook, in the book and in a terminal."""

    key: str
    wager: Wager

    def _repr_html_(self) -> str:
        stem = f"bet-{self.key}"
        ident = fresh_id(stem)
        link = f'<a href="#reveal-{self.key}"{OWN_KEYS}>{_("To the answer")}</a>'
        placed = _("Your bet is placed: play with the explorer first, the answer waits below it.")
        below = f'<p class="cu-placed">{inline(placed)} {link}</p>'
        head = f'<p class="cu-kicker">{_("Place your bet")}</p>'
        body = head + form(fieldset(self.wager.question, ident, below))
        return card(body, "cu-bet", f' id="{anchor(stem, ident)}" data-bet="{self.key}"')

    def __repr__(self) -> str:
        return bare(f"{_('Place your bet')}\n{self.wager.question}")


@dataclass(frozen=True)
class Reveal:
    """The answer to a bet: what the reader said, feedback, and what the model gives."""

    key: str
    wager: Wager

    def _repr_html_(self) -> str:
        options = self.wager.question.lettered
        said = "".join(outcome(letter, option) for letter, option in options)
        back = f'<a href="#bet-{self.key}"{OWN_KEYS}>{_("Go back and bet")}</a>'
        unbet = f'<p class="cu-unbet">{_("You have not placed a bet yet.")} {back}</p>'
        youbet = f'<p class="cu-youbet">{_("You bet:")}</p>'
        answer = f"<p>{inline(self.wager.answer)}</p>"
        folded = f'<details class="cu-unbet"><summary{OWN_KEYS}>{_("Show the answer")}</summary>{answer}</details>'
        head = f'<p class="cu-kicker">{_("The answer to your bet")}</p>'
        told = f'{unbet}{youbet}{said}<div class="cu-answer">{answer}</div>'
        stem = f"reveal-{self.key}"
        ident = anchor(stem, fresh_id(stem))
        rules = "".join(_rules(self.key, [letter for letter, _option in options]))
        body = f'{head}<div class="cu-answers" role="status">{told}</div>{folded}<style>{rules}</style>'
        return card(body, "cu-reveal", f' id="{ident}" data-bet="{self.key}"')

    def __repr__(self) -> str:
        return bare(f"{_('The answer to your bet')}\n{self.wager.answer}")


def bet(concept: str) -> Bet:
    """Ask the reader to bet, before the explorer of a concept is used.

    Parameters
    ----------
    concept : str
        Name of the concept, for instance ``"growth_pole"``.

    Returns
    -------
    Bet
        Shows radio buttons in a notebook and in the book.

    Raises
    ------
    UnknownQuestions
        A ``KeyError``, if no bet is written for `concept`.

    Examples
    --------
    >>> print(str(bet("growth_pole")).splitlines()[0])
    Place your bet
    """
    return Bet(concept, content.find(concept).wager())


def reveal(concept: str) -> Reveal:
    """Show what the reader bet and what the model answers, after the explorer.

    Parameters
    ----------
    concept : str
        The name given to `bet`.

    Returns
    -------
    Reveal
        Follows the radio buttons of the bet on the same page, without a script.

    Raises
    ------
    UnknownQuestions
        A ``KeyError``, if no bet is written for `concept`.
    """
    return Reveal(concept, content.find(concept).wager())


def _rules(key: str, letters: list[str]) -> list[str]:
    """Style rules that tie this bet to its reveal; a browser without ``:has()`` drops them and shows everything."""
    shown = f'.cu-reveal[data-bet="{key}"]'

    def rule(picked: str, part: str, display: str) -> str:
        return f':root:has(.cu-bet[data-bet="{key}"] input{picked}:checked) {shown} {part}{{display:{display}}}'

    each = [rule(f'[value="{letter}"]', f".cu-for-{letter}", "block") for letter in letters]
    told = [rule("", ".cu-answer", "block"), rule("", ".cu-youbet", "block"), rule("", ".cu-unbet", "none")]
    return ["@media screen{", *each, *told, "}"]
