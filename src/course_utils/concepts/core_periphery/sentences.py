"""What the picture of the two regions says, in one plain sentence or two."""

from __future__ import annotations

import math

from course_utils.concepts.core_periphery.figure import Wiggle
from course_utils.measures import break_point, sustain_point, sustain_subsidy
from course_utils.words import Sentence, _, join, number, percent, say


def reading(found: Wiggle, *, T: float, sigma: str, mu: str, subsidy: str) -> Sentence:
    """Say where each start ends, and what subsidy a core resists."""
    return join(_where(T, subsidy), _ends(found), _resists(T, float(sigma), float(mu)))


def _where(T: float, subsidy: str) -> Sentence:
    if float(subsidy) == 0:
        return say(_("At T = {T}, with no subsidy:"), T=number(T, 2))
    return say(_("At T = {T}, with a subsidy of {s} in region 2:"), T=number(T, 2), s=percent(float(subsidy)))


def _ends(wiggle: Wiggle) -> Sentence:
    found = wiggle.found
    core1, core2, settled, upper, lower = (
        float(branch[0]) for branch in (found.core1, found.core2, found.settled, found.upper, found.lower)
    )
    shares = {name: percent(share, 1) for name, share in (("u", upper), ("l", lower), ("r", settled))}
    if math.isnan(settled):
        if math.isnan(core1):
            return say(_("wherever they start, all workers end in region 2."))
        return say(_("above {u} at the start all workers end in region 1, below it all end in region 2."), **shares)
    if not math.isnan(core1):
        both = _(
            "above {u} at the start all workers end in region 1, below {l} all end in region 2, and in between region"
            " 1 settles at {r}."
        )
        return say(both, **shares)
    if math.isnan(core2):
        return say(_("wherever they start, region 1 settles at {r}."), **shares)
    return say(_("above {l} at the start region 1 settles at {r}, below it all workers end in region 2."), **shares)


def _resists(T: float, sigma: float, mu: float) -> Sentence:
    needed = float(sustain_subsidy(T, sigma, mu))
    free = _("Without a subsidy no full core holds here: the break point is {b}, the sustain point {p}.")
    held = _("A full core resists any subsidy up to {s}; the break point is {b}, the sustain point {p}.")
    points = {"b": number(break_point(sigma, mu), 2), "p": number(sustain_point(sigma, mu), 2)}
    return say(held, s=percent(needed, 1), **points) if needed > 0 else say(free, **points)


def start_sentence(_result: None, *, share: float) -> Sentence:
    """Say where the reader starts."""
    return say(_("You start with {share} of the workers in region 1."), share=percent(share))
