"""Pictures of the story: where the workers are, what it costs, and what it would take."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.core_periphery.history import LAST, MU, SIGMA, YEARS, Story, story, transport_cost
from course_utils.explorer import style
from course_utils.measures import break_point, sustain_point, sustain_subsidy
from course_utils.words import _

Figure = dict[str, Any]

PAID, UNPAID, NEEDED = style.color(1), style.MUTED, style.color(0)
#: Years that are drawn.
DRAWN = YEARS[::3]
#: First year of each kind of infrastructure: a stylised order of events.
AGES = (0, 40, 80)


def share_figure(found: Story, **_values: Any) -> Figure:
    """Draw the share of region 1 with the reader's subsidy."""
    line = _path(_("With your subsidy"), 100 * found.share[DRAWN], {"color": PAID, "width": 3})
    axes = {
        "xaxis": _years(),
        "yaxis": {"title": {"text": _("Workers in region 1 (%)")}, "range": [-9, 105], "zeroline": False},
    }
    return {"data": [line], "layout": axes}


def _path(name: str, values: Any, line: dict[str, Any]) -> Figure:
    return {"type": "scatter", "mode": "lines", "name": name, "x": DRAWN, "y": values, "line": line}


def _years() -> dict[str, Any]:
    return {"title": {"text": _("Year of the story")}, "range": [-2, LAST + 2], "dtick": 20, "zeroline": False}


def unpaid_share(found: Story, **_values: Any) -> Figure:
    """Draw the share of region 1 if nobody does anything."""
    return _path(_("Without"), 100 * found.share[DRAWN], {"color": UNPAID, "width": 2, "dash": "dot"})


def window(_result: None, *, start: float, length: str) -> Figure:
    """Draw the years in which the subsidy is paid as a bar under the paths."""
    return _window(start, length, -5.0) | {"name": _("Subsidy paid"), "hoverinfo": "skip", "meta": {"columns": ["x"]}}


def _window(start: float, length: str, height: float) -> Figure:
    end = min(start + int(length), LAST)
    line = {"color": PAID, "width": 8}
    return {"type": "scatter", "mode": "lines", "x": [start, end], "y": [height, height], "line": line}


def cost_figure(found: Story, **_values: Any) -> Figure:
    """Draw what the subsidy has cost so far."""
    line = _path(_("Spent so far"), 100 * found.cost[DRAWN], {"color": PAID, "width": 3})
    axes = {
        "xaxis": _years(),
        "yaxis": {"title": {"text": _("% of one year's income")}, "rangemode": "tozero"},
    }
    return {"data": [line | {"fill": "tozeroy", "fillcolor": "rgba(162,97,33,0.18)"}], "layout": axes}


def needed_figure(costs: np.ndarray, **_values: Any) -> Figure:
    """Draw the subsidy that a full core resists in each year."""
    needed = np.maximum(np.asarray(sustain_subsidy(costs, SIGMA, MU)), 0.0)
    line = _path(_("s*: a full core resists"), 100 * needed[DRAWN], {"color": NEEDED, "width": 3})
    axes = {"xaxis": _years(), "yaxis": {"title": {"text": _("Wage subsidy (%)")}, "range": [-0.5, 16]}}
    return {"data": [line], "layout": axes}


def paid_rate(_result: None, *, start: float, rate: str, length: str) -> Figure:
    """Draw the rate that is paid over the years in which it is."""
    return _window(start, length, 100 * float(rate)) | {"name": _("You pay")}


def fall_figure(costs: np.ndarray, **_values: Any) -> Figure:
    """Draw the fall of the transport cost past the sustain and the break point."""
    line = _path(_("Transport cost"), costs[DRAWN], {"color": NEEDED, "width": 3})
    points = {_("Sustain point"): ("dot", sustain_point(SIGMA, MU)), _("Break point"): ("dash", break_point(SIGMA, MU))}
    levels = [
        {"type": "scatter", "mode": "lines", "name": name, "x": [0, LAST], "y": [height, height]}
        | {"line": {"color": UNPAID, "dash": dash, "width": 2}}
        for name, (dash, height) in points.items()
    ]
    names = (_("rail"), _("motorway"), _("fast train"))
    notes = [
        {"x": year + 20, "y": 1.06, "text": name, "showarrow": False} for year, name in zip(AGES, names, strict=True)
    ]
    walls = [
        {"type": "line", "x0": year, "x1": year, "y0": 1, "y1": 2.15, "line": {"color": UNPAID, "width": 1}}
        for year in AGES[1:]
    ]
    axes = {
        "xaxis": _years(),
        "yaxis": {"title": {"text": _("Transport cost T")}, "range": [1, 2.15]},
        "annotations": notes,
        "shapes": walls,
    }
    return {"data": [line, *levels], "layout": axes}


def costs_of(speed: str) -> np.ndarray:
    """Transport cost of each year."""
    return transport_cost(speed)


def unpaid(speed: str) -> Story:
    """Tell the story in which nobody does anything."""
    return story(speed=speed)
