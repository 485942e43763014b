"""Business ecosystems: value made and taken outside the firm, and whether the network survives a loss."""

from course_utils.concepts.business_ecosystem.build import START, Built, build, value
from course_utils.concepts.business_ecosystem.build_explorer import build_explorer
from course_utils.concepts.business_ecosystem.cases import CASES, Case, at_home, counts, fact
from course_utils.concepts.business_ecosystem.cases_explorer import cases_explorer
from course_utils.concepts.business_ecosystem.explorer import explorer
from course_utils.concepts.business_ecosystem.game import RULES, Split, split, worth
from course_utils.concepts.business_ecosystem.loss import SHARES, Loss, loss, network, targeted
from course_utils.concepts.business_ecosystem.loss_explorer import loss_explorer

__all__ = [
    "CASES",
    "RULES",
    "SHARES",
    "START",
    "Built",
    "Case",
    "Loss",
    "Split",
    "at_home",
    "build",
    "build_explorer",
    "cases_explorer",
    "counts",
    "explorer",
    "fact",
    "loss",
    "loss_explorer",
    "network",
    "split",
    "targeted",
    "value",
    "worth",
]
