"""Pictures of an ecosystem that loses members: how much hangs together, and one such network."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.business_ecosystem.loss import NICHE, SHARES, Loss, network
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

#: Links are drawn for the network with most of them.
MOST_LINKS = 2 * NICHE


def curves_figure(result: Loss, **_values: Any) -> Figure:
    """Draw the largest part along the share removed, at random and best connected first."""
    x = [100 * share for share in SHARES]
    band: Figure = {"type": "scatter", "mode": "lines", "name": _("8 in 10 random runs"), "x": [*x, *x[::-1]]}
    band |= {"y": 100 * np.concatenate([result.high, result.low[::-1]]), "fill": "toself", "hoverinfo": "skip"}
    band |= {"line": {"width": 0, "color": style.color(0)}, "fillcolor": "rgba(57,104,167,0.25)"}
    data = [
        band | {"meta": {"columns": []}},
        _curve(_("Random, mean"), x, result.mean, style.color(0), "solid", "circle"),
        _curve(_("Hubs first"), x, result.target, style.color(3), "dash", "square"),
    ]
    layout = {
        "xaxis": {"title": {"text": _("Members lost (%)")}, "range": [-2, 62]},
        "yaxis": {"title": {"text": _("Largest part (%)")}, "range": [0, 104]},
    }
    return {"data": data, "layout": layout}


def _curve(name: str, x: list[float], y: np.ndarray, colour: str, dash: str, symbol: str) -> Figure:
    line: Figure = {"type": "scatter", "mode": "lines+markers", "name": name, "x": x, "y": 100 * y}
    marker = {"symbol": symbol, "size": 8, "color": colour}
    return line | {"line": {"color": colour, "width": 3, "dash": dash}, "marker": marker, "hovertemplate": "%{y:.0f} %"}


def your_loss(result: Loss, *, share: str, how: str, **_values: Any) -> Figure:
    """Ring the reader's loss."""
    at = SHARES.index(float(share))
    y = float((result.mean if how == "random" else result.target)[at])
    look = {"symbol": "circle-open", "size": 20, "color": style.color(1), "line": {"width": 4}}
    ring: Figure = {"type": "scatter", "mode": "markers", "name": _("Your loss"), "x": [100 * SHARES[at]]}
    return ring | {"y": [100 * y], "marker": look, "hovertemplate": "%{y:.0f} %"}


def places(hubs: int) -> np.ndarray:
    """Where hubs (inner ring) and niche players (outer ring, near their hub) stand, shape (nodes, 2)."""
    turn = 2 * np.pi * np.arange(hubs) / hubs + np.pi / 2
    inner = np.stack([np.cos(turn), np.sin(turn)], axis=1) * (0.45 if hubs > 1 else 0)
    firm = np.arange(NICHE)
    own = NICHE // hubs
    around = 2 * np.pi * (firm % hubs) / hubs + np.pi / 2 + 2 * np.pi * (firm // hubs - (own - 1) / 2) / NICHE
    return np.concatenate([inner, np.stack([np.cos(around), np.sin(around)], axis=1)])


def network_figure(result: np.ndarray, *, hubs: str, overlap: str, **_values: Any) -> Figure:
    """Draw one network with the members that are gone as crosses."""
    many, gone = int(hubs), set(result.tolist())
    place = places(many)
    ends = np.argwhere(np.triu(network(many, float(overlap))))
    left = [pair for pair in ends.tolist() if not gone & set(pair)]
    gap = [None] * (3 * (MOST_LINKS - len(left)))
    lines: Figure = {
        axis: [v for one, two in left for v in (float(place[one, at]), float(place[two, at]), None)] + gap
        for at, axis in enumerate("xy")
    }
    lines |= {"type": "scatter", "mode": "lines", "name": _("Works with"), "hoverinfo": "skip"}
    lines |= {"line": {"color": style.MUTED, "width": 1.5}, "meta": {"columns": []}}
    data = [
        lines,
        _nodes(place, many, gone, True, _("Hub"), {"symbol": "diamond", "size": 18, "color": style.color(0)}),
        _nodes(place, many, gone, False, _("Niche player"), {"symbol": "circle", "size": 10, "color": style.color(1)}),
        _lost(place, gone),
    ]
    blank = {"visible": False, "range": [-1.15, 1.15], "fixedrange": True}
    return {"data": data, "layout": {"xaxis": blank, "yaxis": blank, "hovermode": False}}


def _nodes(place: np.ndarray, hubs: int, gone: set[int], hub: bool, name: str, marker: Figure) -> Figure:
    own = range(4) if hub else range(hubs, hubs + NICHE)
    kept = [node if node not in gone and (node < hubs or not hub) else None for node in own]
    return _marks(place, kept, name, marker)


def _lost(place: np.ndarray, gone: set[int]) -> Figure:
    most = round(max(SHARES) * (4 + NICHE))
    kept = [*sorted(gone), *[None] * (most - len(gone))]
    look = {"symbol": "x-open", "size": 10, "color": style.color(3), "line": {"width": 2}}
    return _marks(place, kept, _("Gone"), look)


def _marks(place: np.ndarray, nodes: list[int | None], name: str, marker: Figure) -> Figure:
    at = {a: [None if node is None else float(place[node, i]) for node in nodes] for i, a in enumerate("xy")}
    return {"type": "scatter", "mode": "markers", "name": name, "marker": marker, "meta": {"columns": []}} | at
