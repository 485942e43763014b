"""The explorer ``porter_cluster.programme``: a government spends on corners, chance hits them."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.porter_cluster import sentences
from course_utils.concepts.porter_cluster.programme import BUDGETS, Programme, programme
from course_utils.concepts.porter_cluster.words_of import rules, starts
from course_utils.explorer import Choice, Explorer, Panel, Reading, Slider, style
from course_utils.words import _, number, say

Figure = dict[str, Any]
STATE = ("start", "r", "chance")
CHANCES = ("0", "10", "20", "30")


def programme_explorer() -> Explorer:
    """Return the explorer ``porter_cluster.programme``."""
    return Explorer(
        name="porter_cluster.programme",
        controls={
            "start": Choice(_("The cluster as it is"), starts(), "one_star"),
            "r": Slider(_("Exponent r"), -9.0, 1.0, -4.0, 21, decimals=1),
            "chance": Choice(_("Chance"), _chances(), "0"),
        },
        panels=[
            Panel(
                "programme",
                _programme,
                _figure,
                STATE,
                title=_("Where should the money go?"),
                alt=_(
                    "Strength of the cluster against the points that a programme spends, for three rules: back the"
                    " strongest corner, the same to all, lift the weakest. A band shows what chance does to the last."
                ),
                height=420,
            )
        ],
        reading=Reading(_programme, sentences.programme_sentence, STATE),
        title=_("A minister with sixty points"),
        caption=_(
            "Government is no fifth corner: it acts through the four. A point lifts one corner by one. Then chance"
            " tosses a coin for each corner, up or down; all 16 draws are taken, so nothing is sampled."
        ),
        note=_("A stylised model: no real programme is scored in points."),
    )


def _chances() -> dict[str, str]:
    told = _("up or down by {n}")
    return {c: str(say(told, n=number(float(c)))) if float(c) else _("switched off") for c in CHANCES}


def _programme(start: str, r: float, chance: str) -> Programme:
    return programme(start, r, float(chance))


def _figure(found: Programme, **_values: Any) -> Figure:
    edge = {"mode": "lines", "line": {"width": 0, "color": style.color(2)}, "hoverinfo": "skip", "showlegend": False}
    data = [
        _line(_("Unluckiest draw, weakest lifted"), found.low) | edge,
        _line(_("Luckiest draw, weakest lifted"), found.high) | edge | {"fill": "tonexty"},
    ]
    looks = (("strongest", 1, "dash", "triangle-up"), ("even", 0, "dot", "square"), ("weakest", 2, "solid", "circle"))
    for rule, color, dash, symbol in looks:
        line = {"color": style.color(color), "width": 3, "dash": dash}
        marker = {"symbol": symbol, "size": 8, "color": style.color(color)}
        drawn = _line(rules()[rule], found.mean[rule]) | {"mode": "lines+markers", "line": line, "marker": marker}
        data.append(drawn)
    axes = {
        "xaxis": {"title": {"text": _("Points spent, all corners together")}},
        "yaxis": {"title": {"text": _("Strength of the cluster")}, "range": [0, 100]},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}


def _line(name: str, values: Any) -> Figure:
    return {"type": "scatter", "name": name, "x": list(BUDGETS), "y": values}
