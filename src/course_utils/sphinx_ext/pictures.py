"""The first picture of a dataset: a figure, what it says to who cannot see it, its caption and source."""

from __future__ import annotations

from html import escape
from typing import Any

from course_utils.datasets.descriptors import descriptor
from course_utils.datasets.language import in_language
from course_utils.explorer.static import figure_html
from course_utils.explorer.style import merge
from course_utils.explorer.table import cell
from course_utils.sphinx_ext.citation import NOBODY
from course_utils.sphinx_ext.french import marked
from course_utils.sphinx_ext.maps import maps
from course_utils.sphinx_ext.marks import bars, dots, lines
from course_utils.sphinx_ext.selection import Selection, select
from course_utils.words import _, number

DRAW = {"bar": bars, "line": lines, "dot": dots, "map": maps}
DIGITS = 9


def picture(name: str) -> str:
    """Return the first picture of a dataset as HTML.

    Raises
    ------
    PictureError
        If its descriptor asks for something that cannot be drawn.
    """
    drawn = select(name)
    caption = f"<p>{marked(in_language(drawn.spec, 'caption'))}</p><p>{escape(source(drawn))}</p>"
    drawing = figure_html(figure(drawn), alt(drawn))
    return f'<figure class="cu-picture">{drawing}<figcaption>{caption}</figcaption></figure>'


def figure(drawn: Selection) -> dict[str, Any]:
    """Return the picture as plotly's data and layout, numbers no longer than they are read."""
    made = DRAW[drawn.spec["mark"]](drawn)
    if descriptor(drawn.dataset)["kind"] == "synthetic":
        said = {"text": _("synthetic data"), "x": 1, "y": 1, "xref": "paper", "yref": "paper", "showarrow": False}
        made["layout"] = merge(made["layout"], {"annotations": [said | {"xanchor": "right", "yanchor": "top"}]})
    legend = {"showlegend": len(made["data"]) > 1, "legend": {"traceorder": "normal"}}
    return {"data": [_short(trace) for trace in made["data"]], "layout": made["layout"] | legend}


def alt(drawn: Selection) -> str:
    """Say what the picture shows: its mark, its axes, how much of it there is, its extremes."""
    first, second = drawn.keys
    values = drawn.values(second)
    said = {
        "bar": _("Bar chart of {second} by {first}, {n} bars."),
        "line": _("Line chart of {second} by {first}, {n} points."),
        "dot": _("Scatter plot of {second} against {first}, {n} points."),
        "map": _("Map of {second} of {n} places."),
    }[drawn.spec["mark"]].format(first=drawn.label(first), second=drawn.label(second), n=number(len(values)))
    if drawn.spec.get("colour"):
        names = ", ".join(name for name, _rows in drawn.groups())
        said += " " + _("By {colour}: {names}.").format(colour=drawn.fields[drawn.spec["colour"]]["title"], names=names)
    if not isinstance(values[0], str) and not drawn.spec.get("bare"):
        said += " " + _("From {low} to {high}.").format(low=cell(min(values)), high=cell(max(values)))
    return said


def source(drawn: Selection) -> str:
    """Say who published what is drawn, and what was left out."""
    described = descriptor(drawn.dataset)
    rowwise = _("works named row by row")
    publishers = dict.fromkeys(rowwise if s["publisher"] == NOBODY else s["publisher"] for s in described["sources"])
    said = _("Source: {publishers}.").format(publishers="; ".join(publishers))
    if described["kind"] == "synthetic":
        said = _("Synthetic: made by a model, not observed.") + " " + said
    if drawn.available > len(drawn.rows):
        drawn_of = _("{n} of {total} points are drawn.")
        said += " " + drawn_of.format(n=number(len(drawn.rows)), total=number(drawn.available))
    return said


def _short(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    if isinstance(value, list):
        return [_short(item) for item in value]
    return {key: _short(item) for key, item in value.items()} if isinstance(value, dict) else value
