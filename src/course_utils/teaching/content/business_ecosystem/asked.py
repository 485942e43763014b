"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result

CONCEPT = "business_ecosystem"
PLAYERS = ("hub", "rival", "a1", "a2", "b1", "b2", "c1", "d1")


def keystone(functions: float = 4, rivals: float = 1, rule: str = "adds", option: float = 0) -> Any:
    """Return who gets what of a keystone's ecosystem."""
    return result(CONCEPT, "reading", functions=functions, rivals=rivals, rule=rule, option=option)


def each(**state: Any) -> float:
    """Return what one complementor gets, as a part of the value."""
    found = keystone(**state)
    return float(found.one / found.value)


def built(*inside: str, rule: str = "adds") -> Any:
    """Return what becomes of the reader's ecosystem if those named are in and nobody else."""
    return result(f"{CONCEPT}.build", "bars", rule=rule, **{player: player in inside for player in PLAYERS})


def needed(*inside: str, rule: str) -> set[str]:
    """Return the firms (capital letters) without whom nothing is left."""
    found = built(*inside, rule=rule)
    return {who.upper() for who, lost in zip(PLAYERS, found.lost, strict=True) if lost == found.value and len(who) == 2}


def hubs_take(*inside: str) -> float:
    """Return the share that all hubs take together."""
    found = built(*inside)
    return float(found.shapley[:2].sum() / found.value)


def loss(hubs: str, overlap: str = "0.5") -> Any:
    """Return what hangs together along the shares of members lost."""
    return result(f"{CONCEPT}.loss", "curves", hubs=hubs, overlap=overlap)


def fewest_to_break(hubs: str) -> int:
    """Return how few of the best connected must go for less than half of all to hang together."""
    found = loss(hubs)
    return int(found.removed[(found.target < 0.5).argmax()])


def poles(departement: str) -> int:
    """Count the pôles ever labelled in the région (map until 2015) of a département."""
    links = load("nuts_departements").astype({"departement": str, "old_region": str}).set_index("departement")
    homes = load("poles_competitivite", "regions").astype({"region_code": str, "map": str})
    old = homes[homes["map"].str.startswith("22")]
    return int((old["region_code"] == links["old_region"].get(departement, "")).sum())


def shopped_among(many: int) -> float:
    """Return the share of a keystone that finds `many` alike for each of four functions; 0 if it finds nobody."""
    if not many:
        return 0.0
    model = explore(CONCEPT).panels[0].overlays[0].model
    return float(model(functions=4, rivals=many, rule="adds", option=0.0).share)
