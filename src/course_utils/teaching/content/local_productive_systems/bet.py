"""The bet of local productive systems: how many places survive a thousand choices?"""

from __future__ import annotations

from course_utils.teaching.content.local_productive_systems.asked import always, standing
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say


def wager() -> Wager:
    """A thousand experts, four thresholds each."""
    found = standing()
    context = say(
        _(
            "A thousand experts each draw up a list of French local productive systems, from the same table of {n}"
            " départements and seven sectors. Each sets four thresholds (quotient, share, density, size) at values that"
            " nobody would call absurd. A département counts by its best sector, the one that gets it into most lists."
        ),
        n=number(len(found.places.codes)),
    )
    ask = _("How many départements are in every one of the thousand lists?")
    options = (
        Option(_("About fifty"), _many()),
        Option(_("About twenty"), _some()),
        Option(_("Fewer than five"), _few(), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _many() -> str:
    listed = int((standing().limits > 0).sum())
    told = _(
        "{n} are in one list at least, so it is easy to meet a list with your own département in it. Staying in when"
        " somebody else chooses is another matter: look at the curve that falls."
    )
    return say(told, n=number(listed))


def _some() -> str:
    told = _(
        "{n} are in more than *half* of the lists. Every list asks much more: find where the curve leaves the top."
    )
    return say(told, n=number(standing().mostly))


def _few() -> str:
    return _("Now say which. Is what they have in common what you would call a system?")


def _answer() -> str:
    found = standing()
    names = ", ".join(always())
    told = _(
        "In every list: **{always}** ({names}). In more than nine of ten: **{nine}**. In more than half: **{half}** of"
        " {n}. In none at all: {never}. Haute-Savoie, home of the bar turners of the Arve valley, is in {arve} of the"
        " lists of industry."
    )
    arve = found.places.names.index("Haute-Savoie")
    return say(
        told,
        always=number(found.always),
        names=names,
        nine=number(int((found.limits > 0.9).sum())),
        half=number(found.mostly),
        n=number(len(found.places.codes)),
        never=number(found.never),
        arve=percent(float(standing("industry").limits[arve])),
    )
