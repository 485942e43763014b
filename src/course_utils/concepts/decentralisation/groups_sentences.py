"""What the pictures of groups say."""

from __future__ import annotations

from course_utils.concepts.decentralisation.groups import AREA, SIZES, Losses
from course_utils.concepts.decentralisation.groups_figure import recipes
from course_utils.words import Sentence, _, join, number, percent, say

#: A difference smaller than this, in %, is not called one: it is that of luck and of rounding.
MARGIN = 0.5


def reading(found: Losses, *, map: str, spread: str, kappa: float, fixed: str) -> Sentence:
    """Say what living areas and random groups of the same size miss, beside the State and places alone."""
    at = SIZES.index(AREA)
    area, thrown = found.mean[0, at], found.mean[2, at]
    alone, state = found.mean[0, 0], found.mean[0, -1]
    told = {
        "best": _(
            "Of 100, the State misses {s}, places alone {p}. Living areas as groups of {n} miss {a}: less than both."
        ),
        "between": _(
            "Of 100, the State misses {s}, places alone {p}. Living areas as groups of {n} miss {a}: between the two."
        ),
        "tie": _("Of 100, the State misses {s}, places alone {p}. Living areas as groups of {n} miss {a}."),
    }
    parts = {name: number(value) for name, value in (("s", state), ("p", alone), ("a", area))}
    first = say(told[verdict(area, alone, state)], n=number(AREA), **parts)
    worse = {
        "worst": _(
            "The same number thrown together at random misses {r}: more than both. Means of {d} draws, seed {seed}."
        ),
        "other": _("The same number thrown together at random misses {r}. Means of {d} draws, seed {seed}."),
    }
    second = say(
        worse["worst" if thrown > max(alone, state) + MARGIN else "other"],
        r=number(thrown),
        d=number(found.draws),
        seed=str(found.seed),
    )
    return join(first, second)


def verdict(area: float, alone: float, state: float) -> str:
    """Name the place of living areas between the two others: best, between or tie.

    Examples
    --------
    >>> verdict(3.0, 7.0, 12.0), verdict(8.0, 7.0, 12.0), verdict(7.1, 7.0, 12.0)
    ('best', 'between', 'tie')
    """
    if area < min(alone, state) - MARGIN:
        return "best"
    return "between" if min(alone, state) + MARGIN < area < max(alone, state) - MARGIN else "tie"


def gathered_sentence(found: tuple[float, float], *, map: str, recipe: str, size: str) -> Sentence:
    """Say how much of its living area a place finds in its group, and how much of the variety lies inside groups."""
    told = _(
        "In groups of {n} {what}, a place finds {g} of its living area in its group; {i} of the variety of tastes lies"
        " inside groups."
    )
    return say(told, n=number(int(size)), what=recipes()[recipe], g=percent(found[0]), i=percent(found[1]))
