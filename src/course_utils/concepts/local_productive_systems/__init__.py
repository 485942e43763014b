"""Local productive systems: which places are in the list, how surely, and who chose the thresholds."""

from course_utils.concepts.local_productive_systems.choices import (
    FRANCE,
    MOROCCO,
    Standing,
    drawn,
    expected,
    robustness,
    standing,
    standing_of,
    swing,
)
from course_utils.concepts.local_productive_systems.communes import funnel
from course_utils.concepts.local_productive_systems.detection import (
    Count,
    Thresholds,
    bootstrap,
    chance,
    count,
    listed,
    resamples,
)
from course_utils.concepts.local_productive_systems.explorer import explorer
from course_utils.concepts.local_productive_systems.morocco_explorer import morocco_explorer
from course_utils.concepts.local_productive_systems.places import Places, departements, morocco, places_of
from course_utils.concepts.local_productive_systems.reader import Home, home
from course_utils.concepts.local_productive_systems.robust_explorer import robustness_explorer

__all__ = [
    "FRANCE",
    "MOROCCO",
    "Count",
    "Home",
    "Places",
    "Standing",
    "Thresholds",
    "bootstrap",
    "chance",
    "count",
    "departements",
    "drawn",
    "expected",
    "explorer",
    "funnel",
    "home",
    "listed",
    "morocco",
    "morocco_explorer",
    "places_of",
    "resamples",
    "robustness",
    "robustness_explorer",
    "standing",
    "standing_of",
    "swing",
]
