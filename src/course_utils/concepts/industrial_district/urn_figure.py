"""Pictures of the urn: twenty histories, the law of a share, and what beta does to the winner."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.industrial_district import model, urn
from course_utils.concepts.industrial_district.bounds_figure import faint
from course_utils.concepts.industrial_district.urn import Urn
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

BINS = 20


def paths_figure(found: Urn, **_values: Any) -> Figure:
    """Draw the share of the first place in the first twenty histories; all in one trace, with gaps."""
    x = np.log10(urn.MOMENTS).tolist()
    shares = 100 * found.first[:, : urn.DRAWN]
    across, up = [], []
    for run in range(urn.DRAWN):
        across += [*x, None]
        up += [*shares[:, run].tolist(), None]
    line = {"color": style.color(0), "width": 1.5}
    trace = {"type": "scatter", "mode": "lines", "name": _("Twenty histories"), "x": across, "y": up, "line": line}
    ticks = {"tickvals": [0, 1, 2, 3], "ticktext": ["1", "10", "100", "1,000"]}
    axes = {
        "xaxis": {"title": {"text": _("Firms that have come (logarithmic scale)")}} | ticks,
        "yaxis": {"title": {"text": _("Share of place A (%)")}, "range": [-2, 102]},
    }
    return {"data": [trace | {"meta": {"powers": ["x"]}, "hoverinfo": "skip"}], "layout": axes}


def law_figure(found: Urn, *, places: str, **_values: Any) -> Figure:
    """Draw where the share of the first place ends, and where it would in Pólya's urn."""
    counts, edges = np.histogram(found.first[-1], bins=BINS, range=(0, 1 + 1e-9))
    shares = counts / counts.sum()
    middle = (100 * (edges[:-1] + edges[1:]) / 2).tolist()
    width = [100 * model.margin(float(share), counts.sum()) for share in shares]
    limit = (100 * urn.polya(np.minimum(edges, 1), int(places))).tolist()
    data = [_bars(middle, (100 * shares).tolist(), width), _limit(middle, limit)]
    axes = {
        "xaxis": {"title": {"text": _("Share of place A after 1,000 firms (%)")}, "range": [-1, 101]},
        "yaxis": {"title": {"text": _("Share of histories (%)")}, "rangemode": "tozero"},
        "bargap": 0.05,
    }
    return {"data": data, "layout": axes}


def _bars(x: list[float], y: list[float], width: list[float]) -> Figure:
    return {
        "type": "bar",
        "name": _("1,000 histories, with 95 % intervals"),
        "x": x,
        "y": y,
        "marker": {"color": style.color(0)},
        "error_y": {"type": "data", "array": width, "color": style.MUTED, "thickness": 1.5, "width": 3},
        "hovertemplate": "%{y:.1f} %",
    }


def _limit(x: list[float], y: list[float]) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": _("Pólya's urn (beta = 1), in the long run"),
        "x": x,
        "y": y,
        "line": {"color": style.color(1), "width": 2, "dash": "dot"},
        "marker": {"color": style.color(1), "symbol": "diamond", "size": 6},
        "hovertemplate": "%{y:.1f} %",
    }


def betas_figure(found: dict[float, Urn], **_values: Any) -> Figure:
    """Draw the winner's share against beta, mean and the middle eighty percent."""
    betas = list(found)
    mean, low, high = ([100 * v for v in column] for column in zip(*(f.band() for f in found.values()), strict=True))
    edge = {"type": "scatter", "mode": "lines", "x": betas, "line": {"width": 0}, "hoverinfo": "skip"}
    locked = [100 * float((f.winner > 0.95).mean()) for f in found.values()]
    data = [
        edge | {"name": _("One in ten below"), "y": low, "showlegend": False},
        edge | {"name": _("Eight in ten histories"), "y": high, "fill": "tonexty", "fillcolor": faint(0)},
        _line(_("Share of the largest place, mean"), betas, mean, 0, "solid"),
        _line(_("Histories where it has over 95 %"), betas, locked, 1, "dash"),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Beta")}, "range": [-0.05, 2.05]},
        "yaxis": {"title": {"text": _("Percent, after 1,000 firms")}, "range": [0, 104]},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def _line(name: str, x: list[float], y: list[float], colour: int, dash: str) -> Figure:
    line = {"color": style.color(colour), "width": 3, "dash": dash}
    shown = {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "line": line}
    return shown | {"hovertemplate": "%{y:.0f} %"}


def beta_trace(found: float, **_values: Any) -> Figure:
    """Mark the beta chosen on the axis."""
    marker = {"size": 14, "symbol": "triangle-up", "color": style.color(3)}
    mark = {"x": [found], "y": [2], "marker": marker, "meta": {"columns": ["x"]}, "hoverinfo": "skip"}
    return {"type": "scatter", "mode": "markers", "name": _("Your beta")} | mark
