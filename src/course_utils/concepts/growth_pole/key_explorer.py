"""The explorer ``growth_pole.key_sectors``: the nation's key sectors seen from a small region."""

from __future__ import annotations

from course_utils.concepts.growth_pole import figure, tables
from course_utils.concepts.growth_pole.explorer import size_of_departement
from course_utils.explorer import Explorer, Panel, Reading, Slider
from course_utils.words import Sentence, _, number, percent, say

NAMES = ("share", "delta")
#: Eleven equal steps lead from 2 % up to the whole nation; nine of them lead down to the least share.
LEAST = float(f"{0.02 * 50 ** (-9 / 11):.8g}")


def key_sectors_explorer() -> Explorer:
    """Return the explorer ``growth_pole.key_sectors``; a sector is key or not, so nothing is interpolated."""
    size = Slider(_("Region's share of national jobs"), LEAST, 1.0, 0.02, 21, decimals=1, percent=True, scale="log")
    return Explorer(
        name="growth_pole.key_sectors",
        controls={
            "share": size,
            "delta": Slider(_("What small size costs (delta)"), 0.0, 0.6, 0.3, 21),
            "territory": size_of_departement(LEAST),
        },
        panels=[_linkages_panel()],
        reading=Reading(tables.key_sectors, _sentence, NAMES),
        title=_("Are the nation's key sectors key in a small region?"),
        caption=_("A key sector is above the average both ways. Diamonds in colour: the key sectors of the nation."),
        data=("input_output_brazil", "employment_departements"),
        note=_("A stylised model: the region is the nation of the table (Brazil, 2019, 68 sectors), only smaller."),
    )


def _linkages_panel() -> Panel:
    return Panel(
        "linkages",
        tables.key_sectors,
        figure.linkage_map,
        NAMES,
        title=_("Pulling suppliers, serving customers: total production"),
        alt=_("68 sectors by backward and forward linkage, in the nation and in the region, with the average of each."),
        height=380,
    )


def _sentence(found: tables.KeySectors, *, share: float, delta: float) -> Sentence:
    return say(
        _(
            "With {share} of national jobs and delta = {delta}: of the nation's {nation} key sectors, {strong} stay"
            " above the nation's average both ways inside the region, and {own} above the region's own."
        ),
        share=percent(share, 1),
        delta=number(delta, 2),
        nation=number(found.nation.sum()),
        strong=number((found.nation & found.by_nation).sum()),
        own=number((found.nation & found.by_region).sum()),
    )
