"""Pictures of Kalundborg: the flows from givers to takers, what is published on their size, how they grew."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.industrial_symbiosis import sankey
from course_utils.concepts.industrial_symbiosis.web import (
    FIRST,
    LAST,
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


def kinds() -> dict[str, str]:
    """Kinds of flows."""
    return {"water": _("Water"), "energy": _("Energy"), "material": _("Material")}


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


def _row_names() -> dict[str, str]:
    return {flow.id: flow.what.split(" (")[0].split(" / ")[0].split(" and ")[0] for flow in flows()}


def spread_figure(result: Web, **_values: Any) -> Figure:
    """One row a flow, one dot a published figure; hollow where the flow does not run in the year."""
    table = published()
    names = _row_names()
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


def as_wide(_sizes: list[tuple[str, str, float, str]], *, year: str, width: str) -> Figure:
    """Ring the published quantities that give the Sankey diagram its widths, none where each flow counts one."""
    side = {"low": 0, "high": 1}.get(width)
    running = [flow for flow in flows() if side is not None and flow.id in spread() and flow.runs(int(year))]
    names, drawn = _row_names(), {flow.id: spread()[flow.id][side or 0] for flow in running}
    ids = sorted(spread())
    x = [float(np.log10(drawn[key] / 1000)) if key in drawn else None for key in ids]
    look = {"symbol": "square-open", "size": 19, "color": style.color(4), "line": {"width": 2}}
    own = {"type": "scatter", "mode": "markers", "name": _("Drawn as width"), "x": x, "y": [names[key] for key in ids]}
    return own | {"marker": look, "hoverinfo": "skip", "meta": {"powers": ["x"], "columns": ["y", "x"]}}


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
