"""The explorer ``business_ecosystem.cases``: real ecosystems judged with the quantities of the model."""

from __future__ import annotations

from course_utils.concepts.business_ecosystem import case_sentences, cases_figure
from course_utils.concepts.business_ecosystem.cases import CASES, Case
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading
from course_utils.words import _


def cases_explorer() -> Explorer:
    """Return the explorer ``business_ecosystem.cases``."""
    return Explorer(
        name="business_ecosystem.cases",
        controls={"case": Choice(_("Case"), cases_figure.titles(), "pax", play=True)},
        panels=[_judged(), _counts()],
        reading=Reading(_case, case_sentences.reading, ("case",)),
        title=_("Six cases, judged"),
        caption=_(
            "Above: how many functions, substitutes and hubs a case has is our reading, and the shares are the model's."
            " Below: what the sources count. A cross is another count that a source gives for the same date."
        ),
        data=("business_ecosystems",),
        note=_("No source gives the shares of the upper picture. Numbers of members count different things."),
    )


def _judged() -> Panel:
    return Panel(
        "judged",
        cases_figure.everything,
        cases_figure.judged_figure,
        (),
        title=_("What the model makes of each case"),
        alt=_(
            "Three bars for each of six cases: the share of the hubs, the part of the value that goes with a single"
            " complementor, and the part of the possible value that was made. A triangle points at your case."
        ),
        height=420,
        overlay=Overlay(_case, cases_figure.chosen, ("case",)),
    )


def _counts() -> Panel:
    return Panel(
        "counts",
        _nothing,
        cases_figure.counts_figure,
        (),
        title=_("What the sources count"),
        alt=_(
            "Four lines on a logarithmic axis: apps of the App Store and members of three French pôles by year, with"
            " crosses where another count was given for the same date."
        ),
        height=400,
        overlay=Overlay(_case, cases_figure.thick, ("case",)),
    )


def _nothing() -> None:
    return None


def _case(case: str) -> Case:
    return CASES[case]
