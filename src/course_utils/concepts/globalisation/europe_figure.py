"""Pictures of European countries: two bars each, the terms by base year, and one sector since 1948."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.globalisation import europe, wording
from course_utils.concepts.globalisation.model import Array, Terms
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

MIX, LOCAL = style.color(1), style.color(0)


def bars_figure(found: Terms, start: str, end: str, weights: str) -> Figure:
    """Draw mix and local term of each country, in percent of its jobs in the base year."""
    codes = europe.compared(int(end))
    data = [
        _bars("mix", dict(zip(codes, found.percent("mix"), strict=True)), MIX, "/"),
        _bars("local", dict(zip(codes, found.percent("local"), strict=True)), LOCAL, ""),
    ]
    axes = {
        "barmode": "group",
        "xaxis": {"title": {"text": _("% of the jobs of the base year")}},
        "yaxis": {"autorange": "reversed"},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def _bars(part: str, values: dict[str, float], colour: str, pattern: str) -> Figure:
    marker = {"color": colour, "pattern": {"shape": pattern}}
    names = list(europe.countries().values())
    bars = {"type": "bar", "orientation": "h", "name": wording.parts()[part], "y": names}
    return bars | {
        "x": [values.get(code) for code in europe.countries()],
        "marker": marker,
        "hovertemplate": "%{y}: %{x:.1f} %",
    }


def bases_figure(found: europe.Bases, **_values: Any) -> Figure:
    """Draw mix and local term of one country against the base year."""
    data = [
        _line(wording.parts()["mix"], found.mix, MIX, "dash"),
        _line(wording.parts()["local"], found.local, LOCAL, "solid"),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Base year")}, "range": [1959, 1991]},
        "yaxis": {"title": {"text": _("Points a year")}, "zeroline": True, "zerolinewidth": 2},
    }
    return {"data": data, "layout": axes}


def _line(name: str, values: Array, colour: str, dash: str) -> Figure:
    line = {"color": colour, "width": 3, "dash": dash}
    base = {"type": "scatter", "mode": "lines", "name": name, "x": list(europe.BASES), "y": values, "line": line}
    return base | {"hovertemplate": "%{x}: %{y:.2f}"}


def base_points(found: tuple[float | None, float | None], *, start: str, **_values: Any) -> Figure:
    """Mark the base year chosen on both lines."""
    dot = {"symbol": "diamond", "size": 11, "color": style.color(3)}
    base = {
        "type": "scatter",
        "mode": "markers",
        "name": _("Your base year"),
        "x": [int(start), int(start)],
        "y": list(found),
    }
    return base | {"marker": dot, "hovertemplate": "%{x}: %{y:.2f}"}


def shares_figure(found: pd.DataFrame, **_values: Any) -> Figure:
    """Draw the share of one sector in the jobs of all countries."""
    data = [
        {"type": "scatter", "mode": "lines", "name": name, "x": list(found.index), "y": found[code].to_numpy()}
        | {"line": {"color": style.MUTED, "width": 1}, "hovertemplate": "%{x}: %{y:.1f} %", "showlegend": False}
        for code, name in europe.countries().items()
    ]
    axes = {
        "xaxis": {"title": {"text": _("Year")}, "range": [europe.FIRST - 1, europe.LAST + 1]},
        "yaxis": {"title": {"text": _("Share of the country's jobs (%)")}, "rangemode": "tozero"},
    }
    return {"data": data, "layout": axes}


def country_share(found: Array, **_values: Any) -> Figure:
    """Draw the share in the country chosen."""
    years = list(range(europe.FIRST, europe.LAST + 1))
    base = {"type": "scatter", "mode": "lines", "name": _("Your country; the others are grey"), "x": years, "y": found}
    return base | {"line": {"color": style.color(3), "width": 4}, "hovertemplate": "%{x}: %{y:.1f} %"}
