"""The map of who would travel and who would move, and the strip of pôles by distance."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from functools import cache
from typing import Any

from course_utils.concepts.temporary_proximity.figure import COLOURS, PATTERNS, faint
from course_utils.concepts.temporary_proximity.model import MODES, move_limit, travel_limit
from course_utils.concepts.temporary_proximity.phases import terms_of
from course_utils.concepts.temporary_proximity.sentences import modes
from course_utils.concepts.temporary_proximity.towns import capitals, home, poles
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

#: The strip ends here, km: overseas towns lie beyond.
EDGE = 1200.0
#: South of it are the overseas départements, whose place on the map is not real.
SOUTH = 41.0
#: Pale, middle, dark: the three ways are told apart without their hue.
SHADES = ("#dfe3e8", "#6aa5d6", "#8a4a0f")
SCALE = [[end / 3, shade] for i, shade in enumerate(SHADES) for end in (i, i + 1)]


def map_figure(found: Mapping[str, str], **_values: Any) -> Figure:
    """Colour each département by the best way of a team from its largest commune."""
    trace = {
        "type": "choropleth",
        "name": _("Best way"),
        "geojson": "departements",
        "locations": list(found),
        "z": [MODES.index(mode) for mode in found.values()],
        "text": [capitals()[code].name for code in found],
        "hovertemplate": "%{text}<extra></extra>",
        "colorscale": SCALE,
        "zmin": -0.5,
        "zmax": 2.5,
        "colorbar": _key(),
        "marker": {"line": {"width": 0.5, "color": style.MUTED}},
    }
    return {"data": [trace], "layout": {"geo": style.france(), "margin": {"t": 0, "b": 50}}}


def _key() -> Figure:
    ticks = {"tickvals": [0, 1, 2], "ticktext": [modes()[mode] for mode in MODES]}
    return ticks | {"orientation": "h", "thickness": 12, "y": -0.05, "yanchor": "top"}


def line_trace(_found: float, *, territory: str, pole: str) -> Figure:
    """Join the reader's town and the pôle, where both have their real place on the map."""
    ends = [home(territory), poles()[pole].town]
    shown = [town if town.latitude > SOUTH else None for town in ends]
    look = {"line": {"color": style.color(3), "width": 2}, "marker": {"size": 12, "symbol": ["star", "diamond"]}}
    look["marker"]["color"] = style.color(3)
    places = {"lon": [t and t.longitude for t in shown], "lat": [t and t.latitude for t in shown]}
    trace = {"type": "scattergeo", "mode": "lines+markers", "name": _("You and the pôle"), "hoverinfo": "skip"}
    return trace | places | look


@cache
def themes() -> tuple[str, ...]:
    """Groups of themes that have a pôle with a home town, in order."""
    return tuple(sorted({pole.theme for pole in poles().values()}, reverse=True))


def strip_figure(_found: None, *, phase: str, rent: str) -> Figure:
    """Shade where teams would travel, move or stay remote."""
    terms = terms_of(phase)
    move, stop = move_limit(terms, float(rent)), travel_limit(terms)
    border = min(move, stop, EDGE)
    beyond = "permanent" if float(rent) < terms.worth else "remote"
    spans: dict[str, tuple[float, float] | None] = dict.fromkeys(MODES)
    spans["temporary"] = (0.0, border) if border > 0 else None
    spans[beyond] = (border, EDGE) if border < EDGE else None
    axes = {
        "xaxis": {"title": {"text": _("Km from your town")}, "range": [-20, EDGE]},
        "yaxis": {
            "tickvals": list(range(len(themes()))),
            "ticktext": [textwrap.fill(theme, 24).replace("\n", "<br>") for theme in themes()],
            "range": [-0.7, len(themes()) - 0.3],
        },
        "hovermode": "closest",
    }
    return {"data": [_span(mode, spans[mode]) for mode in MODES], "layout": axes}


def _span(mode: str, ends: tuple[float, float] | None) -> Figure:
    low, high = -0.7, len(themes()) - 0.3
    x: list[float | None] = [None] * 5 if ends is None else [ends[0], ends[1], ends[1], ends[0], ends[0]]
    y: list[float | None] = [None] * 5 if ends is None else [low, low, high, high, low]
    area: Figure = {"type": "scatter", "mode": "lines", "name": modes()[mode], "x": x, "y": y, "fill": "toself"}
    area |= {"fillcolor": faint(COLOURS[mode]), "line": {"color": COLOURS[mode], "width": 1}, "hoverinfo": "skip"}
    if PATTERNS[mode]:
        look = {"shape": PATTERNS[mode], "fgcolor": COLOURS[mode], "bgcolor": faint(COLOURS[mode]), "size": 9}
        area["fillpattern"] = look | {"solidity": 0.15}
    return area | {"meta": {"columns": []}}


def dots_trace(found: Mapping[str, float], *, territory: str) -> Figure:
    """One dot a pôle; those beyond the edge are left out."""
    rows = [themes().index(poles()[key].theme) for key in found]
    marker = {"size": 9, "color": style.color(3), "symbol": "diamond", "line": {"width": 1, "color": "#ffffff"}}
    trace = {"type": "scatter", "mode": "markers", "name": _("A pôle"), "marker": marker, "y": rows}
    names = [poles()[key].short for key in found]
    spot = {"x": [far if far <= EDGE else None for far in found.values()], "text": names}
    return trace | spot | {"hovertemplate": "%{text}, %{x:.0f} km<extra></extra>", "meta": {"columns": ["text", "x"]}}


def border_trace(_found: Any, *, territory: str, phase: str, rent: str) -> Figure:
    """Draw where travelling ends."""
    terms = terms_of(phase)
    at = min(move_limit(terms, float(rent)), travel_limit(terms))
    x = [at] * 2 if 0 < at <= EDGE else [None] * 2
    line = {"color": style.color(3), "width": 2, "dash": "dash"}
    trace = {"type": "scatter", "mode": "lines", "name": _("Travelling ends"), "x": x, "line": line}
    return trace | {"y": [-0.7, len(themes()) - 0.3], "hoverinfo": "skip", "meta": {"columns": ["x"]}}
