"""Deciding together: where a nuisance goes, who is asked, and what a court does to those who are not."""

from course_utils.concepts.participation.court import Conflict, conflict, threshold
from course_utils.concepts.participation.court_explorer import court_explorer
from course_utils.concepts.participation.debates import facts, ladder, standing
from course_utils.concepts.participation.explorer import explorer
from course_utils.concepts.participation.ladder_explorer import ladder_explorer
from course_utils.concepts.participation.payment import needed, price
from course_utils.concepts.participation.points import Places, places
from course_utils.concepts.participation.price_explorer import price_explorer
from course_utils.concepts.participation.siting import Decision, decide, everywhere, payoffs

__all__ = [
    "Conflict",
    "Decision",
    "Places",
    "conflict",
    "court_explorer",
    "decide",
    "everywhere",
    "explorer",
    "facts",
    "ladder",
    "ladder_explorer",
    "needed",
    "payoffs",
    "places",
    "price",
    "price_explorer",
    "standing",
    "threshold",
]
