"""Knowledge networks: small worlds, barter and gatekeepers behave as the chapter says, and every control matters."""

from __future__ import annotations

import doctest
import importlib
import itertools
import json
import zlib
from typing import Any

import networkx as nx
import numpy as np
import pytest

from course_utils import load
from course_utils.concepts import knowledge_networks as kn
from course_utils.concepts.knowledge_networks import barter, clusters, curves, gates_figure, poles_figure
from course_utils.explorer import Explorer, static
from course_utils.explorer.press import wishes
from course_utils.explorer.registry import explore
from course_utils.measures import small_world

SHARES = list(kn.SHARES)
NAMES = ("knowledge_networks", "knowledge_networks.gatekeepers", "knowledge_networks.poles")
MODULES = ("barter", "clusters", "curves", "poles", "rings")


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    ran = doctest.testmod(importlib.import_module(f"course_utils.concepts.knowledge_networks.{name}"))
    assert ran.attempted >= 1 and ran.failed == 0


@pytest.fixture(scope="module")
def scarce() -> kn.Diffusion:
    """Two experts a field, one field for one field, ten links a firm: 40 runs."""
    return kn.diffusion(10, 2, "one")


@pytest.fixture(scope="module")
def nobody() -> kn.Diffusion:
    return kn.diffusion(10, 0, "one")


# --- rings -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("degree", curves.DEGREES)
def test_the_ring_lattice(degree: int) -> None:
    world = kn.world(degree)
    assert world.clustering[0] == pytest.approx(3 * (degree - 2) / (4 * (degree - 1)))
    assert world.path_length[0] == pytest.approx(curves.FIRMS / (2 * degree), rel=0.03)


def test_rewired_rings_keep_their_links_and_have_no_double_ones() -> None:
    drawn = kn.rings(100, 6, [0.0, 0.1, 1.0], runs=4, seed=3)
    for ends in drawn.reshape(-1, 300, 2):
        found = kn.adjacency_matrix(ends, 100)
        assert found.max() == 1 and found.sum() == 600 and found.diagonal().sum() == 0
    ring = drawn[0, 0]
    moved = (drawn != ring).any(axis=-1).mean(axis=(1, 2))
    assert moved[0] == 0 and moved[1] == pytest.approx(0.1, abs=0.05) and moved[2] > 0.9


def test_rings_are_those_of_watts_and_strogatz() -> None:
    own = kn.world(10)
    at = SHARES.index(0.1)
    peers = [small_world(nx.to_scipy_sparse_array(nx.watts_strogatz_graph(500, 10, 0.1, seed=s))) for s in range(8)]
    assert own.clustering[at] == pytest.approx(np.mean([p.clustering for p in peers]), rel=0.03)
    assert own.path_length[at] == pytest.approx(np.mean([p.path_length for p in peers]), rel=0.02)


@pytest.mark.parametrize("degree", curves.DEGREES)
def test_a_few_pipelines_collapse_path_length_while_clustering_holds(degree: int) -> None:
    world = kn.world(degree)
    length, clustering = world.path_length / world.path_length[0], world.clustering / world.clustering[0]
    few = SHARES.index(0.01)
    assert length[few] < 0.4 and clustering[few] > 0.95
    assert (length[1:-1] < clustering[1:-1])[: SHARES.index(0.3)].all()
    assert (np.diff(length) < 0).all() and (np.diff(clustering) < 0).all()


# --- barter ------------------------------------------------------------------------------------------------------


def pair(one: list[float], two: list[float], rule: str) -> tuple[list[float], ...]:
    stock = np.array([one, two], dtype=np.float32).T.copy()
    barter.exchange(stock, np.array([[0, 1]]), rule, np.arange(len(one)))
    return tuple(np.asarray(known, dtype=float).round(3).tolist() for known in stock.T)


def test_one_field_for_one_field() -> None:
    assert pair([10, 1, 1], [0, 0, 2], "one") == ([10.0, 1.0, 1.3], [3.0, 0.0, 2.0])  # two to teach, one to learn
    assert pair([10, 1, 1], [0, 0, 2], "all") == ([10.0, 1.0, 1.3], [3.0, 0.3, 2.0])


def test_without_a_double_coincidence_only_gifts_are_made() -> None:
    for rule in ("one", "all"):
        assert pair([10, 1], [0, 1], rule) == ([10.0, 1.0], [0.0, 1.0])
    assert pair([10, 1], [0, 1], "gift") == ([10.0, 1.0], [3.0, 1.0])


