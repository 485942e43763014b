"""Pictures of the reader's territory with invented firms in it, and of all départements side by side."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.industrial_symbiosis.estate import Local, frames, local
from course_utils.concepts.industrial_symbiosis.figure import HEAT, MATERIAL
from course_utils.concepts.industrial_symbiosis.firms import FIRMS, MATCHES, NEEDS, WASTES, firm_names
from course_utils.concepts.industrial_symbiosis.model import heat_matches
from course_utils.explorer import style
from course_utils.words import _, say

Figure = dict[str, Any]

#: Radius of the ring on which the firms of an estate are drawn, in units of the frame.
RING = 0.55


def frame_figure(_result: None, **_values: Any) -> Figure:
    """Empty square, to be filled by the reader's territory."""
    blank = {"visible": False, "fixedrange": True, "range": [-1.12, 1.12]}
    start = {"type": "scatter", "mode": "markers", "x": [-1.1, 1.1], "y": [-1.1, 1.1], "marker": {"opacity": 0}}
    hidden = {"name": _("Frame"), "showlegend": False, "hoverinfo": "skip", "meta": {"columns": []}}
    layout = {"xaxis": blank, "yaxis": blank, "hovermode": "closest"}
    return {"data": [start | hidden], "layout": layout | {"margin": {"l": 0, "r": 0, "b": 0}}}


def places(territory: str, layout: str) -> np.ndarray:
    """Where the firms are drawn, shape (10, 2)."""
    if layout == "towns":
        return frames()[territory].firms
    around = np.radians(90 - 36 * np.arange(len(FIRMS)))
    return RING * np.stack([np.cos(around), np.sin(around)], axis=1)


def outline_trace(_found: None, *, territory: str) -> Figure:
    """Outline of the territory, larger for small ones."""
    edge = frames()[territory].outline.round(3)
    line = {"color": style.MUTED, "width": 1.5}
    own = {"type": "scatter", "mode": "lines", "name": _("{place}").format(place=_name(territory)), "line": line}
    area = {"fill": "toself", "fillcolor": "rgba(140,145,151,0.14)", "hoverinfo": "skip", "meta": {"columns": []}}
    return own | area | {"x": edge[:, 0], "y": edge[:, 1]}


def _name(code: str) -> str:
    from course_utils.datasets import territory

    return str(territory(code)["name"])


def flows_trace(found: Local, *, territory: str, layout: str, heat: bool, **_values: Any) -> Figure:
    """Straight lines of the exchanges that are worth it."""
    spots = places(territory, layout).round(3)
    x: list[float | None] = []
    y: list[float | None] = []
    for at, match in enumerate(MATCHES):
        if heat_matches()[at] != heat:
            continue
        ends = [FIRMS.index(WASTES[match.waste].firm), FIRMS.index(NEEDS[match.need].firm)]
        on = found.plan.flows[at] > 0
        x += [*(float(spots[i, 0]) if on else None for i in ends), None]
        y += [*(float(spots[i, 1]) if on else None for i in ends), None]
    line = {"color": HEAT if heat else MATERIAL, "width": 3, "dash": "dot" if heat else "solid"}
    name = _("Heat pipe") if heat else _("Waste that is taken")
    own = {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "line": line}
    return own | {"hoverinfo": "skip", "meta": {"columns": []}}


def firms_trace(_found: None, *, territory: str, layout: str) -> Figure:
    """Numbered firms with their towns."""
    spots = places(territory, layout).round(3)
    towns = local(territory, 0.0).sites.names if layout == "towns" else [_("estate")] * len(FIRMS)
    line = _("{n} {firm}, {town}")
    words = [
        str(say(line, n=i + 1, firm=firm_names()[firm], town=town))
        for i, (firm, town) in enumerate(zip(FIRMS, towns, strict=True))
    ]
    marker = {"size": 17, "color": style.color(2), "line": {"width": 1, "color": "#ffffff"}}
    own = {"type": "scatter", "mode": "markers+text", "name": _("Invented firm"), "x": spots[:, 0], "y": spots[:, 1]}
    own |= {"text": [str(i + 1) for i in range(len(FIRMS))], "textfont": {"color": "#ffffff", "size": 11}}
    hover = {"customdata": words, "hovertemplate": "%{customdata}<extra></extra>", "meta": {"columns": ["customdata"]}}
    return own | {"marker": marker, "textposition": "middle center"} | hover


def scale_trace(_found: None, *, territory: str, layout: str) -> Figure:
    """Draw ten kilometres, where the map is one."""
    ten = frames()[territory].ten
    x = [-1.08, -1.08 + min(ten, 2.1)] if layout == "towns" else [None, None]
    line = {"color": style.color(5), "width": 4}
    own = {"type": "scatter", "mode": "lines", "name": _("10 km"), "x": x, "y": [-1.09, -1.09], "line": line}
    return own | {"hoverinfo": "skip", "meta": {"columns": []}}


def peers_figure(result: list[Local], **_values: Any) -> Figure:
    """One dot a département: how far apart its towns are, and what the plan saves."""
    from course_utils.concepts.industrial_symbiosis.places import largest

    names = [_name(code) for code in sorted(largest())]
    x = [float(np.log10(own.apart)) for own in result]
    data = []
    for pipes, symbol in ((0, "circle"), (1, "diamond"), (2, "square"), (3, "star")):
        shown = [min(own.pipes, 3) == pipes for own in result]
        marker = {"symbol": symbol, "size": 9, "color": style.color(pipes), "opacity": 0.8}
        kind = str(say(_("{n} heat pipes"), n=pipes)) if pipes < 3 else _("3 or more")
        data.append(
            {"type": "scatter", "mode": "markers", "name": kind, "marker": marker}
            | {"x": [v if s else None for v, s in zip(x, shown, strict=True)]}
            | {"y": [own.saved if s else None for own, s in zip(result, shown, strict=True)]}
            | {"text": [n if s else None for n, s in zip(names, shown, strict=True)]}
            | {"hovertemplate": "%{text}: %{y:.1f}<extra></extra>"}
            | {"meta": {"powers": ["x"], "columns": ["text", "x", "y"]}}
        )
    ticks = {"tickvals": [0, 1, 2, 3], "ticktext": ["1", "10", "100", "1,000"], "range": [-0.15, 2.5]}
    axes = {
        "xaxis": {"title": {"text": _("Mean km between two firms")}} | ticks,
        "yaxis": {"title": {"text": _("Saved (€ million a year)")}},
        "hovermode": "closest",
    }
    return {"data": data, "layout": axes}


def own_trace(found: Local, *, territory: str, **_values: Any) -> Figure:
    """Ring the reader's own."""
    marker = {"symbol": "circle-open", "size": 20, "color": style.color(3), "line": {"width": 3}}
    own = {"type": "scatter", "mode": "markers", "name": _("Your choice"), "marker": marker, "hoverinfo": "skip"}
    return own | {"x": [float(np.log10(found.apart))], "y": [found.saved], "meta": {"powers": ["x"]}}
