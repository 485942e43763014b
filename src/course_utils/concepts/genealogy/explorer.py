"""The explorer ``genealogy``: a timeline of what was thought and what was done, and the reader's own territory."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.genealogy import events, figure, sentences, territory_figure
from course_utils.concepts.genealogy.wording import ALL, concept_names, eras, lanes, scales
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import _

FILTERS = ("kind", "era", "scale")
WINDOW = ("first", "last")
NOBODY = "none"
YEARS = tuple(str(year) for year in range(1945, 2030, 5))


def explorer() -> Explorer:
    """Return the explorer ``genealogy``."""
    return Explorer(
        name="genealogy",
        controls=_controls(),
        panels=[_timeline(), _waves(), _own()],
        reading=Reading(sentences.in_window, sentences.window_sentence, WINDOW),
        title=_("Seventy years of ideas and policies"),
        caption=_(
            "Each dot is one row of the table, in the lane of its kind; colour and shape are its era. Touch a dot to"
            " read it. What your filters leave out stays as a grey ring. Names are written where there is room: zoom in"
            " for more."
        ),
        data=(events.DATASET, "growth_poles", "metropoles_equilibre", "districts", "poles_competitivite"),
        note=_(
            "The table is a selection, mostly French; era, scale and concept are our own classification. A date known"
            " only by its year stands in the middle of it. One event, the discovery of gas at Lacq, stands among the"
            " programmes. On the territory: local productive systems are placed at 1998, when their policy began; the"
            " towns that joined the balancing metropolises later have no date and are left out."
        ),
    )


def _controls() -> dict[str, Any]:
    anything = {ALL: _("all")}
    return {
        "first": Choice(_("From the year"), {year: year for year in YEARS}, YEARS[0]),
        "last": Choice(_("to the year"), {year: year for year in YEARS}, YEARS[-1], play=True),
        "kind": Choice(_("Kind"), anything | lanes(), ALL),
        "era": Choice(_("Era"), anything | eras(), ALL),
        "scale": Choice(_("Scale"), anything | scales(), ALL),
        "concept": Choice(_("Follow a concept"), {NOBODY: _("none")} | concept_names(), "growth_pole"),
        "territory": Territory(_("Your territory"), level="departement", value="38"),
    }


def _timeline() -> Panel:
    filters = tuple(_era(era) for era in events.ERAS)
    length = max(len(sentences.followed(concept)) for concept in events.concepts())
    ring = Overlay(
        sentences.followed,
        lambda found, concept: figure.concept_trace(found, length),
        ("concept",),
        sentences.concept_sentence,
    )
    return Panel(
        "timeline",
        figure.window,
        figure.lanes_figure,
        WINDOW,
        alt=_("Timeline in four lanes, publications, laws, agencies and programmes, with one dot for each event."),
        title=_("What was written, and what was done"),
        height=560,
        overlay=(*filters, ring),
    )


def _era(name: str) -> Overlay:
    """Return the dots of one era; the first says how many the filters keep."""
    return Overlay(
        events.kept,
        lambda found, **_filters: figure.era_trace(found, name),
        FILTERS,
        sentences.filter_sentence if name == events.ERAS[0] else None,
    )


def _waves() -> Panel:
    return Panel(
        "waves",
        events.kept,
        figure.waves_figure,
        FILTERS,
        alt=_("Bars: number of events in each five years from 1945, stacked by era."),
        title=_("How many in each five years, by your filters"),
        height=360,
    )


def _own() -> Panel:
    own = Overlay(territory_figure.both, territory_figure.own_trace, ("territory",), territory_figure.sentence)
    region = Overlay(territory_figure.both, territory_figure.region_trace, ("territory",))
    names = Overlay(territory_figure.both, territory_figure.names_trace, ("territory",))
    return Panel(
        "own",
        lambda: None,
        territory_figure.frame,
        (),
        alt=_("Policies that came to your département and to the rest of its old région, by year."),
        title=_("What came to your territory"),
        height=400,
        overlay=(own, region, names),
    )
