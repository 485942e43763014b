"""Pictures of Kalundborg: the network, the flows from givers to takers, what is published on their size."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from course_utils.concepts.industrial_symbiosis import sankey
from course_utils.concepts.industrial_symbiosis.web import (
    FIRST,
    LAST,
    LEAVERS,
    TYPES,
    Web,
    flows,
    members,
    published,
    short_names,
    spread,
    web,
)
from course_utils.datasets import load
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

COLOURS = {"water": style.color(0), "energy": style.color(3), "material": style.color(1)}
DASHES = {"water": "solid", "energy": "dot", "material": "dash"}
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


def kinds() -> dict[str, str]:
    """Kinds of flows."""
    return {"water": _("Water"), "energy": _("Energy"), "material": _("Material")}


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


def flow_sizes(year: int, width: str) -> list[tuple[str, str, float, str]]:
    """Giver, taker, width and kind of each flow of the web, 0 where it does not run or nobody published its size.

    Parameters
    ----------
    year : int
        Year.
    width : {"one", "low", "high"}
        Each flow counts one, or its lowest, or its highest published quantity in thousand tonnes a year.
    """
    side = {"low": 0, "high": 1}
    rows = []
    for flow in flows():
        size = 1.0 if width == "one" else spread().get(flow.id, (0.0, 0.0))[side[width]] / 1000
        rows.append((flow.giver, flow.taker, size if flow.runs(year) else 0.0, flow.kind))
    return rows


def sankey_figure(result: list[tuple[str, str, float, str]], **_values: Any) -> Figure:
    """Draw givers on the left and takers on the right."""
    order = members(flows())
    left = [actor for actor in order if any(row[0] == actor for row in result)]
    right = [actor for actor in order if any(row[1] == actor for row in result)]
    links = [(left.index(a), right.index(b), size, COLOURS[kind]) for a, b, size, kind in result]
    names = short_names()
    colours = sankey.node_colours(len(left), len(right))
    trace = sankey.two_columns([names[a] for a in left], [names[b] for b in right], links, colours)
    return {"data": [trace | {"name": _("Flows")}], "layout": {"margin": {"l": 4, "r": 4, "t": 8, "b": 8}}}


def spread_figure(result: Web, **_values: Any) -> Figure:
    """One row a flow, one dot a published figure; hollow where the flow does not run in the year."""
    table = published()
    names = {flow.id: flow.what.split(" (")[0].split(" / ")[0].split(" and ")[0] for flow in flows()}
    ids = sorted(spread(), key=lambda key: spread()[key][1])
    now = {flow.id for flow in result.running}
    data = []
    for shown, name, symbol in ((True, _("Runs in your year"), "circle"), (False, _("Does not run"), "circle-open")):
        x: list[float | None] = []
        for _i, row in table.iterrows():
            for value in (row["low"], row["high"]):
                x.append(float(np.log10(value / 1000)) if (row["id"] in now) == shown else None)
        y = [names[key] for key in table["id"] for _twice in range(2)]
        marker = {"symbol": symbol, "size": 12, "color": style.color(1), "line": {"width": 2, "color": style.color(1)}}
        own = {"type": "scatter", "mode": "markers", "name": name, "x": x, "y": y, "marker": marker}
        data.append(own | {"meta": {"powers": ["x"], "columns": ["y", "x"]}})
    ticks = {"tickvals": [0, 1, 2, 3], "ticktext": ["1", "10", "100", "1,000"], "range": [-0.1, 3.4], "tickangle": 0}
    rows = {"categoryorder": "array", "categoryarray": [names[key] for key in ids]}
    axes = {"xaxis": {"title": {"text": _("kt a year (log)")}} | ticks, "yaxis": rows, "hovermode": "closest"}
    return {"data": data, "layout": axes}


def growth_figure(_result: None = None, **_values: Any) -> Figure:
    """Count the flows that we know, and what others counted."""
    years = list(range(FIRST, LAST + 1))
    bottom = np.zeros(len(years))
    data: list[Figure] = []
    for kind in TYPES:
        counts = np.array([sum(flow.kind == kind for flow in web(year).running) for year in years])
        line = {"shape": "hv", "color": COLOURS[kind], "width": 2, "dash": DASHES[kind]}
        area = {"type": "scatter", "mode": "lines", "name": kinds()[kind], "x": years, "y": counts, "stackgroup": "all"}
        data.append(area | {"line": line, "fillcolor": sankey.faint(COLOURS[kind])})
        bottom = bottom + counts
    told = load("kalundborg_network").query("kind == 'links'")
    values = told["value"].fillna(told["value_low"]).astype(float).tolist()
    marker = {"symbol": "diamond", "size": 11, "color": style.color(4)}
    dots = {"type": "scatter", "mode": "markers", "name": _("Counted by others"), "marker": marker}
    dots |= {"x": told["start"].dt.year.tolist(), "y": values, "text": told["indicator"].astype(str).tolist()}
    data.append(dots | {"hovertemplate": "%{text}, %{x}: %{y}<extra></extra>", "meta": {"columns": ["x", "y", "text"]}})
    axes = {
        "xaxis": {"title": {"text": _("Year")}, "tickformat": "d", "range": [FIRST - 1, LAST + 2]},
        "yaxis": {"title": {"text": _("Flows")}, "range": [0, 34]},
        "hovermode": "closest",
    }
    return {"data": data, "layout": axes}


def your_year(_result: None, *, year: str) -> Figure:
    """Mark the reader's year."""
    line = {"color": style.color(3), "width": 2, "dash": "dash"}
    own = {"type": "scatter", "mode": "lines", "name": _("Your year"), "x": [int(year)] * 2, "y": [0, 34], "line": line}
    return own | {"hoverinfo": "skip", "meta": {"columns": ["x"]}}
