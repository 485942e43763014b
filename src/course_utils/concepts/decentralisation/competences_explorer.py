"""The explorer ``decentralisation.competences``: who decides what, when."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.decentralisation import competences
from course_utils.concepts.decentralisation import competences_figure as figure
from course_utils.concepts.decentralisation.competences import ALL, FIRST, LAST
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading
from course_utils.words import Sentence, _, join, number, say

YEARS = tuple(str(year) for year in range(FIRST, LAST + 1))


def competences_explorer() -> Explorer:
    """Return the explorer ``decentralisation.competences``."""
    return Explorer(
        name="decentralisation.competences",
        controls={
            "year": Choice(_("At the end of the year"), {year: year for year in YEARS}, "1985", play=True),
            "domain": Choice(_("Field"), figure.domains(), ALL),
        },
        panels=[_spells_panel(), _counts_panel()],
        reading=Reading(_shares, _sentence, ("domain", "year")),
        title=_("Who decides what, when?"),
        caption=_(
            "Thick lines: who mainly decides. Thin dotted lines: shared, or only for those who want it. Each change has"
            " its law and its source in the list below and in the dataset."
        ),
        data=("competences",),
        note=_(
            "Twenty-two competences that a source dates, not all there are; who mainly decides is our own reading."
            " Where the day of the transfer is not known, the date of the law stands for it. What communes or"
            " départements held before their first step is drawn from 1983 on: the sources do not say since when."
        ),
    )


def _spells_panel() -> Panel:
    return Panel(
        "spells",
        figure.kept,
        figure.spells_figure,
        ("domain",),
        title=_("Twenty-two competences, 1970-2026"),
        alt=_(
            "A line for each competence from 1970 to 2026, whose colour and symbol change with the level that decides."
        ),
        height=680,
        overlay=Overlay(_nothing, figure.year_line, ("year",)),
    )


def _counts_panel() -> Panel:
    return Panel(
        "counts",
        competences.shares,
        figure.counts_figure,
        ("domain",),
        title=_("How many each level mainly holds"),
        alt=_("Stacked bars by year: the State's part shrinks in 1982 to 1984, that of groups grows from 2015."),
        height=380,
        overlay=Overlay(_nothing, figure.year_bar, ("year",), _law_sentence),
    )


def _shares(domain: str, year: str) -> pd.Series:
    return competences.shares(domain).loc[int(year)]


def _sentence(found: pd.Series, *, domain: str, year: str) -> Sentence:
    told = _(
        "At the end of {year}, of {n} competences the State mainly holds {s}, régions {r}, départements {d}, groups of"
        " communes {g}, communes {c}."
    )
    letters = {"s": "state", "r": "region", "d": "departement", "g": "group", "c": "commune"}
    parts = {letter: number(found[level]) for letter, level in letters.items()}
    first = say(told, year=year, n=number(found.sum()), **parts)
    return join(
        first,
        say(_("For {v} several levels, or none, are in charge."), v=number(found["several"]))
        if found["several"]
        else "",
    )


def _law_sentence(_found: None, *, year: str) -> Sentence:
    law, when, what = competences.last_law(int(year))
    if not law:
        return say(_("No law of the list is in force yet."))
    return say(_("Last law of the list: {law} ({when}). {what}."), law=law, when=str(when), what=what)


def _nothing(**_values: Any) -> None:
    """A mark needs the year alone."""
