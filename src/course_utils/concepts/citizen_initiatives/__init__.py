"""Initiatives of citizens: what few counts tell of their spread, how far a short chain pays, where the places are."""

from course_utils.concepts.citizen_initiatives.chains import Farms, Round, by_size, farms
from course_utils.concepts.citizen_initiatives.chains_explorer import chains_explorer
from course_utils.concepts.citizen_initiatives.explorer import explorer
from course_utils.concepts.citizen_initiatives.fitting import Curve, Profile, best, curve, freely, profile
from course_utils.concepts.citizen_initiatives.home import Home, at_home
from course_utils.concepts.citizen_initiatives.places import kinds, measured, regions
from course_utils.concepts.citizen_initiatives.places_explorer import places_explorer
from course_utils.concepts.citizen_initiatives.series import Series, series
from course_utils.concepts.citizen_initiatives.sure_explorer import sure_explorer
from course_utils.concepts.citizen_initiatives.years import Years, years

__all__ = [
    "Curve",
    "Farms",
    "Home",
    "Profile",
    "Round",
    "Series",
    "Years",
    "at_home",
    "best",
    "by_size",
    "chains_explorer",
    "curve",
    "explorer",
    "farms",
    "freely",
    "kinds",
    "measured",
    "places_explorer",
    "profile",
    "regions",
    "series",
    "sure_explorer",
    "years",
]
