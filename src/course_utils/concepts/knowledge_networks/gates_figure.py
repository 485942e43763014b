"""The picture of four clusters and their gatekeepers, with what is known and what is still learnt."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.knowledge_networks import clusters
from course_utils.concepts.knowledge_networks.clusters import CLUSTERS, FAR, FIRMS, GATEKEEPERS, NAMES, Talk
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]

#: Centres of the four clusters, clockwise from the upper left, and the radius of each.
CENTRES = np.array([[-1.0, 1.0], [1.0, 1.0], [1.0, -1.0], [-1.0, -1.0]])
RADIUS = 0.62
#: Angle (degrees) at which the first firm of each cluster stands: towards the neighbour that it serves.
FIRST = (0.0, -135.0, 135.0, 0.0)
DASHES = ("solid", "dash", "dot", "dashdot")


def positions() -> np.ndarray:
    """Where each of the forty firms stands, shape (40, 2)."""
    angles = np.zeros(CLUSTERS * FIRMS)
    for cluster, first in enumerate(FIRST):
        turn = 1 if cluster == 3 else -1  # so that the second gate of A and of D looks at the other
        angles[cluster * FIRMS : (cluster + 1) * FIRMS] = first + turn * np.arange(FIRMS) * 360 / FIRMS
    around = np.radians(angles)
    return np.repeat(CENTRES, FIRMS, axis=0) + RADIUS * np.stack([np.cos(around), np.sin(around)], axis=1)


def network_figure(result: Talk, *, rule: str, **removed: bool) -> Figure:
    """Draw who is linked to whom, what each firm knows, and which gatekeepers are gone."""
    gone = frozenset(name for name, out in removed.items() if out)
    here, far = clusters.links(gone), 0
    far = sum(not {one, two} & gone for one, two in clusters.PIPELINES)
    data = [
        _links(here[: len(here) - far], len(clusters.links()), _("Link inside a cluster"), "solid", style.MUTED, 1.5),
        _links(here[len(here) - far :], len(clusters.PIPELINES), _("Pipeline"), "dash", style.color(1), 3),
        _firms(result),
        _gates(result, gone, _("Gatekeeper (click: take out)"), "diamond", False),
        _gates(result, gone, _("Taken out (click: put back)"), "x-open", True),
        _titles(result),
    ]
    blank = {"visible": False, "range": [-1.85, 1.85], "fixedrange": True}
    return {"data": data, "layout": {"xaxis": blank, "yaxis": blank, "hovermode": "closest"}}


def _links(pairs: np.ndarray, most: int, name: str, dash: str, colour: str, width: float) -> Figure:
    place, gap = positions(), [None] * (3 * (most - len(pairs)))
    ends = {axis: [v for pair in pairs for v in (*place[pair, at].tolist(), None)] for at, axis in enumerate("xy")}
    look = {"line": {"dash": dash, "color": colour, "width": width}, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines", "name": name} | look | {a: v + gap for a, v in ends.items()}


def _scale(size: int, symbol: str, shown: bool) -> Figure:
    bar = {"title": {"text": _("knows")}, "thickness": 10, "len": 0.6, "x": 1.0}
    scale = {"colorscale": style.SEQUENTIAL, "cmin": 0, "cmax": 10, "showscale": shown, "colorbar": bar}
    return {"symbol": symbol, "size": size, "line": {"width": 1.5, "color": style.MUTED}} | scale


def _firms(result: Talk) -> Figure:
    own = [i for i in range(CLUSTERS * FIRMS) if i not in GATEKEEPERS.values()]
    known = result.known[own]
    names = [_firm(i) for i in own]
    marker = _scale(13, "circle", True) | {"color": known}
    return (
        _dots(_("Firm"), own, marker)
        | {"text": names, "hovertemplate": "%{text}: %{marker.color:.1f}"}
        | {
            "customdata": known,
            "meta": {"columns": ["text", "customdata"]},
        }
    )


def _firm(number_: int) -> str:
    cluster, place = NAMES[number_ // FIRMS], str(number_ % FIRMS + 1)
    pattern = _("{cluster}{place} (expert)") if number_ % FIRMS == FAR else _("{cluster}{place}")
    return str(say(pattern, cluster=cluster, place=place))


def _gates(result: Talk, gone: frozenset[str], name: str, symbol: str, out: bool) -> Figure:
    own = list(GATEKEEPERS.values())
    shown = [(key in gone) == out for key in GATEKEEPERS]
    place = positions()[own]
    at = {
        axis: [float(v) if s else None for v, s in zip(place[:, i], shown, strict=True)] for i, axis in enumerate("xy")
    }
    look: Figure = {
        "symbol": symbol,
        "size": 17,
        "color": style.color(3),
        "line": {"width": 3, "color": style.color(3)},
    }
    if not out:
        look = _scale(19, symbol, False) | {"color": np.nan_to_num(result.known[own])}
        look["line"] = {"width": 2.5, "color": style.color(3)}
    text = [gate.upper() if s else None for gate, s in zip(GATEKEEPERS, shown, strict=True)]
    known = [float(result.known[i]) if s and not out else None for i, s in zip(own, shown, strict=True)]
    hover = {
        "hovertemplate": "%{text}<extra></extra>",
        "meta": {"columns": ["text", "customdata"], "sets": list(GATEKEEPERS)},
    }
    return (
        {"type": "scatter", "mode": "markers", "name": name, "marker": look}
        | at
        | {"text": text, "customdata": known}
        | hover
    )


def _dots(name: str, own: list[int], marker: Figure) -> Figure:
    place = positions()[own]
    return {"type": "scatter", "mode": "markers", "name": name, "x": place[:, 0], "y": place[:, 1], "marker": marker}


def _titles(result: Talk) -> Figure:
    words = [
        str(say(_("{name}: {known}"), name=n, known=number(k, 1))) for n, k in zip(NAMES, result.path[-1], strict=True)
    ]
    text = {"mode": "text", "text": words, "x": CENTRES[:, 0], "y": CENTRES[:, 1], "hoverinfo": "skip"}
    return {"type": "scatter", "name": _("Mean of a cluster")} | text | {"meta": {"columns": []}, "showlegend": False}


def path_figure(result: Talk, **_values: Any) -> Figure:
    """Draw mean knowledge of each cluster, round after round."""
    rounds = list(range(0, len(result.path), 2))
    data = [
        {"type": "scatter", "mode": "lines", "name": name, "x": rounds, "y": result.path[::2, at]}
        | {"line": {"color": style.color(at), "dash": DASHES[at], "width": 3}}
        for at, name in enumerate(NAMES)
    ]
    axes = {
        "xaxis": {"title": {"text": _("Round")}},
        "yaxis": {"title": {"text": _("Mean knowledge (0 to 10)")}, "range": [0, 10.2]},
    }
    return {"data": data, "layout": axes}


def buzz_figure(result: Talk, *, rule: str, **_values: Any) -> Figure:
    """Draw how many of the late meetings inside each cluster teach, beside those with all gatekeepers in place."""
    whole = clusters.talk(frozenset(), rule)
    data = [
        _bars(_("All gatekeepers in place"), 100 * whole.learnt, style.MUTED, "/"),
        _bars(_("Your network"), 100 * result.learnt, style.color(0), ""),
    ]
    top = 105 if rule == "gift" else 20
    axes = {
        "xaxis": {"title": {"text": _("Cluster")}},
        "yaxis": {"title": {"text": _("Meetings that teach (%)")}, "range": [0, top]},
        "barmode": "group",
    }
    return {"data": data, "layout": axes}


def _bars(name: str, values: np.ndarray, colour: str, pattern: str) -> Figure:
    marker = {"color": colour, "pattern": {"shape": pattern}}
    return {"type": "bar", "name": name, "x": list(NAMES), "y": values, "marker": marker}
