"""Picture of the network of Kalundborg: who gives what to whom, and what a leaver takes along."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from course_utils.concepts.industrial_symbiosis.web import LEAVERS, TYPES, Web, flows, short_names
from course_utils.concepts.industrial_symbiosis.web_figure import COLOURS, DASHES, Figure, kinds
from course_utils.explorer import style
from course_utils.words import _

#: Places of the actors: the anchors in the middle, the others around.
PLACES = {
    "Asnæs power station": (0.0, 0.15),
    "Kalundborg refinery": (-1.05, 0.75),
    "Novo Nordisk and Novozymes": (1.05, 0.75),
    "Gyproc": (-1.05, -0.55),
    "Municipality of Kalundborg": (1.05, -0.55),
    "Lake Tissø": (0.0, 1.45),
    "farms": (1.75, 1.35),
    "cement industry": (0.42, -0.95),
    "fish farm": (-0.42, -0.95),
    "Dangødning": (-1.75, 1.35),
    "reuse basin": (1.75, 0.1),
    "Soilrem": (1.75, -1.1),
    "sulphuric-acid maker in Fredericia": (-1.85, 0.5),
    "Kalundborg Bioenergy": (0.95, -1.5),
    "gas grid": (-0.25, -1.75),
    "Inbicon": (-1.05, -1.5),
    "heat and power unit of Novo Nordisk and Novozymes": (1.2, 1.75),
    "wood-chip suppliers": (-1.75, -0.15),
}
POINTS = 11
#: Bend of parallel flows between the same two actors.
BENDS = (0.1, 0.26, 0.42)


def network_figure(result: Web, *, without: str, **_values: Any) -> Figure:
    """Draw actors and flows of the year; what a leaver takes along is grey."""
    state = {flow.id + flow.taker: "on" for flow in result.running}
    state |= {flow.id + flow.taker: "off" for flow in result.stopped}
    data = [_arrow(at, state.get(flow.id + flow.taker, "")) for at, flow in enumerate(flows())]
    data += [_key(kinds()[kind], COLOURS[kind], DASHES[kind]) for kind in TYPES]
    data += [_key(_("Stopped"), style.MUTED, "longdash"), _actors(result, False), _actors(result, True, without)]
    blank = {"visible": False, "fixedrange": True}
    axes = {"xaxis": blank | {"range": [-2.6, 2.6]}, "yaxis": blank | {"range": [-2.15, 2.1]}}
    return {"data": data, "layout": axes | {"hovermode": "closest", "margin": {"l": 0, "r": 0, "b": 0}}}


def _arrow(at: int, state: str) -> Figure:
    flow = flows()[at]
    x, y = curve(at)
    colour = COLOURS[flow.kind] if state == "on" else style.MUTED
    line = {"color": colour, "width": 2.5 if state == "on" else 1.5, "dash": DASHES[flow.kind]}
    if state == "off":
        line["dash"] = "longdash"
    sizes = [0] * (POINTS - 1) + [11]
    marker = {"symbol": "arrow", "size": sizes, "angleref": "previous", "color": colour, "opacity": 1}
    own = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": flow.what,
        "x": x,
        "y": y,
        "line": line,
        "marker": marker,
    }
    shown = {"on": 0.9, "off": 0.5}.get(state, 0.0)
    return own | {"opacity": shown, "hoverinfo": "name", "showlegend": False, "meta": {"columns": []}}


@cache
def curve(at: int) -> tuple[list[float], list[float]]:
    """Bent line of a flow from its giver to just before its taker."""
    flow = flows()[at]
    same = [f for f in flows()[:at] if {f.giver, f.taker} == {flow.giver, flow.taker}]
    start, end = np.array(PLACES[flow.giver]), np.array(PLACES[flow.taker])
    along = np.linspace(0, 1, 60)
    step = end - start
    side = 4 * BENDS[len(same) % 3] * along * (1 - along)
    points = start + along[:, None] * step + side[:, None] * np.array([-step[1], step[0]])
    away = np.hypot(*(points - end).T)
    kept = points[(away > 0.24) & (np.hypot(*(points - start).T) > 0.16)]
    chosen = kept[np.linspace(0, len(kept) - 1, POINTS).round().astype(int)]
    return chosen[:, 0].round(3).tolist(), chosen[:, 1].round(3).tolist()


def _key(name: str, colour: str, dash: str) -> Figure:
    line = {"color": colour, "width": 3, "dash": dash}
    own = {"type": "scatter", "mode": "lines", "name": name, "x": [None], "y": [None], "line": line}
    return own | {"hoverinfo": "skip", "meta": {"columns": []}}


def _actors(result: Web, gone: bool, without: str = "none") -> Figure:
    left = LEAVERS.get(without, "")
    shown = [(actor in result.actors) and ((actor == left) == gone) for actor in PLACES]
    x = [place[0] if s else None for place, s in zip(PLACES.values(), shown, strict=True)]
    y = [place[1] if s else None for place, s in zip(PLACES.values(), shown, strict=True)]
    text = [short_names()[actor] if s else None for actor, s in zip(PLACES, shown, strict=True)]
    counts = [_links(result, actor) if s else None for actor, s in zip(PLACES, shown, strict=True)]
    look: Figure = {"size": 17, "color": style.MUTED if gone else style.color(4), "symbol": "x" if gone else "circle"}
    name = _("Has left") if gone else _("Actor")
    own: Figure = {"type": "scatter", "mode": "markers+text", "name": name, "x": x, "y": y}
    own |= {"text": text, "textposition": "bottom center", "textfont": {"size": 11}, "marker": look}
    by_name = {actor: key for key, actor in LEAVERS.items()}
    sets = [f"without={by_name[actor]}" if actor in by_name else None for actor in PLACES]
    hover = {"customdata": counts, "hovertemplate": "%{text}: %{customdata}<extra></extra>", "showlegend": gone}
    return own | hover | {"meta": {"columns": ["text", "customdata"], "sets": sets}}


def _links(result: Web, actor: str) -> int:
    return sum(actor in (flow.giver, flow.taker) for flow in result.running)
