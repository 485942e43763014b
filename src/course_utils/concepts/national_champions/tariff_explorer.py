"""The explorer ``national_champions.tariff``: the borders open, and the champion meets a foreign firm."""

from __future__ import annotations

from course_utils.concepts.national_champions import sentences, tariff_figure
from course_utils.concepts.national_champions.model import Merger, merger
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.explorer.controls import Control
from course_utils.words import _

MARKET = ("merged", "gain", "foreign")
ALL = (*MARKET, "tariff")


def tariff_explorer() -> Explorer:
    """Return the explorer ``national_champions.tariff``."""
    return Explorer(
        name="national_champions.tariff",
        controls=_controls(),
        panels=[_power(), _shares(), _nation()],
        reading=Reading(_merger, sentences.tariff_reading, ALL),
        title=_("A champion as the borders open"),
        caption=_(
            "The same four firms, no fixed cost, and one foreign firm that pays the tariff on each unit. A firm whose"
            " cost is above the price sells nothing: it has left the market."
        ),
        note=_("A stylised model: no number of it is that of a real industry."),
    )


def _controls() -> dict[str, Control]:
    return {
        "tariff": Slider(_("Tariff"), 0, 50, 50, len(tariff_figure.TARIFFS), decimals=0),
        "merged": Choice(_("Firms that merge"), sentences.sizes(), "2"),
        "gain": Choice(_("What the merger does to a unit's cost"), _gains(), "3"),
        "foreign": Choice(_("Foreign firm's unit cost"), _foreign(), "20"),
    }


def _gains() -> dict[str, str]:
    return {
        "-20": _("doubles it, to 40"),
        "-10": _("raises it, to 30"),
        "0": _("leaves it at 20"),
        "3": _("lowers it, to 17"),
        "10": _("halves it, to 10"),
    }


def _foreign() -> dict[str, str]:
    return {"10": _("10: it makes more cheaply"), "20": _("20: the same as ours"), "30": _("30: it makes more dearly")}


def _power() -> Panel:
    return Panel(
        "power",
        tariff_figure.along,
        tariff_figure.power,
        MARKET,
        title=_("Market power melts as the tariff falls"),
        alt=_(
            "Prices with and without the merger, the champion's cost and the foreign firm's cost with tariff, all"
            " against the tariff; the gap between price and champion's cost is its margin."
        ),
        height=380,
        overlay=Overlay(_merger, tariff_figure.at_price, ALL),
    )


def _shares() -> Panel:
    return Panel(
        "shares",
        _merger,
        tariff_figure.shares,
        ALL,
        title=_("Who holds the market"),
        alt=_("Two stacked bars, before and after the merger: shares of partners, other domestic firms and foreigner."),
        height=230,
    )


def _nation() -> Panel:
    return Panel(
        "nation",
        tariff_figure.along,
        tariff_figure.nation,
        MARKET,
        title=_("What the nation has, with the merger and without"),
        alt=_(
            "Two curves against the tariff: consumers, domestic firms and tariff revenue together, with the merger and"
            " without it."
        ),
        height=340,
        overlay=Overlay(_merger, tariff_figure.at_nation, ALL),
    )


def _merger(merged: str, gain: str, foreign: str, tariff: float) -> Merger:
    return merger(int(merged), float(gain), 0.0, tariff, float(foreign))
