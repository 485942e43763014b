"""Pictures of a list of French départements: who is in, how long the list is, and what each quotient is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from course_utils.concepts.local_productive_systems.detection import Array, Count, Thresholds, chance, count
from course_utils.concepts.local_productive_systems.maps import map_of
from course_utils.concepts.local_productive_systems.places import departements
from course_utils.concepts.local_productive_systems.words_of import french_sectors, headed
from course_utils.explorer import style
from course_utils.measures import resampled_range
from course_utils.words import _, number, say

Figure = dict[str, Any]

QUOTIENTS = tuple(round(1 + 0.05 * step, 2) for step in range(21))
#: Part of all resamples between the two ends of a band.
LEVEL = 0.9


@dataclass(frozen=True, eq=False)
class Ladder:
    """Quotients of a sector, the highest first, and where they lie in 90 % of all resamples."""

    order: tuple[int, ...]
    quotients: Array
    low: Array
    high: Array


@cache
def ladder(sector: str, lot: str) -> Ladder:
    """Return the quotients of all départements in a sector."""
    places = departements()
    at = places.column(sector)
    quotients = places.values["quotient"][:, at]
    low, high = resampled_range(places.counts[:, at] / float(lot), places.totals / float(lot), LEVEL)
    order = np.argsort(-quotients, kind="stable")
    share = places.shares[at]
    return Ladder(tuple(map(int, order)), quotients[order], low[order] / share, high[order] / share)


@cache
def lengths(sector: str, size: str, lot: str) -> tuple[Count, ...]:
    """Count the list for each quotient of the slider."""
    asked = (Thresholds(quotient=q, size=float(size)) for q in QUOTIENTS)
    return tuple(count(departements(), sector, each, float(lot)) for each in asked)


def chances(sector: str, quotient: float, size: str, lot: str) -> Array:
    """Return the probability of every département."""
    return chance(departements(), sector, Thresholds(quotient=quotient, size=float(size)), float(lot))


def map_figure(found: Array, sector: str, quotient: float, size: str, lot: str) -> Figure:
    """Draw the probability of every département."""
    places = departements()
    return map_of(
        "departements",
        places.codes,
        100 * found,
        _texts(sector),
        100.0,
        _("Chance of being in the list (%)"),
        _("in the list in %{z:.0f} % of recounts"),
    )


@cache
def _texts(sector: str) -> tuple[str, ...]:
    places = departements()
    quotients = places.values["quotient"][:, places.column(sector)]
    told = _("{name}: quotient {q}")
    return tuple(str(say(told, name=n, q=number(q, 2))) for n, q in zip(places.names, quotients, strict=True))


def lengths_figure(found: Sequence[Count], sector: str, size: str, lot: str) -> Figure:
    """Draw how many départements are in the list, along the quotient asked for."""
    least = [each.sure + each.doubtful for each in found]
    data = [
        _line(_("With any real chance (5 % and more)"), least, 5, "dot", 2),
        _line(_("As counted, yes or no"), [each.listed for each in found], 0, "solid", 3),
        _line(_("Almost surely (95 % and more)"), [each.sure for each in found], 1, "dash", 3),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Location quotient asked for")}, "range": [0.98, 2.02]},
        "yaxis": {"title": {"text": _("Départements in the list")}, "range": [0, 102]},
    }
    return {"data": data, "layout": axes}


def _line(name: str, values: Sequence[float], colour: int, dash: str, width: float) -> Figure:
    line = {"color": style.color(colour), "dash": dash, "width": width}
    return {"type": "scatter", "mode": "lines", "name": name, "x": list(QUOTIENTS), "y": list(values), "line": line}


def asked_trace(_result: None, quotient: float) -> Figure:
    """Mark the quotient asked for."""
    line = {"color": style.color(3), "width": 2}
    own = {"type": "scatter", "mode": "lines", "name": _("Your threshold"), "hoverinfo": "skip", "line": line}
    return own | {"x": [quotient, quotient], "y": [0.0, 102.0], "meta": {"columns": []}}


def ladder_figure(found: Ladder, sector: str, lot: str) -> Figure:
    """Draw quotients in order, with the band of 90 % of their resamples."""
    places, ranks = departements(), list(range(1, len(found.order) + 1))
    edge = {"type": "scatter", "mode": "lines", "x": ranks, "hoverinfo": "skip"}
    clear = {"width": 0.5, "color": style.MUTED}
    names = [places.names[i] for i in found.order]
    points = {
        "type": "scatter",
        "mode": "markers",
        "name": headed(french_sectors()[sector]),
        "x": ranks,
        "y": found.quotients,
        "text": names,
        "hovertemplate": "%{x}. %{text}: %{y:.2f}<extra></extra>",
        "marker": {"size": 5, "color": style.color(0)},
        "meta": {"columns": ["x", "text", "y"]},
    }
    data = [
        edge | {"name": _("Low end"), "y": found.low, "line": clear, "showlegend": False},
        edge | {"name": _("90 % of recounts"), "y": found.high, "line": clear, "fill": "tonexty"},
        points,
    ]
    top = float(np.ceil(2 * found.high.max()) / 2)
    axes = {
        "xaxis": {"title": {"text": _("Rank among départements")}, "range": [0, len(ranks) + 1]},
        "yaxis": {"title": {"text": _("Location quotient, 2018")}, "range": [0, max(top, 2.1)]},
    }
    return {"data": data, "layout": axes}


def level_trace(_result: None, quotient: float) -> Figure:
    """Draw the quotient asked for across the ladder."""
    line = {"color": style.color(3), "width": 2}
    own = {"type": "scatter", "mode": "lines", "name": _("Your threshold"), "hoverinfo": "skip", "line": line}
    return own | {"x": [0, len(departements().codes) + 1], "y": [quotient, quotient], "meta": {"columns": []}}
