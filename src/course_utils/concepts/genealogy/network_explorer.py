"""The explorer ``genealogy.network``: who builds on whom, and who says so."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.genealogy import links, network_figure
from course_utils.concepts.genealogy.events import DATASET
from course_utils.concepts.genealogy.wording import bases, concept_names
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Toggle
from course_utils.words import _

NOBODY = "none"
YEARS = tuple(str(year) for year in range(1950, 2030, 5))
DRAWN = ("basis", "until", "becattini")


def network_explorer() -> Explorer:
    """Return the explorer ``genealogy.network``."""
    return Explorer(
        name="genealogy.network",
        controls={
            "basis": Choice(_("Take the word of"), bases(), "read"),
            "until": Choice(_("What had appeared by"), {year: year for year in YEARS}, YEARS[-1], play=True),
            "concept": Choice(_("Ask about"), {NOBODY: _("none")} | concept_names(), "industrial_ecosystem"),
            "becattini": Toggle(_("Date the district from Becattini 1979")),
        },
        panels=[_network()],
        reading=Reading(_family, network_figure.family_sentence, DRAWN),
        title=_("Who builds on whom?"),
        caption=_(
            "Each row is a concept, at the year of its first publication in the table, or of its first policy if the"
            " table has no publication. Years in which nothing appears are left out. An arrow leads from a concept to"
            " one that refers to it."
        ),
        data=(DATASET,),
        note=_(
            "A link stands for a text that says so, not for a citation count: the table of the course, the talk that"
            " it follows, and six articles that were read. A concept without an arrow has ancestors elsewhere, or none"
            " that we read of."
        ),
    )


def _network() -> Panel:
    asked = Overlay(_asked, network_figure.ring, ("concept", "basis", "becattini"), network_figure.asked_sentence)
    return Panel(
        "network",
        lambda until, becattini: network_figure.places(becattini),
        network_figure.concepts_figure,
        ("until", "becattini"),
        alt=_("Concepts by year of first publication, one a row, with arrows from each to those that refer to it."),
        title=_("The family of concepts"),
        height=560,
        overlay=(*(_arrows(sort) for sort in network_figure.looks()), asked),
    )


def _arrows(sort: str) -> Overlay:
    def drawn(found: Any, *, basis: str, until: str, becattini: bool) -> dict[str, Any]:
        return network_figure.arrows(found, becattini, until, sort)

    return Overlay(lambda basis, until, becattini: links.links(basis), drawn, DRAWN)


def _family(basis: str, until: str, becattini: bool) -> links.Family:
    return links.family(basis, int(until), becattini)


def _asked(concept: str, basis: str, becattini: bool) -> tuple[network_figure.Place, ...]:
    return () if concept == NOBODY else (network_figure.places(becattini)[concept],)
