"""Networks: the numbers of the ring lattice, agreement with networkx, what falls apart and what news does."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from types import ModuleType

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from course_utils import measures
from course_utils.measures import _graphs, diffuse, networks, robustness, small_world, spreading

HOMES = {
    networks: ("SmallWorld", "adjacency_matrix", "robustness", "small_world"),
    spreading: ("diffuse",),
    _graphs: (),
}


def lattice(n: int, k: int) -> sparse.csr_array:
    """A ring of n nodes, each linked to the k nearest."""
    return nx.to_scipy_sparse_array(nx.circulant_graph(n, range(1, k // 2 + 1)), format="csr")


@pytest.mark.parametrize("module", HOMES, ids=lambda module: module.__name__)
def test_names_are_reexported_and_examples_hold(module: ModuleType) -> None:
    for name in HOMES[module]:
        assert getattr(measures, name) is getattr(module, name)
    ran = doctest.testmod(module)
    assert ran.attempted >= 1 and ran.failed == 0


# --- the ring lattice ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("k", [4, 6, 10, 14, 20])
@pytest.mark.parametrize("n", [200, 500])
def test_clustering_and_path_length_of_the_ring_lattice(n: int, k: int) -> None:
    found = small_world(lattice(n, k))
    assert found.clustering == pytest.approx(3 * (k - 2) / (4 * (k - 1)), abs=1e-12)
    assert found.path_length == pytest.approx(n / (2 * k), rel=1.1 * k / n)
    half = n // 2  # exactly: nodes on one side lie ceil(d / (k/2)) links away, the one opposite counts once
    steps = np.ceil(np.arange(1, half + 1) / (k / 2))
    assert found.path_length == pytest.approx((2 * steps.sum() - steps[-1]) / (n - 1))


def test_a_complete_graph_and_a_star() -> None:
    full = 1 - np.eye(7)
    assert small_world(full).clustering == small_world(full).path_length == 1
    star = nx.to_numpy_array(nx.star_graph(9))
    assert small_world(star).clustering == 0
    assert small_world(star).path_length == pytest.approx(2 - 2 / 10)


def test_length_falls_long_before_clustering_does() -> None:
    drawn = [nx.watts_strogatz_graph(500, 10, 0.02, seed=seed) for seed in range(10)]
    found = [small_world(nx.to_scipy_sparse_array(graph)) for graph in drawn]
    start = small_world(lattice(500, 10))
    assert np.mean([f.path_length for f in found]) < 0.35 * start.path_length
    assert np.mean([f.clustering for f in found]) > 0.9 * start.clustering


# --- agreement with networkx ---------------------------------------------------------------------------------------


@given(st.integers(2, 60), st.floats(0.0, 1.0), st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
@pytest.mark.filterwarnings("ignore:graph falls into")
def test_it_agrees_with_networkx(n: int, p: float, seed: int) -> None:
    graph = nx.gnp_random_graph(n, p, seed=seed)
    found = small_world(nx.to_numpy_array(graph))
    assert found.clustering == pytest.approx(nx.average_clustering(graph), abs=1e-12)
    if nx.is_connected(graph):
        assert found.path_length == pytest.approx(nx.average_shortest_path_length(graph), abs=1e-12)
    else:
        assert found.path_length == float("inf")


@given(st.integers(1, 40), st.floats(0.0, 0.3), st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_robustness_agrees_with_networkx(n: int, p: float, seed: int) -> None:
    graph = nx.gnp_random_graph(n, p, seed=seed)
    order = np.random.default_rng(seed).permutation(n)[: max(1, n // 2)]
    expected = []
    left = graph.copy()
    for node in order.tolist():
        left.remove_node(node)
        expected.append(max(map(len, nx.connected_components(left)), default=0) / n)
    assert robustness(nx.to_scipy_sparse_array(graph), order).tolist() == expected


def test_more_sources_than_a_block_holds() -> None:
    graph = nx.watts_strogatz_graph(networks.BLOCK + 300, 6, 0.2, seed=4)
    expected = nx.average_shortest_path_length(graph)
    assert small_world(nx.to_scipy_sparse_array(graph)).path_length == pytest.approx(expected)


def test_dense_sparse_and_weighted_are_one_graph() -> None:
    graph = nx.watts_strogatz_graph(50, 6, 0.3, seed=1)
    dense = nx.to_numpy_array(graph)
    weighted = dense * (1 + np.add.outer(np.arange(50), np.arange(50))) + 5 * np.eye(50)
    sparsely = sparse.coo_matrix(dense)
    frozen = dense.copy()
    frozen.setflags(write=False)
    assert small_world(dense) == small_world(weighted) == small_world(sparsely) == small_world(frozen)
    assert small_world(dense.astype(bool).tolist()) == small_world(dense)


# --- falling apart -------------------------------------------------------------------------------------------------


def test_a_network_in_parts_is_said_to_be_so() -> None:
    pairs = np.kron(np.eye(3), np.ones((2, 2)))
    with pytest.warns(UserWarning, match="3 parts"):
        assert small_world(pairs).path_length == float("inf")


def test_removing_everybody_leaves_nothing_and_nobody_changes_nothing() -> None:
    ring = lattice(20, 4)
    assert robustness(ring, range(20))[-1] == 0
    assert robustness(ring, []).shape == (0,)
    assert (np.diff(robustness(ring, np.arange(20))) <= 0).all()


# --- news ----------------------------------------------------------------------------------------------------------


def test_news_is_never_forgotten_and_reaches_only_its_part() -> None:
    graph = sparse.block_diag([lattice(30, 4), lattice(20, 4)])
    path = diffuse(graph, np.eye(50)[0], 60, rate=0.3)
    assert path.shape == (61, 50) and (np.diff(path, axis=0) >= 0).all()
    assert path[-1, :30].min() > 0.9 and (path[:, 30:] == 0).all()
    assert (path >= 0).all() and (path <= 1).all()


def test_one_step_by_hand() -> None:
    ring = lattice(8, 2).toarray()
    path = diffuse(ring, [1, 0.5, 0, 0, 0, 0, 0, 0], 1, rate=0.2)
    assert path[1] == pytest.approx([1, 1 - 0.5 * np.exp(-0.2), 1 - np.exp(-0.1), 0, 0, 0, 0, 1 - np.exp(-0.2)])
    assert (diffuse(ring, np.eye(8)[0], 5, rate=0) == np.eye(8)[0]).all()


# --- refusals ------------------------------------------------------------------------------------------------------

PAIR = [[0, 1], [1, 0]]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: small_world([[0, 1, 0], [1, 0, 1]]), r"graph.*square.*\(2, 3\)"),
        (lambda: small_world(sparse.csr_array((2, 3))), r"graph.*square.*\(2, 3\)"),
        (lambda: small_world([[0]]), "at least 2 nodes"),
        (lambda: small_world([[0, 1], [0, 0]]), "symmetric.*between 0 and 1"),
        (lambda: small_world([[0, -1], [-1, 0]]), "graph.*-1"),
        (lambda: small_world(sparse.csr_array([[0, -2.0], [-2.0, 0]])), "graph.*-2"),
        (lambda: small_world([[0, np.nan], [np.nan, 0]]), "graph.*nan"),
        (lambda: small_world([]), "graph"),
        (lambda: robustness(PAIR, [0, 0]), "order names node 0 twice"),
        (lambda: robustness(PAIR, [2]), "order.*0 to 1, got 2"),
        (lambda: robustness(PAIR, [-1]), "order.*got -1"),
        (lambda: robustness(PAIR, [0.5]), "order.*0.5"),
        (lambda: diffuse(PAIR, [1, 2], 1), "start.*2"),
        (lambda: diffuse(PAIR, [1], 1), r"start.*2.*\(1,\)"),
        (lambda: diffuse(PAIR, [1, 0], -1), "steps.*-1"),
        (lambda: diffuse(PAIR, [1, 0], 1.5), "steps.*1.5"),
        (lambda: diffuse(PAIR, [1, 0], 1, rate=-0.1), "rate.*-0.1"),
    ],
)
def test_bad_input_is_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


def test_links_make_a_symmetric_matrix_or_a_clear_error() -> None:
    made = measures.adjacency_matrix([[0, 1], [1, 2]], 4)
    assert made.sum() == 4 and (made != made.T).nnz == 0
    with pytest.raises(ValueError, match=r"links must have the shape \(m, 2\), got \(3,\)"):
        measures.adjacency_matrix([0, 1, 2], 4)
    with pytest.raises(ValueError, match="links must name nodes from 0 to 3, got 0 to 4"):
        measures.adjacency_matrix([[0, 4]], 4)
