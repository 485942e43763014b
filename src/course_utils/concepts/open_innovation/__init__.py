"""Open innovation: knowledge from outside, and the research of one's own that it takes to use it."""

from course_utils.concepts.open_innovation.breadth import (
    DIFFICULTY,
    LABS,
    Search,
    best_breadth,
    best_idea,
    capacity,
    left,
    peaks,
)
from course_utils.concepts.open_innovation.breadth_explorer import breadth_explorer
from course_utils.concepts.open_innovation.doors import PRICES, Way, cost, doors, knocked, way
from course_utils.concepts.open_innovation.doors_explorer import doors_explorer
from course_utils.concepts.open_innovation.explorer import explorer
from course_utils.concepts.open_innovation.funnel import Funnel, best_partners, funnel
from course_utils.concepts.open_innovation.funnel_explorer import funnel_explorer
from course_utils.concepts.open_innovation.model import Hinge, border, change, curve, game, hinge

__all__ = [
    "DIFFICULTY",
    "LABS",
    "PRICES",
    "Funnel",
    "Hinge",
    "Search",
    "Way",
    "best_breadth",
    "best_idea",
    "best_partners",
    "border",
    "breadth_explorer",
    "capacity",
    "change",
    "cost",
    "curve",
    "doors",
    "doors_explorer",
    "explorer",
    "funnel",
    "funnel_explorer",
    "game",
    "hinge",
    "knocked",
    "left",
    "peaks",
    "way",
]
