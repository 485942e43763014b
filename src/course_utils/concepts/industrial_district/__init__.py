"""The industrial district: why here and not there, and how a statistician finds one."""

from course_utils.concepts.industrial_district.examples import cases, italian_counts
from course_utils.concepts.industrial_district.explorer import explorer
from course_utils.concepts.industrial_district.funnel_explorer import funnel_explorer
from course_utils.concepts.industrial_district.model import (
    Ends,
    benefit,
    ends,
    geography,
    history,
    margin,
    settle,
    shut_out,
    tastes,
)
from course_utils.concepts.industrial_district.real import france, home, morocco, provinces, sectors
from course_utils.concepts.industrial_district.real_explorer import real_explorer
from course_utils.concepts.industrial_district.steps import Funnel, Markets, Sieve, funnel, sieve, synthetic_markets
from course_utils.concepts.industrial_district.urn import Urn, chances, exact, polya, urns
from course_utils.concepts.industrial_district.urn_explorer import urn_explorer

__all__ = [
    "Ends",
    "Funnel",
    "Markets",
    "Sieve",
    "Urn",
    "benefit",
    "cases",
    "chances",
    "ends",
    "exact",
    "explorer",
    "france",
    "funnel",
    "funnel_explorer",
    "geography",
    "history",
    "home",
    "italian_counts",
    "margin",
    "morocco",
    "polya",
    "provinces",
    "real_explorer",
    "sectors",
    "settle",
    "shut_out",
    "sieve",
    "synthetic_markets",
    "tastes",
    "urn_explorer",
    "urns",
]
