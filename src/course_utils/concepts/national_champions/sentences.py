"""Words of the national champions: what the controls are called, and the sentences under the figures."""

from __future__ import annotations

from course_utils.concepts.national_champions.model import COST, EVEN, EVEN_PRICE, Merger
from course_utils.words import Sentence, _, join, number, percent, say


def sizes() -> dict[str, str]:
    """How many of the four firms merge, by key."""
    return {"2": _("two of four"), "3": _("three of four"), "4": _("all four")}


def verdicts() -> dict[str, str]:
    """What to call a merger, by `Merger.verdict`."""
    return {
        "scale": _("Scale: the price does not rise, so buyers do not pay for it."),
        "paid": _("Scale that pays for market power: the nation and the partners are not worse off, consumers are."),
        "orphan": _("A champion for the State alone: the nation does not lose, yet the partners would not sign."),
        "power": _("Market power: what suits the partners costs the nation more."),
        "folly": _("A loss: neither the nation nor the partners want it."),
    }


def firms(count: int) -> str:
    """Name the firms that merge."""
    return {2: _("Two of four firms"), 3: _("Three of four firms"), 4: _("All four firms")}[count]


def closed_reading(found: Merger, *, merged: str, gain: float, fixed: float) -> Sentence:
    """Say what a merger does to prices and to each group, borders closed."""
    who = say(
        _("{who} merge and save {gain} on each unit, and {fixed} of fixed costs."),
        who=firms(found.merged),
        gain=number(gain),
        fixed=number((found.merged - 1) * fixed),
    )
    return join(who, price_sentence(found), hhi_sentence(found), groups(found), verdicts()[found.verdict])


def price_sentence(found: Merger) -> Sentence:
    """Say what the price does."""
    if abs(found.price) < EVEN_PRICE:
        return say(_("The price stays at {now}."), now=number(found.after.price, 1))
    rises = _("The price rises from {was} to {now}.")
    falls = _("The price falls from {was} to {now}.")
    was, now = (number(market.price, 1) for market in (found.before, found.after))
    return say(rises if found.price > 0 else falls, was=was, now=now)


def hhi_sentence(found: Merger) -> Sentence:
    """Say what concentration does."""
    was, now = (number(market.hhi) for market in (found.before, found.after))
    return say(_("The Herfindahl index (HHI) goes from {was} to {now}."), was=was, now=now)


def groups(found: Merger) -> Sentence:
    """Say who gains and who loses; rivals and State only where there are some."""
    told = [
        _change(
            found.consumers,
            _("Consumers gain {n}."),
            _("Consumers lose {n}."),
            _("Consumers are where they were."),
        ),
        _change(
            found.partners,
            _("The partners gain {n}."),
            _("The partners lose {n}."),
            _("The partners break even."),
        ),
    ]
    if found.merged < len(found.before.quantities):
        told.append(
            _change(
                found.rivals,
                _("Their rivals gain {n}."),
                _("Their rivals lose {n}."),
                _("Their rivals are where they were."),
            )
        )
    if abs(found.state) >= EVEN:
        told.append(_change(found.state, _("The State gains {n} of tariff."), _("The State loses {n} of tariff."), ""))
    return join(*told, nation(found))


def nation(found: Merger) -> Sentence:
    """Say what the nation gains or loses."""
    return _change(
        found.nation, _("The nation gains {n}."), _("The nation loses {n}."), _("The nation is where it was.")
    )


def _change(value: float, gains: str, loses: str, even: str) -> Sentence:
    if abs(value) < EVEN:
        return say(even)
    return say(gains if value > 0 else loses, n=number(abs(value)))


def tariff_reading(found: Merger, *, merged: str, gain: str, foreign: str, tariff: float) -> Sentence:
    """Say what an open border leaves of the champion, and what the merger brings behind this tariff."""
    concentration = say(
        _("HHI {hhi}; the four largest firms hold {c4} of the market."),
        hhi=number(found.after.hhi),
        c4=percent(found.after.c4),
    )
    compared = say(_("Against no merger at the same tariff:"))
    told = (_champion(found), concentration, compared, groups(found), verdicts()[found.verdict])
    return join(_abroad(found, float(foreign), tariff), *told)


def _abroad(found: Merger, foreign: float, tariff: float) -> Sentence:
    held = found.after.imports / found.after.total
    parts = {"tariff": number(tariff), "landed": number(foreign + tariff), "held": percent(held)}
    if not tariff:
        return say(_("Without a tariff the foreign firm, at {landed} a unit, holds {held} of the market."), **parts)
    if held > 0:
        return say(
            _("Behind a tariff of {tariff} the foreign firm, at {landed} a unit, holds {held} of the market."), **parts
        )
    return say(_("Behind a tariff of {tariff} the foreign firm, at {landed} a unit, is shut out."), **parts)


def _champion(found: Merger) -> Sentence:
    cost, price = number(COST - found.gain), number(found.after.price, 1)
    if found.after.quantities[0] <= 0:
        return say(
            _("The champion's cost of {cost} is no less than the price, {price}: it has left the market."),
            cost=cost,
            price=price,
        )
    return say(
        _("The champion's unit costs {cost} and sells at {price}: a margin of {margin}."),
        cost=cost,
        price=price,
        margin=number(found.margin, 1),
    )
