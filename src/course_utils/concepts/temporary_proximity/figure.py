"""The phase diagram, the three ways against distance, and the five phases of a project."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.temporary_proximity.model import (
    MODES,
    Decision,
    Terms,
    rent_limit,
    travel_limit,
    travelling,
)
from course_utils.concepts.temporary_proximity.phases import PHASES, Project, phase_names
from course_utils.concepts.temporary_proximity.sentences import modes
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]
Line = tuple[list[float], list[float]]

FAR, DEAR = 1500.0, 18.0
POINTS = 41
COLOURS = dict(zip(MODES, (style.MUTED, style.color(0), style.color(1)), strict=True))
PATTERNS = {"remote": ".", "temporary": "", "permanent": "/"}
SYMBOLS = {"remote": "x", "temporary": "circle", "permanent": "square"}


def curve(terms: Terms, points: int = POINTS) -> Line:
    """Distance and R*(d), from next door to where the last trip pays, or to the edge of the picture."""
    end = min(travel_limit(terms), FAR)
    x = [float(end * share**2) for share in np.linspace(0.0, 1.0, points)]  # the curve bends next door
    return x, [rent_limit(terms, d) for d in x]


def zones(terms: Terms, points: int = POINTS) -> dict[str, Line | None]:
    """Corners of the three zones of the phase diagram; None for one that is not in the picture."""
    x, y = curve(terms, points)
    stop, worth = x[-1], terms.worth
    return {
        "remote": ([stop, stop, FAR, FAR], [worth, DEAR, DEAR, worth]) if stop < FAR else None,
        "temporary": ([*x, stop, 0.0], [*y, DEAR, DEAR]) if stop > 0 else None,
        "permanent": ([*x, FAR, FAR, 0.0], [*y, rent_limit(terms, FAR), 0.0, 0.0]),
    }


def diagram(terms: Terms, points: int = POINTS) -> Figure:
    """Draw the three zones over distance and rent."""
    sizes = {"remote": 5, "temporary": points + 3, "permanent": points + 4}
    found = zones(terms, points)
    data = [_zone(mode, found[mode], sizes[mode]) for mode in MODES]
    axes = {
        "xaxis": {"title": {"text": _("Distance between the teams, km")}, "range": [0, FAR]},
        "yaxis": {"title": {"text": _("Rent of a shared place, thousand € a period")}, "range": [0, DEAR]},
    }
    return {"data": data, "layout": axes}


def _zone(mode: str, corners: Line | None, size: int) -> Figure:
    x, y = ([None] * size, [None] * size) if corners is None else ([*line, line[0]] for line in corners)
    colour = COLOURS[mode]
    area: Figure = {"type": "scatter", "mode": "lines", "name": modes()[mode], "x": x, "y": y, "fill": "toself"}
    area |= {"fillcolor": faint(colour), "line": {"color": colour, "width": 1.5}, "hoverinfo": "name"}
    if PATTERNS[mode]:
        look = {"shape": PATTERNS[mode], "fgcolor": colour, "bgcolor": faint(colour), "size": 9, "solidity": 0.15}
        area["fillpattern"] = look
    return area


def faint(colour: str) -> str:
    """Return a colour of the palette that lets what lies below shine through."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.3)"


def here(_result: None, *, distance: float, rent: str) -> Figure:
    """Mark the reader's two teams on the phase diagram."""
    marker = {"symbol": "star", "size": 16, "color": style.color(3), "line": {"width": 1, "color": "#ffffff"}}
    mark = {"type": "scatter", "mode": "markers", "name": _("Your two teams"), "x": [distance], "y": [float(rent)]}
    return mark | {"marker": marker, "hovertemplate": "%{x:.0f} km, %{y}<extra></extra>", "cliponaxis": False}


def ways(terms: Terms, **values: Any) -> Figure:
    """Draw what each way leaves against distance: rent does not know distance, trips do."""
    x = [float(d) for d in np.linspace(0.0, FAR, POINTS)]
    worth = {
        "remote": [0.0] * POINTS,
        "temporary": [travelling(terms, d) for d in x],
        "permanent": [terms.worth - float(values["rent"])] * POINTS,
    }
    dashes = {"remote": "dot", "temporary": "solid", "permanent": "dash"}
    data = [
        {"type": "scatter", "mode": "lines", "name": modes()[mode], "x": x, "y": worth[mode]}
        | {"line": {"color": COLOURS[mode], "dash": dashes[mode], "width": 3}, "hovertemplate": "%{y:.1f}"}
        for mode in MODES
    ]
    axes = {
        "xaxis": {"title": {"text": _("Distance between the teams, km")}, "range": [0, FAR]},
        "yaxis": {"title": {"text": _("What is left, thousand € a period")}},
    }
    return {"data": data, "layout": axes}


def best_here(found: Decision, *, distance: float, **_values: Any) -> Figure:
    """Mark the best way at the reader's distance."""
    marker = {"symbol": "star", "size": 15, "color": style.color(3), "line": {"width": 1, "color": "#ffffff"}}
    mark = {"type": "scatter", "mode": "markers", "name": _("Best for your teams"), "x": [distance], "y": [found.best]}
    return mark | {"marker": marker, "hovertemplate": "%{y:.1f}<extra></extra>"}


def phases(found: Project, **_values: Any) -> Figure:
    """Draw what each way leaves in each phase; the best one is a filled mark."""
    names = list(phase_names().values())
    data = []
    for mode in MODES:
        left = [_left(found.decisions[phase], mode) for phase in PHASES]
        marker: Figure = {"color": faint(COLOURS[mode]), "line": {"color": COLOURS[mode], "width": 1}}
        marker["pattern"] = {"shape": PATTERNS[mode], "fgcolor": COLOURS[mode], "solidity": 0.2}
        bar: Figure = {"type": "bar", "name": modes()[mode], "x": names, "y": left, "marker": marker}
        data.append(bar | {"hovertemplate": "%{y:.1f}"})
    ticks = {
        "tickvals": list(range(len(names))),
        "ticktext": [name.replace(" ", "<br>").replace("proto", "proto-<br>") for name in names],
    }
    axes = {
        "barmode": "group",
        "xaxis": {"title": {"text": _("Phase of the project")}, "tickangle": 0} | ticks,
        "yaxis": {"title": {"text": _("What is left, thousand €")}},
    }
    return {"data": [*data, _best(found, names)], "layout": axes}


def _left(found: Decision, mode: str) -> float:
    return {"remote": 0.0, "temporary": found.temporary, "permanent": found.permanent}[mode]


def _best(found: Project, names: list[str]) -> Figure:
    marks = {"symbol": [SYMBOLS[found.decisions[phase].mode] for phase in PHASES], "size": 11, "color": style.color(2)}
    best = {"type": "scatter", "mode": "markers", "name": _("Best way of the phase"), "x": names}
    heights = [found.decisions[phase].best for phase in PHASES]
    return best | {"y": heights, "marker": marks, "hovertemplate": "%{y:.1f}<extra></extra>"}


def current(found: Project, *, phase: str, **_values: Any) -> Figure:
    """Ring the phase in which the project is."""
    ring = {"symbol": "circle-open", "size": 24, "color": style.color(3), "line": {"width": 3}}
    mark = {"type": "scatter", "mode": "markers", "name": _("You are in this phase"), "x": [phase_names()[phase]]}
    return mark | {"y": [found.decisions[phase].best], "marker": ring, "hoverinfo": "skip"}
