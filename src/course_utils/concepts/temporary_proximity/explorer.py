"""The explorer ``temporary_proximity``: two teams, a distance, a rent, and a project in five phases."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.temporary_proximity import figure, sentences
from course_utils.concepts.temporary_proximity.model import Decision, Terms, decide
from course_utils.concepts.temporary_proximity.phases import Project, phase_names, project, terms_of
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.explorer.controls import Control
from course_utils.words import _

RENTS = (5.0, 7.0, 9.0, 12.0, 17.0)
ALL = ("phase", "per_km", "rent", "distance")


def explorer() -> Explorer:
    """Return the explorer ``temporary_proximity``."""
    return Explorer(
        name="temporary_proximity",
        controls=_controls(),
        panels=[_diagram(), _ways(), _phases()],
        reading=Reading(_both, sentences.reading, ALL),
        title=_("Meet now and then, or share one place?"),
        caption=_(
            "Two teams that work on one project. A trip costs €400 and a price for each kilometre between them; each"
            " meeting brings 18 % of what is still unknown."
        ),
        note=_("A stylised model: every euro of it was made up, to have a tacit phase and a routine one."),
    )


def _controls() -> dict[str, Control]:
    return {
        "phase": Choice(_("Phase of the project"), phase_names(), "design", play=True),
        "distance": Slider(_("Distance between the teams"), 0, figure.FAR, 120, 26, decimals=0, unit="km"),
        "rent": Choice(_("Rent of a shared place, a period"), sentences.rents(RENTS), "9"),
        "per_km": Choice(_("Price of travel"), sentences.per_km(), "0.002"),
    }


def _diagram() -> Panel:
    return Panel(
        "diagram",
        _terms,
        lambda terms, **_values: figure.diagram(terms),
        ("phase", "per_km"),
        title=_("Remote, temporary, permanent: who does what, where"),
        alt=_(
            "A map over distance and rent with three zones: stay remote, travel and meet, share one place. The border"
            " of sharing rises with distance; a star marks your two teams."
        ),
        height=430,
        overlay=Overlay(_nothing, figure.here, ("distance", "rent")),
    )


def _ways() -> Panel:
    return Panel(
        "ways",
        _priced,
        figure.ways,
        ("phase", "per_km", "rent"),
        title=_("Why: a rent does not know how far you came"),
        alt=_(
            "What each way leaves, against distance: travelling falls, sharing one place and staying remote are flat;"
            " a star marks the best way of your teams."
        ),
        height=340,
        overlay=Overlay(_decision, figure.best_here, ALL),
    )


def _phases() -> Panel:
    return Panel(
        "phases",
        _project,
        figure.phases,
        ("per_km", "rent", "distance"),
        title=_("Five phases, three ways"),
        alt=_(
            "For each of five phases three bars, what staying remote, travelling and sharing one place leave; a mark"
            " on the best, a ring around the present phase."
        ),
        height=360,
        overlay=Overlay(_project_in, figure.current, ALL),
    )


def _terms(phase: str, per_km: str) -> Terms:
    return terms_of(phase, float(per_km))


def _priced(phase: str, per_km: str, rent: str) -> Terms:
    return terms_of(phase, float(per_km))


def _decision(phase: str, per_km: str, rent: str, distance: float) -> Decision:
    return decide(terms_of(phase, float(per_km)), distance, float(rent))


def _project(per_km: str, rent: str, distance: float) -> Project:
    return project(distance, float(rent), float(per_km))


def _project_in(phase: str, per_km: str, rent: str, distance: float) -> Project:
    return project(distance, float(rent), float(per_km))


def _both(phase: str, per_km: str, rent: str, distance: float) -> tuple[Decision, Project]:
    return _decision(phase, per_km, rent, distance), _project(per_km, rent, distance)


def _nothing(**_values: Any) -> None:
    """An overlay that only repeats what the reader chose needs no model."""
