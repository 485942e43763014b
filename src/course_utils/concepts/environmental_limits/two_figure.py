"""Pictures of two places that trade: where their gains meet, the bill, and what learning is worth."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.environmental_limits.two import BASELINE, Deal
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

TOWN, VALLEY, READER = style.color(0), style.color(2), style.color(1)
#: Hectares of the town along the axis, and shares of past use that a limit leaves.
HECTARES = np.arange(0.0, 76.0, 2.5)
LIMITS = np.round(np.arange(1.0, 0.04, -0.05), 2)


def meeting_figure(found: Deal, **_values: Any) -> Figure:
    """Draw what one hectare more is worth to either, over what the town builds."""
    town = np.maximum(found.slopes[0] * (BASELINE[0] - HECTARES), 0)
    valley = np.maximum(found.slopes[1] * (BASELINE[1] - (found.budget - HECTARES)), 0)
    inside = found.budget >= HECTARES
    data = [
        _line(_("to the town"), HECTARES, np.where(inside, town, np.nan), TOWN, "solid"),
        _line(_("to the valley"), HECTARES, np.where(inside, valley, np.nan), VALLEY, "dash"),
    ]
    axes = {
        "xaxis": {"title": {"text": _("ha that the town builds on")}, "range": [-1, 76]},
        "yaxis": {"title": {"text": _("Worth of one hectare more")}, "range": [-4, 125]},
    }
    return {"data": data, "layout": axes}


def ends_trace(found: Deal, **_values: Any) -> Figure:
    """Mark what the town was given and what it builds, both on its own line."""
    at = np.array([found.start[0], found.market.used[0]])
    worth = np.maximum(found.slopes[0] * (BASELINE[0] - at), 0)
    marker = {"symbol": ["circle-open", "diamond"], "size": 14, "color": READER, "line": {"width": 3}}
    look = {"mode": "lines+markers", "line": {"color": READER, "width": 2, "dash": "dot"}, "marker": marker}
    return {"type": "scatter", "name": _("from given to built"), "x": at, "y": worth} | look


def bill_figure(found: Deal, **_values: Any) -> Figure:
    """Draw the cost of the limit to each without trading and with it."""
    names = [_("town"), _("valley")]
    data = []
    for name, values, colour, pattern in (
        (_("without trading"), found.quota, style.MUTED, ""),
        (_("with trading"), found.net, READER, "/"),
    ):
        marker = {"color": colour, "pattern": {"shape": pattern, "fillmode": "overlay", "solidity": 0.2}}
        bars = {"type": "bar", "orientation": "h", "name": name, "y": names, "x": values, "marker": marker}
        data.append(bars)
    axes = {
        "barmode": "group",
        "xaxis": {"title": {"text": _("Cost of the limit (units)")}},
        "yaxis": {"autorange": "reversed", "type": "category"},
    }
    return {"data": data, "layout": axes}


def worth_figure(found: tuple[list[float], list[float]], **_values: Any) -> Figure:
    """Draw what learning saves the town, the tighter the limit the further to the right."""
    cut = (100 * (1 - LIMITS)).round()
    data = [
        _line(_("plain quota"), cut, found[0], style.MUTED, "dash"),
        _line(_("permits traded"), cut, found[1], READER, "solid"),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Cut by the limit (%)")}, "range": [0, 96]},
        "yaxis": {"title": {"text": _("Saved by the town (units)")}},
    }
    return {"data": data, "layout": axes}


def _line(name: str, x: Any, y: Any, colour: str, dash: str) -> Figure:
    line = {"color": colour, "width": 3, "dash": dash}
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "line": line}
