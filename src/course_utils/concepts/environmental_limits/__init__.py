"""The limits of the environment: a budget of land shared out by rules, traded, and spent too fast."""

from course_utils.concepts.environmental_limits.explorer import explorer
from course_utils.concepts.environmental_limits.market import Settled, settled, slopes
from course_utils.concepts.environmental_limits.path_explorer import path_explorer
from course_utils.concepts.environmental_limits.pathway import BUDGET, Path, lawful, path
from course_utils.concepts.environmental_limits.places import CLAIMS, Places, places
from course_utils.concepts.environmental_limits.rules import RULES, Choices, Shared, choices, favourites, pace, shared
from course_utils.concepts.environmental_limits.two import Deal, deal, worth_of_learning
from course_utils.concepts.environmental_limits.two_explorer import two_explorer

__all__ = [
    "BUDGET",
    "CLAIMS",
    "RULES",
    "Choices",
    "Deal",
    "Path",
    "Places",
    "Settled",
    "Shared",
    "choices",
    "deal",
    "explorer",
    "favourites",
    "lawful",
    "pace",
    "path",
    "path_explorer",
    "places",
    "settled",
    "shared",
    "slopes",
    "two_explorer",
    "worth_of_learning",
]
