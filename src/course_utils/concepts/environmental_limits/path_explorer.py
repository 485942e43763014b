"""The explorer ``environmental_limits.path``: a target is a budget, and a budget is used up."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from course_utils.concepts.environmental_limits import pathway as model
from course_utils.concepts.environmental_limits.pathway import BUDGET, DECADE, PAST, SEEN, YEARS, Path
from course_utils.explorer import Choice, Explorer, Panel, Reading, Slider, style
from course_utils.words import Sentence, _, join, number, percent, say

Figure = dict[str, Any]

BOTH = ("after", "route")
SEEN_COLOUR, OWN, LAW = style.color(3), style.color(0), style.color(1)


def path_explorer() -> Explorer:
    """Return the explorer ``environmental_limits.path``."""
    routes = {
        "straight": _("straight down"),
        "halving": _("halved every ten years"),
        "late": _("only after 2040"),
    }
    return Explorer(
        name="environmental_limits.path",
        controls={
            "after": Slider(_("Each year from 2024 to 2030"), 0, 24_000, 19_000, 49, decimals=0, unit=_("ha")),
            "route": Choice(_("From 2031 to nothing in 2050"), routes, "straight"),
        },
        panels=[_yearly_panel(), _sum_panel()],
        reading=Reading(model.path, _sentence, BOTH),
        title=_("France on the way to no net land take"),
        caption=_(
            "Natural, farm and forest land taken in a year in France. Seen: Cerema, each year from the edition that"
            " first gave it (2023, 2024, 2025). The law's line: half of 24,000 ha from the first year, then straight"
            " down."
        ),
        note=_(
            "From 2024 on everything is your assumption. The law leaves the way from 2031 to 2050 open, and in the end"
            " counts net of land given back to nature, which no route here draws."
        ),
    )


def _yearly_panel() -> Panel:
    return Panel(
        "yearly",
        model.path,
        _yearly_figure,
        BOTH,
        title=_("Land taken each year"),
        alt=_("Bars: hectares taken in 2021 to 2023 as seen, then your path to 2050; a dashed line is the law's."),
        height=340,
    )


def _sum_panel() -> Panel:
    return Panel(
        "sum",
        model.path,
        _sum_figure,
        BOTH,
        title=_("Land taken since 2021, added up"),
        alt=_("Your path added up since 2021, that of the law, and a level line where the budget to 2031 ends."),
        height=340,
    )


def _yearly_figure(found: Path, **_values: Any) -> Figure:
    seen = np.array([int(year) in SEEN for year in YEARS])
    data: list[Figure] = []
    for name, kept, colour, pattern in ((_("seen"), seen, SEEN_COLOUR, "/"), (_("your path"), ~seen, OWN, "")):
        marker = {"color": colour, "pattern": {"shape": pattern, "fillmode": "overlay", "solidity": 0.2}}
        bars = {"type": "bar", "name": name, "x": YEARS[kept], "y": found.yearly[kept], "marker": marker}
        data.append(bars)
    data.append(_line(_("the law's"), model.lawful().yearly, LAW, "dash"))
    axes = {
        "xaxis": {"title": {"text": _("Year")}, "tickformat": "d"},
        "yaxis": {"title": {"text": _("ha a year")}, "range": [0, PAST + 1000], "tickformat": ","},
        "bargap": 0.1,
    }
    return {"data": data, "layout": axes}


def _sum_figure(found: Path, **_values: Any) -> Figure:
    ends = {"x": [DECADE[0], DECADE[-1]], "y": [BUDGET / 1000] * 2}
    budget = {"type": "scatter", "mode": "lines", "name": _("budget to 2031")} | ends
    data = [
        _line(_("your path"), np.cumsum(found.yearly) / 1000, OWN, "solid"),
        _line(_("the law's"), np.cumsum(model.lawful().yearly) / 1000, LAW, "dash"),
        budget | {"line": {"color": style.color(3), "width": 3, "dash": "dot"}},
    ]
    axes = {
        "xaxis": {"title": {"text": _("End of the year")}, "tickformat": "d"},
        "yaxis": {"title": {"text": _("Thousand ha since 2021")}, "range": [0, 610]},
    }
    return {"data": data, "layout": axes}


def _line(name: str, y: Any, colour: str, dash: str) -> Figure:
    line = {"color": colour, "width": 3, "dash": dash}
    return {"type": "scatter", "mode": "lines", "name": name, "x": YEARS, "y": y, "line": line}


def _sentence(found: Path, *, after: float, route: str) -> Sentence:
    seen = say(
        _("By the end of 2023 three years had used {share} of the decade's budget of {budget} ha."),
        share=percent(sum(SEEN.values()) / BUDGET),
        budget=number(BUDGET),
    )
    ended = _("At {after} ha a year the decade takes {decade} ha, and stays within it.")
    spent = _("At {after} ha a year the decade takes {decade} ha: the budget is used up in the course of {year}.")
    over = not math.isnan(found.used_up)
    year = {"year": str(int(found.used_up))} if over else {}
    told = say(spent if over else ended, after=number(after), decade=number(found.decade), **year)
    whole = say(
        _("From 2021 to 2050 that makes {total} ha, {times} times the law's line."),
        total=number(found.total),
        times=number(found.total / model.lawful().total, 1),
    )
    return join(seen, told, whole)
