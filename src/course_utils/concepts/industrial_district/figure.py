"""Pictures of a history and of many: a map of places, shares through time, how the winner fares."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.industrial_district import model
from course_utils.concepts.industrial_district.model import Array, Ends
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]

NAMES = "ABCDEF"
#: Where the places stand on the drawn map; distances mean nothing in the model.
SITES = ((2.6, 3.4), (7.6, 4.6), (6.2, 1.3), (0.9, 0.9), (4.6, 5.2), (9.1, 2.4))
RIVER = ((0.0, 5.0), (1.2, 4.5), (2.6, 3.4), (3.6, 2.9), (4.4, 1.6), (4.8, 0.0))
#: Diameter of a bubble in pixels: this times the root of its firms.
DIAMETER = 4.8
MOST = 6
#: Labels stand this high above a bubble, in units of the map, of which one is so many pixels.
ABOVE, PIXELS = 0.28, 48
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
SYMBOLS = ("star", "square", "diamond", "triangle-up", "cross", "x")
#: Arrivals at which the lines of shares are drawn.
DRAWN = np.unique(np.rint(np.geomspace(1, model.FIRMS, 36)).astype(int))
BINS = 10
#: Bounds along which many histories are drawn, and where the axis shows that there is none.
BOUNDS = tuple(round(0.1 * step, 1) for step in range(21))
NONE_AT = 2.2


@dataclass(frozen=True, eq=False)
class Moment:
    """A history stopped at some arrival.

    Parameters
    ----------
    counts : ndarray of int, firms + 1 x places
        Firms by place after each arrival.
    come : int
        Firms that have come.
    """

    counts: NDArray[np.int32]
    come: int

    @property
    def now(self) -> NDArray[np.int32]:
        """Firms by place at this moment."""
        now: NDArray[np.int32] = self.counts[self.come]
        return now

    @property
    def places(self) -> int:
        """How many places there are."""
        return self.counts.shape[1]


def name_of(place: int) -> str:
    """Name of a place by its number."""
    return NAMES[place]


def map_figure(found: Moment, **_values: Any) -> Figure:
    """Draw places as bubbles, one trace each, and rings for what geography alone would have given."""
    alone = model.geography(found.places) * found.come
    bubbles = [_bubble(i, found) for i in range(MOST)]
    data = [_river(), *bubbles, _rings(alone), *(_label(i, found, alone) for i in range(MOST))]
    hidden = {"visible": False, "fixedrange": True}
    layout = {
        "xaxis": hidden | {"range": [-0.4, 10.4]},
        "yaxis": hidden | {"range": [-0.5, 7.0]},
        "hovermode": "closest",
        "legend": {"itemsizing": "constant"},
    }
    return {"data": data, "layout": layout}


def _river() -> Figure:
    x, y = zip(*RIVER, strict=True)
    line = {"color": style.color(0), "width": 5, "shape": "spline"}
    look = {"mode": "lines", "opacity": 0.35, "line": line, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "name": _("River: A is the best site"), "x": list(x), "y": list(y)} | look


def _bubble(place: int, found: Moment) -> Figure:
    there = place < found.places
    count = int(found.now[place]) if there else 0
    x, y = SITES[place]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name_of(place),
        "x": [x if there else None],
        "y": [y if there else None],
        "marker": {"size": [_size(count)], "color": style.color(place), "opacity": 0.75, "line": {"width": 0}},
        "showlegend": False,
        "meta": {"columns": []},
        "hoverinfo": "skip",
    }


def _label(place: int, found: Moment, alone: Array) -> Figure:
    there = place < found.places
    count = int(found.now[place]) if there else 0
    x, y = SITES[place]
    high = y + ABOVE + _size(max(count, alone[place])) / 2 / PIXELS if there else None
    return {
        "type": "scatter",
        "mode": "text",
        "name": name_of(place),
        "x": [x if there else None],
        "y": [high],
        "text": [say(_("{name}: {n}"), name=name_of(place), n=number(count)) if there else None],
        "showlegend": False,
        "meta": {"columns": ["text"]},
        "hoverinfo": "skip",
    }


def _size(firms: float) -> float:
    return max(2.0, DIAMETER * math.sqrt(firms))


def _rings(alone: Array) -> Figure:
    pad: list[float | None] = [None] * (MOST - len(alone))
    sites = SITES[: len(alone)]
    line = {"width": 2, "color": style.MUTED}
    marker = {"size": [*map(_size, alone), *([2.0] * len(pad))], "symbol": "circle-open", "line": line}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _("Ring: by tastes and site alone"),
        "x": [*(x for x, _y in sites), *pad],
        "y": [*(y for _x, y in sites), *pad],
        "marker": marker | {"color": style.MUTED},
        "hoverinfo": "skip",
        "meta": {"columns": []},
    }


def paths_figure(counts: NDArray[np.int32], **_values: Any) -> Figure:
    """Draw the share of each place as firms arrive, along a logarithmic axis of arrivals."""
    places = counts.shape[1]
    x = np.log10(DRAWN).tolist()
    data = []
    for place in range(MOST):
        there = place < places
        share = (100 * counts[DRAWN, place] / DRAWN).tolist() if there else [None] * len(DRAWN)
        line = {"color": style.color(place), "width": 3 if place == 0 else 2, "dash": DASHES[place]}
        trace = {"type": "scatter", "mode": "lines", "name": name_of(place), "x": x, "y": share, "line": line}
        data.append(trace | {"meta": {"powers": ["x"]}, "hovertemplate": "%{y:.0f} %"})
    ticks = {"tickvals": [0, 1, 2, math.log10(400)], "ticktext": ["1", "10", "100", "400"], "range": [0, 2.65]}
    axes = {
        "xaxis": {"title": {"text": _("Firms that have come (logarithmic scale)")}} | ticks,
        "yaxis": {"title": {"text": _("Share of firms (%)")}, "range": [0, 103]},
    }
    return {"data": data, "layout": axes}


def moment_trace(come: int, **_values: Any) -> Figure:
    """Mark the moment of the map on the lines of shares."""
    x = math.log10(max(come, 1))
    line = {"width": 2, "dash": "dot", "color": style.MUTED}
    marked = {"x": [x, x], "y": [0, 100], "line": line, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines", "name": _("The map's moment")} | marked


def winners_figure(found: Ends, **_values: Any) -> Figure:
    """Draw how many of all histories end with the largest place at so much."""
    counts, edges = np.histogram(found.winner, bins=BINS, range=(0, 1 + 1e-9))
    shares = counts / counts.sum()
    names = [f"{100 * a:.0f}-{100 * b:.0f}" for a, b in itertools.pairwise(edges)]
    width = [100 * model.margin(float(share), len(found.winner)) for share in shares]
    bars = {
        "type": "bar",
        "name": _("Histories, with a 95 % interval"),
        "x": names,
        "y": (100 * shares).tolist(),
        "marker": {"color": style.color(0)},
        "error_y": {"type": "data", "array": width, "color": style.MUTED, "thickness": 2, "width": 4},
        "hovertemplate": "%{y:.1f} %",
    }
    axes = {
        "xaxis": {"title": {"text": _("Final share of the largest place (%)")}, "type": "category"},
        "yaxis": {"title": {"text": _("Share of 1,000 histories (%)")}, "range": [0, 105]},
        "showlegend": True,
    }
    return {"data": [bars], "layout": axes}
