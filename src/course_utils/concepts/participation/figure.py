"""Pictures of the siting: the map of a département, and what five rules give."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from course_utils.concepts.participation import sentences
from course_utils.concepts.participation.points import MOST, Places, frame
from course_utils.concepts.participation.siting import RULES, Decision
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]

CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
#: Pale while a place gains; dark, and darker, once it loses.
SCALE = [[0.0, "#d9e8f5"], [0.4999, "#7fb2dc"], [0.5, "#d0587b"], [1.0, "#8a1c40"]]
#: Costs are drawn in steps of ten euro, of which every benefit is a multiple: no place changes sides.
STEP = 10
#: A place that suffers less than on paper, as much, more.
SYMBOLS = {0.25: "square", 1.0: "circle", 1.75: "diamond"}


def map_figure(_found: Places, *, territory: str) -> Figure:
    """Draw the outline of the département."""
    look = {"colorscale": CLEAR, "showscale": False, "hoverinfo": "skip", "meta": {"columns": []}}
    outline = {"marker": {"line": {"width": 1.5, "color": style.MUTED}}, "showlegend": False}
    base = {"type": "choropleth", "name": _("Département"), "geojson": "departements", "locations": [territory]}
    west_east, south_north = frame(territory)
    ends = {"lonaxis": {"range": list(west_east)}, "lataxis": {"range": list(south_north)}}
    geo = {"visible": False, "projection": {"type": "mercator"}} | ends
    return {"data": [base | {"z": [1.0]} | look | outline], "layout": {"geo": geo, "margin": {"t": 30, "b": 70}}}


def places_trace(found: tuple[Places, Decision], *, benefit: str, **_values: Any) -> Figure:
    """Draw the places: sized by people, coloured by what the facility costs them there."""
    home, decision = found
    good = float(benefit)
    ticks = {"tickvals": [0.0, good, 2 * good], "ticktext": [_("0"), _("the benefit"), _("twice that")]}
    bar = {"orientation": "h", "thickness": 12, "y": -0.02, "yanchor": "top", "len": 0.9} | ticks
    marker = {
        "size": _padded(7 + 20 * np.sqrt(home.people / home.people.max()), 1.0, 0),
        "symbol": [*(SYMBOLS[float(s)] for s in home.sensitivity), *["circle"] * (MOST - len(home.names))],
        "color": _padded(STEP * np.floor(decision.costs / STEP) + STEP // 2, None, 0),
        "cmin": 0.0,
        "cmax": 2 * good,
        "colorscale": SCALE,
        "line": {"width": 1, "color": style.MUTED},
        "colorbar": bar | {"title": {"text": _("Cost to a place, € a head and year"), "side": "top"}},
    }
    return {
        "type": "scattergeo",
        "mode": "markers",
        "name": _("Places"),
        "showlegend": False,
        "lon": _padded(home.longitude, None, 3),
        "lat": _padded(home.latitude, None, 3),
        "text": list(_texts(home)),
        "hovertemplate": _("%{text}: about %{marker.color} €") + "<extra></extra>",
        "marker": marker,
        "meta": {"columns": ["text"]},
    }


@cache
def _texts(home: Places) -> tuple[str, ...]:
    told = _("{name}, {n} thousand people")
    own = [str(say(told, name=n, n=number(p / 1000))) for n, p in zip(home.names, home.people, strict=True)]
    return (*own, *[""] * (MOST - len(own)))


def _padded(values: Any, blank: float | None, decimals: int) -> list[float | None]:
    rounded: list[float | None] = [round(float(v), decimals) + 0.0 for v in values]
    return [*rounded, *[blank] * (MOST - len(rounded))]


def site_trace(found: tuple[Places, Decision], **_values: Any) -> Figure:
    """Mark the site: a star where it is built, a cross where it is refused."""
    home, decision = found
    built = decision.outcome.built
    marker = {
        "symbol": "star" if built else "x",
        "size": 20,
        "color": style.color(2),
        "line": {"width": 2, "color": "#ffffff"},
    }
    at = {
        "lon": [round(float(home.longitude[decision.place]), 3)],
        "lat": [round(float(home.latitude[decision.place]), 3)],
    }
    return {
        "type": "scattergeo",
        "mode": "markers",
        "name": _("built here") if built else _("refused here"),
        "showlegend": True,
        "hoverinfo": "name",
        "marker": marker,
        "meta": {"columns": ["lat", "lon"]},
    } | at


def worth_figure(found: dict[str, Decision], **_values: Any) -> Figure:
    """Bars: what each rule's decision is worth."""
    values = [round(found[rule].worth) + 0 for rule in RULES]
    low = min(0, *values)
    ends = [-_above(-low) if low else 0, _above(max(1, *values))]
    return _bars(values, _("€ a head and year"), 0, ends)


def harmed_figure(found: dict[str, Decision], **_values: Any) -> Figure:
    """Bars: who loses by each rule's decision."""
    values = [round(1000 * found[rule].losing) for rule in RULES]
    return _bars(values, _("Losers per 1,000"), 3, [0, _above(max(1, *values))])


def _above(value: int) -> int:
    """End of an axis with room for the number beside the longest bar."""
    return next(end for end in (5, 10, 20, 50, 100, 200, 300, 500, 800, 1300, 10_000) if 1.25 * value <= end)


def _bars(values: list[int], title: str, colour: int, ends: list[int]) -> Figure:
    bar = {
        "type": "bar",
        "orientation": "h",
        "name": title,
        "y": [sentences.rules()[rule] for rule in RULES],
        "x": values,
        "texttemplate": "%{x}",
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{y}: %{x}<extra></extra>",
        "marker": {"color": style.color(colour)},
        "showlegend": False,
        "meta": {"columns": ["y", "x"]},
    }
    axes = {
        "xaxis": {"title": {"text": title}, "range": ends},
        "yaxis": {"autorange": "reversed", "type": "category"},
        "margin": {"t": 8},
    }
    return {"data": [bar], "layout": axes}
