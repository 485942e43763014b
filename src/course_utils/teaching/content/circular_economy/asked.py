"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

import math
from typing import Any

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result

CONCEPT = "circular_economy"
#: The economy of the bet, the aim of exercise 2, and the ring of exercise 4.
GROWTH, LIFETIME = 0.02, 30.0
AIM = 0.9
RING, RING_AIM = 8, 0.75


def share(growth: float = GROWTH, lifetime: float = LIFETIME, recovery: float = 1.0) -> float:
    """Return the circular share in steady growth."""
    return year(growth=growth, lifetime=lifetime, collection=recovery).share


def year(**state: Any) -> Any:
    """Return a year before anything lasts longer."""
    return result(CONCEPT, "lives", **state)[0]


def later(**state: Any) -> Any:
    """Return the same year once things last longer."""
    return result(CONCEPT, "lives", **state)[1]


def lifetime_for(aim: float = AIM, growth: float = GROWTH) -> float:
    """Return how long things may last for the share to reach an aim: shares fall by equal parts in equal times."""
    return LIFETIME * math.log(aim) / math.log(share(growth))


def harmless(collection: float, extension: str = "0.5") -> float:
    """Return the rebound at which longer lives save no new material: it moves in a straight line."""
    state: dict[str, Any] = {"collection": collection, "extension": extension}
    none, full = (later(rebound=rebound, **state).virgin for rebound in (0.0, 1.0))
    return float((year(**state).virgin - none) / (full - none))


def france(**case: str) -> Any:
    """Return the balance of France, as in 2016 if no case is given."""
    return result(f"{CONCEPT}.france", "sankey", **case)


def ring() -> Any:
    """Return the invented loop as it opens: five firms, nine tenths passed on."""
    return explore(f"{CONCEPT}.web").panels[1].overlays[0].model(firms=5.0, passed=0.9)


def passed_for(aim: float = RING_AIM, firms: int = RING) -> float:
    """Return what each firm of a ring must pass on for the index to reach an aim: a lap multiplies what is left."""
    found = ring()
    handover = math.log(found.finn) / len(found.names) / math.log(0.9)  # 1 if a lap is that many handovers
    return float(aim ** (1 / (firms * handover)))


def materials_alone() -> float:
    """Return the Finn index of Kalundborg's materials, as it is drawn."""
    bars = explore(f"{CONCEPT}.web").evaluate()[1]["data"][0]
    return float(bars["x"][2]) / 100


def rate(geo: str, when: int, vintage: str = "") -> float:
    """Return a published rate in %: of the edition of November 2024, or of another."""
    if vintage:
        other = load("circular_economy_indicators").astype({"geo": str, "vintage": str, "indicator": str})
        own = other[(other["geo"] == geo) & (other["year"] == when) & (other["vintage"] == vintage)]
        return float(own.loc[own["indicator"] == "circular material use rate", "value"].iloc[0])
    table = load("circular_material_use").astype({"geo": str})
    return float(table.loc[(table["geo"] == geo) & (table["year"] == when), "rate"].iloc[0])


def home_growth(departement: str) -> float:
    """Return the growth a year of a département's population between the censuses of 2016 and 2023."""
    row = load("departements").astype({"code": str}).set_index("code").loc[departement]
    return math.log(row["population_2026"] / row["population_2019"]) / 7


def home_ceiling(departement: str, lifetime: float = LIFETIME) -> float:
    """Return the circular share that perfect recovery allows there; 1 where nothing grows."""
    growth = max(home_growth(departement), 0.0)
    return float(share() ** (growth * lifetime / (GROWTH * LIFETIME)))
