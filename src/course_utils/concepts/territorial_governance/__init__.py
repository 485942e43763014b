"""Governing a territory for all its stakeholders: who counts, how to choose, and who keeps whom to the rule."""

from course_utils.concepts.territorial_governance.commons_explorer import commons_explorer
from course_utils.concepts.territorial_governance.elected import (
    Groupings,
    Officials,
    gap,
    groupings,
    inhabitants_each,
    officials,
    professions,
    women,
)
from course_utils.concepts.territorial_governance.explorer import explorer
from course_utils.concepts.territorial_governance.herders_explorer import herders_explorer
from course_utils.concepts.territorial_governance.lottery import LIMIT, Decided, decided, no_winner
from course_utils.concepts.territorial_governance.officials_explorer import officials_explorer
from course_utils.concepts.territorial_governance.pasture import EQUILIBRIUM, OPTIMUM, Summers, summers
from course_utils.concepts.territorial_governance.state import Ruled, ruled
from course_utils.concepts.territorial_governance.voices import (
    GROUPS,
    METHODS,
    PATHS,
    Verdict,
    profile,
    salience,
    scores,
    verdict,
    verdicts,
)

__all__ = [
    "EQUILIBRIUM",
    "GROUPS",
    "LIMIT",
    "METHODS",
    "OPTIMUM",
    "PATHS",
    "Decided",
    "Groupings",
    "Officials",
    "Ruled",
    "Summers",
    "Verdict",
    "commons_explorer",
    "decided",
    "explorer",
    "gap",
    "groupings",
    "herders_explorer",
    "inhabitants_each",
    "no_winner",
    "officials",
    "officials_explorer",
    "professions",
    "profile",
    "ruled",
    "salience",
    "scores",
    "summers",
    "verdict",
    "verdicts",
    "women",
]
