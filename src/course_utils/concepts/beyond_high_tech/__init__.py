"""Beyond high technology: what the labels went to, and which activity lies near for a place."""

from course_utils.concepts.beyond_high_tech.explorer import explorer
from course_utils.concepts.beyond_high_tech.space import Space, product_space, wide
from course_utils.concepts.beyond_high_tech.steps import Path, next_for, path
from course_utils.concepts.beyond_high_tech.synthetic import Entries, entries, fields, hits, jobs, space_at
from course_utils.concepts.beyond_high_tech.themes import Home, counts, home, labels, withdrawn
from course_utils.concepts.beyond_high_tech.themes_explorer import themes_explorer

__all__ = [
    "Entries",
    "Home",
    "Path",
    "Space",
    "counts",
    "entries",
    "explorer",
    "fields",
    "hits",
    "home",
    "jobs",
    "labels",
    "next_for",
    "path",
    "product_space",
    "space_at",
    "themes_explorer",
    "wide",
    "withdrawn",
]
