"""Industrial symbiosis: the design and the web behave as the chapter says, mass is conserved, every control matters."""

from __future__ import annotations

import doctest
import importlib
import itertools
import json
import random
import zlib
from typing import Any

import networkx as nx
import numpy as np
import pytest

from course_utils import load
from course_utils.concepts import industrial_symbiosis as symbiosis
from course_utils.concepts.industrial_symbiosis import (
    estate,
    estate_figure,
    mass,
    model,
    network_figure,
    sankey,
    web_figure,
)
from course_utils.concepts.industrial_symbiosis.firms import ANCHORS, CONTRACT, GATE, PIPE
from course_utils.explorer import Explorer, static
from course_utils.explorer.press import wishes
from course_utils.explorer.registry import explore

coast_module = importlib.import_module("course_utils.concepts.industrial_symbiosis.explorer")
NAMES = ("industrial_symbiosis", "industrial_symbiosis.estate", "industrial_symbiosis.kalundborg")
MODULES = ("firms", "places", "model", "mass", "sankey", "web", "estate")
KEYS = [match.key for match in symbiosis.MATCHES]
PRICES, LIMITS, LOST = (0.5, 1.0, 2.0), (6.0, 20.0, 40.0, model.ENDLESS), ("", *ANCHORS)
EVERY = list(itertools.product(PRICES, LIMITS, LOST))


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    ran = doctest.testmod(importlib.import_module(f"course_utils.concepts.industrial_symbiosis.{name}"))
    assert ran.attempted >= 1 and ran.failed == 0


@pytest.fixture(scope="module")
def built() -> dict[str, Explorer]:
    return {name: explore(name) for name in NAMES}


# --- the design --------------------------------------------------------------------------------------------------


def test_the_landfilled_tonnage_never_rises_with_the_tax() -> None:
    for price, limit, lost in EVERY:
        left = [plan.landfilled for plan in symbiosis.ladder(price, limit, lost)]
        assert (np.diff(left) <= 1e-6).all(), (price, limit, lost)


def test_a_single_exchange_switches_off_when_a_better_one_takes_its_sink() -> None:
    free, taxed = symbiosis.plan(0.0), symbiosis.plan(65.0)
    assert "ash_cement" in free.running and "ash_cement" not in taxed.running
    assert "slag_cement" in taxed.running and "slag_cement" not in free.running
    assert taxed.landfilled < free.landfilled / 2
    ash = [plan.flows[KEYS.index("ash_cement")] for plan in symbiosis.ladder()]
    assert ash[9] == 100 and ash[10] == 0  # on up to 45, off from 50


def test_the_switch_is_where_two_tonnes_of_slag_are_worth_one_of_ash() -> None:
    """Ash that leaves the kiln goes into roads, where it takes the place of slag."""
    on, off = symbiosis.plan(47.0), symbiosis.plan(48.0)
    assert "ash_cement" in on.running and "ash_cement" not in off.running


def test_the_cost_is_concave_and_grows_with_the_tax() -> None:
    for price, limit, lost in EVERY[::5]:
        cost = np.array([plan.cost for plan in symbiosis.ladder(price, limit, lost)])
        assert (np.diff(cost) >= -1e-9).all() and (np.diff(cost, 2) <= 1e-6).all()


def test_the_ladder_gives_what_each_tax_alone_gives() -> None:
    draw = random.Random(4)
    for _n in range(25):
        (price, limit, lost), at = draw.choice(EVERY), draw.randrange(len(symbiosis.TAXES))
        one, own = symbiosis.ladder(price, limit, lost)[at], symbiosis.plan(symbiosis.TAXES[at], price, limit, lost)
        assert one.cost == pytest.approx(own.cost, rel=1e-7)
        assert one.landfilled == pytest.approx(own.landfilled, abs=1e-4)


