"""What the pictures of the synthetic product space say."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from course_utils.concepts.beyond_high_tech import synthetic
from course_utils.concepts.beyond_high_tech.evidence_figure import medians
from course_utils.concepts.beyond_high_tech.figure import levels, names
from course_utils.concepts.beyond_high_tech.steps import Path, path
from course_utils.words import Sentence, _, join, number, percent, say


@dataclass(frozen=True, eq=False)
class Told:
    """A path and what the ten synthetic years made of it.

    Parameters
    ----------
    found : Path
        The path.
    kept : int
        Steps whose activity the territory had really taken up ten years later.
    rate, far : float
        Share taken up in ten years of what lay in the band of the next activity, and in the lowest band.
    """

    found: Path
    kept: int
    rate: float
    far: float


def told(territory: str, threshold: str, steps: str) -> Told:
    """Gather what the reading says."""
    space, seen = synthetic.space_at(float(threshold)), synthetic.entries(float(threshold))
    found = path(space, territory, int(steps))
    later = synthetic.later(float(threshold))[space.places.index(territory)]
    near = float(found.density[found.nearest[0]])
    kept = sum(int(later[i]) for i in found.entered)
    return Told(found, kept, float(seen.rates[seen.band(near)]), float(seen.rates[0]))


def reading(result: Told, *, steps: str, **_values: str) -> Sentence:
    """The sentence under the network."""
    found, first = result.found, result.found.nearest[0]
    start = say(
        _(
            "This invented territory has {n} of {all} activities; nearest of the others is {name} ({level} technology):"
            " {density} of its neighbourhood is here."
        ),
        n=number(found.start.sum()),
        all=number(found.start.size),
        name=names()[first],
        level=_level(first),
        density=percent(found.density[first]),
    )
    chance = say(
        _("Of all that lay as near, {rate} was taken up within ten years; of the furthest fifth {far}."),
        rate=percent(result.rate, 1),
        far=percent(result.far, 1),
    )
    return join(start, _high(found), chance, _walked(result, int(steps)))


def _level(at: int) -> str:
    return {"low": _("low"), "medium": _("medium"), "high": _("high")}[levels()[at]]


def _high(found: Path) -> Sentence:
    places = [place for place, at in enumerate(found.nearest) if levels()[at] == "high"]
    if not places:
        return say(_("It has all that is high technology."))
    if not places[0]:
        return say("")
    first = found.nearest[places[0]]
    return say(
        _("The nearest of high technology comes in place {place}, with {density}."),
        place=number(places[0] + 1),
        density=percent(found.density[first]),
    )


def _walked(result: Told, steps: int) -> Sentence:
    if not steps:
        return say("")
    return say(
        _("On {steps} steps along the shortest way it meets {kept} that it had really taken up."),
        steps=number(steps),
        kept=number(result.kept),
    )


def fields(result: pd.DataFrame, *, yardstick: str, **_values: str) -> Sentence:
    """The sentence about the fields."""
    found = medians(result, yardstick)
    what = {"near": _("Median proximity to the five nearest"), "pci": _("Median complexity")}
    return say(
        _("{what}: {low} for low, {medium} for medium, {high} for high technology."),
        what=what[yardstick],
        low=number(found["low"], 2),
        medium=number(found["medium"], 2),
        high=number(found["high"], 2),
    )
