"""Rectangles whose areas are the four terms, and the plane in which the allocation term is one rectangle."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.globalisation.esteban import TERMS, Areas, Plane
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

#: Distance between rectangles, as a share of the jobs of the sector.
GAP = 0.15
LOOKS = {"national": (5, ""), "mix": (1, "/"), "homothetic": (0, ""), "allocation": (3, "x")}


def terms() -> dict[str, str]:
    """Name of each of the four terms."""
    return {
        "national": _("National"),
        "mix": _("Mix"),
        "homothetic": _("Local: homothetic"),
        "allocation": _("Local: allocation"),
    }


def short() -> list[str]:
    """Names of the seven sectors that fit beside a point."""
    return [_("Farms"), _("Industry"), _("Building"), _("Trade"), _("Business"), _("Public"), _("Other")]


def areas_figure(found: Areas, **_values: Any) -> Figure:
    """Draw the four terms side by side; the allocation term starts where the homothetic one ends."""
    step = found.jobs * (1 + GAP)
    starts = {"national": 0.0, "mix": step, "homothetic": 2 * step, "allocation": 2 * step + found.alike}
    data = [_rectangle(term, starts[term], found.widths[term], found.heights[term]) for term in TERMS]
    axes = {
        "xaxis": {"title": {"text": _("Jobs of 2008, side by side (thousand)")}, "rangemode": "tozero"},
        "yaxis": {"title": {"text": _("Difference of growth (points)")}, "zeroline": True, "zerolinewidth": 2},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def _rectangle(term: str, start: float, width: float, height: float) -> Figure:
    left, right, top = start / 1000, (start + width) / 1000, 100 * height
    colour, pattern = style.color(LOOKS[term][0]), LOOKS[term][1]
    area: Figure = {"type": "scatter", "mode": "lines", "name": terms()[term], "fill": "toself"}
    area |= {"x": [left, right, right, left, left], "y": [0.0, 0.0, top, top, 0.0], "hoverinfo": "name"}
    area |= {"fillcolor": faint(colour), "line": {"color": colour, "width": 2}}
    if pattern:
        area["fillpattern"] = {
            "shape": pattern,
            "fgcolor": colour,
            "bgcolor": faint(colour),
            "size": 8,
            "solidity": 0.3,
        }
    return area


def faint(colour: str) -> str:
    """Return a colour of the palette that lets what lies below shine through."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.35)"


def plane_figure(found: Plane, **_values: Any) -> Figure:
    """Draw the seven sectors: what there is more of, and what grows faster."""
    points = {
        "type": "scatter",
        "mode": "markers+text",
        "name": _("Sectors"),
        "x": found.extra / 1000,
        "y": found.faster,
        "text": short(),
        "textposition": ["top center" if y >= 0 else "bottom center" for y in found.faster],
        "cliponaxis": False,
        "marker": {"size": 9, "color": style.color(0)},
        "hovertemplate": "%{text}: %{x:.1f}, %{y:.1f}<extra></extra>",
        "meta": {"columns": ["text", "x", "y"]},
    }
    axes = {
        "xaxis": {"title": {"text": _("Jobs beyond an average one (thousand)")}, "zeroline": True, "zerolinewidth": 2},
        "yaxis": {"title": {"text": _("Growth beyond the sector's (points)")}, "zeroline": True, "zerolinewidth": 2},
        "legend": {"traceorder": "normal"},
        "annotations": [_corner(0.99, 0.99, "+"), _corner(0.01, 0.99, "−"),
                        _corner(0.99, 0.01, "−"), _corner(0.01, 0.01, "+")],
    }  # fmt: skip
    return {"data": [points], "layout": axes}


def _corner(x: float, y: float, text: str) -> Figure:
    anchors = {"xanchor": "right" if x > 0.5 else "left", "yanchor": "top" if y > 0.5 else "bottom"}
    return {
        "xref": "paper",
        "yref": "paper",
        "x": x,
        "y": y,
        "text": text,
        "showarrow": False,
        "font": {"size": 22},
    } | anchors


def corner(found: Areas, **_values: Any) -> Figure:
    """Draw the rectangle between the origin and the sector chosen: its allocation term."""
    across, up = found.widths["allocation"] / 1000, 100 * found.heights["allocation"]
    area: Figure = {"type": "scatter", "mode": "lines", "name": _("Allocation term of the sector")}
    area["fill"] = "toself"
    colour = style.color(3)
    area |= {"x": [0.0, across, across, 0.0, 0.0], "y": [0.0, 0.0, up, up, 0.0], "hoverinfo": "name"}
    pattern = {"shape": "x", "fgcolor": colour, "bgcolor": faint(colour), "size": 8, "solidity": 0.3}
    return area | {"fillcolor": faint(colour), "fillpattern": pattern, "line": {"color": colour, "width": 2}}
