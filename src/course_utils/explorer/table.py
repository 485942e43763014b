"""The data of a figure as rows, for who reads tables: the script of the page does the same."""

from __future__ import annotations

from typing import Any

from course_utils.words import _, number

#: Which keys of a trace make columns; plotly's own names, shown with the axis titles where there are some.
COLUMNS = ("locations", "labels", "x", "y", "z", "values", "value", "lat", "lon", "text")


def columns(trace: dict[str, Any], layout: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    """Return header and cells of each column of a trace."""
    if trace["type"] == "sankey":
        label, link = trace["node"]["label"], trace["link"]
        ends = [(_("from"), [label[i] for i in link["source"]]), (_("to"), [label[i] for i in link["target"]])]
        return [*ends, (_("flow"), link["value"])]
    own = [(key, trace[key]) for key in COLUMNS if isinstance(trace.get(key), list)]
    if trace["type"] in ("heatmap", "contour"):
        return [(str(name), [row[i] for row in trace["z"]]) for i, name in enumerate(trace.get("x") or range(len(trace["z"][0])))]
    return [(axis_title(layout, key) or key, cells) for key, cells in own]


def axis_title(layout: dict[str, Any], key: str) -> str:
    """Title of the axis that `key` (``"x"`` or ``"y"``) is drawn on, or nothing."""
    title = layout.get(f"{key}axis", {}).get("title", "")
    return str(title.get("text", "") if isinstance(title, dict) else title)


def cell(value: Any) -> str:
    """Print one cell: four significant digits are enough to read."""
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        size = abs(value)
        decimals = 0 if size >= 1000 or value == int(value) else 1 if size >= 100 else 2 if size >= 1 else 4
        return str(number(value, decimals))
    return str(value)


def tables(figure: dict[str, Any]) -> list[tuple[str, list[str], list[list[str]]]]:
    """Return caption, header and rows of each trace that has some; rows without any value are left out."""
    found = []
    for trace in figure["data"]:
        if own := columns(trace, figure["layout"]):
            body = [[cell(v) for v in line] for line in zip(*(cells for _name, cells in own), strict=False)]
            found.append((str(trace.get("name") or ""), [name for name, _cells in own], [line for line in body if any(line)]))
    return found
