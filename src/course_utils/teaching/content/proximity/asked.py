"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

from course_utils.explorer.registry import explore, result

CONCEPT = "proximity"
LEARNING, FIVE, TOWNS = (f"{CONCEPT}.{part}" for part in ("learning", "five", "towns"))
#: The bet: neighbours with nothing else; the quiz: organised proximity with distance idle.
NEIGHBOURS = {"near": "30", "belong": "1", "similar": "1", "spread": "6", "organisations": "5"}
ORGANISED = {"near": "1", "belong": "30", "similar": "30", "spread": "30", "organisations": "5"}
EVERYTHING = {"near": "30", "belong": "30", "similar": "30", "spread": "6", "organisations": "5"}
IDLE = {"near": "1", "belong": "1", "similar": "1", "spread": "30", "organisations": "5"}
#: Positions of the kinds of pairs in the third figure.
NEAR_ORGANISED, NEAR_STRANGE, FAR_ORGANISED, FAR_STRANGE = range(4)
#: Similarity of the quiz, and the short reach of a question and of an exercise.
STRONG, SHORT, EXERCISE = 10.0, 0.4, 0.6
#: Truths of the second reading: without and with old school ties.
PLAIN = {"near": "8", "belong": "10", "similar": "10", "school": "1"}
TIES = PLAIN | {"school": "10"}
ACROSS = 200.0


def share(kind: int, values: dict[str, str]) -> float:
    """Return how often pairs of a kind are linked, averaged over many populations."""
    return float(result(CONCEPT, "kinds", **values).mean[kind])


def links(values: dict[str, str]) -> tuple[int, int]:
    """Return the links that are drawn, and those of more than 200 km."""
    found = result(CONCEPT, "map", **values)
    return int(found.linked.sum()), int(found.beyond(ACROSS))


def long_pairs(values: dict[str, str]) -> float:
    """Return the share of all pairs, linked or not, that are more than 200 km apart."""
    return float((result(CONCEPT, "map", **values).found.distance > ACROSS).mean())


def chance(*multipliers: float) -> float:
    """Return the probability of a link whose odds are multiplied so often, from that of idle proximities."""
    base = share(FAR_STRANGE, IDLE)
    odds = base / (1 - base)
    for times in multipliers:
        odds *= times
    return odds / (1 + odds)


def taught(similar: float, reach: float) -> Any:
    """Return what links teach."""
    return result(LEARNING, "reading", similar=similar, reach=reach)


def best(reach: float) -> tuple[float, float]:
    """Return the similarity, among those of the slider, at which a link teaches most, and how much it teaches."""
    offered = explore(LEARNING).controls["similar"].nodes()
    found = [(taught(float(similar), reach).each, float(similar)) for similar in offered]
    most, similar = max(found)
    return similar, most


def reading(values: dict[str, str]) -> Any:
    """Return what one, three and five yardsticks make of the same links."""
    return result(FIVE, "readings", **values)


def home(departement: str) -> Any:
    """Return the pôles seen from a département."""
    return explore(TOWNS).panels[0].overlays[0].model(territory=departement)


def themes() -> list[str]:
    """Return the groups of themes that the explorer offers."""
    return [str(theme) for theme in explore(TOWNS).controls["theme"].nodes() if theme != "all"]


def median(theme: str) -> float:
    """Return the distance that half of the pairs of a theme exceed, km."""
    return float(result(TOWNS, "spread", theme=theme).median)


def closest() -> str:
    """Return the theme whose pôles are closest to one another."""
    return min(themes(), key=median)
