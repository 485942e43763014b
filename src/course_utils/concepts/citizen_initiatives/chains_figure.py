"""Pictures of the round: where it pays, what it brings, and what became of the farms."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.citizen_initiatives.chains import DEMAND, LOADS, WAYS, Farms, Round
from course_utils.concepts.citizen_initiatives.figure import BEST, COUNTED, OWN
from course_utils.explorer import style
from course_utils.words import _, percent

Figure = dict[str, Any]

FARTHEST = 200.0


def phase_figure(found: Round, **_values: Any) -> Figure:
    """Draw the load and the distance up to which the round pays."""
    alone = Round(found.gap)
    data = [
        _edge(_("The round pays"), found) | {"fill": "tozeroy", "line": {"color": BEST, "width": 3}},
        _edge(_("Border if you drive alone"), alone) | {"line": {"color": style.MUTED, "width": 3, "dash": "dash"}},
        _sated(),
    ]
    axes = {
        "xaxis": {"title": {"text": _("To sell a round (kg)")}, "range": [0, 860]},
        "yaxis": {"title": {"text": _("Distance one way (km)")}, "range": [0, FARTHEST + 6]},
    }
    return {"data": data, "layout": axes}


def _edge(name: str, found: Round) -> Figure:
    y = np.clip(found.reach(LOADS), 0, FARTHEST + 20)
    return {"type": "scatter", "mode": "lines", "name": name, "x": LOADS, "y": y}


def _sated() -> Figure:
    line = {"color": COUNTED, "width": 2, "dash": "dot"}
    at = {"x": [DEMAND, DEMAND], "y": [0, FARTHEST], "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines", "name": _("All eaters served"), "line": line} | at


def your_round(_result: None, *, volume: float, distance: float) -> Figure:
    """Mark the reader's load and distance."""
    mark = {"symbol": "diamond", "size": 15, "color": style.color(3), "line": {"width": 2, "color": "#ffffff"}}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _("Your round"),
        "x": [volume],
        "y": [distance],
        "marker": mark,
    }


def needed_load(found: Round, *, distance: float, **_values: Any) -> Figure:
    """Mark the load from which the round pays at the reader's distance."""
    load = float(found.load(distance))
    at = [None, None] if np.isinf(load) else [load, distance]
    mark = {"symbol": "circle-open", "size": 13, "color": OWN, "line": {"width": 3}}
    name = {"name": _("Load needed there"), "x": at[:1], "y": at[1:]}
    return {"type": "scatter", "mode": "markers", "marker": mark} | name


def gain_figure(found: tuple[Round, float], **_values: Any) -> Figure:
    """Draw what the round brings by distance."""
    own, volume = found
    alone = Round(own.gap).gain(volume, WAYS)
    line: Figure = {"type": "scatter", "mode": "lines", "x": WAYS}
    data = [
        line | {"name": _("Your round"), "y": own.gain(volume, WAYS), "line": {"color": BEST, "width": 3}},
        line
        | {"name": _("If you drive alone"), "y": alone, "line": {"color": style.MUTED, "width": 3, "dash": "dash"}},
    ]
    axes = {
        "xaxis": {"title": {"text": _("Distance one way (km)")}, "range": [0, FARTHEST]},
        "yaxis": {"title": {"text": _("Gain a round (EUR)")}, "range": [-450, 470], "zerolinewidth": 3},
    }
    return {"data": data, "layout": axes}


def your_distance(_result: None, *, distance: float) -> Figure:
    """Mark the reader's distance."""
    line = {"color": style.color(3), "width": 2, "dash": "dot"}
    at = {"x": [distance, distance], "y": [-440, 440], "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines", "name": _("Your distance"), "line": line} | at


def farms_figure(found: Farms, *, kept: bool) -> Figure:
    """Draw the farms that sell direct beside all others, in thousands."""
    places = ["2010", "2020"]
    every = [found.all_before, found.all_before if kept else found.all_after]
    direct = [found.before, found.after]
    rest = [total - own for total, own in zip(every, direct, strict=True)]
    shares = [str(percent(own / total, 1)) for total, own in zip(every, direct, strict=True)]
    data = [
        _stack(_("Sell direct"), places, direct, BEST, "/"),
        _stack(_("Do not"), places, rest, style.MUTED, "") | {"text": shares},
    ]
    axes = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("Farms (thousands)")}, "range": [0, 640]},
        "yaxis": {"autorange": "reversed", "type": "category"},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def _stack(name: str, places: list[str], values: list[float], colour: str, pattern: str) -> Figure:
    marker = {"color": colour, "pattern": {"shape": pattern, "fillmode": "overlay", "solidity": 0.15}}
    text = {"textposition": "outside", "cliponaxis": False, "textangle": 0, "meta": {"columns": ["x", "y"]}}
    x = [value / 1000 for value in values]
    return {"type": "bar", "orientation": "h", "name": name, "y": places, "x": x, "marker": marker} | text