@pytest.mark.parametrize("rule", barter.RULES)
def test_nobody_forgets_and_nobody_outdoes_the_best(rule: str) -> None:
    draw = np.random.default_rng(5)
    stock = draw.random((5, 60)).astype(np.float32)
    best = stock.max(axis=1)
    sets = kn.matchings(kn.rings(60, 6, [0.2], 1, seed=1)[0, 0], 60, seed=1)
    for own in sets * 5:
        before = stock.copy()
        taught = kn.exchange(stock, own, rule, draw.permutation(5))
        assert (stock >= before - 1e-6).all() and (stock.max(axis=1) <= best + 1e-5).all()
        learnt = (stock > before).any(axis=0)
        assert set(np.flatnonzero(learnt)) <= set(own[taught].ravel())


def test_matchings_serve_every_link_once() -> None:
    links = kn.rings(200, 10, [0.1], 1, seed=2)[0, 0]
    sets = kn.matchings(links, 200, seed=2)
    assert sorted(map(tuple, np.concatenate(sets))) == sorted(map(tuple, links))
    assert all(np.unique(own).size == own.size for own in sets) and len(sets) < 30


def test_there_are_as_many_experts_as_asked_for() -> None:
    for experts in curves.EXPERTS:
        stock = kn.endowments(500, experts, 3, seed=1)
        assert ((stock == barter.EXPERT).sum(axis=2) == experts).all() and (stock <= barter.EXPERT).all()
    again = kn.endowments(500, 2, 3, seed=1)
    assert (again == kn.endowments(500, 2, 3, seed=1)).all()


# --- what a reader discovers -------------------------------------------------------------------------------------


def test_where_experts_are_scarce_the_mean_peaks_between_ten_and_twenty_percent(scarce: kn.Diffusion) -> None:
    top = SHARES[int(scarce.mean.argmax())]
    assert top in (0.1, 0.2)
    assert SHARES[scarce.best[0]] <= 0.1 or SHARES[scarce.best[1]] <= 0.2
    noise = 2 * scarce.error.max()
    assert scarce.mean.max() > scarce.mean[0] + 1.5 and scarce.mean.max() > scarce.mean[-1] + 2 * noise


def test_there_absolute_gaps_are_widest_and_relative_ones_smallest(scarce: kn.Diffusion) -> None:
    assert SHARES[int(scarce.gap.argmax())] in (0.05, 0.1)
    assert SHARES[int(scarce.relative.argmin())] in (0.1, 0.2)
    at = SHARES.index(0.1)
    assert scarce.gap[at] > 0.98 * scarce.gap.max() and scarce.relative[at] < 1.03 * scarce.relative.min()


def test_without_experts_the_peak_moves_far_right_and_the_curve_is_flat(
    scarce: kn.Diffusion, nobody: kn.Diffusion
) -> None:
    assert SHARES[int(nobody.mean.argmax())] >= 0.3
    assert nobody.mean.max() / nobody.mean.min() < 1.04 and scarce.mean.max() / scarce.mean.min() > 1.5
    assert nobody.mean[-1] > nobody.mean[SHARES.index(0.1)]


def blocked(share: float, rounds: int) -> float:
    """Share of links at which one could teach and the other has nothing to give back, or neither can."""
    links = kn.rings(500, 10, [share], 1, seed=11)[0, 0]
    sets, stock = kn.matchings(links, 500, seed=1), kn.endowments(500, 2, 1, seed=1)[:, 0].copy()
    draw = np.random.default_rng(1)
    for own in sets * rounds:
        kn.exchange(stock, own, "one", draw.permutation(5))
    gap = stock[:, links[:, 1]] - stock[:, links[:, 0]]
    return float(((gap.max(axis=0) <= barter.NOTICED) | (gap.min(axis=0) >= -barter.NOTICED)).mean())


def test_among_strangers_barter_gets_stuck_sooner() -> None:
    assert blocked(1.0, 6) > blocked(0.1, 6) + 0.03
    assert blocked(0.1, 40) > 0.8


def test_gifts_know_no_share_that_is_too_large() -> None:
    found = kn.diffusion(10, 2, "gift")
    assert found.mean[0] < 9.7 and (found.mean[1:] > 9.98).all()


@pytest.mark.parametrize("experts", [0, 2])
def test_another_seed_gives_the_same_reading(experts: int, scarce: kn.Diffusion, nobody: kn.Diffusion) -> None:
    own = scarce if experts else nobody
    other = kn.diffusion(10, experts, "one", seed=7)
    assert other.mean == pytest.approx(own.mean, abs=3.5 * float(np.hypot(own.error, other.error).max()))
    assert own.best[0] <= other.best[1] and other.best[0] <= own.best[1]
    assert other.gap == pytest.approx(own.gap, rel=0.05) and other.relative == pytest.approx(own.relative, rel=0.05)


