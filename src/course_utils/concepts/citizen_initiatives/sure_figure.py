"""Pictures of what the counts allow: the error by ceiling, the curves allowed, and what p and q would be."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.citizen_initiatives.figure import BEST, COUNTED, OWN, counts, line
from course_utils.concepts.citizen_initiatives.fitting import AHEAD, Curve, Profile
from course_utils.concepts.citizen_initiatives.series import series as counted
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

#: Room for the counts of the longest series.
MOST = 7


def ahead_of(found: Profile) -> np.ndarray:
    """Return the years drawn, from the start of a series to 20 years after its last count."""
    return np.linspace(found.own.start, found.own.years[-1] + AHEAD, 33)


def error_figure(found: Profile, *, tolerance: str, **_values: Any) -> Figure:
    """Draw the error of the best curve over ceilings, those that are allowed thick."""
    x, limit = np.log10(found.ceilings), float(tolerance)
    inside = np.where(found.allowed(limit), found.errors, np.nan)
    allowed = {"line": {"color": BEST, "width": 8}, "connectgaps": False}
    data = [
        line(_("Allowed"), x, inside, BEST, "solid") | allowed,
        line(_("Miss of the best curve"), x, found.errors, OWN, "solid"),
        line(_("What you forgive"), [x[0], x[-1]], [limit, limit], COUNTED, "dash"),
    ]
    for trace in data:
        trace |= {"meta": {"powers": ["x"]}}
    ticks = {"tickvals": [3, 3.477, 4, 4.477, 5, 5.477], "ticktext": ["1k", "3k", "10k", "30k", "100k", "300k"]}
    axes = {
        "xaxis": {"title": {"text": _("Ceiling (log scale)")}, "range": [float(x[0]) - 0.05, float(x[-1]) + 0.05]}
        | ticks,
        "yaxis": {"title": {"text": _("Miss, in % of last count")}, "range": [0, 11]},
    }
    return {"data": data, "layout": axes}


def your_ceiling(found: Curve, *, series: str, ceiling: float) -> Figure:
    """Mark the reader's ceiling."""
    mark = {"symbol": "diamond", "size": 15, "color": style.color(3), "line": {"width": 2, "color": "#ffffff"}}
    error = 100 * found.error / (found.m / ceiling)
    at = {"x": [float(np.log10(found.m))], "y": [error], "marker": mark, "meta": {"powers": ["x"]}}
    return {"type": "scatter", "mode": "markers", "name": _("Your ceiling")} | at


def band_figure(found: Profile, *, tolerance: str, **_values: Any) -> Figure:
    """Draw the counts and all that the curves allowed say of later years."""
    years = ahead_of(found)
    low, high = (np.minimum(y, _top(found) * 2.5) for y in found.band(float(tolerance), years))
    thin = {"mode": "lines", "line": {"width": 1, "color": OWN, "dash": "dot"}}
    data = [
        {"type": "scatter", "name": _("Lowest allowed"), "x": years, "y": low} | thin,
        {"type": "scatter", "name": _("Highest allowed"), "x": years, "y": high, "fill": "tonexty"} | thin,
        counts(found.own.key, MOST),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Year")}, "range": [float(years[0]) - 0.5, float(years[-1]) + 0.5]},
        "yaxis": {"title": {"text": _("Places counted")}, "range": [-0.02 * _top(found), _top(found)]},
    }
    return {"data": data, "layout": axes}


def _top(found: Profile) -> float:
    return 6 * found.own.last


def your_curve(found: Curve, *, series: str, ceiling: float) -> Figure:
    """Add the best curve for the reader's ceiling."""
    from_start = np.linspace(found.start, counted(series).years[-1] + AHEAD, 33)
    return line(_("Best for your ceiling"), from_start, found.at(from_start), style.color(3), "solid")
