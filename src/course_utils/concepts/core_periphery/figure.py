"""Pictures of the two regions: the wiggle, the tomahawk, and the subsidies that matter."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

import numpy as np

from course_utils.concepts.core_periphery import model
from course_utils.concepts.core_periphery.model import Array, Branches, Thresholds
from course_utils.explorer import style
from course_utils.measures import core_periphery
from course_utils.words import _, percent

Figure = dict[str, Any]

STABLE, UNSTABLE, READER = style.color(0), style.color(3), style.color(1)
#: Shares at which the wiggle is computed, and those that carry an arrow.
CURVE = np.linspace(0, 1, 41)
#: Larger gaps, in %, are not drawn: they would flatten all others, and no resting point lies there.
WIDEST = 16.0
ARROWS = np.linspace(0.05, 0.95, 10)
#: Transport costs along which diagrams are computed, and what their axis shows.
COSTS = np.linspace(1.02, 2.15, 91)
COST_RANGE = [1.0, 2.17]
#: Top of the axis of subsidies in %, above all humps; and how high a part must be to hold a word, as a fraction.
HIGHEST, ROOM = 26.0, 0.055


@dataclass(frozen=True, eq=False)
class Wiggle:
    """Gap in real wages along the share of region 1, in % of region 2's, and the equilibria.

    Parameters
    ----------
    gap : ndarray, shape (41,)
        At the shares `CURVE`.
    found : Branches
        Equilibria at this transport cost.
    """

    gap: Array
    found: Branches


@functools.lru_cache(maxsize=4096)
def wiggle(T: float, sigma: float, mu: float, subsidy: float) -> Wiggle:
    """Compute the wiggle of one state."""
    return Wiggle(gap(T, sigma, mu, CURVE, subsidy), model.at(T, sigma, mu, subsidy))


def gap(T: float, sigma: float, mu: float, shares: Array, subsidy: float) -> Array:
    """Real wage of region 1 over that of region 2, in % more, at given shares."""
    found = core_periphery(T, sigma, mu, shares, subsidy)
    return np.asarray(100 * (found.omega1 / found.omega2 - 1))


def wiggle_figure(result: Wiggle, **_values: Any) -> Figure:
    """Draw the gap against the share, with stable and unstable equilibria."""
    found = result.found
    drawn = np.where(np.abs(result.gap) <= WIDEST, result.gap, np.nan)
    curve = {"type": "scatter", "mode": "lines", "name": _("Gap in real wages"), "x": 100 * CURVE, "y": drawn}
    stable = np.concatenate([found.core2, found.settled, found.core1])
    unstable = np.concatenate([found.lower, found.upper])
    data = [
        curve | {"line": {"color": style.MUTED, "width": 3}},
        _marks(_("Stable"), stable, {"color": STABLE, "size": 13}),
        _marks(_("Unstable"), unstable, _hollow(UNSTABLE)),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Workers in region 1 (%)")}, "range": [-4, 104], "zeroline": False},
        "yaxis": {"title": {"text": _("Real wage, region 1 over 2 (%)")}, "zerolinewidth": 2},
    }
    return {"data": data, "layout": axes}


def _marks(name: str, shares: Array, marker: dict[str, Any]) -> Figure:
    """Mark resting points on the line of equal wages."""
    ends = {"x": 100 * shares, "y": [0.0] * len(shares)}
    return {"type": "scatter", "mode": "markers", "name": name, "marker": marker} | ends


def _hollow(colour: str) -> dict[str, Any]:
    return {"symbol": "circle-open", "size": 13, "color": colour, "line": {"width": 3}}


def start_on_wiggle(_result: None, *, share: float) -> Figure:
    """Mark the reader's start on the line of equal wages."""
    return _start([100 * share], [0.0], "triangle-down")


def _start(x: list[float], y: list[float], symbol: str) -> Figure:
    mark = {"symbol": symbol, "size": 14, "color": READER}
    return {"type": "scatter", "mode": "markers", "name": _("Your start"), "x": x, "y": y, "marker": mark}


def tomahawk_figure(found: Branches, **_values: Any) -> Figure:
    """Draw the long-run shares along the transport cost: what holds, and what tips over."""
    stable = {"color": STABLE, "width": 3}
    unstable = {"color": UNSTABLE, "width": 2, "dash": "dash"}
    data = [
        _branch(_("Stable"), found.T, found.core1, stable),
        _branch(_("Stable"), found.T, found.settled, stable, legend=False),
        _branch(_("Stable"), found.T, found.core2, stable, legend=False),
        _branch(_("Unstable"), found.T, found.upper, unstable),
        _branch(_("Unstable"), found.T, found.lower, unstable, legend=False),
    ]
    axes = {
        "xaxis": cost_axis(),
        "yaxis": {"title": {"text": _("Workers in region 1 (%)")}, "range": [-5, 105], "zeroline": False},
    }
    return {"data": data, "layout": axes}


