"""Williamson's picture, before and after: who has what, what nobody has, what is saved and what is lost."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.national_champions import areas
from course_utils.concepts.national_champions.model import COST, DEMAND, Merger
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

CONSUMERS, PROFIT, LOST, SAVED, WEIGHT = (style.color(i) for i in (0, 2, 3, 4, 5))
MIDDLE = 0.03


def williamson(found: Merger, **_values: Any) -> Figure:
    """Draw the market before and after the merger, borders closed."""
    before, after = found.before, found.after
    more = after.total > before.total + 1e-9
    data = [
        _area(areas.surplus(before), _("Consumers"), CONSUMERS, 1),
        _area(areas.profit(before), _("Profit at the old cost"), PROFIT, 1),
        _area(areas.dead_weight(before), _("Nobody's: dead-weight loss"), WEIGHT, 1, "/"),
        _demand(1),
        _area(areas.surplus(after), _("Consumers"), CONSUMERS, 2, shown=False),
        _area(areas.profit(after), _("Profit at the old cost"), PROFIT, 2, shown=False),
        _area(areas.dead_weight(before), _("Nobody's: dead-weight loss"), WEIGHT, 2, "/", shown=False),
        _area(_only(areas.change(found), not more), _("Lost by the merger"), LOST, 2, "x"),
        _area(_only(areas.change(found), more), _("Won by the merger"), style.color(1), 2, "+"),
        _area(areas.saving(found), _("Cost saved"), SAVED, 2, "."),
        _demand(2),
    ]
    return {"data": data, "layout": _layout()}


def _only(corners: areas.Corners, shown: bool) -> areas.Corners:
    return corners if shown else ([None] * len(corners[0]), [None] * len(corners[1]))


def _area(corners: areas.Corners, name: str, colour: str, side: int, pattern: str = "", shown: bool = True) -> Figure:
    closed = [[*line, line[0]] for line in corners]
    area: Figure = {"type": "scatter", "mode": "lines", "name": name, "x": closed[0], "y": closed[1], "fill": "toself"}
    area |= {"fillcolor": faint(colour), "line": {"color": colour, "width": 1}, "hoverinfo": "name"}
    if pattern:
        area["fillpattern"] = {
            "shape": pattern,
            "fgcolor": colour,
            "bgcolor": faint(colour),
            "size": 7,
            "solidity": 0.3,
        }
    return area | {"legendgroup": name, "showlegend": shown} | _side(side)


def _demand(side: int) -> Figure:
    line = {"type": "scatter", "mode": "lines", "name": _("Demand"), "x": [0, DEMAND], "y": [DEMAND, 0]}
    return line | {"line": {"color": style.MUTED, "width": 2}, "hoverinfo": "skip", "showlegend": False} | _side(side)


def _side(side: int) -> Figure:
    return {"xaxis": "x" if side == 1 else "x2", "yaxis": "y" if side == 1 else "y2"}


def faint(colour: str) -> str:
    """Return a colour of the palette that lets what lies below shine through."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.4)"


def _layout() -> Figure:
    across = {"title": {"text": _("Quantity")}, "range": [0, DEMAND], "tickvals": [0, 40, 80], "zeroline": False}
    up = {"range": [0, DEMAND], "dtick": COST, "zeroline": False}
    return {
        "xaxis": across | {"domain": [0, 0.5 - MIDDLE]},
        "xaxis2": across | {"domain": [0.5 + MIDDLE, 1], "anchor": "y2"},
        "yaxis": up | {"title": {"text": _("Price, cost")}},
        "yaxis2": up | {"anchor": "x2", "showticklabels": False},
        "annotations": [_head(_("Before"), "x"), _head(_("After"), "x2")],
    }


def _head(text: str, axis: str) -> Figure:
    place = {"xref": f"{axis} domain", "yref": "paper", "x": 0.97, "y": 0.97, "xanchor": "right", "yanchor": "top"}
    return place | {"text": text, "showarrow": False, "font": {"size": 15}}
