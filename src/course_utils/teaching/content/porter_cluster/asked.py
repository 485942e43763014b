"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

from course_utils.explorer.registry import explore, result

CONCEPT = "porter_cluster"
CORNERS = ("strategy", "demand", "support", "factors")
#: The cluster of the bet, and the exponent at which it is read.
BET, STRONG = (75.0, 50.0, 25.0, 50.0), "-4"
RULE: dict[str, Any] = {"quotient": 2.0, "size": "0.1", "focus": "0.1"}


def copied(corners: tuple[float, ...], r: str = STRONG) -> Any:
    """Return what copying each corner brings; any marks are taken, also those between the nodes of the explorer."""
    return explore(CONCEPT).panels[1].model(r=r, **dict(zip(CORNERS, corners, strict=True)))


def best_corner(corners: tuple[float, ...], r: str) -> tuple[str, float]:
    """Return the corner whose copy brings most, and how much."""
    found = copied(corners, r)
    return CORNERS[found.best], float(found.gains[found.best])


def starred(sector: str, country: str = "stars", **thresholds: Any) -> Any:
    """Return the stars of a sector, with the thresholds of 2007 where none are given."""
    return result(f"{CONCEPT}.{country}", "map", sector=sector, **RULE | thresholds)


def three_stars(sector: str, country: str, quotients: tuple[float, ...]) -> tuple[int, ...]:
    """Return how many places have three stars, for each quotient asked for."""
    return tuple(starred(sector, country, quotient=q).places_with(3) for q in quotients)


def last_threshold(sector: str) -> float:
    """Return the highest quotient of the slider at which some département still has three stars."""
    offered = explore(f"{CONCEPT}.stars").controls["quotient"].nodes()
    return max(float(q) for q in offered if starred(sector, quotient=q).places_with(3))


def standing(departement: str, sector: str) -> Any:
    """Return where a département stands in a sector."""
    (own,) = explore(f"{CONCEPT}.stars").panels[1].overlays[3:]
    return own.model(territory=departement, sector=sector)


def programme(start: str, r: float, chance: str = "0") -> Any:
    """Return the programme of a start and an exponent."""
    return result(f"{CONCEPT}.programme", "programme", start=start, r=r, chance=chance)
