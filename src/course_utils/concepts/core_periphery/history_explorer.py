"""The explorer ``core_periphery.history``: when to pay a subsidy while transport gets cheaper, and at what cost."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.core_periphery import history
from course_utils.concepts.core_periphery import history_figure as figure
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.measures import sustain_subsidy
from course_utils.words import Sentence, _, join, number, percent, say

POLICY = ("start", "rate", "length", "speed")
RATES = (0.01, 0.02, 0.05, 0.1, 0.15)
LENGTHS = (10, 20, 40, 120)


def history_explorer() -> Explorer:
    """Return the explorer ``core_periphery.history``."""
    return Explorer(
        name="core_periphery.history",
        controls=_controls(),
        panels=[_share_panel(), _cost_panel(), _needed_panel(), _fall_panel()],
        reading=Reading(_stories, _sentence, POLICY),
        title=_("You are the planner: when do you pay?"),
        caption=_(
            "Both regions start with half of the workers. Region 2 has the subsidy while it is paid; everyone pays the"
            " same tax for it. Elasticity 5, share of manufactures 40 %."
        ),
        note=_(
            "A stylised story of 120 years: no year is a date, and the fall of transport costs, the pace of migration"
            " and the small advantage of region 1, the capital's, are made up."
        ),
    )


def _controls() -> dict[str, Any]:
    lengths = {str(n): str(number(n, 0, _("years"))) for n in LENGTHS[:-1]} | {str(LENGTHS[-1]): _("to the end")}
    speeds = {"slow": _("slow"), "medium": _("medium"), "fast": _("fast")}
    return {
        "start": Slider(_("First year of the subsidy"), 0, 100, 90, 21, decimals=0),
        "rate": Choice(_("Rate, share of the wage"), {f"{r:g}": str(percent(r)) for r in RATES}, "0.02"),
        "length": Choice(_("Paid for"), lengths, "10"),
        "speed": Choice(_("Transport costs fall"), speeds, "medium"),
    }


def _share_panel() -> Panel:
    return Panel(
        "share",
        _story,
        figure.share_figure,
        POLICY,
        title=_("Where the workers are"),
        alt=_(
            "Share of region 1 year by year, with your subsidy and, dotted, without any; a bar below shows the years"
            " in which the subsidy is paid."
        ),
        height=360,
        overlay=(
            Overlay(figure.unpaid, figure.unpaid_share, ("speed",)),
            Overlay(_nothing, figure.window, ("start", "length")),
        ),
    )


def _cost_panel() -> Panel:
    return Panel(
        "cost",
        _story,
        figure.cost_figure,
        POLICY,
        title=_("What it has cost"),
        alt=_("The cost of the subsidy added up year by year, in percent of one year's national income."),
        height=280,
    )


def _needed_panel() -> Panel:
    return Panel(
        "needed",
        figure.costs_of,
        figure.needed_figure,
        ("speed",),
        title=_("What it would take to move a full core"),
        alt=_(
            "The subsidy that a full core resists, year by year: nothing at first, then a hump; a thick bar shows the"
            " rate that you pay and the years in which you pay it."
        ),
        height=320,
        overlay=Overlay(_nothing, figure.paid_rate, ("start", "rate", "length")),
    )


def _fall_panel() -> Panel:
    return Panel(
        "fall",
        figure.costs_of,
        figure.fall_figure,
        ("speed",),
        title=_("The fall of the transport cost"),
        alt=_("The transport cost falls from 2.1 past the sustain point and the break point, in three ages."),
        height=300,
    )


def _story(start: float, rate: str, length: str, speed: str) -> history.Story:
    return history.story(int(start), float(rate), int(length), speed)


def _stories(start: float, rate: str, length: str, speed: str) -> tuple[history.Story, history.Story]:
    return _story(start, rate, length, speed), figure.unpaid(speed)


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat what the reader chose need no model."""


def _sentence(
    found: tuple[history.Story, history.Story], *, start: float, rate: str, length: str, speed: str
) -> Sentence:
    paid, unpaid = found
    years = min(int(start) + int(length), history.LAST) - int(start)
    told = say(
        _(
            "Paid from year {start} for {years} years at {rate}, the subsidy costs {bill} of one year's income in all;"
            " in year {last} region 2 has {kept} of the workers, without it {alone}."
        ),
        start=number(start),
        years=number(years),
        rate=percent(float(rate)),
        bill=percent(paid.bill, 1),
        last=number(history.LAST),
        kept=percent(1 - paid.end),
        alone=percent(1 - unpaid.end),
    )
    return join(told, _when(paid, start, speed))


def _when(paid: history.Story, start: float, speed: str) -> Sentence:
    here = float(paid.share[int(start)])
    needed = float(np.maximum(sustain_subsidy(history.transport_cost(speed)[int(start)], history.SIGMA, history.MU), 0))
    if here > 0.999:
        return say(_("When it starts region 1 has everyone, and a full core resists {s}."), s=percent(needed, 1))
    return say(_("When it starts region 1 has {here} of the workers."), here=percent(here, 1))
