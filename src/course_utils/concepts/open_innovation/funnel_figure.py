"""Pictures of the funnel: where a hundred ideas go, and what is left for each number of partners."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.open_innovation.funnel import MOST, Funnel
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

#: Room between two nodes, as a share of the height; in pixels it is plotly's ``pad``.
GAP, PAD = 0.05, 17
#: Plotly takes a place of 0 for none given, and drops a node without any flow.
EDGE, LEAST = 0.001, 0.001
#: Places are left edges of nodes: the last column needs room for its own width, on a phone too.
RIGHT = 0.95
INSIDE, OUTSIDE = style.color(0), style.color(1)


def names() -> list[str]:
    """Names of the nodes, column by column."""
    return [
        _("Inside"),
        _("Outside"),
        _("Developed"),
        _("Not chosen"),
        _("Not understood"),
        _("Launched"),
        _("Stopped"),
        _("Licensed"),
        _("Shelved"),
    ]


def flows(found: Funnel) -> list[tuple[int, int, int, float]]:
    """From, to, origin (0 inside, 1 outside) and ideas of every flow, of every 100 ideas."""
    counts = found.counts * 100 / found.ideas
    listed = []
    for side in (0, 1):
        missed, shelved, licensed, stopped, launched = (float(count) for count in counts[side])
        listed += [
            (side, 2, side, stopped + launched),
            (side, 3, side, shelved + licensed),
            (2, 5, side, launched),
            (2, 6, side, stopped),
            (3, 8, side, shelved),
        ]
        listed += [(1, 4, 1, missed)] if side else [(3, 7, 0, licensed)]
    # From top to bottom at both ends; plotly's own order is that of the places that it would have chosen.
    return sorted(listed, key=lambda flow: flow[:3])


def sankey(found: Funnel, **_values: Any) -> Figure:
    """Draw where every 100 ideas go, those from inside and from outside in colours of their own."""
    links = flows(found)
    through = np.zeros(9)
    for source, target, _side, ideas in links:
        through[target] += ideas
        if source < 2:
            through[source] += ideas
    colours = (INSIDE, OUTSIDE)
    link: Figure = {
        "source": [flow[0] for flow in links],
        "target": [flow[1] for flow in links],
        "value": [max(flow[3], LEAST) for flow in links],
        "sort": "input",
        "color": [_faint(colours[flow[2]]) for flow in links],
        "customdata": [(_("from inside"), _("from outside"))[flow[2]] for flow in links],
        "hovertemplate": "%{source.label}, %{target.label}: %{value:.1f} (%{customdata})<extra></extra>",
    }
    node: Figure = {"label": names(), "pad": PAD, "thickness": 14}
    node["color"] = [INSIDE, OUTSIDE, *[style.MUTED] * 3, style.color(2), *[style.MUTED] * 3]
    node["x"] = [EDGE, EDGE, 0.4, 0.4, 0.4, *[RIGHT] * 4]
    node["y"] = [*_middles(through[:2]), *_middles(through[2:5]), *_middles(through[5:])]
    layout = {"margin": {"t": 10, "b": 10, "l": 8, "r": 8}}
    return {"data": [{"type": "sankey", "arrangement": "fixed", "node": node, "link": link}], "layout": layout}


def _middles(ideas: Any) -> list[float]:
    """Middle of each node of a column, from 0 (top) to 1: 100 ideas and three gaps fill the height."""
    heights = np.asarray(ideas) * (1 - 3 * GAP) / 100
    tops = np.cumsum(heights + GAP) - heights - GAP
    spare = 1 - heights.sum() - GAP * (len(heights) - 1)
    return [max(float(middle), EDGE) for middle in spare / 2 + tops + heights / 2]


def _faint(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.7)"


def money(found: tuple[list[Funnel], list[Funnel]], *, cost: str, **_values: Any) -> Figure:
    """Draw what is left against the number of partners, eight runs in ten, and the same without a laboratory."""
    mine, without = found
    x, price = [float(n) for n in range(MOST + 1)], float(cost)
    low, high = zip(*(one.band(price) for one in mine), strict=True)
    edge: Figure = {"type": "scatter", "mode": "lines", "x": x, "line": {"width": 0.5, "color": INSIDE}}
    edge |= {"hoverinfo": "skip"}
    line: Figure = {"type": "scatter", "mode": "lines", "x": x, "hovertemplate": "%{y:.1f}"}
    data = [
        edge | {"name": _("Least of eight in ten"), "y": list(low), "showlegend": False},
        edge
        | {"name": _("Eight runs in ten"), "y": list(high), "fill": "tonexty"}
        | {"fillcolor": "rgba(57,104,167,0.2)"},
        line | {"name": _("Mean"), "y": [one.left(price) for one in mine], "line": {"color": INSIDE, "width": 4}},
        line
        | {"name": _("Mean without laboratory"), "y": [one.left(price) for one in without]}
        | {"line": {"color": style.color(3), "width": 3, "dash": "dash"}},
    ]
    axes = {
        "xaxis": {"title": {"text": _("Partners asked")}, "range": [-0.5, MOST + 0.5]},
        "yaxis": {"title": {"text": _("Left, in average ideas")}, "range": [-20 * price - 2, 15]},
    }
    return {"data": data, "layout": axes}


def here(found: Funnel, *, partners: float, cost: str, **_values: Any) -> Figure:
    """Mark the number of partners that the reader chose."""
    marker = {"symbol": "star", "size": 16, "color": style.color(1), "line": {"width": 1, "color": "#ffffff"}}
    mark: Figure = {"type": "scatter", "mode": "markers", "name": _("Your firm"), "x": [partners]}
    return mark | {"y": [found.left(float(cost))], "marker": marker, "hovertemplate": "%{y:.1f}<extra></extra>"}
