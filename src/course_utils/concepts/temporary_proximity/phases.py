"""A project in five phases: tacit ones, in which much is learnt from the other, and routine ones."""

from __future__ import annotations

from dataclasses import dataclass

from course_utils.concepts.temporary_proximity.model import Decision, Terms, decide
from course_utils.words import _

#: What all the knowledge of the other is worth in each phase, thousand euros: made up, from tacit to routine.
WORTH = {"idea": 6.0, "design": 16.0, "prototype": 10.0, "tests": 4.0, "series": 1.5}
PHASES = tuple(WORTH)


def phase_names() -> dict[str, str]:
    """Name of each phase, in order."""
    return {
        "idea": _("1. first ideas"),
        "design": _("2. joint design"),
        "prototype": _("3. prototype"),
        "tests": _("4. tests"),
        "series": _("5. series"),
    }


def terms_of(phase: str, per_km: float = 0.002) -> Terms:
    """Return the terms of a phase.

    Examples
    --------
    >>> terms_of("design").worth
    16.0
    """
    if phase not in WORTH:
        raise ValueError(f"phase must be one of {', '.join(PHASES)}, got {phase!r}")
    return Terms(WORTH[phase], per_km=per_km)


@dataclass(frozen=True)
class Project:
    """What a whole project of five phases leaves, by the rule that is followed.

    Parameters
    ----------
    decisions : dict
        The best decision of each phase.
    """

    decisions: dict[str, Decision]

    @property
    def mixed(self) -> float:
        """Each phase in its best way."""
        return sum(found.best for found in self.decisions.values())

    @property
    def together(self) -> float:
        """Sharing the place from the first phase to the last."""
        return sum(found.permanent for found in self.decisions.values())

    @property
    def apart(self) -> float:
        """Never moving: trips, or nothing, in every phase."""
        return sum(found.temporary for found in self.decisions.values())

    @property
    def periods(self) -> int:
        """Phases in which the teams share a place."""
        return sum(found.mode == "permanent" for found in self.decisions.values())


def project(distance: float, rent: float, per_km: float = 0.002) -> Project:
    """Decide phase by phase.

    Examples
    --------
    >>> found = project(500, 9)
    >>> [one.mode for one in found.decisions.values()]
    ['remote', 'permanent', 'permanent', 'remote', 'remote']
    >>> round(found.mixed, 2), round(found.together, 2), round(found.apart, 2)
    (8.0, -7.5, 3.72)
    """
    return Project({phase: decide(terms_of(phase, per_km), distance, rent) for phase in PHASES})
