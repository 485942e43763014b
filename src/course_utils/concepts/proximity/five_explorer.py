"""The explorer ``proximity.five``: two schools read the same links."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.proximity import five
from course_utils.concepts.proximity.five import POOLED, Readings
from course_utils.concepts.proximity.picture import BELONGING, NEARNESS, SIMILARITY
from course_utils.concepts.proximity.places import Array
from course_utils.concepts.proximity.population import SEED
from course_utils.explorer import Choice, Explorer, Panel, Reading, style
from course_utils.words import Sentence, _, join, number, say

Figure = dict[str, Any]

ALL = ("near", "belong", "similar", "school")
SCHOOL = (1, 3, 10)
TICKS = (0.5, 1, 3, 10, 30, 100)


def five_explorer() -> Explorer:
    """Return the explorer ``proximity.five``."""
    return Explorer(
        "proximity.five",
        {
            "near": Choice(_("In truth, next door multiplies the odds by"), _times(NEARNESS), "8"),
            "belong": Choice(_("One organisation, by"), _times(BELONGING), "10"),
            "similar": Choice(_("The same knowledge, by"), _times(SIMILARITY), "10"),
            "school": Choice(_("Trained together, by"), _times(SCHOOL), "1"),
        },
        [
            Panel(
                "readings",
                _readings,
                _figure,
                ALL,
                title=_("What each reading makes of the same links"),
                alt=_("For five proximities: what they multiply the odds by in truth and by three readings."),
                height=420,
            )
        ],
        Reading(_readings, _sentence, ALL),
        title=_("Five yardsticks, or two?"),
        caption=_caption(),
        note=_(
            "Synthetic: made-up actors in home towns of the pôles. A common school stands for social proximity, a"
            " common région for institutional proximity; the région never counts in truth."
        ),
        data=("poles_competitivite", "communes"),
    )


def _times(values: tuple[int, ...]) -> dict[str, str]:
    return {str(v): str(number(v)) for v in values}


def _caption() -> str:
    told = _(
        "All pairs of {n} populations (seed {seed}) of thirty actors in thirty towns and five organisations; each was"
        " trained in one of six large towns, mostly the nearest. A logistic law is fitted to the expected links."
    )
    return say(told, n=number(POOLED), seed=str(SEED))


def _readings(near: str, belong: str, similar: str, school: str) -> Readings:
    return five.readings(float(near), float(belong), float(similar), float(school))


def dimension_names() -> list[str]:
    """Names of the dimensions, in the order of `five.DIMENSIONS`."""
    return [
        _("Geographical"),
        _("Organisational (belonging)"),
        _("Cognitive (similarity)"),
        _("Social (one school)"),
        _("Institutional (one région)"),
    ]


def _figure(found: Readings, **_values: str) -> Figure:
    data = [
        _points(_("In truth"), found.truth, "line-ns-open", style.MUTED, 0.0),
        _points(_("Each alone"), found.alone, "circle", style.color(1), -0.24),
        _points(_("The two proximities"), found.three, "diamond", style.color(0), 0.0),
        _points(_("All five together"), found.five, "square-open", style.color(2), 0.24),
    ]
    axes = {
        "xaxis": {
            "title": {"text": _("Odds multiplied by")},
            "tickvals": [float(np.log10(tick)) for tick in TICKS],
            "ticktext": [f"{tick:g}" for tick in TICKS],
            "range": [-0.25, 2.0],
        },
        "yaxis": {
            "tickvals": list(range(5)),
            "ticktext": [name.replace(" (", "<br>(") for name in dimension_names()],
            "range": [4.6, -0.6],
            "zeroline": False,
        },
        "hovermode": "closest",
    }
    return {"data": data, "layout": axes}


def _points(name: str, values: Array, symbol: str, colour: str, shift: float) -> Figure:
    wide = 34 if symbol.startswith("line") else 12
    marker = {"symbol": symbol, "size": wide, "color": colour, "line": {"width": 3 if "open" in symbol else 0}}
    place = {"x": np.log10(values), "y": [row + shift for row in range(len(values))]}
    told = {"text": dimension_names(), "hovertemplate": "%{text}<extra></extra>"}
    return (
        {"type": "scatter", "mode": "markers", "name": name, "marker": marker}
        | place
        | told
        | {"meta": {"powers": ["x"], "columns": ["text", "x"]}}
    )


def _sentence(found: Readings, *, school: str, **_values: str) -> Sentence:
    told = _("Alone, one région seems to multiply the odds by {region}; with all five it turns out to do nothing.")
    alone = say(told, region=number(found.alone[4], 1))
    enough = _("Distance, belonging and similarity are enough: they come back as {g}, {b} and {s}.")
    missed = _("Without the school, distance, belonging and similarity are read as {g}, {b} and {s}.")
    return join(alone, say(enough if school == "1" else missed, **_three(found)))


def _three(found: Readings) -> dict[str, Any]:
    return {key: number(value, 1) for key, value in zip("gbs", found.three, strict=False)}
