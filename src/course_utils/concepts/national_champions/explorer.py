"""The explorer ``national_champions``: a merger behind closed borders."""

from __future__ import annotations

from course_utils.concepts.national_champions import areas_figure, closed_figure, sentences
from course_utils.concepts.national_champions.model import COST, Merger, merger
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.explorer.controls import Control
from course_utils.words import _

ALL = ("merged", "gain", "fixed")


def explorer() -> Explorer:
    """Return the explorer ``national_champions``."""
    return Explorer(
        name="national_champions",
        controls=controls(),
        panels=[_areas(), _balance(), _gains(), _eighty()],
        reading=Reading(_merger, sentences.closed_reading, ALL),
        title=_("A champion behind closed borders"),
        caption=_(
            "Four equal firms, of which some become one. Demand is P = 100 - Q and a unit costs 20 before the merger."
            " Money is in units of the model."
        ),
        note=_(
            "A stylised model: no number of it is that of a real industry."
            " The last two explorers of this chapter show data."
        ),
    )


def controls() -> dict[str, Control]:
    """Who merges, and what it saves."""
    return {
        "merged": Choice(_("Firms that merge"), sentences.sizes(), "2"),
        "gain": Slider(_("Scale gain: saved on each unit"), 0, COST, 3, 21, decimals=0),
        "fixed": Slider(_("Fixed cost of a firm"), 0, 200, 0, 21, decimals=0),
    }


def _areas() -> Panel:
    return Panel(
        "areas",
        _free,
        areas_figure.williamson,
        ("merged", "gain"),
        title=_("What is lost, and what is saved"),
        alt=_(
            "Two pictures of demand and cost: before the merger the consumers' triangle, the firms' profit and the"
            " dead-weight loss; after it, also the area lost or won and the rectangle of cost saved."
        ),
        height=430,
    )


def _balance() -> Panel:
    return Panel(
        "balance",
        _merger,
        closed_figure.balance,
        ALL,
        title=_("Who gains, who pays"),
        alt=_("Bars that add up: change for consumers, partners and rivals, and their sum, the nation."),
        height=330,
    )


def _gains() -> Panel:
    return Panel(
        "gains",
        closed_figure.by_gain,
        closed_figure.gains,
        ("merged", "fixed"),
        title=_("How large must the gain be?"),
        alt=_(
            "Three rising curves against the scale gain: change for the consumers, the nation and the partners, with"
            " marks where each stops losing."
        ),
        height=360,
        overlay=Overlay(_merger, closed_figure.here, ALL),
    )


def _eighty() -> Panel:
    return Panel(
        "eighty",
        closed_figure.paying,
        closed_figure.eighty,
        ("gain", "fixed"),
        title=_("How many must merge before it pays?"),
        alt=_(
            "A triangle of dots, firms in the market against firms that merge: which mergers raise the partners'"
            " profit, and a line at 80 %."
        ),
        height=400,
        overlay=Overlay(_only_merged, closed_figure.ours, ("merged",)),
    )


def _free(merged: str, gain: float) -> Merger:
    return merger(int(merged), gain)


def _merger(merged: str, gain: float, fixed: float) -> Merger:
    return merger(int(merged), gain, fixed)


def _only_merged(merged: str) -> Merger:
    return merger(int(merged))
