"""The bet of the national champions: who gains when two of four firms merge?"""

from __future__ import annotations

from course_utils.teaching.content.national_champions.asked import BET, merger, starts
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, say


def wager() -> Wager:
    """Two of four equal firms merge behind closed borders and save 15 % of their cost."""
    before = merger().before
    context = say(
        _(
            "Borders are closed. Four equal firms make the same thing; a unit costs {cost} and sells at {price}. Two of"
            " them merge, and the champion saves {gain} on each unit."
        ),
        cost=number(20),
        price=number(before.price),
        gain=number(BET["gain"]),
    )
    options = (
        Option(_("The price falls, since costs do"), _falls()),
        Option(_("The price rises, and the nation loses"), _loses()),
        Option(_("The price rises; the partners gain, and so does the nation"), _both()),
        Option(_("The price rises; the nation gains, and the partners lose"), _orphan(), right=True),
    )
    return Wager(Question(_("What happens?"), options, context), _answer())


def _falls() -> str:
    return say(
        _(
            "Two firms that were rivals now sell as one, and hold back. For the price not to rise they would have to"
            " save {needed} of {cost}: in the explorer, find the diamond of the consumers."
        ),
        needed=number(starts("2")["consumers"]),
        cost=number(20),
    )


def _loses() -> str:
    return say(
        _(
            "Consumers do lose, {consumers}. But most of it goes to firms of the same nation, which earn it; add up the"
            " bars before you close the account."
        ),
        consumers=number(-merger().consumers),
    )


def _both() -> str:
    found = merger()
    return say(
        _(
            "The partners sell less than before, and their rivals, who did nothing, step into the gap: {rivals} more"
            " for them, {partners} less for the partners."
        ),
        rivals=number(found.rivals),
        partners=number(-found.partners),
    )


def _orphan() -> str:
    return _("Few guess it. Then who would build such a firm? That is what this chapter is about.")


def _answer() -> str:
    found, needed = merger(), starts("2")
    return say(
        _(
            "The price rises from {was} to {now}. Consumers lose {consumers}, the rivals gain {rivals}, the partners"
            " *lose* {partners}, and the nation *gains* {nation}. From a saving of {nation_from} on, the nation gains;"
            " only from {partners_from} on do the partners. In between lies a champion that **no firm wants and the"
            " nation does**."
        ),
        was=number(found.before.price, 1),
        now=number(found.after.price, 1),
        consumers=number(-found.consumers),
        rivals=number(found.rivals),
        partners=number(-found.partners),
        nation=number(found.nation),
        nation_from=number(needed["nation"], 2),
        partners_from=number(needed["partners"], 2),
    )
