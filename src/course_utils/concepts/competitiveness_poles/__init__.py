"""Competitiveness poles: the real list with its gaps, and a laboratory in which the reader evaluates the policy."""

from course_utils.concepts.competitiveness_poles.case_explorer import files_explorer
from course_utils.concepts.competitiveness_poles.cases import holding, report
from course_utils.concepts.competitiveness_poles.estimators import METHODS, Estimates, estimates
from course_utils.concepts.competitiveness_poles.explorer import explorer
from course_utils.concepts.competitiveness_poles.incidence import cumulative_incidence, ends
from course_utils.concepts.competitiveness_poles.labels import chosen, home, poles, state
from course_utils.concepts.competitiveness_poles.laboratory import Policy, Score, known_bias, score
from course_utils.concepts.competitiveness_poles.list_explorer import list_explorer, statuses

__all__ = [
    "METHODS",
    "Estimates",
    "Policy",
    "Score",
    "chosen",
    "cumulative_incidence",
    "ends",
    "estimates",
    "explorer",
    "files_explorer",
    "holding",
    "home",
    "known_bias",
    "list_explorer",
    "poles",
    "report",
    "score",
    "state",
    "statuses",
]
