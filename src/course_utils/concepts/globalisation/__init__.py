"""Globalisation: whose doing is a place's change, and how small a difference moves a firm that can go anywhere."""

from course_utils.concepts.globalisation.esteban import areas
from course_utils.concepts.globalisation.esteban_explorer import esteban_explorer
from course_utils.concepts.globalisation.europe import country
from course_utils.concepts.globalisation.europe_explorer import base_year_explorer
from course_utils.concepts.globalisation.explorer import explorer
from course_utils.concepts.globalisation.footloose import emptying_gap, firms, flight
from course_utils.concepts.globalisation.footloose_explorer import footloose_explorer
from course_utils.concepts.globalisation.france import home, picture
from course_utils.concepts.globalisation.model import Terms, decompose
from course_utils.concepts.globalisation.own import account, example
from course_utils.concepts.globalisation.states import shift
from course_utils.concepts.globalisation.states_explorer import states_explorer

__all__ = [
    "Terms",
    "account",
    "areas",
    "base_year_explorer",
    "country",
    "decompose",
    "emptying_gap",
    "esteban_explorer",
    "example",
    "explorer",
    "firms",
    "flight",
    "footloose_explorer",
    "home",
    "picture",
    "shift",
    "states_explorer",
]
