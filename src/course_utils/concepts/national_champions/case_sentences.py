"""Words of the cases: what is supposed of a merger, and how large a champion is beside a département."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.national_champions.cases import cases, works
from course_utils.concepts.national_champions.model import Merger
from course_utils.concepts.national_champions.sentences import groups, price_sentence, verdicts
from course_utils.datasets import territory as place
from course_utils.words import Sentence, _, join, number, percent, say


def borders() -> dict[str, str]:
    """What the reader may suppose of the market."""
    return {"closed": _("closed to foreign firms"), "open": _("open: one foreign firm, no tariff")}


def case_reading(found: Merger, *, case: str, borders: str, gain: float) -> Sentence:
    """Say who merged, what is supposed, and what the model calls it."""
    chosen = cases()[case]
    who = say(
        _("{firm}, {date}, {sector}: {partners}."),
        firm=chosen.short,
        date=chosen.date,
        sector=_(chosen.sector),
        partners=" + ".join(chosen.partners),
    )
    closed = _("Suppose closed borders and {gain} saved on each unit.")
    opened = _("Suppose open borders and {gain} saved on each unit.")
    supposed = say(closed if borders == "closed" else opened, gain=number(gain))
    return join(who, supposed, price_sentence(found), groups(found), verdicts()[found.verdict])


def size_reading(found: pd.Series, *, firm: str) -> Sentence:
    """Say how many people the champion employed."""
    template = _("{firm} employed {n} people ({year}).")
    return say(template, firm=firm, n=number(int(found["employees"])), year=str(found["year"]))


def home_sentence(found: dict[str, Any], *, territory: str, firm: str) -> Sentence:
    """Say what the champion would be in the reader's département, and which works the data place there."""
    size = say(
        _("That is {share} of the {jobs} industry jobs of {home} in 2018."),
        share=percent(found["employees"] / found["jobs"]),
        jobs=number(found["jobs"]),
        home=str(place(territory)["name"]),
    )
    return join(size, _works(territory))


def _works(territory: str) -> Sentence:
    if territory in works():
        return say(_("The table of growth poles places here: {works}."), works="; ".join(works()[territory]))
    return say(_("The table of growth poles places no works of a champion of the dataset here."))
