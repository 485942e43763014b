"""Porter's cluster: a diamond whose corners need one another, and stars on a map."""

from course_utils.concepts.porter_cluster.diamond import MODEL, Copying, cap, copying, strength
from course_utils.concepts.porter_cluster.explorer import explorer
from course_utils.concepts.porter_cluster.maps import counts
from course_utils.concepts.porter_cluster.places import table
from course_utils.concepts.porter_cluster.programme import Programme, programme
from course_utils.concepts.porter_cluster.programme_explorer import programme_explorer
from course_utils.concepts.porter_cluster.star_sentences import standing
from course_utils.concepts.porter_cluster.stars import Stars, growth, stars
from course_utils.concepts.porter_cluster.stars_explorer import fastest, morocco_explorer, stars_explorer

__all__ = [
    "MODEL",
    "Copying",
    "Programme",
    "Stars",
    "cap",
    "copying",
    "counts",
    "explorer",
    "fastest",
    "growth",
    "morocco_explorer",
    "programme",
    "programme_explorer",
    "standing",
    "stars",
    "stars_explorer",
    "strength",
    "table",
]
