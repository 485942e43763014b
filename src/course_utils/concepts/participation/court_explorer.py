"""The explorer ``participation.court``: bargaining in the shadow of a court."""

from __future__ import annotations

import math
from typing import Any

from course_utils.concepts.participation import court_figure as figure
from course_utils.concepts.participation.court import Conflict, Threshold, conflict, limits, threshold
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.explorer.controls import Control
from course_utils.words import Sentence, _, number, percent, say

ALL = ("neighbours", "developer", "procedure")


def court_explorer() -> Explorer:
    """Return the explorer ``participation.court``."""
    return Explorer(
        name="participation.court",
        controls=_controls(),
        panels=[_range(), _plane(), _stake()],
        reading=Reading(conflict, _sentence, ALL),
        title=_("Why do some conflicts end before a judge?"),
        caption=_(
            "The neighbours of a site can sue its developer; 100,000 € are at stake. Each side has its own opinion of"
            " the neighbours' chance. Short and cheap: 5,000 € a side. Long and dear: 20,000 € a side. Slow: 10,000 € a"
            " side, and while the works stand still the developer loses 30,000 €, the neighbours gain 10,000 €."
        ),
        note=_("A stylised model with invented sums; only costs over stakes matter. Each side bears its own costs."),
    )


def _controls() -> dict[str, Control]:
    kinds = {"cheap": _("short and cheap"), "dear": _("long and dear"), "slow": _("slow, and works stop")}
    return {
        "neighbours": Slider(_("Neighbours' chance, they say"), 0.0, 1.0, 0.8, percent=True, decimals=0),
        "developer": Slider(_("The same, says the developer"), 0.0, 1.0, 0.2, percent=True, decimals=0),
        "procedure": Choice(_("A trial is"), kinds, "dear"),
    }


def _range() -> Panel:
    return Panel(
        "range",
        conflict,
        figure.range_figure,
        ALL,
        alt=_("Sums that the neighbours would take, sums that the developer would give, and where they overlap."),
        title=_("Is there a sum that suits both?"),
        height=330,
    )


def _plane() -> Panel:
    here = Overlay(_here, figure.point_trace, ("neighbours", "developer"))
    return Panel(
        "plane",
        lambda procedure: conflict(0.5, 0.5, procedure).margin,
        figure.plane_figure,
        ("procedure",),
        alt=_(
            "Square of the two opinions: a corner where the neighbours hope for much and the developer fears little"
            " ends in a trial, the rest is settled."
        ),
        title=_("The corner of the optimists"),
        height=430,
        overlay=here,
    )


def _here(neighbours: float, developer: float) -> Conflict:
    return conflict(neighbours, developer, "dear")


def _stake() -> Panel:
    low = Overlay(_low, figure.low_trace, ("neighbours", "procedure"))
    high = Overlay(_high, figure.high_trace, ("developer", "procedure"))
    return Panel(
        "stake",
        lambda: None,
        figure.stake_figure,
        (),
        alt=_("The two limits in per cent of the stake, from 20,000 to a million euro; they may cross."),
        title=_("What if more is at stake?"),
        height=360,
        overlay=(low, high, Overlay(threshold, figure.threshold_trace, ALL, _stake_sentence)),
    )


def _low(neighbours: float, procedure: str) -> Any:
    return limits(neighbours, procedure)


def _high(developer: float, procedure: str) -> Any:
    return limits(developer, procedure)


def _sentence(found: Conflict, *, neighbours: float, developer: float, procedure: str) -> Sentence:
    told = {
        "nothing": _(
            "Nobody sues: a chance of {p} is not worth a trial to the neighbours. The developer, who says {q}, pays"
            " nothing."
        ),
        "settle": _(
            "They settle at {paid} thousand €. The neighbours, who say {p}, take {low} or more; the developer, who says"
            " {q}, gives {high} at most."
        ),
        "delay": _(
            "A chance of {p} would not pay for a trial, the time that it wins does: the developer, who says {q}, buys"
            " the neighbours off with {paid} thousand €."
        ),
        "court": _(
            "To court: the neighbours, who say {p}, want at least {low} thousand €, the developer, who says {q}, gives"
            " {high} at most. The gap of {gap} points is over the limit of {margin}."
        ),
    }
    parts = {"p": percent(neighbours), "q": percent(developer), "low": number(found.low), "high": number(found.high)}
    gaps = {"gap": number(100 * found.gap), "margin": number(100 * found.margin)}
    wanted = {"paid": number(found.payment, 1)} | parts | gaps
    return say(told[found.outcome], **wanted)


def _stake_sentence(found: Threshold, *, neighbours: float, developer: float, procedure: str) -> Sentence:
    if math.isinf(found.stake):
        told = _("With costs like these ({kind}) no stake is large enough to bring them before a judge.")
        return say(told, kind=_kind(procedure))
    told = _("With costs like these ({kind}) they would go to court if more than {n} thousand € were at stake.")
    return say(told, kind=_kind(procedure), n=number(found.stake))


def _kind(procedure: str) -> str:
    return {
        "cheap": _("10,000 € together"),
        "dear": _("40,000 € together"),
        "slow": _("40,000 € together, delay included"),
    }[procedure]
