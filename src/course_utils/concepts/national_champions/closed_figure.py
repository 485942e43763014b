"""Pictures of a merger behind closed borders: who gains, from which scale gain on, and how many must merge."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.national_champions.model import COST, FIRMS, Array, Merger, merger
from course_utils.concepts.national_champions.thresholds import WHO, gain_for, pays
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

GAINS = np.linspace(0, COST, 41)
MOST_FIRMS = 12
#: Share of the firms below which no merger pays without gains in cost.
RULE = 0.8


def _looks() -> dict[str, Figure]:
    return {
        "consumers": {"name": _("Consumers"), "line": {"color": style.color(0), "dash": "dot"}},
        "nation": {"name": _("The nation"), "line": {"color": style.color(3), "width": 3}},
        "partners": {"name": _("The partners"), "line": {"color": style.color(2), "dash": "dash"}},
    }


def balance(found: Merger, **_values: Any) -> Figure:
    """Draw what each group gains or loses, and the nation as their sum."""
    names = [_("Consumers"), _("Partners"), _("Rivals"), _("The nation")]
    trace = {
        "type": "waterfall",
        "name": _("Change by the merger"),
        "x": names,
        "y": [found.consumers, found.partners, found.rivals, found.nation],
        "measure": ["relative", "relative", "relative", "total"],
        "increasing": {"marker": {"color": style.color(0)}},
        "decreasing": {"marker": {"color": style.color(1)}},
        "totals": {"marker": {"color": style.color(3)}},
        "connector": {"line": {"color": style.MUTED, "width": 1}},
        "showlegend": False,
        "hovertemplate": "%{x}: %{y:.0f}<extra></extra>",
    }
    return {"data": [trace], "layout": {"yaxis": {"title": {"text": _("Change, units of money")}}}}


def by_gain(merged: str, fixed: float) -> tuple[dict[str, Array], dict[str, float]]:
    """Changes for each group at every scale gain, and the gain from which on it does not lose."""
    found = [merger(int(merged), float(gain), fixed) for gain in GAINS]
    curves = {who: np.array([getattr(one, who) for one in found]) for who in WHO}
    return curves, {who: gain_for(who, int(merged), fixed) for who in WHO}


def gains(found: tuple[dict[str, Array], dict[str, float]], **_values: Any) -> Figure:
    """Draw the changes against the scale gain, and mark where each begins to gain."""
    curves, starts = found
    data = [{"type": "scatter", "mode": "lines", "x": GAINS, "y": curves[who]} | look for who, look in _looks().items()]
    inside = [starts[who] if 0 <= starts[who] <= COST else None for who in WHO]
    marks: Figure = {"type": "scatter", "mode": "markers", "name": _("From here on no loss"), "x": inside}
    marks |= {"y": [None if x is None else 0.0 for x in inside], "hovertemplate": "%{x:.2f}<extra></extra>"}
    data.append(marks | {"marker": {"symbol": "diamond-open", "size": 13, "color": style.MUTED, "line": {"width": 2}}})
    axes = {
        "xaxis": {"title": {"text": _("Scale gain, saved on each unit")}, "range": [-0.5, COST + 0.5]},
        "yaxis": {"title": {"text": _("Change, units of money")}, "zerolinewidth": 2},
    }
    return {"data": data, "layout": axes}


def here(found: Merger, *, gain: float, **_values: Any) -> Figure:
    """Mark the reader's scale gain on the three curves."""
    mark = {"type": "scatter", "mode": "markers", "name": _("Your merger"), "x": [gain] * len(WHO)}
    look = {"marker": {"color": style.color(1), "size": 9}, "hovertemplate": "%{y:.0f}"}
    return mark | {"y": [getattr(found, who) for who in WHO]} | look


def grid() -> list[tuple[int, int]]:
    """All pairs of firms in a market and firms that merge, as drawn."""
    return [(firms, merged) for firms in range(2, MOST_FIRMS + 1) for merged in range(2, firms + 1)]


def paying(gain: float, fixed: float) -> list[bool]:
    """Tell of each pair of `grid` whether the merger pays the partners."""
    return [pays(firms, merged, gain, fixed) for firms, merged in grid()]


def eighty(found: list[bool], **_values: Any) -> Figure:
    """Draw which mergers pay, against the rule of 80 %."""
    ends = [2.0, MOST_FIRMS + 0.4]
    rule = {
        "type": "scatter",
        "mode": "lines",
        "name": _("80 %: the least, without any saving"),
        "x": ends,
        "y": [RULE * e for e in ends],
    }
    data = [
        _dots([not one for one in found], _("Does not pay the partners"), {"symbol": "x-thin", "size": 8}, 1),
        _dots(found, _("Pays them"), {"symbol": "circle", "size": 9}, 2),
        rule | {"line": {"color": style.MUTED, "dash": "dash"}, "hoverinfo": "skip"},
    ]
    axes = {
        "xaxis": {"title": {"text": _("Firms in the market")}, "dtick": 2, "range": [1.5, MOST_FIRMS + 0.5]},
        "yaxis": {"title": {"text": _("Firms that merge")}, "dtick": 2, "range": [1.3, MOST_FIRMS + 0.7]},
    }
    return {"data": data, "layout": axes}


def _dots(shown: list[bool], name: str, marker: Figure, colour: int) -> Figure:
    pairs = list(zip(grid(), shown, strict=True))
    dots: Figure = {"type": "scatter", "mode": "markers", "name": name, "x": [firms for (firms, _m), _on in pairs]}
    ink = style.color(colour)
    return dots | {
        "y": [merged if on else None for (_f, merged), on in pairs],
        "marker": marker | {"color": ink, "line": {"color": ink, "width": 2}},
        "hovertemplate": "%{y} / %{x}",
    }


def ours(found: Merger, **_values: Any) -> Figure:
    """Ring the reader's merger on the grid."""
    ring = {"symbol": "circle-open", "size": 18, "color": style.color(3), "line": {"width": 2}}
    mark = {
        "type": "scatter",
        "mode": "markers",
        "name": _("Your merger"),
        "x": [FIRMS],
        "y": [found.merged],
        "marker": ring,
    }
    return mark | {"hoverinfo": "skip"}
