"""The pictures of the rank-size rule; Lorenz curves and primacy are in `spread`, the map in `maps`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from course_utils.concepts.urban_hierarchy.model import CUTOFFS, RANKS, Curve, Exponents, Fit
from course_utils.concepts.urban_hierarchy.places import Standing
from course_utils.concepts.urban_hierarchy.sentences import estimators
from course_utils.concepts.urban_hierarchy.territories import FIRST, LAST, Reader
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]
#: Places kept are drawn as logarithms and read as numbers.
POWERS = {"powers": ["x"]}


def _decades(title: str, first: float, last: float) -> dict[str, Any]:
    """Axis of decimal logarithms, labelled with the numbers themselves.

    Sizes span seven decades and pages pack an array in equal steps: villages would be lost if it were not the
    logarithm that is packed.
    """
    ticks = [str(number(10**power)) for power in range(6)] + [_("1 million"), _("10 million")]
    return {"title": {"text": title}, "tickvals": list(range(8)), "ticktext": ticks, "range": [first, last]}


def _log(values: Sequence[float]) -> list[float | None]:
    return [float(np.log10(v)) if v > 0 else None for v in values]


def _place(name: str, rank: float, size: float) -> str:
    return say(_("{rank}. {name}, {size} inhabitants"), rank=number(rank), name=name, size=number(size)) if name else ""


def rank_size_figure(result: Curve, unit: str, vintage: str) -> Figure:
    """Rank against size, both in logarithms, with the balancing metropolises of 1964."""
    texts = [_place(n, r, s) for n, r, s in zip(result.names, RANKS, result.sizes, strict=True)]
    curve = _points(_("Places"), result.sizes, RANKS, texts) | {
        "mode": "lines+markers",
        "marker": {"size": 5, "color": style.color(0)},
        "line": {"width": 1, "color": style.color(0)},
    }
    layout = {
        "xaxis": _decades(_("Inhabitants (logarithmic scale)"), *_bounds(result.sizes)),
        "yaxis": _decades(_("Rank (logarithmic scale)"), -0.25, float(np.log10(result.total)) + 0.2),
        "hovermode": "closest",
    }
    return {"data": [curve, _metropolises(result.metropolises)], "layout": layout}


def rule_trace(result: Fit, unit: str, vintage: str, cutoff: float, estimator: str) -> dict[str, Any]:
    """Draw the fitted rule from the last place kept to the largest."""
    line = {"width": 3, "color": style.color(1)}
    points = _points(_("Fitted rule"), result.sizes, result.ranks, ["", ""])
    return points | {
        "mode": "lines",
        "line": line,
        "hoverinfo": "skip",
        "meta": {"powers": ["x", "y"], "columns": ["x", "y"]},
    }


def cutoff_trace(result: Fit, unit: str, vintage: str, cutoff: float) -> dict[str, Any]:
    """Mark the last place kept."""
    text = _place(result.smallest, result.n, result.sizes[0])
    marker = {"size": 13, "symbol": "circle-open", "line": {"width": 3}, "color": style.color(1)}
    return _points(_("Last place kept"), result.sizes[:1], [result.n], [text]) | {"mode": "markers", "marker": marker}


def _bounds(sizes: Any) -> tuple[float, float]:
    logs = np.log10(sizes[np.isfinite(sizes)])
    return float(logs.min() - 0.15), float(logs.max() + 0.2)


def _points(name: str, sizes: Any, ranks: Any, texts: Sequence[str]) -> dict[str, Any]:
    own = {"x": _log(sizes), "y": _log(ranks), "text": texts, "hovertemplate": "%{text}<extra></extra>"}
    return {"type": "scatter", "name": name, "meta": {"columns": ["text"]}} | own


def _metropolises(found: dict[str, Standing]) -> dict[str, Any]:
    texts = []
    for metropolis, s in found.items():
        place = _place(s.name, s.rank, s.size)
        texts.append(say(_("{metropolis} in {place}"), metropolis=metropolis, place=place))
    marker = {"size": 9, "symbol": "diamond", "color": style.color(2)}
    sizes, ranks = [s.size for s in found.values()], [s.rank for s in found.values()]
    points = _points(_("Balancing metropolises of 1964"), sizes, ranks, texts)
    return points | {"mode": "markers", "marker": marker}


def reader_trace(result: Reader, territory: str, unit: str) -> dict[str, Any]:
    """Mark where the reader's place stood in the first and in the last year."""
    ends = [result.first, result.last]
    marker = {"size": 14, "symbol": ["star-open", "star"], "color": style.color(3)}
    points = _points(_("Your territory"), [s.size for s in ends], [s.rank for s in ends], [FIRST, LAST])
    return points | {"mode": "markers", "marker": marker}


def exponent_figure(result: Exponents, unit: str, vintage: str, cutoff: float, estimator: str) -> Figure:
    """Exponent against the number of places kept: three estimators, two standard errors around the one chosen."""
    chosen = result.fits[estimator]
    kept = [fit.n for fit in chosen]
    low, high = zip(*(fit.interval for fit in chosen), strict=True)
    edge = {"mode": "lines", "line": {"width": 0, "color": _color(estimator)}, "hoverinfo": "skip", "showlegend": False}
    data = [
        _padded(_("Two standard errors below"), kept, low) | edge,
        _padded(_("Two standard errors above"), kept, high) | edge | {"fill": "tonexty"},
    ]
    for key, name in estimators().items():
        line = {"width": 4 if key == estimator else 1.5, "color": _color(key)}
        data.append(_padded(name, kept, [fit.exponent for fit in result.fits[key]]) | {"mode": "lines", "line": line})
    data += [zipf_trace([np.log10(CUTOFFS[0]), np.log10(CUTOFFS[-1])], 1.0), _chosen(result, estimator)]
    places = _decades(_("Places kept (logarithmic scale)"), 0.95, 4.6)
    exponent = {"title": {"text": _("Exponent")}, "rangemode": "tozero"}
    return {"data": data, "layout": {"xaxis": places, "yaxis": exponent, "legend": {"traceorder": "normal"}}}


def _color(estimator: str) -> str:
    return style.color(list(estimators()).index(estimator))


def _chosen(result: Exponents, estimator: str) -> dict[str, Any]:
    at = {"x": _log([result.chosen.n]), "y": [result.chosen.exponent], "meta": POWERS}
    marker = {"size": 13, "color": _color(estimator), "symbol": "circle-open", "line": {"width": 3}}
    return {"type": "scatter", "name": _("Your cut-off"), "mode": "markers", "marker": marker} | at


def _padded(name: str, kept: list[int], values: Sequence[float]) -> dict[str, Any]:
    gap = [None] * (len(CUTOFFS) - len(kept))
    return {"type": "scatter", "name": name, "x": [*_log(kept), *gap], "y": [*values, *gap], "meta": POWERS}


def zipf_trace(x: list[Any], value: float) -> dict[str, Any]:
    """Draw what Zipf's rule says, a dotted horizontal line."""
    line = {"width": 1.5, "dash": "dot", "color": style.MUTED}
    # a guide for the eye, no data: it has no table
    return {
        "meta": {"columns": []},
        "type": "scatter",
        "name": _("Zipf's rule"),
        "mode": "lines",
        "x": x,
        "y": [value] * len(x),
        "line": line,
    }
