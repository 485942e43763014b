"""The pôles de compétitivité as a network: who shares a région, who shares a theme, who merged with whom."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass

import networkx as nx
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.datasets import load
from course_utils.measures import robustness, small_world

Array = NDArray[np.float64]

TIES = ("region", "theme", "both")
#: Pôles that are taken out at most, and random orders that they are compared with.
MOST, ORDERS, SEED = 20, 200, 2004


@functools.cache
def labelled() -> pd.DataFrame:
    """Return the 83 pôles ever labelled that could be named, in the order of the dataset.

    Returns
    -------
    DataFrame
        By name: ``theme`` (group of themes), ``regions`` (names at the label, a frozenset) and ``first``, the first of
        them as it is written.
    """
    table = load("poles_competitivite").set_index("name")
    homes = load("poles_competitivite", "regions").groupby("pole")["region"].agg(frozenset)
    first = table["regions_at_label"].astype(str).str.split(";").str[0].str.split(" (", regex=False).str[0].str.strip()
    themes = table["theme_group"].astype(str)
    return pd.DataFrame({"theme": themes, "regions": homes.reindex(table.index), "first": first})


@functools.cache
def mergers() -> frozenset[tuple[int, int]]:
    """Return pairs of pôles that merged, or of which one passed members or territory on to the other, by place."""
    place = {name: i for i, name in enumerate(labelled().index)}
    links = load("poles_competitivite", "links")
    found = {(a, b) for a, b in zip(links["from"], links["into"], strict=True) if b in place}
    for _into, group in links[~links["into"].isin(list(place))].groupby("into"):
        found |= set(itertools.combinations(group["from"], 2))
    return frozenset((min(place[a], place[b]), max(place[a], place[b])) for a, b in found)


@functools.cache
def pairs(kind: str) -> frozenset[tuple[int, int]]:
    """Return linked pairs of one kind, by place: ``"region"``, ``"theme"`` or ``"merger"``.

    Examples
    --------
    >>> {kind: len(pairs(kind)) for kind in ("region", "theme", "merger")}
    {'region': 294, 'theme': 255, 'merger': 23}
    """
    if kind == "merger":
        return mergers()
    table = labelled()
    values = table["regions"] if kind == "region" else table["theme"].map(lambda theme: frozenset([theme]))
    return frozenset(
        (i, j) for i, j in itertools.combinations(range(len(values)), 2) if values.iloc[i] & values.iloc[j]
    )


def kinds(ties: str) -> tuple[str, ...]:
    """Return the kinds of links that a choice of ties stands for."""
    return {"region": ("region",), "theme": ("theme", "merger"), "both": ("region", "theme", "merger")}[ties]


@functools.cache
def matrix(ties: str) -> NDArray[np.int64]:
    """Adjacency matrix of the pôles.

    Parameters
    ----------
    ties : {"region", "theme", "both"}
        Shared régions, shared themes and mergers, or all of these.
    """
    found = np.zeros((len(labelled()),) * 2, dtype=np.int64)
    for i, j in frozenset().union(*(pairs(kind) for kind in kinds(ties))):
        found[i, j] = found[j, i] = 1
    found.setflags(write=False)
    return found


@dataclass(frozen=True, eq=False)
class Net:
    """The network of the pôles under some ties.

    Parameters
    ----------
    links : int
        Number of linked pairs.
    parts : int
        Connected parts, single pôles included.
    clustering, path_length : float
        As `small_world`, of the largest part.
    whole : ndarray, shape (21,)
        Share of all pôles in the largest part after 0, 1 ... 20 of the most between are taken out.
    random, low, high : ndarray, shape (21,)
        The same for random orders: mean, and the band that holds 90 of 100.
    order : tuple of int
        Pôles by betweenness in the whole network, the most between first.
    """

    links: int
    parts: int
    clustering: float
    path_length: float
    whole: Array
    random: Array
    low: Array
    high: Array
    order: tuple[int, ...]


@functools.cache
def net(ties: str, seed: int = SEED) -> Net:
    """Describe the network under some ties, and take pôles out of it.

    Parameters
    ----------
    ties : {"region", "theme", "both"}
        As for `matrix`.
    seed : int
        Seed of the random orders.

    Examples
    --------
    >>> net("region").parts, round(net("both").path_length, 2)
    (9, 2.13)
    """
    links = matrix(ties)
    graph = nx.from_numpy_array(links)
    parts = sorted(nx.connected_components(graph), key=len, reverse=True)
    own = sorted(parts[0])
    shape = small_world(links[np.ix_(own, own)])
    between = nx.betweenness_centrality(graph)
    order = tuple(sorted(graph, key=lambda node: (-round(between[node], 12), node)))
    draw = np.random.default_rng(seed)
    start = len(own) / len(graph)
    chance = np.array([robustness(links, draw.permutation(len(graph))[:MOST]) for _order in range(ORDERS)])
    low, high = np.quantile(chance, (0.05, 0.95), axis=0)
    return Net(
        links=int(links.sum() // 2),
        parts=len(parts),
        clustering=shape.clustering,
        path_length=shape.path_length,
        whole=np.concatenate([[start], robustness(links, order[:MOST])]),
        random=np.concatenate([[start], chance.mean(axis=0)]),
        low=np.concatenate([[start], low]),
        high=np.concatenate([[start], high]),
        order=order,
    )


def at_home(departement: str) -> tuple[str, list[int]]:
    """Return the région of a département as drawn until 2015, and the pôles labelled there, by place.

    Examples
    --------
    >>> region, own = at_home("38")
    >>> region, len(own)
    ('Rhône-Alpes', 12)
    """
    links = load("nuts_departements").astype({"departement": str, "old_region": str}).set_index("departement")
    if departement not in links.index:
        return "", []
    homes = load("poles_competitivite", "regions").astype({"region_code": str})
    old = homes[homes["map"].astype(str).str.startswith("22")]
    own = set(old.loc[old["region_code"] == links.loc[departement, "old_region"], "pole"])
    return str(links.loc[departement, "old_region_name"]), [i for i, name in enumerate(labelled().index) if name in own]
