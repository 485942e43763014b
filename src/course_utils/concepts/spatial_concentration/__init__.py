"""Is it a cluster, or chance? Plants thrown like darts at France, and the measures that try to tell."""

from course_utils.concepts.spatial_concentration.bombs import flying_bombs
from course_utils.concepts.spatial_concentration.chance import (
    RADII,
    bands,
    beyond,
    curve,
    false_alarms,
    localised,
    of_darts,
    of_throw,
)
from course_utils.concepts.spatial_concentration.explorer import explorer
from course_utils.concepts.spatial_concentration.industries import industry
from course_utils.concepts.spatial_concentration.industries_explorer import industries_explorer
from course_utils.concepts.spatial_concentration.places import board, communes, plane, site_share
from course_utils.concepts.spatial_concentration.plants import Throw, sizes, throw
from course_utils.concepts.spatial_concentration.poles import pole_bands, pole_towns
from course_utils.concepts.spatial_concentration.quotients import chance_quotients, odds
from course_utils.concepts.spatial_concentration.quotients_explorer import quotients_explorer

__all__ = [
    "RADII",
    "Throw",
    "bands",
    "beyond",
    "board",
    "chance_quotients",
    "communes",
    "curve",
    "explorer",
    "false_alarms",
    "flying_bombs",
    "industries_explorer",
    "industry",
    "localised",
    "odds",
    "of_darts",
    "of_throw",
    "plane",
    "pole_bands",
    "pole_towns",
    "quotients_explorer",
    "site_share",
    "sizes",
    "throw",
]
