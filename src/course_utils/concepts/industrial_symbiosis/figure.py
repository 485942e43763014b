"""The map of the coast: invented firms in real towns, and the exchanges that are worth it."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from course_utils.concepts.industrial_symbiosis.firms import ANCHORS, FIRMS, MATCHES, NEEDS, WASTES, firm_names
from course_utils.concepts.industrial_symbiosis.firms import match_name as name_of
from course_utils.concepts.industrial_symbiosis.model import Plan
from course_utils.concepts.industrial_symbiosis.places import Sites, coast
from course_utils.explorer import style
from course_utils.words import _, say

Figure = dict[str, Any]

MATERIAL, HEAT, LOST = style.color(0), style.color(3), style.MUTED
#: Points of a bent line, and how far it leaves the straight one, as a share of its length.
BEND, POINTS = 0.12, 9
#: Thousand tonnes or GWh that a line of one pixel stands for, and the width of the thinnest.
PIXEL, THIN = 14.0, 2.0
#: Degrees shown.
FRAME = {"lonaxis": {"range": [1.72, 2.72]}, "lataxis": {"range": [50.66, 51.1]}}


def map_figure(result: Plan, *, lost: str, **_values: Any) -> Figure:
    """Draw firms and what runs between them."""
    lines = [_line(i, float(flow)) for i, flow in enumerate(result.flows)]
    data = [_land(), *lines, _key(_("Waste that is taken"), MATERIAL, "solid"), _key(_("Heat pipe"), HEAT, "dot")]
    data += [_firm(i, firm == lost) for i, firm in enumerate(FIRMS)]
    geo = {"visible": False, "projection": {"type": "mercator"}} | FRAME
    return {"data": data, "layout": {"geo": geo, "margin": {"l": 0, "r": 0, "t": 0, "b": 0}}}


def _land() -> Figure:
    look = {"colorscale": [[0.0, "rgba(140,145,151,0.16)"], [1.0, "rgba(140,145,151,0.16)"]], "showscale": False}
    land = {"type": "choropleth", "name": _("Land"), "geojson": "departements", "locations": ["59", "62"], "z": [1, 1]}
    line = {"marker": {"line": {"width": 0.6, "color": style.MUTED}}, "hoverinfo": "skip", "meta": {"columns": []}}
    return land | look | line


def _line(at: int, flow: float) -> Figure:
    match = MATCHES[at]
    x, y = path(coast(), at)
    width = max(THIN, flow / PIXEL) if flow > 0 else 0.0
    look = {"width": width, "color": HEAT if match.heat else MATERIAL, "dash": "dot" if match.heat else "solid"}
    own = {"type": "scattergeo", "mode": "lines", "name": name_of(match), "lon": x, "lat": y, "line": look}
    return own | {
        "opacity": 0.75 if flow > 0 else 0.0,
        "hoverinfo": "name",
        "showlegend": False,
        "meta": {"columns": []},
    }


@cache
def path(sites: Sites, at: int) -> tuple[list[float], list[float]]:
    """Bent line of an exchange, so that two between the same towns are told apart."""
    match = MATCHES[at]
    ends = [FIRMS.index(WASTES[match.waste].firm), FIRMS.index(NEEDS[match.need].firm)]
    along = np.linspace(0, 1, POINTS)
    side = (BEND if at % 2 else -BEND) * 4 * along * (1 - along)
    step = np.array([sites.lon[ends[1]] - sites.lon[ends[0]], sites.lat[ends[1]] - sites.lat[ends[0]]])
    x = sites.lon[ends[0]] + along * step[0] - side * step[1] * 1.6
    y = sites.lat[ends[0]] + along * step[1] + side * step[0] / 1.6
    return x.round(4).tolist(), y.round(4).tolist()


def _key(name: str, colour: str, dash: str) -> Figure:
    line = {"color": colour, "width": 4, "dash": dash}
    own: Figure = {"type": "scattergeo", "mode": "lines", "name": name, "lon": [None], "lat": [None], "line": line}
    return own | {"hoverinfo": "skip", "meta": {"columns": []}}


def _firm(at: int, gone: bool) -> Figure:
    firm, sites = FIRMS[at], coast()
    label = str(say("{n} {name}", n=at + 1, name=firm_names()[firm]))
    place = str(say(_("{name}, {town}"), name=firm_names()[firm], town=sites.names[at]))
    symbol = "square" if firm in ANCHORS else "circle"
    look: Figure = {"symbol": symbol, "size": 19, "line": {"width": 2, "color": "#ffffff"}}
    look["color"] = LOST if gone else style.color(4) if firm in ANCHORS else style.color(2)
    own: Figure = {"type": "scattergeo", "mode": "markers+text", "name": label}
    own |= {"lon": [sites.lon[at]], "lat": [sites.lat[at]]}
    own |= {"text": ["×" if gone else str(at + 1)], "textfont": {"color": "#ffffff", "size": 11}, "marker": look}
    own |= {"textposition": "middle center", "hovertext": [place], "hoverinfo": "text", "customdata": [place]}
    meta: Figure = {"columns": ["customdata"]}
    if firm in ANCHORS:
        meta["sets"] = [f"lost={firm}"]
    return own | {"meta": meta}