def test_heat_binds_to_a_few_kilometres_and_materials_do_not() -> None:
    for tax, price in itertools.product((0.0, 65.0, 100.0), PRICES):
        far, heat = symbiosis.reach(tax, price), model.heat_matches()
        assert far[heat].max() < 20 < 200 < far[~heat].max()
        assert np.array_equal(far[heat], symbiosis.reach(0.0, price)[heat])  # the tax does nothing for heat
    assert symbiosis.reach(0.0)[model.heat_matches()].max() < 10
    used = [symbiosis.local(code, 65.0) for code in symbiosis.largest()]
    heat = model.heat_matches()
    longest = [
        max(float(symbiosis.distances(own.sites)[kind & (own.plan.flows > 0)].max(initial=0.0)) for own in used)
        for kind in (heat, ~heat)
    ]
    assert longest[0] < 10 and longest[1] > 200


@pytest.mark.parametrize("at", range(len(KEYS)))
def test_an_exchange_pays_up_to_its_reach(at: int) -> None:
    match, tax = symbiosis.MATCHES[at], 65.0
    km = float(symbiosis.reach(tax)[at])
    waste, need = symbiosis.WASTES[match.waste], symbiosis.NEEDS[match.need]
    for far, pays in ((0.98 * km, True), (1.02 * km, False)):
        useful = 1 - 0.02 * far if match.heat else match.useful
        found = symbiosis.cheapest_exchanges(
            [waste.amount],
            [need.amount],
            [(0, 0)],
            0.0 if match.heat else match.treatment + 0.12 * far,
            0.0 if match.heat else GATE + tax,
            need.price,
            useful=useful,
            fixed=CONTRACT + (PIPE * far if match.heat else 0.0),
        )
        assert bool(found.flows[0] > 0) == pays


def test_a_shorter_limit_never_lowers_the_cost() -> None:
    for tax, price, lost in itertools.product((0.0, 65.0), PRICES, LOST):
        cost = [symbiosis.plan(tax, price, limit, lost).cost for limit in LIMITS]
        assert (np.diff(cost) <= 1e-9).all()


