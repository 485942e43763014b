"""Pictures of the fit by hand: the curve on the counts, the same curve later, and what more counts would say."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.citizen_initiatives.fitting import FAR, NEAR, Curve
from course_utils.concepts.citizen_initiatives.series import series
from course_utils.concepts.citizen_initiatives.years import LONGEST, Years
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

OWN, COUNTED, BEST = style.color(0), style.color(1), style.color(2)


def near_figure(found: Curve, **_values: Any) -> Figure:
    """Draw the reader's curve and the five counts."""
    data = [line(_("Your curve"), NEAR, found.at(NEAR), OWN, "solid"), counts("coworking")]
    axes = {
        "xaxis": {"title": {"text": _("Year")}, "range": [2008, 2024.2], "dtick": 4},
        "yaxis": {"title": {"text": _("Co-working spaces")}, "range": [-120, 5000]},
    }
    return {"data": data, "layout": axes}


def far_figure(found: Curve, **_values: Any) -> Figure:
    """Draw the same curve until 2046."""
    data = [line(_("Your curve"), FAR, found.at(FAR), OWN, "solid"), counts("coworking")]
    axes = {
        "xaxis": {"title": {"text": _("Year")}, "range": [2007, 2047], "dtick": 10},
        "yaxis": {"title": {"text": _("Co-working spaces")}, "range": [-1500, 52_500]},
    }
    return {"data": data, "layout": axes}


def line(name: str, x: Any, y: Any, colour: str, dash: str) -> Figure:
    """Draw a smooth line."""
    look = {"color": colour, "width": 3, "dash": dash, "shape": "spline"}
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "line": look}


def counts(key: str, room: int = 0) -> Figure:
    """Draw the counts of a series, padded to a number of points."""
    own = series(key)
    gap = [None] * max(room - own.counts.size, 0)
    mark = {"symbol": "diamond", "size": 11, "color": COUNTED, "line": {"width": 1.5, "color": "#ffffff"}}
    at = {"x": [*own.years.tolist(), *gap], "y": [*own.counts.tolist(), *gap], "marker": mark}
    return {"type": "scatter", "mode": "markers", "name": _("Counted")} | at


def best_near(found: Curve | None, **_values: Any) -> Figure:
    """Add the best curve for the ceiling, or nothing."""
    return _best(found, NEAR)


def best_far(found: Curve | None, **_values: Any) -> Figure:
    """Add the best curve to the figure of the years to come, or nothing."""
    return _best(found, FAR)


def _best(found: Curve | None, years: Any) -> Figure:
    y = [None] * len(years) if found is None else found.at(years)
    return line(_("Best for this ceiling"), years, y, BEST, "dash")


def years_figure(found: Years, **_values: Any) -> Figure:
    """Draw the ceilings that would be found, by the number of further counts."""
    steps = np.arange(LONGEST + 1)
    low, middle, high = (np.log10(y) for y in (found.low, found.middle, found.high))
    thin = {"mode": "lines", "line": {"width": 1, "color": OWN, "dash": "dot"}, "meta": {"powers": ["y"]}}
    bounds = [
        {"type": "scatter", "name": _("A tenth stay below"), "x": steps, "y": low} | thin,
        {"type": "scatter", "name": _("Nine tenths below"), "x": steps, "y": high, "fill": "tonexty"} | thin,
    ]
    half = line(_("Half stay below"), steps, middle, OWN, "solid") | {"meta": {"powers": ["y"]}}
    true = line(_("Taken for true"), [0, LONGEST], [float(np.log10(found.truth))] * 2, COUNTED, "dash")
    powers = {"tickvals": [3, 4, 5], "ticktext": ["1,000", "10,000", "100,000"], "range": [3.2, 5.8]}
    axes = {
        "xaxis": {"title": {"text": _("Further yearly counts")}, "range": [-0.4, LONGEST + 0.4]},
        "yaxis": {"title": {"text": _("Ceiling found")}} | powers,
    }
    return {"data": [*bounds, half, true | {"meta": {"powers": ["y"]}}], "layout": axes}
