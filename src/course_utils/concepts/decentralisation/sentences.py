"""What the pictures of the three arrangements say, in plain sentences."""

from __future__ import annotations

import math

from course_utils.concepts.decentralisation.model import Outcome
from course_utils.concepts.decentralisation.territory import Home
from course_utils.concepts.decentralisation.threshold import break_even, threshold
from course_utils.words import Sentence, _, number, percent, say

#: Losses closer than this, in %, are called equal.
CLOSE = 0.05


def reading(found: Outcome, *, spread: float, kappa: float, n: str) -> Sentence:
    """Say who comes closer to the best, fixed costs apart."""
    gap = found.places_loss - found.state_loss
    if abs(gap) < CLOSE:
        told = _(
            "{n} places, spillover {k}, tastes that vary by {s}: State and places both miss {a} of 100; it is a tie."
        )
    elif gap > 0:
        told = _(
            "{n} places, spillover {k}, tastes that vary by {s}: the State misses {a} of 100 to the best, places alone"
            " {b}. The State comes closer."
        )
    else:
        told = _(
            "{n} places, spillover {k}, tastes that vary by {s}: the State misses {a} of 100 to the best, places alone"
            " {b}. Places alone come closer."
        )
    parts = {"n": number(int(n)), "k": percent(kappa), "s": number(spread, 2)}
    return say(told, a=number(found.state_loss, 1), b=number(found.places_loss, 1), **parts)


def frontier_of(kappa: float, n: str, fixed: str) -> float:
    """Return the threshold of one case."""
    return float(threshold(kappa, int(n), float(fixed)))


def frontier_sentence(found: float, *, kappa: float, n: str, fixed: str) -> Sentence:
    """Say how much tastes must vary for places to win, fixed costs counted."""
    free = _("Places win where tastes vary by more than {t}.")
    paid = _("With a fixed cost of {f} a jurisdiction, places win where tastes vary by more than {t}.")
    return say(paid if float(fixed) else free, t=number(found, 2), f=percent(float(fixed)))


def traits() -> dict[str, str]:
    """Name of each characteristic whose spread stands for that of tastes."""
    return {
        "old": _("people of 65 and over (care)"),
        "young": _("people under 20 (schools)"),
        "vacant": _("vacant dwellings (renewal)"),
        "flats": _("flats (town or country)"),
    }


def home_sentence(found: Home, *, territory: str, trait: str) -> Sentence:
    """Say how far the reader's département could decide piece by piece, by assumption."""
    what = traits()[trait]
    if math.isnan(found.spread):
        return say(_("{name} has too few intercommunalities to differ inside."), name=found.name)
    told = _(
        "{name}: its {n} intercommunalities vary by {s} in the share of {what}. If tastes vary as much, they do better"
        " alone than under one rule as long as no more than {k} of the benefit is shared."
    )
    parts = {
        "n": number(found.units),
        "s": number(found.spread, 2),
        "k": percent(break_even(found.spread, found.units)),
    }
    return say(told, name=found.name, what=what, **parts)
