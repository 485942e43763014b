"""Pictures of what the synthetic ten years show: entries by density, and fields by level of technology."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from course_utils.concepts.beyond_high_tech.figure import NEXT, SHAPES, level_names, percentage, shades
from course_utils.concepts.beyond_high_tech.steps import Path
from course_utils.concepts.beyond_high_tech.synthetic import Entries, entries
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]


def yardsticks() -> dict[str, str]:
    """What fields can be compared by."""
    return {"near": _("Mean proximity to its five nearest"), "pci": _("Complexity (mean 0, deviation 1)")}


def entry_figure(result: Entries, **_values: Any) -> Figure:
    """Draw the share taken up in each band of density, and that of all."""
    texts = [
        str(say(_("{taken} of {tried}"), taken=number(taken), tried=number(tried)))
        for taken, tried in zip(result.taken, result.tried, strict=True)
    ]
    bars = {
        "type": "bar",
        "name": _("Taken up in ten years"),
        "x": 50 * (result.edges[1:] + result.edges[:-1]),
        "y": 100 * result.rates,
        "width": 96 * np.diff(result.edges),
        "text": texts,
        "textposition": "none",
        "marker": {"color": style.color(0)},
        "hovertemplate": "%{text}: %{y:.1f} %<extra></extra>",
    }
    flat = {
        "type": "scatter",
        "mode": "lines",
        "name": _("If place did not matter"),
        "x": [0, 100],
        "y": [100 * result.overall] * 2,
        "line": {"color": style.MUTED, "dash": "dash", "width": 2},
        "hovertemplate": "%{y:.1f} %<extra></extra>",
    }
    axes = {
        "xaxis": {"title": {"text": _("Density at the start, %, in five equal bands")}, "range": [0, 100]},
        "yaxis": {"title": {"text": _("Taken up, %")}, "range": [0, 13]},
    }
    return {"data": [bars, flat], "layout": axes}


def entry_mark(result: Path, *, threshold: str, **_values: Any) -> Figure:
    """Where the territory's next activity lies."""
    found, at = entries(float(threshold)), list(result.nearest[:1])
    density: list[float | None] = [percentage(result.density[i]) for i in at]
    heights: list[float | None] = [100 * float(found.rates[found.band(result.density[i])]) for i in at]
    marker = {"symbol": "diamond", "size": 14, "color": NEXT, "line": {"width": 1, "color": "#ffffff"}}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _("Your territory's next"),
        "x": density or [None],
        "y": heights or [None],
        "marker": marker,
        "hovertemplate": "%{x} %<extra></extra>",
    }


def fields_figure(result: pd.DataFrame, *, yardstick: str, **_values: Any) -> Figure:
    """Draw every activity by level of technology."""
    data = [_field_points(result, level, yardstick) for level in SHAPES]
    ends = [0, 0.75] if yardstick == "near" else [-3.6, 3.2]
    rows: Figure = {"tickvals": [0, 1, 2], "ticktext": [_("low"), _("medium"), _("high")], "range": [2.6, -0.6]}
    axes = {
        "xaxis": {"title": {"text": yardsticks()[yardstick]}, "range": ends},
        "yaxis": rows | {"title": {"text": _("Technology")}},
        "showlegend": False,
        "hovermode": "closest",
    }
    return {"data": data, "layout": axes}


def median_lines(result: pd.DataFrame, *, yardstick: str, **_values: Any) -> Figure:
    """Draw the median of each level."""
    found = medians(result, yardstick)
    x = [v for level in SHAPES for v in (found[level], found[level], None)]
    y = [v for row in range(len(SHAPES)) for v in (row - 0.42, row + 0.42, None)]
    line = {"type": "scatter", "mode": "lines", "name": _("Median"), "x": x, "y": y, "hoverinfo": "skip"}
    return line | {"line": {"width": 3, "color": NEXT}, "meta": {"columns": ["x"]}}


def medians(result: pd.DataFrame, yardstick: str) -> pd.Series:
    """Median of each level of technology."""
    return result.groupby("technology")[yardstick].median()


def _field_points(result: pd.DataFrame, level: str, yardstick: str) -> Figure:
    own, row = result[result["technology"] == level].sort_values(yardstick), list(SHAPES).index(level)
    spread = 0.3 * np.sin(2.4 * np.arange(len(own)))  # so that points do not hide one another
    return {
        "type": "scatter",
        "mode": "markers",
        "name": level_names()[level],
        "x": own[yardstick],
        "y": row + spread,
        "text": own.index.tolist(),
        "marker": {"symbol": SHAPES[level], "size": 10, "color": shades()[level]},
        "hovertemplate": "%{text}: %{x:.2f}<extra></extra>",
        "meta": {"columns": ["text", "x"]},
    }
