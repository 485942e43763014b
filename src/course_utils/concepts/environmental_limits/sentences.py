"""What rules, routes and places are called, and what the pictures of the rules say."""

from __future__ import annotations

import re

from course_utils.concepts.environmental_limits.market import Settled
from course_utils.concepts.environmental_limits.places import GRAND_PARIS, Places
from course_utils.concepts.environmental_limits.rules import Choices, Shared, pace
from course_utils.words import Sentence, _, join, number, percent, say

#: Names on an axis are cut at so many letters: a phone is narrow.
LETTERS = 24


def rules() -> dict[str, str]:
    """Name of each rule."""
    return {
        "past": _("past use (by houses)"),
        "people": _("inhabitants"),
        "growth": _("growth since 2019"),
        "need": _("dwellings wanted"),
        "communes": _("an equal part a commune"),
        "mix": _("a mix of all five"),
    }


def short(name: str) -> str:
    """Name of a place without its legal form, cut to fit on an axis.

    Examples
    --------
    >>> short("CC du Pays de Pontchâteau Saint-Gildas-des-Bois")
    'Pays de Pontchâteau Sai…'
    """
    bare = re.sub(r"^(CC|CA|CU) (du |des |de la |de l'|de |d')?", "", name)
    bare = bare[:1].upper() + bare[1:]
    return bare if len(bare) <= LETTERS else bare[: LETTERS - 1].rstrip() + "…"


def reading(found: Settled, *, territory: str, rule: str, year: str, trading: bool) -> Sentence:
    """Say what is shared, and what the limit costs."""
    told = _("In {year}, {left} ha may be built on for every 100 ha of a past year, shared out by {rule}.")
    first = say(told, year=year, left=number(pace(int(year)), 1), rule=rules()[rule])
    return join(first, _trading(found) if trading else _alone(found))


def _alone(own: Settled) -> Sentence:
    told = _("Nobody may sell: doing without costs them {cost} together.")
    return say(told, cost=number(own.net.sum(), 1))


def _trading(own: Settled) -> Sentence:
    told = _(
        "They trade {moved} ha at a price of {price}; doing without costs them {cost} together, and places with"
        " {earning} of the inhabitants earn by the limit."
    )
    earns = own.net < -1e-9
    return say(
        told,
        moved=number(abs(own.built - own.allowances).sum() / 2, 1),
        price=number(own.price, 2),
        cost=number(own.net.sum(), 1),
        earning=percent(own.places.people[earns].sum() / own.places.people.sum()),
    )


def ends_sentence(found: tuple[Places, Shared], *, territory: str, rule: str) -> Sentence:
    """Name who gains and who loses most by a rule."""
    own, given = found
    if len(own.codes) < 2:
        return say(_("There is one place here, which gets all by every rule."))
    high, low = int(given.gain.argmax()), int(given.gain.argmin())
    if given.gain[high] < 1e-9:
        return join(say(_("All are cut alike: that is the even cut itself.")), _standing_in(own, territory))
    told = _(
        "Most is gained by {up} ({more} against an even cut), most lost by {down} ({less}); places with {winners}"
        " of the inhabitants gain. The Gini index of hectares a head is {gini}."
    )
    numbers = {"more": percent(given.gain[high]), "less": percent(given.gain[low])}
    numbers |= {"winners": percent(given.winners), "gini": number(given.gini, 2)}
    names = {"up": short(own.names[high]), "down": short(own.names[low])}
    return join(say(told, **names, **numbers), _standing_in(own, territory))


def _standing_in(own: Places, territory: str) -> Sentence:
    if territory in GRAND_PARIS:
        return say(_("Around Paris four départements share, since one métropole covers them all."))
    if not own.missing:
        return say("")
    if "past" in own.missing:
        return say(_("Houses and dwellings are not counted here: inhabitants stand in for them."))
    names = {"growth": _("No place has grown here: inhabitants stand in for growth.")}
    return say(names.get(own.missing[0], _("Nothing is lacking here: inhabitants stand in for dwellings wanted.")))


def choices_sentence(found: Choices, *, territory: str) -> Sentence:
    """Say which rule is the best for most inhabitants and which the worst."""
    told = _(
        "Of five plain rules «{one}» is the best for places with {best} of the inhabitants, the worst for {worst}."
    )
    top = int(found.best.argmax())
    name = list(rules().values())[top]
    return say(told, best=percent(found.best[top]), one=name, worst=percent(found.worst[top]))