def cost_axis() -> dict[str, Any]:
    """Axis of transport costs."""
    return {"title": {"text": _("Transport cost T (sent for 1 to arrive)")}, "range": COST_RANGE}


def _branch(name: str, costs: Array, shares: Array, line: dict[str, Any], legend: bool = True) -> Figure:
    path = {"type": "scatter", "mode": "lines", "name": name, "x": costs, "y": 100 * shares, "line": line}
    return path | {"showlegend": legend, "legendgroup": name, "connectgaps": False}


def rising(found: Wiggle, *, T: float, **_values: Any) -> Figure:
    """Point up where workers move to region 1, at the reader's transport cost."""
    return _arrows(found, T, 1, _("Towards region 1"), "triangle-up")


def falling(found: Wiggle, *, T: float, **_values: Any) -> Figure:
    """Point down where workers move to region 2."""
    return _arrows(found, T, -1, _("Towards region 2"), "triangle-down")


def _arrows(found: Wiggle, T: float, sign: int, name: str, symbol: str) -> Figure:
    moving = np.sign(np.interp(ARROWS, CURVE, found.gap)) == sign
    look = {"marker": {"symbol": symbol, "size": 8, "color": style.MUTED}, "hoverinfo": "skip", "meta": {"columns": []}}
    shares = [float(100 * share) if up else None for share, up in zip(ARROWS, moving, strict=True)]
    return {"type": "scatter", "mode": "markers", "name": name, "x": [T] * len(shares), "y": shares} | look


def start_on_tomahawk(_result: None, *, T: float, share: float) -> Figure:
    """Mark the reader's start at the reader's transport cost."""
    return _start([T], [100 * share], "diamond")


def threshold_figure(found: Thresholds, **_values: Any) -> Figure:
    """Draw how large a subsidy must be to empty a core, and to move it as a whole."""
    nothing = {"fill": "tozeroy", "fillcolor": _faint(STABLE)}
    data = [
        _subsidy(_("s*: a core holds up to here"), found.T, found.sustain, {"color": STABLE, "width": 3}) | nothing,
        _subsidy(_("Everyone moves from here"), found.T, found.move, {"color": UNSTABLE, "width": 2, "dash": "dash"}),
        _names(found),
    ]
    axes = {
        "xaxis": cost_axis(),
        "yaxis": {"title": {"text": _("Wage subsidy (%)")}, "range": [-0.5, HIGHEST], "zeroline": False},
    }
    return {"data": data, "layout": axes}


def _names(found: Thresholds) -> Figure:
    """Write into each part of the diagram that has room for it what happens there."""
    top, wide = int(found.sustain.argmax()), int((found.move - found.sustain).argmax())
    high, gap = float(found.sustain[top]), float(found.move[wide] - found.sustain[wide])
    nobody = (found.T[top] + 0.04, 40 * high) if high > ROOM else (None, None)
    some = (COST_RANGE[1], 50 * (found.sustain[wide] + found.move[wide]) - 1) if gap > ROOM / 2 else (None, None)
    x, y = zip(nobody, (1.04, HIGHEST - 2), some, strict=True)
    words = [_("nobody moves"), _("everyone moves"), _("some move")]
    text = {"type": "scatter", "mode": "text", "name": _("What happens"), "x": x, "y": y, "text": words}
    text["textposition"] = ["middle center", "middle right", "middle left"]
    return text | {"showlegend": False, "hoverinfo": "skip", "meta": {"columns": []}}


def _subsidy(name: str, costs: Array, subsidies: Array, line: dict[str, Any]) -> Figure:
    path = {"type": "scatter", "mode": "lines", "name": name, "x": costs, "y": 100 * subsidies, "line": line}
    return path | {"hovertemplate": "T = %{x:.2f}: %{y:.1f} %"}


def _faint(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.18)"


def your_subsidy(_result: None, *, T: float, subsidy: str) -> Figure:
    """Mark the reader's subsidy at the reader's transport cost."""
    mark = {"symbol": "diamond", "size": 13, "color": READER}
    at = {"x": [T], "y": [100 * float(subsidy)], "text": [str(percent(float(subsidy)))]}
    return {"type": "scatter", "mode": "markers", "name": _("Your subsidy"), "marker": mark} | at
