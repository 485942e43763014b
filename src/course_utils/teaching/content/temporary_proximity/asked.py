"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from collections import Counter
from typing import Any

from course_utils.explorer.registry import explore, result
from course_utils.teaching.territory import my_territory

CONCEPT = "temporary_proximity"
LIMITS = "temporary_proximity.limits"
TRIPS = "temporary_proximity.trips"
TOWNS = "temporary_proximity.towns"
#: The bet: two pairs of teams at work on a joint design, and the rent of a shared place.
NEAR, FAR, RENT = 120.0, 480.0, "9"


def decision(distance: float, phase: str = "design", rent: str = RENT, per_km: str = "0.002") -> Any:
    """Return what two teams decide."""
    return result(CONCEPT, "reading", phase=phase, distance=distance, rent=rent, per_km=per_km)[0]


def project(distance: float, rent: str = RENT) -> Any:
    """Return what a whole project of five phases leaves."""
    return result(CONCEPT, "phases", distance=distance, rent=rent, per_km="0.002")


def borders(worth: float = 16.0, per_km: float = 2.0) -> Any:
    """Return the borders at a rent of 9,000 euros, a trip costing 400 euros and `per_km` euros a kilometre."""
    return result(LIMITS, "map", worth=worth, per_km=per_km, fixed="0.4")


def trips(distance: float, pace: float = 0.2, worth: str = "16") -> Any:
    """Return n*, the best whole number, and what each leaves."""
    return result(TRIPS, "reading", distance=distance, pace=pace, worth=worth)


def modes_to_poles(phase: str = "design", rent: str = RENT) -> Counter[str]:
    """Count what a team of the reader's département would do with each pôle."""
    explorer = explore(TOWNS)
    own = my_territory().departement
    keys = explorer.controls["pole"].nodes()
    return Counter(explorer.result("map", pole=str(key), phase=phase, rent=rent)[own] for key in keys)
