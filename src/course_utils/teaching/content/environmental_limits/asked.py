"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from functools import cache
from typing import Any

from course_utils.datasets import territories
from course_utils.explorer.registry import result

CONCEPT = "environmental_limits"
RULES = ("past", "people", "growth", "need", "communes")


def two(**state: Any) -> Any:
    """Return the deal of town and valley in a state of the second explorer."""
    return result(f"{CONCEPT}.two", "bill", **state)


def worth(share: float, cut: int) -> tuple[float, float]:
    """Return what halving its cost saves the town at a cut (in %), under a plain quota and where permits are traded."""
    quota, traded = result(f"{CONCEPT}.two", "worth", share=share)
    at = round(cut / 5)  # the figure has a point every five per cent
    return quota[at], traded[at]


def allowance(departement: str, rule: str, year: str) -> float:
    """Return the allowance of the place with the largest past use."""
    return float(result(CONCEPT, "land", territory=departement, rule=rule, year=year).allowances[0])


def uneven(departement: str, rule: str) -> float:
    """Return the Gini index of hectares a head in a département."""
    return float(result(CONCEPT, "map", territory=departement, rule=rule)[1].gini)


def path(after: float) -> Any:
    """Return the country's path at a steady pace from 2024 to 2030."""
    return result(f"{CONCEPT}.path", "yearly", after=after)


def kept_at(budget: float = 120_000.0) -> float:
    """Return the pace at which the decade just keeps its budget: what it takes rises in a straight line."""
    none, full = path(0.0).decade, path(24_000.0).decade
    return float(24_000.0 * (budget - none) / (full - none))


def forbidding_fee() -> float:
    """Return the fee at which town and valley no longer trade: the gap between what a hectare is worth to each."""
    start = two()
    worth_of_one = (2 * start.quota * start.slopes) ** 0.5  # slope times gap, from slope / 2 times its square
    return float(worth_of_one[1] - worth_of_one[0])


@cache
def best_for() -> dict[str, int]:
    """Return for how many intercommunalities of France each rule is the best: Grand Paris and Mayotte are left out."""
    counts = [0] * len(RULES)
    for code in territories().index:
        own = result(CONCEPT, "map", territory=str(code), rule="past")[0]
        if own.outlines == "epci" and "past" not in own.missing:
            best = (own.claims / own.claims.sum(axis=1, keepdims=True)).argmax(axis=0)
            counts = [n + int((best == at).sum()) for at, n in enumerate(counts)]
    return dict(zip(RULES, counts, strict=True))
