"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

from course_utils.explorer.registry import explore, result

CONCEPT = "innovative_milieu"
#: The milieu of the bet, when it is counted, and soon.
RUGGED, AGENTS, LATE, SOON = 5, 17, 200, 5
DENSITIES = ("none", "ring", "quarter", "half", "three", "all")
#: Where the exercise on the compromise stands.
LARGE, BETWEEN = 33, 12


def horizons() -> list[int]:
    """Return the horizons of the explorer."""
    return [int(key) for key in explore(CONCEPT).controls["horizon"].nodes()]


def outcome(K: int = RUGGED, agents: int = AGENTS, density: str = "ring", chance: float = 0.0) -> Any:
    """Return the averages of one network; the panel's own model takes any chance, also between those on offer."""
    panel = explore(CONCEPT).panels[0]
    return panel.model(K=str(K), agents=str(agents), density=density, chance=repr(float(chance)))


def performance(density: str, horizon: int, K: int = RUGGED, agents: int = AGENTS, chance: float = 0.0) -> float:
    """Return the mean performance of a network at a horizon."""
    return float(outcome(K, agents, density, chance).mean[1 + horizons().index(horizon)])


def best_agent(density: str, K: int = RUGGED, agents: int = AGENTS) -> float:
    """Return the performance of the best agent of a milieu in the end."""
    return float(outcome(K, agents, density).best[-1])


def first(horizon: int, K: int = RUGGED, agents: int = AGENTS) -> str:
    """Return the best density at a horizon, with no link outside."""
    found = result(CONCEPT, "density", K=str(K), agents=str(agents), chance="0", horizon=str(horizon))
    return DENSITIES[int(found.mean.argmax())]


def bridge(links: int, density: str = "all", K: int = RUGGED, agents: int = AGENTS) -> float:
    """Return what so many links between two milieux bring in the end, in shares of the best solution."""
    return performance(density, LATE, K, agents, links / agents) - performance(density, LATE, K, agents)


def turns(K: int, agents: int) -> int:
    """Return the first horizon at which the ring is ahead of the densest network."""
    return next(h for h in horizons() if performance("ring", h, K, agents) > performance("all", h, K, agents))


def ends(history: int, density: str, link: str) -> float:
    """Return the mean performance with which one history ends."""
    found = result(f"{CONCEPT}.rounds", "means", density=density, link=link, history=str(history))
    return float(found.performance[-1].mean())


def supposed(departement: str, size: int = 45, contacts: int = 8) -> tuple[int, float]:
    """Return how many establishments the industry of a département would make, and the share that one knows."""
    found = (
        explore(f"{CONCEPT}.links")
        .panels[0]
        .overlays[0]
        .model(territory=departement, size=str(size), contacts=str(contacts))
    )
    return found.agents, found.density


def expected_peaks(parts: int) -> float:
    """Return the mean number of peaks where every part depends on all others: 2^N solutions, one peak in N + 1."""
    return 2**parts / (parts + 1)
