"""The quiz of territorial governance: a vote, a State, cycles, a talk, and what made them agree."""

from __future__ import annotations

from typing import Any

from course_utils.teaching.content.territorial_governance import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say


def quiz() -> tuple[Question, ...]:
    """Five questions."""
    return _vote(), _state(), _cycle(), _talk(), _debate()


def _vote() -> Question:
    ask = _(
        "Of 100 voters 42 rank M, N, C, K; 26 rank N, C, K, M; 15 rank C, K, N, M; 17 rank K, C, N, M. Whoever has"
        " fewest first places leaves, round after round. Who wins?"
    )
    won, lost, voters = asked.last_round()
    right = _("C leaves, then N. In the last round {won} has {voters} of 100 against {lost}, though N would beat both.")
    return Question(
        ask,
        (
            Option(_("M, with 42 first places"), _("M leads at first. What do all the others think of M?")),
            Option(_("N, who wins every duel"), _("N wins all duels and Borda's points. Is N still there at the end?")),
            Option(_("K, with 17 first places"), say(right, won=won, lost=lost, voters=number(voters)), right=True),
        ),
    )


def _state() -> Question:
    found = asked.ruled(0.7)
    ask = _("The State fines the herders 2 and is right with 70 %. What happens?")
    right = _("Both exceed and end at {gain} each: as ruined as without it, and fined. 70 % is not enough.")
    return Question(
        ask,
        (
            Option(
                _("Both exceed the limit and are worse off than without it"), say(right, gain=_two(found)), right=True
            ),
            Option(
                _("Both keep to the limit, most of the time"),
                _("Compare the first pair of bars: which is higher? Then move the State to 80 %."),
            ),
            Option(
                _("One keeps, one exceeds"),
                _("The game is the same for both. What pays one pays the other."),
            ),
        ),
    )


def _two(found: Any) -> object:
    return number(found.gain, 2)


def _cycle() -> Question:
    shares = asked.cycles()
    ask = _("Every ranking of three options is equally likely. How often does no option beat both others?")
    right = _("{few} with three voters, {many} with 101: rare, and never quite gone.")
    return Question(
        ask,
        (
            Option(
                _("Never: somebody must win"),
                _("Three voters are enough: ABC, BCA, CAB. Who beats A? Who beats that one?"),
            ),
            Option(
                _("In 5 to 9 of 100 elections"),
                say(right, few=percent(shares[0], 1), many=percent(shares[-1], 1)),
                right=True,
            ),
            Option(
                _("In about a third of them"),
                _("Not with three options. Look at the line with four: it rises. Where does yours end?"),
            ),
        ),
    )


def _talk() -> Question:
    found, kept = (asked.summers(talk="yearly", you=you) for you in ("best", "keep"))
    ask = _("The four talk before each summer, nobody counts cows, and *you* take what pays most. What happens?")
    right = _(
        "You gain {yours} a summer, they {theirs}, and the herd ends at {herd}, where it would be without a word. Had"
        " you kept to your share, talk alone would have saved {kept} of what can be gained."
    )
    numbers = {
        "yours": number(found.yours, 1),
        "theirs": number(found.theirs, 1),
        "herd": number(found.herd[-1]),
        "kept": percent(kept.share),
    }
    return Question(
        ask,
        (
            Option(
                _("Talk keeps all to the share"),
                _("It would, if you kept to it, too. Set your rule to that and compare the last summers."),
            ),
            Option(_("You do best, and trust is gone"), say(right, **numbers), right=True),
            Option(
                _("You lose more than they do"),
                _("Compare the two bars. Who pays for your cows?"),
            ),
        ),
    )


def _debate() -> Question:
    ask = _("After a year of debate all five methods name the hub. What has changed?")
    right = _(
        "The scores. At the first meeting the methods gave {before} answers, now {after}, with the same weights. No"
        " method found the agreement; people did."
    )
    return Question(
        ask,
        (
            Option(_("A better method was found"), _("All five are the same as before. Compare the two surveys.")),
            Option(_("Power counts less"), _("Let power count twice: does the star move?")),
            Option(
                _("What people think of the paths"),
                say(right, before=number(asked.answers("first")), after=number(asked.answers("debate"))),
                right=True,
            ),
        ),
    )
