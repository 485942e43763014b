"""Temporary proximity: two teams stay remote, meet now and then, or share one place."""

from course_utils.concepts.temporary_proximity.explorer import explorer
from course_utils.concepts.temporary_proximity.fairs import exhibitors
from course_utils.concepts.temporary_proximity.limits import limits_explorer
from course_utils.concepts.temporary_proximity.model import (
    Decision,
    Terms,
    decide,
    learnt,
    meetings,
    move_limit,
    rent_limit,
    travel_limit,
    travelling,
)
from course_utils.concepts.temporary_proximity.phases import PHASES, Project, project, terms_of
from course_utils.concepts.temporary_proximity.towns import Pole, Town, capitals, home, kilometres, poles
from course_utils.concepts.temporary_proximity.towns_explorer import modes_of, towns_explorer
from course_utils.concepts.temporary_proximity.trips import trips_explorer
from course_utils.concepts.temporary_proximity.whole import (
    whole_meetings,
    whole_move_limit,
    whole_rent_limit,
    whole_travel_limit,
    whole_travelling,
)

__all__ = [
    "PHASES",
    "Decision",
    "Pole",
    "Project",
    "Terms",
    "Town",
    "capitals",
    "decide",
    "exhibitors",
    "explorer",
    "home",
    "kilometres",
    "learnt",
    "limits_explorer",
    "meetings",
    "modes_of",
    "move_limit",
    "poles",
    "project",
    "rent_limit",
    "terms_of",
    "towns_explorer",
    "travel_limit",
    "travelling",
    "trips_explorer",
    "whole_meetings",
    "whole_move_limit",
    "whole_rent_limit",
    "whole_travel_limit",
    "whole_travelling",
]
