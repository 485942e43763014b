"""Pictures of small worlds: two curves of Watts and Strogatz over that of knowledge, and the gaps between firms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from course_utils.concepts.knowledge_networks.curves import SHARES, Array, Diffusion, World
from course_utils.explorer import style
from course_utils.words import _, percent

Figure = dict[str, Any]

LOCAL, SHORT, KNOWN, READER = style.color(0), style.color(1), style.color(2), style.color(3)
STEPS = list(range(len(SHARES)))


@dataclass(frozen=True, eq=False)
class Screen:
    """One network's shape and what is learnt on it."""

    world: World
    diffusion: Diffusion


def screen_figure(result: Screen, **_values: Any) -> Figure:
    """Draw both curves of the small world above mean knowledge, over the same shares."""
    world, known = result.world, result.diffusion
    band = np.concatenate([known.mean - 2 * known.error, (known.mean + 2 * known.error)[::-1]])
    data = [
        _line(_("Clustering left"), world.clustering / world.clustering[0], LOCAL, "solid", "circle", 100),
        _line(_("Path length left"), world.path_length / world.path_length[0], SHORT, "dash", "square", 100),
        _band(band) | {"yaxis": "y2"},
        _line(_("Mean knowledge"), known.mean, KNOWN, "solid", "diamond", 1) | {"yaxis": "y2"},
    ]
    axes = {
        "xaxis": share_axis() | {"anchor": "y2"},
        "yaxis": {"title": {"text": _("% of the ring's")}, "range": [-4, 106], "domain": [0.55, 1.0]},
        "yaxis2": {"title": {"text": _("Knowledge (0 to 10)")}, "domain": [0.0, 0.45], "rangemode": "tozero"},
        "hovermode": "closest",
    }
    return {"data": data, "layout": axes}


def _line(name: str, values: Array, colour: str, dash: str, symbol: str, times: float) -> Figure:
    look = {"line": {"color": colour, "dash": dash, "width": 3}, "marker": {"symbol": symbol, "size": 8}}
    text = {"text": _shares(), "hovertemplate": "%{text}: %{y:.3g}", "meta": {"columns": ["text", "y"]}}
    return {"type": "scatter", "mode": "lines+markers", "name": name, "x": STEPS, "y": times * values} | look | text


def _band(edge: Array) -> Figure:
    look = {"fill": "toself", "fillcolor": "rgba(67,166,83,0.25)", "line": {"width": 0}, "hoverinfo": "skip"}
    around = {"x": STEPS + STEPS[::-1], "y": edge, "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines", "name": _("± 2 standard errors")} | around | look


def _shares() -> list[str]:
    return [str(percent(share)) for share in SHARES]


def share_axis() -> dict[str, Any]:
    """Axis of shares of pipelines: one step each, so that the left is seen."""
    ticks = {"tickvals": STEPS, "ticktext": [f"{100 * share:g}" for share in SHARES], "range": [-0.4, STEPS[-1] + 0.4]}
    return {"title": {"text": _("Share of pipelines (%; steps not to scale)")}, "zeroline": False} | ticks


def your_share(result: Screen, *, share: str, **_values: Any) -> Figure:
    """Ring the reader's share on the curve of knowledge."""
    at = place(share)
    return _ring([at], [float(result.diffusion.mean[at])], _("Your share")) | {"yaxis": "y2"}


def your_world(result: World, *, share: str, **_values: Any) -> Figure:
    """Ring the reader's share on both curves of the small world."""
    at = place(share)
    found = [float(100 * curve[at] / curve[0]) for curve in (result.clustering, result.path_length)]
    return _ring([at, at], found, _("Your share")) | {"showlegend": False}


def _ring(x: list[int], y: list[float], name: str) -> Figure:
    mark = {"symbol": "circle-open", "size": 18, "color": READER, "line": {"width": 3}}
    return {"type": "scatter", "mode": "markers", "name": name, "x": x, "y": y, "marker": mark, "hoverinfo": "skip"} | {
        "meta": {"columns": []}
    }


def place(share: str) -> int:
    """Where a key of the control lies in `SHARES`."""
    return [f"{own:g}" for own in SHARES].index(share)


def gap_figure(result: Diffusion, **_values: Any) -> Figure:
    """Draw absolute and relative gaps between firms, each in percent of its largest."""
    data = [
        _line(_("Absolute gaps"), result.gap / result.gap.max(), style.color(4), "solid", "circle", 100),
        _line(_("Relative gaps"), result.relative / result.relative.max(), SHORT, "dash", "square", 100),
    ]
    axes = {
        "xaxis": share_axis(),
        "yaxis": {"title": {"text": _("Gap (% of the widest)")}, "range": [0, 106]},
        "hovermode": "closest",
    }
    return {"data": data, "layout": axes}


def your_gap(result: Diffusion, *, share: str, **_values: Any) -> Figure:
    """Ring the reader's share on both curves of gaps."""
    at = place(share)
    found = [float(100 * curve[at] / curve.max()) for curve in (result.gap, result.relative)]
    return _ring([at, at], found, _("Your share"))
