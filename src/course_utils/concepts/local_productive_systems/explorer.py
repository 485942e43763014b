"""The explorer ``local_productive_systems``: which départements are in the list, and how surely."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.local_productive_systems import figure, maps, reader
from course_utils.concepts.local_productive_systems.detection import Count, Thresholds, count
from course_utils.concepts.local_productive_systems.places import departements
from course_utils.concepts.local_productive_systems.words_of import french_sectors
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Territory
from course_utils.words import Sentence, _, join, number, percent, say

SIZES = ("0", "10000", "30000")
LOTS = ("1", "50", "500")
RULE = ("sector", "quotient", "size", "lot")


def explorer() -> Explorer:
    """Return the explorer ``local_productive_systems``."""
    return Explorer(
        name="local_productive_systems",
        controls={
            "sector": Choice(_("Sector"), french_sectors(), "industry"),
            "quotient": Slider(_("Location quotient, at least"), 1.0, 2.0, 1.5, 21),
            "size": Choice(_("Jobs in the sector, at least"), _sizes(), "0"),
            "lot": Choice(_("Jobs come and go"), _lots(), "50"),
            "territory": Territory(_("Your département"), level="departement", value="38"),
        },
        panels=[_map_panel(), _lengths_panel(), _ladder_panel()],
        reading=Reading(_count, _sentence, RULE),
        title=_("Who is in the list?"),
        caption=_(
            "Jobs at the place of work in seven sectors, 101 départements, 2018. A recount draws each département's"
            " jobs again from its own mix; all recounts are taken, each with its probability, so none depends on a"
            " seed."
        ),
        data=("employment_departements", "departements", "geometry"),
        note=_(
            "Jobs are published in hundreds, without establishments: how many come and go together is your assumption."
            " The country that a département is compared with stays as counted."
        ),
    )


def _sizes() -> dict[str, str]:
    return {size: str(number(float(size))) if float(size) else _("any number") for size in SIZES}


def _lots() -> dict[str, str]:
    told = _("{n} at a time")
    return {lot: str(say(told, n=number(float(lot)))) if lot != "1" else _("one by one") for lot in LOTS}


def _map_panel() -> Panel:
    return Panel(
        "map",
        figure.chances,
        figure.map_figure,
        RULE,
        title=_("In with a probability"),
        alt=_("Map of the French départements, darker the more likely they are in the list; yours is outlined."),
        height=480,
        overlay=Overlay(_nothing, maps.home_trace, ("territory",)),
    )


def _lengths_panel() -> Panel:
    return Panel(
        "lengths",
        figure.lengths,
        figure.lengths_figure,
        ("sector", "size", "lot"),
        title=_("How long is the list?"),
        alt=_("Three falling curves: départements in the list along the quotient asked for, as counted and by chance."),
        height=380,
        overlay=Overlay(_nothing, figure.asked_trace, ("quotient",)),
    )


def _ladder_panel() -> Panel:
    return Panel(
        "ladder",
        figure.ladder,
        figure.ladder_figure,
        ("sector", "lot"),
        title=_("Where would you cut?"),
        alt=_("Quotients of all départements from the highest to the lowest, with a band around them and your cut."),
        height=380,
        overlay=(
            Overlay(_nothing, figure.level_trace, ("quotient",)),
            Overlay(reader.rung, reader.rung_trace, ("territory", "sector", "lot"), reader.rung_sentence),
        ),
    )


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat what the reader chose need no model."""


def _count(sector: str, quotient: float, size: str, lot: str) -> Count:
    return count(departements(), sector, Thresholds(quotient=quotient, size=float(size)), float(lot))


def _sentence(found: Count, *, sector: str, quotient: float, size: str, lot: str) -> Sentence:
    places = departements()
    share = say(
        _("In {sector} a quotient of {q} means {share} of the jobs of a département."),
        sector=french_sectors()[sector],
        q=number(quotient, 2),
        share=percent(quotient * places.shares[places.column(sector)], 1),
    )
    return join(share, _listed(found, size), _surely(found, lot))


def _listed(found: Count, size: str) -> Sentence:
    parts = {"n": number(found.listed), "all": number(len(departements().codes)), "size": number(float(size))}
    if float(size):
        return say(_("With {size} jobs in the sector asked as well, the list as counted holds {n} of {all}."), **parts)
    return say(_("The list as counted holds {n} of {all}."), n=parts["n"], all=parts["all"])


def _surely(found: Count, lot: str) -> Sentence:
    parts = {"sure": number(found.sure), "doubt": number(found.doubtful), "lot": number(float(lot))}
    if lot == "1":
        told = _("If jobs came and went one by one: {sure} in almost surely (95 %), {doubt} in doubt.")
        return say(told, sure=parts["sure"], doubt=parts["doubt"])
    told = _("If jobs come and go {lot} at a time: {sure} in almost surely (95 %), {doubt} in doubt.")
    return say(told, **parts)
