"""Decentralisation: who should decide, alone, together or from the centre; and who does, since 1972."""

from course_utils.concepts.decentralisation.communes import counts
from course_utils.concepts.decentralisation.competences import histories, holder
from course_utils.concepts.decentralisation.competences_explorer import competences_explorer
from course_utils.concepts.decentralisation.explorer import explorer
from course_utils.concepts.decentralisation.groups import Losses, losses
from course_utils.concepts.decentralisation.groups_explorer import groups_explorer
from course_utils.concepts.decentralisation.intercommunal import classes, compared
from course_utils.concepts.decentralisation.map_explorer import map_explorer
from course_utils.concepts.decentralisation.model import (
    Outcome,
    central,
    first_best,
    grouped,
    local,
    loss,
    outcome,
    tastes,
    utility,
)
from course_utils.concepts.decentralisation.sources import sources
from course_utils.concepts.decentralisation.territory import Home, spread_of, spreads
from course_utils.concepts.decentralisation.threshold import break_even, threshold

__all__ = [
    "Home",
    "Losses",
    "Outcome",
    "break_even",
    "central",
    "classes",
    "compared",
    "competences_explorer",
    "counts",
    "explorer",
    "first_best",
    "grouped",
    "groups_explorer",
    "histories",
    "holder",
    "local",
    "loss",
    "losses",
    "map_explorer",
    "outcome",
    "sources",
    "spread_of",
    "spreads",
    "tastes",
    "threshold",
    "utility",
]
