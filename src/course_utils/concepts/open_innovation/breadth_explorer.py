"""The explorer ``open_innovation.breadth``: how many partners to ask, and what a survey of such firms would see."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.open_innovation import sentences
from course_utils.concepts.open_innovation.breadth import (
    DIFFICULTY,
    LABS,
    MOST,
    Search,
    best_breadth,
    capacity,
    left,
    peaks,
)
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, style
from course_utils.measures import absorptive_capacity
from course_utils.words import _

Figure = dict[str, Any]

ALL = ("lab", "partners", "cost")
STEPS = [float(n) for n in range(MOST + 1)]
RESEARCH = [float(m) for m in np.linspace(0, 0.6, 61)]


def breadth_explorer() -> Explorer:
    """Return the explorer ``open_innovation.breadth``."""
    return Explorer(
        name="open_innovation.breadth",
        controls={
            "partners": Slider(_("Partners asked"), 0, MOST, 12, MOST + 1, decimals=0, play=True),
            "lab": Choice(_("Own laboratory"), sentences.labs(), "medium"),
            "cost": Slider(_("Cost of asking one partner"), 0.04, 0.24, 0.06, 21),
        },
        panels=[_hump(), _firms()],
        reading=Reading(_search, sentences.breadth_reading, ALL),
        title=_("How widely to search?"),
        caption=_(
            "Each partner has one idea; the firm uses the best, as far as it understands it. Unit: the worth of an"
            " average idea. The laboratories do 0, 0.1, 0.2 and 0.4 of research; a firm with 0.2 understands half."
        ),
        note=_("A stylised model: worths are spread exponentially, and every number was made up."),
    )


def _hump() -> Panel:
    return Panel(
        "hump",
        _priced,
        hump,
        ("lab", "cost"),
        title=_("What is left of the best idea"),
        alt=_(
            "What is left against the number of partners: a hump with a diamond at its top, flat or falling where there"
            " is no laboratory. A dotted line that only rises links the tops of all firms; a star marks yours."
        ),
        height=380,
        overlay=Overlay(_search, star, ALL),
    )


def _firms() -> Panel:
    return Panel(
        "firms",
        _cost,
        firms,
        ("cost",),
        title=_("Who should search widely?"),
        alt=_(
            "The best number of partners against own research: stairs that rise from nothing, with a mark at the"
            " chosen laboratory."
        ),
        height=300,
        overlay=Overlay(_priced, own, ("lab", "cost")),
    )


def hump(found: Search, **_values: Any) -> Figure:
    """Draw what is left against the number of partners, its top, and the tops of all firms."""
    y = [left(int(n), found.absorbed, found.cost) for n in STEPS]
    curve: Figure = {"type": "scatter", "mode": "lines+markers", "name": _("This firm"), "x": STEPS, "y": y}
    line: Figure = {"type": "scatter", "mode": "lines", "name": _("Tops of all firms"), "x": STEPS[1:]}
    data = [
        curve | {"line": {"color": style.color(0), "width": 3}, "marker": {"size": 6}, "hovertemplate": "%{y:.2f}"},
        line | {"y": peaks(found.cost), "line": {"color": style.MUTED, "dash": "dot", "width": 3}},
        _mark(_("Best number"), found.best, found.most, "diamond", style.color(1), 13),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Partners asked")}, "range": [-0.5, MOST + 0.5], "dtick": 4},
        "yaxis": {"title": {"text": _("Left, in average ideas")}, "range": [min(y) - 0.15, 2.6]},
    }
    return {"data": data, "layout": axes}


def star(found: Search, *, partners: float, **_values: Any) -> Figure:
    """Mark the number that the reader chose."""
    return _mark(_("Your number"), partners, found.left, "star", style.color(3), 16)


def firms(price: float, **_values: Any) -> Figure:
    """Draw the best number of partners against own research."""
    y = [float(best_breadth(float(absorptive_capacity(m, DIFFICULTY)), price)) for m in RESEARCH]
    stairs: Figure = {"type": "scatter", "mode": "lines", "name": _("Best number"), "x": RESEARCH, "y": y}
    axes = {
        "xaxis": {"title": {"text": _("Own research M")}, "range": [-0.01, 0.61]},
        "yaxis": {"title": {"text": _("Partners to ask")}, "range": [-0.5, MOST + 1]},
    }
    return {"data": [stairs | {"line": {"color": style.color(1), "shape": "hv", "width": 3}}], "layout": axes}


def own(found: Search, *, lab: str, **_values: Any) -> Figure:
    """Mark the chosen laboratory on the stairs."""
    return _mark(_("Your laboratory"), LABS[lab], found.best, "diamond", style.color(0), 13)


def _mark(name: str, x: float, y: float, symbol: str, colour: str, size: int) -> Figure:
    marker = {"symbol": symbol, "color": colour, "size": size, "line": {"width": 1, "color": "#ffffff"}}
    mark: Figure = {"type": "scatter", "mode": "markers", "name": name, "x": [float(x)], "y": [float(y)]}
    return mark | {"marker": marker, "cliponaxis": False, "hovertemplate": "%{y:.2f}<extra></extra>"}


def _priced(lab: str, cost: float) -> Search:
    return Search(0, cost, capacity(lab))


def _search(lab: str, partners: float, cost: float) -> Search:
    return Search(int(partners), cost, capacity(lab))


def _cost(cost: float) -> float:
    return cost
