"""Where the activities stand in the picture, and which links are drawn: a tree that joins all, then the strongest."""

from __future__ import annotations

from functools import cache

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.beyond_high_tech.synthetic import space_at

Array = NDArray[np.float64]
Edge = tuple[int, int]

LINKS = 80
SEED = 3
#: Least distance of two activities, of a picture 200 wide.
ROOM = 22.0


@cache
def links(threshold: float) -> tuple[Edge, ...]:
    """The maximum spanning tree of proximities, and the strongest other links, `LINKS` in all.

    Examples
    --------
    >>> len(links(1.0)), len({node for edge in links(1.0) for node in edge})
    (80, 40)
    """
    near = space_at(threshold).near
    graph = nx.from_numpy_array(near + 1e-9 * (1 - np.eye(len(near))))  # activities with no neighbour hang on anywhere
    tree = {(min(edge), max(edge)) for edge in nx.maximum_spanning_edges(graph, data=False)}
    pairs = sorted(zip(*np.triu_indices(len(near), 1), strict=True), key=lambda pair: -near[pair])
    rest = [(int(i), int(j)) for i, j in pairs if (int(i), int(j)) not in tree]
    return tuple(sorted(tree | set(rest[: LINKS - len(tree)])))


@cache
def places() -> Array:
    """Where each activity stands, two whole numbers from -100 to 100, the same at every threshold."""
    near = space_at(1.0).near
    graph = nx.Graph()
    graph.add_nodes_from(range(len(near)))
    graph.add_weighted_edges_from((i, j, float(near[i, j]) ** 2) for i, j in links(1.0))
    start = nx.kamada_kawai_layout(graph, weight=None)
    found = nx.spring_layout(graph, pos=start, weight="weight", iterations=60, seed=SEED, k=0.32)
    return _apart(np.array([found[node] for node in range(len(near))]))


def _apart(at: Array) -> Array:
    """Fill the square, then push apart what would hide one another."""
    at = at - at.mean(axis=0)
    ranks = at.argsort(axis=0).argsort(axis=0) / (len(at) - 1) * 200 - 100
    at = (100 * at / np.abs(at).max(axis=0) + 3 * ranks) / 4  # mostly by rank, so that no corner is empty
    for _round in range(120):
        gap = at[:, None] - at[None]
        far = np.hypot(gap[..., 0], gap[..., 1]) + 1e9 * np.eye(len(at))
        push = np.maximum(ROOM - far, 0) / far
        at = np.clip(at + 0.25 * (push[..., None] * gap).sum(axis=1), -100, 100)
    return np.round(at)
