"""Pictures of a throw: the map, what the measures say beside what darts give, and the K-density with its bands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from course_utils.concepts.spatial_concentration.chance import RADII, Darts, beyond
from course_utils.concepts.spatial_concentration.places import Array, board
from course_utils.concepts.spatial_concentration.plants import MOST, Throw
from course_utils.explorer import style
from course_utils.measures import Bands
from course_utils.words import _

Figure = dict[str, Any]

#: Most plants that are drawn to a town; what K-densities are printed in.
MOST_DRAWN, PER = 160, 1000.0
FEW = ["rgba(140,145,151,0.16)", "rgba(140,145,151,0.34)"]


@dataclass(frozen=True, eq=False)
class Seen:
    """A throw, and how large its plants are."""

    found: Throw
    jobs: Array


def names() -> dict[str, str]:
    """Names of the measures, in the order of `MEASURES`."""
    return {
        "gini": _("Gini, départements"),
        "gini_region": _("Gini, régions"),
        "gamma": _("γ, départements"),
        "gamma_region": _("γ, régions"),
        "gamma_ms": _("γ (M-S), départements"),
    }


def outlines() -> Figure:
    """Outlines of the départements, without any value."""
    codes = board().codes["departement"]
    clear = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
    look = {"colorscale": clear, "showscale": False, "hoverinfo": "skip", "showlegend": False, "meta": {"columns": []}}
    line = {"marker": {"line": {"width": 0.4, "color": style.MUTED}}}
    base = {"type": "choropleth", "name": _("Départements"), "geojson": "departements", "locations": codes}
    return base | {"z": [1.0] * len(codes)} | look | line


def map_figure(seen: Seen, **_values: Any) -> Figure:
    """Draw plants on the map, larger where they have more jobs."""
    drawn = np.arange(len(seen.jobs)) < seen.found.drawn
    data = [
        outlines(),
        _plants(_("Thrown like a dart"), seen, ~drawn, MOST, {"symbol": "circle", "color": style.color(0)}),
        _plants(_("Drawn to a town"), seen, drawn, MOST_DRAWN, {"symbol": "diamond", "color": style.color(1)}),
    ]
    legend = {"legend": {"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "itemsizing": "constant"}}
    return {"data": data, "layout": {"geo": style.france(), "margin": {"t": 34, "b": 0}} | legend}


def _plants(name: str, seen: Seen, which: Any, length: int, marker: dict[str, Any]) -> Figure:
    degrees = np.full((length, 2), np.nan)
    kept = np.flatnonzero(which[:length])
    degrees[kept] = seen.found.degrees[kept]
    size = np.full(length, 4.0)
    size[: min(len(seen.jobs), length)] = (4 + 36 * np.sqrt(seen.jobs))[:length]
    look = {"mode": "markers", "marker": marker | {"size": size.round(1), "opacity": 0.75, "line": {"width": 0}}}
    place = {"lon": degrees[:, 0], "lat": degrees[:, 1], "hovertemplate": "%{lat:.2f}, %{lon:.2f}<extra></extra>"}
    return {"type": "scattergeo", "name": name, "showlegend": True} | place | look


def measures_figure(found: tuple[Array, Darts], **_values: Any) -> Figure:
    """Draw five measures of this throw, each beside its range over darts."""
    own, darts = found
    rows = list(names().values())
    spans = np.column_stack([darts.low, darts.high, np.full(len(rows), np.nan)]).ravel()
    data = [
        _row(_("90 % of the throws of darts"), spans, [r for row in rows for r in (row, row, None)])
        | {"mode": "lines", "line": {"width": 9, "color": FEW[1]}},
        _row(_("Mean of the darts"), darts.mean, rows)
        | {"mode": "markers", "marker": {"symbol": "line-ns", "size": 13, "line": {"width": 2, "color": style.MUTED}}},
        _row(_("This throw"), own, rows)
        | {"mode": "markers", "marker": {"symbol": "diamond", "size": 11, "color": style.color(3)}},
    ]
    axes = {
        "xaxis": {"title": {"text": _("Gini, or γ (0 is chance)")}, "range": [-0.2, 0.52]},
        "yaxis": {"autorange": "reversed", "categoryorder": "array", "categoryarray": rows},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def _row(name: str, x: Any, y: list[Any]) -> Figure:
    return {"type": "scatter", "name": name, "x": x, "y": y, "hovertemplate": "%{x:.3f}", "connectgaps": False}


def bands_figure(found: Bands, **_values: Any) -> Figure:
    """Draw the bands of the darts: local, and global around it."""
    data = [
        _line(_("Global band, below"), found.global_[0]) | {"showlegend": False},
        _line(_("Global band of the darts"), found.global_[1]) | {"fill": "tonexty", "fillcolor": FEW[0]},
        _line(_("Local band, below"), found.local[0]) | {"showlegend": False},
        _line(_("Local band"), found.local[1]) | {"fill": "tonexty", "fillcolor": FEW[1]},
    ]
    return {"data": data, "layout": k_axes()}


def k_axes() -> Figure:
    """Axes of a K-density."""
    return {
        "xaxis": {"title": {"text": _("Distance between two plants (km)")}, "range": [0, 402]},
        "yaxis": {"title": {"text": _("Density (per 1,000 km)")}, "rangemode": "tozero"},
        "legend": {"traceorder": "normal"},
    }


def _line(name: str, values: Array) -> Figure:
    look = {"mode": "lines", "line": {"width": 1, "color": style.MUTED}}
    return {"type": "scatter", "name": name, "x": RADII, "y": PER * values, "hovertemplate": "%{y:.2f}"} | look


def curve_trace(found: Array, **_values: Any) -> Figure:
    """Draw the K-density of this throw."""
    return _line(_("This throw"), found) | {"line": {"width": 3, "color": style.color(3)}}


def beyond_trace(found: tuple[Array, Bands], **_values: Any) -> Figure:
    """Mark on the axis the distances at which the curve lies above the global band."""
    above = beyond(found[0], found[1].global_) > 0
    marker = {"symbol": "triangle-up", "size": 9, "color": style.color(1)}
    place = {"x": np.where(above, RADII, np.nan), "y": [0.0] * len(RADII), "meta": {"columns": ["x"]}}
    look = {"mode": "markers", "marker": marker, "hovertemplate": "%{x} km<extra></extra>", "cliponaxis": False}
    return {"type": "scatter", "name": _("Closer than darts")} | place | look
