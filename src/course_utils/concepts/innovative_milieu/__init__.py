"""The innovative milieu: agents who search side by side, learn from one another, and may know somebody outside."""

from course_utils.concepts.innovative_milieu.cases import Design, cases, jobs_per_establishment, supposed, watchmakers
from course_utils.concepts.innovative_milieu.explorer import explorer
from course_utils.concepts.innovative_milieu.history import Story, story
from course_utils.concepts.innovative_milieu.history_explorer import rounds_explorer
from course_utils.concepts.innovative_milieu.landscape import landscapes, peaks
from course_utils.concepts.innovative_milieu.links_explorer import links_explorer
from course_utils.concepts.innovative_milieu.model import Runs, bridges, neighbours, reach, search, step
from course_utils.concepts.innovative_milieu.results import gap, outcome, ranking, share_known

__all__ = [
    "Design",
    "Runs",
    "Story",
    "bridges",
    "cases",
    "explorer",
    "gap",
    "jobs_per_establishment",
    "landscapes",
    "links_explorer",
    "neighbours",
    "outcome",
    "peaks",
    "ranking",
    "reach",
    "rounds_explorer",
    "search",
    "share_known",
    "step",
    "story",
    "supposed",
    "watchmakers",
]
