"""Pictures of the ecosystem that the reader builds: who works with whom, who gets what, who is missed."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.business_ecosystem.build import FIRMS, FUNCTIONS, HUBS, PLAYERS, Built
from course_utils.explorer import style
from course_utils.words import _, percent, say

Figure = dict[str, Any]

#: Where each of the eight stands: hubs above, firms below, those of one function side by side.
PLACES = {"hub": (-1.2, 1.0), "rival": (1.2, 1.0), "a1": (-2.6, -0.6), "a2": (-1.7, -0.6), "b1": (-0.6, -0.6)}
PLACES |= {"b2": (0.3, -0.6), "c1": (1.4, -0.6), "d1": (2.5, -0.6)}


def names() -> dict[str, str]:
    """Short name of each player."""
    return {"hub": _("Hub"), "rival": _("Rival")} | {firm: firm.upper() for firm in FIRMS}


def network_figure(result: Built, **_values: Any) -> Figure:
    """Draw who is in, who works with whom, and the share of each as the size of its mark."""
    data = [
        _links(result),
        _players(result, _("In (click: leaves)"), "circle", True),
        _players(result, _("Out (click: comes in)"), "circle-open", False),
        _functions(),
    ]
    across = {"visible": False, "range": [-3.2, 3.1], "fixedrange": True}
    return {"data": data, "layout": {"xaxis": across, "yaxis": across | {"range": [-1.75, 1.6]}}}


def _links(result: Built) -> Figure:
    x: list[float | None] = []
    y: list[float | None] = []
    for one in HUBS:
        for two in FIRMS:
            there = {one, two} <= result.inside
            for axis, at in ((x, 0), (y, 1)):
                axis += [PLACES[one][at], PLACES[two][at], None] if there else [None] * 3
    look = {"line": {"color": style.MUTED, "width": 2}, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines", "name": _("Works with"), "x": x, "y": y} | look


def _players(result: Built, name: str, symbol: str, inside: bool) -> Figure:
    shown = [(player in result.inside) == inside for player in PLAYERS]
    share = _parts(result, result.shapley)
    size = 16 + 44 * np.sqrt(share) if inside else np.full(len(PLAYERS), 16.0)
    told = [_label(player, float(part), inside) for player, part in zip(PLAYERS, share, strict=True)]
    hubs = [style.color(0 if player in HUBS else 1) for player in PLAYERS]
    marker = {"symbol": symbol, "size": size, "color": hubs, "opacity": 1, "line": {"width": 2, "color": hubs}}
    place: Figure = {
        axis: [PLACES[player][at] if own else None for player, own in zip(PLAYERS, shown, strict=True)]
        for at, axis in enumerate("xy")
    }
    text = [words if own else None for words, own in zip(told, shown, strict=True)]
    spot = {"textposition": ["top center" if player in HUBS else "bottom center" for player in PLAYERS]}
    meta = {"columns": ["text"], "sets": list(PLAYERS)}
    trace: Figure = {"type": "scatter", "mode": "markers+text", "name": name, "marker": marker, "text": text}
    return trace | place | spot | {"hovertemplate": "%{text}<extra></extra>", "meta": meta, "cliponaxis": False}


def _label(player: str, part: float, inside: bool) -> str:
    if not inside:
        return names()[player]
    return str(say(_("{who}<br>{part}"), who=names()[player], part=percent(part)))


def _functions() -> Figure:
    middle = {f: float(np.mean([PLACES[firm][0] for firm, own in FIRMS.items() if own == f])) for f in FUNCTIONS}
    words = [str(say(_("does {function}"), function=f.upper())) for f in FUNCTIONS]
    trace: Figure = {"type": "scatter", "mode": "text", "name": _("Function"), "text": words, "showlegend": False}
    return trace | {"x": list(middle.values()), "y": [-1.6] * len(words), "hoverinfo": "skip", "meta": {"columns": []}}


def _parts(result: Built, values: np.ndarray) -> np.ndarray:
    return values / result.value if result.value else np.zeros(len(PLAYERS))


def bars_figure(result: Built, **_values: Any) -> Figure:
    """Draw what each gets beside what would go with it."""
    who = list(names().values())
    data = [
        _bars(who, _("Gets (Shapley value)"), _parts(result, result.shapley), style.color(0), ""),
        _bars(who, _("Goes if it goes"), _parts(result, result.lost), style.MUTED, "/"),
    ]
    layout = {
        "barmode": "group",
        "xaxis": {"type": "category"},
        "yaxis": {"title": {"text": _("Share of the value (%)")}, "range": [0, 104]},
    }
    return {"data": data, "layout": layout}


def _bars(who: list[str], name: str, values: np.ndarray, colour: str, pattern: str) -> Figure:
    marker = {"color": colour, "pattern": {"shape": pattern}}
    bars: Figure = {"type": "bar", "name": name, "x": who, "y": 100 * values, "marker": marker}
    return bars | {"hovertemplate": "%{y:.1f} %"}
