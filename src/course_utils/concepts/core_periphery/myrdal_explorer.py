"""The explorer ``core_periphery.myrdal``: backwash and spread, two lines."""

from __future__ import annotations

import math
from typing import Any

from course_utils.concepts.core_periphery import myrdal
from course_utils.explorer import Choice, Explorer, Panel, Reading, Slider, style
from course_utils.words import Sentence, _, join, number, say

ALL = ("backwash", "spread", "ratio")


def myrdal_explorer() -> Explorer:
    """Return the explorer ``core_periphery.myrdal``."""
    return Explorer(
        name="core_periphery.myrdal",
        controls={
            "backwash": Slider(_("Backwash, a year"), 0.0, 0.02, 0.01, 21, decimals=1, percent=True),
            "spread": Slider(_("Spread, a year"), 0.0, 0.04, 0.006, 21, decimals=1, percent=True),
            "ratio": Choice(_("Periphery at the start"), {"0.9": _("90 of the core's 100"), "0.5": _("50")}, "0.9"),
        },
        panels=[
            Panel(
                "incomes",
                _incomes,
                _figure,
                ALL,
                title=_("Backwash and spread"),
                alt=_("Two lines over 60 years: the income of the core, and that of the periphery below it."),
                height=320,
            )
        ],
        reading=Reading(_incomes, _sentence, ALL),
        title=_("Myrdal's two lines"),
        caption=_("Both places grow by 2 % a year of themselves. Backwash and spread are shares of the gap."),
        note=_("A stylised system: Myrdal (1957) gave words, no equations and no numbers."),
    )


def _incomes(backwash: float, spread: float, ratio: str) -> myrdal.Incomes:
    return myrdal.incomes(backwash, spread, float(ratio))


def _figure(found: myrdal.Incomes, **_values: Any) -> dict[str, Any]:
    years = list(range(0, myrdal.YEARS + 1, 3))
    lines = {_("Core"): (found.core, "solid", 0), _("Periphery"): (found.periphery, "dash", 1)}
    data = [
        {"type": "scatter", "mode": "lines", "name": name, "x": years, "y": path[::3]}
        | {"line": {"color": style.color(colour), "dash": dash, "width": 3}}
        for name, (path, dash, colour) in lines.items()
    ]
    axes = {
        "xaxis": {"title": {"text": _("Year")}},
        "yaxis": {"title": {"text": _("Income (core in year 0 = 100)")}, "rangemode": "tozero"},
    }
    return {"data": data, "layout": axes}


def _sentence(found: myrdal.Incomes, *, backwash: float, spread: float, ratio: str) -> Sentence:
    told = say(
        _("After {years} years the periphery earns {now} for every 100 of the core; it began with {then}."),
        years=number(myrdal.YEARS),
        now=number(100 * found.ratio),
        then=number(100 * float(ratio)),
    )
    return join(told, _verdict(backwash, spread))


def _verdict(backwash: float, spread: float) -> Sentence:
    rest = myrdal.resting_ratio(backwash, spread)
    if math.isnan(rest):
        return say(_("Nothing flows between them: each grows alone."))
    if rest == 0:
        return say(_("Spread is no larger than backwash: in the end the periphery is nothing beside the core."))
    if rest == 1:
        return say(_("Spread is at least twice the backwash: in the end the two are equal."))
    return say(
        _("Spread is between once and twice the backwash: in the end {rest} for every 100."), rest=number(100 * rest)
    )
