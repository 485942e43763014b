"""Networks: how clustered, how short, how robust."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

from course_utils.measures._graphs import Graph, adjacency

Array = NDArray[np.float64]

#: Sources that are followed at a time when distances are counted: 64 to a word.
BLOCK = 1024


@dataclass(frozen=True)
class SmallWorld:
    """Two numbers of Watts and Strogatz.

    Parameters
    ----------
    clustering : float
        Mean over all nodes of the share of pairs of neighbours that are neighbours of one another.
    path_length : float
        Mean number of links between two nodes, over all pairs.
    """

    clustering: float
    path_length: float


def small_world(graph: Graph) -> SmallWorld:
    """Clustering and mean path length of a network.

    Parameters
    ----------
    graph : array_like or scipy.sparse array, shape (n, n)
        Symmetric adjacency matrix of at least two nodes: 0 where there is no link, a positive number where there is
        one. The size of the number does not count, nor does the diagonal.

    Returns
    -------
    SmallWorld
        ``clustering`` is the average of local clustering (Watts and Strogatz's C, not the share of closed triples); a
        node with fewer than two neighbours counts as 0. ``path_length`` is infinite, with a warning, if the network
        falls apart.

    Raises
    ------
    ValueError
        If `graph` is not square, not symmetric, negative or not finite, or has a single node.

    References
    ----------
    Watts, D. J. and Strogatz, S. H. (1998). Collective dynamics of "small-world" networks. Nature 393, 440-442.

    Examples
    --------
    A ring of nine, each linked to the two nearest on both sides:

    >>> ring = [[0 < min((i - j) % 9, (j - i) % 9) <= 2 for i in range(9)] for j in range(9)]
    >>> small_world(ring)
    SmallWorld(clustering=0.5, path_length=1.5)
    """
    links = adjacency("graph", graph)
    if links.shape[0] < 2:
        raise ValueError("graph must have at least 2 nodes, got 1")
    degree = np.diff(links.indptr)
    closed = np.asarray((links @ links).multiply(links).sum(axis=1), dtype=float).ravel()
    pairs = degree * (degree - 1.0)
    local = np.divide(closed, pairs, out=np.zeros(degree.size), where=pairs > 0)
    return SmallWorld(float(local.mean()), _path_length(links))


def _path_length(links: sparse.csr_array) -> float:
    """Add up, over all numbers of steps, the pairs not reached yet; sources are bits of words."""
    n = links.shape[0]
    own = (links + sparse.eye_array(n, dtype=links.dtype, format="csr")).tocsr()
    missing = 0
    for first in range(0, n, BLOCK):
        sources = np.arange(first, min(first + BLOCK, n))
        reached = np.zeros((n, -(-sources.size // 64)), dtype=np.uint64)
        place = sources - first
        reached[sources, place // 64] = np.uint64(1) << (place % 64).astype(np.uint64)
        left = n * sources.size - sources.size
        while left:
            missing += left
            reached = np.bitwise_or.reduceat(reached[own.indices], own.indptr[:-1], axis=0)
            now = n * sources.size - int(np.bitwise_count(reached).sum())
            if now == left:
                parts = sparse.csgraph.connected_components(links, directed=False)[0]
                warnings.warn(f"graph falls into {parts} parts: its path length is infinite", stacklevel=3)
                return float("inf")
            left = now
    return missing / (n * (n - 1))


def robustness(graph: Graph, order: ArrayLike) -> Array:
    """Share of the network that still hangs together as nodes are removed one after the other.

    Parameters
    ----------
    graph : array_like or scipy.sparse array, shape (n, n)
        As for `small_world`.
    order : array_like of int, shape (k,)
        Nodes from 0 to n - 1 in the order of their removal, each at most once.

    Returns
    -------
    ndarray, shape (k,)
        Size of the largest connected part after each removal, as a share of the n nodes at the start.

    Raises
    ------
    ValueError
        As `small_world`, or if `order` names a node twice or one that is not there.

    References
    ----------
    Albert, R., Jeong, H. and Barabási, A.-L. (2000). Error and attack tolerance of complex networks. Nature 406,
    378-382.

    Examples
    --------
    A star of five: without a leaf it holds, without its centre it does not.

    >>> star = [[0, 1, 1, 1, 1]] + [[1, 0, 0, 0, 0]] * 4
    >>> robustness(star, [4, 0]).tolist()
    [0.8, 0.2]
    """
    links = adjacency("graph", graph)
    n = links.shape[0]
    nodes = _order(order, n)
    parent, size = list(range(n)), [1] * n
    present = np.ones(n, dtype=bool)
    present[nodes] = False
    largest = 0
    for node in np.flatnonzero(present).tolist():
        largest = max(largest, _join(node, links, present, parent, size))
    shares = np.empty(nodes.size)
    for place in range(nodes.size - 1, -1, -1):  # backwards: to add a node is easier than to take one away
        shares[place] = largest / n
        node = int(nodes[place])
        present[node] = True
        largest = max(largest, _join(node, links, present, parent, size))
    return shares


def _join(node: int, links: sparse.csr_array, present: NDArray[np.bool_], parent: list[int], size: list[int]) -> int:
    """Join a node with those of its neighbours that are present; return the size of the part that it is in."""

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = i = parent[parent[i]]
        return i

    near = links.indices[links.indptr[node] : links.indptr[node + 1]]
    for other in near[present[near]].tolist():
        one, two = root(node), root(other)
        if one != two:
            one, two = (one, two) if size[one] >= size[two] else (two, one)
            parent[two] = one
            size[one] += size[two]
    return size[root(node)]


def _order(order: ArrayLike, n: int) -> NDArray[np.int64]:
    given = np.asarray(order)
    if given.ndim != 1 or not (np.issubdtype(given.dtype, np.integer) or not given.size):
        raise ValueError(f"order must be a list of node numbers, got {order!r}")
    nodes = given.astype(np.int64)
    for node in nodes[(nodes < 0) | (nodes >= n)]:
        raise ValueError(f"order must hold nodes from 0 to {n - 1}, got {node}")
    seen, times = np.unique(nodes, return_counts=True)
    for node in seen[times > 1]:
        raise ValueError(f"order names node {node} twice")
    return nodes


def adjacency_matrix(links: ArrayLike, n: int) -> sparse.csr_array:
    """Network of `n` nodes from the two ends of each of its links.

    Parameters
    ----------
    links : array_like of int, shape (m, 2)
        Numbers of the two nodes that each link joins, from 0 to n - 1.
    n : int
        Number of nodes.

    Returns
    -------
    scipy.sparse.csr_array, shape (n, n)
        Symmetric; a link that is given twice counts twice.

    Raises
    ------
    ValueError
        If `links` has another shape, or names a node that is not there.

    Examples
    --------
    >>> adjacency_matrix([[0, 1], [1, 2]], 3).toarray().tolist()
    [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    """
    ends = np.asarray(links)
    if ends.ndim != 2 or ends.shape[1] != 2:
        raise ValueError(f"links must have the shape (m, 2), got {ends.shape}")
    if ends.size and (ends.min() < 0 or ends.max() >= n):
        raise ValueError(f"links must name nodes from 0 to {n - 1}, got {ends.min()} to {ends.max()}")
    row, col = np.concatenate([ends, ends[:, ::-1]]).T
    return sparse.csr_array((np.ones(row.size, dtype=np.int64), (row, col)), shape=(n, n))
