"""Pictures of circular material use: the ranking of a year, and one country through the editions."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.circular_economy import countries
from course_utils.concepts.circular_economy.countries import Ranking
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

OWN, READER = style.color(0), style.color(1)


def ranking_figure(found: Ranking, **_values: Any) -> Figure:
    """Draw the rates of a year, the highest on top, with what each may be off."""
    bars = {"type": "data", "array": [found.margin] * len(found.rates), "thickness": 1.5, "width": 4}
    trace = {"type": "scatter", "mode": "markers", "name": _("Rate and its margin"), "x": found.rates}
    trace |= {"y": _labels(found), "marker": {"size": 8, "color": OWN}, "error_x": bars | {"color": style.MUTED}}
    axes = {
        "xaxis": {"title": {"text": _("Circular material use (%)")}, "range": [-2, 34], "zeroline": False},
        "yaxis": {"autorange": "reversed", "type": "category", "tickfont": {"size": 11}, "dtick": 1},
    }
    return {"data": [trace], "layout": axes}


def _labels(found: Ranking) -> list[str]:
    known = countries.names()
    return [known[code] for code in found.codes]


def country_mark(found: tuple[Ranking, str], **_values: Any) -> Figure:
    """Ring the reader's country."""
    ranks, code = found
    at = {"x": [float(ranks.rates[ranks.codes.index(code)])], "y": [countries.names()[code]]}
    mark = {"symbol": "diamond-open", "size": 16, "color": READER, "line": {"width": 3}}
    look = {"name": _("Your country"), "marker": mark, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "markers"} | at | look


def editions_figure(code: str, **_values: Any) -> Figure:
    """Draw one country and the Union in one edition, and what other editions say."""
    table = countries.rates()
    years = [int(year) for year in table.columns]
    later = countries.other_editions().query("flag != 'target'")
    data = [
        _line(_("Union (27)"), years, table.loc[countries.UNION].to_numpy(), style.MUTED, "dash"),
        _line(_("Edition of November 2024"), years, table.loc[code].to_numpy(), OWN, "solid"),
        _dots(_("Edition of November 2023"), code, later, countries.EARLIER, "x", style.color(3)),
        _dots(_("Edition of 2025"), code, later, countries.LATER, "square-open", style.color(4)),
        _target(),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Year")}, "range": [2009, 2031]},
        "yaxis": {"title": {"text": _("Circular material use (%)")}, "range": [0, 35]},
    }
    return {"data": data, "layout": axes}


def _line(name: str, x: list[int], y: np.ndarray, colour: str, dash: str) -> Figure:
    line = {"color": colour, "width": 3, "dash": dash}
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "line": line}


def _dots(name: str, code: str, table: Any, vintage: str, symbol: str, colour: str) -> Figure:
    own = table[(table["geo"] == code) & (table["vintage"] == vintage)]
    x, y = ([None] if own.empty else own[key].tolist() for key in ("year", "value"))
    mark = {"symbol": symbol, "size": 12, "color": colour, "line": {"width": 2}}
    return {"type": "scatter", "mode": "markers", "name": name, "x": x, "y": y, "marker": mark}


def _target() -> Figure:
    goal = countries.other_editions().query("flag == 'target'").iloc[0]
    mark = {"symbol": "star", "size": 13, "color": READER}
    at = {"x": [int(goal["year"])], "y": [float(goal["value"])]}
    return {"type": "scatter", "mode": "markers", "name": _("Aim of the Union"), "marker": mark} | at
