"""Is it a cluster, or chance? Plants thrown like darts at France, and the measures that try to tell."""

from course_utils.concepts.spatial_concentration.chance import RADII, bands, beyond, curve, of_darts, of_throw
from course_utils.concepts.spatial_concentration.explorer import explorer
from course_utils.concepts.spatial_concentration.industries import industry
from course_utils.concepts.spatial_concentration.industries_explorer import industries_explorer
from course_utils.concepts.spatial_concentration.places import board, communes, plane
from course_utils.concepts.spatial_concentration.plants import Throw, sizes, throw
from course_utils.concepts.spatial_concentration.quotients import odds, quotients
from course_utils.concepts.spatial_concentration.quotients_explorer import quotients_explorer

__all__ = [
    "RADII",
    "Throw",
    "bands",
    "beyond",
    "board",
    "communes",
    "curve",
    "explorer",
    "industries_explorer",
    "industry",
    "odds",
    "of_darts",
    "of_throw",
    "plane",
    "quotients",
    "quotients_explorer",
    "sizes",
    "throw",
]
