"""The explorer ``circular_economy.france``: all materials of a year, as a line and as a loop."""

from __future__ import annotations

from course_utils.concepts.circular_economy import france, france_figure
from course_utils.concepts.circular_economy.france import Balance
from course_utils.explorer import Choice, Explorer, Panel, Reading
from course_utils.words import Sentence, _, join, number, percent, say

ALL = ("loop", "stock", "fires")


def france_explorer() -> Explorer:
    """Return the explorer ``circular_economy.france``."""
    loops = {"linear": _("nothing: a line"), "as_2016": _("216 Mt, as in 2016"), "all": _("all waste, 255 Mt")}
    return Explorer(
        name="circular_economy.france",
        controls={
            "loop": Choice(_("Recycled"), loops, "as_2016", play=True),
            "stock": Choice(
                _("Added to stock"), {"full": _("as in 2016"), "half": _("half of it"), "none": _("nothing")}, "full"
            ),
            "fires": Choice(_("Burnt, eaten, scattered"), {"full": _("as in 2016"), "half": _("half of it")}, "full"),
        },
        panels=[_sankey_panel(), _used_panel()],
        reading=Reading(france.balance, _sentence, ALL),
        title=_("France, 2016: the line and the loop"),
        caption=_(
            "Million tonnes, water left out. Oxygen and vapour are what the accounts add so that burning and breathing"
            " balance. What is not recycled is landfilled and extracted anew; what is not added to the stock is not"
            " extracted; what is not burnt is not imported."
        ),
        data=("material_flows_france",),
        note=_("Only 2016 as it was is observed. All other cases are our arithmetic on it, everything else unchanged."),
    )


def _sankey_panel() -> Panel:
    return Panel(
        "sankey",
        france.balance,
        france_figure.sankey_figure,
        ALL,
        title=_("What enters, what leaves, what turns"),
        alt=_(
            "A flow diagram: extraction, imports and oxygen enter the economy; exports, releases to the air, landfill,"
            " additions to the stock and vapour leave it; recycled material turns back in a loop below."
        ),
        height=430,
    )


def _used_panel() -> Panel:
    return Panel(
        "used",
        france.balance,
        france_figure.used_figure,
        ALL,
        title=_("What becomes of the material used at home?"),
        alt=_("Two stacked bars, 2016 and your case: recycled, added to stock, gone to the air, landfilled."),
        height=230,
    )


def _sentence(found: Balance, *, loop: str, stock: str, fires: str) -> Sentence:
    told = _(
        "Of {used} Mt of material used at home {recycled} Mt are recycled material: a circular share of {share}."
        " {stock} Mt stay as an addition to stock, {gas} Mt go up in the air or are scattered, {landfill} Mt are"
        " landfilled."
    )
    numbers = {key: number(getattr(found, key)) for key in ("used", "recycled", "stock", "gas", "landfill")}
    return join(
        say(told, share=percent(found.share, 1), **numbers),
        say(_("{extraction} Mt are extracted."), extraction=number(found.extraction)),
    )
