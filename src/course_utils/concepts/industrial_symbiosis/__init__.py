"""Industrial symbiosis: who takes whose waste, designed and as it grew at Kalundborg."""

from course_utils.concepts.industrial_symbiosis.estate import local
from course_utils.concepts.industrial_symbiosis.estate_explorer import estate_explorer
from course_utils.concepts.industrial_symbiosis.explorer import explorer
from course_utils.concepts.industrial_symbiosis.firms import FIRMS, MATCHES, NEEDS, WASTES
from course_utils.concepts.industrial_symbiosis.mass import arriving, balance
from course_utils.concepts.industrial_symbiosis.model import TAXES, Plan, distances, ladder, plan, reach
from course_utils.concepts.industrial_symbiosis.places import coast, largest
from course_utils.concepts.industrial_symbiosis.web import LEAVERS, Web, flows, published, spread, web
from course_utils.concepts.industrial_symbiosis.web_explorer import kalundborg_explorer
from course_utils.measures import cheapest_exchanges

__all__ = [
    "FIRMS",
    "LEAVERS",
    "MATCHES",
    "NEEDS",
    "TAXES",
    "WASTES",
    "Plan",
    "Web",
    "arriving",
    "balance",
    "cheapest_exchanges",
    "coast",
    "distances",
    "estate_explorer",
    "explorer",
    "flows",
    "kalundborg_explorer",
    "ladder",
    "largest",
    "local",
    "plan",
    "published",
    "reach",
    "spread",
    "web",
]
