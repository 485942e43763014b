"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

from course_utils.datasets import load
from course_utils.explorer.registry import result
from course_utils.teaching.territory import my_territory

CONCEPT = "urban_hierarchy"
FIRST, LAST = "2019", "2026"
#: The rule fitted to the 100 largest communes of 2026, as the explorer opens.
RULE: dict[str, Any] = {"unit": "commune", "vintage": LAST, "cutoff": 100.0, "estimator": "gabaix-ibragimov"}


def fit(**changes: Any) -> Any:
    """Return the rule fitted to the 100 largest communes of 2026, unless changed."""
    return result(CONCEPT, "reading", **RULE | changes)


def fits(estimator: str = "gabaix-ibragimov") -> list[Any]:
    """Return the rules fitted to the communes of 2026 at every cut-off of the slider, by one estimator."""
    return result(CONCEPT, "exponents", **RULE).fits[estimator]


def primacies(vintage: str = LAST) -> dict[str, Any]:
    """Return the first place of each unit against the second."""
    return result(CONCEPT, "primacy", vintage=vintage)


def first_two(vintage: str) -> tuple[float, float]:
    """Inhabitants of the two largest communes, Paris and Marseille."""
    sizes = result(CONCEPT, "rank_size", unit="commune", vintage=vintage).sizes
    return float(sizes[0]), float(sizes[1])


def share_of_largest(n: int, unit: str = "commune") -> float:
    """Share of the population of all places of a unit that the `n` largest hold, 2026."""
    table = load("communes")
    people = table.groupby("code" if unit == "commune" else unit, observed=True)[f"population_{LAST}"].sum()
    return float(people.nlargest(n).sum() / people.sum())


def zipf_not_ruled_out(estimator: str = "gabaix-ibragimov") -> float:
    """Fewest communes above 100 on the slider at which an exponent of 1 is less than two standard errors away."""
    return float(next(rule.n for rule in fits(estimator) if rule.n > RULE["cutoff"] and rule.interval[0] <= 1))


def metropolis_growth() -> dict[str, float]:
    """Growth from 2019 to 2026 of the EPCI at which each balancing metropolis of 1964 stands."""
    before, after = (result(CONCEPT, "rank_size", unit="epci", vintage=year).metropolises for year in (FIRST, LAST))
    return {name: after[name].size / before[name].size - 1 for name in after}


def my_primacy() -> tuple[float, str]:
    """Largest commune of the reader's département over the second, and its name.

    Raises
    ------
    ValueError
        In Paris, which has no second commune.
    """
    table = _my_communes().nlargest(2, f"population_{LAST}")
    if len(table) < 2:
        raise ValueError(
            'Paris is a single commune and has no second: choose another place, such as my_territory("38")'
        )
    largest, second = table[f"population_{LAST}"]
    return float(largest / second), str(table["name"].iloc[0])


def my_communes() -> dict[str, str]:
    """Names of the communes of the reader's département."""
    return {str(name): str(name) for name in _my_communes()["name"]}


def _my_communes() -> Any:
    communes = load("communes")
    return communes[communes["departement"] == my_territory().departement]
