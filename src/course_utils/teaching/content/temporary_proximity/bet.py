"""The bet of temporary proximity: which of two pairs should share a place?"""

from __future__ import annotations

from course_utils.teaching.content.temporary_proximity.asked import FAR, NEAR, RENT, borders, decision
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import Number, _, number, say


def euros(thousands: float) -> Number:
    """Return thousand euros as euros."""
    return number(round(1000 * float(thousands), -1), unit="€")


def wager() -> Wager:
    """The near pair, or the far one?"""
    context = say(
        _(
            "Two pairs of teams do the same work, a joint design in which each has much to learn from the other: all of"
            " it would be worth {worth}. One pair works {near} km apart, the other {far} km. They can stay remote,"
            " travel as often as they like, or rent a shared place for the period at {rent}, wherever they come from."
        ),
        worth=euros(borders().terms.worth),
        near=number(NEAR),
        far=number(FAR),
        rent=euros(float(RENT)),
    )
    options = (
        Option(_("The near pair: it is nearly there already"), _near()),
        Option(_("Both: so much knowledge is at stake"), _both()),
        Option(_("Neither: trips are cheaper than a rent"), _neither()),
        Option(_("The far pair"), _far(), right=True),
    )
    return Wager(Question(_("Which pair should share a place?"), options, context), _answer())


def _near() -> str:
    return say(
        _(
            "Being near is what makes a shared place unnecessary: {n} cheap trips bring most of the knowledge, and no"
            " rent is due. Who has no cheap trips?"
        ),
        n=number(decision(NEAR).meetings),
    )


def _both() -> str:
    found = decision(NEAR)
    return say(
        _(
            "Sharing a place would leave either pair {shared}. The near one has something better: travelling leaves it"
            " {left}."
        ),
        shared=euros(found.permanent),
        left=euros(found.temporary),
    )


def _neither() -> str:
    found = decision(FAR)
    return say(
        _(
            "True of the near pair. The far one makes only {n} trips, since each is dear, and is left with {left} where"
            " a shared place leaves {shared}."
        ),
        n=number(found.meetings),
        left=euros(found.temporary),
        shared=euros(found.permanent),
    )


def _far() -> str:
    return _("Proximity by renting is worth most to those who cannot have it by travelling.")


def _answer() -> str:
    near, far = decision(NEAR), decision(FAR)
    return say(
        _(
            "**Travel to the near, move to the far.** A shared place leaves {shared} at any distance: a rent does not"
            " know how far you came. Trips leave {near} at {near_km} km and {far} at {far_km} km. The lines cross at"
            " {border} km."
        ),
        shared=euros(near.permanent),
        near=euros(near.temporary),
        far=euros(far.temporary),
        near_km=number(NEAR),
        far_km=number(FAR),
        border=number(borders().move),
    )
