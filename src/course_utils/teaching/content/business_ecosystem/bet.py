"""The bet of business ecosystems: what a firm takes that nobody can do without."""

from __future__ import annotations

from course_utils.teaching.content.business_ecosystem.asked import built, each, keystone
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say


def wager() -> Wager:
    """A keystone and four firms that each add the same."""
    context = _(
        "Nothing works without one firm, the keystone. Four other firms work with it, and each adds 1 to what all make"
        " together: four in all. None of the four can be replaced either. Everybody is paid what they add, on average"
        " over all orders in which the five could have come together."
    )
    options = (
        Option(_("About a fifth: there are five of them"), _equal()),
        Option(_("Half"), _half(), right=True),
        Option(_("Nearly all: nobody else makes anything without it"), _all()),
    )
    return Wager(Question(_("Which share of the four does the keystone get?"), options, context), _answer())


def _equal() -> str:
    return _(
        "That is what it would get if every one of the five could stop everything. Here a firm that stays away takes"
        " its own 1 with it and leaves the rest. Change the rule in the explorer to all or nothing, and you are right."
    )


def _half() -> str:
    return _("Each firm shares its own 1 with the keystone: two are needed for it, and each could spoil it.")


def _all() -> str:
    return _(
        "It could stop everything, but what does it make alone? Nothing. Put a few substitutes beside each firm, and"
        " see how near to all it comes."
    )


def _answer() -> str:
    found, copied = keystone(), keystone(rivals=3)
    text = _(
        "The keystone takes {hub} of {value}, **{share}**, and each firm {one}. Being indispensable is worth half, not"
        " all: each unit needs two. If three firms can do each thing, it takes **{copied}**, and one firm is left with"
        " {left}. And if all five are needed for anything at all, it takes **{needed}**, like everybody else."
    )
    whole = built("hub", "a1", "b1", "c1", "d1", rule="all")
    return say(
        text,
        hub=number(found.hubs),
        value=number(found.value),
        share=percent(found.share),
        one=percent(each(), 1),
        copied=percent(copied.share),
        left=percent(each(rivals=3), 1),
        needed=percent(float(whole.shapley[0]) / whole.value),
    )
