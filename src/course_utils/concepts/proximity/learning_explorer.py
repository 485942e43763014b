"""The explorer ``proximity.learning``: too near and too far both teach little."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.proximity import learning
from course_utils.concepts.proximity.learning import MULTIPLIERS, STEPS, Yield
from course_utils.concepts.proximity.model import learned
from course_utils.concepts.proximity.places import Array
from course_utils.explorer import Explorer, Overlay, Panel, Reading, Slider, style
from course_utils.words import Sentence, _, join, number, say

Figure = dict[str, Any]

#: Cognitive distances that a page carries.
SHOWN = np.linspace(0, 1, 41)
TICKS = (1, 3, 10, 30, 100)


def learning_explorer() -> Explorer:
    """Return the explorer ``proximity.learning``."""
    return Explorer(
        "proximity.learning",
        {
            "similar": Slider(
                _("The same knowledge multiplies the odds by"), 1, 100, 1.0, points=21, decimals=1, scale="log"
            ),
            "reach": Slider(_("How different a partner can be and be understood"), 0.2, 1.0, 1.0, points=21),
        },
        [_curve(), _paradox()],
        Reading(learning.taught, _sentence, ("similar", "reach")),
        title=_("What a link teaches"),
        caption=_(
            "Knowledge bases lie evenly between 0 and 1, and only similarity counts for links. What a link teaches is"
            " novelty times understanding, 100 at best. No chance is involved: these are expected values."
        ),
        note=_("Stylised: the curve has the shape that studies found, its numbers are ours."),
    )


def _curve() -> Panel:
    pairs = Overlay(_linked, _pairs_trace, ("similar",))
    return Panel(
        "curve",
        _learned,
        _curve_figure,
        ("reach",),
        title=_("Neither the same nor the too different"),
        alt=_("What a link teaches against cognitive distance, an inverted U, and how linked pairs are spread."),
        height=340,
        overlay=pairs,
    )


def _paradox() -> Panel:
    here = Overlay(learning.taught, _here_trace, ("similar", "reach"))
    return Panel(
        "paradox",
        lambda reach: learning.curves(reach),
        _paradox_figure,
        ("reach",),
        title=_("More links, and what each one teaches"),
        alt=_("Links, learning per link and all learning, as similarity counts for more; 100 where it is idle."),
        height=360,
        overlay=here,
    )


def _learned(reach: float) -> Array:
    return learned(SHOWN, reach)


def _linked(similar: float) -> Array:
    return np.asarray(np.interp(SHOWN, STEPS, learning.linked_density(similar)))


def _curve_figure(found: Array, **_values: float) -> Figure:
    line = {"width": 3, "color": style.color(0)}
    curve = {"type": "scatter", "mode": "lines", "name": _("What a link teaches"), "x": SHOWN, "y": 100 * found}
    axes = {
        "xaxis": {"title": {"text": _("Cognitive distance, from 0 to 1")}, "range": [0, 1]},
        "yaxis": {"title": {"text": _("100 = the best")}, "range": [0, 104]},
        "yaxis2": {"overlaying": "y", "side": "right", "showticklabels": False, "range": [0, 8], "showgrid": False},
    }
    return {"data": [curve | {"line": line}], "layout": axes}


def _pairs_trace(density: Array, similar: float) -> Figure:
    look = {"line": {"width": 1.5, "dash": "dot", "color": style.color(1)}, "fill": "tozeroy"}
    look |= {"fillcolor": "rgba(162,97,33,0.22)", "yaxis": "y2", "meta": {"columns": []}, "hoverinfo": "skip"}
    place = {"x": SHOWN, "y": density}
    return {"type": "scatter", "mode": "lines", "name": _("Where linked pairs are")} | place | look


def _index(found: Yield, start: Yield) -> tuple[float, float, float]:
    """Links, learning per link and all learning, in powers of ten, where 100 is what idle similarity gives."""
    ratios = (found.links / start.links, found.each / start.each, found.total / start.total)
    return tuple(float(np.log10(100 * ratio)) for ratio in ratios)  # type: ignore[return-value]


def _paradox_figure(found: list[Yield], **_values: float) -> Figure:
    table = np.array([_index(one, found[0]) for one in found])
    looks = [(_("Links"), "dash", 1), (_("What a link teaches"), "solid", 0), (_("Both together"), "dot", 2)]
    data = [
        {"type": "scatter", "mode": "lines", "name": name, "x": np.log10(MULTIPLIERS), "y": table[:, i]}
        | {"line": {"width": 3, "dash": dash, "color": style.color(colour)}, "meta": {"powers": ["x", "y"]}}
        for i, (name, dash, colour) in enumerate(looks)
    ]
    at = [float(np.log10(tick)) for tick in TICKS]
    values = (30, 50, 100, 200, 500, 1000)
    axes = {
        "xaxis": {
            "title": {"text": _("Odds multiplied by")},
            "tickvals": at,
            "ticktext": [str(number(tick)) for tick in TICKS],
            "range": [-0.05, 2.05],
        },
        "yaxis": {
            "title": {"text": _("100 where similarity is idle")},
            "tickvals": [float(np.log10(value)) for value in values],
            "ticktext": [str(number(value)) for value in values],
            "range": [float(np.log10(30)), float(np.log10(2500))],
        },
    }
    return {"data": data, "layout": axes}


def _here_trace(found: Yield, similar: float, reach: float) -> Figure:
    look = {"size": 12, "symbol": "circle-open", "color": style.color(3), "line": {"width": 3}}
    place = {"x": [float(np.log10(similar))] * 3, "y": list(_index(found, learning.taught(1.0, reach)))}
    mark = {"type": "scatter", "mode": "markers", "name": _("Where you are"), "marker": look, "hoverinfo": "skip"}
    return mark | place | {"meta": {"columns": []}}


def _sentence(found: Yield, *, similar: float, reach: float) -> Sentence:
    start = learning.taught(1.0, reach)
    told = say(
        _("Of 100 pairs {links} are linked, {gap} apart on average, and a link teaches {each} of 100."),
        links=number(found.links, 1),
        gap=number(found.gap, 2),
        each=number(100 * found.each),
    )
    if similar == 1:
        best = _("Similarity is idle; the best partner is {best} away.")
        return join(told, say(best, best=number(reach / 2, 2)))
    compared = _("Where similarity is idle: {links} links, {each} each.")
    return join(told, say(compared, links=number(start.links, 1), each=number(100 * start.each)))
