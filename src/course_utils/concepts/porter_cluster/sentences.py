"""What the diamonds and the programmes say, in plain sentences."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from course_utils.concepts.porter_cluster.diamond import CORNERS, MODEL, Copying
from course_utils.concepts.porter_cluster.figure import FAR
from course_utils.concepts.porter_cluster.programme import BUDGETS, Programme
from course_utils.concepts.porter_cluster.words_of import short, starts
from course_utils.words import Sentence, _, join, number, say

FAMOUS = CORNERS[int(np.argmax(MODEL))]


def diamond_sentence(found: Copying, *, r: str, **levels: float) -> Sentence:
    """Say how strong the cluster is, what copying the famous corner brings, and what would bring most."""
    own = [levels[corner] for corner in CORNERS]
    parts = {
        "y": number(found.now, 1),
        "gain": number(found.gains[CORNERS.index(FAMOUS)], 1),
        "most": number(found.gains[found.best], 1),
        "corner": short()[CORNERS[found.best]],
        "famous": short()[FAMOUS],
    }
    start = say(_("Your cluster has a strength of {y}."), y=parts["y"])
    return join(start, _copied(found, parts), _capped(found, own))


def _copied(found: Copying, parts: dict[str, Any]) -> Sentence:
    if found.gains.max() < 0.05:
        return say(_("Copying any single corner of the model cluster would add nothing that can be seen."))
    if CORNERS[found.best] == FAMOUS:
        return say(_("Copying the model's famous corner, {famous}, adds {gain}: no other adds more."), **parts)
    told = _("Copying the model's famous corner, {famous}, adds {gain}; copying its {corner} adds {most}.")
    return say(told, **parts)


def _capped(found: Copying, own: list[float]) -> Sentence:
    low = [short()[corner] for corner, level in zip(CORNERS, own, strict=True) if level == min(own)]
    if math.isinf(found.cap):
        return say(_("Here a strong corner makes up for a weak one: there is no cap."))
    if len(low) == 4:
        return say(_("All four corners are alike: each would have to rise for the cluster to follow."))
    if found.cap > FAR:
        told = _("The weakest corner caps the cluster, but at {cap}, out of reach for everybody.")
        return say(told, cap=number(found.cap))
    told = _("With {weak} at {level}, no other corner can lift the cluster above {cap}.")
    return say(told, weak=_(" and ").join(low), level=number(min(own)), cap=number(found.cap, 1))


def programme_sentence(found: Programme, *, start: str, r: float, chance: str) -> Sentence:
    """Compare the three ways to spend the largest budget, and say what chance does."""
    ends = {rule: number(path[-1], 1) for rule, path in found.mean.items()}
    told = _(
        "From {start}, strength {now}: {budget} points bring it to {strongest} when the strongest corner is backed, to"
        " {even} when all get the same, to {weakest} when the weakest are lifted."
    )
    first = say(told, start=starts()[start], now=number(found.mean["even"][0], 1), budget=number(BUDGETS[-1]), **ends)
    return join(first, _enough(found), _luck(found, chance))


def _enough(found: Programme) -> Sentence:
    if math.isnan(found.enough) or found.enough >= BUDGETS[-1]:
        return say(_("It takes the whole budget to be as good by lifting the weakest as by backing the strongest."))
    told = _("{n} points on the weakest do at least as much as {budget} on the strongest.")
    return say(told, n=number(found.enough), budget=number(BUDGETS[-1]))


def _luck(found: Programme, chance: str) -> Sentence:
    if float(chance) == 0:
        return say(_("Chance is switched off."))
    told = _("Averages of the 16 draws of chance; under the last rule the draws go from {low} to {high}.")
    return say(told, low=number(found.low[-1], 1), high=number(found.high[-1], 1))
