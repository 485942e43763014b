"""Pictures of the rules on a real département: the map, who builds, who pays, who would choose what."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from course_utils.concepts.environmental_limits.market import Settled
from course_utils.concepts.environmental_limits.places import Array, Places, places
from course_utils.concepts.environmental_limits.rules import Choices, Shared
from course_utils.concepts.environmental_limits.sentences import rules, short
from course_utils.datasets import geometry
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

#: Places that no département has more of, and rows of the bars: the largest, then all others together.
MOST, ROWS = 28, 7
#: A gain of this much or more is coloured alike, %.
TOP = 100.0
UNSEEN: Figure = {"showlegend": False, "hoverinfo": "skip", "meta": {"columns": []}}
CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
PAST, GIVEN, BUILT, PERMITS = style.MUTED, style.color(0), style.color(1), style.color(4)


def padded(values: Any, length: int) -> list[Any]:
    """Fill a list up with nothing: all states of a figure have one shape."""
    own = list(values)
    return own + [None] * (length - len(own))


def rows(values: Array) -> list[Any]:
    """Return the largest places one by one, the others summed, filled up to the same number of rows."""
    if len(values) <= ROWS:
        return padded([round(float(v), 2) for v in values], ROWS)
    return [*(round(float(v), 2) for v in values[: ROWS - 1]), round(float(values[ROWS - 1 :].sum()), 2)]


def labels(own: Places) -> list[Any]:
    """Name the rows."""
    names = [short(name) for name in own.names]
    return padded(names, ROWS) if len(names) <= ROWS else [*names[: ROWS - 1], _("all others")]


@cache
def _corners() -> dict[str, Array]:
    """Least and greatest longitude and latitude of every outline, by its code."""
    features = [f for name in ("epci", "departements") for f in geometry(name)["features"]]
    points = {f["id"]: np.array(_points(f["geometry"])) for f in features}
    return {code: np.array([at.min(axis=0), at.max(axis=0)]) for code, at in points.items()}


@cache
def frame(departement: str) -> Figure:
    """``geo`` that shows the places of a département."""
    boxes = np.array([_corners()[code] for code in places(departement).codes])
    low, high = boxes[:, 0].min(axis=0), boxes[:, 1].max(axis=0)
    edge = 0.04 * (high - low)
    ranges = [[round(float(a), 3), round(float(b), 3)] for a, b in zip(low - edge, high + edge, strict=True)]
    axes = {"lonaxis": {"range": ranges[0]}, "lataxis": {"range": ranges[1]}}
    return {"visible": False, "projection": {"type": "mercator"}} | axes


def _points(shape: dict[str, Any]) -> list[list[float]]:
    parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return [point for part in parts for ring in part for point in ring]


def map_figure(_found: tuple[Places, Shared], *, territory: str, rule: str) -> Figure:
    """Frame the map.

    All that holds names of places is drawn by overlays: there the page puts the name of the reader's territory back.
    """
    nowhere = {"type": "scattergeo", "mode": "markers", "name": _("nothing"), "lon": [None], "lat": [None]}
    return {"data": [nowhere | UNSEEN], "layout": {"geo": frame(territory), "margin": {"t": 0, "b": 56}}}


def map_trace(found: tuple[Places, Shared], *, territory: str, rule: str) -> Figure:
    """Colour each place by what it gains or loses against an even cut."""
    own, given = found
    bar = {"orientation": "h", "thickness": 12, "y": -0.03, "yanchor": "top", "ticksuffix": " %"}
    return {
        "type": "choropleth",
        "name": _("Against an even cut (%)"),
        "geojson": own.outlines,
        "locations": padded(own.codes, MOST),
        "z": padded((100 * given.gain).round(), MOST),
        "text": padded([short(name) for name in own.names], MOST),
        "hovertemplate": "%{text}: %{z:.0f} %<extra></extra>",
        "colorscale": style.DIVERGING,
        "zmin": -TOP,
        "zmax": TOP,
        "colorbar": bar | {"title": {"text": _("Against an even cut"), "side": "top"}},
        "marker": {"line": {"width": 1, "color": style.MUTED}},
        "meta": {"columns": ["text", "z"]},
    }


def ends_trace(found: tuple[Places, Shared], *, territory: str, rule: str) -> Figure:
    """Outline who gains and who loses most."""
    own, given = found
    ends = [own.codes[int(given.gain.argmax())], own.codes[int(given.gain.argmin())]]
    shown = ends if np.ptp(given.gain) > 1e-9 else [None, None]
    look = {"colorscale": CLEAR, "showscale": False, "hoverinfo": "skip", "meta": {"columns": []}}
    outline = {"marker": {"line": {"width": 3, "color": style.color(3)}}}
    base = {"type": "choropleth", "name": _("Most and least"), "geojson": own.outlines, "locations": shown}
    return base | {"z": [None if code is None else 1.0 for code in shown]} | look | outline


def land_figure(_found: Settled, **_values: Any) -> Figure:
    """Frame the hectares."""
    axes = {
        "xaxis": {"title": {"text": _("ha a year")}, "rangemode": "tozero"},
        "yaxis": {"autorange": "reversed", "type": "category"},
    }
    return {"data": [_nothing()], "layout": axes}


def _nothing() -> Figure:
    """Hold the place of the first trace: the page adds overlays to those of the panel, of which there must be one."""
    return {"type": "scatter", "mode": "markers", "name": _("nothing"), "x": [None], "y": [None]} | UNSEEN


def given_trace(found: Settled, **_values: Any) -> Figure:
    """Draw what the rule gives each place."""
    return _dots(_("allowance"), found.places, found.allowances, GIVEN, "circle", 11)


def past_trace(own: Places, *, territory: str) -> Figure:
    """Draw what each place took in a past year."""
    return _dots(_("past pace"), own, own.past, PAST, "line-ns-open", 18)


def built_trace(found: Settled | None, *, territory: str, **_values: Any) -> Figure:
    """Draw what is built on after trading; nothing without trading."""
    own = places(territory)
    values = np.full(len(own.codes), np.nan) if found is None else found.built
    return _dots(_("built, after trading"), own, values, BUILT, "diamond-open", 13)


def _dots(name: str, own: Places, values: Array, colour: str, symbol: str, size: int) -> Figure:
    marker = {"symbol": symbol, "size": size, "color": colour, "line": {"width": 3, "color": colour}}
    at = {"x": rows(values), "y": labels(own), "hovertemplate": "%{y}: %{x:.2f}<extra></extra>"}
    return {"type": "scatter", "mode": "markers", "name": name, "marker": marker} | at


def cost_figure(_found: Settled, **_values: Any) -> Figure:
    """Frame the costs."""
    axes = {
        "xaxis": {"title": {"text": _("Cost (units)")}},
        "yaxis": {"autorange": "reversed", "type": "category"},
    }
    return {"data": [_nothing()], "layout": axes}


def cost_trace(found: Settled, **_values: Any) -> Figure:
    """Draw what the limit costs each place: doing without, and allowances bought or sold."""
    at = {"x": rows(found.net), "y": labels(found.places), "hovertemplate": "%{y}: %{x:.2f}<extra></extra>"}
    bars = {"type": "bar", "orientation": "h", "name": _("cost of the limit"), "marker": {"color": PERMITS}}
    return bars | at


def choices_figure(found: Choices, **_values: Any) -> Figure:
    """Draw for how many inhabitants each rule is the best, and for how many the worst."""
    names = list(rules().values())[:-1]
    data = []
    for name, shares, colour, pattern in (
        (_("best for"), found.best, GIVEN, ""),
        (_("worst for"), found.worst, BUILT, "/"),
    ):
        marker = {"color": colour, "pattern": {"shape": pattern, "fillmode": "overlay", "solidity": 0.2}}
        bars = {"type": "bar", "orientation": "h", "name": name, "y": names, "marker": marker}
        data.append(bars | {"x": (100 * shares).round(1), "hovertemplate": "%{y}: %{x:.0f} %<extra></extra>"})
    axes = {
        "barmode": "group",
        "xaxis": {"title": {"text": _("Inhabitants (%)")}, "range": [0, 102]},
        "yaxis": {"autorange": "reversed", "type": "category"},
    }
    return {"data": data, "layout": axes}
