"""The explorer ``portrait``: choose your territory, and see two things about it at once."""

from __future__ import annotations

import math

from course_utils.concepts.portrait import figure
from course_utils.concepts.portrait.model import Jobs, Standing, jobs_of, standing
from course_utils.explorer import Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import Sentence, _, number, percent, say


def explorer() -> Explorer:
    """Return the explorer ``portrait``."""
    return Explorer(
        name="portrait",
        controls={
            "departement": Territory(_("Your département"), level="departement", value="38"),
            "epci": Territory(_("Your intercommunality"), level="epci", value="200040715"),
        },
        panels=[_sectors(), _sizes()],
        reading=Reading(lambda: None, _nothing, ()),
        title=_("Choose your territory"),
        caption=_(
            "Jobs of 2018 at the place of work in seven sectors; legal populations in force on 1 January 2026 and 2019."
            " Your choice stays in this browser, and the other chapters will have it ready."
        ),
        data=("employment_departements", "departements", "epci"),
        note=_(
            "Seven sectors are few: they hide what a place is known for. Intercommunalities whose code is younger than"
            " 2019 have no growth and are left out of the second picture; changes beyond its edges are drawn there."
        ),
    )


def _nothing(_result: None) -> Sentence:
    """All that is said is said of the reader's own places."""
    return say("")


def _sectors() -> Panel:
    own = Overlay(jobs_of, figure.own_sectors, ("departement",), jobs_sentence)
    return Panel(
        "sectors",
        lambda: None,
        figure.sectors_figure,
        (),
        alt=_("For seven sectors, the weight of each in every département against its weight in the whole country."),
        title=_("What your département works at"),
        height=430,
        overlay=own,
    )


def _sizes() -> Panel:
    own = Overlay(standing, figure.own_size, ("epci",), standing_sentence)
    return Panel(
        "sizes",
        lambda: None,
        figure.sizes_figure,
        (),
        alt=_("Every intercommunality of France by its inhabitants and by their change since 2019; yours is a star."),
        title=_("How large your intercommunality is, and whether it grows"),
        height=430,
        overlay=own,
    )


def jobs_sentence(found: Jobs, *, departement: str) -> Sentence:
    """Name the sectors in which the département is most and least above the country."""
    most, least = str(found.quotients.idxmax()), str(found.quotients.idxmin())
    line = _(
        "{name} has {people} inhabitants and {share} of the country's jobs; the weight of {most} is {high} times that"
        " in the whole country, the weight of {least} {low} times."
    )
    names = {"most": _lower(figure.sectors()[most]), "least": _lower(figure.sectors()[least])}
    numbers = {"high": number(found.quotients[most], 2), "low": number(found.quotients[least], 2)}
    whole = {"people": number(found.population), "share": percent(found.share, 1)}
    return say(line, name=found.name, **whole, **names, **numbers)


def standing_sentence(found: Standing, *, epci: str) -> Sentence:
    """Say how large the intercommunality is, and how it changed."""
    start = say(
        _("{name}, a {type}, is number {rank} of {of} by size, with {people} inhabitants"),
        name=found.name,
        type=figure.types()[found.type],
        rank=number(found.rank),
        of=number(found.of),
        people=number(found.population),
    )
    if math.isnan(found.growth):
        return say(_("{start}."), start=start)
    word = (
        _("{start}, {change} more than in 2019.") if found.growth >= 0 else _("{start}, {change} fewer than in 2019.")
    )
    return say(word, start=start, change=percent(abs(found.growth), 1))


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]
