"""Pictures of the laboratory and of the sealed files."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.competitiveness_poles.cases import FILES, YEARS, sample
from course_utils.concepts.competitiveness_poles.estimators import METHODS, Z95, Estimates
from course_utils.concepts.competitiveness_poles.laboratory import Array, Score
from course_utils.concepts.competitiveness_poles.sentences import short_names
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

SYMBOLS = ("circle", "square", "diamond", "triangle-up")
TRUTH = style.color(3)
#: Percent; wide enough for every state.
LEFT, RIGHT = -38, 58


def estimates_figure(result: Score, *, effect: str, **_values: Any) -> Figure:
    """Draw the mean estimate of each evaluator, the middle 90 of 100 estimates, and the truth."""
    data = [_truth(float(effect))]
    data += _spans(result.mean, result.low, result.high, _("Mean of all samples"), _("90 of 100 samples"))
    return {"data": data, "layout": _axes()}


def _axes() -> Figure:
    return {
        "xaxis": {"title": {"text": _("Estimated effect (%)")}, "range": [LEFT, RIGHT], "zeroline": True},
        "yaxis": {
            "title": {"text": _("Evaluator")},
            "tickvals": [0, -1, -2, -3],
            "ticktext": short_names(),
            "range": [-3.6, 0.6],
            "showgrid": False,
            "zeroline": False,
        },
    }


def _truth(effect: float | None) -> Figure:
    line = {"color": TRUTH, "width": 2, "dash": "dash"}
    place = {"x": [effect, effect], "y": [0.6, -3.6]}
    return {"type": "scatter", "mode": "lines", "name": _("Truth"), "line": line, "hoverinfo": "skip"} | place


def _spans(mean: Array, low: Array, high: Array, name: str, span: str) -> list[Figure]:
    x: list[float | None] = []
    y: list[float | None] = []
    for place in range(len(METHODS)):
        x += [float(low[place]), float(high[place]), None]
        y += [-float(place), -float(place), None]
    line = {"color": style.MUTED, "width": 6}
    bars = {"type": "scatter", "mode": "lines", "name": span, "x": x, "y": y, "line": line, "connectgaps": False}
    marker = {"symbol": list(SYMBOLS), "size": 12, "color": [style.color(n) for n in (0, 1, 2, 4)]}
    dots = {"type": "scatter", "mode": "markers", "name": name, "x": mean, "y": [0, -1, -2, -3], "marker": marker}
    still = {"hoverinfo": "skip", "meta": {"columns": []}}
    shown = {"text": short_names(), "hovertemplate": "%{text}: %{x:.1f}<extra></extra>"}
    return [bars | still, dots | shown | {"meta": {"columns": ["text", "x"]}}]


def coverage_figure(result: Score, **_values: Any) -> Figure:
    """Draw in how many samples of 100 each interval holds the truth, beside the 95 that it promises."""
    patterns = ["", "/", ".", "x"]
    marker = {"color": [style.color(n) for n in (0, 1, 2, 4)], "pattern": {"shape": patterns, "fillmode": "overlay"}}
    names = short_names()
    bars = {"type": "bar", "name": _("Holds the truth"), "x": names, "y": 100 * result.coverage, "marker": marker}
    line = {"color": TRUTH, "width": 2, "dash": "dash"}
    promise = {"type": "scatter", "mode": "lines", "name": _("Promised: 95"), "x": names, "y": [95] * 4, "line": line}
    axes = {
        "xaxis": {"title": {"text": _("Evaluator")}, "type": "category"},
        "yaxis": {"title": {"text": _("Samples in 100")}, "range": [0, 104]},
        "showlegend": True,
    }
    return {"data": [bars | {"showlegend": False}, promise | {"hoverinfo": "skip"}], "layout": axes}


def paths_figure(result: tuple[Array, Array, Array], **_values: Any) -> Figure:
    """Draw what is expected of members, of others, and of members had they not been picked."""
    member, other, without = result
    return _paths(member, other, without, None)


def _paths(member: Any, other: Any, without: Any, error: Any) -> Figure:
    looks = {
        "member": {"color": style.color(0), "width": 3},
        "other": {"color": style.MUTED, "width": 2, "dash": "dot"},
        "without": {"color": TRUTH, "width": 2, "dash": "dash"},
    }
    names = {"member": _("Members"), "other": _("Others"), "without": _("Members without the label")}
    values = {"member": member, "other": other, "without": without}
    symbols = {"member": "circle", "other": "square", "without": "x-thin-open"}
    data = [_label()]
    for name in ("without", "other", "member"):
        marker = {"symbol": symbols[name], "size": 8, "color": looks[name]["color"], "line": {"width": 2}}
        path = {"type": "scatter", "mode": "lines+markers", "name": names[name], "x": list(YEARS), "y": values[name]}
        bars = {"error_y": {"type": "data", "array": error[name], "thickness": 1}} if error and name in error else {}
        data.append(path | bars | {"line": looks[name], "marker": marker})
    axes = {
        "xaxis": {"title": {"text": _("Years from the label")}, "range": [-4.4, 3.4], "dtick": 1, "zeroline": False},
        "yaxis": {"title": {"text": _("Productivity (%, all firms at label = 0)")}, "range": [-40, 52]},
    }
    return {"data": data, "layout": axes}


def _label() -> Figure:
    line = {"color": style.color(1), "width": 1, "dash": "dot"}
    still = {"hoverinfo": "skip", "meta": {"columns": []}}
    return {
        "type": "scatter",
        "mode": "lines",
        "name": _("Label"),
        "x": [-0.5, -0.5],
        "y": [-40, 52],
        "line": line,
    } | still


def file_figure(result: str, *, file: str, opened: bool) -> Figure:
    """Draw what a file shows: yearly means with their 95 % intervals; once it is open, members without the label."""
    found = sample(file)
    means, errors = {}, {}
    for name, flags in (("member", found.member), ("other", ~found.member)):
        means[name] = found.outcome[flags].mean(axis=0)
        errors[name] = Z95 * found.outcome[flags].std(axis=0, ddof=1) / np.sqrt(flags.sum())
    without = found.without if opened else [None] * len(YEARS)
    return _paths(means["member"], means["other"], without, errors)


def report_figure(result: Estimates, *, file: str, verdict: str, opened: bool) -> Figure:
    """Draw the four estimates with their 95 % intervals, the one that is signed, and once it is open the truth."""
    value, error = result.value[:, 0], Z95 * result.error[:, 0]
    spans = _spans(value, value - error, value + error, _("Estimate"), _("95 % interval"))
    at = METHODS.index(verdict) if verdict in METHODS else None
    marker = {"symbol": "square-open", "size": 24, "color": style.color(3), "line": {"width": 3}}
    place = {"x": [None if at is None else value[at]], "y": [None if at is None else -at]}
    signed = {"type": "scatter", "mode": "markers", "name": _("Signed"), "marker": marker, "hoverinfo": "skip"}
    data = [_truth(FILES[file].effect if opened else None), *spans, signed | place | {"meta": {"columns": []}}]
    return {"data": data, "layout": _axes()}
