"""The genealogy of concepts and policies: when each was published, first used, and built upon."""

from course_utils.concepts.genealogy.chapters import index
from course_utils.concepts.genealogy.explorer import explorer
from course_utils.concepts.genealogy.lag_explorer import lags_explorer
from course_utils.concepts.genealogy.lags import Lag, Summary, lags, publications, summary, uses
from course_utils.concepts.genealogy.network_explorer import network_explorer
from course_utils.concepts.genealogy.trend import Chance, Pairs, chance, pairs

__all__ = [
    "Chance",
    "Lag",
    "Pairs",
    "Summary",
    "chance",
    "explorer",
    "index",
    "lags",
    "lags_explorer",
    "network_explorer",
    "pairs",
    "publications",
    "summary",
    "uses",
]
