"""The circular economy: how far growth lets a loop close, France as a line and a loop, and what turns in a web."""

from course_utils.concepts.circular_economy.countries import Ranking, names, other_editions, ranking, rates, revisions
from course_utils.concepts.circular_economy.countries_explorer import countries_explorer
from course_utils.concepts.circular_economy.explorer import explorer
from course_utils.concepts.circular_economy.france import Balance, balance
from course_utils.concepts.circular_economy.france_explorer import france_explorer
from course_utils.concepts.circular_economy.home import Home, at_home
from course_utils.concepts.circular_economy.model import (
    InOut,
    Lives,
    after_growth,
    harmless_rebound,
    in_and_out,
    lives,
)
from course_utils.concepts.circular_economy.web import Web, closed, kalundborg, loop, turning
from course_utils.concepts.circular_economy.web_explorer import web_explorer

__all__ = [
    "Balance",
    "Home",
    "InOut",
    "Lives",
    "Ranking",
    "Web",
    "after_growth",
    "at_home",
    "balance",
    "closed",
    "countries_explorer",
    "explorer",
    "france_explorer",
    "harmless_rebound",
    "in_and_out",
    "kalundborg",
    "lives",
    "loop",
    "names",
    "other_editions",
    "ranking",
    "rates",
    "revisions",
    "turning",
    "web_explorer",
]
