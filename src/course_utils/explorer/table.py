"""The data of a figure as rows, for who reads tables: the script of the page does the same."""

from __future__ import annotations

import itertools
from typing import Any

from course_utils.words import _, number

#: Which keys of a trace make columns, in this order.
COLUMNS = ("locations", "labels", "x", "y", "z", "values", "value", "lat", "lon", "text")

Column = tuple[str, list[Any]]


def heads() -> dict[str, str]:
    """Headers of columns whose axis has no title, and of flows."""
    return {
        "locations": _("code"),
        "labels": _("name"),
        "x": _("x"),
        "y": _("y"),
        "z": _("value"),
        "values": _("value"),
        "value": _("value"),
        "lat": _("latitude"),
        "lon": _("longitude"),
        "text": _("label"),
        "customdata": _("value"),
        "from": _("from"),
        "to": _("to"),
        "flow": _("flow"),
    }


def columns(trace: dict[str, Any], layout: dict[str, Any]) -> list[Column]:
    """Return header and cells of each column of a trace: flows by their ends, grids by their rows.

    A trace may say in plotly's ``meta`` which of its keys are ``columns``, and which are decimal logarithms whose
    ``powers`` are shown: 4 is drawn, 10,000 is read.
    """
    names = heads()
    if trace["type"] == "sankey":
        label, link = trace["node"]["label"], trace["link"]
        ends = {"from": [label[i] for i in link["source"]], "to": [label[i] for i in link["target"]]}
        return [(names[key], cells) for key, cells in (ends | {"flow": link["value"]}).items()]
    if trace["type"] in ("heatmap", "contour"):
        return _grid(trace, axis_title(trace, layout, "y") or names["y"])
    meta = trace.get("meta") or {}
    own = [key for key in meta.get("columns", COLUMNS) if isinstance(trace.get(key), list)]
    powers = meta.get("powers", [])
    return [(axis_title(trace, layout, key) or names[key], _cells(trace[key], key in powers)) for key in own]


def _cells(values: list[Any], logarithms: bool) -> list[Any]:
    return [v if v is None else 10.0**v for v in values] if logarithms else values


def _grid(trace: dict[str, Any], name: str) -> list[Column]:
    z, rows = trace["z"], trace.get("y")
    across = trace.get("x") or range(len(z[0]) if z else 0)
    return [
        (name, rows or list(range(len(z)))),
        *((str(x), [line[i] for line in z]) for i, x in enumerate(across)),
    ]


def axis_title(trace: dict[str, Any], layout: dict[str, Any], key: str) -> str:
    """Title of the axis that `key` (``"x"`` or ``"y"``) of `trace` is drawn on, or nothing.

    A second axis without a title shares that of the first, beside which it stands.
    """
    if key not in ("x", "y"):
        return ""
    axis = str(trace.get(f"{key}axis") or key)  # "x2" is drawn on the layout's "xaxis2"
    titles = (layout.get(name, {}).get("title", "") for name in (f"{key}axis{axis[1:]}", f"{key}axis"))
    return next((text for t in titles if (text := str((t.get("text") if isinstance(t, dict) else t) or ""))), "")


def cell(value: Any) -> str:
    """Print one cell: about four significant digits are enough to read, and no decimals that are all nought."""
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        size = abs(value)
        decimals = 0 if size >= 1000 else 1 if size >= 100 else 2 if size >= 1 else 4
        whole, _point, rest = str(number(value, decimals)).partition(".")
        return f"{whole}.{rest}" if rest.strip("0") else whole
    return str(value)


def tables(figure: dict[str, Any]) -> list[tuple[str, list[str], list[list[str]]]]:
    """Return caption, header and rows of each trace that shows some; rows without any value are left out."""
    found = []
    for trace in figure["data"]:
        if own := columns(trace, figure["layout"]):
            lines = itertools.zip_longest(*(cells for _head, cells in own))
            body = [[cell(v) for v in line] for line in lines if any(v is not None for v in line)]
            if body:
                found.append((str(trace.get("name") or ""), [head for head, _cells in own], body))
    return found
