"""Pictures of competences: who holds what from year to year, and how many each level holds."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.decentralisation.competences import ALL, FIRST, LAST, LEVELS, Competence, histories
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

#: Colour, symbol at the start, and hatching of each level: never the colour alone.
LOOKS = {
    "state": (style.color(1), "square", "/"),
    "region": (style.color(0), "circle", ""),
    "departement": (style.color(4), "diamond", "x"),
    "group": (style.color(2), "triangle-up", "."),
    "commune": (style.color(3), "star", "-"),
    "several": (style.color(5), "cross", "|"),
}


def levels() -> dict[str, str]:
    """Name of each level."""
    return {
        "state": _("State"),
        "region": _("région"),
        "departement": _("département"),
        "group": _("group of communes"),
        "commune": _("commune"),
        "several": _("several, or none"),
    }


def domains() -> dict[str, str]:
    """Name of each field."""
    return {
        ALL: _("all"),
        "economy": _("economy"),
        "schools": _("schools and training"),
        "social": _("social"),
        "transport": _("transport"),
        "planning": _("planning"),
        "environment": _("water and waste"),
        "institutions": _("institutions"),
    }


def kept(domain: str) -> list[Competence]:
    """Return the competences of a field."""
    return [own for own in histories() if domain in (ALL, own.domain)]


def spells_figure(found: list[Competence], domain: str) -> Figure:
    """Draw one line a competence, in the colour of the level that mainly decides."""
    data = [_level(found, level, firm) for level in LEVELS for firm in (True, False)]
    names = [own.name for own in reversed(histories())]
    axes = {
        "xaxis": {
            "title": {"text": _("Year")},
            "range": [FIRST - 1, LAST + 2],
            "dtick": 20,
            "tick0": 1980,
            "tickformat": "d",
        },
        "yaxis": {"type": "category", "categoryorder": "array", "categoryarray": names, "tickfont": {"size": 11}}
        | {"range": [-0.7, len(names) - 0.3]},
        "hovermode": "closest",
        "legend": {"font": {"size": 11}},
    }
    return {"data": data, "layout": axes}


def _level(found: list[Competence], level: str, firm: bool) -> Figure:
    """All spells of a level: solid where it decides, thin where it shares or may decline."""
    x: list[Any] = []
    y: list[Any] = []
    for own in histories():
        for spell in own.spells:
            if spell.level == level and spell.firm == firm:
                shown = own in found
                x += [round(spell.start, 2), round(spell.end - 0.35, 2), None] if shown else [None] * 3
                y += [own.name] * 2 + [None] if shown else [None] * 3
    color, symbol, _hatch = LOOKS[level]
    name = levels()[level] if firm else _("{level}, shared or optional").format(level=levels()[level])
    marker = {"symbol": symbol if firm else f"{symbol}-open", "size": 9, "color": color}
    line = {"color": color, "width": 6 if firm else 2, "dash": "solid" if firm else "dot"}
    base = {"type": "scatter", "mode": "lines+markers", "name": name, "x": x or [None], "y": y or [None]}
    return base | {"marker": marker, "line": line, "showlegend": firm, "hovertemplate": "%{y}, %{x:.0f}"}


def year_line(_result: Any, *, year: str) -> Figure:
    """Mark the year chosen over all competences."""
    names = [own.name for own in histories()]
    line = {"color": style.MUTED, "width": 2, "dash": "dash"}
    base = {"type": "scatter", "mode": "lines", "name": _("Your year"), "hoverinfo": "skip", "meta": {"columns": []}}
    return base | {"x": [int(year) + 1] * 2, "y": [names[0], names[-1]], "line": line}


def counts_figure(found: pd.DataFrame, **_values: Any) -> Figure:
    """Draw how many competences each level mainly holds, year by year."""
    years = [int(year) for year in found.index]
    data = [
        {"type": "bar", "name": levels()[level], "x": years, "y": found[level].tolist()}
        | {"marker": {"color": LOOKS[level][0], "pattern": {"shape": LOOKS[level][2], "size": 5}}}
        for level in LEVELS
    ]
    axes = {
        "barmode": "stack",
        "bargap": 0,
        "xaxis": {"title": {"text": _("Year")}, "range": [FIRST - 1, LAST + 1], "dtick": 10, "tickformat": "d"},
        "yaxis": {"title": {"text": _("Competences of the table")}},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def year_bar(_result: Any, *, year: str) -> Figure:
    """Mark the year chosen under the bars."""
    mark = {"symbol": "triangle-up", "size": 12, "color": style.MUTED}
    base = {"type": "scatter", "mode": "markers", "name": _("Your year"), "hoverinfo": "skip", "meta": {"columns": []}}
    return base | {"x": [int(year)], "y": [0], "marker": mark, "cliponaxis": False}
