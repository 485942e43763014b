"""Words of the chapter: what laboratories are called, and the sentences under the figures."""

from __future__ import annotations

from course_utils.concepts.open_innovation.breadth import Search
from course_utils.concepts.open_innovation.funnel import Funnel
from course_utils.concepts.open_innovation.model import Hinge
from course_utils.measures import ResearchGame
from course_utils.words import Sentence, _, join, number, percent, say

#: Changes of research below this share are called none.
NONE = 0.005


def labs() -> dict[str, str]:
    """Name of each laboratory."""
    return {"none": _("none"), "small": _("small"), "medium": _("medium"), "large": _("large")}


def reading(found: tuple[ResearchGame, ResearchGame, Hinge], *, spillover: float, **_values: object) -> Sentence:
    """Say what spillovers do to research, and what the laboratory is for."""
    game, alone, hinge = found
    share = game.research / alone.research - 1
    if spillover == 0:
        line = _("Nothing leaks: each firm does {m} of research, for itself.")
    elif abs(share) < NONE:
        line = _("Each firm does {m} of research, as much as if nothing leaked ({before}).")
    elif share < 0:
        line = _("Each firm does {m} of research, {share} less than if nothing leaked ({before}).")
    else:
        line = _("Each firm does {m} of research, {share} more than if nothing leaked ({before}).")
    numbers = {"m": number(game.research, 3), "before": number(alone.research, 3), "share": percent(abs(share))}
    return join(say(line, **numbers), _hinge(hinge))


def _hinge(found: Hinge) -> Sentence:
    with_it, without = found.knowledge
    if found.without > 0:
        line = _(
            "Learning is free: without its laboratory one of them would still use all it sees. It would know {without}"
            " instead of {z} and earn {less} instead of {profit}."
        )
    else:
        line = _(
            "Its laboratory makes it understand {gamma} of what it sees. If one of them closed it, that firm would know"
            " {without} instead of {z} and earn {less} instead of {profit}."
        )
    numbers = {"z": number(with_it, 3), "without": number(without, 3), "gamma": percent(found.absorbed)}
    return say(line, **numbers, profit=number(found.profit[0], 3), less=number(found.profit[1], 3))


def breadth_reading(found: Search, *, lab: str, partners: float, cost: float) -> Sentence:
    """Say what so many partners leave, and how many would be best."""
    if found.absorbed == 0:
        line = _(
            "Without a laboratory nothing that partners say is understood: each costs {cost} and brings nothing. Ask"
            " nobody."
        )
        first = say(line, cost=number(cost, 2))
        paid = say(_("{n} partners leave {left}."), n=number(partners), left=number(found.left, 2))
        return join(first, paid if partners > 0 else say(""))
    line = _("A firm that understands {gamma} of an idea is left with {left} when it asks {n} partners.")
    numbers = {"gamma": percent(found.absorbed), "left": number(found.left, 2), "n": number(partners)}
    best = {"best": number(found.best), "most": number(found.most, 2)}
    if partners < found.best:
        advice = _("It should ask more: {best} partners leave {most}.")
    elif partners > found.best:
        advice = _("It asks too many: {best} partners leave {most}.")
    else:
        advice = _("No other number leaves more.")
    return join(say(line, **numbers), say(advice, **best))


def funnel_reading(found: tuple[Funnel, Funnel], *, cost: str, **_values: object) -> Sentence:
    """Say what came of the ideas, from where, and whether opening paid."""
    now, closed = found
    line = _("Of {ideas} ideas a year {launched} are launched, {outside} of them from outside.")
    if now.lab == "none" and now.partners > 0:
        line = _(
            "Of {ideas} ideas a year {launched} are launched, all from the workshop: without a laboratory none of the"
            " others is understood."
        )
    elif now.partners == 0:
        line = _("Of {ideas} ideas a year {launched} are launched; nobody outside is asked.")
    numbers = {"ideas": number(now.ideas), "launched": number(now.launched, 1), "outside": percent(now.outside)}
    price = float(cost)
    low, high = now.band(price)
    rest = _(
        "That leaves {left} (in eight runs out of ten {low} to {high}); a closed firm with this laboratory is left with"
        " {closed}. Means of {runs} runs, seed {seed}."
    )
    money = {"left": number(now.left(price), 1), "low": number(low), "high": number(high)}
    drawn = {"runs": number(now.runs), "seed": str(now.seed)}
    return join(say(line, **numbers), say(rest, **money, closed=number(closed.left(price), 1), **drawn))