# --- gatekeepers -------------------------------------------------------------------------------------------------

EVERY = [frozenset(own) for n in range(7) for own in itertools.combinations(clusters.GATEKEEPERS, n)]


def test_cut_the_gatekeepers_and_the_buzz_turns_on_itself() -> None:
    whole = kn.talk()
    for cluster, gates in enumerate(({"a1", "a2"}, {"b1"}, {"c1"}, {"d1", "d2"})):
        cut = kn.talk(frozenset(gates))
        assert cut.learnt[cluster] < 0.35 * whole.learnt[cluster]
        assert cut.path[-1, cluster] < 0.55 * whole.path[-1, cluster]
        assert cut.spread[cluster] < 0.4 * whole.spread[cluster]  # all know the same
        assert (cut.part == cut.part[cluster]).sum() == 1


def test_a_second_gate_keeps_a_cluster_in_touch() -> None:
    one, both = kn.talk(frozenset({"a1"})), kn.talk(frozenset({"a1", "a2"}))
    assert (one.part == 0).all() and both.part.tolist() == [0, 1, 1, 1]
    assert both.path[-1, 0] < one.path[-1, 0] < kn.talk().path[-1, 0]


def test_gifts_fill_each_part_with_what_it_holds() -> None:
    alone = kn.talk(frozenset({"b1"}), "gift")
    assert alone.path[-1, 1] == pytest.approx((10 + 3 * 0.9) / 4, abs=0.15)
    assert alone.path[-1, [0, 2, 3]] == pytest.approx((30 + 0.9) / 4, abs=0.15)
    assert (alone.spread < 0.01).all() and alone.learnt[1] == 0


