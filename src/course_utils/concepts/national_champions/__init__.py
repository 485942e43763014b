"""National champions: firms merge, with or without gains of scale, behind borders that are closed or open."""

from course_utils.concepts.national_champions.areas import Tradeoff, tradeoff
from course_utils.concepts.national_champions.cases import Case, cases, industry_jobs, table, workforces, works
from course_utils.concepts.national_champions.cases_explorer import cases_explorer, size_explorer
from course_utils.concepts.national_champions.explorer import explorer
from course_utils.concepts.national_champions.model import Market, Merger, market, merger
from course_utils.concepts.national_champions.tariff_explorer import tariff_explorer
from course_utils.concepts.national_champions.thresholds import gain_for, gain_for_price, pays, smallest_that_pays

__all__ = [
    "Case",
    "Market",
    "Merger",
    "Tradeoff",
    "cases",
    "cases_explorer",
    "explorer",
    "gain_for",
    "gain_for_price",
    "industry_jobs",
    "market",
    "merger",
    "pays",
    "size_explorer",
    "smallest_that_pays",
    "table",
    "tariff_explorer",
    "tradeoff",
    "workforces",
    "works",
]
