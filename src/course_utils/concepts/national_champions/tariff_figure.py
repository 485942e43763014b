"""Pictures of a champion as the borders open: its margin, the shares of the market, what the nation has."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.national_champions.model import COST, Market, Merger, merger
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

#: Tariffs of the slider; the highest shuts the foreign firm out, but for one that sells cheaply to a failed monopoly.
TARIFFS = np.linspace(0, 50, 26)


def along(merged: str, gain: str, foreign: str) -> list[Merger]:
    """Return the merger at every tariff."""
    return [merger(int(merged), float(gain), 0.0, float(tariff), float(foreign)) for tariff in TARIFFS]


def power(found: list[Merger], *, foreign: str, **_values: Any) -> Figure:
    """Draw prices with and without the merger against the tariff, and the costs of champion and foreigner."""
    cost = COST - found[0].gain
    data = [
        _line([m.before.price for m in found], _("Price without the merger"), style.MUTED, "dot"),
        _line([m.after.price for m in found], _("Price with it"), style.color(0), "solid"),
        _line([cost] * len(found), _("Champion's cost"), style.color(2), "dash"),
        _line((float(foreign) + TARIFFS).tolist(), _("Foreign cost and tariff"), style.color(1), "dashdot"),
    ]
    return {
        "data": data,
        "layout": {"xaxis": _tariff(), "yaxis": {"title": {"text": _("Price, cost")}, "range": [0, 82]}},
    }


def _line(values: list[float], name: str, colour: str, dash: str) -> Figure:
    line = {"type": "scatter", "mode": "lines", "name": name, "x": TARIFFS, "y": values}
    return line | {"line": {"color": colour, "dash": dash}, "hovertemplate": "%{y:.1f}"}


def _tariff() -> Figure:
    return {"title": {"text": _("Tariff on each foreign unit")}, "range": [-1, 51], "dtick": 10}


def at_price(found: Merger, *, tariff: float, **_values: Any) -> Figure:
    """Mark the price at the reader's tariff."""
    return _mark(tariff, found.after.price, "%{y:.1f}")


def _mark(tariff: float, height: float, shown: str) -> Figure:
    mark = {"type": "scatter", "mode": "markers", "name": _("Your tariff"), "x": [tariff], "y": [height]}
    return mark | {"marker": {"color": style.color(3), "size": 12, "symbol": "diamond"}, "hovertemplate": shown}


def shares(found: Merger, **_values: Any) -> Figure:
    """Draw the shares of the market before and after the merger."""
    rows = [_("Before"), _("After")]
    parts = [_parts(found.before, found.merged), _parts(found.after, 1)]
    looks = [(_("Partners"), 0, ""), (_("Other domestic firms"), 2, "/"), (_("Foreign firm"), 1, "x")]
    data = [
        {
            "type": "bar",
            "orientation": "h",
            "name": name,
            "y": rows,
            "x": [100 * part[i] for part in parts],
            "marker": {"color": style.color(colour), "pattern": {"shape": pattern, "size": 6}},
            "hovertemplate": "%{x:.0f} %",
        }
        for i, (name, colour, pattern) in enumerate(looks)
    ]
    axes = {
        "barmode": "stack",
        "legend": {"traceorder": "normal"},
        "xaxis": {"title": {"text": _("Share of the market, %")}, "range": [0, 101]},
        "yaxis": {"autorange": "reversed"},
    }
    return {"data": data, "layout": axes}


def _parts(now: Market, partners: int) -> list[float]:
    ours = now.quantities[:partners].sum()
    return [float(part / now.total) for part in (ours, now.quantities[partners:].sum(), now.imports)]


def nation(found: list[Merger], **_values: Any) -> Figure:
    """Draw what the nation has against the tariff, with and without the merger."""
    data = [
        _line([m.before.welfare for m in found], _("Without the merger"), style.MUTED, "dot"),
        _line([m.after.welfare for m in found], _("With it"), style.color(0), "solid"),
    ]
    title = _("Welfare, units of money")
    return {"data": data, "layout": {"xaxis": _tariff(), "yaxis": {"title": {"text": title}}}}


def at_nation(found: Merger, *, tariff: float, **_values: Any) -> Figure:
    """Mark the nation's welfare at the reader's tariff."""
    return _mark(tariff, found.after.welfare, "%{y:.0f}")
