"""The picture of the pôles as a network: themes in columns, régions in rows, links along both."""

from __future__ import annotations

import functools
from typing import Any

import networkx as nx
import numpy as np

from course_utils.concepts.knowledge_networks import poles
from course_utils.concepts.knowledge_networks.poles import MOST, Net
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

READER = style.color(3)
#: Pôles of one cell stand side by side, this far apart.
BESIDE = 0.24


def theme_names() -> dict[str, str]:
    """Names of the groups of themes, in the order of the columns."""
    return {
        "aerospace": _("aerospace"),
        "mechanics and microtechnology": _("mechanics"),
        "photonics": _("photonics"),
        "digital": _("digital"),
        "mobility and logistics": _("mobility"),
        "building and city": _("building, city"),
        "energy": _("energy"),
        "materials, chemistry, textiles": _("materials"),
        "consumer goods and services": _("consumer goods"),
        "health": _("health"),
        "food": _("food"),
        "plants and bio-resources": _("plants"),
        "water, waste, risks": _("water, risks"),
        "sea": _("sea"),
    }


@functools.cache
def rows() -> tuple[str, ...]:
    """Régions in the order of the rows: that of the first pôle in each, most pôles first."""
    first = poles.labelled()["first"].tolist()
    return tuple(sorted(dict.fromkeys(first), key=lambda name: (-first.count(name), first.index(name))))


@functools.cache
def places() -> np.ndarray:
    """Where each pôle stands, shape (83, 2)."""
    themes = list(theme_names())
    table = poles.labelled()
    cells = [(themes.index(t), rows().index(first)) for t, first in zip(table["theme"], table["first"], strict=True)]
    found = []
    for i, (column, row) in enumerate(cells):
        same = [j for j, cell in enumerate(cells) if cell == (column, row)]
        found.append((column + BESIDE * (same.index(i) - (len(same) - 1) / 2), float(row)))
    return np.array(found)


def grid_figure(result: Net, *, ties: str, cut: str) -> Figure:
    """Draw pôles and links that are left; pôles outside the largest part are hollow."""
    gone = set(result.order[: int(cut)])
    largest = _largest(ties, frozenset(gone))
    looks = {
        "region": (_("Same région"), "solid", style.MUTED, 1.0),
        "theme": (_("Same theme"), "dash", style.color(0), 1.0),
        "merger": (_("Merger or part taken over"), "dot", style.color(1), 2.5),
    }
    drawn = poles.kinds(ties)
    data = [_links(kind, kind in drawn, gone, *look) for kind, look in looks.items()]
    data += [
        _dots(_("In the largest part"), set(largest), {"symbol": "circle", "size": 9, "color": style.color(2)}),
        _dots(_("Outside it"), set(range(len(places()))) - gone - largest, _hollow("circle-open", style.color(2))),
        _dots(_("Taken out"), gone, _hollow("x-thin-open", READER)),
    ]
    themes = theme_names()
    across = {"tickvals": list(range(len(themes))), "ticktext": list(themes.values()), "tickangle": -90}
    down = {"tickvals": list(range(len(rows()))), "ticktext": list(rows()), "tickfont": {"size": 10}}
    axes = {
        "xaxis": {"title": {"text": _("Theme")}, "range": [-0.6, len(themes) - 0.4], "zeroline": False} | across,
        "yaxis": {"title": {"text": ""}, "range": [len(rows()) - 0.4, -0.6], "zeroline": False} | down,
        "hovermode": "closest",
    }
    return {"data": data, "layout": axes}


@functools.cache
def _largest(ties: str, gone: frozenset[int]) -> set[int]:
    graph = nx.from_numpy_array(poles.matrix(ties))
    graph.remove_nodes_from(gone)
    return max(nx.connected_components(graph), key=len)


def _links(kind: str, shown: bool, gone: set[int], name: str, dash: str, colour: str, width: float) -> Figure:
    place, x, y = places(), [], []
    for i, j in sorted(poles.pairs(kind)):
        left = shown and not {i, j} & gone
        x += [place[i, 0], place[j, 0], None]
        y += [place[i, 1], place[j, 1], None] if left else [None] * 3
    look = {"line": {"dash": dash, "color": colour, "width": width}, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y} | look


def _hollow(symbol: str, colour: str) -> Figure:
    return {"symbol": symbol, "size": 9, "color": colour, "line": {"width": 2, "color": colour}}


def _dots(name: str, own: set[int], marker: Figure) -> Figure:
    place, names = places(), list(poles.labelled().index)
    y = [float(place[i, 1]) if i in own else None for i in range(len(place))]
    text = {"text": names, "hovertemplate": "%{text}<extra></extra>", "meta": {"columns": ["text", "y"]}}
    return {"type": "scatter", "mode": "markers", "name": name, "x": place[:, 0], "y": y, "marker": marker} | text


def home_ring(result: tuple[str, list[int]], **_values: Any) -> Figure:
    """Ring the pôles of the reader's région."""
    _region, own = result
    place = places()
    spots = [place[i].tolist() if i in own else (None, None) for i in range(len(place))]
    mark = {"symbol": "square-open", "size": 17, "color": READER, "line": {"width": 2}}
    at = {"x": [x for x, _y in spots], "y": [y for _x, y in spots]}
    look = {"name": _("Your région at the label"), "marker": mark, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "markers"} | at | look


def robust_figure(result: Net, **_values: Any) -> Figure:
    """Draw what is left in one piece as pôles are taken out, most between first or at random."""
    steps = list(range(MOST + 1))
    band = np.concatenate([result.low, result.high[::-1]])
    fill = {"fill": "toself", "fillcolor": "rgba(140,145,151,0.3)", "line": {"width": 0}, "hoverinfo": "skip"}
    around = {"x": steps + steps[::-1], "y": 100 * band, "name": _("90 of 100 random orders"), "meta": {"columns": []}}
    data = [
        {"type": "scatter", "mode": "lines"} | around | fill,
        _curve(_("At random (mean)"), steps, result.random, style.MUTED, "dash"),
        _curve(_("Most between first"), steps, result.whole, style.color(0), "solid"),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Pôles taken out")}},
        "yaxis": {"title": {"text": _("Largest part (% of 83 pôles)")}, "range": [0, 103]},
    }
    return {"data": data, "layout": axes}


def _curve(name: str, x: list[int], shares: np.ndarray, colour: str, dash: str) -> Figure:
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": 100 * shares} | {
        "line": {"color": colour, "dash": dash, "width": 3}
    }


def your_cut(result: Net, *, cut: str, **_values: Any) -> Figure:
    """Ring the reader's number of pôles on both curves."""
    at = int(cut)
    mark = {"symbol": "circle-open", "size": 16, "color": READER, "line": {"width": 3}}
    spots = {"x": [at, at], "y": [float(100 * result.whole[at]), float(100 * result.random[at])]}
    return (
        {"type": "scatter", "mode": "markers", "name": _("Your cut"), "marker": mark}
        | spots
        | {"meta": {"columns": []}}
    )
