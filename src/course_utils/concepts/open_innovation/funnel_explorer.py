"""The explorer ``open_innovation.funnel``: a year of ideas, with and without a laboratory of one's own."""

from __future__ import annotations

from course_utils.concepts.open_innovation import funnel_figure as figure
from course_utils.concepts.open_innovation import sentences
from course_utils.concepts.open_innovation.funnel import MOST, Funnel, funnel
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Toggle
from course_utils.words import _, number

COSTS = ("0.25", "0.35", "0.5", "1")
ALL = ("partners", "lab", "outward", "cost")


def funnel_explorer() -> Explorer:
    """Return the explorer ``open_innovation.funnel``."""
    return Explorer(
        name="open_innovation.funnel",
        controls={
            "partners": Slider(_("Partners asked"), 0, MOST, 8, MOST + 1, decimals=0, play=True),
            "lab": Choice(_("Own laboratory"), sentences.labs(), "medium"),
            "outward": Toggle(_("License what is not chosen"), False),
            "cost": Choice(_("Cost of a partner"), {key: str(number(float(key), 2)) for key in COSTS}, "0.35"),
        },
        panels=[_sankey(), _money()],
        reading=Reading(_pair, sentences.funnel_reading, ALL),
        title=_("A hundred ideas in a funnel"),
        caption=_(
            "Of every 100 ideas: where they come from, whether they are understood, chosen, developed, launched. The"
            " eight that look best are developed; those that prove worth 2 or more are launched. Unit of money: the"
            " worth of an average idea."
        ),
        note=_(
            "A simulation with invented numbers: 12,000 runs of one year, seed 2003, the same draws in every state."
        ),
    )


def _sankey() -> Panel:
    return Panel(
        "flows",
        _funnel,
        figure.sankey,
        ("partners", "lab", "outward"),
        title=_("Where a hundred ideas go"),
        alt=_(
            "Flows of ideas from inside and outside to developed, not chosen and not understood, and on to launched,"
            " stopped, licensed or shelved."
        ),
        height=400,
    )


def _money() -> Panel:
    return Panel(
        "money",
        _lines,
        figure.money,
        ("lab", "outward", "cost"),
        title=_("What is left, for each number of partners"),
        alt=_(
            "Mean of what is left against the number of partners, with a band that holds eight runs in ten: a hump. A"
            " dashed line shows a firm without laboratory: it only falls. A star marks your firm."
        ),
        height=380,
        overlay=Overlay(_pick, figure.here, ALL),
    )


def _funnel(partners: float, lab: str, outward: bool) -> Funnel:
    return funnel(lab, int(partners), outward)


def _pick(partners: float, lab: str, outward: bool, cost: str) -> Funnel:
    return funnel(lab, int(partners), outward)


def _pair(partners: float, lab: str, outward: bool, cost: str) -> tuple[Funnel, Funnel]:
    return funnel(lab, int(partners), outward), funnel(lab, 0, outward)


def _lines(lab: str, outward: bool, cost: str) -> tuple[list[Funnel], list[Funnel]]:
    steps = range(MOST + 1)
    return [funnel(lab, n, outward) for n in steps], [funnel("none", n, outward) for n in steps]
