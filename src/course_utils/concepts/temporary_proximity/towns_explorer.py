"""The explorer ``temporary_proximity.towns``: real towns, a pôle to work with, and who would travel or move."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

from course_utils.concepts.temporary_proximity import sentences, towns_figure
from course_utils.concepts.temporary_proximity.borders import Borders
from course_utils.concepts.temporary_proximity.model import MODES
from course_utils.concepts.temporary_proximity.phases import phase_names, terms_of
from course_utils.concepts.temporary_proximity.towns import from_home, home, kilometres, poles, to_pole
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import Sentence, _, join, number, say

RENTS = (3.0, 5.0, 7.0, 9.0, 12.0, 17.0)
STATE = ("pole", "phase", "rent")
Modes = dict[str, str]


def towns_explorer() -> Explorer:
    """Return the explorer ``temporary_proximity.towns``."""
    return Explorer(
        name="temporary_proximity.towns",
        controls={
            "territory": Territory(_("Your département"), level="departement", value="38"),
            "pole": Choice(_("Pôle to work with"), _pole_names(), "aerospace_valley"),
            "phase": Choice(_("Phase of the project"), phase_names(), "design", play=True),
            "rent": Choice(_("Rent of a shared place, a period"), sentences.rents(RENTS), "9"),
        },
        panels=[_map(), _strip()],
        reading=Reading(modes_of, reading, STATE),
        title=_("From your town to a pôle: travel, or move?"),
        caption=_(
            "Distances as the crow flies, from the most populated commune of each département to the home town of the"
            " pôle. A trip costs €400 and €2 a kilometre."
        ),
        data=("communes", "poles_competitivite", "geometry"),
        note=_(
            "The distances are real, every euro was made up. A pôle has members in many towns: 49 of the 83 ever"
            " labelled have a home town that a source names. Overseas, distances are real and the map is not."
        ),
    )


def _pole_names() -> dict[str, str]:
    line = _("{name} ({town})")
    return {key: say(line, name=pole.short, town=pole.town.name) for key, pole in poles().items()}


def _map() -> Panel:
    return Panel(
        "map",
        modes_of,
        towns_figure.map_figure,
        STATE,
        title=_("Who would travel to this pôle, who would move"),
        alt=_(
            "Map of the French départements: pale where teams stay remote, middle where they travel, dark where they"
            " share a place with the pôle; a line joins your département's largest commune with the pôle."
        ),
        height=480,
        overlay=Overlay(_way, towns_figure.line_trace, ("territory", "pole"), way_sentence),
    )


def _strip() -> Panel:
    return Panel(
        "strip",
        _nothing,
        towns_figure.strip_figure,
        ("phase", "rent"),
        title=_("All pôles, by how far they are from you"),
        alt=_(
            "Dots for 49 pôles, one row for each group of themes, by distance from your département's largest commune;"
            " the zones behind tell where teams would travel, move or stay remote."
        ),
        height=560,
        overlay=(
            Overlay(from_home, towns_figure.dots_trace, ("territory",)),
            Overlay(_counts, towns_figure.border_trace, ("territory", "phase", "rent"), counts_sentence),
        ),
    )


@cache
def borders_of(phase: str, rent: str) -> Borders:
    """Borders of a phase at a rent, at €2 a kilometre."""
    return Borders(terms_of(phase), float(rent))


def modes_of(pole: str, phase: str, rent: str) -> Modes:
    """Best way for a team in each département, by code.

    Examples
    --------
    >>> found = modes_of("minalogic", "design", "9")
    >>> found["38"], found["69"], found["29"]
    ('temporary', 'temporary', 'permanent')
    """
    distances = to_pole(pole)
    return dict(zip(distances, borders_of(phase, rent).modes(distances.values()), strict=True))


def reading(found: Modes, *, pole: str, phase: str, rent: str) -> Sentence:
    """Count the départements that would do one or the other."""
    count = Counter(found.values())
    line = _(
        "For work with {pole} on {phase}, teams would travel from {temporary} of {all} départements, share a place from"
        " {permanent}, and stay remote from {remote}."
    )
    counts = {mode: number(count[mode]) for mode in MODES}
    name = phase_names()[phase].split(". ")[1]
    whole = number(len(found))
    return join(
        say(line, pole=poles()[pole].short, phase=name, all=whole, **counts), sentences.borders(borders_of(phase, rent))
    )


def _way(territory: str, pole: str) -> float:
    return kilometres(home(territory), poles()[pole].town)


def way_sentence(found: float, *, territory: str, pole: str) -> Sentence:
    """Say how far it is from the reader's town."""
    start, end = home(territory).name, poles()[pole].town.name
    if start == end:
        return say(_("Your town, {start}, is that of the pôle."), start=start)
    return say(_("From {start} to {end} it is {far}."), start=start, end=end, far=sentences.km(found))


def _counts(territory: str, phase: str, rent: str) -> Counter[str]:
    return Counter(borders_of(phase, rent).modes(from_home(territory).values()))


def counts_sentence(found: Counter[str], *, territory: str, phase: str, rent: str) -> Sentence:
    """Count the pôles that the reader's town would travel to, move to, or keep away from."""
    line = _(
        "Of the {all} pôles, a team of {start} would travel to {temporary}, share a place with {permanent}, and stay"
        " remote from {remote}."
    )
    counts = {mode: number(found[mode]) for mode in MODES}
    return say(line, all=number(len(poles())), start=home(territory).name, **counts)


def _nothing(**_values: Any) -> None:
    """The zones need the phase and the rent alone."""
