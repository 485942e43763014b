"""Pictures of the sieve: where each place drops out, how many are left, and how far the count swings."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.industrial_district.steps import STEPS, Funnel
from course_utils.explorer import style
from course_utils.words import _, number, percent, say

Figure = dict[str, Any]

#: What the reader may ask for at each step.
OFFERED = {
    "manufacturing": ("0.6", "0.8", "1", "1.1", "1.2", "1.4"),
    "small": ("0.8", "0.9", "1", "1.1", "1.2"),
    "dominant": ("1", "2", "3", "4", "5"),
    "small_dominant": ("0.3", "0.4", "0.5", "0.6", "0.7"),
}
TALLEST = 35
#: Middle of a name beside its mark, in columns.
MIDDLE = 0.28
SYMBOLS = ("circle", "square", "diamond", "triangle-up")


def step_names() -> dict[str, str]:
    """What each step looks at, in a few words."""
    return {
        "manufacturing": _("1 Manufacturing"),
        "small": _("2 Small plants"),
        "dominant": _("3 One industry"),
        "small_dominant": _("4 Small plants in it"),
    }


def industry_names() -> dict[str, str]:
    """Name of each industry."""
    return {
        "textiles": _("textiles"),
        "leather": _("leather"),
        "furniture": _("furniture"),
        "ceramics": _("ceramics"),
        "metalwork": _("metalwork"),
        "machinery": _("machinery"),
        "food": _("food"),
        "chemicals": _("chemicals"),
    }


def places_figure(found: Funnel, **_values: Any) -> Figure:
    """Write each place in the column of the step where it drops out; those that pass all stand on the right."""
    kinds = found.markets.made_as
    data = [
        _places(found, [i for i, kind in enumerate(kinds) if kind == "district"], _("Made as a district"), "star"),
        _places(
            found, [i for i, kind in enumerate(kinds) if kind != "district"], _("Made as something else"), "circle-open"
        ),
    ]
    ticks = [_("out at 1"), _("out at 2"), _("out at 3"), _("out at 4"), _("district")]
    across = {
        "tickvals": [at + MIDDLE for at in range(len(ticks))],
        "ticktext": ticks,
        "range": [-0.3, 4.85],
        "side": "top",
    }
    axes = {
        "xaxis": {"title": {"text": _("Steps passed")}, "showgrid": False, "zeroline": False} | across,
        "yaxis": {"visible": False, "range": [TALLEST + 0.5, -0.8]},
        "hovermode": "closest",
        "legend": {"y": -0.01, "yanchor": "top"},
    }
    return {"data": data, "layout": axes}


def _places(found: Funnel, own: list[int], name: str, symbol: str) -> Figure:
    rank, fill = {}, [0] * (len(STEPS) + 1)
    for i, reached in enumerate(found.reached):
        rank[i], fill[reached] = fill[reached], fill[reached] + 1
    colour = style.color(1 if symbol == "star" else 0)
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": name,
        "x": [int(found.reached[i]) for i in own],
        "y": [rank[i] for i in own],
        "text": [found.markets.names[i] for i in own],
        "textposition": "middle right",
        "textfont": {"size": 11},
        "marker": {"symbol": symbol, "size": 9, "color": colour},
        "customdata": [_told(found, i) for i in own],
        "hovertemplate": "%{customdata}<extra></extra>",
        "meta": {"columns": ["text", "x"]},
    }


def _told(found: Funnel, place: int) -> str:
    first, second, third, fourth = found.sieve.values[:, place]
    industry = industry_names()[found.markets.industries[found.sieve.dominant[place]]]
    told = _("{name}: manufacturing {a}, small plants {b}, {industry} {c}, small plants in it {d}")
    quotients = {"a": number(first, 2), "b": number(second, 2), "c": number(third, 1), "d": percent(fourth)}
    return str(say(told, name=found.markets.names[place], industry=industry, **quotients))


def left_figure(found: Funnel, **_values: Any) -> Figure:
    """Draw how many places are left at the start and after each step, as a funnel of bars."""
    rows = [_("All places"), *step_names().values()]
    bars = {
        "type": "bar",
        "orientation": "h",
        "name": _("Places left"),
        "y": rows,
        "x": found.counts,
        "base": [-count / 2 for count in found.counts],
        "text": [str(count) for count in found.counts],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "marker": {"color": style.color(0)},
        "meta": {"columns": ["y", "text"]},
        "hovertemplate": "%{y}: %{text}<extra></extra>",
    }
    axes = {
        "xaxis": {"visible": False, "range": [-25, 25]},
        "yaxis": {"autorange": "reversed"},
        "bargap": 0.12,
    }
    return {"data": [bars], "layout": axes}


def swing(found: Funnel) -> dict[str, list[int]]:
    """Districts found when one threshold alone takes each of the values offered, by step."""
    values = found.sieve.values
    ok = values > np.array(found.thresholds)[:, None]
    moved: dict[str, list[int]] = {}
    for at, step in enumerate(STEPS):
        others = np.delete(ok, at, axis=0).all(axis=0)
        moved[step] = [int((others & (values[at] > float(tried))).sum()) for tried in OFFERED[step]]
    return moved


def swing_figure(found: Funnel, **_values: Any) -> Figure:
    """Draw the number of districts against each threshold, moved alone, in steps from the laxest to the strictest."""
    data = []
    for colour, (step, counts) in enumerate(swing(found).items()):
        line = {"color": style.color(colour), "width": 2, "dash": ("solid", "dash", "dot", "dashdot")[colour]}
        look = {"line": line, "marker": {"symbol": SYMBOLS[colour], "size": 9, "color": style.color(colour)}}
        trace = {"type": "scatter", "mode": "lines+markers", "name": step_names()[step]}
        x = list(range(1, len(counts) + 1))
        told = {"text": list(OFFERED[step]), "hovertemplate": "%{text}: %{y}", "meta": {"columns": ["text", "y"]}}
        data.append(trace | {"x": x, "y": counts} | look | told)
    axes = {
        "xaxis": {"title": {"text": _("Threshold, lax to strict")}, "dtick": 1},
        "yaxis": {"title": {"text": _("Districts")}, "range": [-0.8, 26]},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}
