"""How each mark of a picture is drawn: traces and layout, in the colours of the course."""

from __future__ import annotations

import re
from typing import Any

from course_utils.explorer import style
from course_utils.sphinx_ext.axes import WIDTH, axis_of, bar_ticks, words_axis
from course_utils.sphinx_ext.selection import Selection

Figure = dict[str, Any]

SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
#: More bars than these, or longer labels, and the bars lie.
STANDING, SHORT = 8, 8
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def bars(drawn: Selection) -> Figure:
    """Draw bars: standing along years and numbers, lying where their labels are words."""
    order, lying = _order(drawn), _lies(_order(drawn))
    traces = []
    for i, (name, rows) in enumerate(drawn.groups()):
        trace: Figure = {"type": "bar", "name": name, "marker": {"color": style.color(i)}}
        traces.append(trace | ({"orientation": "h"} if lying else {}) | _ends(drawn, rows, lying))
    mode = _bar_mode(drawn)
    thick = max(34 if lying and max(map(len, order)) > WIDTH else 26, 16 * len(traces) if mode == "group" else 0)
    along = {"title": {"text": drawn.label("x")}} | (
        words_axis(order) if isinstance(order[0], str) else bar_ticks(order)
    )
    across = axis_of(drawn, "y") | {"rangemode": "tozero"}
    return {"data": traces, "layout": _frame(along, across, lying, len(order) * thick) | {"barmode": mode}}


def _bar_mode(drawn: Selection) -> str:
    """Parts of a whole stand upon each other, years beside each other, bars of one colour each at their places."""
    alone = not drawn.rows[drawn.spec["x"]].duplicated().any()
    parts = drawn.spec.get("total") in ("sum", "count") and not drawn.dated
    return "stack" if alone or parts else "group"


def _lies(values: list[Any]) -> bool:
    """Whether words stand along the vertical axis: there they have room."""
    words = isinstance(values[0], str) and not _years(values)
    return words and (len(values) > STANDING or max(map(len, values)) > SHORT)


def _years(values: list[Any]) -> bool:
    return all(isinstance(value, str) and YEAR.search(value) for value in values)


def _ends(drawn: Selection, rows: Any, lying: bool) -> Figure:
    """Where the marks of a trace are, and the order of the columns of its table."""
    x, y = drawn.values("x", rows), drawn.values("y", rows)
    if lying:
        return {"x": y, "y": x, "meta": {"columns": ["y", "x"]}}
    return {"x": x, "y": y, "meta": {"columns": ["x", "y"]}}


def _frame(along: Figure, across: Figure, lying: bool, extent: int) -> Figure:
    """Axes and height: words on the vertical axis are read from the top, and each has its height."""
    if not lying:
        return {"xaxis": along, "yaxis": across, "height": 360}
    return {"xaxis": across, "yaxis": along | {"autorange": "reversed"}, "height": max(300, 90 + extent)}


def lines(drawn: Selection) -> Figure:
    """Draw one line a colour, told apart by their dashes too."""
    traces = [
        {
            "type": "scatter",
            "mode": "lines+markers" if len(rows) <= 40 else "lines",
            "name": name,
            "x": drawn.values("x", rows),
            "y": drawn.values("y", rows),
            "line": {"color": style.color(i), "dash": DASHES[i]},
            "marker": {"symbol": SYMBOLS[i], "size": 7},
        }
        for i, (name, rows) in enumerate(_along_x(drawn))
    ]
    return {"data": traces, "layout": {"xaxis": axis_of(drawn, "x"), "yaxis": axis_of(drawn, "y"), "height": 360}}


def dots(drawn: Selection) -> Figure:
    """Draw points, told apart by their symbols too, each with its name if it has one."""
    named, places = _name_column(drawn), sorted(set(drawn.values("x")))
    lying = _lies(places)
    traces = []
    for i, (name, rows) in enumerate(drawn.groups()):
        size = 9 if len(drawn.rows) <= 60 else 5
        look = {"marker": {"color": style.color(i), "symbol": SYMBOLS[i], "size": size, "opacity": 0.75}}
        trace: Figure = {"type": "scatter", "mode": "markers", "name": name} | look | _ends(drawn, rows, lying)
        if named:
            columns = {"columns": ["text", *trace["meta"]["columns"]]}
            trace |= {"text": rows[named].astype(str).tolist(), "meta": columns}
        traces.append(trace)
    axes = _frame(axis_of(drawn, "x"), axis_of(drawn, "y"), lying, 26 * len(places))
    return {"data": traces, "layout": axes}


def _along_x(drawn: Selection) -> list[tuple[str, Any]]:
    return [(name, rows.sort_values(drawn.spec["x"], kind="stable")) for name, rows in drawn.groups()]


def _order(drawn: Selection) -> list[Any]:
    """Values of x as bars stand: as the schema lists them, by year, else the largest first."""
    x, y = drawn.spec["x"], drawn.spec.get("y", "count")
    seen = dict.fromkeys(drawn.values("x"))
    field = drawn.fields[x]
    listed = field.get("constraints", {}).get("enum") or (
        drawn.kinds("x") if field.get("categories") == "file order" else []
    )
    if listed:
        return [value for value in listed if value in seen]
    if not isinstance(next(iter(seen)), str):
        return sorted(seen)
    if _years(list(seen)):
        return sorted(seen, key=lambda value: YEAR.findall(value)[-1])
    sizes = drawn.rows.groupby(x, observed=True)[y].sum()
    return sorted(seen, key=lambda value: -sizes[value])


def _name_column(drawn: Selection) -> str:
    """Column that names a point: `name`, else the first text that is another for each point."""
    shown = {drawn.spec.get(key) for key in ("x", "y", "colour")}
    texts = [name for name, field in drawn.fields.items() if field["type"] == "string" and name in drawn.rows]
    unique = [name for name in texts if name == "name" or drawn.rows[name].is_unique]
    return next((name for name in sorted(unique, key=lambda name: name != "name") if name not in shown), "")
