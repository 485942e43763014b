"""Pictures of how unevenly people are spread: Lorenz curves and primacy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from course_utils.concepts.urban_hierarchy.figure import zipf_trace
from course_utils.concepts.urban_hierarchy.model import SHARES, Inequality, Primacy
from course_utils.concepts.urban_hierarchy.places import UNITS
from course_utils.concepts.urban_hierarchy.sentences import units
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]


def lorenz_figure(result: dict[str, Inequality], unit: str, vintage: str) -> Figure:
    """Share of the population that the smallest places hold, for the four units."""
    line = {"width": 1.5, "dash": "dot", "color": style.MUTED}
    data = [{"type": "scatter", "mode": "lines", "name": _("All equal"), "x": [0, 100], "y": [0, 100], "line": line}]
    for i, (key, name) in enumerate(units().items()):
        shown = say(_("{name}: Gini {gini}"), name=name, gini=number(result[key].gini, 2))
        own = {"width": 4 if key == unit else 1.5, "color": style.color(i)}
        x, y = 100 * SHARES, 100 * result[key].held
        data.append({"type": "scatter", "mode": "lines", "name": str(shown), "x": x, "y": y, "line": own})
    places, people = _("Share of places, smallest first (%)"), _("Share of population (%)")
    return {"data": data, "layout": {"xaxis": _percent(places), "yaxis": _percent(people)}}


def _percent(title: str) -> dict[str, Any]:
    return {"title": {"text": title}, "range": [0, 100]}


def primacy_figure(result: dict[str, Primacy], vintage: str) -> Figure:
    """Bars: the first place over the second, and over the next three together."""
    names = [units()[unit] for unit in UNITS]
    second = [say(_("{first} over {second}"), first=result[u].largest, second=result[u].second) for u in UNITS]
    three = [say(_("{first} over the next three"), first=result[u].largest) for u in UNITS]
    data = [
        _bars(_("Over the second"), 0, names, [result[u].over_second for u in UNITS], second),
        _bars(_("Over the next three together"), 1, names, [result[u].over_next_three for u in UNITS], three),
        zipf_trace(names, 2.0) | {"name": _("Zipf's rule, over the second")},
    ]
    title = _("Times as many inhabitants")
    return {"data": data, "layout": {"yaxis": {"title": {"text": title}, "rangemode": "tozero"}, "barmode": "group"}}


def _bars(name: str, colour: int, x: list[str], y: list[float], texts: Sequence[str]) -> dict[str, Any]:
    look = {
        "textposition": "none",
        "hovertemplate": "%{text}: %{y:.2f}<extra></extra>",
        "marker": {"color": style.color(colour)},
    }
    return {"type": "bar", "name": name, "x": x, "y": y, "text": texts} | look