@pytest.mark.parametrize("tax", [0.0, 65.0])
def test_taking_an_exchange_away_never_lowers_the_cost(tax: float, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = symbiosis.plan(tax).cost
    far = symbiosis.distances(symbiosis.coast())
    for gone in range(len(KEYS)):
        longer = far.copy()
        longer[gone] = 1e9
        with monkeypatch.context() as patched:
            patched.setattr(model, "distances", lambda _sites, longer=longer: longer)
            parts = [model._part.__wrapped__(h, 0.0 if h else tax, 1.0, 1e6, "", symbiosis.coast()) for h in (0, 1)]
        assert sum(part[3] for part in parts) / 1000 >= whole - 1e-9


def test_the_town_is_heated_by_the_power_station_when_the_steelworks_closes() -> None:
    whole, cut = symbiosis.plan(65.0), symbiosis.plan(65.0, lost="steel")
    assert "steel_heat_town" in whole.running and "power_heat_town" in cut.running


def test_a_closed_anchor_gives_and_takes_nothing() -> None:
    for tax, lost in itertools.product((0.0, 65.0), ANCHORS):
        plan = symbiosis.plan(tax, lost=lost)
        for match, flow in zip(symbiosis.MATCHES, plan.flows, strict=True):
            if lost in (symbiosis.WASTES[match.waste].firm, symbiosis.NEEDS[match.need].firm):
                assert flow == 0


# --- mass is conserved in every state of every explorer ----------------------------------------------------------


def conserved(plan: symbiosis.Plan) -> None:
    out = np.bincount([model.WASTE_KEYS.index(m.waste) for m in symbiosis.MATCHES], plan.flows, len(plan.supply))
    assert out + plan.dumped == pytest.approx(plan.supply, abs=1e-6)
    assert symbiosis.arriving(plan) == pytest.approx(plan.demand, abs=1e-6)
    given = sum(flow for _a, _b, flow in symbiosis.balance(plan))
    heat = model.heat_wastes()
    new = plan.bought[[not need.heat for need in symbiosis.NEEDS.values()]].sum()
    assert given == pytest.approx(plan.supply[~heat].sum() + new, abs=1e-6)


def test_mass_is_conserved_in_every_state_of_the_coast() -> None:
    for price, limit, lost in EVERY:
        for plan in symbiosis.ladder(price, limit, lost):
            conserved(plan)


def test_mass_is_conserved_in_every_territory() -> None:
    for code, tax, layout in itertools.product(symbiosis.largest(), estate.OFFERED, ("towns", "estate")):
        conserved(symbiosis.local(code, tax, layout).plan)


def balanced(trace: dict[str, Any], least: float) -> None:
    """Both columns of a drawn Sankey diagram are equally high, and each node's flows add up in it."""
    link, node = trace["link"], trace["node"]
    values = np.array(link["value"])
    assert (values > 0).all() and set(link["source"]).isdisjoint(link["target"])
    size = len(node["label"])
    out, into = (np.bincount(link[end], values, size) for end in ("source", "target"))
    assert out.sum() == pytest.approx(into.sum()) and least <= values.sum()
    for y in (node["y"][: len(set(link["source"]))], node["y"][len(set(link["source"])) :]):
        assert (np.diff(y) > 0).all()  # nodes in their order, none on another


def test_what_is_drawn_is_balanced(built: dict[str, Explorer]) -> None:
    draw = random.Random(1)
    for _n in range(60):
        plan = coast_module.plan_of(
            draw.choice(symbiosis.TAXES),
            draw.choice(["0.5", "1", "2"]),
            draw.choice(["6", "none"]),
            draw.choice(["none", *ANCHORS]),
        )
        balanced(mass.mass_figure(plan)["data"][0], 1.0)
    for year, width in itertools.product(range(1961, 2024, 3), ("one", "low", "high")):
        balanced(web_figure.sankey_figure(web_figure.flow_sizes(year, width))["data"][0], 0.0)


def test_each_flow_of_the_web_leaves_one_side_and_reaches_the_other() -> None:
    for year in range(1961, 2024):
        web = symbiosis.web(year)
        for width in ("one", "low", "high"):
            rows = web_figure.flow_sizes(year, width)
            out, into = (
                {actor: sum(row[2] for row in rows if row[end] == actor) for actor in web.actors} for end in (0, 1)
            )
            assert sum(out.values()) == pytest.approx(sum(into.values()))
        assert sum(row[2] for row in web_figure.flow_sizes(year, "one")) == len(web.running)
        low, high = (sum(row[2] for row in web_figure.flow_sizes(year, width)) for width in ("low", "high"))
        assert low <= high


def test_two_columns_draws_nothing_for_what_is_not_there() -> None:
    trace = sankey.two_columns(["a", "b"], ["c", "d"], [(0, 0, 3.0, "#3968a7"), (1, 1, 0.0, "#3968a7")], ["#fff"] * 4)
    assert trace["node"]["label"] == ["a", "", "c", ""] and trace["link"]["value"][1] < 0.01
    assert trace["link"]["color"][1] == "rgba(0,0,0,0)"


# --- Kalundborg --------------------------------------------------------------------------------------------------


def test_the_web_of_2000_is_the_diagram() -> None:
    table = load("kalundborg_exchanges").query("in_2000_diagram")
    web = symbiosis.web(2000)
    assert {flow.id for flow in web.running} == set(table["id"].astype(str)) and len(web.running) == 19
    assert sum(flow.kind == "water" for flow in web.running) == 8


def test_one_anchor_carries_most_of_the_web() -> None:
    lost = {actor: len(symbiosis.web(2000, actor).stopped) for actor in symbiosis.LEAVERS.values()}
    assert lost["Asnæs power station"] == 11 and max(lost, key=lambda actor: lost[actor]) == "Asnæs power station"
    assert sorted(lost.values())[-2] == 6
    own = [flow for flow in symbiosis.web(2000).running if flow.giver == "Asnæs power station"]
    assert len(own) == 7


@pytest.mark.parametrize("year", [1961, 1982, 2000, 2018, 2023])
def test_the_web_is_that_of_networkx(year: int) -> None:
    web = symbiosis.web(year)
    graph = nx.DiGraph((flow.giver, flow.taker) for flow in web.running)
    assert web.connectance == pytest.approx(nx.density(graph)) and set(graph) == set(web.actors)
    for leaver in symbiosis.LEAVERS.values():
        cut = symbiosis.web(year, leaver)
        left = graph.subgraph(set(graph) - {leaver})
        parts = [len(part) for part in nx.connected_components(left.to_undirected())]
        assert cut.largest == pytest.approx(max(parts, default=0) / len(graph))
        assert set(cut.alone) == {node for node in left if left.degree(node) == 0}
    assert web.largest == pytest.approx(
        max(len(part) for part in nx.connected_components(graph.to_undirected())) / len(graph)
    )


def test_connectance_falls_as_the_web_grows() -> None:
    webs = [symbiosis.web(year) for year in (1961, 1972, 2000, 2012, 2018, 2023)]
    assert (np.diff([web.connectance for web in webs]) < 0).all()
    assert len(webs[-1].running) > len(webs[2].running)


def test_the_spread_is_that_of_the_sources() -> None:
    spread = symbiosis.spread()
    assert (
        spread["K16"] == (80_000, 200_000) and spread["K12"] == (5_000, 150_000) and spread["K05"] == (130_000, 170_000)
    )
    assert spread["K13"] == (15_000, 27_000) and len(spread) == 9
    chosen = load("kalundborg_exchanges").dropna(subset=["quantity"])
    for row in chosen.itertuples():
        if str(row.id) in spread:
            assert spread[str(row.id)][0] <= row.quantity <= spread[str(row.id)][1]


def test_gypsum_ends_with_the_coal_and_sulphur_with_the_fertiliser() -> None:
    ids = {year: {flow.id for flow in symbiosis.web(year).running} for year in (1999, 2000, 2018, 2019)}
    assert "K20" in ids[1999] and "K20" not in ids[2000] and "K13" in ids[2000]
    assert "K16" in ids[2018] and "K16" not in ids[2019] and "K27" in ids[2019]


# --- the reader's territory --------------------------------------------------------------------------------------


def test_nearness_is_worth_something_everywhere() -> None:
    for code in symbiosis.largest():
        towns, near = (symbiosis.local(code, 65.0, layout) for layout in ("towns", "estate"))
        assert towns.saved <= near.saved + 1e-9 and towns.pipes <= near.pipes == 3


def test_the_nearer_the_more_is_saved() -> None:
    own = [symbiosis.local(code, 65.0) for code in symbiosis.largest()]
    assert np.corrcoef(np.log([one.apart for one in own]), [one.saved for one in own])[0, 1] < -0.8
    assert sum(one.pipes == 0 for one in own) == 57  # said in the notebook
    assert {symbiosis.local(code, tax).pipes for code in ("48",) for tax in estate.OFFERED} == {0}


def test_what_is_saved_is_against_dumping_all_and_buying_all() -> None:
    found = symbiosis.local("38", 65.0)
    nothing = symbiosis.plan(65.0, limit=0.0)
    assert nothing.running == () and found.saved == pytest.approx(nothing.cost - found.plan.cost)


def test_every_departement_fits_its_frame() -> None:
    frames = estate.frames()
    assert set(frames) == set(symbiosis.largest()) and len(frames) == 101
    for frame in frames.values():
        assert np.abs(frame.outline).max() <= 1.001 and np.abs(frame.firms).max() <= 1.001 and frame.ten > 0
    assert estate_figure.places("75", "towns").shape == estate_figure.places("75", "estate").shape == (10, 2)


# --- explorers ---------------------------------------------------------------------------------------------------

OTHERS = {
    "industrial_symbiosis": {"tax": 0.0, "price": "2", "limit": "6", "lost": "power"},
    "industrial_symbiosis.kalundborg": {"year": "1972", "without": "station", "width": "high"},
    "industrial_symbiosis.estate": {"territory": "48", "tax": "0", "layout": "estate"},
}


@pytest.mark.parametrize("name", NAMES)
def test_every_control_matters(built: dict[str, Explorer], name: str) -> None:
    own = built[name]
    start = json.dumps(own.evaluate())
    assert set(OTHERS[name]) == set(own.controls)
    for control, value in OTHERS[name].items():
        assert json.dumps(own.evaluate(**{control: value})) != start, control


def test_every_panel_is_moved_by_some_control(built: dict[str, Explorer]) -> None:
    for name, own in built.items():
        start = [json.dumps(figure) for figure in own.evaluate()]
        moved = [
            [json.dumps(figure) for figure in own.evaluate(**{control: value})]
            for control, value in OTHERS[name].items()
        ]
        assert all(any(one[i] != start[i] for one in moved) for i in range(len(start))), name


def test_it_fits_on_a_page(built: dict[str, Explorer]) -> None:
    for name in NAMES:
        payload = static.payload(built[name])
        assert payload["values"] <= 200_000, name
        assert len(zlib.compress(json.dumps(payload).encode(), 9)) <= 100_000, name
    _names, nodes = built[NAMES[0]].axes(coast_module.STATE)
    assert np.prod([len(own) for own in nodes]) <= 1_500


def structure(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: structure(value) for key, value in tree.items()}
    return len(tree) if isinstance(tree, list) else isinstance(tree, dict)


@pytest.mark.parametrize("name", NAMES)
def test_pictures_have_the_same_parts_in_every_state(built: dict[str, Explorer], name: str) -> None:
    wanted, draw = structure(built[name].evaluate()), random.Random(2)
    for _n in range(12):
        state = {key: draw.choice(control.nodes()) for key, control in built[name].controls.items()}
        assert structure(built[name].evaluate(**state)) == wanted, state


def test_anchors_and_actors_can_be_clicked(built: dict[str, Explorer]) -> None:
    offered = [w for trace in built[NAMES[0]].evaluate()[0]["data"] for w in wishes(trace) if w]
    assert sorted(offered) == sorted(f"lost={firm}" for firm in ANCHORS)
    offered = [w for trace in built[NAMES[2]].evaluate()[0]["data"] for w in wishes(trace) if w]
    assert set(offered) == {f"without={key}" for key in symbiosis.LEAVERS}


def test_readings_say_what_the_models_give(built: dict[str, Explorer]) -> None:
    main, real, own = (built[name] for name in (NAMES[0], NAMES[2], NAMES[1]))
    assert "Switched off by it: Fly ash → cement." in main.read() and "127 kt of 630 kt" in main.read()
    assert "Switched" not in main.read(tax=0.0) and "same exchanges" in main.read(tax=10.0)
    assert "in 11 of 19 flows" in real.read(without="station") and "8 of them water" in real.read()
    assert "has no part" in real.read(year="1961", without="biogas") and "Nobody published" in real.read(year="1961")
    assert "44 of 101 départements" in own.read() and "Mende" in own.read(territory="48")


@pytest.mark.parametrize("name", NAMES)
def test_invented_things_are_called_so(built: dict[str, Explorer], name: str) -> None:
    if name.endswith("kalundborg"):
        assert "orders of magnitude" in built[name].note
        return
    assert "invented" in built[name].note and "invented" in built[name].caption
    assert name != NAMES[1] or ("synthetic" in built[name].title.lower() and "Synthetic" in built[name].panels[0].title)


def test_actors_of_the_drawn_web_do_not_stand_on_one_another() -> None:
    spots = np.array(list(network_figure.PLACES.values()))
    apart = np.linalg.norm(spots[:, None] - spots[None], axis=-1) + 9 * np.eye(len(spots))
    assert apart.min() > 0.45
    assert set(network_figure.PLACES) == {end for flow in symbiosis.flows() for end in (flow.giver, flow.taker)}
