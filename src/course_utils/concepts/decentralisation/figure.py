"""Pictures of the three arrangements: what each place gets, what is lost, and the frontier between them."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.decentralisation.model import Outcome
from course_utils.concepts.decentralisation.territory import Home
from course_utils.concepts.decentralisation.threshold import threshold
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

STATE, PLACES, BEST, READER = style.color(1), style.color(0), style.MUTED, style.color(3)
#: Numbers of places that can be chosen.
NUMBERS = (4, 12, 36)
#: Ends of the axes of the phase diagram, and the spillovers along which its frontier is drawn.
WIDEST, TALLEST = 0.7, 1.12
ALONG = np.linspace(0, 0.41, 42)


def arrangements() -> dict[str, str]:
    """Name of each arrangement."""
    return {"state": _("The State, one level for all"), "places": _("Each place alone"), "best": _("Best possible")}


def places_figure(found: Outcome, **_values: Any) -> Figure:
    """Draw the level of the good in each place under the three arrangements."""
    n, names = found.theta.size, arrangements()
    gap = [None] * (NUMBERS[-1] - n)
    where = [*(100 * (np.arange(n) + 0.5) / n).round(1).tolist(), *gap]
    dots = {"type": "scatter", "mode": "markers", "x": where}
    best = {"symbol": "circle-open", "size": 11, "color": BEST, "line": {"width": 2.5}}
    data = [
        dots | {"name": names["best"], "y": [*found.best.tolist(), *gap], "marker": best},
        dots | {"name": names["places"], "y": [*found.places.tolist(), *gap]}
        | {"marker": {"symbol": "diamond", "size": 8, "color": PLACES}},
        {"type": "scatter", "mode": "lines", "name": names["state"], "x": [0, 100], "y": found.state[:2].tolist()}
        | {"line": {"color": STATE, "width": 3, "dash": "dash"}},
    ]  # fmt: skip
    axes = {
        "xaxis": {"title": {"text": _("Places, least demanding first (%)")}, "range": [-3, 103]},
        "yaxis": {"title": {"text": _("Level of the good (mean wish = 1)")}, "range": [0, 4.2]},
    }
    return {"data": data, "layout": axes}


def loss_figure(found: Outcome, **_values: Any) -> Figure:
    """Draw what each arrangement misses, fixed costs apart."""
    bars = {"type": "bar", "orientation": "h", "y": _rows(), "x": [found.state_loss, found.places_loss]}
    look = {"name": _("Missing to the best"), "marker": {"color": [STATE, PLACES]}, "showlegend": False}
    axes = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("% of an average place's gain")}, "range": [0, 66]},
        "yaxis": {"autorange": "reversed"},
    }
    return {"data": [bars | look], "layout": axes}


def _rows() -> list[str]:
    return [_("The State"), _("Places alone")]


def fixed_trace(_result: None, *, n: str, fixed: str) -> Figure:
    """Draw the fixed cost a place beside what is missing."""
    cost = 100 * float(fixed)
    bars = {"type": "bar", "orientation": "h", "y": _rows(), "x": [cost / int(n), cost]}
    return bars | {"name": _("Fixed cost a place"), "marker": {"color": BEST, "pattern": {"shape": "/"}}}


def frontier_figure(curve: np.ndarray, **_values: Any) -> Figure:
    """Draw the frontier of your case and that of the textbook."""
    x = ALONG / (1 - ALONG)
    line = {"type": "scatter", "mode": "lines", "x": x}
    data = [
        line | {"name": _("Textbook: many places, no fixed cost"), "y": x}
        | {"line": {"color": BEST, "width": 2, "dash": "dot"}},
        line | {"name": _("Your number of places and fixed cost"), "y": curve}
        | {"line": {"color": style.color(4), "width": 3}},
    ]  # fmt: skip
    axes = {
        "xaxis": {"title": {"text": _("Spillover to own benefit, κ/(1 − κ)")}, "range": [-0.02, WIDEST]},
        "yaxis": {"title": {"text": _("Coefficient of variation of tastes")}, "range": [-0.03, TALLEST]},
        "annotations": [_word(0.25, 1.0, _("places alone do better")), _word(0.48, 0.05, _("the State does better"))],
    }
    return {"data": data, "layout": axes}


def _word(x: float, y: float, text: str) -> Figure:
    return {"x": x, "y": y, "text": text, "showarrow": False, "font": {"size": 13}}


def frontier(n: str, fixed: str) -> np.ndarray:
    """Return the threshold along the spillovers that are drawn."""
    return threshold(ALONG, int(n), float(fixed))


def your_point(_result: None, *, spread: float, kappa: float) -> Figure:
    """Draw the reader's case."""
    point = {"type": "scatter", "mode": "markers", "name": _("Your case"), "x": [kappa / (1 - kappa)], "y": [spread]}
    return point | {"marker": {"symbol": "circle", "size": 14, "color": READER}}


def threshold_mark(found: float, *, kappa: float, n: str, fixed: str) -> Figure:
    """Mark the threshold at the spillover chosen."""
    look = {"symbol": "line-ew-open", "size": 18, "color": READER, "line": {"width": 3, "color": READER}}
    point = {"type": "scatter", "mode": "markers", "name": _("Threshold at your spillover"), "marker": look}
    return point | {"x": [kappa / (1 - kappa)], "y": [found]}


def home_line(found: Home, *, territory: str, trait: str) -> Figure:
    """Draw the spread assumed for the reader's département, whatever the spillover."""
    line = {"color": style.color(2), "width": 3, "dash": "dashdot"}
    base = {"type": "scatter", "mode": "lines", "name": _("Your territory, by assumption"), "line": line}
    return base | {"x": [0, WIDEST], "y": [found.spread, found.spread]}
