"""The bet of the genealogy: how many concepts ever become policy?"""

from __future__ import annotations

from course_utils.teaching.content.genealogy.asked import told
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, say

#: The counts to bet on; the last is that of the table.
GUESSES = (10, 8, 5)


def wager() -> Wager:
    """Count the concepts that were taken up."""
    found = told()[0]
    context = say(
        _(
            "The table of this chapter dates {all} concepts of local development by their first publication, the oldest"
            " of 1947 and the youngest of 1993. Be generous: count any policy, in France or elsewhere, that says the"
            " word, follows the idea, or uses a concept that descends from it."
        ),
        all=number(found.known + found.waiting),
    )
    ask = _("How many of them have such a policy by 2024?")
    every, most, half = (number(guess) for guess in GUESSES)
    options = (
        Option(say(_("all {n}: an idea that lasts becomes policy sooner or later"), n=every), _all_of_them()),
        Option(say(_("about {n}: a few were never for ministries"), n=most), _most()),
        Option(say(_("about {n}: one in two"), n=half), _half(), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _all_of_them() -> str:
    return _(
        "We remember the words that became laws. In the explorer of lags, look for the dashed lines: ideas that are"
        " taught in every course, and that no policy of the table took up."
    )


def _most() -> str:
    return _(
        "Which ones did you leave out? Count the dashed lines in the explorer of lags, then change what counts as a"
        " use and count again."
    )


def _half() -> str:
    return _(
        "One in two, by the most generous definition. Now see how few are left when a policy must say the word, or be"
        " decided for the whole country."
    )


def _answer() -> str:
    wide, word, strict = told()[0], told(use="names")[0], told(use="names", reach="national")[0]
    return say(
        _(
            "By the generous definition **{wide}** of {all} have a policy. If it must say the word, **{word}**; if it"
            " must also be decided in France for the whole country, **{strict}**. Nothing changed in history between"
            " these numbers, only what we call a use."
        ),
        wide=number(wide.known),
        all=number(wide.known + wide.waiting),
        word=number(word.known),
        strict=number(strict.known),
    )
