"""The growth pole: a motor firm, its knock-on effects, and the region that keeps some of them."""

from course_utils.concepts.growth_pole.explorer import explorer
from course_utils.concepts.growth_pole.key_explorer import key_sectors_explorer
from course_utils.concepts.growth_pole.model import (
    Economy,
    Pull,
    economy,
    leak_by_size,
    local_rate,
    pull,
    regional_coefficients,
)
from course_utils.concepts.growth_pole.rounds import Rounds, spending
from course_utils.concepts.growth_pole.rounds_explorer import rounds_explorer
from course_utils.concepts.growth_pole.tables import KeySectors, key_sectors, multipliers, suppliers
from course_utils.concepts.growth_pole.targets import rate_that_keeps, size_that_keeps, supply_that_keeps

__all__ = [
    "Economy",
    "KeySectors",
    "Pull",
    "Rounds",
    "economy",
    "explorer",
    "key_sectors",
    "key_sectors_explorer",
    "leak_by_size",
    "local_rate",
    "multipliers",
    "pull",
    "rate_that_keeps",
    "regional_coefficients",
    "rounds_explorer",
    "size_that_keeps",
    "spending",
    "suppliers",
    "supply_that_keeps",
]
