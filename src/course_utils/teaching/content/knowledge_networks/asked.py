"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

import itertools
from typing import Any

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result

CONCEPT = "knowledge_networks"
#: The share of pipelines of the bet.
FEW = "0.01"
GATES = ("a1", "a2", "b1", "c1", "d1", "d2")


def shares() -> list[str]:
    """Return the shares of pipelines, as keys of the explorer's control."""
    return [str(key) for key in explore(CONCEPT).controls["share"].nodes()]


def world(degree: str = "10") -> Any:
    """Return clustering and path length along the shares, without letting anybody barter."""
    return explore(CONCEPT).panels[0].overlays[0].model(degree=degree, share=FEW)


def kept(share: str) -> tuple[float, float]:
    """Return what is left of path length and of clustering at a share of pipelines, as parts of the ring's."""
    found, at = world(), shares().index(share)
    return float(found.path_length[at] / found.path_length[0]), float(found.clustering[at] / found.clustering[0])


def paths() -> tuple[float, float]:
    """Return the mean path length without pipelines, and with the share of the bet."""
    length = world().path_length
    return float(length[0]), float(length[shares().index(FEW)])


def knows(share: str, **state: str) -> float:
    """Return mean knowledge at a share of pipelines."""
    return float(result(CONCEPT, "gaps", **state).mean[shares().index(share)])


def best(**state: str) -> tuple[str, str]:
    """Return the first and the last share that cannot be told from the one where firms know most."""
    first, last = result(CONCEPT, "gaps", **state).best
    return shares()[first], shares()[last]


def without(*gates: str, rule: str = "one") -> Any:
    """Return what becomes of the four clusters when gatekeepers are taken out."""
    taken: dict[str, Any] = dict.fromkeys(gates, True)
    return result(f"{CONCEPT}.gatekeepers", "network", rule=rule, **taken)


def fewest_to_cut_all() -> int:
    """Return how few gatekeepers must go for every cluster to be alone."""
    for many in range(len(GATES) + 1):
        for gates in itertools.combinations(GATES, many):
            if len(set(without(*gates).part.tolist())) == len(without().part):
                return many
    raise AssertionError("without any gatekeeper every cluster is alone")


def poles(ties: str) -> Any:
    """Return the network of the pôles under some ties."""
    return result(f"{CONCEPT}.poles", "robust", ties=ties)


def name(place: int) -> str:
    """Return the name of a pôle by its place."""
    return str(load("poles_competitivite")["name"].iloc[place])


def first_cut(ties: str) -> tuple[str, float]:
    """Return the most between pôle, and the share of all in the largest part without it."""
    found = poles(ties)
    return name(found.order[0]), float(found.whole[1])


def neighbours(departement: str) -> tuple[int, int]:
    """Count the pôles labelled in the région (map until 2015) of a département, and the others that share a theme."""
    links = load("nuts_departements").astype({"departement": str, "old_region": str}).set_index("departement")
    home = links["old_region"].get(departement, "")
    homes = load("poles_competitivite", "regions").astype({"region_code": str})
    old = homes[homes["map"].astype(str).str.startswith("22")]
    own = set(old.loc[old["region_code"] == home, "pole"])
    themes = load("poles_competitivite").set_index("name")["theme_group"].astype(str)
    wanted = set(themes[list(own)])
    return len(own), sum(theme in wanted for pole, theme in themes.items() if pole not in own)
