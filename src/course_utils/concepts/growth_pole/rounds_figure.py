"""Pictures of the rounds of spending: what they add up to, and what each of them makes."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.growth_pole.figure import ELSEWHERE, REGION, faint
from course_utils.concepts.growth_pole.model import Array
from course_utils.concepts.growth_pole.rounds import ROUNDS, Rounds
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

STEPS = list(range(ROUNDS + 1))


def added_up(found: Rounds, *, rounds: float, **_values: Any) -> Figure:
    """Draw total production, round upon round, and what it comes to in the end."""
    nation, region = found.total
    leak = {"fill": "tonexty", "fillcolor": faint(ELSEWHERE)}
    ends = [float(end.sum()) for end in found.ends]
    data = [
        _end(ends[1], _("Region, in the end"), REGION, "dash"),
        _end(ends[0], _("Whole country, in the end"), style.MUTED, "dot"),
        _path(region, rounds, _("Region"), REGION, "circle"),
        _path(nation, rounds, _("Whole country"), style.MUTED, "circle-open") | leak,
    ]
    axes = {
        "xaxis": _axis(),
        "yaxis": {"title": {"text": _("Total production (order = 100)")}, "range": [0, 245]},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def one_by_one(found: Rounds, *, rounds: float, **_values: Any) -> Figure:
    """Draw what each round makes, in the region and elsewhere."""
    nation, region = found.each
    data = [
        _bars(region, rounds, _("In the region"), REGION),
        _bars(nation - region, rounds, _("Elsewhere"), ELSEWHERE),
    ]
    axes = {
        "barmode": "stack",
        "legend": {"traceorder": "normal"},
        "xaxis": _axis(),
        "yaxis": {"title": {"text": _("Production (order = 100)")}, "range": [0, 105]},
    }
    return {"data": data, "layout": axes}


def _axis() -> dict[str, Any]:
    return {"title": {"text": _("Round of purchases")}, "dtick": 1, "range": [-0.6, ROUNDS + 0.6]}


def _until(values: Array, rounds: float) -> list[float | None]:
    """Leave out what comes after the round that is shown."""
    return [float(value) if k <= rounds else None for k, value in enumerate(values)]


def _path(total: Array, rounds: float, name: str, colour: str, symbol: str) -> Figure:
    look = {"line": {"color": colour}, "marker": {"color": colour, "symbol": symbol, "size": 8}}
    line = {"type": "scatter", "mode": "lines+markers", "name": name, "x": STEPS, "y": _until(total, rounds)}
    return line | look | {"hovertemplate": "%{y:.1f}"}


def _end(value: float, name: str, colour: str, dash: str) -> Figure:
    line = {"type": "scatter", "mode": "lines", "name": name, "x": [-0.6, ROUNDS + 0.6], "y": [value, value]}
    return line | {"line": {"color": colour, "dash": dash, "width": 2}, "meta": {"columns": ["y"]}, "hoverinfo": "skip"}


def _bars(values: Array, rounds: float, name: str, colour: str) -> Figure:
    bars = {"type": "bar", "name": name, "x": STEPS, "y": _until(values, rounds), "marker": {"color": colour}}
    return bars | {"hovertemplate": "%{y:.1f}"}
