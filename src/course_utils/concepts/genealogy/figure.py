"""Pictures of the timeline: every event in its lane, the concept that is followed, and how many came when."""

from __future__ import annotations

import textwrap
from typing import Any

from course_utils.concepts.genealogy import layout
from course_utils.concepts.genealogy.events import ERAS, LANES, Event, events
from course_utils.concepts.genealogy.wording import chapter_names, eras, kinds, lanes, scales
from course_utils.explorer import style
from course_utils.words import _, say

Figure = dict[str, Any]
#: An era has a colour and a shape: neither is alone in telling it.
SHAPES = ("circle", "square", "diamond", "triangle-up", "cross")
HATCHES = ("", "/", "x", "-", ".")
SPAN = 5
PERIODS = tuple(range(1945, 2025, SPAN))
#: Keeps a name off its dot.
GAP = "\u00a0\u00a0"
TEXT_ONLY = {"columns": ["text"]}
NOTHING: dict[str, list[str]] = {"columns": []}


def window(first: str, last: str) -> tuple[int, int]:
    """Years that the timeline shows: the two chosen in order, five years apart at least.

    Examples
    --------
    >>> window("1990", "1960"), window("1990", "1990")
    ((1960, 1990), (1990, 1995))
    """
    low, high = sorted((int(first), int(last)))
    return low, max(high, low + SPAN)


def described(event: Event) -> str:
    """One line that says what an event is, and which chapter treats it."""
    chapter = chapter_names().get(event.chapter, _("no chapter"))
    line = _("{date}: {name} ({kind}, {scale}; chapter: {chapter})")
    what = {"kind": kinds()[event.kind], "scale": scales()[event.scale], "chapter": chapter}
    return say(line, date=event.date, name=event.name, **what)


def hover(event: Event) -> str:
    """The same in short lines, for a phone."""
    return "<br>".join(textwrap.wrap(described(event), 44))


def lanes_figure(result: tuple[int, int], **_values: Any) -> Figure:
    """All events as small grey rings, with as many names as there is room for, between two years."""
    first, last = result
    rings = {"symbol": "circle-open", "size": 6, "color": style.MUTED}
    everything: Figure = {
        "type": "scatter",
        "mode": "markers",
        "name": _("Filtered out"),
        "marker": rings,
        "meta": NOTHING,
    }
    everything |= {"x": [e.year for e in events()], "y": list(layout.heights())}
    everything |= {"hovertext": [hover(e) for e in events()], "hovertemplate": "%{hovertext}<extra></extra>"}
    titles = [name.replace(" ", "<br>") for name in lanes().values()]
    middles = [-0.5 - n for n in range(len(LANES))]
    axes = {
        "xaxis": {"title": {"text": _("Year")}, "range": [first, last], "tickformat": "d", "nticks": 8},
        "yaxis": {"tickvals": middles, "ticktext": titles, "range": [-len(LANES), 0.04], "showgrid": False},
        "shapes": [_rule(-n) for n in range(1, len(LANES))],
        "hovermode": "closest",
    }
    return {"data": [everything, _names(first, last)], "layout": axes}


def _rule(height: int) -> Figure:
    line = {"width": 1, "color": style.MUTED, "dash": "dot"}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": height, "y1": height, "line": line}


def _names(first: int, last: int) -> Figure:
    chosen = layout.names(first, last)
    gap: list[Any] = [None] * (layout.NAMES - len(chosen))
    place = {
        "x": [events()[n.event].year for n in chosen] + gap,
        "y": [layout.heights()[n.event] for n in chosen] + gap,
    }
    sides = ["middle right" if n.right else "middle left" for n in chosen] + ["middle right"] * len(gap)
    text = {
        "text": [f"{GAP}{n.text}{GAP}" for n in chosen] + [""] * len(gap),
        "textposition": sides,
        "textfont": {"size": 10},
    }
    still = {"hoverinfo": "skip", "showlegend": False, "meta": NOTHING}
    return {"type": "scatter", "mode": "text", "name": _("Names"), **place, **text, **still}


def era_trace(result: tuple[Event, ...], era: str) -> Figure:
    """Draw the events of an era that the reader keeps, in its colour and shape."""
    number = ERAS.index(era)
    own = [i for i, e in enumerate(events()) if e.era == era]
    shown = [i if events()[i] in result else None for i in own]
    marker = {"symbol": SHAPES[number], "size": 9, "color": style.color(number), "line": {"width": 0}}
    dots = {"type": "scatter", "mode": "markers", "name": eras()[era], "marker": marker, "meta": TEXT_ONLY}
    place = {"x": [events()[i].year for i in own]} | {"y": [None if i is None else layout.heights()[i] for i in shown]}
    texts: Figure = {"text": [None if i is None else described(events()[i]) for i in shown]}
    texts |= {"hovertext": [hover(events()[i]) for i in own], "hovertemplate": "%{hovertext}<extra></extra>"}
    return dots | place | texts


def concept_trace(result: tuple[Event, ...], length: int) -> Figure:
    """Ring the events of one concept, and join them in the order in which they came."""
    index = {e: i for i, e in enumerate(events())}
    gap: list[Any] = [None] * (length - len(result))
    place = {"x": [e.year for e in result] + gap, "y": [layout.heights()[index[e]] for e in result] + gap}
    ring = {"symbol": "circle-open", "size": 17, "color": style.color(3), "line": {"width": 2}}
    line = {"width": 1.5, "color": style.color(3), "dash": "dot"}
    texts = {"text": [described(e) for e in result] + gap, "meta": TEXT_ONLY, "hoverinfo": "skip"}
    look = {"mode": "lines+markers", "name": _("Concept followed"), "marker": ring, "line": line}
    return {"type": "scatter", **place, **texts, **look}


def waves_figure(result: tuple[Event, ...], **_values: Any) -> Figure:
    """How many of the events that are kept came in each five years, by era."""
    periods = [f"{year}–{str(year + SPAN - 1)[2:]}" for year in PERIODS]
    data = []
    for number, era in enumerate(ERAS):
        counts = [sum(e.era == era and year <= e.start.year < year + SPAN for e in result) for year in PERIODS]
        marker = {"color": style.color(number), "pattern": {"shape": HATCHES[number], "fillmode": "overlay"}}
        data.append({"type": "bar", "name": eras()[era], "x": periods, "y": counts, "marker": marker})
    axes = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("Years")}, "type": "category", "tickangle": -90, "tickfont": {"size": 10}},
        "yaxis": {"title": {"text": _("Items")}, "rangemode": "tozero"},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}