@pytest.mark.parametrize("gone", EVERY[::7], ids=lambda gone: "-".join(sorted(gone)) or "none")
def test_parts_are_those_of_networkx(gone: frozenset[str]) -> None:
    graph = nx.Graph(kn.talk(gone) and clusters.links(gone).tolist())
    homes = [{node // clusters.FIRMS for node in part} for part in nx.connected_components(graph)]
    assert sorted(map(sorted, homes)) == sorted(
        sorted(np.flatnonzero(clusters.parts(gone) == part).tolist()) for part in set(clusters.parts(gone).tolist())
    )
    assert kn.talk(gone).whole == max(map(len, nx.connected_components(graph))) / 40


def test_two_seeds_agree_on_the_gatekeepers() -> None:
    for gone in (frozenset(), frozenset({"b1"}), frozenset({"a1", "d1"})):
        one, two = kn.talk(gone), kn.talk(gone, seed=9)
        noise = float(np.hypot(one.error, two.error))
        assert np.nanmean(one.known) == pytest.approx(np.nanmean(two.known), abs=3.5 * noise) and noise < 0.12
        assert one.learnt == pytest.approx(two.learnt, abs=0.03)


# --- the pôles ---------------------------------------------------------------------------------------------------


def test_ties_of_the_poles_are_those_of_the_dataset() -> None:
    table = load("poles_competitivite").set_index("name")
    names = list(kn.labelled().index)
    assert names == list(table.index) and len(names) == 83
    counts = table["theme_group"].value_counts()
    assert len(kn.pairs("theme")) == int((counts * (counts - 1) // 2).sum())
    place = {name: i for i, name in enumerate(names)}
    merged = (place["Elastopôle"], place["Plastipolis"])
    assert tuple(sorted(merged)) in kn.mergers()
    assert len(kn.mergers() - kn.pairs("theme")) == 5  # mergers that cross the groups of themes
    both = kn.matrix("both")
    assert (both == both.T).all() and both.sum() // 2 == len(kn.pairs("region") | kn.pairs("theme") | kn.mergers())


def test_place_alone_hangs_on_one_pole_and_themes_give_a_way_round() -> None:
    names = list(kn.labelled().index)
    place, both = kn.net("region"), kn.net("both")
    assert names[place.order[0]] == "Elastopôle" and (place.parts, both.parts) == (9, 1)
    assert place.whole[0] == pytest.approx(68 / 83) and place.whole[1] < 0.6 < 0.78 < place.random[1]
    assert (both.whole[:11] >= 1 - np.arange(11) / 83 - 0.02).all()
    assert both.path_length < place.path_length and both.clustering > 0.5


def test_the_small_world_of_the_poles_is_no_random_network() -> None:
    found = kn.net("both")
    chance = nx.gnm_random_graph(83, found.links, seed=1)
    assert found.clustering > 3 * nx.average_clustering(chance)
    assert found.path_length < 1.2 * nx.average_shortest_path_length(chance)


def test_every_departement_has_an_answer() -> None:
    assert kn.at_home("38")[0] == "Rhône-Alpes" and kn.at_home("2A")[1] == []
    table = load("poles_competitivite", "regions")
    home, own = kn.at_home("45")
    assert home == "Centre-Val de Loire" and {kn.labelled().index[i] for i in own} == set(
        table.query("region == 'Centre'")["pole"]
    )


# --- explorers ---------------------------------------------------------------------------------------------------


def moves(built: Explorer, control: str) -> int:
    """How many states of a few differ in figure or reading when one control moves."""
    changed = 0
    nodes = built.controls[control].nodes()
    for other in (0, -1):
        state = {n: (c.nodes()[other] if n != control else nodes[0]) for n, c in built.controls.items() if n != "home"}
        seen = {json.dumps(built.evaluate(**state | {control: node}), default=str) for node in nodes[:3]}
        said = {built.read(**state | {control: node}) for node in nodes[:3]}
        changed += len(seen) > 1 or len(said) > 1
    return changed


@pytest.mark.parametrize("name", NAMES[1:])
def test_every_control_matters(name: str) -> None:
    built = explore(name)
    for control in built.controls:
        assert moves(built, control) >= 1, control


def test_every_control_of_the_small_world_matters() -> None:
    built = explore("knowledge_networks")
    start = (built.read(), built.evaluate())
    for control, value in {"share": "0.01", "degree": "6", "rule": "gift", "experts": "0"}.items():
        found = (built.read(**{control: value}), built.evaluate(**{control: value}))
        assert found[0] != start[0] and found[1] != start[1], control


@pytest.mark.parametrize("name", NAMES[1:])
def test_it_fits_on_a_page(name: str) -> None:
    data = static.payload(explore(name))
    assert data["values"] <= 300_000
    assert len(zlib.compress(json.dumps(data).encode(), 6)) < 60_000


def structure(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: structure(value) for key, value in tree.items()}
    return len(tree) if isinstance(tree, list) else type(tree).__name__ == "dict"


def test_the_picture_has_the_same_parts_in_every_state() -> None:
    built = explore("knowledge_networks.gatekeepers")
    wanted = structure(built.evaluate())
    for gone in EVERY[::9]:
        assert structure(built.evaluate(rule="gift", **dict.fromkeys(gone, True))) == wanted


def test_each_gatekeeper_can_be_clicked_out_and_back() -> None:
    built = explore("knowledge_networks.gatekeepers")
    for gone in (frozenset(), frozenset({"b1", "d2"})):
        traces = built.evaluate(**dict.fromkeys(gone, True))[0]["data"]
        offered = [t for t in traces if wishes(t)]
        assert len(offered) == 2
        stays, out = offered
        for place, gate in enumerate(clusters.GATEKEEPERS):
            assert wishes(stays)[place] == wishes(out)[place] == gate
            assert (stays["x"][place] is None) == (gate in gone) == (out["x"][place] is not None)


def test_firms_do_not_stand_on_one_another() -> None:
    for spots, least in ((gates_figure.positions(), 0.2), (poles_figure.places(), 0.2)):
        apart = np.linalg.norm(spots[:, None] - spots[None], axis=-1) + 9 * np.eye(len(spots))
        assert apart.min() > least


def test_readings_say_what_the_models_give() -> None:
    built = explore("knowledge_networks.gatekeepers")
    assert "Cut off: B." in built.read(b1=True) and "All six" in built.read()
    assert "two pairs" in built.read(a1=True, d1=True) and "still hear" in built.read(a1=True)
    assert "Cut off: A, B, C, D." in built.read(**dict.fromkeys(clusters.GATEKEEPERS, True))
    poles = explore("knowledge_networks.poles")
    assert "one pôle was" in poles.read(home="974") and "No pôle" in poles.read(home="2A")
    assert "in one piece" in poles.read(ties="both")
    main = explore("knowledge_networks")
    assert "seed 2004" in main.read() and "40 runs" in main.read() and "2 experts" in main.read()
    assert "nearly flat" in main.read(experts="0") and "Without pipelines" in main.read(share="0")
