"""What the models answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

from course_utils.explorer.registry import result
from course_utils.teaching.territory import my_territory

CONCEPT = "open_innovation"
BREADTH = "open_innovation.breadth"
FUNNEL = "open_innovation.funnel"
DOORS = "open_innovation.doors"
#: The bet: learning is so hard that own research of 0.2 makes half of what is seen understood.
HARD, EASY = 0.2, 0.05


def rivals(spillover: float, difficulty: float, outside: str = "0") -> Any:
    """Return what two rivals do."""
    return result(CONCEPT, "reading", spillover=spillover, difficulty=difficulty, outside=outside)[0]


def hinge(spillover: float, difficulty: float, outside: str = "0") -> Any:
    """Return a firm with its laboratory and without."""
    return result(CONCEPT, "hinge", spillover=spillover, difficulty=difficulty, outside=outside)


def fall(difficulty: float) -> float:
    """Return by which share research falls when everything leaks."""
    return float(1 - rivals(1.0, difficulty).research / rivals(0.0, difficulty).research)


def border() -> float:
    """Return the difficulty at which a little spillover neither cuts nor raises research."""
    alone = rivals(0.0, HARD).research
    return float(alone * (1 - alone) / (1 + 3 * alone))


def search(lab: str, cost: float, partners: int = 0) -> Any:
    """Return a firm's search."""
    return result(BREADTH, "reading", lab=lab, cost=cost, partners=partners)


def year(lab: str, partners: int, outward: bool = False) -> Any:
    """Return a year of ideas."""
    return result(FUNNEL, "flows", lab=lab, partners=partners, outward=outward)


def opening(lab: str, partners: int, cost: float) -> float:
    """Return how much more an open firm is left with than a closed one."""
    return float(year(lab, partners).left(cost) - year(lab, 0).left(cost))


def doors(lab: str, price: str) -> int:
    """Return how many pôles a firm of the reader's département asks."""
    from course_utils.explorer.registry import explore

    told = explore(DOORS).panels[0].overlays[0]
    return int(told.model(territory=my_territory().departement, lab=lab, price=price)[1])
