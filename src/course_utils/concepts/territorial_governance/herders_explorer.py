"""The explorer ``territorial_governance.herders``: a State that may be wrong, or a contract that costs."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.territorial_governance.figure import Figure
from course_utils.concepts.territorial_governance.state import CHANCES, FINES, Ruled, ruled
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, style
from course_utils.measures import contract_gain
from course_utils.words import Sentence, _, number, percent, say


def herders_explorer() -> Explorer:
    """Return the explorer ``territorial_governance.herders``."""
    return Explorer(
        name="territorial_governance.herders",
        controls={
            "right": Slider(_("The State is right with"), 0, 1, 0.7, 101, decimals=0, percent=True),
            "fine": Choice(_("The fine"), {f"{f:g}": str(number(f, 1 if f < 1 else 0)) for f in FINES}, "2"),
            "cost": Slider(_("A contract costs both together"), 0, 24, 4, 49, decimals=1),
        },
        panels=[_choice_panel(), _gain_panel()],
        reading=Reading(_ruled, _sentence, ("right", "fine")),
        title=_("The State, or a contract?"),
        caption=_(
            "Two herders. Both keep to the limit: 10 each. Both exceed it: 0 each. One exceeds alone: 11 for him,"
            " -1 for the other. The State fines who exceeds, if it is right, and who does not, if it is wrong."
        ),
        note=_(
            "The herders' game of Ostrom (1990, chapter 1). What the State's own watch costs is left out, as there."
        ),
    )


def _choice_panel() -> Panel:
    return Panel(
        "choice",
        _ruled,
        _choice_figure,
        ("right", "fine"),
        title=_("What pays, under the State?"),
        alt=_(
            "Two pairs of bars: the gain of a herder who keeps to the limit or exceeds it, if the other does either."
        ),
        height=320,
    )


def _gain_panel() -> Panel:
    return Panel(
        "gain",
        _gains,
        _gain_figure,
        ("fine",),
        title=_("What each ends up with"),
        alt=_(
            "A line of the gain under the State over how often it is right, with a jump, a level line for a contract."
        ),
        height=360,
        overlay=(
            Overlay(_ruled, _point, ("right", "fine")),
            Overlay(_contract, _contract_line, ("cost",), _contract_sentence),
        ),
    )


def _ruled(right: float, fine: str) -> Ruled:
    return ruled(right, float(fine))


def _gains(fine: str) -> list[float]:
    return [ruled(float(right), float(fine)).gain for right in CHANCES]


def _contract(cost: float) -> float:
    return contract_gain(cost)


def _choice_figure(found: Ruled, **_values: Any) -> Figure:
    others = [_("the other keeps"), _("the other exceeds")]
    data: list[Figure] = []
    for name, row, look, pattern in ((_("You keep"), 0, 2, ""), (_("You exceed"), 1, 3, "/")):
        marker = {"color": style.color(look), "pattern": {"shape": pattern, "fillmode": "overlay", "solidity": 0.2}}
        bar = {"type": "bar", "name": name, "x": others, "y": found.game[row], "marker": marker}
        data.append(bar | {"texttemplate": "%{y:.2f}", "textposition": "outside", "cliponaxis": False})
    axes = {
        "barmode": "group",
        "xaxis": {"title": {"text": _("What the other does")}},
        "yaxis": {"title": {"text": _("Your expected gain")}, "range": [-12.5, 12.5]},
    }
    return {"data": data, "layout": axes}


def _gain_figure(found: list[float], **_values: Any) -> Figure:
    y = [value if np.isfinite(value) else None for value in found]
    line = {"color": style.color(0), "width": 3}
    state = {"type": "scatter", "mode": "lines", "name": _("Under the State"), "x": 100 * CHANCES, "y": y, "line": line}
    axes = {
        "xaxis": {"title": {"text": _("The State is right (%)")}, "range": [-2, 102]},
        "yaxis": {"title": {"text": _("Gain of each")}, "range": [-11, 11]},
    }
    return {"data": [state | {"connectgaps": False}], "layout": axes}


def _point(found: Ruled, *, right: float, **_values: Any) -> Figure:
    y = found.gain if np.isfinite(found.gain) else None
    mark = {"symbol": "diamond", "size": 13, "color": style.color(1), "line": {"width": 1.5, "color": "#ffffff"}}
    return {"type": "scatter", "mode": "markers", "name": _("Yours"), "x": [100 * right], "y": [y], "marker": mark}


def _contract_line(found: float, **_values: Any) -> Figure:
    line = {"color": style.color(2), "width": 3, "dash": "dash"}
    return {"type": "scatter", "mode": "lines", "name": _("Contract"), "x": [0, 100], "y": [found, found], "line": line}


def _sentence(found: Ruled, *, right: float, fine: str) -> Sentence:
    told = {
        "keep": _("The State is right with {right}, its fine is {fine}: both keep to the limit and gain {gain} each."),
        "exceed": _(
            "The State is right with {right}, its fine is {fine}: both exceed the limit and end at {gain} each."
        ),
        "either": _("The State is right with {right}, its fine is {fine}: keeping and exceeding pay the same."),
    }[found.choice]
    numbers = {"right": percent(right), "fine": number(float(fine), 1)}
    return say(told, **numbers) if found.choice == "either" else say(told, gain=number(found.gain, 2), **numbers)


def _contract_sentence(found: float, *, cost: float) -> Sentence:
    told = _("A contract at {cost} leaves each {gain} if both sign; if one refuses, 0.")
    if found <= 0:
        told = _("A contract at {cost} would leave each {gain}: nobody signs.")
    return say(told, cost=number(cost, 1), gain=number(found, 2))
