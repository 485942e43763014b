"""The bet of Porter's cluster: what comes home with the delegation?"""

from __future__ import annotations

from course_utils.teaching.content.porter_cluster.asked import BET, CORNERS, copied
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say

FACTORS, SUPPORT = CORNERS.index("factors"), CORNERS.index("support")


def wager() -> Wager:
    """A delegation copies the strongest corner of a famous cluster."""
    context = say(
        _(
            "A region marks its cluster out of 100: rivalry {strategy}, demand {demand}, related industries {support},"
            " engineers and laboratories (factors) {factors}. A delegation visits the most famous cluster of its trade,"
            " whose engineers and laboratories are marked {best}, and copies them to the last test tube: {factors}"
            " becomes {best}. The four corners need one another strongly."
        ),
        best=number(copied(BET).copied[FACTORS]),
        **{corner: number(mark) for corner, mark in zip(CORNERS, BET, strict=True)},
    )
    ask = _("By how much does the strength of the cluster rise?")
    options = (
        Option(_("By about a quarter: one corner of four has doubled"), _quarter()),
        Option(_("By about a tenth"), _tenth()),
        Option(_("By less than one part in fifty"), _little(), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _rise(corner: int, r: str = "-4") -> float:
    found = copied(BET, r)
    return float(found.gains[corner] / found.now)


def _quarter() -> str:
    return say(
        _(
            "That is what you would get if corners *replaced* one another: with r = 1 the rise is {rise}. Set the"
            " exponent there and compare."
        ),
        rise=percent(_rise(FACTORS, "1")),
    )


def _tenth() -> str:
    return say(
        _("That is nearer to mild complements: with r = -1 the rise is {rise}. What happens as r falls further?"),
        rise=percent(_rise(FACTORS, "-1")),
    )


def _little() -> str:
    return _(
        "The laboratories are excellent, and there is nobody around to supply them. Which corner of the famous cluster"
        " should the delegation have looked at?"
    )


def _answer() -> str:
    found = copied(BET)
    told = _(
        "The strength goes from {now} to {then}, a rise of **{rise}**. With related industries at {weak} no other"
        " corner can bring it above {cap}. Copying the *related industries* of the same cluster, which nobody travels"
        " to see, would have brought it to {better}."
    )
    return say(
        told,
        now=number(found.now, 1),
        then=number(found.now + found.gains[FACTORS], 1),
        rise=percent(_rise(FACTORS), 1),
        weak=number(BET[SUPPORT]),
        cap=number(found.cap, 1),
        better=number(found.now + found.gains[SUPPORT], 1),
    )
