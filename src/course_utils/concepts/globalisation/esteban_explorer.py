"""The explorer ``globalisation.esteban``: four terms as four rectangles."""

from __future__ import annotations

import math

from course_utils.concepts.globalisation import esteban, places
from course_utils.concepts.globalisation import esteban_figure as figure
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import Sentence, _, join, number, say

BOTH = ("territory", "sector")


def esteban_explorer() -> Explorer:
    """Return the explorer ``globalisation.esteban``."""
    return Explorer(
        name="globalisation.esteban",
        controls={
            "territory": Territory(_("Your département"), level="departement", value="38"),
            "sector": Choice(_("Sector"), places.sectors(), "industry"),
        },
        panels=[_areas_panel(), _plane_panel()],
        reading=Reading(_areas, _sentence, BOTH),
        title=_("Four terms, four rectangles"),
        caption=_(
            "Jobs of 2008 times differences of growth from 2008 to 2018. Above the line jobs are gained, below it lost;"
            " an area that lies crossed over another is taken back from it. In the second figure the corners bear the"
            " sign of the allocation term."
        ),
        data=("employment_departements",),
    )


def _areas_panel() -> Panel:
    return Panel(
        "areas",
        _areas,
        figure.areas_figure,
        BOTH,
        title=_("An area is a number of jobs"),
        alt=_(
            "Four rectangles side by side: jobs of the sector times national growth; times the sector's lead; jobs that"
            " an average place would have times the local lead; and the jobs beyond these times the same lead."
        ),
        height=400,
    )


def _plane_panel() -> Panel:
    return Panel(
        "plane",
        _plane,
        figure.plane_figure,
        ("territory",),
        title=_("Specialised in what runs ahead?"),
        alt=_(
            "Seven sectors by the jobs beyond an average place, across, and by their lead in growth, upwards. The area"
            " between the origin and the sector chosen is its allocation term."
        ),
        height=420,
        overlay=Overlay(_areas, figure.corner, BOTH),
    )


def _areas(territory: str, sector: str) -> esteban.Areas:
    return esteban.areas(territory, sector)


def _plane(territory: str) -> esteban.Plane:
    return esteban.plane(territory)


def _sentence(found: esteban.Areas, *, territory: str, sector: str) -> Sentence:
    where = {"sector": places.sectors()[sector], "name": places.names()[territory]}
    if math.isnan(found.jobs):
        return say(_("{sector}: {name} has no figures of 2008."), **where)
    if math.isnan(found.here):
        return say(_("{sector}: {name} had none in 2008, so no rate of growth and no terms."), **where)
    terms = {term: number(jobs) for term, jobs in found.terms.items()}
    told = say(
        _(
            "{sector}, {name}: {jobs} jobs in 2008, {alike} with the structure of France. National term {national}, mix"
            " {mix}; local term {local}, of which homothetic {homothetic} and allocation {allocation}."
        ),
        jobs=number(found.jobs),
        alike=number(found.alike),
        local=number(found.terms["homothetic"] + found.terms["allocation"]),
        **where,
        **terms,
    )
    return join(told, _quadrant(found))


def _quadrant(found: esteban.Areas) -> str:
    told = {
        (True, True): _("It has more than its share, and it runs ahead."),
        (True, False): _("It has more than its share, and it falls behind."),
        (False, True): _("It has less than its share, and it runs ahead."),
        (False, False): _("It has less than its share, and it falls behind."),
    }
    return told[found.jobs >= found.alike, found.here >= found.sector]
