"""Pictures of the cases: when the mergers came, what gain each needs, and how large a champion is."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.national_champions.cases import Case, cases, workforces
from course_utils.concepts.national_champions.model import COST
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

#: The day on which the last customs duties between the Six went: 1 July 1968 (CVCE).
CUSTOMS_UNION = 1968.5


def dates(found: dict[str, Case], **_values: Any) -> Figure:
    """Draw when each merger of the dataset came, as exactly as its source says."""
    names = [case.short for case in found.values()]
    spans: Figure = {"type": "scatter", "mode": "lines+markers", "name": _("Merger, as its source dates it")}
    spans |= {"x": _triples([(c.start, c.end) for c in found.values()]), "y": _triples([(n, n) for n in names])}
    spans |= {"line": {"color": style.color(0), "width": 4}, "marker": {"color": style.color(0), "size": 8}}
    union: Figure = {"type": "scatter", "mode": "lines", "name": _("1 July 1968: end of duties")}
    union |= {"x": [CUSTOMS_UNION] * 2, "y": [names[0], names[-1]], "line": {"color": style.color(1), "dash": "dash"}}
    axes: Figure = {
        "xaxis": {"title": {"text": _("Year")}, "range": [1945, 1990], "dtick": 10},
        "yaxis": {"autorange": "reversed", "tickfont": {"size": 12}},
    }
    return {"data": [spans | {"hoverinfo": "x+y"}, union | {"hoverinfo": "name"}], "layout": axes}


def _triples(pairs: list[tuple[Any, Any]]) -> list[Any]:
    return [value for low, high in pairs for value in (low, high, None)]


def chosen(found: Case, **_values: Any) -> Figure:
    """Ring the chosen case."""
    ring: Figure = {"symbol": "circle-open", "size": 20, "color": style.color(3), "line": {"width": 3}}
    middle = round((found.start + found.end) / 2, 2)
    mark: Figure = {"type": "scatter", "mode": "markers", "name": _("Your case"), "x": [middle], "y": [found.short]}
    return mark | {"marker": ring, "hoverinfo": "skip"}


def needs(found: dict[str, float], **_values: Any) -> Figure:
    """Draw from which scale gain on the partners, the nation and the consumers do not lose; nothing if never."""
    rows = _rows()
    starts = [None if found[who] > COST else max(found[who], 0.0) for who in ("partners", "nation", "price")]
    data = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": row,
            "x": [start, None if start is None else COST],
            "y": [row] * 2,
            "line": {"color": style.color(colour), "width": 12},
            "marker": {"symbol": "diamond", "size": [16, 1], "color": style.color(colour)},
            "hovertemplate": "%{x:.2f}",
            "showlegend": False,
        }
        for row, start, colour in zip(rows, starts, (2, 3, 0), strict=True)
    ]
    order = {"type": "category", "categoryorder": "array", "categoryarray": rows, "range": [2.5, -0.5]}
    across = {"title": {"text": _("Scale gain, of a cost of 20")}, "range": [-0.7, COST + 0.5]}
    return {"data": data, "layout": {"xaxis": across, "yaxis": order}}


def _rows() -> list[str]:
    return [_("Partners"), _("The nation"), _("Consumers")]


def supposed(_found: Any, *, gain: float) -> Figure:
    """Draw the scale gain that the reader supposes."""
    line: Figure = {"type": "scatter", "mode": "lines", "name": _("The gain that you suppose"), "x": [gain] * 3}
    line |= {"y": _rows(), "hoverinfo": "x"}
    return line | {"line": {"color": style.color(1), "width": 3, "dash": "dash"}}


def champions(found: pd.DataFrame, **_values: Any) -> Figure:
    """Draw how many people the firms of the dataset employed."""
    labels = _labels(found)
    bars: Figure = {"type": "bar", "orientation": "h", "name": _("Employees of the firm"), "y": labels}
    bars |= {"x": found["employees"].tolist(), "marker": {"color": style.color(0)}, "hovertemplate": "%{x:,.0f}"}
    axes = {"xaxis": {"title": {"text": _("Persons")}, "range": [0, 120_000]}, "yaxis": {"type": "category"}}
    return {"data": [bars], "layout": axes}


def _labels(found: pd.DataFrame) -> list[str]:
    return [f"{row.firm} ({row.year})" for row in found.itertuples()]


def home(found: dict[str, Any], **_values: Any) -> Figure:
    """Draw the industry jobs of the reader's département across the bars."""
    labels = _labels(workforces())
    line: Figure = {"type": "scatter", "mode": "lines", "name": _("Industry jobs of your département, 2018")}
    line |= {
        "x": [found["jobs"]] * len(labels),
        "y": labels,
        "line": {"color": style.color(1), "width": 3, "dash": "dash"},
    }
    return line | {"hovertemplate": "%{x:,.0f}"}


def picked(found: pd.Series, *, firm: str) -> Figure:
    """Point at the chosen champion's bar."""
    mark: Figure = {
        "type": "scatter",
        "mode": "markers",
        "name": _("Your champion"),
        "y": [f"{firm} ({found['year']})"],
    }
    look = {"symbol": "diamond", "size": 14, "color": style.color(3)}
    return mark | {"x": [int(found["employees"])], "marker": look, "hovertemplate": "%{x:,.0f}"}


def titles() -> dict[str, str]:
    """Name and date of each case, by key."""
    return {key: f"{case.short} ({case.date})" for key, case in cases().items()}
