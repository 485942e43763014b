"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from dataclasses import dataclass

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result

CONCEPT = "decentralisation"
#: The case of the bet: groups of six, tastes that vary by .4, three tenths of the benefit shared.
SIZE, CASE = "6", {"map": "leaning", "spread": "0.4", "kappa": 0.3, "fixed": "0"}
YEAR = 2026


@dataclass(frozen=True)
class Missed:
    """What the State, places alone, neighbours and random groups miss, in % of the best."""

    state: float
    alone: float
    neighbours: float
    random: float


def missed(size: str = SIZE, **changed: object) -> Missed:
    """Return the losses of one case of the explorer of groups, for groups of one size."""
    found = result(f"{CONCEPT}.groups", "sizes", **{**CASE, **changed})
    at = sizes().index(size)
    return Missed(found.mean[0, -1], found.mean[0, 0], found.mean[0, at], found.mean[2, at])


def sizes() -> list[str]:
    """Return the sizes that groups may have."""
    return [str(size) for size in explore(f"{CONCEPT}.groups").controls["size"].nodes()]


def best_size(**changed: object) -> tuple[float, float]:
    """Return the size of groups of neighbours that misses least, and what it misses."""
    found = result(f"{CONCEPT}.groups", "sizes", **{**CASE, **changed}).mean[0]
    at = int(found.argmin())
    return float(sizes()[at]), float(found[at])


def frontier(kappa: float, n: int, fixed: float = 0.0) -> float:
    """Return the variation of tastes at which the State and places alone are equal, from the losses of the model."""
    low, high = 0.0, 0.9
    for _halving in range(40):
        middle = (low + high) / 2
        gap = _gap(middle, kappa, n) + 100 * fixed * (1 - 1 / n)
        low, high = (low, middle) if gap < 0 else (middle, high)
    return (low + high) / 2


def _gap(spread: float, kappa: float, n: int) -> float:
    # The panel's own model takes any values, also those between the nodes of the explorer.
    found = explore(CONCEPT).panels[0].model(spread=spread, kappa=kappa, n=str(n))
    return float(found.places_loss - found.state_loss)


def losses(spread: float, kappa: float, n: str) -> tuple[float, float]:
    """Return what the State misses and what places alone miss."""
    found = result(CONCEPT, "losses", spread=spread, kappa=kappa, n=n)
    return float(found.state_loss), float(found.places_loss)


def unchanged() -> tuple[int, int]:
    """Return how many EPCI of 2026 show no change since 2019, and how many there are."""
    found = result(f"{CONCEPT}.map", "map", map="change")
    return int(found.counts[-1]), len(found.codes)


def small(departement: str) -> tuple[float, float]:
    """Return how many EPCI of a département have under 15,000 people in 2026, and the median of their communes."""
    table = load("epci").query("year == @YEAR")
    own = table[table["departement"].astype(str) == departement]
    return float((own["population"] < 15_000).sum()), float(own["communes"].median())


def steps_to(first: int, last: int) -> tuple[float, float]:
    """Return how many steps of competences lead to the région and to groups, by laws of these years."""
    steps = load("competences").dropna(subset=["law_date"])
    own = steps[steps["law_date"].dt.year.between(first, last)]["to_level"]
    return float((own == "region").sum()), float((own == "group").sum())
