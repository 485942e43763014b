"""Pictures of groups: what is missing by size and recipe, and who is with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from course_utils.concepts.decentralisation import groups
from course_utils.concepts.decentralisation.groups import AREA, PLACES, RECIPES, SIZES, Losses
from course_utils.concepts.decentralisation.model import area_mean
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

LOOKS = {
    "neighbours": (style.color(0), "solid", "circle"),
    "alike": (style.color(2), "dash", "square"),
    "random": (style.color(3), "dot", "x"),
}
#: Top of the axis of tastes, above the most demanding place.
TOP = 3.9
BAND = "rgba(194,62,98,0.20)"


def recipes() -> dict[str, str]:
    """Name of each way to make groups."""
    return {"neighbours": _("neighbours"), "alike": _("places alike"), "random": _("places at random")}


def maps() -> dict[str, str]:
    """Name of each way tastes may lie on the map."""
    return {"mixed": _("mixed at random"), "leaning": _("somewhat alike"), "sorted": _("very much alike")}


def sizes_figure(found: Losses, **_values: Any) -> Figure:
    """Draw what is missing against the size of groups, with the middle 80 % of draws for random groups."""
    x = [str(size) for size in SIZES]
    edge = {"type": "scatter", "mode": "lines", "x": x, "line": {"width": 0}, "hoverinfo": "skip", "showlegend": False}
    data: list[Figure] = [
        edge | {"name": _("tenth of the draws below"), "y": found.low},
        edge | {"name": _("tenth of the draws above"), "y": found.high, "fill": "tonexty", "fillcolor": BAND},
    ]
    for row, recipe in enumerate(RECIPES):
        color, dash, symbol = LOOKS[recipe]
        look = {
            "line": {"color": color, "width": 3, "dash": dash},
            "marker": {"symbol": symbol, "size": 8, "color": color},
        }
        base = {"type": "scatter", "mode": "lines+markers", "name": recipes()[recipe], "x": x}
        data.append(base | {"y": found.mean[row]} | look)
    axes = {
        "xaxis": {"type": "category", "title": {"text": _("Places in a group")}},
        "yaxis": {"title": {"text": _("Missing to the best (%)")}, "rangemode": "tozero"},
    }
    return {"data": data, "layout": axes}


def size_mark(_result: None, *, size: str) -> Figure:
    """Mark the size chosen."""
    line = {"color": style.MUTED, "width": 2, "dash": "dashdot"}
    base = {"type": "scatter", "mode": "lines", "name": _("Your size"), "hoverinfo": "skip", "meta": {"columns": []}}
    return base | {"x": [size, size], "y": [0, 12], "line": line}


@dataclass(frozen=True, eq=False)
class Example:
    """One of the draws: tastes of the 48 places and the mean taste of the group of each."""

    theta: np.ndarray
    mean: np.ndarray


def example(map: str, spread: str, recipe: str, size: str) -> Example:
    """Return the first draw of a map and its groups."""
    random = np.random.default_rng(groups.SEED)
    z = groups.arrange(map, 1, random)
    order = groups.seats(recipe, z, random)[0]
    label = np.empty(PLACES, dtype=int)
    label[order] = np.arange(PLACES) // int(size)
    theta = 1 + float(spread) * z[0]
    return Example(theta, area_mean(theta, label))


def example_figure(found: Example, **_values: Any) -> Figure:
    """Draw each place's taste, and the mean taste of its group."""
    color = style.color(1)
    wish = {"symbol": "circle-open", "size": 9, "color": style.MUTED, "line": {"width": 2}}
    rule = {"symbol": "line-ew-open", "size": 10, "color": color, "line": {"width": 3, "color": color}}
    dots = {"type": "scatter", "mode": "markers", "x": list(range(1, PLACES + 1))}
    data = [
        dots | {"name": _("what the place wants"), "y": found.theta, "marker": wish},
        dots | {"name": _("mean of its group"), "y": found.mean, "marker": rule},
    ]
    axes = {
        "xaxis": {"title": {"text": _("Places along a road; walls part living areas")}, "range": [0, PLACES + 1]},
        "yaxis": {"title": {"text": _("Taste (mean = 1)")}, "range": [0, TOP]},
        "shapes": [_wall(edge + 0.5) for edge in range(AREA, PLACES, AREA)],
    }
    return {"data": data, "layout": axes}


def _wall(x: float) -> Figure:
    return {"type": "line", "x0": x, "x1": x, "y0": 0, "y1": TOP, "line": {"color": style.MUTED, "width": 1}}
