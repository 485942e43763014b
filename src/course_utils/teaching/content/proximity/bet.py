"""The bet of proximity: how many neighbours become partners because they are neighbours?"""

from __future__ import annotations

from course_utils.teaching.content.proximity import asked
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say


def wager() -> Wager:
    """Neighbours whom nothing but a short distance brings together."""
    context = say(
        _(
            "Of 100 pairs of actors at an average distance from one another, {base} is linked. Now distance counts for"
            " much: next door, the odds of a link are {times} times as high. Nothing else counts: neither belonging to"
            " one organisation nor thinking alike."
        ),
        base=number(100 * asked.share(asked.FAR_STRANGE, asked.IDLE)),
        times=number(float(asked.NEIGHBOURS["near"])),
    )
    ask = _("Of 100 pairs of neighbours, less than 50 km apart, how many are linked?")
    options = (
        Option(_("About 90"), _many()),
        Option(_("About 50"), _half()),
        Option(_("About 20"), _few(), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _many() -> str:
    return say(
        _(
            "Next door *and* in one organisation it would be {all}, if belonging counted as much. A short distance"
            " alone multiplies something small."
        ),
        all=percent(asked.chance(30, 30)),
    )


def _half() -> str:
    return say(
        _("Odds are no chances: 30 times 1 to 99 is 30 to 99, next door {door}, and less a few kilometres on."),
        door=percent(asked.chance(30)),
    )


def _few() -> str:
    return _("Now find out in the explorer what turns them into partners, and leave the distances as they are.")


def _answer() -> str:
    return say(
        _(
            "**{near} of 100**: {strangers} neighbours in 100 stay strangers. With organised proximity as strong as"
            " nearness, {both} of 100 neighbours that share an organisation or ideas are linked; the neighbours that"
            " share nothing are left at {none}."
        ),
        near=number(100 * asked.share(asked.NEAR_STRANGE, asked.NEIGHBOURS)),
        strangers=number(100 - 100 * asked.share(asked.NEAR_STRANGE, asked.NEIGHBOURS)),
        both=number(100 * asked.share(asked.NEAR_ORGANISED, asked.EVERYTHING)),
        none=number(100 * asked.share(asked.NEAR_STRANGE, asked.EVERYTHING)),
    )
