"""The explorer ``local_productive_systems.morocco``: the same question asked of provinces and of communes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from course_utils.concepts.local_productive_systems import communes, robust_figure
from course_utils.concepts.local_productive_systems.choices import standing
from course_utils.concepts.local_productive_systems.detection import Array, Count, Thresholds, chance, count
from course_utils.concepts.local_productive_systems.maps import MOROCCO, map_of
from course_utils.concepts.local_productive_systems.places import morocco
from course_utils.concepts.local_productive_systems.robust_explorer import standing_sentence
from course_utils.concepts.local_productive_systems.words_of import moroccan_sectors
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.words import Sentence, _, join, number, say

RULE = ("sector", "quotient", "density", "size")
DENSITIES, SIZES = ("0", "0.75", "1", "1.5"), ("0", "10", "50", "200")


def morocco_explorer() -> Explorer:
    """Return the explorer ``local_productive_systems.morocco``."""
    return Explorer(
        name="local_productive_systems.morocco",
        controls={
            "sector": Choice(_("Sector"), moroccan_sectors(), "industry"),
            "quotient": Slider(_("Location quotient, at least"), 1.0, 2.0, 1.25, 21),
            "density": Choice(_("Density, at least"), _densities(), "0"),
            "size": Choice(_("Businesses in the sector, at least"), _sizes(), "0"),
        },
        panels=[_map_panel(), _funnel_panel(), _robust_panel(), _swing_panel()],
        reading=Reading(_counts, _sentence, RULE),
        title=_("The finer the map, the longer the list"),
        caption=_(
            "Businesses run for profit, farms left out, census of 2024: 75 provinces and prefectures, 1,490 communes"
            " that have a business. Density: businesses of the sector for an inhabitant, over the country's figure. A"
            " recount draws the businesses of a place again; all recounts are taken, each with its probability."
        ),
        data=("morocco_establishments",),
        note=_(
            "Quotients count businesses: jobs are not given by sector. The tables cover Western Sahara as the census"
            " does; its status is disputed, and drawing it takes no side."
        ),
    )


def _densities() -> dict[str, str]:
    told = _("{d} times the country's")
    return {d: str(say(told, d=number(float(d), 2))) if float(d) else _("any") for d in DENSITIES}


def _sizes() -> dict[str, str]:
    return {size: str(number(float(size))) if float(size) else _("any number") for size in SIZES}


def _map_panel() -> Panel:
    return Panel(
        "map",
        _chances,
        _map_figure,
        RULE,
        title=_("Provinces: in with a probability"),
        alt=_("Map of the provinces of Morocco, darker the more likely they are in the list."),
        height=500,
    )


def _funnel_panel() -> Panel:
    return Panel(
        "funnel",
        communes.funnel,
        communes.funnel_figure,
        ("sector",),
        title=_("Communes: the small ones hold both records"),
        alt=_(
            "Location quotients of communes against their number of businesses: a funnel, wide for small communes and"
            " narrow for large ones, with the two curves between which chance alone would leave 95 %."
        ),
        height=440,
        overlay=Overlay(_nothing, communes.level_trace, ("quotient",)),
    )


def _robust_panel() -> Panel:
    return Panel(
        "robust",
        communes.firsts,
        communes.firsts_figure,
        ("sector",),
        title=_("Communes: the most robust one of each province"),
        alt=_("Map of the provinces of Morocco, darker the more of 1,000 drawn lists hold their most robust commune."),
        height=500,
    )


def _swing_panel() -> Panel:
    return Panel(
        "swing",
        lambda sector: robust_figure.swings("commune", sector, 1.0),
        lambda found, **_values: robust_figure.swing_figure(found, _("Communes in the list")),
        ("sector",),
        title=_("Communes: which threshold decides?"),
        alt=_("For each threshold the length of the list at its lowest and highest value, the others in the middle."),
        height=320,
    )


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat what the reader chose need no model."""


def _asked(quotient: float, density: str, size: str) -> Thresholds:
    return Thresholds(quotient=quotient, density=float(density), size=float(size))


def _chances(sector: str, quotient: float, density: str, size: str) -> Array:
    return chance(morocco("province"), sector, _asked(quotient, density, size))


def _map_figure(found: Array, sector: str, quotient: float, density: str, size: str) -> dict[str, Any]:
    places = morocco("province")
    title, told = _("Chance of being in the list (%)"), _("in the list in %{z:.0f} % of recounts")
    return map_of(MOROCCO, places.codes, 100 * found, places.names, 100.0, title, told)


@dataclass(frozen=True)
class Scales:
    """The same list at two scales."""

    provinces: Count
    communes: Count


def _counts(sector: str, quotient: float, density: str, size: str) -> Scales:
    asked = _asked(quotient, density, size)
    return Scales(*(count(morocco(level), sector, asked) for level in ("province", "commune")))


def _sentence(found: Scales, *, sector: str, quotient: float, density: str, size: str) -> Sentence:
    scales = say(
        _(
            "The list as counted holds {p} of {provinces} provinces ({ps} almost surely, 95 %) and {c} of {communes}"
            " communes ({cs} almost surely); {doubt} communes are in doubt."
        ),
        p=number(found.provinces.listed),
        ps=number(found.provinces.sure),
        provinces=number(len(morocco("province").codes)),
        c=number(found.communes.listed),
        cs=number(found.communes.sure),
        communes=number(len(morocco("commune").codes)),
        doubt=number(found.communes.doubtful),
    )
    drawn = say(_("Among lists drawn at random:"))
    return join(scales, _record(sector), drawn, standing_sentence(standing("commune", sector), _("communes")))


def _record(sector: str) -> Sentence:
    """Name the commune of the highest quotient, and how small it is."""
    found = communes.funnel(sector)
    businesses = float(found.places.totals[found.top])
    parts = {"q": number(float(found.quotients[found.top]), 2), "name": found.places.names[found.top]}
    if businesses == 1:
        return say(_("The highest quotient, {q}, is that of {name}, which has one business in all."), **parts)
    told = _("The highest quotient, {q}, is that of {name}, which has {n} businesses in all.")
    return say(told, n=number(businesses), **parts)
