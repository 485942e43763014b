"""Core and periphery: two regions, the cost of carrying goods, and a State that pays for balance."""

from course_utils.concepts.core_periphery.disparities import home, region_shares, spread, values_of
from course_utils.concepts.core_periphery.disparities_explorer import disparities_explorer
from course_utils.concepts.core_periphery.explorer import explorer
from course_utils.concepts.core_periphery.history import Story, last_call, story, transport_cost
from course_utils.concepts.core_periphery.history_explorer import history_explorer
from course_utils.concepts.core_periphery.model import Branches, Thresholds, branches, destination, thresholds
from course_utils.concepts.core_periphery.myrdal import incomes, resting_ratio
from course_utils.concepts.core_periphery.myrdal_explorer import myrdal_explorer
from course_utils.concepts.core_periphery.places import jobs_per_inhabitant, old_regions, since_1831

__all__ = [
    "Branches",
    "Story",
    "Thresholds",
    "branches",
    "destination",
    "disparities_explorer",
    "explorer",
    "history_explorer",
    "home",
    "incomes",
    "jobs_per_inhabitant",
    "last_call",
    "myrdal_explorer",
    "old_regions",
    "region_shares",
    "resting_ratio",
    "since_1831",
    "spread",
    "story",
    "thresholds",
    "transport_cost",
    "values_of",
]
